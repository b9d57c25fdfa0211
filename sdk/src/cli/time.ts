import { PERPETUAL } from "../types/time.ts";

/** A moment for people; unix seconds. */
export function formatTime(seconds: bigint | number): string {
  const value = BigInt(seconds);
  if (value === 0n) return "never";
  if (value >= PERPETUAL) return "for ever";
  return new Date(Number(value) * 1000).toISOString().replace(".000Z", "Z");
}

const UNITS: readonly (readonly [name: string, seconds: bigint])[] = [
  ["y", 31_536_000n],
  ["d", 86_400n],
  ["h", 3600n],
  ["m", 60n],
  ["s", 1n],
];

/** A length of time for people, in the largest unit that it is a whole number of. */
export function formatDuration(seconds: bigint | "perpetual"): string {
  if (seconds === "perpetual") return "perpetual";
  const [name, unit] = UNITS.find(([, each]) => seconds >= each && seconds % each === 0n) ?? ["s", 1n];
  return `${seconds / unit}${name}`;
}

/** "2.5 %" out of parts per million. */
export const formatPpm = (ppm: number): string => `${ppm / 10_000} %`;
