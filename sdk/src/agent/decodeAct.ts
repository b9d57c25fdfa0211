import { type Address, decodeFunctionData, type Hex, isAddressEqual, size, slice, toFunctionSelector } from "viem";
import { agentMandatesBuy, agentMandatesCall, agentMandatesPay } from "../abi/items/agentMandates.ts";
import { assetRegistryCommitLot } from "../abi/items/assetRegistry.ts";
import { commissionsDeliver } from "../abi/items/commissions.ts";
import { TransactionForbiddenError } from "../errors/agent.ts";
import { fromPurchaseInput } from "../licensing/purchase.ts";
import { toLotId } from "../types/ids.ts";
import type { AgentAct } from "./act.ts";

/** What a transaction of an agent is: an act, with the mandate and the policy it names, or a delivery. */
export type DecodedAct =
  | { act: AgentAct; mandateId?: Hex; policyHash?: Hex }
  | { delivers: { commissionId: Hex; milestone: number; lotId: bigint } };

/** The contracts that an agent's transactions may go to. */
export type ActTargets = { agent: Address; mandates: Address; assetRegistry: Address; commissions?: Address };

const SELECTOR_BYTES = 4;

/** Reads a transaction as an act; throws {@link TransactionForbiddenError} where it is none. */
export function decodeAct(to: Address | null | undefined, data: Hex, targets: ActTargets): DecodedAct {
  if (to === null || to === undefined) throw new TransactionForbiddenError("it makes a new contract");
  const selector = size(data) < SELECTOR_BYTES ? undefined : slice(data, 0, SELECTOR_BYTES);
  const decoded = decodeBy(to, data, targets);
  if (decoded !== undefined) return decoded;
  throw new TransactionForbiddenError("it is no act of a mandate", { to, selector });
}

function decodeBy(to: Address, data: Hex, targets: ActTargets): DecodedAct | undefined {
  const { agent, mandates, assetRegistry, commissions } = targets;
  if (isAddressEqual(to, mandates)) return actOfMandate(data);
  if (isAddressEqual(to, assetRegistry)) return commitOf(data, agent);
  if (commissions !== undefined && isAddressEqual(to, commissions)) return deliveryOf(data);
  return undefined;
}

function actOfMandate(data: Hex): DecodedAct | undefined {
  const call = decoded([agentMandatesPay, agentMandatesBuy, agentMandatesCall], data);
  if (call === undefined) return undefined;
  const [mandateId, policyHash] = call.args;
  const named = { mandateId, policyHash };
  switch (call.functionName) {
    case "pay": {
      const [, , payee, amount, purpose] = call.args;
      return { ...named, act: { type: "pay", payee, amount, purpose } };
    }
    case "buy":
      return { ...named, act: { type: "buy", purchase: fromPurchaseInput(call.args[2]) } };
    case "call": {
      const [, , target, inner] = call.args;
      return { ...named, act: { type: "call", target, data: inner } };
    }
  }
}

function commitOf(data: Hex, agent: Address): DecodedAct | undefined {
  const call = decoded([assetRegistryCommitLot], data);
  if (call === undefined) return undefined;
  const [{ nonce, count, gate }] = call.args;
  return { act: { type: "commit", lotId: toLotId(agent, nonce), count, gate } };
}

function deliveryOf(data: Hex): DecodedAct | undefined {
  const call = decoded([commissionsDeliver], data);
  if (call === undefined) return undefined;
  const [commissionId, milestone, lotId] = call.args;
  return { delivers: { commissionId, milestone, lotId } };
}

/** A call of one of these functions; undefined where it is none, or its arguments are not whole. */
function decoded<const Items extends readonly [Function_, ...Function_[]]>(abi: Items, data: Hex) {
  const isOne = abi.some((item) => data.slice(0, 10).toLowerCase() === toFunctionSelector(item));
  if (!isOne) return undefined;
  try {
    return decodeFunctionData({ abi, data });
  } catch {
    return undefined;
  }
}

type Function_ =
  | typeof agentMandatesPay
  | typeof agentMandatesBuy
  | typeof agentMandatesCall
  | typeof assetRegistryCommitLot
  | typeof commissionsDeliver;
