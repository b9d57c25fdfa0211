import type { Address, Hash } from "viem";
import { GAS as LOT_GAS, hashOf } from "../curation/fixture.ts";
import { type Market, offerInput, prepareMarket, publish, purchaseOf } from "../licensing/market.ts";
import { actAs } from "../studio/replacing.ts";
import { type House, nextNonce, openHouse } from "./committing.ts";
import { callFrom, DAY, GAS, grant, pay, POLICY } from "./mandates.ts";

/** A house on the real protocol, board included, whose agent may do everything that an agent can. */
export interface ActingHouse extends House {
  market: Market;
  offerId: Hash;
  mandateId: Hash;
  restore: () => Promise<void>;
}

/** Twenty days of a mandate without a review before, so that all of it ends at once. */
export async function openActingHouse(): Promise<ActingHouse> {
  const house = await openHouse();
  const market = await prepareMarket(house.protocol);
  const offerId = await publish(market, offerInput(market));
  const validUntil = (await house.connection.networkHelpers.time.latest()) + 20 * DAY;
  const payees: Address[] = [house.payee, market.licensor.address];
  const mandateId = await grant(house, { validUntil, reviewAt: validUntil, payees });
  await actAs(house.protocol, house.clones.board);
  const snapshot = await house.connection.networkHelpers.takeSnapshot();
  return { ...house, market, offerId, mandateId, restore: () => snapshot.restore() };
}

let salts = 0;

/** What an agent can do, each as a transaction that its node does not try out before. */
export const ACTS = {
  pay: (house: ActingHouse) => pay(house, house.mandateId, 1n),
  buy: ({ mandates, mandateId, agent, market, offerId, clones }: ActingHouse) => {
    const purchase = purchaseOf(market, offerId, { licensee: clones.timelock, salt: hashOf(`salt ${++salts}`) });
    return mandates.write.buy([mandateId, POLICY, purchase], { account: agent.account, gas: GAS });
  },
  call: (house: ActingHouse) => callFrom(house, house.mandateId),
  commit: async (house: ActingHouse): Promise<Hash> => {
    const nonce = await nextNonce(house);
    const { registry, recipeId, clones, producer } = house;
    const input = { recipeId, nonce, root: hashOf(`root ${nonce}`), count: 1, gate: clones.curation };
    const lot = { ...input, manifest: hashOf("manifest") };
    return registry.write.commitLot([lot], { account: producer.account, gas: LOT_GAS });
  },
} as const;

export type ActName = keyof typeof ACTS;

/** Mines transactions in one block, in the order of their fees; resolves to what became of each, in that of their list. */
export async function inOneBlock(
  { protocol, connection }: ActingHouse,
  sends: readonly (() => Promise<Hash>)[],
): Promise<string[]> {
  const test = await connection.viem.getTestClient();
  await test.setAutomine(false);
  const hashes: Hash[] = [];
  try {
    for (const send of sends) hashes.push(await send());
    await test.mine({ blocks: 1 });
  } finally {
    await test.setAutomine(true);
  }
  const receipts = await Promise.all(hashes.map((hash) => protocol.publicClient.getTransactionReceipt({ hash })));
  if (new Set(receipts.map(({ blockNumber }) => blockNumber)).size !== 1) throw new Error("More than one block");
  return receipts.map(({ status }) => status);
}

/** All that acts of an agent change. */
export async function effectsOf({ mandates, mandateId, usdc, clones, agent, payee }: ActingHouse): Promise<unknown[]> {
  return [
    await mandates.read.headOf([mandateId]),
    await mandates.read.quotaOf([clones.curation, agent.account.address]).then(({ used, next }) => [used, next]),
    await usdc.read.balanceOf([clones.timelock]),
    await usdc.read.balanceOf([payee]),
  ];
}
