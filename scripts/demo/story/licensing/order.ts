import { equal } from "node:assert/strict";
import { PERMIT2, type Purchase } from "@imprimatur/sdk";
import type { Hex } from "viem";
import type { Role } from "../../cast.ts";
import type { Piece } from "../pieces.ts";
import { allow, sendAll } from "../purse.ts";
import type { Scene } from "../scene.ts";

/** What somebody orders for itself. */
export interface Wish {
  offerId: Hex;
  piece: Piece;
  /** What it must cost: the price times the seats. */
  price: bigint;
  seats?: number;
  /** How it is paid; out of an exact allowance by default. */
  by?: "allowance" | "permit" | "permit2";
}

/** Orders with proof of the asset's content, paid in the way that the buyer wishes. */
export async function order(scene: Scene, buyer: Role, { offerId, piece, price, seats = 0, by = "allowance" }: Wish) {
  const player = scene.cast.as(buyer);
  const payer = scene.cast.addressOf(buyer);
  const { assetId, evidence } = piece;
  const purchase = await player.toPurchase({ offerId, assetId, licensee: payer, maxTotal: price, seats });
  const quote = await player.quotePurchase({ purchase, payer });
  equal(quote.gross, price, "the quote is another one than the offer's price");
  if (by === "permit") {
    return player.purchaseOrderAndWait({ purchase, evidence, payment: await player.signPermit({ purchase }) });
  }
  if (by === "permit2") return orderByPermit2(scene, buyer, purchase, evidence);
  await sendAll(scene, buyer, quote.requirements);
  return player.purchaseOrderAndWait({ purchase, evidence });
}

/** The buyer has approved Permit2 once and signs; somebody else sends. */
async function orderByPermit2(scene: Scene, buyer: Role, purchase: Purchase, evidence: Piece["evidence"]) {
  await allow(scene, buyer, purchase.maxTotal, PERMIT2);
  const payment = await scene.cast.as(buyer).signPermit2Purchase({ purchase });
  return scene.cast.as("relayer").purchaseOrderAndWait({ purchase, evidence, payment });
}
