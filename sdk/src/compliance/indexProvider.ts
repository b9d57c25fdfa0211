import type { Hex } from "viem";
import type { HashIndex, IndexMatch } from "./hashIndex.ts";
import { MIN_QUALITY, PERCEPTUAL_BITS, readPerceptualHash, SAME_PICTURE } from "./perceptualHash.ts";
import {
  type ScreeningAnswer,
  type ScreeningItem,
  type ScreeningMatch,
  type ScreeningMethod,
  type ScreeningProvider,
} from "./provider.ts";

/** What {@link indexProvider} needs. */
export type IndexProviderParameters = {
  index: HashIndex;
  /** What reports call it. */
  name: string;
  /** What the index holds, in words for a report. */
  corpus: string;
  /** Bits in which pictures may differ; {@link SAME_PICTURE} by default. */
  maxDistance?: number;
  /** Sources that do not count: the lot that is screened is no duplicate of itself. */
  except?: (source: string) => boolean;
};

/** Most matches of one file, and of them most of one source. */
const LIMIT = 64;
export const PER_SOURCE = 8;
const PPM = 1_000_000;

/** Files sought before others get their turn. */
const YIELD_ITEMS = 32;

/**
 * Looks files up in an index: the same bytes, and pictures that look the same. A picture that nothing looks like as it is
 * is sought by its views, where the item has some, for it may be a cut or mirrored copy.
 *
 * @example
 * ```ts
 * const provider = indexProvider({ index, name: "registry", corpus: "lots up to block 812" });
 * ```
 */
export function indexProvider(parameters: IndexProviderParameters): ScreeningProvider {
  const { name, corpus } = parameters;
  return {
    name,
    corpus,
    screen: async (items, { signal }) => {
      const answers: ScreeningAnswer[] = [];
      for (const item of items) {
        if (answers.length % YIELD_ITEMS === 0) await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
        answers.push(answerOf(parameters, item));
      }
      return answers;
    },
  };
}

function answerOf(parameters: IndexProviderParameters, item: ScreeningItem): ScreeningAnswer {
  const { index, maxDistance = SAME_PICTURE, except } = parameters;
  const filter = { perSource: PER_SOURCE, ...(except === undefined ? {} : { except }) };
  const picture = pictureHashOf(item);
  const methods: ScreeningMethod[] = picture === undefined ? ["exact"] : ["exact", "picture"];
  const same = index.exact(item.contentHash, LIMIT, filter);
  const seek = (hash: Hex): IndexMatch[] => index.nearest(hash, maxDistance, LIMIT, filter);
  const alike = picture === undefined ? [] : seek(picture);
  if (picture !== undefined && same.length + alike.length === 0)
    alike.push(...likest((item.views ?? []).flatMap(seek)));
  const matches = [...same, ...alike.filter(({ contentHash }) => contentHash !== item.contentHash)];
  return { outcome: "searched", methods, matches: matches.map(toMatch) };
}

/** Each entry once, with the least distance of any view. */
function likest(found: readonly IndexMatch[]): IndexMatch[] {
  const nearest = new Map<string, IndexMatch>();
  for (const match of found) {
    const key = JSON.stringify([match.source, match.item, match.contentHash]);
    if ((match.distance ?? 0) < (nearest.get(key)?.distance ?? Infinity)) nearest.set(key, match);
  }
  return [...nearest.values()].sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0)).slice(0, LIMIT);
}

function toMatch(match: IndexMatch): ScreeningMatch {
  const { source, item, distance } = match;
  return { method: distance === undefined ? "exact" : "picture", source, item, similarity: similarityOf(match) };
}

/** Likeness in ppm. */
export function similarityOf({ distance = 0 }: Pick<IndexMatch, "distance">): number {
  return Math.round(PPM * (1 - distance / PERCEPTUAL_BITS));
}

/** Undefined where there is no picture, or too plain a one. */
function pictureHashOf({ perceptualHash }: ScreeningItem) {
  const read = perceptualHash === undefined ? undefined : readPerceptualHash(perceptualHash);
  return read === undefined || read.quality < MIN_QUALITY ? undefined : perceptualHash;
}
