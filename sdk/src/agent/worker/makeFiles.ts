import type { Hex } from "viem";
import { SIGNABLE_MEDIA_TYPES } from "../../c2pa/container.ts";
import { signAsset } from "../../c2pa/signAsset.ts";
import type { ScreeningItem } from "../../compliance/provider.ts";
import { screen } from "../../compliance/screen.ts";
import { GenerationFailedError, ScreeningUnavailableError } from "../../errors/agent.ts";
import { BrandDriftError } from "../../errors/brand.ts";
import { getBlock, putBlock } from "../../storage/store.ts";
import { assetAt } from "../../types/ids.ts";
import { type GeneratedFile, seedOf } from "../generator.ts";
import type { WorkEvent } from "./events.ts";
import type { KeptFile, KeptFinding } from "./journal.ts";
import type { KeptDraft, Run } from "./parameters.ts";
import { measure } from "./brand.ts";
import type { Draft } from "./draft.ts";
import { type FileState, fileAt } from "./runState.ts";

const BATCH = 8;
const ATTEMPTS = 3;

/** Makes all files of the lot, batch by batch; a batch is screened together, and what is refused is made again. */
export async function* makeFiles(run: Run): AsyncGenerator<WorkEvent> {
  const { opened, state, batch = BATCH, signal } = run;
  for (let first = 0; first < opened.count; first += batch) {
    const last = Math.min(first + batch, opened.count);
    const missing = () => indices(first, last).filter((index) => fileAt(state, index).signed === undefined);
    for (let open = missing(); open.length > 0; open = missing()) {
      signal?.throwIfAborted();
      const drafts = yield* draw(run, open);
      const accepted = yield* lookUp(run, yield* measure(run, drafts));
      yield* sign(run, accepted);
    }
  }
}

const indices = (first: number, last: number): number[] => Array.from({ length: last - first }, (_, at) => first + at);

/** Generates what has no draft yet, all at once; takes up what an earlier process left. */
async function* draw(run: Run, wanted: readonly number[]): AsyncGenerator<WorkEvent, Draft[]> {
  const { state } = run;
  const results = await Promise.allSettled(wanted.map((index) => draftOf(run, index, fileAt(state, index))));
  const drafts: Draft[] = [];
  for (const result of results) {
    if (result.status === "rejected") continue;
    const { draft, isNew } = result.value;
    drafts.push(draft);
    if (!isNew) continue;
    const { index, attempt, kept, looks } = draft;
    await run.done({ step: "generated", index, attempt, file: kept, ...hashIn(looks) });
    yield { step: "generated", index, attempt, name: kept.name };
  }
  // What did come is noted, so that only what failed is asked for again.
  const failed = results.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return drafts;
}

async function draftOf(run: Run, index: number, known: FileState): Promise<{ draft: Draft; isNew: boolean }> {
  const { drafts: store = run.store, screening } = run;
  const { draft, attempts } = known;
  if (draft !== undefined) {
    return { draft: { index, attempt: draft.attempt, ...(await takeOver(run, draft)) }, isNew: false };
  }
  const { attempts: most = ATTEMPTS } = screening;
  if (attempts >= most) throw exhausted(index, known);
  const same = attempts === 0 ? run.unchanged?.get(index) : undefined;
  if (same !== undefined) return { draft: { index, attempt: 0, ...(await takeOver(run, same)) }, isNew: true };
  const file = await generate(run, index, attempts);
  const looks = await looksOf(run, file);
  const kept = await keep(store, file);
  return { draft: { index, attempt: attempts, file, kept, looks }, isNew: true };
}

/** The file's own perceptual hash, then its views; empty for what is no picture. */
async function looksOf(run: Run, file: GeneratedFile): Promise<readonly Hex[]> {
  return [(await run.fingerprint?.(file)) ?? []].flat();
}

const hashIn = ([perceptualHash]: readonly Hex[]) => (perceptualHash === undefined ? {} : { perceptualHash });

function exhausted(index: number, { attempts, drift }: FileState): Error {
  if (drift?.accepted === false) return new BrandDriftError(index, attempts, drift);
  return new GenerationFailedError(index, attempts, "screening refused every one");
}

/** A file that is there. The journal holds what the leaf will say; the views are of this process. */
async function takeOver(run: Run, { file: kept, perceptualHash }: KeptDraft) {
  const { drafts: store = run.store } = run;
  const file = { name: kept.name, mediaType: kept.mediaType, bytes: await getBlock(store, kept.digest) };
  const looks = perceptualHash === undefined ? [] : [perceptualHash, ...(await looksOf(run, file)).slice(1)];
  return { file, kept, looks };
}

/** Most bytes of one file; certificates and readers take no larger ones. */
const MAX_BYTES = 64 << 20;

