export type { UnsignedOrder } from "./orders.ts";
export { type CallRequirement, callsOf, type Requirement, type SignatureRequirement } from "./requirement.ts";
export { requirementsOf } from "./requirementsOf.ts";
export { sendRequirements } from "./sendRequirements.ts";
