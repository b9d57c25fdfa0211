export { type CatalogColumn, CATALOG_COLUMNS, REQUIRED_COLUMNS } from "./columns.ts";
export {
  type CatalogEntry,
  importCatalog,
  type ImportCatalogParameters,
  type ImportedCatalog,
} from "./importCatalog.ts";
export { type CsvRow, parseCsv } from "../csv/parse.ts";
export { toCsv } from "../csv/write.ts";
