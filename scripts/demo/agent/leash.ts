import { studioActions } from "@imprimatur/sdk";
import { type AgentPolicy, guardAccount, type GuardedAccount, hashPolicy } from "@imprimatur/sdk/agent";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { mandateActions } from "@imprimatur/sdk/mandates";
import { type Address, createWalletClient, type Hex, http, keccak256, publicActions, stringToBytes } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { type Role, roleKey } from "../cast.ts";
import type { House } from "../story/governance/house.ts";
import type { Scene } from "../story/scene.ts";

/** A house that gives mandates and commissions work. */
export type AgentHouse = House & { mandates: Address; commissions: Address };

/** Who works: one agent writes, another one paints what it wrote. */
export const AGENTS = {
  writer: { role: "volunteer", model: "imprimatur-storyteller-1" },
  painter: { role: "agent", model: "imprimatur-landscapes-1" },
} as const satisfies Record<string, { role: Role; model: string }>;
export type AgentName = keyof typeof AGENTS;

/** What the story is about, after the vote. */
export interface Leash {
  house: AgentHouse;
  /** The painter's, whose limits are tried. */
  mandateId: Hex;
  /** The writer's mandate. */
  writer: Hex;
  commissionId: Hex;
  /** The painter's. */
  policyHash: Hex;
}

/** The prompt that members voted for, and the one that they vote for later. */
export const PROMPTS = [
  "You draw a comic for children: a script first, then its characters, then its panels. No likeness of anybody.",
  "You draw a comic for children: a script first, then its characters, then its panels. No likeness, and no weapons.",
] as const;

/** What binds an agent: its model, tools and the prompt's hash. */
export function policyOf(prompt: string, name: AgentName = "painter"): AgentPolicy {
  return {
    model: { name: AGENTS[name].model },
    systemPrompt: keccak256(stringToBytes(prompt)),
    tools: ["commit", "generate", "pay", "screen", "sign"],
    limits: { attempts: 3 },
  };
}

/** An agent's account on its leash, under one of the prompts. */
export function guardedBy(
  scene: Scene,
  { house, mandateId }: Pick<Leash, "house" | "mandateId">,
  prompt: string,
  name: AgentName = "painter",
): GuardedAccount {
  const { stack } = scene;
  return guardAccount({
    account: privateKeyToAccount(roleKey(AGENTS[name].role)),
    client: connectAs(scene, house, "relayer"),
    addresses: addressesOf(stack.deployment.contracts),
    ...{ mandates: house.mandates, commissions: house.commissions, mandateId },
    policyHash: hashPolicy(policyOf(prompt, name)),
  });
}

/** A client on the studio with the actions of mandates and commissions; `account` signs instead of the role's key. */
export function connectAs({ stack }: Scene, house: AgentHouse, role: Role, account?: GuardedAccount) {
  const known = { addresses: addressesOf(stack.deployment.contracts), studio: house };
  return createWalletClient({
    account: account ?? privateKeyToAccount(roleKey(role)),
    chain: hardhat,
    transport: http(stack.rpcUrl),
    pollingInterval: 50,
  })
    .extend(publicActions)
    .extend(studioActions(known))
    .extend(mandateActions(known));
}
