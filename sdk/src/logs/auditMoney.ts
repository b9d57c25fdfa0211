import { type Address, type Client, erc20Abi } from "viem";
import { readContract } from "viem/actions";
import { royaltySplitterCreditOf, royaltySplitterClaimedOf, royaltySplitterLedgerOf } from "../abi/index.ts";
import { type Difference, differ } from "./difference.ts";
import type { RoyaltyReplay } from "./royaltyReplay.ts";

/** Compares the replayed books with RoyaltySplitter's storage, and its token balances with what it owes. */
export async function auditMoney(
  client: Client,
  { royalties, royaltySplitter }: { royalties: RoyaltyReplay; royaltySplitter: Address },
): Promise<Difference[]> {
  const audit = { client, royalties, royaltySplitter };
  const differences: Difference[] = [];
  for (const account of royalties.accounts.values()) differences.push(...(await auditLedger(audit, account)));
  for (const holder of royalties.holders.values()) differences.push(...(await auditBalance(audit, holder)));
  const tokens = new Set([...royalties.accounts.values()].map(({ token }) => token));
  for (const token of tokens) differences.push(...(await auditHolding(audit, token)));
  return differences;
}

type MoneyAudit = { client: Client; royalties: RoyaltyReplay; royaltySplitter: Address };

async function auditLedger(
  { client, royalties, royaltySplitter: address }: MoneyAudit,
  { recipe, token }: { recipe: number; token: Address },
): Promise<Difference[]> {
  const subject = `ledger of recipe ${recipe} in ${token}`;
  const stored = await readContract(client, {
    address,
    abi: [royaltySplitterLedgerOf],
    functionName: "ledgerOf",
    args: [recipe, token],
  });
  const differences = differ(subject, stored, royalties.ledger(recipe, token));
  for (const { account } of royalties.nodes.get(recipe)?.payees ?? []) {
    const claimed = await readContract(client, {
      address,
      abi: [royaltySplitterClaimedOf],
      functionName: "claimedOf",
      args: [recipe, token, account],
    });
    const expected = { claimed: royalties.claimed(recipe, token, account) };
    differences.push(...differ(`${subject}, payee ${account}`, { claimed }, expected));
  }
  return differences;
}

async function auditBalance(
  { client, royalties, royaltySplitter: address }: MoneyAudit,
  { account, token }: { account: Address; token: Address },
): Promise<Difference[]> {
  const balance = await readContract(client, {
    address,
    abi: [royaltySplitterCreditOf],
    functionName: "creditOf",
    args: [account, token],
  });
  return differ(`balance of ${account} in ${token}`, { balance }, { balance: royalties.balance(account, token) });
}

/** The splitter holds at least what came in and was not paid out; a donation may make it more. */
async function auditHolding({ client, royalties, royaltySplitter }: MoneyAudit, token: Address): Promise<Difference[]> {
  const held = await readContract(client, {
    address: token,
    abi: erc20Abi,
    functionName: "balanceOf",
    args: [royaltySplitter],
  });
  const owed = royalties.unpaid(token);
  if (held >= owed) return [];
  return [{ subject: `holding in ${token}`, field: "balance", found: String(held), expected: `at least ${owed}` }];
}
