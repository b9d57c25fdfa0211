/**
 * Safe, and tools that are driven by an ABI alone.
 *
 * Behaves as safe-global/safe-react-apps at b823488a161e49ba2df510ec0d04018116ed6c63 (2025-09-26):
 * apps/tx-builder/src/{utils,lib/interfaceRepository,lib/checksum,typings/models}.ts and
 * apps/tx-builder/src/components/forms/fields/fields.ts. The Safe is the real one:
 * @safe-global/safe-smart-account 1.5.0, from its own build: contracts/{Safe,proxies/SafeProxyFactory,
 * libraries/MultiSendCallOnly,handler/CompatibilityFallbackHandler}.sol.
 */
import { createRequire } from "node:module";
import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  concat,
  encodeFunctionData,
  encodePacked,
  type Hash,
  type Hex,
  keccak256,
  numberToHex,
  parseAbi,
  parseEventLogs,
  size,
  stringToHex,
  zeroAddress,
} from "viem";
import type { PublicClient, Wallet } from "../../helpers/protocol.ts";

/** One method as its form shows it; values are keyed by name, or by position where there is none. */
export interface Method {
  name: string;
  inputs: readonly AbiParameter[];
  payable: boolean;
}

/** One transaction of a batch, as it is stored in a file. */
export interface BatchTransaction {
  to: Address;
  value: string;
  data: Hex | null;
  contractMethod?: Method;
  contractInputsValues?: Record<string, string>;
}

/** A batch as the transaction builder exports it. */
export interface BatchFile {
  version: string;
  chainId: string;
  createdAt: number;
  meta: { name: string | null; txBuilderVersion: string; createdFromSafeAddress: string; checksum?: string };
  transactions: BatchTransaction[];
}

/** The methods of a contract that a form can call, from the text of its ABI. */
export function readMethods(abi: string): Method[] {
  return (JSON.parse(abi) as Abi)
    .filter((item): item is AbiFunction => item.type === "function")
    .filter(({ stateMutability }) => stateMutability !== "view" && stateMutability !== "pure")
    .map(({ name, inputs, stateMutability }) => ({ name, inputs, payable: stateMutability === "payable" }));
}

/** Fills in a form: every value is a text. */
export function fillIn(to: Address, method: Method, values: Record<string, string>, value = "0"): BatchTransaction {
  return { to, value, data: null, contractMethod: method, contractInputsValues: values };
}

/** Calldata of one transaction. */
export function encodeTransaction({ data, contractMethod, contractInputsValues }: BatchTransaction): Hex {
  if (contractMethod === undefined) return data ?? "0x";
  const { name, inputs } = contractMethod;
  const args = inputs.map((input, i) => parseValue(input.type, contractInputsValues?.[input.name || i] ?? ""));
  const item = { type: "function", name, inputs, outputs: [], stateMutability: "nonpayable" } as const;
  return encodeFunctionData({ abi: [item] as Abi, functionName: name, args });
}

/** A file to share, with the checksum that its reader verifies. */
export function exportBatch(name: string, chainId: number, safe: Address, transactions: BatchTransaction[]): BatchFile {
  const meta = { name, txBuilderVersion: "1.18.0", createdFromSafeAddress: safe };
  const file = { version: "1.0", chainId: String(chainId), createdAt: 0, meta, transactions };
  return { ...file, meta: { ...meta, checksum: checksumOf(file) } };
}

/** Reads a file that somebody shared. */
export function importBatch(text: string): BatchFile {
  const file = JSON.parse(text) as BatchFile;
  const { checksum, ...meta } = file.meta;
  if (checksum !== checksumOf({ ...file, meta })) throw new Error("The batch was changed");
  return file;
}

function checksumOf(file: BatchFile): string {
  return keccak256(stringToHex(serialize({ ...file, meta: { ...file.meta, name: null } })));
}

