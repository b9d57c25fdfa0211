import { type Address, getAddress, type Hash, maxUint256, padHex, toHex } from "viem";
import { PRESET, type Wallet } from "../helpers/protocol.ts";
import {
  assetOf,
  commitLot,
  decide,
  type Ethics,
  EVIDENCE,
  GAS,
  payloads,
  POWER,
  REASON,
  registerRecipe,
  registryOf,
  reviewInput,
  setUpEthics,
} from "./ethics.ts";

/** What a claim costs in these tests: 25 units of a token with six decimals. */
export const BOND = 25_000_000n;
/** What each claimant puts aside. */
export const DEPOSIT = 4n * BOND;

/** A solo studio with a board of five, a recipe, an accepted lot, bonded claims, and two claimants with deposits. */
export interface Claims extends Ethics {
  registry: Awaited<ReturnType<typeof registryOf>>;
  splitter: Awaited<ReturnType<typeof splitterOf>>;
  usdc: Awaited<ReturnType<typeof usdcOf>>;
  recipeId: Hash;
  lotId: bigint;
  /** Asset of the lot. */
  asset: (index: number) => bigint;
  /** Who committed the lot, and has all votes. */
  producer: Wallet;
  claimant: Wallet;
  rival: Wallet;
}

const splitterOf = ({ protocol }: Ethics) =>
  protocol.connection.viem.getContractAt("RoyaltySplitter", protocol.addressOf("RoyaltySplitter"));
const usdcOf = ({ protocol }: Ethics) =>
  protocol.connection.viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));

export async function setUpClaims(): Promise<Claims> {
  const ethics = await setUpEthics(5, { preset: PRESET.solo });
  const [registry, splitter, usdc] = [await registryOf(ethics), await splitterOf(ethics), await usdcOf(ethics)];
  const recipeId = await registerRecipe(ethics);
  const lotId = await commitLot(ethics, recipeId);
  const [claimant, rival] = ethics.others as [Wallet, Wallet];
  const parts = { registry, splitter, usdc, recipeId, lotId, asset: (index: number) => assetOf(lotId, index) };
  const people = { producer: ethics.founders[0] as Wallet, claimant, rival };
  const claims = { ...ethics, ...parts, ...people };
  await ethics.board.write.setClaimTerms([usdc.address, BOND], { account: ethics.clones.timelock });
  for (const wallet of [claimant, rival]) await putAside(claims, wallet, DEPOSIT);
  const snapshot = await ethics.protocol.connection.networkHelpers.takeSnapshot();
  return { ...claims, rewind: () => snapshot.restore() };
}

export const addressOf = (wallet: Wallet): Address => getAddress(wallet.account.address);

/** Name of the pot in which an account puts bonds aside. */
export const ownPot = (account: Address): Hash => padHex(account, { size: 32 });
/** Name of the pot that holds the bond of a claim. */
export const claimPot = (claimId: bigint): Hash => toHex(claimId | (1n << 255n), { size: 32 });

type Funds = Pick<Claims, "board" | "splitter" | "usdc">;

/** Gives an account tokens and puts them aside for claims. */
export async function putAside({ board, splitter, usdc }: Funds, { account }: Wallet, amount: bigint): Promise<void> {
  await usdc.write.mint([account.address, amount]);
  await usdc.write.approve([splitter.address, maxUint256], { account });
  await splitter.write.fundPot([board.address, ownPot(account.address), usdc.address, amount], { account });
}

/** What is in a pot of the board. */
export const inPot = ({ board, splitter, usdc }: Funds, id: Hash, token: Address = usdc.address): Promise<bigint> =>
  splitter.read.potOf([board.address, id, token]);

export const file = ({ board, claimant }: Claims, kind: number, subject: bigint, by = claimant): Promise<Hash> =>
  board.write.file([kind, subject, REASON, EVIDENCE], { account: by.account, gas: GAS });

/** Files a claim and says its number. */
export async function fileOn(claims: Claims, kind: number, subject: bigint, by = claims.claimant): Promise<bigint> {
  await file(claims, kind, subject, by);
  return claims.board.read.claimCount();
}

/** Answers a claim by all seats, without doing anything about its subject. */
export const answer = (claims: Claims, claimId: bigint, kind: number, subject: bigint, finding: number) =>
  decide(claims, reviewInput({ kind, subject, power: POWER.answer, claimId, finding }));

/** Quarantines a subject by all seats; says the review's number. */
export async function quarantine(claims: Claims, kind: number, subject: bigint, seconds: number): Promise<bigint> {
  await decide(claims, reviewInput({ kind, subject, power: POWER.quarantine, payload: payloads.duration(seconds) }));
  return claims.board.read.reviewCount();
}

export const lapse = ({ board, stranger }: Claims, claimId: bigint, gas = GAS): Promise<Hash> =>
  board.write.lapse([claimId], { account: stranger.account, gas });

export const closeClaim = ({ board, stranger }: Claims, claimId: bigint): Promise<Hash> =>
  board.write.closeClaim([claimId], { account: stranger.account, gas: GAS });

export const appeal = ({ board }: Claims, reviewId: bigint, by: Wallet, evidence = EVIDENCE): Promise<Hash> =>
  board.write.appeal([reviewId, evidence], { account: by.account, gas: GAS });

export const grantAppeal = ({ board, stranger }: Claims, reviewId: bigint): Promise<Hash> =>
  board.write.grantAppeal([reviewId], { account: stranger.account, gas: GAS });

export const rewardReview = ({ board, stranger }: Claims, reviewId: bigint): Promise<Hash> =>
  board.write.rewardReview([reviewId], { account: stranger.account, gas: GAS });
