/**
 * Multi-index hashing (Norouzi, Punjani, Fleet 2012) over 240 bits in fifteen parts of sixteen: two hashes that differ
 * in few bits differ in very few bits of some part, so it is enough to look at hashes that share such a part.
 */
const PARTS = 15;
const PART_BITS = 16;
const PART_VALUES = 1 << PART_BITS;
const WORDS = 8;

/** For each part the places of the hashes in the order of the part's value. */
export type Buckets = readonly { starts: Uint32Array; places: Uint32Array }[];

/** One part and the values at which to look, as differences from the query's. */
export type Probe = { part: number; masks: Uint16Array };

/** Sorts `count` hashes of eight words (the first half word empty) by each of their parts. */
export function bucketsOf(words: Uint32Array, count: number): Buckets {
  return Array.from({ length: PARTS }, (_, part) => {
    const starts = new Uint32Array(PART_VALUES + 1);
    for (let place = 0; place < count; place += 1) {
      const value = partOf(words, place * WORDS, part) + 1;
      starts[value] = (starts[value] as number) + 1;
    }
    for (let value = 1; value <= PART_VALUES; value += 1) {
      starts[value] = (starts[value] as number) + (starts[value - 1] as number);
    }
    const next = starts.slice();
    const places = new Uint32Array(count);
    for (let place = 0; place < count; place += 1) {
      const value = partOf(words, place * WORDS, part);
      const at = next[value] as number;
      places[at] = place;
      next[value] = at + 1;
    }
    return { starts, places };
  });
}

/** Part 0 is the lower half of the first word. */
function partOf(words: Uint32Array, at: number, part: number): number {
  const word = words[at + ((part + 1) >> 1)] as number;
  return (part & 1) === 0 ? word & 0xffff : word >>> PART_BITS;
}

/** All 16-bit values with few bits set, by how many at most. */
const MASKS: readonly Uint16Array[] = masksByWeight();

/** Above this many bits a part, comparing everything is faster. */
const MAX_PART_DISTANCE = 4;

function masksByWeight(): Uint16Array[] {
  const found: number[][] = [[0]];
  for (let weight = 1; weight <= 4; weight += 1) {
    const heavier = (found.at(-1) as number[]).flatMap((mask) => {
      const above = mask === 0 ? 0 : 32 - Math.clz32(mask);
      return Array.from({ length: PART_BITS - above }, (_, bit) => mask | (1 << (above + bit)));
    });
    found.push(heavier);
  }
  return found.map((_, weight) => Uint16Array.from(found.slice(0, weight + 1).flat()));
}

/**
 * Where to look so that nothing within `distance` is missed: if all parts up to the remainder differed in more than the
 * quotient of bits, and all others in no fewer, the whole would differ in more. Undefined: compare everything.
 */
export function probesOf(distance: number, count: number): Probe[] | undefined {
  const quotient = Math.floor(distance / PARTS);
  if (quotient > MAX_PART_DISTANCE) return undefined;
  const remainder = distance % PARTS;
  const probes = Array.from({ length: PARTS }, (_, part): Probe => {
    const most = part <= remainder ? quotient : quotient - 1;
    return { part, masks: MASKS[most] ?? new Uint16Array() };
  });
  const looks = probes.reduce((sum, { masks }) => sum + masks.length, 0);
  return looks > count ? undefined : probes;
}

/** Calls `visit` for every hash that shares a probed part with the query; for some more than once. */
export function candidatesOf(
  buckets: Buckets,
  query: Uint32Array,
  probes: readonly Probe[],
  visit: (place: number) => void,
): void {
  for (const { part, masks } of probes) {
    const { starts, places } = buckets[part] as Buckets[number];
    const value = partOf(query, 0, part);
    for (const mask of masks) {
      const bucket = value ^ mask;
      const end = starts[bucket + 1] as number;
      for (let at = starts[bucket] as number; at < end; at += 1) visit(places[at] as number);
    }
  }
}
