import { type Address, type Hex, zeroAddress } from "viem";
import { fromBlockedWords } from "../curation/words.ts";
import type {
  EarningRecord,
  LicenseSummary,
  LotRecord,
  PayeeRecord,
  ProposalRecord,
  PurchaseRecord,
  StudioData,
  StudioRecord,
} from "../data/studioData.ts";
import type { LicenseStatus, LotStatus, VerdictClass } from "../types/enums.ts";
import { listCommissions, listMandateActs, listMandates, listMilestones } from "./agentLists.ts";
import type { SubgraphClient } from "./client.ts";
import { accountOf, decapitalize } from "./convert.ts";
import { addressId, ledgerIdOf, lotIdOf, proposalIdOf, recipeIdOf } from "./ids.ts";
import {
  getContent,
  listAttestations,
  listContests,
  listCopies,
  listPublishedLeaves,
  listSupersessions,
} from "./provenanceLists.ts";
import { EARNINGS, LEDGER, LICENSE, LOT, PAGE, PAYEES, PROPOSAL, PURCHASES, STUDIO } from "./queries.ts";
import { readPages } from "./readPages.ts";
import type {
  EarningAnswer,
  LedgerAnswer,
  LicenseAnswer,
  LotAnswer,
  PayeesAnswer,
  ProposalAnswer,
  PurchaseAnswer,
  StudioAnswer,
} from "./answers.ts";

/**
 * Answers from a subgraph.
 *
 * @example
 * ```ts
 * const data = subgraphReader(createSubgraphClient({ url }));
 * await data.waitForIndexed(receipt);
 * const lot = await data.getLot({ lotId });
 * ```
 */
export function subgraphReader(client: SubgraphClient): StudioData {
  return {
    waitForIndexed: (receipt) => client.waitForIndexed(receipt),
    getStudio: async ({ studio }) => {
      const answer = await client.query<{ studio: StudioAnswer | null }>(STUDIO, { id: addressId(studio) });
      return answer.studio === null ? undefined : toStudio(answer.studio);
    },
    getLot: async ({ lotId }) => {
      const { lot } = await client.query<{ lot: LotAnswer | null }>(LOT, { id: lotIdOf(lotId) });
      return lot === null ? undefined : toLot(lot);
    },
    getLicense: async ({ licenseId }) => {
      const answer = await client.query<{ licenseRecord: LicenseAnswer | null }>(LICENSE, { id: licenseId });
      return answer.licenseRecord === null ? undefined : toLicense(answer.licenseRecord);
    },
    listEarnings: ({ account, token }) => listEarnings(client, addressId(account), addressId(token)),
    listPurchases: ({ recipe }) => listPurchases(client, recipe),
    getLedger: async ({ recipe, token }) => {
      const { ledger } = await client.query<{ ledger: LedgerAnswer | null }>(LEDGER, { id: ledgerIdOf(recipe, token) });
      const total = (name: keyof LedgerAnswer): bigint => BigInt(ledger?.[name] ?? 0);
      return {
        sales: total("sales"),
        settledSales: total("settledSales"),
        passed: total("passed"),
        settledPassed: total("settledPassed"),
        own: total("own"),
      };
    },
    listPayees: async ({ recipe, token }) => {
      const ids = { recipe: recipeIdOf(recipe), ledger: ledgerIdOf(recipe, token) };
      return toPayees(await client.query<PayeesAnswer>(PAYEES, ids));
    },
    getProposal: async ({ governor, proposalId }) => {
      const id = proposalIdOf(governor, proposalId);
      const { proposal } = await client.query<{ proposal: ProposalAnswer | null }>(PROPOSAL, { id });
      return proposal === null ? undefined : toProposal(proposal);
    },
    listMandates: ({ studio }) => listMandates(client, studio),
    listMandateActs: ({ agent }) => listMandateActs(client, agent),
    listCommissions: ({ studio }) => listCommissions(client, studio),
    listMilestones: ({ studio }) => listMilestones(client, studio),
    listAttestations: ({ subject }) => listAttestations(client, subject),
    listContests: ({ recipe }) => listContests(client, recipe),
    listPublishedLeaves: ({ lotId }) => listPublishedLeaves(client, lotId),
    getContent: ({ contentHash }) => getContent(client, contentHash),
    listCopies: ({ contentHash }) => listCopies(client, contentHash),
    listSupersessions: ({ licensor }) => listSupersessions(client, licensor),
  };
}

