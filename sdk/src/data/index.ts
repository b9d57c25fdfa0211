export type {
  LedgerRecord,
  LotRecord,
  PayeeRecord,
  ProposalRecord,
  PurchaseRecord,
  StudioData,
  StudioRecord,
} from "./studioData.ts";
