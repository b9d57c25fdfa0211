import type { Address, Hex } from "viem";
import type { LicenseStatus, LotStatus, VerdictClass } from "../types/enums.ts";

/** Shapes of the subgraph's JSON: whole numbers wider than 32 bits are decimal text. */
type Integer = string;

type Account = { id: Address };

/** Of an entity whose id says what is needed. */
type Entity = { id: Hex };

type Ordinal = { ordinal: Integer };

export type StudioAnswer = Account & {
  name: string;
  symbol: string;
  creator: Account;
  timelock: Account;
  governor: Account;
  reputation: Account;
  curation: Account;
  board: Account | null;
  mandates: Account | null;
  commissions: Account | null;
  registrar: { account: Account } | null;
  charter: { version: Integer } | null;
};

export type LotAnswer = {
  lotId: Integer;
  recipe: Ordinal;
  gate: Account | null;
  producer: Account;
  root: Hex;
  count: number;
  manifest: Hex;
  status: Capitalize<LotStatus>;
  verdictClass: Capitalize<VerdictClass>;
  releasableAt: Integer;
  blockedWords: { word: number; mask: Integer }[];
};

export type PurchaseAnswer = {
  txHash: Hex;
  purchaseId: Hex;
  offer: Entity;
  asset: Entity;
  licensee: Account;
  payer: Account;
  token: Account;
  gross: Integer;
  referral: Integer;
  net: Integer;
  seller: Account | null;
  escrowed: boolean;
  record: { escrow: EscrowAnswer | null } | null;
};

export type EscrowAnswer = {
  status: "Open" | "Finalized" | "Refunded" | "Revoked";
  gross: Integer;
  referral: Integer;
  penalty: Integer;
};

export type LicenseAnswer = {
  id: Hex;
  asset: { assetId: Integer };
  holder: Account;
  status: Capitalize<LicenseStatus>;
  expiry: Integer;
  seats: Integer;
  transferred: boolean;
};

export type EarningAnswer = { recipe: Entity; total: Integer };

export type LedgerAnswer = Record<"sales" | "settledSales" | "passed" | "settledPassed" | "own", Integer>;

export type PayeesAnswer = {
  payees: { account: Account; weight: Integer }[];
  payeeLedgers: { account: Account; claimed: Integer }[];
};

export type ProposalAnswer = {
  proposalId: Integer;
  proposer: { account: Account };
  description: string;
  voteStart: Integer;
  voteEnd: Integer;
  againstWeightedVotes: Integer;
  forWeightedVotes: Integer;
  abstainWeightedVotes: Integer;
  queued: boolean;
  executed: boolean;
  canceled: boolean;
};
