import { type Account, type ContractFunctionArgs, numberToHex, zeroAddress, zeroHash } from "viem";
import type { ArtifactMap } from "hardhat/types/artifacts";
import type { Connection } from "../helpers/protocol.ts";
import { type LeafFields, leafHash, lotTree, proofOf, rootOf } from "../models/lotTree.ts";
import { type BuiltLot, leafOf, lotIdOf } from "../registry/registry.ts";
import {
  type Address,
  assetAt,
  deployMarket,
  GAS,
  type Hash,
  hashOf,
  type Market,
  PERPETUAL,
  registerRecipe,
  USAGES,
  WHOLE_LOT,
} from "./market.ts";

export type RecordGrant = ContractFunctionArgs<ArtifactMap["Licenses"]["abi"], "nonpayable", "grantRecord">[0];

export const STATUS = { none: 0, granted: 1, refunded: 2, revoked: 3 } as const;

/** Two makers' lots of the same contents, and calls as the market makes them. */
export interface Grants extends Market {
  licenses: Market["contracts"]["licenses"];
  /** The market's own address, which the test may use as a sender. */
  seller: Address;
  /** Committed first, by the licensor. */
  early: BuiltLot;
  /** Committed a second later at least, by the stranger. */
  late: BuiltLot;
}

/** Numbers purchases, so that all ids differ. */
let count = 0n;

/** Whole lot of a built lot. */
export const wholeOf = ({ lotId }: BuiltLot): bigint => (lotId << 24n) | WHOLE_LOT;

/** A deployment in which the market's calls on Licenses can be made one by one. */
export async function deployGrants(connection: Connection): Promise<Grants> {
  const market = await deployMarket(connection);
  const { licenses, market: contract } = market.contracts;
  await connection.networkHelpers.impersonateAccount(contract.address);
  await connection.networkHelpers.setBalance(contract.address, 10n ** 20n);
  const early = await commitTree(market, market.recipe.id, market.licensor);
  const other = await registerRecipe(market, { licensor: market.stranger.address, commitment: hashOf("other maker") });
  const late = await commitTree(market, other.id, market.stranger);
  return { ...market, licenses, seller: contract.address, early, late };
}

/** Commits an independent lot of real leaves; by default every lot holds the same five contents. */
export async function commitTree(
  { contracts: { registry } }: Pick<Market, "contracts">,
  recipeId: Hash,
  { address }: Account,
  contents = [0, 1, 2, 3, 4],
): Promise<BuiltLot> {
  count += 1n;
  const nonce = 1_000n + count;
  const lot = buildLot(address, nonce, contents);
  const input = { recipeId, nonce, root: lot.root, count: contents.length, gate: zeroAddress, manifest: zeroHash };
  await registry.write.commitLot([input], { account: address });
  return lot;
}

/** A lot with its whole tree; leaf `i` is of content `contents[i]`. */
function buildLot(producer: Address, nonce: bigint, contents: number[]): BuiltLot {
  const lotId = lotIdOf(producer, nonce);
  const leaves = contents.map(leafOf);
  const tree = lotTree(leaves.map((leaf, index) => leafHash(lotId, index, leaf)));
  return {
    lotId,
    root: rootOf(tree),
    leaves,
    leaf: (index) => leaves[index] as LeafFields,
    assetId: (index) => assetAt(lotId, index),
    proof: (index) => proofOf(tree, index),
  };
}

/** A perpetual right to commercial use of the early lot's first asset, with nothing to it. */
export function grantOf(grants: Grants, overrides: Partial<RecordGrant> = {}): RecordGrant {
  count += 1n;
  return {
    licenseId: numberToHex(count, { size: 32 }),
    offerId: hashOf("offer"),
    assetId: grants.early.assetId(0),
    holder: grants.licensee.address,
    expiry: PERPETUAL,
    rate: 0,
    usages: USAGES.commercial,
    price: 25_000_000n,
    seats: 1,
    transferable: false,
    exclusive: false,
    revocable: false,
    refundable: false,
    contentHash: zeroHash,
    ...overrides,
  };
}

/** An exclusive one of an asset of a lot. */
export function exclusiveOf(
  grants: Grants,
  lot = grants.early,
  index = 0,
  overrides: Partial<RecordGrant> = {},
): RecordGrant {
  const { contentHash } = lot.leaf(index);
  return grantOf(grants, { assetId: lot.assetId(index), exclusive: true, contentHash, ...overrides });
}

/** Writes the record as the market does and resolves to its id. */
export async function granted(grants: Grants, grant: RecordGrant): Promise<Hash> {
  await record(grants, grant);
  return grant.licenseId;
}

/** The transaction of {@link granted}. */
export const record = ({ licenses, seller }: Grants, grant: RecordGrant): Promise<Hash> =>
  licenses.write.grantRecord([grant], { account: seller, gas: GAS });

/** A plain sale as the market makes it. */
export const sellPlain = (
  { licenses, seller, licensee }: Grants,
  assetId: bigint,
  duration = PERPETUAL,
): Promise<Hash> =>
  licenses.write.grantPlain([assetId, licensee.address, USAGES.personal, duration], { account: seller, gas: GAS });

export const renew = ({ licenses, seller }: Grants, licenseId: Hash, duration: number): Promise<Hash> =>
  licenses.write.renewRecord([licenseId, duration], { account: seller, gas: GAS });

export const end = ({ licenses, seller }: Grants, licenseId: Hash, status: number): Promise<Hash> =>
  licenses.write.endRecord([licenseId, status], { account: seller, gas: GAS });

export const closeRefund = ({ licenses, seller }: Grants, licenseId: Hash): Promise<Hash> =>
  licenses.write.closeRefund([licenseId], { account: seller, gas: GAS });
