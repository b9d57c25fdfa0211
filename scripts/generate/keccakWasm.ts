const HEADER = "// Written by scripts/generate/keccakWasm.ts: npm run generate\n";

/** Opcodes of WebAssembly that are needed, and the type of 64-bit integers. */
const I64 = 0x7e;
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const LOOP = 0x03;
const BRANCH_IF = 0x0d;
const END = 0x0b;
const I64_LOAD = 0x29;
const I64_STORE = 0x37;
const I32_CONST = 0x41;
const I64_CONST = 0x42;
const I32_LOWER = 0x49;
const I32_ADD = 0x6a;
const I64_AND = 0x83;
const I64_XOR = 0x85;
const I64_ROTL = 0x89;

const LANES = 25;
/** Lanes that a block of keccak-256 fills: 136 bytes. */
const RATE = 17;
const ROUNDS = 24;
const LANE_BYTES = 8;
const STATE = 0;
const BLOCK = LANES * LANE_BYTES;
const CONSTANTS = BLOCK + RATE * LANE_BYTES;

/** Locals of the function: the lanes, their successors, five columns, five differences, and the offset of the round. */
const lane = (place: number): number => place;
const moved = (place: number): number => LANES + place;
const column = (x: number): number => 2 * LANES + x;
const difference = (x: number): number => 2 * LANES + 5 + x;
const OFFSET = 2 * LANES + 10;

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const rest = value >> 7;
  const done = (rest === 0 && (value & 0x40) === 0) || (rest === -1 && (value & 0x40) !== 0);
  return done ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(rest)];
}

const get = (local: number): number[] => [LOCAL_GET, local];
const set = (local: number): number[] => [LOCAL_SET, local];
const load = (address: number): number[] => [I32_CONST, 0, I64_LOAD, 3, ...unsigned(address)];
const store = (address: number, value: number[]): number[] => [
  I32_CONST,
  0,
  ...value,
  I64_STORE,
  3,
  ...unsigned(address),
];
const rotate = (by: number): number[] => [I64_CONST, ...signed(by), I64_ROTL];
const five = (code: (x: number) => number[]): number[] => [0, 1, 2, 3, 4].flatMap(code);
const lanes = (code: (place: number) => number[]): number[] =>
  Array.from({ length: LANES }, (_, at) => code(at)).flat();

/** Where rho and pi move each lane, and by how many bits it turns on the way. */
function moves(): { to: number; by: number }[] {
  const table = Array.from({ length: LANES }, () => ({ to: 0, by: 0 }));
  let [x, y] = [1, 0];
  for (let step = 0; step < LANES - 1; step += 1) {
    const [nextX, nextY] = [y, (2 * x + 3 * y) % 5];
    table[x + 5 * y] = { to: nextX + 5 * nextY, by: (((step + 1) * (step + 2)) / 2) % 64 };
    [x, y] = [nextX, nextY];
  }
  return table;
}

/** The constants of iota, from their shift register. */
function roundConstants(): bigint[] {
  let register = 1;
  const bit = (): bigint => {
    const out = BigInt(register & 1);
    register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    return out;
  };
  return Array.from({ length: ROUNDS }, () =>
    [0, 1, 2, 3, 4, 5, 6].reduce((constant, power) => constant | (bit() << ((1n << BigInt(power)) - 1n)), 0n),
  );
}

function round(): number[] {
  const table = moves();
  return [
    // theta
    ...five((x) => [
      ...get(lane(x)),
      ...[1, 2, 3, 4].flatMap((y) => [...get(lane(x + 5 * y)), I64_XOR]),
      ...set(column(x)),
    ]),
    ...five((x) => [
      ...get(column((x + 4) % 5)),
      ...get(column((x + 1) % 5)),
      ...rotate(1),
      I64_XOR,
      ...set(difference(x)),
    ]),
    // rho and pi
    ...lanes((place) => {
      const { to, by } = table[place] as { to: number; by: number };
      return [...get(lane(place)), ...get(difference(place % 5)), I64_XOR, ...rotate(by), ...set(moved(to))];
    }),
    // chi
    ...lanes((place) => {
      const row = place - (place % 5);
      return [
        ...get(moved(row + ((place + 1) % 5))),
        ...[I64_CONST, ...signed(-1), I64_XOR],
        ...get(moved(row + ((place + 2) % 5))),
        ...[I64_AND, ...get(moved(place)), I64_XOR, ...set(lane(place))],
      ];
    }),
    // iota
    ...[...get(lane(0)), ...get(OFFSET), I64_LOAD, 3, ...unsigned(CONSTANTS), I64_XOR, ...set(lane(0))],
  ];
}

function body(): number[] {
  const locals = [2, ...[OFFSET, I64], ...[1, 0x7f]];
  return [
    ...locals,
    ...lanes((place) => [
      ...load(STATE + place * LANE_BYTES),
      ...(place < RATE ? [...load(BLOCK + place * LANE_BYTES), I64_XOR] : []),
      ...set(lane(place)),
    ]),
    ...[LOOP, 0x40],
    ...round(),
    ...[...get(OFFSET), I32_CONST, LANE_BYTES, I32_ADD, 0x22, OFFSET, I32_CONST, ...signed(ROUNDS * LANE_BYTES)],
    ...[I32_LOWER, BRANCH_IF, 0, END],
    ...lanes((place) => store(STATE + place * LANE_BYTES, get(lane(place)))),
    END,
  ];
}

const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];
const named = (name: string): number[] => sized([...new TextEncoder().encode(name)]);

/**
 * A module that takes a block of keccak-256 into its state: memory `m` holds state, block and round constants, function
 * `f` does it.
 */
export function assembleKeccak(): Uint8Array {
  const constants = new Uint8Array(new BigUint64Array(roundConstants()).buffer);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...named("m"), 2, 0, ...named("f"), 0, 0]),
    ...section(10, [1, ...sized(body())]),
    ...section(11, [1, 0, I32_CONST, ...signed(CONSTANTS), END, ...sized([...constants])]),
  ]);
}

/** `sdk/src/merkle/generated`: path → text. */
export function renderKeccak(): Map<string, string> {
  const code = Buffer.from(assembleKeccak()).toString("base64");
  return new Map([["keccak.ts", `${HEADER}\nexport const KECCAK_WASM = "${code}";\n`]]);
}
