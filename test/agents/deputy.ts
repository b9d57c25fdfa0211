import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  encodeFunctionData,
  type Hash,
  type Hex,
} from "viem";
import type { Random } from "../helpers/random.ts";
import { assetOf } from "../governance/ethics.ts";
import { bought, type Market, offerInput, prepareMarket, publish, purchaseOf, USAGE } from "../licensing/market.ts";
import { commitBuilt } from "../registry/registry.ts";
import { actAs } from "../studio/replacing.ts";
import { type Agents, GAS } from "./mandates.ts";

const LENT = 500n;
const HELD = 1_000n;
const MAX_TIME = 2 ** 40 - 1;

/** Somebody who has one of everything and lets mandates and an agent's account use it, as the treasury does. */
export interface Victim {
  agents: Agents;
  market: Market;
  address: Address;
  account: Address;
  tokens: [string, Address][];
  recipeId: Hash;
  offerId: Hash;
  licenseId: Hash;
  lotId: bigint;
  assetId: bigint;
  /** Of the license that is a token. */
  tokenId: bigint;
}

/** Deploys tokens of several kinds which no window makes money. */
async function deployTokens({ protocol: { connection, addressOf } }: Agents): Promise<[string, Address][]> {
  const plain = await connection.viem.deployContract("TestToken", ["Other", "OTHER", 18]);
  const fee = await connection.viem.deployContract("FeeToken");
  return [
    ["TestUSDCKeyed", addressOf("TestUSDCKeyed")],
    ["TestToken", plain.address],
    ["FeeToken", fee.address],
  ];
}

/** Lends tokens to the mandates and to the account; the treasury lends what no agent may call to nobody but these. */
async function lend({ agents, tokens, address, account }: Victim): Promise<void> {
  const { clones, mandates, protocol } = agents;
  for (const [, each] of tokens) {
    const token = await protocol.connection.viem.getContractAt("TestToken", each);
    for (const holder of [clones.timelock, address]) {
      await token.write.mint([holder, HELD]);
      await token.write.approve([account, LENT], { account: holder });
    }
    await token.write.approve([mandates.address, LENT], { account: address });
  }
}

/** Makes the victim: a licensor with sales, an asset and a license that are tokens, money, votes, and approvals. */
export async function makeVictim(agents: Agents, account: Address): Promise<Victim> {
  const market = await prepareMarket(agents.protocol);
  const { address } = market.licensor;
  const { registry, licenses, splitter } = market.contracts;
  const lot = await commitBuilt(market, market.recipe.id, address, { nonce: 77n });
  await registry.write.mint([lot.assetId(0), lot.leaf(0), lot.proof(0)], { account: address });
  const offerId = await publish(market, offerInput(market, { transferable: true, refundWindow: 86_400 }));
  const licenseId = await bought(market, purchaseOf(market, offerId, { licensee: address }));
  const plain = await publish(market, offerInput(market));
  await bought(market, purchaseOf(market, plain, { licensee: address }));
  await splitter.write.settle([[market.recipe.ordinal], market.contracts.usdc.address]);
  await splitter.write.claim([market.recipe.ordinal, market.contracts.usdc.address, address]);
  await agents.token.write.mint([address, 10n ** 18n, licenseId, licenseId], { account: agents.clones.timelock });
  await actAs(agents.protocol, address);
  for (const spender of [account, agents.mandates.address]) {
    await registry.write.setApprovalForAll([spender, true], { account: address });
    await licenses.write.setApprovalForAll([spender, true], { account: address });
    await splitter.write.setOperator([spender, true], { account: address });
  }
  const made = { agents, market, address, account, tokens: await deployTokens(agents), offerId, licenseId };
  const victim: Victim = {
    ...{ ...made, recipeId: market.recipe.id, lotId: lot.lotId, assetId: lot.assetId(0) },
    tokenId: BigInt(licenseId),
  };
  await lend(victim);
  return victim;
}

const peopleOf = ({ agents: { clones, agent, payee, mandates }, address, account }: Victim): Address[] => [
  ...[clones.timelock, address, account, agent.account.address, payee, mandates.address],
];
const spendersOf = ({ agents: { mandates, agent }, account }: Victim): Address[] => [
  ...[mandates.address, account, agent.account.address],
];

