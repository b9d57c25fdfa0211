import type { StudioAddresses } from "@imprimatur/sdk";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { type Address, encodeFunctionData, type Hex, keccak256, parseAbi, sha256, stringToHex } from "viem";
import type { MockName } from "../../scripts/deploy/index.ts";
import { type Player, type Stage, YEAR } from "./fixture.ts";

const tokenAbi = parseAbi(["function mint(address account, uint256 amount)"]);

/** Gives an account new test dollars. */
export async function fund(stage: Stage, token: MockName, account: Address, amount: bigint): Promise<Address> {
  const to = stage.protocol.addressOf(token);
  const data = encodeFunctionData({ abi: tokenAbi, functionName: "mint", args: [account, amount] });
  await stage.as(0).sendTransaction({ to, data });
  return to;
}

/** A single work that is on sale. */
export interface ForSale {
  recipeId: Hex;
  recipe: number;
  assetId: bigint;
  offerId: Hex;
}

/** What a {@link putOnSale} sells, and made from what. */
export interface SaleTerms {
  seller: number;
  label: string;
  kind: "work" | "model" | "dataset";
  token: Address;
  price: bigint;
  usages: ("personal" | "commercial" | "training" | "derivative")[];
  rate?: number;
  split: { account: Address; weight: number }[];
  parents?: { asset: bigint; licenseId: Hex }[];
}

/** Registers a work under its own recipe and publishes an offer for a year. */
export async function putOnSale(stage: Stage, terms: SaleTerms): Promise<ForSale> {
  const { seller, label, kind, token, price, usages, rate = 0, split, parents = [] } = terms;
  const player: Player = stage.as(seller);
  const licensor = stage.addressOf(seller);
  const commitment = keccak256(stringToHex(label));
  const { recipeId, recipe } = await player.registerRecipeAndWait({ licensor, kind, commitment, split, parents });
  const leaf = toLeaf({ contentHash: sha256(stringToHex(label)) });
  const { assetId } = await player.registerAndWait({ recipeId, nonce: BigInt(recipe), leaf });
  const end = (await stage.now()) + YEAR;
  const offer = { recipeId, token, price, duration: "perpetual" as const, end, usages, rate };
  const { offerId } = await player.publishOfferAndWait(offer);
  return { recipeId, recipe, assetId, offerId };
}

/** Buys with an allowance of exactly the price; returns the purchase id. */
export async function buy(stage: Stage, buyer: number, { offerId, assetId }: ForSale, price: bigint): Promise<Hex> {
  const player = stage.as(buyer);
  const payer = stage.addressOf(buyer);
  const purchase = await player.toPurchase({ offerId, assetId, licensee: payer, maxTotal: price });
  const { requirements } = await player.quotePurchase({ purchase, payer });
  for (const { to, data } of requirements) await player.sendTransaction({ to, data });
  return (await player.purchaseLicenseAndWait({ purchase })).purchaseId;
}

/** Lets a studio's members pass a proposal; returns the execution's logs. */
export async function decide(
  stage: Stage,
  studio: StudioAddresses,
  members: number[],
  proposal: { title: string; body?: string; calls: { to: Address; data: Hex; value?: bigint }[] },
) {
  const player = stage.as(members[0] as number, studio);
  const made = await player.proposeAndWait(proposal);
  const { networkHelpers } = stage.protocol.connection;
  await networkHelpers.time.increaseTo(made.voteStart + 1n);
  for (const member of members)
    await stage.as(member, studio).voteAndWait({ proposalId: made.proposalId, support: "for" });
  await networkHelpers.time.increaseTo(made.voteEnd + 1n);
  const { etaSeconds } = await player.queueAndWait(made);
  await networkHelpers.time.increaseTo(etaSeconds);
  return { ...made, execute: () => stage.as(8, studio).executeAndWait(made) };
}
