export * from "./plain.ts";
export * from "./waiting.ts";
