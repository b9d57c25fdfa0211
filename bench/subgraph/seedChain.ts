import { assetAt, toLotId } from "@imprimatur/sdk";
import { reputationTokenAbi, royaltySplitterAbi } from "@imprimatur/sdk/abi";
import { type Address, encodeFunctionData, type Hex, keccak256, numberToHex, toHex, zeroAddress, zeroHash } from "viem";
import { openHouse } from "../../scripts/e2e/house.ts";
import { type Desk, type Good, openDesk } from "../../scripts/e2e/randomDesk.ts";
import { setUp } from "../../scripts/e2e/randomGoods.ts";
import { fund } from "../../scripts/e2e/randomTrade.ts";
import type { Stack } from "../../scripts/stack/stack.ts";
import { Random } from "../../test/helpers/random.ts";

/** How much of everything happens. */
export interface Amounts {
  purchases: number;
  pots: number;
  lots: number;
  grants: number;
}

/** graph-node hands the whole input of its transaction to the handler of each event: nobody sends many at once. */
const SMALL_A_BLOCK = 100;
const POTS_A_BLOCK = 20;
const POTS = 10;
const NEVER = 4_000_000_000n;
const LOT = 65_536;
const NONCE = 1_000n;

/** Calls of one sender that wait to be sent together. */
class Batch {
  readonly #rpcUrl: string;
  #waiting: object[] = [];

  constructor(rpcUrl: string) {
    this.#rpcUrl = rpcUrl;
  }

  add(from: Address, to: Address, data: Hex, gas: number): void {
    const params = [{ from, to, data, gas: toHex(gas), gasPrice: toHex(20_000_000_000) }];
    this.#waiting.push({ jsonrpc: "2.0", id: this.#waiting.length, method: "eth_sendTransaction", params });
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** Sends everything in one request, and mines one block of it. */
  async mine(): Promise<void> {
    const mine = { jsonrpc: "2.0", id: this.#waiting.length, method: "evm_mine", params: [] };
    const body = JSON.stringify([...this.#waiting, mine]);
    const answer = await fetch(this.#rpcUrl, { method: "POST", headers: { "content-type": "application/json" }, body });
    const failed = ((await answer.json()) as { error?: { message: string } }[]).find(
      ({ error }) => error !== undefined,
    );
    if (failed !== undefined) throw new Error(failed.error?.message);
    this.#waiting = [];
  }
}

/** Sells, settles, funds and moves pots, commits lots and grants reputation, in blocks of some hundred events. */
export async function seedChain(stack: Stack, amounts: Amounts): Promise<Desk> {
  const random = new Random(20_261_121);
  const desk = await openDesk(stack, random);
  await setUp(desk);
  await fund(desk);
  await desk.close();
  const house = await openHouse(stack, random);
  const { reputation } = await house.registrar.getStudio({ studio: house.studio });
  const timelock = house.timelock.account.address;
  await desk.open();
  const batch = new Batch(stack.rpcUrl);
  await commitLots(desk, batch, amounts.lots);
  await sell(desk, batch, amounts.purchases);
  await fillPots(desk, batch, amounts.pots);
  await grant(batch, { from: timelock, reputation, grants: amounts.grants });
  await desk.close();
  return desk;
}

/** The last recipe has changed hands, and with it the right to commit lots. */
const ownGoods = ({ goods }: Desk): Good[] => goods.slice(0, -1);

/** A large lot of every recipe, then small ones. */
async function commitLots(desk: Desk, batch: Batch, lots: number): Promise<void> {
  const { registry } = desk.contracts;
  const [licensor = zeroAddress] = desk.accounts;
  const goods = ownGoods(desk);
  for (let i = 0; i < lots; i++) {
    const { recipeId } = goods[i % goods.length] ?? { recipeId: zeroHash };
    const lot = { recipeId, nonce: NONCE + BigInt(i), root: keccak256(numberToHex(i)), gate: zeroAddress };
    const count = i < goods.length ? LOT : 1 + (i % 1_000);
    const args = [{ ...lot, count, manifest: zeroHash }] as const;
    batch.add(
      licensor,
      registry.address,
      encodeFunctionData({ ...registry, functionName: "commitLot", args }),
      300_000,
    );
    if (batch.size === SMALL_A_BLOCK) await batch.mine();
  }
  await batch.mine();
}

/** Plain licenses of as many assets to as many people, every other one with settlement. */
async function sell(desk: Desk, batch: Batch, purchases: number): Promise<void> {
  const { accounts, contracts, random } = desk;
  const { market } = contracts;
  const [buyer = zeroAddress] = accounts;
  const sellers = ownGoods(desk);
  for (let sold = 0; sold < purchases; sold++) {
    const place = sold % sellers.length;
    const purchase = {
      offerId: sellers[place]?.offers[0] ?? zeroHash,
      assetId: assetAt(toLotId(buyer, NONCE + BigInt(place)), random.integer(0, LOT - 1)),
      licensee: numberToHex(random.big(1n, 2n ** 160n - 1n), { size: 20 }),
      ...{ referrer: zeroAddress, seats: 0, maxTotal: 10n ** 18n, deadline: Number(NEVER) },
      salt: numberToHex(sold + 1, { size: 32 }),
    };
    const args = [purchase, sold % 2 === 0] as const;
    batch.add(buyer, market.address, encodeFunctionData({ ...market, functionName: "purchaseLicense", args }), 550_000);
    if (batch.size === SMALL_A_BLOCK) await batch.mine();
  }
  await batch.mine();
}

/** Pots are funded, and half of each is moved to another. */
async function fillPots({ accounts, contracts, tokens }: Desk, batch: Batch, pots: number): Promise<void> {
  const [from = zeroAddress] = accounts;
  const [token = zeroAddress] = tokens;
  const { address } = contracts.splitter;
  const id = (i: number): Hex => numberToHex(i + 1, { size: 32 });
  for (let first = 0; first < pots; first += POTS) {
    const calls = Array.from({ length: POTS }, (_, i) => [
      encodeFunctionData({ abi: royaltySplitterAbi, functionName: "fundPot", args: [from, id(first + i), token, 10n] }),
      encodeFunctionData({
        abi: royaltySplitterAbi,
        functionName: "movePot",
        args: [id(first + i), id(first + i + pots), token, 5n],
      }),
    ]).flat();
    const args = [calls] as const;
    batch.add(
      from,
      address,
      encodeFunctionData({ abi: royaltySplitterAbi, functionName: "multicall", args }),
      2_500_000,
    );
    if (batch.size === POTS_A_BLOCK) await batch.mine();
  }
  await batch.mine();
}

interface Grants {
  from: Address;
  reputation: Address;
  grants: number;
}

/** Small grants to as many members. */
async function grant(batch: Batch, { from, reputation, grants }: Grants): Promise<void> {
  for (let i = 0; i < grants; i++) {
    const account = numberToHex(1_000_000n + BigInt(i), { size: 20 });
    const args = [account, 10n ** 15n, zeroHash, keccak256(account)] as const;
    batch.add(from, reputation, encodeFunctionData({ abi: reputationTokenAbi, functionName: "mint", args }), 400_000);
    if (batch.size === SMALL_A_BLOCK) await batch.mine();
  }
  await batch.mine();
}