async function generate(run: Run, index: number, attempt: number): Promise<GeneratedFile> {
  const { generator, brief, inputs = [], feedback, signal = new AbortController().signal } = run;
  const seed = seedOf(brief, index, attempt);
  const style = await run.style();
  const optional = { ...(feedback === undefined ? {} : { feedback }), ...(style === undefined ? {} : { style }) };
  const request = { brief, index, attempt, seed, inputs, ...optional };
  try {
    const file = await generator.generate(request, { signal });
    if (file.bytes.length > 0 && file.bytes.length <= MAX_BYTES) return file;
    throw new GenerationFailedError(index, attempt + 1, `${generator.name} made ${file.bytes.length} bytes`);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof GenerationFailedError) throw error;
    throw new GenerationFailedError(index, attempt + 1, error instanceof Error ? error.message : String(error), error);
  }
}

async function keep(store: Run["store"], { name, mediaType, bytes }: GeneratedFile): Promise<KeptFile> {
  return { digest: await putBlock(store, bytes), name, mediaType, bytes: bytes.length };
}

/**
 * Screens drafts together and notes what was found of each. A draft that was not searched stays one: what is not known is
 * looked up again in the next run, and costs no try.
 */
async function* lookUp(run: Run, drafts: readonly Draft[]): AsyncGenerator<WorkEvent, Draft[]> {
  const { screening, state, signal } = run;
  const { providers, deadline, accept = isClean } = screening;
  const open = drafts.filter(({ index }) => fileAt(state, index).accepted === undefined);
  const found = await screen({
    ...{ items: open.map(itemOf), providers },
    ...(deadline === undefined ? {} : { deadline }),
    ...(signal === undefined ? {} : { signal }),
  });
  signal?.throwIfAborted();
  let unavailable: ScreeningUnavailableError | undefined;
  for (const [place, { index, attempt }] of open.entries()) {
    const findings = found.map(({ provider, corpus, answers }) => ({ provider, corpus, answer: answers[place] }));
    const kept = findings as KeptFinding[];
    const accepted = accept(kept);
    const unsearched = accepted ? undefined : unsearchedOf(kept);
    if (unsearched?.answer.outcome === "notSearched") {
      unavailable ??= new ScreeningUnavailableError(index, unsearched.provider, unsearched.answer);
      continue;
    }
    await run.done({ step: "screened", index, attempt, accepted, findings: kept });
    yield { step: "screened", index, accepted };
  }
  if (unavailable !== undefined) throw unavailable;
  return drafts.filter(({ index }) => fileAt(state, index).accepted !== undefined);
}

function itemOf({ file, kept, looks }: Draft): ScreeningItem {
  const { name, mediaType, digest: contentHash } = kept;
  const text = mediaType.startsWith("text/") ? { text: new TextDecoder().decode(file.bytes) } : {};
  return { name, mediaType, contentHash, ...text, ...hashIn(looks), views: looks.slice(1) };
}

const isSearched = ({ answer }: KeptFinding): boolean => answer.outcome === "searched";

const isKnown = ({ answer }: KeptFinding): boolean => answer.outcome === "searched" && answer.matches.length > 0;

/** A provider that should have searched and did not; to have nothing to compare is no failure. */
const isFailed = ({ answer }: KeptFinding): boolean =>
  answer.outcome === "notSearched" && answer.reason !== "unsupported" && answer.reason !== "tooPlain";

/** Whoever searches files of this kind did, somebody does, and none knows anything like it. */
function isClean(findings: readonly KeptFinding[]): boolean {
  return findings.some(isSearched) && !findings.some(isFailed) && !findings.some(isKnown);
}

/** Whose search is missing before anybody can say that a file is known or not. */
function unsearchedOf(findings: readonly KeptFinding[]): KeptFinding | undefined {
  if (findings.some(isKnown)) return undefined;
  return findings.find(isFailed) ?? (findings.some(isSearched) ? undefined : findings[0]);
}

/** Puts a certificate into every picture that can hold one; the finished file goes where the lot's manifest goes. */
async function* sign(run: Run, drafts: readonly Draft[]): AsyncGenerator<WorkEvent> {
  for (const draft of drafts) {
    const { index, file } = draft;
    const { bytes, c2paHash } = await certified(run, draft);
    const kept = await keep(run.store, { ...file, bytes });
    await run.done({ step: "signed", index, file: kept, ...(c2paHash === undefined ? {} : { c2paHash }) });
    yield { step: "signed", index, contentHash: kept.digest };
  }
}

const isSignable = (mediaType: string): boolean => (SIGNABLE_MEDIA_TYPES as readonly string[]).includes(mediaType);

async function certified(run: Run, { index, file }: Draft): Promise<{ bytes: Uint8Array; c2paHash?: Hex }> {
  const { signing, recipe, opened, lotId, generator, inputs = [] } = run;
  if (signing === undefined || !isSignable(file.mediaType)) return { bytes: file.bytes };
  const { recipeId, commitment: recipeCommitment, model = generator.name, ...further } = recipe;
  const { chainId, registry: assetRegistry } = opened;
  const assetId = assetAt(lotId, index);
  const ingredients = inputs.filter(({ mediaType }) => isSignable(mediaType));
  return signAsset(file.bytes, {
    ...signing,
    claim: { chainId, assetRegistry, assetId, recipeId, recipeCommitment, model, ...further },
    title: file.name,
    ingredients: ingredients.map(({ name, bytes }) => ({ file: bytes, title: name })),
  });
}
