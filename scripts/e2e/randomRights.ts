import { readFile } from "node:fs/promises";
import { assetAt } from "@imprimatur/sdk";
import { getImpact } from "@imprimatur/sdk/actions";
import { hashLeaf, toLeaf } from "@imprimatur/sdk/merkle";
import {
  type Abi,
  type Address,
  createTestClient,
  erc20Abi,
  type Hex,
  http,
  keccak256,
  numberToHex,
  parseEther,
  type TransactionReceipt,
  zeroHash,
} from "viem";
import { hardhat } from "viem/chains";
import type { StudioClones } from "../demo/story/scene.ts";
import { testUsdcAbi } from "../demo/usdc.ts";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";
import { connect, type Member } from "./house.ts";

const COLLECTION = new URL("../../artifacts/contracts/mocks/TestCollection.sol/TestCollection.json", import.meta.url);
const OWNER = 17;
const BUYER = 18;
const PRICE = 1_000_000n;
const FUNDS = 100n * PRICE;
const YEAR = 31_536_000n;
const MONTH = 2_592_000n;
const NEVER = 4_000_000_000n;
const WEEK = 604_800n;
const ALL = 1_000_000;
const MOST_SHARE = 250_000;

/** A studio of one that sells licenses, a maker who buys them, and the clock. */
interface Shop {
  stack: Stack;
  token: Address;
  studio: StudioClones;
  /** The studio's registrar. */
  registrar: Member;
  /** Acts by impersonation: what it does would be voted. */
  timelock: Member;
  buyer: Member;
  recipeId: Hex;
  pass: (seconds: bigint) => Promise<void>;
}

/** What seldom happens to licenses and to recipes made with them, each once. */
export async function exerciseRights(stack: Stack): Promise<void> {
  const shop = await openShop(stack);
  await adopt(shop);
  await derive(shop);
  await exclude(shop);
  await reward(shop);
}

/** A token of somebody's collection becomes an asset. */
async function adopt({ buyer }: Shop): Promise<void> {
  const { abi, bytecode } = JSON.parse(await readFile(COLLECTION, "utf8")) as { abi: Abi; bytecode: Hex };
  const { contractAddress } = await settled(buyer, buyer.deployContract({ abi, bytecode, args: [] }));
  if (contractAddress == null) throw new Error("the collection was not deployed");
  const [owner, tokenId] = [buyer.account.address, 7n];
  const collection = { address: contractAddress, abi } as const;
  await settled(buyer, buyer.writeContract({ ...collection, functionName: "mint", args: [owner, tokenId] }));
  const { recipeId } = await buyer.registerRecipeAndWait(recipeOf(owner, 3));
  await buyer.registerExternalAndWait({ recipeId, nonce: 1n, collection: contractAddress, tokenId });
}

async function openShop(stack: Stack): Promise<Shop> {
  const test = createTestClient({ mode: "hardhat", chain: hardhat, transport: http(stack.rpcUrl) });
  const owner = localAccount(OWNER);
  const studio = await connect(stack, owner).createStudioAndWait({
    ...({ name: "Shop", symbol: "SHOP", preset: "solo", charter: keccak256("0x05") } as const),
    ...{ founders: [owner.address], registrar: owner.address },
  });
  for (const address of [studio.timelock, owner.address, localAccount(BUYER).address]) {
    await test.setBalance({ address, value: parseEther("10") });
  }
  await test.impersonateAccount({ address: studio.timelock });
  const registrar = connect(stack, owner, studio);
  const timelock = connect(stack, studio.timelock, studio);
  const buyer = connect(stack, localAccount(BUYER), studio);
  const { recipeId } = await registrar.registerRecipeAndWait(recipeOf(studio.timelock, 1));
  const token = stack.deployment.addressOf("TestUSDC");
  for (const member of [timelock, buyer]) await endow(stack, token, member);
  const pass = async (seconds: bigint): Promise<void> => {
    await test.increaseTime({ seconds: Number(seconds) });
    await test.mine({ blocks: 1 });
  };
  return { stack, token, studio, registrar, timelock, buyer, recipeId, pass };
}

const recipeOf = (licensor: Address, commitment: number) => ({
  ...({ licensor, kind: "work", commitment: numberToHex(commitment, { size: 32 }) } as const),
  split: [{ account: licensor, weight: ALL }],
});

/** What a purchase costs, and what a revocation pays back. */
async function endow(stack: Stack, address: Address, member: Member): Promise<void> {
  const account = member.account.address;
  const spender = stack.deployment.addressOf("RoyaltySplitter");
  const mint = { address, abi: testUsdcAbi, functionName: "mint", args: [account, FUNDS] } as const;
  await settled(member, member.writeContract(mint));
  const approve = { address, abi: erc20Abi, functionName: "approve", args: [spender, FUNDS] } as const;
  await settled(member, member.writeContract(approve));
}

async function settled(member: Member, sent: Promise<Hex>): Promise<TransactionReceipt> {
  return member.waitForTransactionReceipt({ hash: await sent });
}

