import type { ArtifactMap } from "hardhat/types/artifacts";
import {
  type Account,
  type Address,
  type ContractFunctionArgs,
  type Hash,
  type Hex,
  keccak256,
  parseEventLogs,
  stringToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { type Connection, deployProtocol, type Protocol, type Wallet } from "../helpers/protocol.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";

type MarketAbi = ArtifactMap["LicenseMarket"]["abi"];
type RegistryAbi = ArtifactMap["AssetRegistry"]["abi"];

export type OfferInput = ContractFunctionArgs<MarketAbi, "nonpayable", "publishOffer">[0];
export type Purchase = ContractFunctionArgs<MarketAbi, "nonpayable", "purchaseLicense">[0];
export type RecipeInput = ContractFunctionArgs<RegistryAbi, "nonpayable", "registerRecipe">[0];

/** Bits of a set of usages. */
export const USAGES = {
  personal: 1,
  commercial: 2,
  advertising: 4,
  training: 8,
  derivative: 16,
  sublicense: 32,
} as const;

/** Position of a usage in the enum. */
export const USAGE = { personal: 0, commercial: 1, advertising: 2, training: 3, derivative: 4, sublicense: 5 } as const;
export const SCOPE = { recipe: 0, lot: 1, asset: 2, licensor: 3 } as const;
export const KIND = { work: 0, model: 1, dataset: 2, style: 3, trainingInput: 4 } as const;

export const PERPETUAL = 2 ** 40 - 1;
export const WHOLE_LOT = 0xffffffn;
export const DAY = 86_400;

/** Enough for every call of these tests; named so that a call that reverts is mined and not stopped at estimation. */
export const GAS = 5_000_000n;

export interface RecipeRecord {
  id: Hash;
  ordinal: number;
}

/** The protocol with one recipe of `licensor` and one independent lot of 300 assets under it. */
export interface Market {
  protocol: Protocol;
  licensor: Account;
  buyer: Account;
  licensee: Account;
  stranger: Account;
  relayer: Account;
  recipe: RecipeRecord;
  lot: bigint;
  assets: (index: number | bigint) => bigint;
  contracts: Awaited<ReturnType<typeof contractsOf>>;
}

export const LOT_SIZE = 300;
export const FLOOR = 50_000;

export const assetAt = (lot: bigint, index: number | bigint): bigint => (lot << 24n) | BigInt(index);

export const hashOf = (text: string): Hash => keccak256(stringToHex(text));

/** Everything at its production address. */
async function contractsOf({ connection: { viem }, addressOf }: Protocol) {
  return {
    market: await viem.getContractAt("LicenseMarket", addressOf("LicenseMarket")),
    licenses: await viem.getContractAt("Licenses", addressOf("Licenses")),
    registry: await viem.getContractAt("AssetRegistry", addressOf("AssetRegistry")),
    splitter: await viem.getContractAt("RoyaltySplitter", addressOf("RoyaltySplitter")),
    usdc: await viem.getContractAt("TestUSDC", addressOf("TestUSDC")),
    keyed: await viem.getContractAt("TestUSDCKeyed", addressOf("TestUSDCKeyed")),
  };
}

/** A fresh deployment with everything that {@link prepareMarket} makes. */
export async function deployMarket(connection?: Connection): Promise<Market> {
  return prepareMarket(await deployProtocol(connection));
}

/** Gives the buyer money and the splitter its allowance, registers a recipe and commits a lot. */
export async function prepareMarket(protocol: Protocol): Promise<Market> {
  const contracts = await contractsOf(protocol);
  const accountOf = (index: number): Account => (protocol.wallets[index] as Wallet).account;
  const [licensor, buyer, licensee, stranger, relayer] = [1, 2, 3, 4, 5].map(accountOf) as [
    Account,
    Account,
    Account,
    Account,
    Account,
  ];
  for (const { address } of [contracts.usdc, contracts.keyed]) {
    await fund({ protocol, contracts }, address, buyer, { amount: 1_000_000_000_000n, allowance: 2n ** 256n - 1n });
  }
  const base = { protocol, contracts, licensor, buyer, licensee, stranger, relayer };
  const recipe = await registerRecipe(base, { licensor: licensor.address });
  const lot = await commitLot(base, recipe, { account: licensor, count: LOT_SIZE });
  return { ...base, recipe, lot, assets: (index) => assetAt(lot, index) };
}

/** Mints test tokens, of any kind, to an account and lets the splitter collect from it. */
export async function fund(
  { protocol, contracts }: Pick<Market, "protocol" | "contracts">,
  tokenAddress: Address,
  account: Account,
  { amount, allowance = amount }: { amount: bigint; allowance?: bigint },
): Promise<void> {
  const token = await protocol.connection.viem.getContractAt("TestToken", tokenAddress);
  await token.write.mint([account.address, amount]);
  await token.write.approve([contracts.splitter.address, allowance], { account });
}

/** Complete recipe: no parents, one payee, a floor of 5 %. */
export function recipeInput(overrides: Partial<RecipeInput> & { licensor: Address }): RecipeInput {
  return {
    kind: KIND.work,
    commitment: hashOf("commitment"),
    metadata: hashOf("metadata"),
    parents: [],
    split: [{ account: overrides.licensor, weight: 1_000_000, roles: 1 }],
    options: FIXED_SPLIT,
    terms: { derivativeFloor: FLOOR, ownerUsages: 0, secondaryRate: 0 },
    ...overrides,
  };
}

/** Registers a recipe as its licensor. */
export async function registerRecipe(
  { protocol, contracts: { registry } }: Pick<Market, "protocol" | "contracts">,
  overrides: Partial<RecipeInput> & { licensor: Address },
): Promise<RecipeRecord> {
  const hash = await registry.write.registerRecipe([recipeInput(overrides), 0n, "0x"], {
    account: overrides.licensor,
  });
  const { logs } = await protocol.publicClient.waitForTransactionReceipt({ hash });
  const [event] = parseEventLogs({ abi: registry.abi, logs, eventName: "RecipeRegistered" });
  if (event === undefined) throw new Error("RecipeRegistered was not emitted");
  return { id: event.args.recipeId, ordinal: event.args.recipe };
}

let nonce = 0n;

/** Commits an independent lot, which is releasable at once. */
export async function commitLot(
  { contracts: { registry } }: Pick<Market, "contracts">,
  recipe: RecipeRecord,
  { account, count }: { account: Account; count: number },
): Promise<bigint> {
  nonce += 1n;
  const input = { recipeId: recipe.id, nonce, root: hashOf(`root ${nonce}`), count, gate: zeroAddress };
  await registry.write.commitLot([{ ...input, manifest: hashOf("manifest") }], { account });
  return (BigInt(account.address) << 64n) | nonce;
}

/** Least penalty of a refund, 5 %, ppm. */
export const MIN_PENALTY = 50_000;

/**
 * A complete plain offer: 25 USDC for 30 days of personal and commercial use of any asset of the recipe. A refund window
 * brings the least penalty, a title its supply of one.
 */
export function offerInput(market: Market, overrides: Partial<OfferInput> = {}): OfferInput {
  return {
    recipeId: market.recipe.id,
    scope: SCOPE.recipe,
    scopeId: 0n,
    token: market.contracts.usdc.address,
    price: 25_000_000n,
    duration: 30 * DAY,
    start: 0,
    end: PERPETUAL,
    usages: USAGES.personal | USAGES.commercial,
    rate: 0,
    referral: 0,
    free: false,
    title: false,
    exclusive: false,
    transferable: false,
    revocable: false,
    supply: 0,
    perPayer: 0,
    seats: 0,
    refundWindow: 0,
    penalty: 0,
    referrerRoot: zeroHash,
    territory: 0,
    legalPreset: 0,
    textHash: zeroHash,
    salt: zeroHash,
    ...(overrides.refundWindow ? { penalty: MIN_PENALTY } : {}),
    ...(overrides.title === true ? { supply: 1, perPayer: 1 } : {}),
    ...overrides,
  };
}

/** A derivative offer at 10 %. */
export function derivativeOffer(market: Market, overrides: Partial<OfferInput> = {}): OfferInput {
  return offerInput(market, { usages: USAGES.derivative, rate: 100_000, ...overrides });
}

/** Publishes as the licensor and returns the id. */
export async function publish(market: Market, input: OfferInput, account = market.licensor): Promise<Hash> {
  await market.contracts.market.write.publishOffer([input], { account, gas: GAS });
  return market.contracts.market.read.offerIdOf([account.address, input]);
}

/** A complete purchase of asset 7 for the licensee. */
export function purchaseOf(market: Market, offerId: Hash, overrides: Partial<Purchase> = {}): Purchase {
  return {
    offerId,
    assetId: market.assets(7),
    licensee: market.licensee.address,
    referrer: zeroAddress,
    seats: 1,
    maxTotal: 25_000_000n,
    deadline: PERPETUAL,
    salt: zeroHash,
    ...overrides,
  };
}

/** Buys by allowance; resolves to the transaction. */
export function buy(market: Market, purchase: Purchase, account = market.buyer, settle = false): Promise<Hash> {
  return market.contracts.market.write.purchaseLicense([purchase, settle], { account, gas: GAS });
}

/** Buys and returns the purchase id, which is the license id of a record. */
export async function bought(market: Market, purchase: Purchase, account = market.buyer): Promise<Hash> {
  await buy(market, purchase, account);
  return market.contracts.market.read.purchaseIdOf([purchase]);
}

/** Unix time of a mined transaction. */
export async function timeOf({ protocol: { publicClient } }: Market, hash: Hash): Promise<number> {
  const { blockNumber } = await publicClient.waitForTransactionReceipt({ hash });
  return Number((await publicClient.getBlock({ blockNumber })).timestamp);
}

/** A plain license's slot as the event carries it. */
export const slotOf = (personal: number, commercial: number, advertising: number): bigint =>
  BigInt(personal) | (BigInt(commercial) << 40n) | (BigInt(advertising) << 80n);

export type { Account, Address, Hash, Hex };
