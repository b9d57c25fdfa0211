export type * from "./generated/index.ts";
export { type ContractName, type Contracts, toEthersContract } from "./contract.ts";
