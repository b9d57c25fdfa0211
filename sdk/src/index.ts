export { ImprimaturError, type ImprimaturErrorOptions } from "./errors/base.ts";
export { buildLot, type BuildLotParameters, type BuiltLot, type LotItem } from "./lot/buildLot.ts";
export * from "./types/enums.ts";
export * from "./types/ids.ts";
export { PROTOCOL_VERSION } from "./types/protocol.ts";
