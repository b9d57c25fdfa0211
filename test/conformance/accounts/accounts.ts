import { createRequire } from "node:module";
import {
  type Abi,
  type Address,
  concat,
  createClient,
  custom,
  encodeFunctionData,
  type Hash,
  type Hex,
  numberToHex,
  pad,
  parseEther,
  publicActions,
} from "viem";
import {
  createBundlerClient,
  entryPoint08Abi,
  entryPoint08Address,
  type RpcUserOperation,
  toSimple7702SmartAccount,
} from "viem/account-abstraction";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";
import { CREATE2_FACTORY, ensureCreate2Factory } from "../../../scripts/deploy/create2Factory.ts";
import type { Protocol, PublicClient, Wallet } from "../../helpers/protocol.ts";

/** Salt by which the EntryPoint of ERC-4337 0.8 came to its address on every chain. */
const SALT: Hex = "0x0a59dbff790c23c976a548690c27297883cc66b4c67024f9117b0238995e35e9";

const GAS_LIMIT = 12_000_000n;

function readBuild(name: string): { abi: Abi; bytecode: Hex } {
  const load = createRequire(import.meta.url);
  return load(`@account-abstraction/contracts/artifacts/${name}.json`) as { abi: Abi; bytecode: Hex };
}

/** Deploys the real EntryPoint at its address of all chains, and the account that plain accounts delegate to. */
export async function deployEntryPoint({ publicClient, wallets }: Protocol): Promise<Address> {
  const walletClient = wallets[0] as Wallet;
  await ensureCreate2Factory({ publicClient, walletClient });
  const hash = await walletClient.sendTransaction({
    to: CREATE2_FACTORY,
    data: concat([SALT, readBuild("EntryPoint").bytecode]),
    gas: GAS_LIMIT,
  });
  await publicClient.waitForTransactionReceipt({ hash });
  if ((await publicClient.getCode({ address: entryPoint08Address })) === undefined) {
    throw new Error("The EntryPoint of the package is not the one of all chains");
  }
  const deployed = await walletClient.deployContract(readBuild("Simple7702Account"));
  return (await publicClient.waitForTransactionReceipt({ hash: deployed })).contractAddress!;
}

/** A new plain account with ether, delegated to the smart account by EIP-7702. */
export async function delegate({ publicClient, wallets }: Protocol, implementation: Address) {
  const owner = privateKeyToAccount(generatePrivateKey());
  const payer = wallets[0] as Wallet;
  const value = parseEther("10");
  await publicClient.waitForTransactionReceipt({ hash: await payer.sendTransaction({ to: owner.address, value }) });
  const authorization = await owner.signAuthorization({ address: implementation, chainId: hardhat.id, nonce: 0 });
  const hash = await payer.sendTransaction({ to: owner.address, authorizationList: [authorization] });
  await publicClient.waitForTransactionReceipt({ hash });
  return owner;
}

export type Owner = Awaited<ReturnType<typeof delegate>>;

/** A client of the account through a bundler, which here is one relayer of the chain. */
export async function bundlerClient(protocol: Protocol, owner: Owner, implementation: Address) {
  const client = clientOf(protocol);
  const account = await toSimple7702SmartAccount({ client, owner, implementation });
  const relayer = protocol.wallets[8] as Wallet;
  const bundler = new Bundler(protocol.publicClient, relayer);
  const transport = custom({ request: (call) => bundler.request(call as RpcCall) }, { retryCount: 0 });
  return createBundlerClient({ account, client, chain: hardhat, transport, pollingInterval: 10 });
}

const clientOf = ({ connection }: Protocol) =>
  createClient({
    chain: hardhat,
    transport: custom({ request: (call) => connection.provider.request(call as never) }, { retryCount: 0 }),
    pollingInterval: 10,
  }).extend(publicActions);

type RpcCall = { method: string; params: unknown[] };

/** Sends each user operation in a bundle of its own to the real EntryPoint, after it was simulated there. */
class Bundler {
  readonly #transactions = new Map<Hash, Hash>();

  constructor(
    readonly chain: PublicClient,
    readonly relayer: Wallet,
  ) {}

  async request({ method, params }: RpcCall): Promise<unknown> {
    switch (method) {
      case "eth_chainId":
        return numberToHex(hardhat.id);
      case "eth_supportedEntryPoints":
        return [entryPoint08Address];
      case "eth_estimateUserOperationGas":
        return this.#limits();
      case "eth_sendUserOperation":
        return this.#send(params[0] as RpcUserOperation);
      case "eth_getUserOperationReceipt":
        return this.#receiptOf(params[0] as Hash);
      default:
        throw Object.assign(new Error(`no method ${method}`), { code: -32601 });
    }
  }

