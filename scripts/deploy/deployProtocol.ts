import { type Address, encodeDeployData, type Hex, keccak256 } from "viem";
import { ensureCreate2Factory } from "./create2Factory.ts";
import { deployByCreate2 } from "./deployByCreate2.ts";
import { deployerAbi } from "./deployerAbi.ts";
import { describeDeployed } from "./describeDeployed.ts";
import { nameSalt } from "./nameSalt.ts";
import { PROTOCOL_NAMES, type ProtocolName } from "./names.ts";
import type { DeployClients, DeployedContract, Deployment, ProtocolArtifacts } from "./types.ts";

export interface DeployProtocolParameters extends DeployClients {
  artifacts: ProtocolArtifacts;
  /** Order in which the contracts are deployed; any order leads to the same addresses. */
  order?: readonly ProtocolName[];
  /** What an earlier, perhaps interrupted run recorded. */
  known?: Deployment;
  /** Called after each contract that exists. */
  onDeployed?: (name: string, contract: DeployedContract) => void;
}

/** Constructor arguments and creation code of Deployer: its list is what fixes all addresses. */
function deployerInitCode(artifacts: ProtocolArtifacts, codes: Map<ProtocolName, Hex>): Hex {
  return encodeDeployData({
    abi: deployerAbi,
    bytecode: artifacts.Deployer.bytecode,
    args: [[...codes.keys()].map(nameSalt), [...codes.values()].map((code) => keccak256(code))],
  });
}

/** The block of a contract that an unrecorded run deployed, from Deployer's own event. */
async function findBlock({ publicClient }: DeployClients, deployer: Address, name: ProtocolName): Promise<number> {
  const [event] = await publicClient.getContractEvents({
    address: deployer,
    abi: deployerAbi,
    eventName: "ContractDeployed",
    args: { name: nameSalt(name) },
    fromBlock: 0n,
  });
  return Number(event?.blockNumber ?? 0n);
}

async function deployByName(
  parameters: DeployProtocolParameters,
  deployer: Address,
  name: ProtocolName,
  code: Hex,
): Promise<DeployedContract> {
  const { publicClient, walletClient, known } = parameters;
  const contract = { address: deployer, abi: deployerAbi };
  const address = await publicClient.readContract({ ...contract, functionName: "addressOf", args: [nameSalt(name)] });
  if ((await publicClient.getCode({ address })) !== undefined) {
    const block = known?.[name]?.block ?? (await findBlock(parameters, deployer, name));
    return describeDeployed(publicClient, address, block);
  }
  const hash = await walletClient.writeContract({ ...contract, functionName: "deploy", args: [nameSalt(name), code] });
  const receipt = await publicClient.waitForTransactionReceipt({ hash });
  return describeDeployed(publicClient, address, Number(receipt.blockNumber));
}

/**
 * Deploys the CREATE2 factory (where it is absent), Deployer and every contract of the protocol. Contracts that exist
 * are left alone, so an interrupted run is resumed by running it again.
 */
export async function deployProtocol(parameters: DeployProtocolParameters): Promise<Deployment> {
  const { artifacts, known, onDeployed } = parameters;
  const codes = new Map<ProtocolName, Hex>();
  for (const name of PROTOCOL_NAMES) {
    const code = artifacts[name]?.bytecode;
    if (code !== undefined) codes.set(name, code);
  }
  const deployment: Deployment = {};
  const record = (name: string, contract: DeployedContract): DeployedContract => {
    onDeployed?.(name, contract);
    return (deployment[name] = contract);
  };

  await ensureCreate2Factory(parameters);
  const initCode = deployerInitCode(artifacts, codes);
  const deployer = record("Deployer", await deployByCreate2(parameters, initCode, known?.["Deployer"]));
  for (const name of parameters.order ?? codes.keys()) {
    const code = codes.get(name);
    if (code === undefined) throw new Error(`There is no artifact of ${name}: compile the contracts first.`);
    record(name, await deployByName(parameters, deployer.address, name, code));
  }
  return deployment;
}
