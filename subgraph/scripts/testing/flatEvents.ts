import type { AbiEvent, AbiParameter } from "viem";

/** An event whose tuples are spread out, because `gnd test` cannot encode tuples. */
export interface FlatEvent {
  abi: AbiEvent;
  /** Spreads named arguments of the real event. */
  spread: (params: Params) => Params;
}

/** Arguments by name, as in a test file. */
export type Params = Record<string, unknown>;

type Tuple = AbiParameter & { components: readonly AbiParameter[] };

const isTuple = (input: AbiParameter): input is Tuple => "components" in input;

/** Whether `gnd test` needs the event flattened. */
export function hasTuples(event: AbiEvent): boolean {
  return event.inputs.some(isTuple);
}

/** A tuple becomes one parameter per member, an array of tuples one array per member; tuples within tuples likewise. */
export function flatten(event: AbiEvent): FlatEvent {
  const { abi, spread: spreadOuter } = flattenOnce(event);
  if (!hasTuples(abi)) return { abi: { ...abi, name: `Flat${event.name}` }, spread: spreadOuter };
  const inner = flatten({ ...abi, name: event.name });
  return { abi: inner.abi, spread: (params) => inner.spread(spreadOuter(params)) };
}

function flattenOnce(event: AbiEvent): FlatEvent {
  const inputs = event.inputs.flatMap((input): AbiEvent["inputs"][number][] =>
    isTuple(input)
      ? input.components.map((member) => ({ ...member, name: flatName(input, member), type: flatType(input, member) }))
      : [input],
  );
  return { abi: { ...event, inputs }, spread: (params) => spread(event, params) };
}

function spread(event: AbiEvent, params: Params): Params {
  const pairs = event.inputs.flatMap((input): [string, unknown][] => {
    const value = params[nameOf(input)];
    if (!isTuple(input)) return [[nameOf(input), value]];
    return input.components.map((member) => [flatName(input, member), memberOf(value, member)]);
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

function memberOf(value: unknown, member: AbiParameter): unknown {
  const pick = (tuple: unknown): unknown => (tuple as Params)[nameOf(member)];
  return Array.isArray(value) ? value.map(pick) : pick(value);
}

const nameOf = ({ name = "" }: AbiParameter): string => name;
const flatName = (tuple: Tuple, member: AbiParameter): string => `${nameOf(tuple)}_${nameOf(member)}`;
const flatType = (tuple: Tuple, member: AbiParameter): string => `${member.type}${tuple.type.slice("tuple".length)}`;
