import { type AccessList, type Address, type Hex, isAddressEqual, type TransactionSerializable } from "viem";
import { TransactionForbiddenError } from "../errors/agent.ts";

/** What of a transaction is judged and signed, and nothing else. */
export type PlainTransaction = {
  readonly chainId?: number;
  readonly nonce?: number;
  readonly to?: Address;
  readonly data: Hex;
  readonly gas?: bigint;
  readonly accessList?: AccessList;
} & (
  | { readonly type: "legacy"; readonly gasPrice?: bigint }
  | { readonly type: "eip1559"; readonly maxFeePerGas?: bigint; readonly maxPriorityFeePerGas?: bigint }
);

const FIELDS: Readonly<Record<string, "bigint" | "number" | "object" | "string">> = {
  type: "string",
  chainId: "number",
  nonce: "number",
  to: "string",
  data: "string",
  value: "bigint",
  gas: "bigint",
  gasPrice: "bigint",
  maxFeePerGas: "bigint",
  maxPriorityFeePerGas: "bigint",
  accessList: "object",
};

/** What viem hands over with a transaction, and serializes nowhere. */
const BESIDE = new Set(["account", "chain", "from", "kzg", "nonceManager", "parameters"]);

/** Fields that only one kind of transactions has. */
const FEES = { legacy: ["gasPrice"], eip1559: ["maxFeePerGas", "maxPriorityFeePerGas", "accessList"] } as const;

/**
 * A copy that nobody else holds, of the fields that are judged: what is signed after the checks is what was checked.
 * Throws {@link TransactionForbiddenError} for any other field, and any kind but plain ones.
 */
export function plainTransaction(
  transaction: TransactionSerializable,
  { address }: { address: Address },
): PlainTransaction {
  const given: Record<string, unknown> = { ...transaction };
  const { from, type = given["gasPrice"] === undefined ? "eip1559" : "legacy" } = given;
  if (from !== undefined && !(typeof from === "string" && isAddressEqual(from as Address, address))) {
    throw new TransactionForbiddenError("it is from another account");
  }
  if (type !== "legacy" && type !== "eip1559") throw new TransactionForbiddenError(`it is of type ${String(type)}`);
  const foreign: readonly string[] = FEES[type === "legacy" ? "eip1559" : "legacy"];
  const copy: Record<string, unknown> = { type };
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined || value === null || BESIDE.has(field)) continue;
    if (FIELDS[field] !== typeof value || foreign.includes(field)) {
      throw new TransactionForbiddenError(`an agent's transaction has no such field: ${field}`);
    }
    copy[field] = value;
  }
  const { value = 0n, accessList, ...plain } = copy;
  if (value !== 0n) throw new TransactionForbiddenError("it sends native currency");
  const listed = accessList === undefined ? {} : { accessList: structuredClone(accessList) };
  return Object.freeze({ ...plain, data: plain["data"] ?? "0x", ...listed }) as PlainTransaction;
}
