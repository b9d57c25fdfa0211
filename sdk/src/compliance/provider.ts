import type { Hex } from "viem";

/** One file to be screened. */
export type ScreeningItem = {
  /** Relative path or title; untrusted text. */
  name: string;
  mediaType: string;
  /** SHA-256 of the plain bytes. */
  contentHash: Hex;
  /** Absent or zero where the file is no picture, or one that cannot be read. */
  perceptualHash?: Hex;
  /** Hashes that the picture has if it is a cut or mirrored copy: `hashViews`. Sought only, never part of a report. */
  views?: readonly Hex[];
  /** Its text, where it is one. */
  text?: string;
};

/** How something was looked for: the same bytes, a picture that looks alike, a text of the same words, or as a service does. */
export type ScreeningMethod = "exact" | "picture" | "text" | "service";

/** Something known that a file is equal or similar to. It says nothing about who has which right to either. */
export type ScreeningMatch = {
  method: ScreeningMethod;
  /** Where it is known from. */
  source: string;
  /** Which one it is there. Untrusted text. */
  item: string;
  /** Likeness in ppm; 1,000,000: the same. */
  similarity: number;
};

/** Why nothing was searched. */
export type NotSearchedReason =
  "unsupported" | "tooPlain" | "timeout" | "unavailable" | "rateLimited" | "refused" | "malformed" | "failed";

/**
 * What came of one file at one provider: what was searched and found, or that nothing was searched and why. There is no
 * third outcome: to find nothing is not to be cleared.
 */
export type ScreeningAnswer =
  | {
      outcome: "searched";
      /** How it was searched; what is not named here was not done. */
      methods: readonly ScreeningMethod[];
      matches: readonly ScreeningMatch[];
    }
  | { outcome: "notSearched"; reason: NotSearchedReason; detail: string };

/** Something that looks files up: an index, a service, an agent. */
export interface ScreeningProvider {
  /** What reports call it; unique among the providers of a screening. */
  readonly name: string;
  /** What it searches, in words for a report: which registry up to which block, which folder. */
  readonly corpus: string;
  /** One answer for each item, in their order. It should end when `signal` aborts, and may throw. */
  screen(items: readonly ScreeningItem[], options: { signal: AbortSignal }): Promise<readonly ScreeningAnswer[]>;
}

/** Whether files of this media type are compared by their words. */
export function isText(mediaType: string): boolean {
  return /^text\/|^application\/json$/.test(mediaType);
}

/** Says that nothing was searched. */
export function notSearched(reason: NotSearchedReason, detail: string): ScreeningAnswer {
  return { outcome: "notSearched", reason, detail };
}
