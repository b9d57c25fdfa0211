import { Contract, type ContractRunner, type InterfaceAbi } from "ethers";
import type { Address } from "viem";
import { assetRegistryAbi } from "../abi/generated/assetRegistry.ts";
import { curationAbi } from "../abi/generated/curation.ts";
import { ethicsBoardAbi } from "../abi/generated/ethicsBoard.ts";
import { impactEmissionAbi } from "../abi/generated/impactEmission.ts";
import { licenseMarketAbi } from "../abi/generated/licenseMarket.ts";
import { licensesAbi } from "../abi/generated/licenses.ts";
import { reputationTokenAbi } from "../abi/generated/reputationToken.ts";
import { royaltySplitterAbi } from "../abi/generated/royaltySplitter.ts";
import { studioAbi } from "../abi/generated/studio.ts";
import { studioFactoryAbi } from "../abi/generated/studioFactory.ts";
import { studioGovernorAbi } from "../abi/generated/studioGovernor.ts";
import { studioTimelockAbi } from "../abi/generated/studioTimelock.ts";
import { errorsAbi } from "../abi/generated/errors.ts";
import type * as Types from "./generated/index.ts";

/** TypeChain's type of each contract. */
export type Contracts = {
  AssetRegistry: Types.AssetRegistry;
  Curation: Types.Curation;
  EthicsBoard: Types.EthicsBoard;
  ImpactEmission: Types.ImpactEmission;
  LicenseMarket: Types.LicenseMarket;
  Licenses: Types.Licenses;
  ReputationToken: Types.ReputationToken;
  RoyaltySplitter: Types.RoyaltySplitter;
  Studio: Types.Studio;
  StudioFactory: Types.StudioFactory;
  StudioGovernor: Types.StudioGovernor;
  StudioTimelock: Types.StudioTimelock;
};
export type ContractName = keyof Contracts;

const ABIS: Readonly<Record<ContractName, InterfaceAbi>> = {
  AssetRegistry: assetRegistryAbi,
  Curation: curationAbi,
  EthicsBoard: ethicsBoardAbi,
  ImpactEmission: impactEmissionAbi,
  LicenseMarket: licenseMarketAbi,
  Licenses: licensesAbi,
  ReputationToken: reputationTokenAbi,
  RoyaltySplitter: royaltySplitterAbi,
  Studio: studioAbi,
  StudioFactory: studioFactoryAbi,
  StudioGovernor: studioGovernorAbi,
  StudioTimelock: studioTimelockAbi,
};

/**
 * A contract of the protocol for ethers 6, typed by TypeChain. Its ABI names every error that can come back, so ethers
 * decodes reverts.
 *
 * @example
 * ```ts
 * import { toEthersContract } from "@imprimatur/sdk/ethers";
 *
 * const registry = toEthersContract("AssetRegistry", address, provider);
 * const lot = await registry.lotOf(lotId);
 * ```
 */
export function toEthersContract<const Name extends ContractName>(
  name: Name,
  address: Address,
  runner?: ContractRunner,
): Contracts[Name] {
  const abi = [...(ABIS[name] as readonly object[]), ...errorsAbi];
  // TypeChain describes the contract that ethers builds at run time from the same ABI.
  return new Contract(address, abi, runner) as unknown as Contracts[Name];
}
