import type { Hex } from "viem";
import { licenseMarketOfferPublishedEvent } from "../abi/index.ts";
import { fetchEventLogs, fetchLogs } from "../logs/fetchLogs.ts";
import { fromOfferInput, type OfferArgs, type OfferInput } from "../licensing/offer.ts";
import { CheckFailedError } from "./errors.ts";
import type { Session } from "./session.ts";

/** An offer with the terms that its event tells: all of them, those that the market does not keep included. */
export type PublishedOffer = { offerId: Hex; recipe: number; terms: OfferArgs };

/** Offers of all recipes, or of one, oldest first. */
export async function listOffers(session: Session, recipe?: number): Promise<PublishedOffer[]> {
  const { client, addresses, fromBlock } = await session.connect();
  const events = [licenseMarketOfferPublishedEvent] as const;
  const logs = await fetchLogs(client, { address: addresses.licenseMarket, events, fromBlock });
  return logs.map(({ args }) => toOffer(args)).filter((offer) => recipe === undefined || offer.recipe === recipe);
}

/** The published terms of an offer. */
export async function findOffer(session: Session, offerId: Hex): Promise<PublishedOffer> {
  const { client, addresses, fromBlock } = await session.connect();
  const [log] = await fetchEventLogs(client, {
    ...{ address: addresses.licenseMarket, event: licenseMarketOfferPublishedEvent, fromBlock },
    args: { offerId },
  });
  if (log === undefined) throw new CheckFailedError(`No offer ${offerId} was published on this chain.`);
  return toOffer(log.args);
}

const toOffer = ({ offerId, recipe, input }: { offerId: Hex; recipe: number; input: unknown }): PublishedOffer => ({
  offerId,
  recipe,
  terms: fromOfferInput(input as OfferInput),
});
