import { rejects } from "node:assert/strict";
import { offerWithText } from "@imprimatur/sdk/legal";
import type { Hex } from "viem";
import { save } from "../output.ts";
import { PRICES, REFUND, type RegisteredRecipe, type Scene, SEATS, usdc, YEAR } from "../scene.ts";
import { refusedBy } from "./refusal.ts";

/** The agent publishes an offer for teams without a vote; below the members' floor it cannot. */
export function offerByAgent(scene: Scene, { recipeId }: RegisteredRecipe): Promise<Hex> {
  const { cast, clock, teller, token } = scene;
  return teller.step("the agent offers team licenses, not below its floor", async () => {
    const agent = cast.as("agent");
    const end = (await clock.now()) + YEAR;
    const offerFor = (price: bigint) =>
      offerWithText({
        preset: "advertising",
        offer: {
          recipeId,
          token,
          price,
          duration: YEAR,
          end,
          seats: SEATS,
          transferable: true,
          refundWindow: REFUND.seconds,
          penalty: REFUND.penalty,
        },
      });
    await rejects(
      agent.publishOfferAndWait(offerFor(PRICES.floor - 1n).offer),
      refusedBy("LicenseMarketOverAgency"),
      "the agent sold below its floor",
    );
    const { offer, markdown } = offerFor(PRICES.seat);
    const { offerId } = await agent.publishOfferAndWait(offer);
    await save(scene, "license-team.md", markdown);
    return { value: offerId, shown: `${usdc(PRICES.seat)} a seat; ${usdc(PRICES.floor - 1n)} was refused` };
  });
}
