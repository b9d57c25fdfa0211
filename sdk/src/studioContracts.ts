import { zeroAddress } from "viem";
import type { ContractKey, On, ProtocolContract, StudioContract } from "./actions/internal/types.ts";

/** What not every studio has. */
type Optional = "board" | "mandates" | "commissions" | "impact";

/** What deployments of the first contracts did not have. */
type Later = "attestations" | "provenance";

/** A studio's contracts; actions of one that it does not have ask for it. */
export type StudioAddresses = On<Exclude<StudioContract, Optional>> & Partial<On<Optional>>;

/** Where the protocol is, and, if there is one, the studio. */
export type KnownContracts = {
  /** The protocol's contracts: see `addressesOf` in `/addresses`. */
  addresses: On<Exclude<ProtocolContract, Later>> & Partial<On<Later>>;
  /** A studio's contracts, as `createStudioAndWait` and `getStudio` return them. */
  studio?: StudioAddresses;
};

// One text each: shorter than a list in every bundle.
const PROTOCOL = "assetRegistry royaltySplitter licenseMarket licenses studioFactory attestations provenance";
const STUDIO = "studio timelock governor reputation curation board mandates commissions impact";

/** The addresses that actions are given where their caller leaves them out. */
export function contractsOf({ addresses, studio }: KnownContracts): Partial<On<ContractKey>> {
  return { ...pick(addresses, PROTOCOL), ...(studio === undefined ? {} : pick(studio, STUDIO)) };
}

/** A contract that the studio does not have is left out, so that actions on it say so. */
function pick(from: Partial<On<ContractKey>>, keys: string): Partial<On<ContractKey>> {
  const there = (keys.split(" ") as ContractKey[]).filter((key) => (from[key] ?? zeroAddress) !== zeroAddress);
  return Object.fromEntries(there.map((key) => [key, from[key]]));
}