/** A recipe made with a license, both renewed; then the license is revoked, and the recipe stops. */
async function derive(shop: Shop): Promise<void> {
  const { buyer, timelock, pass } = shop;
  const asset = await commitFile(shop, 1n, keccak256("0x06"));
  const terms = { usages: ["derivative"], rate: 50_000, duration: YEAR, revocable: true } as const;
  const licenseId = await sell(shop, asset, terms);
  const made = { ...recipeOf(buyer.account.address, 2), parents: [{ asset, licenseId }] };
  await buyer.registerRecipeAndWait(made);
  await pass(MONTH);
  const deadline = NEVER;
  await buyer.renewLicenseAndWait({ licenseId, maxTotal: PRICE, deadline });
  await buyer.renewRecipeAndWait({ ...made, renewals: [{ asset, licenseId }] });
  const { amount } = await timelock.getRevocationRefund({ licenseId });
  await timelock.revokeLicenseAndWait({ licenseId, maxRefund: amount });
}

/** The studio's file is sold exclusively; a later lot with the same file breaks that, until the license is over. */
async function exclude(shop: Shop): Promise<void> {
  const { buyer, pass } = shop;
  const contentHash = keccak256("0x07");
  const asset = await commitFile(shop, 2n, contentHash);
  const copy = await commitFile(shop, 3n, contentHash);
  const licenseId = await sell(shop, asset, { usages: ["commercial"], exclusive: true, duration: MONTH }, contentHash);
  await buyer.proveBreachAndWait({ licenseId, copy, leaf: toLeaf({ contentHash }), proof: [] });
  await pass(MONTH);
  await buyer.releaseExclusiveAndWait({ assetId: copy });
}

/** The studio votes for impact emission; a recipe brings it money, and its maker is credited with reputation. */
async function reward(shop: Shop): Promise<void> {
  const { studio, registrar, timelock, buyer, token, pass } = shop;
  const evidence = keccak256("0x08");
  const { impact } = await registrar.createSuccessorsAndWait({
    ...({ successorsOf: studio.studio, preset: "solo", modules: ["impact"], evidence } as const),
  });
  await timelock.setImpactAndWait({ newImpact: impact });
  const { from } = await timelock.setImpactTermsAndWait({ impact, token, unitsPerRep: PRICE, share: MOST_SHARE });
  await pass(WEEK);
  const account = buyer.account.address;
  const split = [studio.timelock, account].map((payee) => ({ account: payee, weight: ALL / 2 }));
  const { recipe, recipeId } = await registrar.registerRecipeAndWait({ ...recipeOf(studio.timelock, 4), split });
  await registrar.measureImpactAndWait({ impact, recipe });
  const asset = await commitFile({ ...shop, recipeId }, 4n, keccak256("0x09"));
  await sell({ ...shop, recipeId }, asset, { usages: ["personal"], duration: YEAR });
  await registrar.measureImpactAndWait({ impact, recipe });
  const { epoch } = await getImpact(registrar, { impact });
  if (epoch < from) throw new Error(`the terms of epoch ${from} are not in force in epoch ${epoch}`);
  await pass(WEEK);
  await registrar.closeImpactEpochAndWait({ impact, epoch });
  await registrar.claimImpactAndWait({ impact, epoch, recipe, account });
}

/** The only asset of a lot that the studio certifies itself. */
async function commitFile(shop: Shop, nonce: bigint, contentHash: Hex): Promise<bigint> {
  const { registrar, recipeId, studio, pass } = shop;
  const gate = studio.curation;
  const assetId = assetAt((BigInt(registrar.account.address) << 64n) | nonce, 0);
  const root = hashLeaf(assetId, toLeaf({ contentHash }));
  const { lotId } = await registrar.commitLotAndWait({ recipeId, nonce, root, count: 1, manifest: zeroHash, gate });
  await registrar.selfCertifyAndWait({ lotId });
  await pass(MONTH);
  return assetId;
}

type Terms = Omit<Parameters<Member["publishOffer"]>[0], "recipeId" | "token" | "price" | "end">;

/** Sells the buyer a license of the asset, with evidence of its file where the terms need it. */
async function sell(shop: Shop, assetId: bigint, terms: Terms, contentHash?: Hex): Promise<Hex> {
  const { buyer, recipeId, timelock, token } = shop;
  const one = { scope: "asset", scopeId: assetId, price: PRICE, end: NEVER } as const;
  const { offerId } = await timelock.publishOfferAndWait({ recipeId, token, ...one, ...terms });
  const wanted = { offerId, assetId, licensee: buyer.account.address, maxTotal: PRICE };
  const purchase = await buyer.toPurchase(wanted);
  if (contentHash === undefined) return (await buyer.purchaseLicenseAndWait({ purchase, settle: true })).purchaseId;
  const evidence = { leaf: toLeaf({ contentHash }), proof: [] };
  return (await buyer.purchaseOrderAndWait({ purchase, evidence })).purchaseId;
}