function serialize(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(serialize).join(",")}]`;
  if (typeof json === "object" && json !== null) {
    const fields = json as Record<string, unknown>;
    const keys = Object.keys(fields).sort();
    return `{${JSON.stringify(keys)}${keys.map((key) => `${serialize(fields[key])},`).join("")}}`;
  }
  return JSON.stringify(json ?? null);
}

/** A value as typed into a form. */
function parseValue(type: string, text: string): unknown {
  const value = text.trim();
  if (type === "bool") return ["true", "1"].includes(value.toLowerCase());
  if (/^u?int\d*$/.test(type)) return BigInt(value.replace(/["']/g, ""));
  if (type.startsWith("tuple")) return JSON.parse(value) as unknown;
  if (/^string(\[\d*\])+$/.test(type)) return JSON.parse(value) as unknown;
  if (/(\[\d*\])+$/.test(type)) return parseArray(value).map((item) => parseItem(type, item));
  return text;
}

function parseItem(type: string, item: string): unknown {
  const inner = type.replace(/\[\d*\]$/, "");
  return item.startsWith("[") ? parseValue(inner, item) : parseValue(inner, item.replace(/["']/g, ""));
}

function parseArray(value: string): string[] {
  if (!value.startsWith("[") || !value.endsWith("]")) throw new Error("Invalid Array value");
  const items: string[] = [];
  let depth = 0;
  for (const character of value.slice(1, -1)) {
    if (character === "," && depth === 0) {
      items.push("");
      continue;
    }
    if (character === "[") depth += 1;
    if (character === "]") depth -= 1;
    items.push(`${items.pop() ?? ""}${character}`.trim());
  }
  return items;
}

const SAFE = parseAbi([
  "function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address paymentReceiver)",
  "function getOwners() view returns (address[])",
  "function nonce() view returns (uint256)",
  "function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) payable returns (bool)",
  "function multiSend(bytes transactions) payable",
  "function createProxyWithNonce(address singleton, bytes initializer, uint256 saltNonce) returns (address)",
  "event ProxyCreation(address indexed proxy, address singleton)",
  "event ExecutionSuccess(bytes32 indexed txHash, uint256 payment)",
]);
const OPERATION = { call: 0, delegateCall: 1 } as const;
const SAFE_TX = {
  SafeTx: [
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "operation", type: "uint8" },
    { name: "safeTxGas", type: "uint256" },
    { name: "baseGas", type: "uint256" },
    { name: "gasPrice", type: "uint256" },
    { name: "gasToken", type: "address" },
    { name: "refundReceiver", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;
const SAFE_MESSAGE = { SafeMessage: [{ name: "message", type: "bytes" }] } as const;
const UNPAID = { safeTxGas: 0n, baseGas: 0n, gasPrice: 0n, gasToken: zeroAddress, refundReceiver: zeroAddress };

/** A Safe whose owners all sign. */
export class Safe {
  private constructor(
    readonly address: Address,
    private readonly multiSend: Address,
    private readonly owners: Wallet[],
    private readonly client: PublicClient,
  ) {}

  /** Deploys the Safe's contracts and a Safe of `owners`, as its own web application does. */
  static async create(client: PublicClient, owners: Wallet[]): Promise<Safe> {
    const deployer = owners[0]!;
    const deploy = async (path: string): Promise<Address> => {
      const hash = await deployer.deployContract(readBuild(path));
      return (await client.waitForTransactionReceipt({ hash })).contractAddress!;
    };
    const singleton = await deploy("Safe.sol/Safe");
    const factory = await deploy("proxies/SafeProxyFactory.sol/SafeProxyFactory");
    const handler = await deploy("handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler");
    const multiSend = await deploy("libraries/MultiSendCallOnly.sol/MultiSendCallOnly");
    const accounts = owners.map(({ account }) => account.address);
    const payment = [zeroAddress, 0n, zeroAddress] as const;
    const args = [accounts, BigInt(accounts.length), zeroAddress, "0x", handler, ...payment] as const;
    const initializer = encodeFunctionData({ abi: SAFE, functionName: "setup", args });
    const create = { address: factory, abi: SAFE, functionName: "createProxyWithNonce" } as const;
    const hash = await deployer.writeContract({ ...create, args: [singleton, initializer, 0n] });
    const { logs } = await client.waitForTransactionReceipt({ hash });
    const [created] = parseEventLogs({ abi: SAFE, logs, eventName: "ProxyCreation" });
    return new Safe(created!.args.proxy, multiSend, owners, client);
  }

  async getOwners(): Promise<readonly Address[]> {
    return this.client.readContract({ address: this.address, abi: SAFE, functionName: "getOwners" });
  }

  /** Executes a batch: one transaction directly, several through MultiSend. */
  async executeBatch({ transactions }: BatchFile): Promise<Hash> {
    const calls = transactions.map((transaction) => ({
      to: transaction.to,
      value: BigInt(transaction.value),
      data: encodeTransaction(transaction),
    }));
    const [first] = calls;
    if (calls.length === 1) return this.execute(first!.to, first!.value, first!.data, OPERATION.call);
    const packed = calls.map(({ to, value, data }) => {
      const types = ["uint8", "address", "uint256", "uint256", "bytes"] as const;
      return encodePacked(types, [OPERATION.call, to, value, BigInt(size(data)), data]);
    });
    const data = encodeFunctionData({ abi: SAFE, functionName: "multiSend", args: [concat(packed)] });
    return this.execute(this.multiSend, 0n, data, OPERATION.delegateCall);
  }

  /** Signs a digest as the Safe (ERC-1271). */
  async signMessage(digest: Hash): Promise<Hex> {
    const domain = await this.domain();
    return this.collect((owner) =>
      owner.signTypedData({ domain, types: SAFE_MESSAGE, primaryType: "SafeMessage", message: { message: digest } }),
    );
  }

  private async execute(to: Address, value: bigint, data: Hex, operation: number): Promise<Hash> {
    const safe = { address: this.address, abi: SAFE } as const;
    const nonce = await this.client.readContract({ ...safe, functionName: "nonce" });
    const domain = await this.domain();
    const message = { to, value, data, operation, ...UNPAID, nonce };
    const signatures = await this.collect((owner) =>
      owner.signTypedData({ domain, types: SAFE_TX, primaryType: "SafeTx", message }),
    );
    const payment = [0n, 0n, 0n, zeroAddress, zeroAddress] as const;
    const args = [to, value, data, operation, ...payment, signatures] as const;
    return this.owners[0]!.writeContract({ ...safe, functionName: "execTransaction", args });
  }

  private async domain(): Promise<{ chainId: number; verifyingContract: Address }> {
    return { chainId: await this.client.getChainId(), verifyingContract: this.address };
  }

  /** Signatures in the order of the owners' addresses. */
  private async collect(sign: (owner: Wallet) => Promise<Hex>): Promise<Hex> {
    const sorted = this.owners.toSorted((a, b) => (BigInt(a.account.address) < BigInt(b.account.address) ? -1 : 1));
    const signatures: Hex[] = [];
    for (const owner of sorted) signatures.push(await sign(owner));
    return concat(signatures);
  }
}

function readBuild(path: string): { abi: Abi; bytecode: Hex } {
  const load = createRequire(import.meta.url);
  return load(`@safe-global/safe-smart-account/build/artifacts/contracts/${path}.json`) as { abi: Abi; bytecode: Hex };
}

const ROLE_READS = parseAbi([
  "function getMinDelay() view returns (uint256)",
  "function DEFAULT_ADMIN_ROLE() view returns (bytes32)",
  "function PROPOSER_ROLE() view returns (bytes32)",
  "function EXECUTOR_ROLE() view returns (bytes32)",
  "function CANCELLER_ROLE() view returns (bytes32)",
  "function hasRole(bytes32 role, address account) view returns (bool)",
  "function getRoleAdmin(bytes32 role) view returns (bytes32)",
  "function supportsInterface(bytes4 interfaceId) view returns (bool)",
]);
const ACCESS_CONTROL_ID = numberToHex(0x7965db0b, { size: 4 });

/** What a tool for access control reads of a timelock. */
export async function readRoles(
  client: PublicClient,
  timelock: Address,
  account: Address,
): Promise<Record<"admin" | "proposer" | "executor" | "canceller", { held: boolean; admin: Hash }>> {
  const contract = { address: timelock, abi: ROLE_READS } as const;
  const known = await client.readContract({
    ...contract,
    functionName: "supportsInterface",
    args: [ACCESS_CONTROL_ID],
  });
  if (!known) throw new Error("Not an AccessControl");
  const read = async (name: "DEFAULT_ADMIN_ROLE" | "PROPOSER_ROLE" | "EXECUTOR_ROLE" | "CANCELLER_ROLE") => {
    const role = await client.readContract({ ...contract, functionName: name });
    return {
      held: await client.readContract({ ...contract, functionName: "hasRole", args: [role, account] }),
      admin: await client.readContract({ ...contract, functionName: "getRoleAdmin", args: [role] }),
    };
  };
  return {
    admin: await read("DEFAULT_ADMIN_ROLE"),
    proposer: await read("PROPOSER_ROLE"),
    executor: await read("EXECUTOR_ROLE"),
    canceller: await read("CANCELLER_ROLE"),
  };
}