async function listEarnings(client: SubgraphClient, account: Hex, token: Hex): Promise<EarningRecord[]> {
  const listing = { query: EARNINGS, variables: { account, token }, pageSize: PAGE };
  const found = await readPages<EarningAnswer>(client, listing);
  return found
    .map(({ recipe, total }) => ({ recipe: Number(recipe.id), total: BigInt(total) }))
    .sort((a, b) => a.recipe - b.recipe);
}

async function listPurchases(client: SubgraphClient, recipe: number): Promise<PurchaseRecord[]> {
  const listing = { query: PURCHASES, variables: { recipe: recipeIdOf(recipe) }, pageSize: PAGE };
  return (await readPages<PurchaseAnswer>(client, listing)).map((sale) => toPurchase(sale, recipe));
}

/** The zero address where a studio has no such module. */
const moduleOf = (module: { id: Address } | null): Address => (module === null ? zeroAddress : accountOf(module));

function toStudio(studio: StudioAnswer): StudioRecord {
  return {
    studio: accountOf(studio),
    name: studio.name,
    symbol: studio.symbol,
    creator: accountOf(studio.creator),
    timelock: accountOf(studio.timelock),
    governor: accountOf(studio.governor),
    reputation: accountOf(studio.reputation),
    curation: accountOf(studio.curation),
    board: moduleOf(studio.board),
    mandates: moduleOf(studio.mandates),
    commissions: moduleOf(studio.commissions),
    registrar: studio.registrar === null ? undefined : accountOf(studio.registrar.account),
    charterVersion: Number(studio.charter?.version ?? 0),
  };
}

function toLot(lot: LotAnswer): LotRecord {
  const blockedWords = lot.blockedWords.map(({ word, mask }) => ({ word, mask: BigInt(mask) }));
  return {
    lotId: BigInt(lot.lotId),
    recipe: Number(lot.recipe.ordinal),
    gate: lot.gate === null ? undefined : accountOf(lot.gate),
    producer: accountOf(lot.producer),
    root: lot.root,
    count: lot.count,
    manifest: lot.manifest,
    status: decapitalize<LotStatus>(lot.status),
    verdictClass: decapitalize<VerdictClass>(lot.verdictClass),
    releasableAt: BigInt(lot.releasableAt),
    blocked: fromBlockedWords(blockedWords),
  };
}

function toPurchase(sale: PurchaseAnswer, recipe: number): PurchaseRecord {
  return {
    purchaseId: sale.purchaseId,
    offerId: sale.offer.id,
    assetId: BigInt(sale.asset.id),
    licensee: accountOf(sale.licensee),
    payer: accountOf(sale.payer),
    recipe,
    token: accountOf(sale.token),
    gross: BigInt(sale.gross),
    referral: BigInt(sale.referral),
    booked: bookedOf(sale),
    txHash: sale.txHash,
  };
}

/** What of a sale is the recipe's by now. */
function bookedOf({ seller, escrowed, net, record }: PurchaseAnswer): bigint {
  if (seller !== null) return 0n;
  if (!escrowed) return BigInt(net);
  const { status, gross, referral, penalty } = record?.escrow ?? { status: "Open", gross: 0, referral: 0, penalty: 0 };
  if (status === "Finalized") return BigInt(gross) - BigInt(referral);
  return status === "Refunded" ? BigInt(penalty) : 0n;
}

function toLicense(license: LicenseAnswer): LicenseSummary {
  const { id: licenseId, asset, status, expiry, seats, transferred } = license;
  return {
    licenseId,
    assetId: BigInt(asset.assetId),
    holder: accountOf(license.holder),
    status: decapitalize<LicenseStatus>(status),
    expiry: BigInt(expiry),
    seats: Number(seats),
    transferred,
  };
}

function toPayees({ payees, payeeLedgers }: PayeesAnswer): PayeeRecord[] {
  const claimed = new Map(payeeLedgers.map((ledger) => [ledger.account.id, BigInt(ledger.claimed)]));
  return payees
    .toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1))
    .map(({ account, weight }) => ({
      account: accountOf(account),
      weight: Number(weight),
      claimed: claimed.get(account.id) ?? 0n,
    }));
}

function toProposal(proposal: ProposalAnswer): ProposalRecord {
  const { description, queued, executed, canceled } = proposal;
  return {
    proposalId: BigInt(proposal.proposalId),
    proposer: accountOf(proposal.proposer.account),
    description,
    voteStart: BigInt(proposal.voteStart),
    voteEnd: BigInt(proposal.voteEnd),
    votes: {
      against: BigInt(proposal.againstWeightedVotes),
      for: BigInt(proposal.forWeightedVotes),
      abstain: BigInt(proposal.abstainWeightedVotes),
    },
    queued,
    executed,
    canceled,
  };
}
