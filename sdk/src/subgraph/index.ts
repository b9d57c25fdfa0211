export { createSubgraphClient, type SubgraphClient, type SubgraphClientParameters } from "./client.ts";
export { exportCsv, type ExportCsvParameters } from "./exportCsv.ts";
export { getLotAvailability, type LotAvailability } from "./getLotAvailability.ts";
export { addressId, ledgerIdOf, lotIdOf, proposalIdOf, recipeIdOf } from "./ids.ts";
export { subgraphReader } from "./subgraphReader.ts";
