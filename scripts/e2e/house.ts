import { studioActions } from "@imprimatur/sdk";
import { assetRegistryAbi, curationAbi, reputationTokenAbi, royaltySplitterAbi } from "@imprimatur/sdk/abi";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { type AuditTerms, DEFAULT_TERMS } from "@imprimatur/sdk/curation";
import {
  type Account,
  type Address,
  createTestClient,
  createWalletClient,
  type Hex,
  http,
  keccak256,
  numberToHex,
  parseEther,
  publicActions,
  zeroHash,
} from "viem";
import { privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import type { Random } from "../../test/helpers/random.ts";
import { testUsdcAbi } from "../demo/usdc.ts";
import { localAccount } from "../stack/deployLocally.ts";
import type { StudioClones } from "../demo/story/scene.ts";
import type { Stack } from "../stack/stack.ts";

const FOUNDERS = [10, 11, 12, 13, 14];
const REGISTRAR = 6;
const CHALLENGER = 5;
const VOLUNTEER = 7;
const FUNDS = 1_000_000n;

/** Cheap and quick: an hour for ballots, a day to be late, an hour to challenge. */
export const TERMS: AuditTerms = {
  ...DEFAULT_TERMS,
  bond: 1_000n,
  fee: 101n,
  challengeBond: 7n,
  ballotWindow: 3_600,
  timeOut: 86_400,
  challengeWindow: 3_600,
  normalSize: 100,
  normalAcceptance: 4,
  tightenedSize: 130,
};

/** Acts on the protocol and on the studio's modules. */
export type Member = ReturnType<typeof connect>;

/** A curator with the key its ballots are signed with. */
export interface Judge {
  index: number;
  key: PrivateKeyAccount;
  account: Address;
}

/** A studio that audits for money, and everybody in it. */
export interface House {
  random: Random;
  studio: Address;
  curation: Address;
  registry: Address;
  splitter: Address;
  token: Address;
  recipeId: Hex;
  registrar: Member;
  challenger: Member;
  /** Acts by impersonation: what it does would be voted. */
  timelock: Member;
  /** The founders, then the volunteer. */
  judges: Judge[];
  /** Lots committed so far. */
  lots: bigint[];
  mine: (blocks: number) => Promise<void>;
  pass: (seconds: number) => Promise<void>;
}

export const gate = ({ curation }: House) => ({ address: curation, abi: curationAbi }) as const;
export const registry = ({ registry: address }: House) => ({ address, abi: assetRegistryAbi }) as const;
export const till = ({ splitter }: House) => ({ address: splitter, abi: royaltySplitterAbi }) as const;

/** The actions of an account, in a studio where one is named. */
export function connect(stack: Stack, account: Account | Address, studio?: StudioClones) {
  const transport = http(stack.rpcUrl);
  const addresses = addressesOf(stack.deployment.contracts);
  return createWalletClient({ account, chain: hardhat, transport, pollingInterval: 20, cacheTime: 0 })
    .extend(publicActions)
    .extend(studioActions({ addresses, ...(studio === undefined ? {} : { studio }) }));
}

/** Opens a studio with five founders and a volunteer as curators, terms that cost something, and deposits. */
export async function openHouse(stack: Stack, random: Random): Promise<House> {
  const test = createTestClient({ mode: "hardhat", chain: hardhat, transport: http(stack.rpcUrl) });
  const founders = FOUNDERS.map((i) => localAccount(i));
  const studio = await connect(stack, localAccount(REGISTRAR)).createStudioAndWait({
    name: "House",
    symbol: "HOUSE",
    preset: "collective",
    registrar: localAccount(REGISTRAR).address,
    founders: founders.map(({ address }) => address),
    charter: zeroHash.replace(/0$/, "1") as Hex,
  });
  await test.impersonateAccount({ address: studio.timelock });
  await test.setBalance({ address: studio.timelock, value: parseEther("10") });
  const registrar = connect(stack, localAccount(REGISTRAR), studio);
  const timelock = connect(stack, studio.timelock, studio);
  const { recipeId } = await registrar.registerRecipeAndWait({
    licensor: studio.timelock,
    kind: "work",
    commitment: keccak256("0x01"),
    split: [{ account: studio.timelock, weight: 1_000_000, roles: ["treasury"] }],
  });
  const house: House = {
    random,
    studio: studio.studio,
    curation: studio.curation,
    registry: stack.deployment.addressOf("AssetRegistry"),
    splitter: stack.deployment.addressOf("RoyaltySplitter"),
    token: stack.deployment.addressOf("TestUSDC"),
    recipeId,
    registrar,
    challenger: connect(stack, localAccount(CHALLENGER), studio),
    timelock,
    judges: [],
    lots: [],
    mine: (blocks) => test.mine({ blocks }),
    pass: async (seconds) => {
      await test.increaseTime({ seconds });
      await test.mine({ blocks: 1 });
    },
  };
  const volunteer = localAccount(VOLUNTEER);
  await promote(house, studio.reputation, volunteer.address);
  for (const account of [...founders, volunteer]) {
    house.judges.push(await register(connect(stack, account, studio), account.address));
  }
  await endow(house);
  return house;
}

/** A small part of the reputation, so that not all weigh the same. */
async function promote({ timelock }: House, reputation: Address, account: Address): Promise<void> {
  const call = { address: reputation, abi: reputationTokenAbi, functionName: "mint" } as const;
  const hash = await timelock.writeContract({
    ...call,
    args: [account, parseEther("90"), zeroHash, keccak256("0x02")],
  });
  await timelock.waitForTransactionReceipt({ hash });
}

/** Signs up a curator with a key of its own. */
export async function register(member: Member, account: Address): Promise<Judge> {
  const key = privateKeyToAccount(keccak256(account));
  const signed = await member.signCuratorKey({ account: key, curator: account });
  const { index } = await member.registerCuratorAndWait(signed);
  return { index, key, account };
}

/** The audit token, the terms, and what producer and challenger may lose. */
async function endow(house: House): Promise<void> {
  const { timelock, registrar, challenger, token } = house;
  await timelock.setAuditTokenAndWait({ token });
  await timelock.setAuditTermsAndWait({ terms: TERMS });
  await timelock.setAuditTermsAndWait({ terms: { ...TERMS, panel: 4, fee: 40n } });
  for (const member of [registrar, challenger]) {
    const call = { address: token, abi: testUsdcAbi, functionName: "mint" } as const;
    const hash = await registrar.writeContract({ ...call, args: [member.account.address, FUNDS] });
    await registrar.waitForTransactionReceipt({ hash });
    await member.fundDeposit({ amount: FUNDS - 1n });
  }
  await challenger.withdrawDepositAndWait({ amount: 17n });
}

/** Commits a lot of so many assets that exist in name alone: what they are is nothing to a tally. */
export async function commit(house: House, count: number): Promise<bigint> {
  const nonce = BigInt(house.lots.length + 1);
  const { lotId } = await house.registrar.commitLotAndWait({
    recipeId: house.recipeId,
    nonce,
    root: keccak256(numberToHex(nonce)),
    count,
    manifest: zeroHash,
    gate: house.curation,
  });
  house.lots.push(lotId);
  return lotId;
}
