import { type Hex, zeroHash } from "viem";
import type { AssetLeaf } from "../merkle/types.ts";
import { fromPaymentInput, type Payment, type PaymentInput, toPaymentInput } from "./payment.ts";
import { fromPurchaseInput, type Purchase, type PurchaseInput, toPurchaseInput } from "./purchase.ts";

/** What a sale may want to see beside the purchase. */
export type Evidence = {
  /** The asset's leaf, for a title or an exclusive license. */
  leaf?: AssetLeaf;
  /** Proof of the leaf in its lot. */
  proof?: readonly Hex[];
  /** Proof of the referrer in the offer's list; none for a list of one. */
  referrerProof?: readonly Hex[];
};

/** A purchase with all it may need. */
export type Order = {
  /** From `toPurchase`. */
  purchase: Purchase;
  evidence?: Evidence;
  /** Out of the sender's allowance by default. */
  payment?: Payment;
  /** Whether to credit the recipe's parents in the same transaction; not by default. */
  settle?: boolean;
};

/** The struct of an order as contracts take it. */
export type OrderInput = {
  purchase: PurchaseInput;
  evidence: { leaf: AssetLeaf; proof: readonly Hex[]; referrerProof: readonly Hex[] };
  payment: PaymentInput;
  settle: boolean;
};

const NO_LEAF: AssetLeaf = {
  contentHash: zeroHash,
  c2paHash: zeroHash,
  recipeCommitment: zeroHash,
  createdAt: 0n,
  perceptualHash: zeroHash,
  machineScore: 0,
  reportHash: zeroHash,
};

/** An order as contracts take it. */
export function toOrderInput({ purchase, evidence = {}, payment, settle = false }: Order): OrderInput {
  const { leaf = NO_LEAF, proof = [], referrerProof = [] } = evidence;
  return {
    purchase: toPurchaseInput(purchase),
    evidence: { leaf, proof, referrerProof },
    payment: toPaymentInput(payment ?? { method: "allowance" }),
    settle,
  };
}

/** The inverse of {@link toOrderInput}, with nothing left out. */
export function fromOrderInput({ purchase, evidence, payment, settle }: OrderInput): Order {
  return { purchase: fromPurchaseInput(purchase), evidence, payment: fromPaymentInput(payment), settle };
}
