import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second, as Linux counts processor time for programs. */
const TICKS = 100;

/** Seconds of processor time that the processes started from here have used so far, by the name of the program. */
export function cpuTimes(): Map<string, number> {
  const processes = new Map<number, { name: string; parent: number; seconds: number }>();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const found = readProcess(Number(entry));
    if (found !== undefined) processes.set(Number(entry), found);
  }
  const times = new Map<string, number>();
  for (const [pid, { name, seconds }] of processes) {
    if (!descends(pid, processes)) continue;
    times.set(name, (times.get(name) ?? 0) + seconds);
  }
  return times;
}

function readProcess(pid: number): { name: string; parent: number; seconds: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    // Own time and that of children that have ended: fields 14 to 17 of the file, the third of which is the first here.
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    return { name, parent: fields[1] ?? 0, seconds: ticks / TICKS };
  } catch {
    return undefined;
  }
}

function descends(pid: number, processes: ReadonlyMap<number, { parent: number }>): boolean {
  for (let at = processes.get(pid)?.parent ?? 0; at > 1; at = processes.get(at)?.parent ?? 0) {
    if (at === process.pid) return true;
  }
  return false;
}
