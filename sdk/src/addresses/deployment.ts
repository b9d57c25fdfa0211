import { type Address, getAddress } from "viem";
import type { On, ProtocolContract } from "../actions/internal/types.ts";
import { DeploymentIncompleteError } from "../errors/addresses.ts";

/** The protocol's contracts on one chain. */
export type Addresses = On<ProtocolContract>;

/** Contents of `deployments/<chainId>.json`: contract name → record. */
export type Deployment = {
  readonly [contract: string]: { readonly address: string; readonly block: number; readonly bytecodeHash?: string };
};

const NAMES: Readonly<Record<ProtocolContract, string>> = {
  assetRegistry: "AssetRegistry",
  royaltySplitter: "RoyaltySplitter",
  licenseMarket: "LicenseMarket",
  licenses: "Licenses",
  studioFactory: "StudioFactory",
  attestations: "Attestations",
  provenance: "Provenance",
};

/**
 * The protocol's addresses out of a deployment file.
 *
 * @example
 * ```ts
 * import deployment from "./deployments/31337.json" with { type: "json" };
 *
 * const addresses = addressesOf(deployment);
 * ```
 */
export function addressesOf(deployment: Deployment): Addresses {
  const found = Object.entries(NAMES).map(([key, name]) => [key, addressIn(deployment, name)]);
  return Object.fromEntries(found) as Addresses;
}

/** The block from which on the protocol's events have to be read. */
export function deploymentBlockOf(deployment: Deployment): bigint {
  const blocks = Object.values(NAMES).map((name) => deployment[name]?.block ?? 0);
  return BigInt(Math.min(...blocks));
}

function addressIn(deployment: Deployment, name: string): Address {
  const record = deployment[name];
  if (record === undefined) throw new DeploymentIncompleteError(name);
  return getAddress(record.address);
}
