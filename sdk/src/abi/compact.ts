/** Types that occur in nearly every item, by the letter that stands for them. */
const TYPES: Readonly<Record<string, string>> = { a: "address", b: "bool", h: "bytes32", u: "uint256" };

/** A parameter as `type name`, or `type*name` if it is indexed; a tuple as its suffix and name before its components. */
export type Packed = string | readonly [string, ...Packed[]];

function unpackParameter(packed: Packed): unknown {
  const [head, ...components] = typeof packed === "string" ? [packed] : packed;
  const [type = "", name] = head.split(/[ *]/);
  return {
    ...(typeof packed === "string"
      ? { type: TYPES[type] ?? type }
      : { type: `tuple${type}`, components: components.map(unpackParameter) }),
    name,
    ...(head.includes("*") && { indexed: true }),
  };
}

/** Parameters out of their compact form. */
export function unpackParameters(packed: readonly Packed[]): unknown[] {
  return packed.map(unpackParameter);
}

/**
 * A function, or without outputs an event, out of its compact form.
 *
 * An item costs a fifth of its JSON in a bundle. Its type is that of the full one, which it was written from.
 */
export function unpackItem(
  name: string,
  inputs: readonly Packed[],
  outputs?: readonly Packed[],
  stateMutability = "nonpayable",
): unknown {
  const named = { name, inputs: unpackParameters(inputs) };
  return outputs === undefined
    ? { type: "event", ...named }
    : { type: "function", ...named, outputs: unpackParameters(outputs), stateMutability };
}
