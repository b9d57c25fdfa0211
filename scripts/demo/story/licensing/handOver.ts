import { equal, ok, rejects } from "node:assert/strict";
import type { Hex } from "viem";
import type { StorySale } from "../books.ts";
import type { Piece } from "../pieces.ts";
import { type RegisteredRecipe, type Scene, SEATS, TEAM_PRICE, usdc } from "../scene.ts";
import { order } from "./order.ts";
import { refusedBy } from "./refusal.ts";

/** A license that changed hands. */
export interface HandedOver {
  sale: StorySale;
  licenseId: Hex;
  piece: Piece;
  /** The last block in which the seller still held it. */
  before: bigint;
}

/** A license record is an ERC-721: with the token the entitlement moves, and seats and refund end. */
export function handOver(scene: Scene, works: RegisteredRecipe, offerId: Hex, piece: Piece): Promise<HandedOver> {
  const { cast, teller } = scene;
  return teller.step("a team license changes hands", async () => {
    const { assetId } = piece;
    const seller = cast.as("publisher");
    const [from, to, colleague] = [cast.addressOf("publisher"), cast.addressOf("gallery"), cast.addressOf("licensee")];
    const { purchaseId: licenseId } = await order(scene, "publisher", {
      offerId,
      piece,
      price: TEAM_PRICE,
      seats: SEATS,
    });
    const holds = (account: Hex) => seller.holdsLicense({ licenseId, account, assetId, usage: "advertising" });
    await seller.assignSeatAndWait({ licenseId, seat: 1, occupant: colleague });
    ok(await holds(from));
    ok(await holds(colleague), "a seat carries no entitlement");

    const before = await seller.getBlockNumber({ cacheTime: 0 });
    await seller.transferLicenseAndWait({ licenseId, from, to });
    ok(await holds(to), "the entitlement did not move with the token");
    equal(await holds(from), false, "the seller kept the entitlement");
    equal(await holds(colleague), false, "a seat of the seller's outlived the transfer");
    await rejects(seller.refundLicenseAndWait({ licenseId }), refusedBy("LicenseMarketNotRefundable"));
    await cast.as("relayer").finalizeLicenseAndWait({ licenseId, settle: false });
    const sale = { title: `team license, ${SEATS} seats`, recipe: works, paid: TEAM_PRICE };
    return {
      value: { sale, licenseId, piece, before },
      shown: `${usdc(TEAM_PRICE)}, booked when the refund right ended`,
    };
  });
}