  #limits() {
    const limit = numberToHex(3_000_000);
    return { callGasLimit: limit, verificationGasLimit: limit, preVerificationGas: numberToHex(100_000) };
  }

  async #send(operation: RpcUserOperation): Promise<Hash> {
    const args = [[pack(operation)], this.relayer.account.address] as const;
    const entryPoint = { address: entryPoint08Address, abi: entryPoint08Abi } as const;
    const call = { ...entryPoint, functionName: "handleOps", args, gas: GAS_LIMIT } as const;
    const userOpHash = await this.chain.readContract({
      ...entryPoint,
      functionName: "getUserOpHash",
      args: [args[0][0]],
    });
    await this.chain.simulateContract({ ...call, account: this.relayer.account });
    this.#transactions.set(userOpHash, await this.relayer.writeContract(call));
    return userOpHash;
  }

  async #receiptOf(userOpHash: Hash): Promise<unknown> {
    const hash = this.#transactions.get(userOpHash);
    if (hash === undefined) return null;
    const raw = await this.chain.request({ method: "eth_getTransactionReceipt", params: [hash] });
    if (raw === null) return null;
    const { blockNumber } = raw;
    const found = { address: entryPoint08Address, abi: entryPoint08Abi, eventName: "UserOperationEvent" } as const;
    const range = { fromBlock: BigInt(blockNumber), toBlock: BigInt(blockNumber) };
    const [event] = await this.chain.getContractEvents({ ...found, args: { userOpHash }, ...range });
    const failed = { ...found, eventName: "UserOperationRevertReason", args: { userOpHash }, ...range } as const;
    const [reverted] = await this.chain.getContractEvents(failed);
    const { sender, nonce, success, actualGasCost, actualGasUsed } = event!.args;
    return {
      ...{ userOpHash, sender, success, reason: reverted?.args.revertReason, entryPoint: entryPoint08Address },
      nonce: numberToHex(nonce!),
      actualGasCost: numberToHex(actualGasCost!),
      actualGasUsed: numberToHex(actualGasUsed!),
      logs: raw.logs,
      receipt: raw,
    };
  }
}

/** A user operation as the EntryPoint takes it. */
function pack(operation: RpcUserOperation) {
  const { sender, nonce, callData, signature, ...gas } = operation as RpcUserOperation<"0.8">;
  const pair = (high: Hex, low: Hex): Hex => concat([pad(high, { size: 16 }), pad(low, { size: 16 })]);
  return {
    ...{ sender, nonce: BigInt(nonce), initCode: "0x" as const, callData, signature, paymasterAndData: "0x" as const },
    accountGasLimits: pair(gas.verificationGasLimit, gas.callGasLimit),
    preVerificationGas: BigInt(gas.preVerificationGas),
    gasFees: pair(gas.maxPriorityFeePerGas, gas.maxFeePerGas),
  };
}

type SendCalls = { calls: { to: Address; data?: Hex; value?: Hex }[]; atomicRequired: boolean };

/** A wallet of EIP-1193 and EIP-5792 whose account is delegated: its batches are one transaction. */
export function atomicWallet(protocol: Protocol, owner: Owner, mayUpgrade = true) {
  const { provider } = protocol.connection;
  const client = clientOf(protocol);
  const batches = new Map<string, Hash>();
  const send = async ({ calls }: SendCalls): Promise<{ id: Hash }> => {
    if (!mayUpgrade) throw Object.assign(new Error("The user keeps the account as it is."), { code: 5750 });
    const targets = calls.map(({ to, data = "0x", value = "0x0" }) => ({ target: to, value: BigInt(value), data }));
    const { abi } = readBuild("Simple7702Account");
    const data = encodeFunctionData({ abi, functionName: "executeBatch", args: [targets] });
    const request = await client.prepareTransactionRequest({ account: owner, to: owner.address, data });
    const serializedTransaction = await owner.signTransaction(request as never);
    const hash = await client.sendRawTransaction({ serializedTransaction });
    batches.set(hash, hash);
    return { id: hash };
  };
  const statusOf = async (id: Hash): Promise<object> => {
    const receipt = await client.request({ method: "eth_getTransactionReceipt", params: [batches.get(id)!] });
    const common = { version: "2.0.0", id, chainId: numberToHex(hardhat.id), atomic: true };
    if (receipt === null) return { ...common, status: 100 };
    return { ...common, status: receipt.status === "0x1" ? 200 : 500, receipts: [receipt] };
  };
  return {
    request: ({ method, params }: RpcCall): Promise<unknown> => {
      switch (method) {
        case "wallet_getCapabilities":
          return Promise.resolve({ [numberToHex(hardhat.id)]: { atomic: { status: "supported" } } });
        case "wallet_sendCalls":
          return send(params[0] as SendCalls);
        case "wallet_getCallsStatus":
          return statusOf(params[0] as Hash);
        default:
          return provider.request({ method, params });
      }
    },
  };
}
