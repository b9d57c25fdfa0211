// Written by scripts/generate from the compiled contracts: npm run generate
export * from "./agentMandates.ts";
export * from "./assetRegistry.ts";
export * from "./attestations.ts";
export * from "./commissions.ts";
export * from "./curation.ts";
export * from "./ethicsBoard.ts";
export * from "./impactEmission.ts";
export * from "./licenseMarket.ts";
export * from "./licenses.ts";
export * from "./provenance.ts";
export * from "./reputationToken.ts";
export * from "./royaltySplitter.ts";
export * from "./studio.ts";
export * from "./studioFactory.ts";
export * from "./studioGovernor.ts";
export * from "./studioTimelock.ts";
export * from "./errors.ts";
