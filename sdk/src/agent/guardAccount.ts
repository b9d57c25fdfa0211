import {
  type Address,
  BaseError,
  type Hex,
  type LocalAccount,
  serializeTransaction,
  type TransactionSerializable,
  type TypedDataDefinition,
} from "viem";
import { toAccount } from "viem/accounts";
import { getChainId } from "viem/actions";
import type { ActionClient } from "../actions/internal/types.ts";
import {
  ActRefusedError,
  GasLimitError,
  type Refusal,
  SignatureForbiddenError,
  TransactionForbiddenError,
} from "../errors/agent.ts";
import { ImprimaturError } from "../errors/base.ts";
import type { AgentAct } from "./act.ts";
import { checkAct } from "./checkAct.ts";
import { decodeAct } from "./decodeAct.ts";
import type { MandateState } from "./mandateState.ts";
import { ownReport } from "./ownReport.ts";
import { plainTransaction, type PlainTransaction } from "./plainTransaction.ts";
import { type ActContracts, readMandateState } from "./readMandateState.ts";

/** What {@link guardAccount} needs. */
export type GuardAccountParameters = {
  /** The agent's key. It is used for nothing but what the mandate allows. */
  account: LocalAccount;
  /** Reads the mandate; also says which chain transactions must be for. */
  client: ActionClient;
  addresses: ActContracts;
  /** The studio's AgentMandates. */
  mandates: Address;
  /** The studio's Commissions; without them no lot is delivered. */
  commissions?: Address;
  mandateId: Hex;
  /** Hash of the policy that runs here. */
  policyHash: Hex;
  /** Most gas of one transaction, and most wei of its gas; 3,000,000 and 0.05 ether by default. */
  gas?: { limit?: bigint; cost?: bigint };
  /** Judges by this state instead of the chain's, for a signer without a network. */
  snapshot?: MandateState;
};

/** An account that signs nothing but acts which the mandate allows. */
export type GuardedAccount = LocalAccount<"guarded"> & {
  readonly mandateId: Hex;
  readonly policyHash: Hex;
  /** The mandate as it stands; its lists hold what concerns the acts. */
  readMandate(acts?: readonly AgentAct[]): Promise<MandateState>;
  /** Why the chain would refuse an act now; undefined: the mandate allows it. */
  check(act: AgentAct): Promise<Refusal | undefined>;
};

const GAS_LIMIT = 3_000_000n;
const GAS_COST = 50_000_000_000_000_000n;

/**
 * Wraps an account so that it refuses to sign what the chain would refuse, and everything that is no act of its mandate.
 * Any viem wallet client can be given it; actions work as ever.
 *
 * Whoever holds the key can take the wrapper off: the chain checks again.
 *
 * @example
 * ```ts
 * const agent = guardAccount({ account, client, addresses, mandates, mandateId, policyHash });
 * const wallet = createWalletClient({ account: agent, chain, transport: http() });
 * await agent.check({ type: "pay", payee, amount: 5_000_000n, purpose }); // undefined: allowed
 * ```
 */
export function guardAccount(parameters: GuardAccountParameters): GuardedAccount {
  const { account, client, snapshot, mandateId, policyHash } = parameters;
  const readMandate = async (acts: readonly AgentAct[] = []): Promise<MandateState> => {
    if (snapshot !== undefined) return snapshot;
    const { mandates, addresses } = parameters;
    return readMandateState(client, { mandates, mandateId, addresses, acts });
  };
  const check = async (act: AgentAct): Promise<Refusal | undefined> =>
    checkAct(await readMandate([act]), act, { agent: account.address, policyHash });
  const guarded = toAccount({
    address: account.address,
    ...(account.nonceManager === undefined ? {} : { nonceManager: account.nonceManager }),
    sign: () => Promise.reject(new SignatureForbiddenError("bare hashes")),
    signAuthorization: () => Promise.reject(new SignatureForbiddenError("delegations of its account (EIP-7702)")),
    signMessage: () => Promise.reject(new SignatureForbiddenError("messages")),
    signTypedData: async (definition) => {
      const { assetRegistry } = parameters.addresses;
      const reports = { producer: account.address, chainId: await chainIdOf(client), assetRegistry };
      return account.signTypedData(ownReport(definition as unknown as TypedDataDefinition, reports));
    },
    // A caller's serializer decides which bytes are signed: it is not used.
    signTransaction: async (transaction) => {
      const plain = await allowed(transaction, parameters, check).catch(throwForViem);
      return account.signTransaction(plain as TransactionSerializable, { serializer: serializeTransaction }) as never;
    },
  });
  const source = "guarded" as const;
  return { ...guarded, source, publicKey: account.publicKey, mandateId, policyHash, readMandate, check };
}

/** viem reads `details` of what signing throws as a text: it is given an error of its own kind, ours is the cause. */
function throwForViem(error: unknown): never {
  if (!ImprimaturError.is(error)) throw error;
  throw new BaseError(error.shortMessage, { cause: error, name: error.name });
}

/** The transaction that may be signed: a copy, made before anything is asked, of what the mandate allows. */
async function allowed(
  transaction: TransactionSerializable,
  parameters: GuardAccountParameters,
  check: (act: AgentAct) => Promise<Refusal | undefined>,
): Promise<PlainTransaction> {
  const { account, client, mandates, commissions, addresses } = parameters;
  const plain = plainTransaction(transaction, account);
  const { chainId, to, data } = plain;
  const expected = await chainIdOf(client);
  if (chainId !== expected) throw new TransactionForbiddenError(`it is for chain ${chainId ?? "any"}, not ${expected}`);
  assertGas(plain, parameters);
  const { assetRegistry } = addresses;
  const targets = { agent: account.address, mandates, assetRegistry, ...(commissions && { commissions }) };
  const decoded = decodeAct(to, data, targets);
  // A delivery moves nothing: it names a lot that was committed under the mandate.
  if ("delivers" in decoded) return plain;
  const { mandateId = parameters.mandateId, policyHash = parameters.policyHash } = decoded;
  if (mandateId.toLowerCase() !== parameters.mandateId.toLowerCase()) {
    throw new TransactionForbiddenError("it names another mandate", { to: to ?? undefined });
  }
  if (policyHash.toLowerCase() !== parameters.policyHash.toLowerCase()) {
    throw new TransactionForbiddenError("it echoes another policy than the one that runs", { to: to ?? undefined });
  }
  const refusal = await check(decoded.act);
  if (refusal !== undefined) throw new ActRefusedError(refusal);
  return plain;
}

const chainIdOf = async (client: ActionClient): Promise<number> => client.chain?.id ?? getChainId(client);

function assertGas(transaction: PlainTransaction, { gas: limits = {} }: GuardAccountParameters): void {
  const { limit = GAS_LIMIT, cost = GAS_COST } = limits;
  const { gas } = transaction;
  if (gas === undefined || gas > limit) throw new GasLimitError("gas", gas, limit);
  const price = transaction.type === "legacy" ? transaction.gasPrice : transaction.maxFeePerGas;
  const most = price === undefined ? undefined : price * gas;
  if (most === undefined || most > cost) throw new GasLimitError("cost of gas in wei", most, cost);
}
