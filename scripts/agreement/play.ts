import { createPublicClient, http } from "viem";
import { Random } from "../../test/helpers/random.ts";
import { employ, type Workshop } from "../e2e/agentWork.ts";
import { govern, type GovernedStudio } from "../e2e/governedStudio.ts";
import { type House, openHouse } from "../e2e/house.ts";
import { curate } from "../e2e/randomCuration.ts";
import { type Desk, openDesk } from "../e2e/randomDesk.ts";
import { setUp } from "../e2e/randomGoods.ts";
import { seldom } from "../e2e/randomRarities.ts";
import { exerciseRights } from "../e2e/randomRights.ts";
import { fund, migrate, trade } from "../e2e/randomTrade.ts";
import type { Stack } from "../stack/stack.ts";
import { protocolLogs } from "./eventKinds.ts";
import { protocolAddresses } from "./protocolAddresses.ts";

/** What is played. */
export interface PlayOptions {
  /** Least events of the protocol. */
  events: number;
  /** The same seed plays the same game. */
  seed: number;
  onProgress: (sentence: string) => void;
}

/** Who played. */
export interface Played {
  desk: Desk;
  house: House;
  governed: GovernedStudio;
  workshop: Workshop;
}

/** Steps of the trade between two looks at what else happens. */
const STEPS = 400;

/** Lets everything happen that can, then anything at random until there were enough events. */
export async function play(stack: Stack, { events, seed, onProgress }: PlayOptions): Promise<Played> {
  const random = new Random(seed);
  onProgress("trading: recipes, offers, licenses, royalties");
  const desk = await openDesk(stack, random);
  await setUp(desk);
  await fund(desk);
  await trade(desk, STEPS / 2);
  await migrate(desk);
  await desk.close();
  onProgress("curating: lots, audits, disputes");
  const house = await openHouse(stack, random);
  await curate(house);
  await seldom(stack, house);
  onProgress("exercising rights: renewals, revocations, exclusive licenses");
  await exerciseRights(stack);
  onProgress("governing: members, proposals, ethics board, successors");
  const governed = await govern(stack);
  onProgress("employing agents: mandates, commissions, statements, contests");
  const workshop = await employ(stack);

  const client = createPublicClient({ transport: http(stack.rpcUrl, { timeout: 120_000 }) });
  let [count, next] = [0, 0n];
  for (;;) {
    const head = await client.getBlockNumber({ cacheTime: 0 });
    count += (await protocolLogs(client, await protocolAddresses(client, stack.deployment), next)).length;
    next = head + 1n;
    onProgress(`${count.toLocaleString("en-US")} events by block ${head}`);
    if (count >= events) return { desk, house, governed, workshop };
    await desk.open();
    await trade(desk, STEPS);
    await desk.close();
  }
}
