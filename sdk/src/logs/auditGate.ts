import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import {
  curationAuditOf,
  curationCanariesOf,
  curationEpochPointsOf,
  curationPointsOf,
  curationProducerOf,
  curationScoreOf,
  curationVetoOf,
  royaltySplitterPotOf,
} from "../abi/items/index.ts";
import { readMany } from "../actions/internal/readMany.ts";
import { hashOutcome } from "../curation/outcome.ts";
import { FIRST_INSPECTION } from "../curation/switching.ts";
import { ordinalOf } from "../types/codec.ts";
import { PRODUCER_LEVELS } from "../types/enums.ts";
import { type Difference, differ } from "./difference.ts";
import type { GateLot } from "./gateLot.ts";
import type { GateReplay } from "./gateReplay.ts";

type GateAudit = { client: Client; replay: GateReplay; curation: Address; royaltySplitter: Address };

/** The pot of deposits, bonds, fees and pay. */
const POT = `0x${"00".repeat(32)}` as const;

/** Compares a replayed gate with its storage: deposits, levels, pay, scores, points, canaries, vetoes, outcomes, the pot. */
export async function auditGate(audit: GateAudit): Promise<Difference[]> {
  const parts = [auditDeposits, auditScores, auditPoints, auditCanaries, auditLots, auditPot];
  const found: Difference[] = [];
  for (const part of parts) found.push(...(await part(audit)));
  return found;
}

async function auditDeposits({ client, replay, curation: address }: GateAudit): Promise<Difference[]> {
  const accounts = [...new Set([...replay.purse.deposits.keys(), ...replay.inspections.keys()])];
  const stored = await readMany(
    client,
    accounts.map((account) => ({
      address,
      abi: [curationProducerOf],
      functionName: "producerOf" as const,
      args: [account as Address] as const,
    })),
  );
  return accounts.flatMap((account, at) => {
    const { level, accepted, rejected } = replay.inspections.get(account) ?? FIRST_INSPECTION;
    const expected = { level: ordinalOf(PRODUCER_LEVELS, level), accepted, rejected };
    const free = replay.purse.deposits.get(account) ?? 0n;
    return differ(`producer ${account}`, stored[at] ?? {}, { ...expected, free });
  });
}

async function auditScores({ client, replay, curation: address }: GateAudit): Promise<Difference[]> {
  const indices = [...new Set([...replay.purse.pays.keys(), ...replay.scores.tallies.keys()])];
  const stored = await readMany(
    client,
    indices.map((index) => ({
      address,
      abi: [curationScoreOf],
      functionName: "scoreOf" as const,
      args: [index] as const,
    })),
  );
  return indices.flatMap((index, at) => {
    const { hits, misses, falseAlarms } = replay.scores.of(index);
    const expected = { hits, misses, falseAlarms, pay: replay.purse.pays.get(index) ?? 0n };
    return differ(`score of curator ${index}`, stored[at] ?? {}, expected);
  });
}

async function auditPoints({ client, replay, curation: address }: GateAudit): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [key, expected] of replay.scores.points) {
    const [index, epoch] = key.split("/").map(Number) as [number, number];
    const call = { address, abi: [curationPointsOf], functionName: "pointsOf", args: [index, epoch] } as const;
    const [points, canaryPoints] = await readContract(client, call);
    differences.push(
      ...differ(`points of curator ${index} in epoch ${epoch}`, { points, canaryPoints }, { ...expected }),
    );
  }
  for (const [epoch, { points, canaryPoints, budget }] of replay.scores.epochs) {
    const call = { address, abi: [curationEpochPointsOf], functionName: "epochPointsOf", args: [epoch] } as const;
    const stored = await readContract(client, call);
    differences.push(...differ(`stored epoch ${epoch}`, stored, { points, canaryPoints, budget }));
  }
  return differences;
}

async function auditCanaries({ client, replay, curation: address }: GateAudit): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [root, { poster, count, opened, bond }] of replay.canaries) {
    const call = { address, abi: [curationCanariesOf], functionName: "canariesOf", args: [root] } as const;
    const stored = await readContract(client, call);
    // A set that is resolved may be forgotten.
    if (bond !== 0n) differences.push(...differ(`canaries ${root}`, stored, { poster, count, opened, bond }));
  }
  return differences;
}

async function auditLots({ client, replay, curation }: GateAudit): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const lot of replay.lots.values()) {
    differences.push(...(await auditOutcomes(client, curation, lot)), ...(await auditVetoes(client, curation, lot)));
  }
  return differences;
}

async function auditOutcomes(client: Client, address: Address, { lotId, audits }: GateLot): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const { round, seed, closes, settled } of audits) {
    const call = { address, abi: [curationAuditOf], functionName: "auditOf", args: [lotId, round] } as const;
    const { digest, flags, weight } = await readContract(client, call);
    const close = closes.at(-1);
    const expected = close === undefined ? seed : hashOutcome(close.outcome);
    if (expected === undefined) continue;
    const found = { digest, weight, settled: (flags & 4) !== 0 };
    const subject = `stored audit ${round} of lot ${lotId}`;
    differences.push(...differ(subject, found, { digest: expected, weight: close?.announced.weight ?? 0, settled }));
  }
  return differences;
}

async function auditVetoes(client: Client, address: Address, { lotId, vetoes }: GateLot): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [word, { mask, until, confirmed }] of vetoes) {
    const call = { address, abi: [curationVetoOf], functionName: "vetoOf", args: [lotId, word] } as const;
    const [storedMask, storedUntil, storedConfirmed] = await readContract(client, call);
    const found = { mask: storedMask, until: BigInt(storedUntil), confirmed: storedConfirmed };
    differences.push(...differ(`veto on word ${word} of lot ${lotId}`, found, { mask, until, confirmed }));
  }
  return differences;
}

/** The pot holds what the gate owes: deposits, pay, and what is at stake. */
async function auditPot({ client, replay, curation, royaltySplitter: address }: GateAudit): Promise<Difference[]> {
  const { auditToken: token, purse } = replay;
  const { pot, owed } = purse;
  const subject = `pot of gate ${curation}`;
  const books = differ(subject, { owed }, { owed: pot });
  if (token === undefined) return books;
  const call = { address, abi: [royaltySplitterPotOf], functionName: "potOf", args: [curation, POT, token] } as const;
  return [...books, ...differ(subject, { amount: await readContract(client, call) }, { amount: pot })];
}
