import { type Hex, sha256, stringToBytes } from "viem";
import { LegalPresetMismatchError, LegalTextMismatchError } from "../errors/legal.ts";
import { fromOfferInput, type OfferArgs, toOfferInput } from "../licensing/offer.ts";
import { canonicalJson, type Json } from "../storage/json.ts";
import { nameOf } from "../types/codec.ts";
import { escapeMarkdown, toPlainLine } from "./markdown.ts";
import {
  LEGAL_PRESETS,
  type LegalPreset,
  legalPresetOf,
  type LegalTerms,
  PRESET_DEFINITIONS,
  requireFit,
} from "./presets.ts";
import { type LegalSection, toSections } from "./sections.ts";

/** Version of the standard texts: another wording is another version. */
export const LEGAL_TEXT_VERSION = 1;

/** What every text ends with. */
export const DISCLAIMER =
  "This standard text is not legal advice. Have a lawyer check whether it fits your case and your country.";

/** Words of the licensor beside the terms: untrusted, quoted as they are, shortened to one line. */
export type LegalDetails = { licensor?: string; work?: string; contact?: string; law?: string };

/** A license text in both forms. */
export type LicenseText = {
  /** For people; its UTF-8 bytes are what the text hash covers. */
  markdown: string;
  /** For machines: canonical JSON (RFC 8785) of the same terms, whose digest stands in the Markdown. */
  json: string;
  /** SHA-256 of the Markdown. */
  textHash: Hex;
};

const DETAILS: Readonly<Record<keyof LegalDetails, string>> = {
  licensor: "Licensor",
  work: "Work",
  contact: "Contact",
  law: "Governing law",
};

/** SHA-256 of the UTF-8 bytes of a text: what an offer's `textHash` names. */
export function hashText(text: string): Hex {
  return sha256(stringToBytes(text));
}

/** All terms of an offer but the hash of the text, which the text cannot contain. */
export function toLegalTerms(offer: OfferArgs): LegalTerms {
  const { textHash: _, ...terms } = fromOfferInput(toOfferInput(offer)) as Required<OfferArgs>;
  return { ...terms, token: terms.token.toLowerCase() as LegalTerms["token"] };
}

/**
 * The text of an offer, from its fields alone: the same fields give the same bytes everywhere, so that anybody can check
 * what was sold against the offer's text hash. Throws `LegalPresetMismatchError` where the standard text would describe
 * the terms wrongly.
 *
 * @example
 * ```ts
 * const { markdown, textHash } = renderLicenseText({ ...terms, legalPreset: 1 });
 * ```
 */
export function renderLicenseText(offer: OfferArgs, details: LegalDetails = {}): LicenseText {
  const preset = nameOf(LEGAL_PRESETS, offer.legalPreset ?? 0);
  const terms = toLegalTerms(offer);
  if (preset === "none") throw new LegalPresetMismatchError("none", "the licensor has a text of its own");
  requireFit(preset, terms);
  const sections = toSections(preset, terms);
  const json = canonicalJson(toJson({ preset, terms, details, sections }));
  const markdown = toMarkdown({ preset, sections, details, digest: hashText(json) });
  return { markdown, json, textHash: hashText(markdown) };
}

/** An offer with its text. */
export type OfferWithText = LicenseText & {
  /** Complete: publish it as it is. */
  offer: OfferArgs;
};

/** What {@link offerWithText} needs: usages may be left to the preset. */
export type OfferWithTextParameters = {
  preset: LegalPreset;
  offer: Omit<OfferArgs, "usages" | "legalPreset" | "textHash"> & Partial<Pick<OfferArgs, "usages">>;
  details?: LegalDetails;
};

/**
 * Completes an offer by a standard text: fills in its usages where none are given, `legalPreset` and `textHash`.
 *
 * @example
 * ```ts
 * const { offer, markdown } = offerWithText({
 *   preset: "commercial",
 *   offer: { recipeId, token: usdc, price: 25_000_000n, duration: "perpetual", end },
 * });
 * await client.publishOfferAndWait(offer);
 * ```
 */
export function offerWithText({ preset, offer: rest, details = {} }: OfferWithTextParameters): OfferWithText {
  const usages = rest.usages ?? PRESET_DEFINITIONS[preset].usages;
  const unsigned: OfferArgs = {
    ...rest,
    usages,
    ...(preset === "exclusive" ? { exclusive: true } : {}),
    legalPreset: legalPresetOf(preset),
  };
  const text = renderLicenseText(unsigned, details);
  return { ...text, offer: { ...unsigned, textHash: text.textHash } };
}

/** Checks that a text is the one that an offer names; throws `LegalTextMismatchError` otherwise. */
export function verifyLicenseText(offer: Pick<OfferArgs, "textHash">, markdown: string): void {
  const found = hashText(markdown);
  if (found !== offer.textHash) throw new LegalTextMismatchError(found, offer.textHash ?? "none");
}

function toMarkdown(text: {
  preset: LegalPreset;
  sections: readonly LegalSection[];
  details: LegalDetails;
  digest: Hex;
}): string {
  const { preset, sections, details, digest } = text;
  const quoted = detailsOf(details).map(([name, value]) => `- ${DETAILS[name]}: ${escapeMarkdown(value)}`);
  const body = sections.flatMap(({ title, lines }, at) => [
    `## ${at + 1}. ${title}`,
    "",
    ...lines.map((line) => `- ${line}`),
    "",
  ]);
  return [
    `# ${PRESET_DEFINITIONS[preset].title}`,
    "",
    ...(quoted.length === 0 ? [] : [...quoted, ""]),
    ...body,
    "---",
    "",
    `Imprimatur standard text "${preset}", version ${LEGAL_TEXT_VERSION}. Terms for machines: SHA-256 ${digest}.`,
    "",
    DISCLAIMER,
    "",
  ].join("\n");
}

function toJson(text: {
  preset: LegalPreset;
  terms: LegalTerms;
  details: LegalDetails;
  sections: readonly LegalSection[];
}): Json {
  const { preset, terms, details, sections } = text;
  const plain = Object.entries(terms).map(([name, value]) => [name, typeof value === "bigint" ? `${value}` : value]);
  return {
    type: "imprimatur/license",
    version: LEGAL_TEXT_VERSION,
    preset,
    terms: Object.fromEntries(plain) as Json,
    details: Object.fromEntries(detailsOf(details)),
    sections: sections.map(({ title, lines }) => ({ title, lines })),
    disclaimer: DISCLAIMER,
  };
}

/** Given details in the order in which they are printed. */
function detailsOf(details: LegalDetails): [keyof LegalDetails, string][] {
  const names = Object.keys(DETAILS) as (keyof LegalDetails)[];
  return names.flatMap((name): [keyof LegalDetails, string][] => {
    const value = toPlainLine(details[name] ?? "");
    return value === "" ? [] : [[name, value]];
  });
}
