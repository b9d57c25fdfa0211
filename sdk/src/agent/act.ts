import type { Address, Hex } from "viem";
import type { Purchase } from "../licensing/purchase.ts";

/** What an agent does under its mandate. */
export type AgentAct =
  | {
      type: "pay";
      payee: Address;
      /** Units of the mandate's token. */
      amount: bigint;
      /** What for: an invoice, an order of compute. */
      purpose: Hex;
    }
  | { type: "buy"; purchase: Purchase }
  | { type: "call"; target: Address; data: Hex }
  | {
      type: "commit";
      lotId: bigint;
      count: number;
      /** The gate that is to judge the lot. */
      gate: Address;
    };

/** A function that a mandate lists. */
export type CallRule = { target: Address; selector: Hex };

/** What an offer says about its payment. */
export type OfferFacts = {
  offerId: Hex;
  assetId: bigint;
  token: Address;
  /** Token units per seat. */
  price: bigint;
  /** Who has it in hand: the owner who sells its token, or the licensor of the asset's recipe. */
  seller: Address;
};
