import type { Hex } from "viem";
import type { GeneratedFile } from "../generator.ts";
import type { KeptFile } from "./journal.ts";

/** A drawn file and what is to be looked up of it: its own perceptual hash, then those of its views. */
export type Draft = { index: number; attempt: number; file: GeneratedFile; kept: KeptFile; looks: readonly Hex[] };
