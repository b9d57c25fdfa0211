export type { CommissionRecord, MandateActRecord, MandateRecord, MilestoneRecord } from "./agentRecords.ts";
export type {
  AttestationRecord,
  ContentRecord,
  ContestRecord,
  CopyRecord,
  PublishedLeavesRecord,
  SupersessionRecord,
} from "./provenanceRecords.ts";
export type {
  EarningRecord,
  LedgerRecord,
  LicenseSummary,
  LotRecord,
  PayeeRecord,
  ProposalRecord,
  PurchaseRecord,
  StudioData,
  StudioRecord,
} from "./studioData.ts";
