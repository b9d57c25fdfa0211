import { type Address, decodeFunctionData, erc20Abi, isAddressEqual } from "viem";
import { royaltySplitterFundPot } from "../abi/items/royaltySplitter.ts";
import { fundPot } from "../actions/royalties/fundPot.ts";
import { PERMIT2 } from "../licensing/permit2Address.ts";
import type { CallRequirement, Requirement } from "../requirements/requirement.ts";
import type { Step } from "./perform.ts";
import { formatAmount, type Token } from "./token.ts";

const isCall = (requirement: Requirement): requirement is CallRequirement => "call" in requirement;

/** What has to be sent before, as the SDK asks for it, as steps. */
export function stepsFor(requirements: readonly Requirement[], token: Token): Step[] {
  return requirements.filter(isCall).map((requirement) => toStep(requirement, token));
}

/** Lets a contract take tokens, no more than was said. */
export function approvalStep(
  token: Token,
  { spender, who, amount }: { spender: Address; who: string; amount: bigint },
): Step {
  return {
    does: `allow ${who} to take exactly ${formatAmount(amount, token)}`,
    call: { address: token.address, abi: erc20Abi, functionName: "approve", args: [spender, amount] },
    read: () => ({ allowance: amount }),
  };
}

function toStep(requirement: CallRequirement, token: Token): Step {
  const { kind, amount, spender } = requirement;
  const { to: address, data } = requirement.call;
  const abi = kind === "pot" ? ([royaltySplitterFundPot] as const) : erc20Abi;
  const { functionName, args } = decodeFunctionData({ abi, data });
  return {
    does: inWords(requirement, token),
    call: { address, abi, functionName, args },
    read: (logs) => (kind === "pot" ? fundPot.extractEvent(logs, spender) : { allowance: amount }),
  };
}

function inWords({ kind, amount, spender }: CallRequirement, token: Token): string {
  const shown = formatAmount(amount, token);
  if (kind === "pot") return `put ${shown} aside as bond`;
  const who = isAddressEqual(spender, PERMIT2) ? "Permit2" : "the royalty ledger";
  return amount === 0n ? `take an old allowance of ${who} back` : `allow ${who} to take exactly ${shown}`;
}
