// Every handler of the manifest. One module for all data sources: graph-cli compiles each file that a manifest names, with
// everything it imports.
export * from "./chunk";
export * from "./curation";
export * from "./deployer";
export * from "./factory";
export * from "./governor";
export * from "./licenses";
export * from "./manifest";
export * from "./market";
export * from "./registry";
export * from "./reputation";
export * from "./royalties";
export * from "./studio";
export * from "./timelock";
