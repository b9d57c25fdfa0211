/** Where names end that are no host of the open internet. */
const PRIVATE_ENDS = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "test", "invalid", "onion"];
const PRIVATE_NAMES = [...PRIVATE_ENDS, "home.arpa"];

/** First address and prefix length of what is not public in IPv4 (RFC 6890 and its registry). */
const PRIVATE_RANGES: readonly [start: string, bits: number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

const FOUR = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** The addresses of a host, as something that is asked about hosts tells them. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** Throws for a host that is not out on the internet: by its name, or by the addresses that `lookup` gives. */
export async function assertPublic(host: string, lookup: Lookup | undefined): Promise<void> {
  if (!isPublicName(host)) throw new RangeError(`${host} is no public host.`);
  const inside = (await lookup?.(host))?.find((address) => !isPublicAddress(address));
  if (inside !== undefined) throw new RangeError(`${host} is at ${inside}, which is not public.`);
}

/** A name with a dot whose end is no number, as URLs write hosts, and that is of no private network. */
export function isPublicName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  const numeric = /(^|\.)(\d+|0x[0-9a-f]*)$/.test(name) || name.startsWith("[");
  const inside = PRIVATE_NAMES.some((end) => name === end || name.endsWith(`.${end}`));
  return name.includes(".") && !numeric && !inside;
}

/** Of IPv6 only what is given out as globally reachable, and of that nothing behind which IPv4 addresses hide. */
export function isPublicAddress(address: string): boolean {
  const four = FOUR.exec(address)?.slice(1).map(Number);
  if (four !== undefined) {
    const value = numberOf(four);
    return four.every((part) => part < 256) && !PRIVATE_RANGES.some(([start, bits]) => isWithin(value, start, bits));
  }
  const [first = "", second = ""] = address.toLowerCase().split(":");
  const [head, next] = [Number.parseInt(first, 16), second === "" ? 0 : Number.parseInt(second, 16)];
  const global = head >= 0x2000 && head < 0x4000 && address.includes(":");
  const tunnel = head === 0x2002 || (head === 0x2001 && (next < 0x200 || next === 0xdb8)) || head === 0x3fff;
  return global && !tunnel;
}

const numberOf = (parts: readonly number[]): number => parts.reduce((value, part) => value * 256 + part, 0);

function isWithin(value: number, start: string, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(value / size) === Math.floor(numberOf(start.split(".").map(Number)) / size);
}

/** Node's own way of finding hosts; pages have none, and their own rules about private networks. */
export function systemLookup(): Lookup | undefined {
  const host = (globalThis as { process?: { getBuiltinModule?: typeof process.getBuiltinModule } }).process;
  const dns = host?.getBuiltinModule?.("node:dns/promises");
  return dns === undefined
    ? undefined
    : async (name) => (await dns.lookup(name, { all: true })).map(({ address }) => address);
}
