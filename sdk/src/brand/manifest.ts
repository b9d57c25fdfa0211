import type { Hex } from "viem";
import { z } from "zod";
import { wordsOf } from "../compliance/textIndex.ts";
import { BrandInputError, BrandKitInvalidError } from "../errors/brand.ts";
import { canonicalBytes, type Json } from "../storage/json.ts";

/** Name of the first file of a kit's lot. */
export const BRAND_FILE = "brand.json";

/** Fewest references of a kit: with less there is nothing to calibrate by. */
export const MIN_REFERENCES = 4;

/** Most references of a kit. */
export const MAX_REFERENCES = 256;

const TYPE = "imprimatur/brand-kit";

const text = (max: number) => z.string().trim().min(1).max(max);
const hasWords = (phrase: string): boolean => wordsOf(phrase).length > 0;
const words = z.array(text(100).refine(hasWords, "has no letter or digit")).max(256);
const tags = z.array(text(50)).max(16);

const fields = {
  name: text(100),
  /** How the brand speaks, in words. */
  tone: text(4_000).optional(),
  palette: z
    .array(
      z.strictObject({
        name: text(50).optional(),
        color: z.string().regex(/^#[0-9a-f]{6}$/u, "is no color such as #1d3557"),
      }),
    )
    .max(32)
    .default([]),
  words: z
    .strictObject({ required: words.default([]), forbidden: words.default([]) })
    .default({ required: [], forbidden: [] }),
  fonts: z
    .array(z.strictObject({ name: text(100), license: text(500), source: text(500).optional() }))
    .max(32)
    .default([]),
};

const draft = z.strictObject(fields);

const reference = z.strictObject({
  name: text(500),
  mediaType: text(100),
  digest: z
    .string()
    .regex(/^0x[0-9a-f]{64}$/u, "is no SHA-256")
    .transform((digest) => digest as Hex),
  tags: tags.default([]),
});

const manifest = z.strictObject({
  type: z.literal(TYPE),
  version: z.literal(1),
  ...fields,
  references: z.array(reference).min(MIN_REFERENCES).max(MAX_REFERENCES),
});

/** What a brand is, apart from its pictures. Colors are `#rrggbb` in small letters; everything else is untrusted text. */
export type BrandDraft = z.input<typeof draft>;

/** A reference picture as a kit's manifest names it; its digest is the SHA-256 of the file in the lot. */
export type BrandReference = z.output<typeof reference>;

/** A whole brand kit: the first file of its lot. */
export type BrandManifest = z.output<typeof manifest>;

/** Reads what a person wrote about a brand; throws {@link BrandInputError} with the first problem. */
export function parseBrandDraft(value: unknown): z.output<typeof draft> {
  const parsed = draft.safeParse(value);
  if (parsed.success) return parsed.data;
  const { field, problem } = firstProblem(parsed.error);
  throw new BrandInputError(`brand${field}`, `is refused: ${problem}`);
}

/** The manifest as one block of canonical JSON: its SHA-256 is what names the kit. */
export function encodeBrandManifest(
  kit: z.output<typeof draft> & { references: readonly BrandReference[] },
): Uint8Array {
  const parsed = manifest.safeParse({ type: TYPE, version: 1, ...kit });
  if (parsed.success) return canonicalBytes(parsed.data as Json);
  const { field, problem } = firstProblem(parsed.error);
  throw new BrandInputError(`brand${field}`, `is refused: ${problem}`);
}

/** Reads a manifest that anybody may have written; throws {@link BrandKitInvalidError} on anything that is none. */
export function parseBrandManifest(block: Uint8Array): BrandManifest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(block));
  } catch (error) {
    throw new BrandKitInvalidError(`${BRAND_FILE} is not UTF-8 JSON`, error);
  }
  const parsed = manifest.safeParse(value);
  if (parsed.success) return parsed.data;
  const { field, problem } = firstProblem(parsed.error);
  throw new BrandKitInvalidError(`${BRAND_FILE}${field} is refused: ${problem}`, parsed.error);
}

function firstProblem({ issues }: z.ZodError): { field: string; problem: string } {
  const [first] = issues;
  const path = first?.path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)) ?? [];
  return { field: path.join(""), problem: first?.message ?? "it does not fit" };
}