/** Balances and allowances of every token, money of the chain included. */
async function moneyOf(victim: Victim): Promise<unknown[]> {
  const { viem } = victim.agents.protocol.connection;
  const { publicClient } = victim.agents.protocol;
  const held: unknown[] = [];
  for (const [, address] of [...victim.tokens, ["TestUSDC", victim.market.contracts.usdc.address] as const]) {
    const token = await viem.getContractAt("TestToken", address);
    for (const owner of peopleOf(victim)) {
      held.push([owner, address, await token.read.balanceOf([owner])]);
      for (const spender of spendersOf(victim)) {
        held.push([owner, spender, address, await token.read.allowance([owner, spender])]);
      }
    }
  }
  held.push(await publicClient.getBalance({ address: victim.address }));
  return held;
}

/** Credits, assets, licenses, and who may move them. */
async function rightsOf(victim: Victim): Promise<unknown[]> {
  const { registry, licenses, splitter, usdc } = victim.market.contracts;
  const held: unknown[] = [
    await registry.read.ownerOf([victim.assetId]),
    await registry.read.getApproved([victim.assetId]),
    await licenses.read.ownerOf([victim.tokenId]),
    await licenses.read.getApproved([victim.tokenId]),
    await licenses.read.recordOf([victim.licenseId]),
  ];
  for (const owner of peopleOf(victim)) {
    for (const each of [registry, licenses]) {
      held.push([owner, each.address, await each.read.balanceOf([owner])]);
      for (const spender of spendersOf(victim)) {
        held.push([owner, spender, each.address, await each.read.isApprovedForAll([owner, spender])]);
      }
    }
    for (const token of [usdc.address, ...victim.tokens.map(([, address]) => address)]) {
      held.push([owner, token, await splitter.read.creditOf([owner, token])]);
    }
    for (const usage of Object.values(USAGE)) {
      held.push([owner, usage, await licenses.read.hasLicense([owner, victim.market.assets(7), usage])]);
    }
  }
  return held;
}

/** Votes, what the victim licenses and sells, and the modules of the studio. */
async function powersOf(victim: Victim): Promise<unknown[]> {
  const { token, studio } = victim.agents;
  const { registry, market } = victim.market.contracts;
  const held: unknown[] = [
    await registry.read.recipeOf([victim.recipeId]),
    await registry.read.lotOf([victim.lotId]),
    await market.read.offerOf([victim.offerId]),
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((module) => studio.read.moduleOf([module]))),
    await token.read.totalSupply(),
  ];
  for (const owner of peopleOf(victim)) {
    held.push([owner, await token.read.balanceOf([owner]), await token.read.getVotes([owner])]);
    held.push([owner, await token.read.delegates([owner])]);
    held.push([owner, await market.read.agencyOf([victim.market.recipe.ordinal, owner])]);
  }
  return held;
}

/** Whatever anybody here has, and may do with what others have. */
export const possessionsOf = async (victim: Victim): Promise<unknown[]> => [
  ...(await moneyOf(victim)),
  ...(await rightsOf(victim)),
  ...(await powersOf(victim)),
];

/** What an argument of that name most likely aims at. */
function aimedAt(name: string, victim: Victim): readonly unknown[] | undefined {
  const { agents, address, account } = victim;
  const usdc = victim.market.contracts.usdc.address;
  const owners = [address, agents.clones.timelock];
  const takers = [account, agents.agent.account.address];
  const hints: [RegExp, readonly unknown[]][] = [
    [/^(from|owner|sender|holder|payer|spent|licensee|attester|opener)$/, owners],
    [/^(to|receiver|user|spender|operator|caller|licensor)$/, takers],
    [/^account$/, [...owners, address, account]],
    [/^token$/, [usdc, usdc, ...victim.tokens.map(([, token]) => token)]],
    [/^recipeId$/, [victim.recipeId]],
    [/^(recipe|ordinal)$/, [victim.market.recipe.ordinal]],
    [/^offerId$/, [victim.offerId]],
    [/^(licenseId|id)$/, [victim.licenseId]],
    [/^lotId$/, [victim.lotId]],
    [/^assetId$/, [victim.assetId, victim.market.assets(7), assetOf(victim.lotId, 0xffffff)]],
    [/^tokenId$/, [victim.assetId, victim.tokenId]],
    [/^(deadline|until|end|expiry|validBefore)$/, [MAX_TIME]],
    [/^(nonce|amount|value|maxTotal)$/, [1n, LENT]],
    [/^signature$/, ["0x", `0x${"1b".repeat(65)}`]],
  ];
  return hints.find(([pattern]) => pattern.test(name))?.[1];
}

