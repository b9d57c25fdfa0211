import { type Address, type Client, erc20Abi } from "viem";
import { readContract } from "viem/actions";
import {
  royaltySplitterBalanceOf,
  royaltySplitterClaimable,
  royaltySplitterClaimedOf,
  royaltySplitterCreditOf,
  royaltySplitterLedgerOf,
  royaltySplitterMerkleClaimedOf,
  royaltySplitterPotOf,
} from "../abi/items/index.ts";
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
  for (const line of royalties.lines.values()) differences.push(...(await auditLine(audit, line)));
  for (const pot of royalties.pots.values()) differences.push(...(await auditPot(audit, pot)));
  const booked = [...royalties.accounts.values(), ...royalties.pots.values()];
  const tokens = new Map(booked.map(({ token }) => [token.toLowerCase(), token]));
  for (const token of tokens.values()) differences.push(...(await auditHolding(audit, token)));
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
  const differences = differ(subject, stored, {
    ...royalties.ledger(recipe, token),
    paid: royalties.paid(recipe, token),
  });
  for (const account of royalties.payees(recipe, token)) {
    const place = { recipe, token, account };
    differences.push(...(await auditPayee({ client, royalties, royaltySplitter: address }, place)));
  }
  return differences;
}

/** Claims on shares are no number of their own in storage: they show in what can still be claimed. */
async function auditPayee(
  { client, royalties, royaltySplitter: address }: MoneyAudit,
  { recipe, token, account }: { recipe: number; token: Address; account: Address },
): Promise<Difference[]> {
  const subject = `ledger of recipe ${recipe} in ${token}, payee ${account}`;
  const args = [recipe, token, account] as const;
  const read = { address, args } as const;
  const held = { address, args: [account, BigInt(recipe)] } as const;
  const [stored, claimable, shares] = await Promise.all([
    readContract(client, { ...read, abi: [royaltySplitterClaimedOf], functionName: "claimedOf" }),
    readContract(client, { ...read, abi: [royaltySplitterClaimable], functionName: "claimable" }),
    readContract(client, { ...held, abi: [royaltySplitterBalanceOf], functionName: "balanceOf" }),
  ]);
  const claimed = royalties.claimed(recipe, token, account);
  const found = royalties.followsShares(recipe, token) ? claimed : stored;
  const expected = {
    claimed,
    earned: royalties.earned(recipe, token, account),
    shares: royalties.shares(recipe, account),
  };
  return differ(subject, { claimed: found, earned: found + claimable, shares }, expected);
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

async function auditLine(
  { client, royalties, royaltySplitter: address }: MoneyAudit,
  { recipe, token, index }: { recipe: number; token: Address; index: bigint },
): Promise<Difference[]> {
  const claimed = await readContract(client, {
    address,
    abi: [royaltySplitterMerkleClaimedOf],
    functionName: "merkleClaimedOf",
    args: [recipe, token, index],
  });
  const expected = { claimed: royalties.merkleClaimed(recipe, token, index) };
  return differ(`line ${index} of recipe ${recipe} in ${token}`, { claimed }, expected);
}

async function auditPot(
  { client, royaltySplitter: address }: MoneyAudit,
  { opener, id, token, amount }: { opener: Address; id: `0x${string}`; token: Address; amount: bigint },
): Promise<Difference[]> {
  const held = await readContract(client, {
    address,
    abi: [royaltySplitterPotOf],
    functionName: "potOf",
    args: [opener, id, token],
  });
  return differ(`pot ${id} of ${opener} in ${token}`, { amount: held }, { amount });
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
