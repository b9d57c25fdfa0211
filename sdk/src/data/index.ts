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
