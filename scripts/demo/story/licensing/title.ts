import { equal } from "node:assert/strict";
import type { Hex } from "viem";
import { assetRegistryAbi } from "@imprimatur/sdk/abi";
import type { StorySale } from "../books.ts";
import type { Piece } from "../pieces.ts";
import { PRICES, type RegisteredRecipe, type Scene, usdc } from "../scene.ts";
import { order } from "./order.ts";

/** A work is sold as a work: minted and handed over in the transaction that pays for it. */
export function sellTitle(scene: Scene, works: RegisteredRecipe, offerId: Hex, piece: Piece): Promise<StorySale> {
  const { cast, stack, teller } = scene;
  return teller.step("sell the title of a work, paid by permit", async () => {
    const { receipt } = await order(scene, "gallery", { offerId, piece, price: PRICES.title, by: "permit" });
    const owner = await cast.as("relayer").readContract({
      address: stack.deployment.addressOf("AssetRegistry"),
      abi: assetRegistryAbi,
      functionName: "ownerOf",
      args: [piece.assetId],
    });
    equal(owner, cast.addressOf("gallery"), "the buyer does not own the work");
    const value = { title: "title", recipe: works, paid: PRICES.title };
    return { value, shown: `${usdc(PRICES.title)} for ${piece.name}, an ERC-721 of the buyer, ${receipt.gasUsed} gas` };
  });
}
