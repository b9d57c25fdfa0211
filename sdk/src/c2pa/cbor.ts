import { decode, Tokenizer } from "cborg";
import { ManifestBoxError } from "../errors/c2pa.ts";

/**
 * Decodes one CBOR value of a file that somebody else made; maps become `Map`s, tags are dropped.
 *
 * A key that stands in a map twice is refused: readers differ in which of the two they believe.
 */
export function decodeCbor(bytes: Uint8Array, depth: number): unknown {
  try {
    refuseDeep(bytes, depth);
    return decode(bytes, { useMaps: true, allowUndefined: true, rejectDuplicateMapKeys: true, tags: untagged });
  } catch (error) {
    if (error instanceof ManifestBoxError) throw error;
    throw new ManifestBoxError("a value in it is no CBOR", error);
  }
}

type Tag = (decodeControl: () => unknown) => unknown;

/** Every tag there is stands for what it is put on. */
const untagged = new Proxy<Record<number, Tag>>({}, { get: () => (value: () => unknown) => value() });

/** Decoders call themselves for every level: what nests too deep would end them before it ends itself. */
function refuseDeep(bytes: Uint8Array, limit: number): void {
  const tokens = new Tokenizer(bytes, {});
  /** Values still to come on each level. */
  const left: number[] = [1];
  while (!tokens.done()) {
    while (left.at(-1) === 0) left.pop();
    const { type, value } = tokens.next() as { type: { name: string }; value: unknown };
    if (type.name === "break") {
      left.pop();
      continue;
    }
    left.push((left.pop() ?? 1) - 1);
    if (type.name === "tag") left.push(1);
    if (type.name === "array") left.push(Number(value));
    if (type.name === "map") left.push(2 * Number(value));
    if (left.length > limit) throw new ManifestBoxError(`its values are nested deeper than ${limit}`);
  }
}
