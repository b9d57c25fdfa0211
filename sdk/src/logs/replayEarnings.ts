import { type Address, type Client, isAddressEqual } from "viem";
import type { EarningRecord } from "../data/studioData.ts";
import type { BlockRange } from "./fetchLogs.ts";
import { fetchMoneyEvents, type MoneyAddresses, type MoneyEvent } from "./moneyEvents.ts";
import { RoyaltyReplay } from "./royaltyReplay.ts";

type Credit = { to: Address; token: Address; recipe: number | undefined; amount: bigint };

/** Whom a step of the books credits, and for which recipe. */
function creditsOf(event: MoneyEvent, replay: RoyaltyReplay): Credit[] {
  if (event.type === "income") {
    const { token, recipe, seller, kept, referrer, referral } = event;
    return [
      { to: seller, token, recipe, amount: kept },
      { to: referrer, token, recipe, amount: referral },
    ];
  }
  if (event.type === "claimed" || event.type === "merkleClaimed") {
    const { account, token, recipe, amount } = event;
    return [{ to: replay.recipient(account), token, recipe, amount }];
  }
  if (event.type === "potReleased" || event.type === "compensated") {
    const { to, token, sale, amount } = event;
    return [{ to, token, recipe: sale?.recipe, amount }];
  }
  return [];
}

/** What an account was credited with in a token, by the recipe that it came from. */
export async function replayEarnings(
  client: Client,
  parameters: BlockRange & { addresses: MoneyAddresses; account: Address; token: Address },
): Promise<EarningRecord[]> {
  const { account, token, ...range } = parameters;
  const replay = new RoyaltyReplay();
  const totals = new Map<number, bigint>();
  for (const event of await fetchMoneyEvents(client, range)) {
    for (const { to, recipe, amount, ...credit } of creditsOf(event, replay)) {
      const isMine = isAddressEqual(to, account) && isAddressEqual(credit.token, token);
      if (isMine && recipe !== undefined && amount > 0n) totals.set(recipe, (totals.get(recipe) ?? 0n) + amount);
    }
    replay.apply(event);
  }
  return [...totals].map(([recipe, total]) => ({ recipe, total })).sort((a, b) => a.recipe - b.recipe);
}
