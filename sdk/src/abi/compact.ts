/** Types that occur in nearly every item, by the letter that stands for them. */
const TYPES: Readonly<Record<string, string>> = { a: "address", b: "bool", h: "bytes32", u: "uint256" };
const MUTABILITIES: Readonly<Record<string, string>> = {
  n: "nonpayable",
  p: "payable",
  u: "pure",
  v: "view",
};

/**
 * Parameters out of their compact form: `type name` with commas between, `type*name` if indexed, a tuple as
 * `(parameters)suffix name`.
 */
export function unpackParameters(text: string): unknown {
  const json = text
    .replace(/(\)?)([\w[\]]*)([ *])(\w*)/g, (_, close: string, type: string, mark: string, name: string) => {
      const full = close === "" ? type.replace(/^[abhu](?!\w)/, (letter) => TYPES[letter] as string) : `tuple${type}`;
      return `${close === "" ? "{" : "],"}"type":"${full}","name":"${name}"${mark === "*" ? ',"indexed":true' : ""}}`;
    })
    .replaceAll("(", '{"components":[');
  return JSON.parse(`[${json}]`);
}

/**
 * An ABI item out of its compact form: a letter for the kind (`e` an event, else a function's mutability), the name,
 * inputs and outputs with semicolons between.
 *
 * An item costs a fifth of its JSON in a bundle. Its type is that of the full one, which it was written from.
 */
export function unpackItem(text: string): unknown {
  const [name = "", inputs = "", outputs = ""] = text.slice(1).split(";");
  const stateMutability = MUTABILITIES[text.charAt(0)];
  const named = { name, inputs: unpackParameters(inputs) };
  return stateMutability === undefined
    ? { type: "event", ...named }
    : { type: "function", ...named, outputs: unpackParameters(outputs), stateMutability };
}
