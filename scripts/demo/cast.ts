import { addressesOf } from "@imprimatur/sdk/addresses";
import { studioActions } from "@imprimatur/sdk";
import { type Address, bytesToHex, createWalletClient, type Hex, http, publicActions } from "viem";
import { hardhat } from "viem/chains";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";
import type { StudioClones } from "./story/scene.ts";

/** Who plays in the story, in the order of the local chain's funded accounts; the first one deployed everything. */
const ROLES = [
  "deployer",
  "collector",
  "firstContributor",
  "secondContributor",
  "modelMaker",
  "promptEngineer",
  "registrar",
  "licensee",
  "relayer",
  "illustrator",
  "founder0",
  "founder1",
  "founder2",
  "founder3",
  "founder4",
  "stylist",
  "volunteer",
  "agent",
  "gallery",
  "publisher",
] as const;
export type Role = (typeof ROLES)[number];

/** The founders, who are also the curators. */
export const FOUNDERS = ["founder0", "founder1", "founder2", "founder3", "founder4"] as const satisfies readonly Role[];

/** Acts on the protocol. */
export type Player = ReturnType<typeof connect>;

/** Acts on the protocol and on one studio's modules. */
export type StudioPlayer = ReturnType<typeof connectTo>;

/** Clients of all roles. */
export interface Cast {
  addressOf(role: Role): Address;
  as(role: Role): Player;
  inStudio(role: Role, studio: StudioClones): StudioPlayer;
}

/** Everybody, connected to the local chain. */
export function assemble(stack: Stack): Cast {
  return {
    addressOf: (role) => localAccount(ROLES.indexOf(role)).address,
    as: (role) => connect(stack, role),
    inStudio: (role, studio) => connectTo(stack, role, studio),
  };
}

/** The private key of a role, for programs that are handed a key file: worthless, like the mnemonic it comes from. */
export function roleKey(role: Role): Hex {
  const { privateKey } = localAccount(ROLES.indexOf(role)).getHdKey();
  if (privateKey === null) throw new Error(`the account of the ${role} has no private key`);
  return bytesToHex(privateKey);
}

function connect(stack: Stack, role: Role) {
  return wallet(stack, role).extend(studioActions({ addresses: addressesOf(stack.deployment.contracts) }));
}

function connectTo(stack: Stack, role: Role, studio: StudioClones) {
  return wallet(stack, role).extend(studioActions({ addresses: addressesOf(stack.deployment.contracts), studio }));
}

function wallet({ rpcUrl }: Stack, role: Role) {
  const account = localAccount(ROLES.indexOf(role));
  const transport = http(rpcUrl);
  return createWalletClient({ account, chain: hardhat, transport, pollingInterval: 50 }).extend(publicActions);
}
