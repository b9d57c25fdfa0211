import { addressesOf } from "@imprimatur/sdk/addresses";
import { studioActions, type StudioAddresses } from "@imprimatur/sdk";
import { type Address, createWalletClient, http, publicActions } from "viem";
import { hardhat } from "viem/chains";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";

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
] as const;
export type Role = (typeof ROLES)[number];

/** The founders, who are also the curators. */
export const FOUNDERS = ["founder0", "founder1", "founder2", "founder3", "founder4"] as const satisfies readonly Role[];

export type Player = ReturnType<typeof connect>;

/** Clients of all roles. */
export interface Cast {
  addressOf(role: Role): Address;
  /** Acts for one role; with `studio`, also on that studio's modules. */
  as(role: Role, studio?: StudioAddresses): Player;
}

/** Everybody, connected to the local chain. */
export function assemble(stack: Stack): Cast {
  return {
    addressOf: (role) => localAccount(ROLES.indexOf(role)).address,
    as: (role, studio) => connect(stack, role, studio),
  };
}

function connect(stack: Stack, role: Role, studio: StudioAddresses | undefined) {
  const addresses = addressesOf(stack.deployment.contracts);
  return createWalletClient({
    account: localAccount(ROLES.indexOf(role)),
    chain: hardhat,
    transport: http(stack.rpcUrl),
    pollingInterval: 50,
  })
    .extend(publicActions)
    .extend(studioActions({ addresses, ...(studio === undefined ? {} : { studio }) }));
}