const isFitting = (value: unknown, type: string): boolean => {
  if (type === "address") return typeof value === "string" && value.length === 42;
  if (type === "bytes") return typeof value === "string" && value.length !== 42;
  if (type.startsWith("bytes")) return typeof value === "string" && value.length === 2 + 2 * Number(type.slice(5));
  if (typeof value === "string") return false;
  return type.startsWith("uint") && (value as bigint | number) < 1n << BigInt(type.slice(4));
};

/** Draws values of any type that mean something: the same seed draws the same. */
export class Arguments {
  readonly #random: Random;
  readonly #victim: Victim;

  constructor(random: Random, victim: Victim) {
    [this.#random, this.#victim] = [random, victim];
  }

  /** A call of a function. */
  callOf(item: AbiFunction): Hex {
    const args = item.inputs.map((input, index) => this.#draw(input, index));
    return encodeFunctionData({ abi: [item] as Abi, functionName: item.name, args });
  }

  #draw(parameter: AbiParameter & { components?: readonly AbiParameter[] }, index: number): unknown {
    const { type, name = "", components = [] } = parameter;
    const list = /^(.*)\[(\d*)\]$/.exec(type);
    if (list !== null) {
      const length = list[2] === "" ? this.#random.integer(0, 2) : Number(list[2]);
      return Array.from({ length }, () => this.#draw({ ...parameter, type: list[1] as string }, index));
    }
    if (type === "tuple") {
      return Object.fromEntries(components.map((each, position) => [each.name, this.#draw(each, position)]));
    }
    const aims = (aimedAt(name, this.#victim) ?? []).filter((value) => isFitting(value, type));
    return aims.length > 0 && this.#random.chance(850_000) ? this.#random.pick(aims) : this.#any(type, index);
  }

  /** The first address is most often whom to take from, the second who takes. */
  #any(type: string, index: number): unknown {
    const { agents, address, account, tokens, recipeId, offerId, licenseId } = this.#victim;
    const random = this.#random;
    if (type === "bool") return random.chance(500_000);
    if (type === "string") return random.pick(["", "text"]);
    if (type === "bytes") return random.pick(["0x", `0x${"1b".repeat(65)}`, `0x${"00".repeat(64)}`]);
    if (type === "address") {
      const near = index === 0 ? [address, agents.clones.timelock] : [account, agents.agent.account.address];
      const far = [address, account, agents.mandates.address, agents.payee, ...tokens.map(([, token]) => token)];
      return random.pick(random.chance(700_000) ? near : far);
    }
    if (type.startsWith("bytes")) {
      const words = [recipeId, offerId, licenseId, `0x${"00".repeat(32)}`].filter((word) => isFitting(word, type));
      return words.length > 0 ? random.pick(words) : `0x${"00".repeat(Number(type.slice(5)))}`;
    }
    const { assetId, tokenId, market } = this.#victim;
    const numbers = [0n, 1n, 7n, LENT, assetId, tokenId, BigInt(market.contracts.usdc.address), BigInt(MAX_TIME)];
    return random.pick(numbers.filter((number) => number < 2n || isFitting(number, type)));
  }
}

/** Lists a function for an agent; resolves to whether members can. */
export async function listFor(
  { clones, mandates }: Agents,
  id: Hash,
  rule: { target: Address; selector: Hex },
): Promise<boolean> {
  const call = mandates.write.setCall([id, rule, true], { account: clones.timelock, gas: GAS });
  return call.then(
    () => true,
    () => false,
  );
}
