import { z } from "zod";
import { numberToHex, size } from "viem";
import type { SignedBallot } from "../curation/ballot.ts";
import { bytes, count, hash, integer } from "./values.ts";

/** One word of a judge. */
const judgment = z.enum(["ok", "defect", "skip"], { error: 'is not "ok", "defect" or "skip"' });

/** What a curator thinks of a sample: in its order, or by asset, where what is not named is skipped. */
export const judgmentFile = z.union(
  [
    z.strictObject({ judgments: z.array(judgment).min(1) }),
    z.strictObject({ assets: z.record(z.string().regex(/^\d{1,5}$/u), judgment) }),
  ],
  { error: 'is neither { "judgments": ["ok", …] } nor { "assets": { "12": "defect", … } }' },
);

export type Judgments = z.output<typeof judgmentFile>;

const seed = bytes.refine((value) => size(value) === 16, { error: "is not 16 bytes" });

/** A signed ballot as ballot boxes carry it. */
export const ballotFile = z.strictObject({
  kind: z.literal("audit", { error: "is not audit" }),
  subject: integer,
  seed,
  charterVersion: count,
  firstWord: count,
  curator: count,
  r: hash,
  vs: hash,
  words: z.array(hash.transform((word) => BigInt(word))).min(1),
});

export type BallotFile = z.output<typeof ballotFile>;

/** The form that boxes and `curate close` read. */
export function toBallotJson(ballot: SignedBallot & Pick<BallotFile, "subject" | "seed" | "charterVersion">): object {
  const { subject, seed: drawn, charterVersion, curator, r, vs, words } = ballot;
  const hex = words.map((word) => numberToHex(word, { size: 32 }));
  return { kind: "audit", subject, seed: drawn, charterVersion, firstWord: 0, curator, r, vs, words: hex };
}
