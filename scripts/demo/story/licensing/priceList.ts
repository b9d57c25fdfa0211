import { equal } from "node:assert/strict";
import { appointAgent, publishOffer } from "@imprimatur/sdk/actions";
import { offerWithText } from "@imprimatur/sdk/legal";
import type { Hex, Log } from "viem";
import { passProposal } from "../governance.ts";
import { save } from "../output.ts";
import type { Pieces } from "../pieces.ts";
import { PRICES, type RegisteredRecipe, type Scene, type StudioClones, usdc, YEAR } from "../scene.ts";

/** What the studio sells by its members' vote: ids of offers. */
export interface PriceList {
  /** Any work, by the year. */
  commercial: Hex;
  /** One work, to keep. */
  title: Hex;
  /** One work, to a single licensee. */
  exclusive: Hex;
}

/** The members vote on a price list, and on an agent who may add to it above a floor. */
export function offerByVote(
  scene: Scene,
  studio: StudioClones,
  { recipeId }: RegisteredRecipe,
  pieces: Pieces,
): Promise<PriceList> {
  const { cast, clock, stack, teller, token } = scene;
  return teller.step("first proposal: a price list and a licensing agent", async () => {
    const licenseMarket = stack.deployment.addressOf("LicenseMarket");
    const end = (await clock.now()) + 2n * YEAR;
    const terms = { recipeId, token, duration: YEAR, end };
    const commercial = offerWithText({ preset: "commercial", offer: { ...terms, price: PRICES.commercial } });
    const exclusive = offerWithText({
      preset: "exclusive",
      offer: { ...terms, price: PRICES.exclusive, scope: "asset", scopeId: pieces.exclusive.assetId },
    });
    const title = {
      ...terms,
      price: PRICES.title,
      duration: "perpetual",
      title: true,
      supply: 1,
      perPayer: 1,
      usages: ["personal"],
      scope: "asset",
      scopeId: pieces.titled.assetId,
    } as const;
    const { logs } = await passProposal(scene, studio, {
      title: "Sell our works",
      body: `Yearly licenses for ${usdc(PRICES.commercial)}, one title, one exclusive license, an agent for teams.`,
      calls: [
        publishOffer.encode({ licenseMarket, ...commercial.offer }),
        publishOffer.encode({ licenseMarket, ...title }),
        publishOffer.encode({ licenseMarket, ...exclusive.offer }),
        appointAgent.encode({
          licenseMarket,
          recipeId,
          agent: cast.addressOf("agent"),
          until: end,
          usages: ["personal", "commercial", "advertising"],
          token,
          minPrice: PRICES.floor,
          minRate: 0,
        }),
      ],
    });
    await save(scene, "license-commercial.md", commercial.markdown);
    await save(scene, "license-exclusive.md", exclusive.markdown);
    const [first, second, third, ...more] = publishedIn(logs);
    if (first === undefined || second === undefined || third === undefined) throw new Error("an offer is missing");
    equal(more.length, 0);
    const value = { commercial: first, title: second, exclusive: third };
    return { value, shown: "three offers, and a floor for the agent, in one vote" };
  });
}

/** Ids of the offers that one transaction published, in its order. */
function publishedIn(logs: readonly Log[]): Hex[] {
  return logs.flatMap((log) => {
    try {
      return [publishOffer.extractEvent([log]).offerId];
    } catch {
      return [];
    }
  });
}
