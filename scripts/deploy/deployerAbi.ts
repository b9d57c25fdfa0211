import { parseAbi } from "viem";

/** The part of Deployer that a deployment uses; `contracts/interfaces/IDeployer.sol` explains it. */
export const deployerAbi = parseAbi([
  "constructor(bytes32[] names, bytes32[] creationCodeHashes)",
  "event ContractDeployed(bytes32 indexed name, address indexed deployed)",
  "error DeployerUnknownName(bytes32 name)",
  "error DeployerWrongCode(bytes32 name, bytes32 found, bytes32 expected)",
  "error DeployerAlreadyDeployed(bytes32 name, address deployed)",
  "function deploy(bytes32 name, bytes creationCode) returns (address deployed)",
  "function addressOf(bytes32 name) view returns (address)",
]);
