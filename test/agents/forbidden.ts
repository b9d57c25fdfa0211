import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Abi } from "viem";

/** Functions that move tokens, let others move them, or carry calls that nobody voted for. */
export const FORBIDDEN: readonly string[] = [
  // transfers
  "transfer(address,uint256)",
  "transferFrom(address,address,uint256)",
  "safeTransferFrom(address,address,uint256)",
  "safeTransferFrom(address,address,uint256,bytes)",
  "safeTransferFrom(address,address,uint256,uint256,bytes)",
  "safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)",
  "transfer(address,uint256,uint256)",
  "transfer(address,uint256,bytes)",
  "transferFrom(address,address,uint256,uint256)",
  "transferAndCall(address,uint256)",
  "transferAndCall(address,uint256,bytes)",
  "transferFromAndCall(address,address,uint256)",
  "transferFromAndCall(address,address,uint256,bytes)",
  "send(address,uint256,bytes)",
  "operatorSend(address,address,uint256,bytes,bytes)",
  "burnFrom(address,uint256)",
  "burn(address,uint256,uint256)",
  "burnBatch(address,uint256[],uint256[])",
  "operatorBurn(address,uint256,bytes,bytes)",
  "crosschainBurn(address,uint256)",
  "withdraw(uint256,address,address)",
  "redeem(uint256,address,address)",
  "withdrawTo(address,uint256)",
  "transferFrom((address,address,uint160,address)[])",
  // approvals
  "temporaryApprove(address,uint256)",
  "approve(address,uint256)",
  "approve(address,uint256,uint256)",
  "approve(address,address,uint160,uint48)",
  "increaseAllowance(address,uint256)",
  "decreaseAllowance(address,uint256)",
  "increaseApproval(address,uint256)",
  "decreaseApproval(address,uint256)",
  "approveAndCall(address,uint256)",
  "approveAndCall(address,uint256,bytes)",
  "setApprovalForAll(address,bool)",
  "setOperator(address,bool)",
  "authorizeOperator(address)",
  // authorizations
  "permit(address,((address,uint160,uint48,uint48)[],address,uint256),bytes)",
  "permitTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes)",
  "permitTransferFrom(((address,uint256)[],uint256,uint256),(address,uint256)[],address,bytes)",
  "permitWitnessTransferFrom(((address,uint256),uint256,uint256),(address,uint256),address,bytes32,string,bytes)",
  "permitWitnessTransferFrom(((address,uint256)[],uint256,uint256),(address,uint256)[],address,bytes32,string,bytes)",
  "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
  "permit(address,address,uint256,uint256,bytes)",
  "permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)",
  "permit(address,uint256,uint256,uint8,bytes32,bytes32)",
  "permit(address,((address,uint160,uint48,uint48),address,uint256),bytes)",
  "cancelAuthorization(address,bytes32,uint8,bytes32,bytes32)",
  "cancelAuthorization(address,bytes32,bytes)",
  "transferFrom(address,address,uint160,address)",
  "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)",
  "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)",
  "receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)",
  "receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)",
  // carriers
  "execute(address,bytes)",
  "executeFromExecutor(bytes32,bytes)",
  "execute(address[],uint256[],bytes[],bytes32)",
  "relay(address,uint256,bytes)",
  "execute(address,uint256,bytes,bytes32,bytes32)",
  "executeBatch(address[],uint256[],bytes[],bytes32,bytes32)",
  "schedule(address,uint256,bytes,bytes32,bytes32,uint256)",
  "scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256)",
  "schedule(address,bytes,uint48)",
  "execute((address,address,uint256,uint256,uint48,bytes,bytes))",
  "executeBatch((address,address,uint256,uint256,uint48,bytes,bytes)[],address)",
  "executeBatch((address,uint256,bytes)[])",
  "executeBatch(address[],bytes[])",
  "executeBatch(address[],uint256[],bytes[])",
  "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)",
  "execTransactionFromModule(address,uint256,bytes,uint8)",
  "execTransactionFromModuleReturnData(address,uint256,bytes,uint8)",
  "upgradeAndCall(address,address,bytes)",
  "upgradeToAndCall(address,bytes)",
  "execute(bytes,bytes[])",
  "execute(bytes,bytes[],uint256)",
  "aggregate((address,bytes)[])",
  "aggregate3((address,bool,bytes)[])",
  "aggregate3Value((address,bool,uint256,bytes)[])",
  "blockAndAggregate((address,bytes)[])",
  "tryAggregate(bool,(address,bytes)[])",
  "tryBlockAndAggregate(bool,(address,bytes)[])",
  "handleOps((address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)[],address)",
  "handleAggregatedOps(((address,uint256,bytes,bytes,bytes32,uint256,bytes32,bytes,bytes)[],address,bytes)[],address)",
  "delegateAndRevert(address,bytes)",
  "multicall(bytes[])",
  "multicall(uint256,bytes[])",
  "multicall(bytes32,bytes[])",
  "execute(address,uint256,bytes)",
  "execute(bytes32,bytes)",
  "delegatecall(address,bytes)",
];

const ZEPPELIN = "@openzeppelin/contracts/build/contracts";
const ACCOUNTS = "@account-abstraction/contracts/artifacts";
const SAFE = "@safe-global/safe-smart-account/build/artifacts/contracts";

/** Compiled contracts and interfaces of others: tokens of every standard, accounts, and what carries calls. */
const ARTIFACTS: readonly string[] = [
  ...["IERC20", "IERC721", "IERC777", "IERC1155", "IERC1363", "IERC2612", "IERC3009", "IERC3009Cancel", "IERC4626"],
  ...["IERC6909", "IERC7674", "IERC7802", "ERC20Burnable", "ERC1155Burnable", "ERC20TransferAuthorization"],
  ...["ERC20Wrapper", "Multicall", "AccountERC7579", "ERC7821", "AccessManager", "Governor", "TimelockController"],
  ...["ERC2771Forwarder", "ProxyAdmin", "UUPSUpgradeable"],
]
  .map((name) => `${ZEPPELIN}/${name}.json`)
  .concat(["SimpleAccount", "Simple7702Account", "EntryPoint"].map((name) => `${ACCOUNTS}/${name}.json`))
  .concat(`${SAFE}/Safe.sol/Safe.json`);

/** ABIs of tokens, accounts and carriers that others have written, by file. */
export async function foreignAbis(): Promise<[string, Abi][]> {
  return Promise.all(
    ARTIFACTS.map(async (path): Promise<[string, Abi]> => {
      const url = new URL(`../../node_modules/${path}`, import.meta.url);
      return [path, (JSON.parse(await readFile(fileURLToPath(url), "utf8")) as { abi: Abi }).abi];
    }),
  );
}
