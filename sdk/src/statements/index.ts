export { type EarningReason, type EarningRow, EarningsBook, type EarningTotals } from "./earnings.ts";
export {
  type EarningsStatement,
  exportEarnings,
  type ExportEarningsParameters,
  type StatementRow,
} from "./exportEarnings.ts";
export { prepareSettlement, type PrepareSettlementParameters, type SettlementPlan } from "./prepareSettlement.ts";
export {
  type RoyaltySimulation,
  type SimulatedPayment,
  type SimulatedRecipe,
  type SimulatedStep,
  simulateRoyalties,
} from "./simulateRoyalties.ts";
