import type { Account, Address, Chain, Hash, Hex, PublicClient, Transport, WalletClient } from "viem";
import type { MockName, ProtocolName } from "./names.ts";

/** Who reads and who pays. */
export interface DeployClients {
  publicClient: PublicClient<Transport, Chain>;
  walletClient: WalletClient<Transport, Chain, Account>;
}

/** What a deployment needs of a compiled contract. */
export interface DeployArtifact {
  /** Creation code without constructor arguments. */
  bytecode: Hex;
}

/** Compiled contracts by name; Deployer is always needed, the others as far as they exist. */
export type ProtocolArtifacts = { Deployer: DeployArtifact } & Partial<Record<ProtocolName, DeployArtifact>>;

/** The same with the test tokens. */
export type CompiledArtifacts = ProtocolArtifacts & Partial<Record<MockName, DeployArtifact>>;

/** One contract on one chain. */
export interface DeployedContract {
  address: Address;
  /** Block in which it was created; 0 if nobody knows. */
  block: number;
  /** keccak256 of its runtime code. */
  bytecodeHash: Hash;
}

/** Contents of `deployments/<chainId>.json`: contract name → record. */
export type Deployment = Record<string, DeployedContract>;
