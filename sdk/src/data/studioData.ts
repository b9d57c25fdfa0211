import type { Address, Hash, Hex } from "viem";
import type { CommissionRecord, MandateActRecord, MandateRecord, MilestoneRecord } from "./agentRecords.ts";
import type {
  AttestationRecord,
  ContentRecord,
  ContestRecord,
  CopyRecord,
  PublishedLeavesRecord,
  SupersessionRecord,
} from "./provenanceRecords.ts";
import type { LicenseStatus, LotStatus, VerdictClass } from "../types/enums.ts";

/** A studio as its events tell it. */
export type StudioRecord = {
  studio: Address;
  name: string;
  symbol: string;
  creator: Address;
  timelock: Address;
  governor: Address;
  reputation: Address;
  curation: Address;
  /** The zero address: there is none, as in the two that follow. */
  board: Address;
  mandates: Address;
  commissions: Address;
  /** Undefined: nobody. */
  registrar: Address | undefined;
  /** Newest version, from 1. */
  charterVersion: number;
};

/** A lot as its events tell it. */
export type LotRecord = {
  lotId: bigint;
  /** Ordinal of the recipe. */
  recipe: number;
  /** Undefined: an independent lot. */
  gate: Address | undefined;
  producer: Address;
  root: Hex;
  count: number;
  manifest: Hex;
  status: LotStatus;
  verdictClass: VerdictClass;
  /** Unix seconds; 0 = never. */
  releasableAt: bigint;
  /** Indices of blocked assets, rising. */
  blocked: number[];
};

/** One license sale. */
export type PurchaseRecord = {
  purchaseId: Hex;
  offerId: Hex;
  assetId: bigint;
  licensee: Address;
  payer: Address;
  /** Ordinal of the recipe that earned. */
  recipe: number;
  token: Address;
  /** Token units. */
  gross: bigint;
  /** Token units of the gross credited to a referrer. */
  referral: bigint;
  /**
   * Token units that count as the recipe's sales by now: nothing while the price is held back or where a token's owner
   * sold, the penalty once a license was returned, else the gross less the referral.
   */
  booked: bigint;
  txHash: Hex;
};

/** A license record as its events tell it. */
export type LicenseSummary = {
  licenseId: Hex;
  assetId: bigint;
  /** Who holds it, or held it when it ended. */
  holder: Address;
  status: LicenseStatus;
  /** First second in which it is over, unix time; 2^40−1 = perpetual. */
  expiry: bigint;
  seats: number;
  /** Whether it ever changed hands. */
  transferred: boolean;
};

/** What an account was credited with by one recipe in one token. */
export type EarningRecord = {
  recipe: number;
  /** Token units: claims, referrals, sales of its own token, refunds and compensations. */
  total: bigint;
};

/** One recipe's two inboxes in one token; all totals in token units, none of them ever falls. */
export type LedgerRecord = {
  /** Lifetime sales, net of referrals. */
  sales: bigint;
  /** Part of `sales` already divided. */
  settledSales: bigint;
  /** Lifetime income passed on by children for the ancestors. */
  passed: bigint;
  /** Part of `passed` already divided. */
  settledPassed: bigint;
  /** Lifetime income of the recipe's own payees. */
  own: bigint;
};

/** One line of a recipe's split in one token. */
export type PayeeRecord = {
  account: Address;
  /** ppm of the recipe's own income. */
  weight: number;
  /** Token units claimed so far. */
  claimed: bigint;
};

/** A proposal's facts; its state follows from these, the clock and the quorum. */
export type ProposalRecord = {
  proposalId: bigint;
  proposer: Address;
  description: string;
  voteStart: bigint;
  voteEnd: bigint;
  /** Raw voting weight for each choice. */
  votes: { against: bigint; for: bigint; abstain: bigint };
  queued: boolean;
  executed: boolean;
  canceled: boolean;
};

/** Where a transaction is, as its receipt says. */
export type MinedIn = {
  blockNumber: bigint;
  /** Where it is unknown, any block of this number will do. */
  blockHash?: Hash;
};

/**
 * What an app reads in lists and histories. The subgraph answers it fast; the event logs answer it from an RPC alone.
 * Money and writes never depend on it: they read the chain.
 */
export interface StudioData {
  /** Waits until the block of a receipt is visible in the answers; that block, and no other one at its height. */
  waitForIndexed(receipt: MinedIn): Promise<void>;
  /** Undefined where no such studio was created. */
  getStudio(parameters: { studio: Address }): Promise<StudioRecord | undefined>;
  /** Undefined where no such lot was committed. */
  getLot(parameters: { lotId: bigint }): Promise<LotRecord | undefined>;
  /** Oldest first. */
  listPurchases(parameters: { recipe: number }): Promise<PurchaseRecord[]>;
  /** Undefined where no such record was granted; plain licenses have none. */
  getLicense(parameters: { licenseId: Hex }): Promise<LicenseSummary | undefined>;
  /** By recipe, rising; recipes that never credited the account are left out. */
  listEarnings(parameters: { account: Address; token: Address }): Promise<EarningRecord[]>;
  /** All zero where nothing was sold in this token. */
  getLedger(parameters: { recipe: number; token: Address }): Promise<LedgerRecord>;
  /** The lines of the recipe's split, accounts rising. */
  listPayees(parameters: { recipe: number; token: Address }): Promise<PayeeRecord[]>;
  /** Undefined where no such proposal was made. */
  getProposal(parameters: { governor: Address; proposalId: bigint }): Promise<ProposalRecord | undefined>;
  /** Of all modules of mandates that the studio has or had, oldest first. */
  listMandates(parameters: { studio: Address }): Promise<MandateRecord[]>;
  /** Everything that an agent did, and so every unit that it spent, for all studios, oldest first. */
  listMandateActs(parameters: { agent: Address }): Promise<MandateActRecord[]>;
  /** Of all modules of commissions that the studio has or had, oldest first. */
  listCommissions(parameters: { studio: Address }): Promise<CommissionRecord[]>;
  /** In the order of their commissions, and of their positions. */
  listMilestones(parameters: { studio: Address }): Promise<MilestoneRecord[]>;
  /** Everything that was stated about an account, recipe, lot, asset or offer, revoked or not, oldest first. */
  listAttestations(parameters: { subject: Hex }): Promise<AttestationRecord[]>;
  /** Of a recipe's lineage, oldest first. */
  listContests(parameters: { recipe: number }): Promise<ContestRecord[]>;
  /** In the order of the chain; leaves may have been published more than once. */
  listPublishedLeaves(parameters: { lotId: bigint }): Promise<PublishedLeavesRecord[]>;
  /** Undefined where no asset was proved to have this content. */
  getContent(parameters: { contentHash: Hex }): Promise<ContentRecord | undefined>;
  /** Assets that were proved to have the content later than its earliest, by rising ids. */
  listCopies(parameters: { contentHash: Hex }): Promise<CopyRecord[]>;
  /** What a licensor corrected, oldest first. */
  listSupersessions(parameters: { licensor: Address }): Promise<SupersessionRecord[]>;
}
