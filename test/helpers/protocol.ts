import { artifacts as compiled, network } from "hardhat";
import type { ArtifactMap } from "hardhat/types/artifacts";
import { type Address, type ContractFunctionArgs, type Hash, type Hex, parseEventLogs, zeroHash } from "viem";
import {
  deployMocks,
  deployProtocol as deployContracts,
  type Deployment,
  MOCK_NAMES,
  PROTOCOL_NAMES,
  type CompiledArtifacts,
  type MockName,
  type ProtocolName,
} from "../../scripts/deploy/index.ts";

/** A fresh in-process chain with viem clients and network helpers. */
export type Connection = Awaited<ReturnType<typeof connect>>;
export type Wallet = Awaited<ReturnType<Connection["viem"]["getWalletClients"]>>[number];
export type PublicClient = Awaited<ReturnType<Connection["viem"]["getPublicClient"]>>;

/** What `createStudio` of StudioFactory takes. */
export type StudioConfig = ContractFunctionArgs<ArtifactMap["IStudioFactory"]["abi"], "nonpayable", "createStudio">[0];

/** The deployed protocol on one chain. */
export interface Protocol {
  connection: Connection;
  publicClient: PublicClient;
  /** Funded accounts; the first one deployed everything and is used for nothing else. */
  wallets: Wallet[];
  deployment: Deployment;
  /** Address of a deployed contract; throws if it was not compiled. */
  addressOf: (name: "Deployer" | ProtocolName | MockName) => Address;
}

/** Addresses of one studio's clones, and its creation. */
export interface StudioClones {
  studio: Address;
  timelock: Address;
  governor: Address;
  reputation: Address;
  curation: Address;
  board: Address;
  mandates: Address;
  commissions: Address;
  config: StudioConfig;
  hash: Hash;
}

export const PRESET = { solo: 0, collective: 1, house: 2, open: 3 } as const;
export const CLOCK = { timestamp: 0, blockNumber: 1 } as const;

/** A new chain; `chainId` makes a second one for what must not depend on it. */
export async function connect(chainId?: number) {
  return network.create(chainId === undefined ? {} : { override: { chainId } });
}

/** The compiled contracts as the deployment scripts want them. */
export async function compiledArtifacts(): Promise<CompiledArtifacts> {
  const bytecodeOf = async (name: string) => ({ bytecode: (await compiled.readArtifact(name)).bytecode as Hex });
  const found: CompiledArtifacts = { Deployer: await bytecodeOf("Deployer") };
  for (const name of [...PROTOCOL_NAMES, ...MOCK_NAMES]) {
    if (await compiled.artifactExists(name)) found[name] = await bytecodeOf(name);
  }
  return found;
}

/** Deploys the whole protocol and the test tokens with the scripts that public networks use. */
export async function deployProtocol(connection?: Connection): Promise<Protocol> {
  const chain = connection ?? (await connect());
  const publicClient = await chain.viem.getPublicClient();
  const wallets = await chain.viem.getWalletClients();
  const walletClient = wallets[0] as Wallet;
  const artifacts = await compiledArtifacts();
  const deployment = {
    ...(await deployContracts({ publicClient, walletClient, artifacts })),
    ...(await deployMocks({ publicClient, walletClient, artifacts })),
  };
  const addressOf: Protocol["addressOf"] = (name) => {
    const contract = deployment[name];
    if (contract === undefined) throw new Error(`${name} is not deployed`);
    return contract.address;
  };
  return { connection: chain, publicClient, wallets, deployment, addressOf };
}

/** The last `count` wallets but one, who sit on ethics boards. */
export function seatWallets({ wallets }: Protocol, count: number): Wallet[] {
  return wallets.slice(-1 - count, -1);
}

const seatAddresses = (protocol: Protocol, count: number): Address[] =>
  seatWallets(protocol, count).map((wallet) => wallet.account.address);

/** A complete configuration: a collective of three founders (accounts 1 to 3), registrar = account 1. */
export function studioConfig(protocol: Protocol, overrides: Partial<StudioConfig> = {}): StudioConfig {
  const preset = overrides.preset ?? PRESET.collective;
  const members = protocol.wallets.slice(1, preset === PRESET.solo ? 2 : 4).map((wallet) => wallet.account.address);
  return {
    name: "Atelier Nord",
    symbol: "NORD",
    preset,
    clockMode: CLOCK.timestamp,
    secondsPerTick: 1,
    registrar: members[0] as Address,
    founders: members,
    seats: preset === PRESET.house ? seatAddresses(protocol, 5) : [],
    charter: "0x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    salt: zeroHash,
    ...overrides,
  };
}

/** Creates a studio; `creator` is account 1 unless given. */
export async function createStudio(
  protocol: Protocol,
  overrides: Partial<StudioConfig> = {},
  creator: Wallet = protocol.wallets[1] as Wallet,
): Promise<StudioClones> {
  const { connection, publicClient, addressOf } = protocol;
  const config = studioConfig(protocol, overrides);
  const factory = await connection.viem.getContractAt("IStudioFactory", addressOf("StudioFactory"), {
    client: { wallet: creator },
  });
  const hash = await factory.write.createStudio([config]);
  const { logs } = await publicClient.waitForTransactionReceipt({ hash });
  const [created] = parseEventLogs({ abi: factory.abi, logs, eventName: "StudioCreated" });
  if (created === undefined) throw new Error("StudioCreated was not emitted");
  const { studio, timelock, governor, reputation, curation, board, mandates, commissions } = created.args;
  return { studio, timelock, governor, reputation, curation, board, mandates, commissions, config, hash };
}
