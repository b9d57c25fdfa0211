import { BaseError, type Hex, isHex } from "viem";

/** Where clients, wallets and nodes put an error within another one, or what a contract answered. */
const PLACES = ["cause", "error", "data", "raw", "info", "originalError", "revertData", "return", "result", "body"];

/** How texts announce the data: Parity's, and those of local chains. */
const IN_TEXT = /(?:\breverted |return data: |execution reverted: )(0x[0-9a-f]{8,})/i;

/** Errors do not nest deeper than this; what does is no error. */
const DEPTH = 16;

/**
 * The revert data of a failed call, wherever it is: in any cause, or any place where viem, ethers, wallets, bundlers
 * and nodes put it. Undefined where the call did not revert with any.
 */
export function revertDataOf(error: unknown): Hex | undefined {
  return search(error, { told: false, depth: 0, seen: new Set() });
}

/** `told`: whether somebody who speaks of calls told it, viem or a JSON-RPC answer. */
type Trail = { told: boolean; depth: number; seen: Set<unknown> };

function search(found: unknown, { told, depth, seen }: Trail): Hex | undefined {
  if (typeof found === "string") return told ? dataIn(found, { told, depth, seen }) : undefined;
  if (typeof found !== "object" || found === null || depth > DEPTH || seen.has(found)) return undefined;
  seen.add(found);
  const further = { told: told || found instanceof BaseError || "code" in found, depth: depth + 1, seen };
  const values = new Map<string, unknown>(Object.entries(found));
  if (found instanceof Error) values.set("cause", found.cause);
  const nested = [...PLACES.map((place) => values.get(place)), ...ganache(values.get("data"))];
  const deeper = nested.map((value) => search(value, further)).find((data) => data !== undefined);
  return deeper ?? textIn(found, further);
}

/** A text is data, or JSON that holds it, or says it. */
function dataIn(text: string, trail: Trail): Hex | undefined {
  if (isHex(text)) return text.length >= 10 && text.length % 2 === 0 ? text : undefined;
  if (text.startsWith("{")) {
    try {
      return search(JSON.parse(text), trail);
    } catch {
      return undefined;
    }
  }
  return IN_TEXT.exec(text)?.[1] as Hex | undefined;
}

/** Some nodes only say it in their message. */
function textIn(found: object, { told }: Trail): Hex | undefined {
  const message: unknown = "message" in found ? found.message : undefined;
  return told && typeof message === "string" ? (IN_TEXT.exec(message)?.[1] as Hex | undefined) : undefined;
}

/** Ganache answers by transaction hash. */
function ganache(data: unknown): unknown[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => (isHex(key) ? [value] : []));
}
