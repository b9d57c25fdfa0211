import { zeroAddress } from "viem";
import type { ContractKey, On, ProtocolContract, StudioContract } from "./actions/internal/types.ts";

/** What not every studio has. */
type Optional = "board" | "impact";

/** A studio's contracts; without a board or impact emission their actions ask for one. */
export type StudioAddresses = On<Exclude<StudioContract, Optional>> & Partial<On<Optional>>;

/** Where the protocol is, and, if there is one, the studio. */
export type KnownContracts = {
  /** The protocol's contracts: see `addressesOf` in `/addresses`. */
  addresses: On<ProtocolContract>;
  /** A studio's contracts, as `createStudioAndWait` and `getStudio` return them. */
  studio?: StudioAddresses;
};

const PROTOCOL = ["assetRegistry", "royaltySplitter", "licenseMarket", "licenses", "studioFactory"] as const;
const STUDIO = ["studio", "timelock", "governor", "reputation", "curation", "board", "impact"] as const;

/** The addresses that actions are given where their caller leaves them out. */
export function contractsOf({ addresses, studio }: KnownContracts): Partial<On<ContractKey>> {
  return { ...pick(addresses, PROTOCOL), ...(studio === undefined ? {} : pick(studio, STUDIO)) };
}

/** A contract that the studio does not have is left out, so that actions on it say so. */
function pick<Key extends ContractKey>(from: Partial<On<Key>>, keys: readonly Key[]): Partial<On<Key>> {
  const there = keys.filter((key) => (from[key] ?? zeroAddress) !== zeroAddress);
  return Object.fromEntries(there.map((key) => [key, from[key]])) as Partial<On<Key>>;
}
