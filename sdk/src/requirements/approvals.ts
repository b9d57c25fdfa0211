import { type Address, encodeFunctionData, erc20Abi, isAddressEqual } from "viem";
import { call as ask } from "viem/actions";
import { readMany } from "../actions/internal/readMany.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import type { CallRequirement } from "./requirement.ts";

/** What a spender will take out of an owner's allowance. */
export type Spending = Pick<CallRequirement, "owner" | "token" | "spender" | "amount">;

/** Approvals that are missing, one for each owner, token and spender: of exactly what all spendings take together. */
export async function approvalsFor(client: ActionClient, spendings: readonly Spending[]): Promise<CallRequirement[]> {
  const sums = sumUp(spendings);
  if (sums.length === 0) return [];
  const allowances = await readMany(
    client,
    sums.map(({ owner, token, spender }) => allowanceCall(token, owner, spender)),
  );
  const steps = sums.map((sum, index) => raise(client, sum, allowances[index] ?? 0n));
  return (await Promise.all(steps)).flat();
}

const allowanceCall = (address: Address, owner: Address, spender: Address) =>
  ({ address, abi: erc20Abi, functionName: "allowance", args: [owner, spender] }) as const;

function sumUp(spendings: readonly Spending[]): Spending[] {
  const sums: Spending[] = [];
  for (const spending of spendings.filter(({ amount }) => amount > 0n)) {
    const known = sums.find((sum) => (["owner", "token", "spender"] as const).every((key) => same(sum, spending, key)));
    if (known === undefined) sums.push({ ...spending });
    else known.amount += spending.amount;
  }
  return sums;
}

const same = (one: Spending, other: Spending, key: "owner" | "token" | "spender"): boolean =>
  isAddressEqual(one[key], other[key]);

/** Nothing where the allowance is enough; else one approval, or two where the token first wants the old one back. */
async function raise(client: ActionClient, spending: Spending, allowance: bigint): Promise<CallRequirement[]> {
  if (allowance >= spending.amount) return [];
  const approval = approve(spending);
  if (allowance === 0n || (await accepts(client, approval))) return [approval];
  return [approve({ ...spending, amount: 0n }), approval];
}

function approve(spending: Spending): CallRequirement {
  const { token, spender, amount } = spending;
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });
  return { kind: "approval", ...spending, call: { to: token, data, value: 0n } };
}

/** Whether the token would take the approval over the one that there is. */
async function accepts(client: ActionClient, { owner, call: { to, data } }: CallRequirement): Promise<boolean> {
  const answer = await ask(client, { account: owner, to, data }).catch(() => undefined);
  if (answer === undefined) return false;
  // Tokens like the first USDT answer nothing; others say false instead of reverting.
  return answer.data === undefined || BigInt(answer.data) !== 0n;
}
