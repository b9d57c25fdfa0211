import {
  type Address,
  type Chain,
  createTestClient,
  createWalletClient,
  type Hex,
  http,
  numberToHex,
  publicActions,
  type PublicClient,
  type Transport,
  zeroAddress,
  zeroHash,
} from "viem";
import { hardhat } from "viem/chains";
import { toRecipeInput } from "@imprimatur/sdk";
import { assetRegistryAbi, licenseMarketAbi, royaltySplitterAbi } from "@imprimatur/sdk/abi";
import type { Random } from "../../test/helpers/random.ts";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";

const RECIPES = 12;
const ACCOUNTS = 6;
const TRANSACTIONS_A_BLOCK = 8;
const GAS = 2_000_000n;
const STACK_CAP = 900_000;
const ONE = 1_000_000;
const PERPETUAL = 2n ** 40n - 1n;
const NEVER = 4_000_000_000;

/** One recipe with its single asset and its offer. */
export interface Good {
  recipe: number;
  asset: bigint;
  offer: Hex;
  token: Address;
  stack: number;
  payees: Address[];
}

/** What was set up, and who took part. */
export interface Trade {
  goods: Good[];
  accounts: Address[];
  tokens: Address[];
}

/** A chain to trade on: one account pays for and sends everything, several transactions a block. */
export interface Desk extends Trade {
  random: Random;
  client: PublicClient<Transport, Chain>;
  send(request: Request): Promise<void>;
  mine(): Promise<void>;
}

interface Request {
  address: Address;
  abi: readonly unknown[];
  functionName: string;
  args: readonly unknown[];
}

/** Opens a desk on a fresh stack. */
export async function openDesk(stack: Stack, random: Random): Promise<Desk> {
  const transport = http(stack.rpcUrl);
  const client = createTestClient({ mode: "hardhat", chain: hardhat, transport, cacheTime: 0 }).extend(publicActions);
  const wallet = createWalletClient({ account: localAccount(0), chain: hardhat, transport });
  let nonce = await client.getTransactionCount({ address: wallet.account.address });
  let waiting = 0;
  await client.setAutomine(false);
  const mine = async (): Promise<void> => {
    await client.mine({ blocks: 1 });
    waiting = 0;
  };
  return {
    goods: [],
    accounts: Array.from({ length: ACCOUNTS }, (_, i) => localAccount(i).address),
    tokens: [stack.deployment.addressOf("TestUSDC"), stack.deployment.addressOf("TestUSDCKeyed")],
    random,
    client,
    mine,
    send: async (request) => {
      await wallet.writeContract({ ...request, gas: GAS, nonce: nonce++ });
      waiting += 1;
      if (waiting === TRANSACTIONS_A_BLOCK) await mine();
    },
  };
}

/** Registers a random lineage of recipes, each with one asset and one offer for it. */
export async function setUp(desk: Desk, stack: Stack): Promise<void> {
  const { client, accounts, random, tokens } = desk;
  const registry = { address: stack.deployment.addressOf("AssetRegistry"), abi: assetRegistryAbi } as const;
  const market = { address: stack.deployment.addressOf("LicenseMarket"), abi: licenseMarketAbi } as const;
  const [licensor = zeroAddress] = accounts;
  for (let recipe = 1; recipe <= RECIPES; recipe++) {
    const { parents, stack: taken } = pickParents(desk);
    const split = pickSplit(desk);
    const terms = { derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0 };
    const options = toRecipeInput({ licensor, kind: "work", split: [] }).options;
    const texts = { commitment: numberToHex(recipe, { size: 32 }), metadata: zeroHash };
    const input = { licensor, kind: recipe % 5, ...texts, parents, split, options, terms };
    await desk.send({ ...registry, functionName: "registerRecipe", args: [input, 0n, "0x"] });
    await desk.mine();
    const recipeId = await client.readContract({ ...registry, functionName: "recipeIdOf", args: [recipe] });
    const root = numberToHex(recipe, { size: 32 });
    const lot = { recipeId, nonce: BigInt(recipe), root, count: 1, gate: zeroAddress, manifest: zeroHash };
    await desk.send({ ...registry, functionName: "commitLot", args: [lot] });

    const token = random.pick(tokens);
    const offerInput = offerFor(desk, recipeId, token);
    const offer = await client.readContract({ ...market, functionName: "offerIdOf", args: [licensor, offerInput] });
    await desk.send({ ...market, functionName: "publishOffer", args: [offerInput] });
    const asset = ((BigInt(licensor) << 64n) | BigInt(recipe)) << 24n;
    desk.goods.push({ recipe, asset, offer, token, stack: taken, payees: split.map(({ account }) => account) });
  }
  await desk.mine();
}

