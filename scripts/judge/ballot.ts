import { auditBallotTypedData, compactSignature, type Judgment, LANES, toWords } from "@imprimatur/sdk/curation";
import type { LocalAccount } from "viem";
import { type Poll } from "../ballot-box/poll.ts";
import type { Ballot } from "../ballot-box/wire.ts";
import type { Answer } from "./progress.ts";
import type { Piece } from "./source.ts";

/** The ballot's words: an answer counts in every lane that asks for its asset. */
export function wordsOf(poll: Poll, pieces: readonly Piece[], answers: readonly Answer[]): bigint[] {
  const judgments = new Array<Judgment>(LANES * poll.lanes.length).fill(undefined);
  pieces.forEach(({ lanes }, place) => {
    for (const lane of lanes) judgments[lane] = answers[place]?.judgment;
  });
  const words = toWords(judgments);
  return poll.kind === "slate" ? words.filter((_, place) => place % 2 === 0) : words;
}

/** Signs with the ballot key what the poll's ballots have in common, and the words. */
export async function signBallot(
  account: LocalAccount,
  place: { chainId: number; curation: `0x${string}` },
  poll: Poll,
  { curator, words }: { curator: number; words: readonly bigint[] },
): Promise<Ballot> {
  const { kind, subject, seed, charterVersion, firstWord } = poll;
  const subjectOf = { ...place, kind, subject, seed, charterVersion, firstWord };
  const signature = await account.signTypedData(auditBallotTypedData({ ...subjectOf, words }));
  return { kind, subject, seed, charterVersion, firstWord, curator, ...compactSignature(signature), words };
}
