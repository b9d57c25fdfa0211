// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
export * from "./agents.ts";
export * from "./board.ts";
export * from "./curation.ts";
export * from "./data.ts";
export * from "./governance.ts";
export * from "./licensing.ts";
export * from "./provenance.ts";
export * from "./registry.ts";
export * from "./royalties.ts";
export * from "./studio.ts";