/** Up to three of the recipes so far, as far as the cap on the stack lets them in. */
function pickParents({ goods, random }: Desk): { parents: object[]; stack: number } {
  let stack = 0;
  const parents = [...goods].slice(-5).flatMap((good) => {
    const rate = random.integer(0, 80_000);
    if (random.chance(400_000) || stack + good.stack + rate > STACK_CAP) return [];
    stack += good.stack + rate;
    return [{ asset: good.asset, licenseId: zeroHash, rate }];
  });
  return { parents, stack };
}

function pickSplit({ accounts, random }: Desk): { account: Address; weight: number; roles: number }[] {
  const chosen = accounts.filter(() => random.chance(500_000));
  const payees = chosen.length === 0 ? accounts.slice(0, 1) : chosen;
  let left = ONE;
  const lines = payees.map((account, i) => {
    const weight = i === payees.length - 1 ? left : random.integer(1, left - (payees.length - i));
    left -= weight;
    return { account, weight, roles: random.integer(0, 255) };
  });
  return lines.sort((a, b) => (BigInt(a.account) < BigInt(b.account) ? -1 : 1));
}

/** Fields of an offer that no issue has brought yet. */
const LATER = {
  title: false,
  exclusive: false,
  transferable: false,
  revocable: false,
  referral: 0,
  supply: 0,
  perPayer: 0,
  seats: 0,
  refundWindow: 0,
  penalty: 0,
  referrerRoot: zeroHash,
} as const;

function offerFor({ random }: Desk, recipeId: Hex, token: Address) {
  return {
    ...LATER,
    recipeId,
    scope: 0,
    scopeId: 0n,
    token,
    price: random.big(1n, random.chance(500_000) ? 50n : 10n ** 9n),
    duration: random.chance(300_000) ? Number(PERPETUAL) : random.integer(3_600, 10_000_000),
    start: 0,
    end: NEVER,
    usages: random.integer(1, 7),
    rate: 0,
    free: false,
    territory: 0,
    legalPreset: 0,
    textHash: zeroHash,
    salt: zeroHash,
  };
}

/** Gives the buyer money, then buys, settles, claims and withdraws at random; what the contracts refuse is no event. */
export async function trade(desk: Desk, stack: Stack, steps: number): Promise<void> {
  const splitter = { address: stack.deployment.addressOf("RoyaltySplitter"), abi: royaltySplitterAbi } as const;
  const market = { address: stack.deployment.addressOf("LicenseMarket"), abi: licenseMarketAbi } as const;
  const [buyer = zeroAddress] = desk.accounts;
  for (const address of desk.tokens) {
    await desk.send({ address, abi: TOKEN, functionName: "mint", args: [buyer, 10n ** 30n] });
    await desk.send({ address, abi: TOKEN, functionName: "approve", args: [splitter.address, 10n ** 30n] });
  }
  for (let step = 0; step < steps; step++) {
    const { random } = desk;
    const good = random.pick(desk.goods);
    const account = random.pick(random.chance(100_000) ? desk.accounts : good.payees);
    const token = random.chance(200_000) ? random.pick(desk.tokens) : good.token;
    const { recipe } = good;
    const acts: Request[] = [
      { ...market, functionName: "purchaseLicense", args: [purchaseOf(desk, good, step), random.chance(300_000)] },
      { ...market, functionName: "purchaseLicense", args: [purchaseOf(desk, good, step), random.chance(300_000)] },
      { ...splitter, functionName: "settle", args: [someRecipes(random), token] },
      { ...splitter, functionName: "claim", args: [recipe, token, account] },
      { ...splitter, functionName: "claimToWallet", args: [recipe, token, account] },
      { ...splitter, functionName: "withdraw", args: [token, account] },
    ];
    await desk.send(random.pick(acts));
  }
  await desk.mine();
}

function purchaseOf({ random, accounts }: Desk, { offer, asset }: Good, step: number) {
  const limits = { seats: 0, maxTotal: 10n ** 18n, deadline: NEVER, salt: numberToHex(step + 1, { size: 32 }) };
  return { offerId: offer, assetId: asset, licensee: random.pick(accounts), referrer: zeroAddress, ...limits };
}

function someRecipes(random: Random): number[] {
  const chosen = Array.from({ length: RECIPES }, (_, i) => RECIPES - i).filter(() => random.chance(300_000));
  return random.chance(200_000) ? chosen.reverse() : chosen;
}

const TOKEN = [
  {
    type: "function",
    name: "mint",
    stateMutability: "nonpayable",
    inputs: [
      { name: "account", type: "address" },
      { name: "amount", type: "uint256" },
    ],
    outputs: [],
  },
  {
    type: "function",
    name: "approve",
    stateMutability: "nonpayable",
    inputs: [
      { name: "spender", type: "address" },
      { name: "amount", type: "uint256" },
    ],
    outputs: [{ type: "bool" }],
  },
] as const;
