export { foundersFromCsv } from "./foundersFromCsv.ts";
export { foundersFromSafe } from "./foundersFromSafe.ts";
