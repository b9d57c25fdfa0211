export {
  checkAttestationDids,
  type CheckAttestationDidsParameters,
  type CheckedStatement,
  type DidStanding,
} from "./checkAttestationDids.ts";
export { didNamesAddress, type DidNamesAddressParameters, type DidNaming } from "./didNamesAddress.ts";
export { createDidResolver, type DidResolverOptions, resolveDid } from "./resolver.ts";
export type { WebDidOptions } from "./web.ts";
