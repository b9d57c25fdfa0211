export { buildLot, type BuildLotParameters, type BuiltLot, type LotItem } from "./buildLot.ts";
