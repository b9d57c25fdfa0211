import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, pad } from "viem";

/** What an agent did, in the order of the contract's enum. */
export const ACTS = ["paid", "bought", "called"] as const;

/** One act of an agent, as its log names it. */
export type MandateActEvent =
  | { act: "paid"; payee: Address; amount: bigint; purpose: Hex }
  | { act: "bought"; purchaseId: Hex; amount: bigint; offerId: Hex }
  | { act: "called"; target: Address; dataHash: Hex; selector: Hex };

const COUNT_BITS = 40n;

function wordsOf(act: MandateActEvent): readonly [Hex, Hex, Hex] {
  switch (act.act) {
    case "paid":
      return [pad(act.payee), numberToHex(act.amount, { size: 32 }), act.purpose];
    case "bought":
      return [act.purchaseId, numberToHex(act.amount, { size: 32 }), act.offerId];
    case "called":
      return [pad(act.target), act.dataHash, pad(act.selector, { dir: "right" })];
  }
}

/** The first head of a mandate's log: its id, with number zero. */
export const firstHead = (mandateId: Hex): Hex =>
  numberToHex((BigInt(mandateId) >> COUNT_BITS) << COUNT_BITS, { size: 32 });

/**
 * The head of a mandate's log after an act: who replays the events of a mandate finds the chain's head, or knows that
 * something is missing.
 *
 * @example
 * ```ts
 * let head = firstHead(mandateId);
 * for (const { policyHash, act } of acts) head = hashAct(head, policyHash, act);
 * console.log(head === (await client.getMandate({ mandateId })).head);
 * ```
 */
export function hashAct(head: Hex, policyHash: Hex, act: MandateActEvent): Hex {
  const types = [...["bytes32", "bytes32", "uint8"], ...["bytes32", "bytes32", "bytes32"]].map((type) => ({ type }));
  const next = keccak256(encodeAbiParameters(types, [head, policyHash, ACTS.indexOf(act.act), ...wordsOf(act)]));
  const number = BigInt.asUintN(Number(COUNT_BITS), BigInt(head)) + 1n;
  return numberToHex(((BigInt(next) >> COUNT_BITS) << COUNT_BITS) | number, { size: 32 });
}
