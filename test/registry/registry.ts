import type { ArtifactMap } from "hardhat/types/artifacts";
import {
  type Address,
  type ContractFunctionArgs,
  type Hash,
  hashStruct,
  type Hex,
  keccak256,
  numberToHex,
  parseEventLogs,
  sha256,
  stringToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { registerCurators } from "../curation/fixture.ts";
import {
  type Connection,
  createStudio,
  deployProtocol,
  type Protocol,
  type StudioClones,
  type Wallet,
} from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { FIXED_SPLIT, OPTIONS_TYPES } from "../helpers/split.ts";
import { leafHash, type LeafFields, lotTree, proofOf, rootOf } from "../models/lotTree.ts";

type RegistryAbi = ArtifactMap["AssetRegistry"]["abi"];

export type RecipeInput = ContractFunctionArgs<RegistryAbi, "nonpayable", "registerRecipe">[0];
export type LotInput = ContractFunctionArgs<RegistryAbi, "nonpayable", "commitLot">[0];

export const KIND = { work: 0, model: 1, dataset: 2, style: 3, trainingInput: 4 } as const;
export const STATUS = { none: 0, pending: 1, accepted: 2, rejected: 3, suspended: 4 } as const;
export const CLASS = { none: 0, selfPublished: 1, selfCertified: 2, panel: 3 } as const;

/** How a {@link HostileGate} answers. */
export const ANSWER = { plain: 0, nothing: 1, twoWords: 2, bomb: 3, burn: 4, refuse: 5, reenter: 6 } as const;

export const PERPETUAL = 2 ** 40 - 1;
export const ONE = 1_000_000;
export const STACK_CAP = 900_000;
/** Index that stands for every asset of a lot. */
export const WHOLE_LOT = 0xffffffn;
export const MAX_LOT = 65_536;

/** Enough for every call of these tests; named so that a call that reverts is mined and not stopped at estimation. */
export const GAS = 8_000_000n;

export const hashOf = (text: string): Hash => keccak256(stringToHex(text));
export const wordOf = (address: Address): bigint => BigInt(address);
export const lotIdOf = (producer: Address, nonce: bigint): bigint => (BigInt(producer) << 64n) | nonce;
export const assetIdOf = (lotId: bigint, index: number | bigint): bigint => (lotId << 24n) | BigInt(index);

/** The protocol at its production addresses, and people. */
export interface Registry {
  protocol: Protocol;
  licensor: Wallet;
  stranger: Wallet;
  relayer: Wallet;
  contracts: Awaited<ReturnType<typeof contractsOf>>;
}

export async function contractsOf({ connection: { viem }, addressOf }: Protocol) {
  return {
    registry: await viem.getContractAt("AssetRegistry", addressOf("AssetRegistry")),
    splitter: await viem.getContractAt("RoyaltySplitter", addressOf("RoyaltySplitter")),
    licenses: await viem.getContractAt("Licenses", addressOf("Licenses")),
    market: await viem.getContractAt("LicenseMarket", addressOf("LicenseMarket")),
    usdc: await viem.getContractAt("TestUSDC", addressOf("TestUSDC")),
  };
}

export async function deployRegistry(connection?: Connection): Promise<Registry> {
  const protocol = await deployProtocol(connection);
  const [, , , , licensor, stranger, relayer] = protocol.wallets;
  if (licensor === undefined || stranger === undefined || relayer === undefined) throw new Error("Too few accounts");
  return { protocol, licensor, stranger, relayer, contracts: await contractsOf(protocol) };
}

/** A collective of accounts 1 to 4: its registrar is account 1, the others are curators of what that produces. */
export async function createAuditedStudio({ protocol }: Pick<Registry, "protocol">): Promise<StudioClones> {
  const members = protocol.wallets.slice(1, 5);
  const clones = await createStudio(protocol, { founders: members.map(({ account }) => account.address) });
  const curation = await protocol.connection.viem.getContractAt("ICuration", clones.curation);
  await registerCurators({ protocol, clones, curation, members: members.slice(1) });
  return clones;
}

/** A complete recipe without parents, paid to its licensor. */
export function recipeInput(overrides: Partial<RecipeInput> & { licensor: Address }): RecipeInput {
  return {
    kind: KIND.work,
    commitment: hashOf("commitment"),
    metadata: sha256(stringToHex("metadata")),
    parents: [],
    split: [{ account: overrides.licensor, weight: ONE, roles: 1 }],
    options: FIXED_SPLIT,
    terms: { derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0 },
    ...overrides,
  };
}

/** The types of a recipe as EIP-712 writes them. */
const RECIPE_TYPES = {
  ...OPTIONS_TYPES,
  Recipe: [
    { name: "licensor", type: "address" },
    { name: "kind", type: "uint8" },
    { name: "commitment", type: "bytes32" },
    { name: "parents", type: "Parent[]" },
    { name: "split", type: "Payee[]" },
    { name: "options", type: "SplitOptions" },
    { name: "terms", type: "Terms" },
  ],
  Parent: [
    { name: "asset", type: "uint256" },
    { name: "licenseId", type: "bytes32" },
    { name: "rate", type: "uint24" },
  ],
  Payee: [
    { name: "account", type: "address" },
    { name: "weight", type: "uint32" },
    { name: "roles", type: "uint8" },
  ],
  Terms: [
    { name: "derivativeFloor", type: "uint24" },
    { name: "ownerUsages", type: "uint8" },
    { name: "secondaryRate", type: "uint24" },
  ],
} as const;

/** The recipe's id by viem's own EIP-712. */
export function recipeIdOf(input: RecipeInput): Hash {
  const { licensor, kind, commitment, parents, split, options, terms } = input;
  const data = { licensor, kind, commitment, parents, split, options, terms };
  return hashStruct({ types: RECIPE_TYPES, primaryType: "Recipe", data });
}

/** A registered recipe. */
export interface RecipeRecord {
  id: Hash;
  ordinal: number;
  validUntil: number;
}

/** Registers a recipe as its licensor. */
export async function registerRecipe(
  { protocol, contracts: { registry } }: Pick<Registry, "protocol" | "contracts">,
  overrides: Partial<RecipeInput> & { licensor: Address },
): Promise<RecipeRecord> {
  const hash = await registry.write.registerRecipe([recipeInput(overrides), 0n, "0x"], { account: overrides.licensor });
  const { logs } = await protocol.publicClient.waitForTransactionReceipt({ hash });
  const [event] = parseEventLogs({ abi: registry.abi, logs, eventName: "RecipeRegistered" });
  if (event === undefined) throw new Error("RecipeRegistered was not emitted");
  return { id: event.args.recipeId, ordinal: event.args.recipe, validUntil: event.args.validUntil };
}

/** A leaf that says something in every field. */
export function leafOf(index: number): LeafFields {
  return {
    contentHash: sha256(stringToHex(`content ${index}`)),
    c2paHash: hashOf(`c2pa ${index}`),
    recipeCommitment: hashOf("commitment"),
    createdAt: 1_795_000_000n + BigInt(index),
    perceptualHash: hashOf(`perceptual ${index}`),
    machineScore: 990_000 - index,
    reportHash: hashOf(`report ${index}`),
  };
}

/** A lot with its whole tree, before or after its commit. */
export interface BuiltLot {
  lotId: bigint;
  root: Hash;
  leaves: LeafFields[];
  leaf: (index: number) => LeafFields;
  assetId: (index: number | bigint) => bigint;
  proof: (index: number) => Hash[];
}

export function buildLot(producer: Address, nonce: bigint, count: number): BuiltLot {
  const lotId = lotIdOf(producer, nonce);
  const leaves = Array.from({ length: count }, (_, index) => leafOf(index));
  const tree = lotTree(leaves.map((leaf, index) => leafHash(lotId, index, leaf)));
  return {
    lotId,
    root: rootOf(tree),
    leaves,
    leaf: (index) => leaves[index] as LeafFields,
    assetId: (index) => assetIdOf(lotId, index),
    proof: (index) => proofOf(tree, index),
  };
}

/** A complete, independent lot of two assets. */
export function lotInput(overrides: Partial<LotInput> & { recipeId: Hex }): LotInput {
  return {
    nonce: 0n,
    root: hashOf("root"),
    count: 2,
    gate: zeroAddress,
    manifest: sha256(stringToHex("manifest")),
    ...overrides,
  };
}

export interface LotOptions {
  nonce?: bigint;
  count?: number;
  gate?: Address;
}

/** Builds a lot and commits it for its producer. */
export async function commitBuilt(
  { contracts: { registry } }: Pick<Registry, "contracts">,
  recipeId: Hash,
  producer: Address,
  { nonce = 0n, count = 5, gate = zeroAddress }: LotOptions = {},
): Promise<BuiltLot> {
  const lot = buildLot(producer, nonce, count);
  await registry.write.commitLot([lotInput({ recipeId, nonce, root: lot.root, count, gate })], { account: producer });
  return lot;
}

/** Deploys a contract that answers every question of the registry with `word`. */
export async function deployGate({ protocol: { connection } }: Registry, word: bigint) {
  const gate = await connection.viem.deployContract("HostileGate");
  await gate.write.answerWith([ANSWER.plain, word]);
  return gate;
}

/** A studio of which every part obeys the test: `timelock` is an ordinary account. */
export async function recordStudio(registry: Registry, timelock: Address) {
  const studio = await deployGate(registry, wordOf(timelock));
  const gate = await deployGate(registry, wordOf(studio.address));
  await registry.contracts.registry.write.recordStudio([timelock, studio.address, gate.address], { account: timelock });
  return { timelock, studio, gate };
}

export const USAGES = { personal: 1, commercial: 2, training: 8, derivative: 16 } as const;
export const USAGE = { personal: 0, training: 3, derivative: 4 } as const;

export interface LicenseTerms {
  usages: number;
  rate?: number;
  /** Seconds; perpetual if left out. */
  duration?: number;
}

let salts = 0n;

/** Lets the recipe's licensor give a record of an asset, or whole lot, away through the market; resolves to its id. */
export async function grantLicense(
  { contracts: { market, usdc } }: Registry,
  asset: { recipeId: Hash; licensor: Address; assetId: bigint },
  holder: Address,
  { usages, rate = 0, duration = PERPETUAL }: LicenseTerms,
): Promise<Hash> {
  salts += 1n;
  const salt = numberToHex(salts, { size: 32 });
  const isWhole = (asset.assetId & WHOLE_LOT) === WHOLE_LOT;
  const offer = {
    recipeId: asset.recipeId,
    scope: isWhole ? 2 : 0,
    scopeId: isWhole ? asset.assetId : 0n,
    token: usdc.address,
    price: 0n,
    duration,
    start: 0,
    end: PERPETUAL,
    usages,
    rate,
    referral: 0,
    free: true,
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
    salt,
  };
  await market.write.publishOffer([offer], { account: asset.licensor });
  const purchase = {
    offerId: await market.read.offerIdOf([asset.licensor, offer]),
    assetId: asset.assetId,
    licensee: holder,
    referrer: zeroAddress,
    seats: 1,
    maxTotal: 0n,
    deadline: PERPETUAL,
    salt,
  };
  await market.write.purchaseLicense([purchase, false], { account: holder });
  return market.read.purchaseIdOf([purchase]);
}

/** Lets the test send transactions from any address, such as a sibling contract. */
export async function actAs({ protocol }: Registry, account: Address): Promise<Address> {
  const { networkHelpers } = protocol.connection;
  await networkHelpers.setBalance(account, 10n ** 18n);
  await networkHelpers.impersonateAccount(account);
  return account;
}

/** Refusals by the registry itself. */
export type RegistryError = Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"];

/** Asserts that the registry refuses a call with one of its own errors, and that no storage changes. */
export function expectRegistryRefused(
  { protocol, contracts: { registry } }: Registry,
  call: () => Promise<Hash>,
  error: RegistryError,
  args: readonly unknown[],
  others: Address[] = [],
): Promise<void> {
  return expectRefused(protocol, call, { by: registry, error, args, others });
}
