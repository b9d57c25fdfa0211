import { LegalPresetMismatchError } from "../errors/legal.ts";
import type { OfferArgs } from "../licensing/offer.ts";
import { ordinalOf } from "../types/codec.ts";
import type { Usage } from "../types/enums.ts";

/** Standard texts in the order of their number, `legalPreset`; "none" says that the licensor has a text of its own. */
export const LEGAL_PRESETS = [
  "none",
  "personal",
  "commercial",
  "advertising",
  "training",
  "remix",
  "exclusive",
] as const;

/** A standard text. */
export type LegalPreset = Exclude<(typeof LEGAL_PRESETS)[number], "none">;

/** All terms of an offer but the hash of its text, nothing left out. */
export type LegalTerms = Required<Omit<OfferArgs, "textHash">>;

/** What makes a standard text. */
export type PresetDefinition = {
  title: string;
  purpose: string;
  /** Usages where the offer names none. */
  usages: readonly Usage[];
  /** Why these terms are not the preset's; undefined where they are. */
  objection: (terms: LegalTerms) => string | undefined;
};

const only =
  (allowed: readonly Usage[], needed: Usage) =>
  ({ usages, exclusive }: LegalTerms): string | undefined => {
    const foreign = usages.find((usage) => !allowed.includes(usage));
    if (foreign !== undefined) return `it does not cover the usage "${foreign}"`;
    if (!usages.includes(needed)) return `it needs the usage "${needed}"`;
    return exclusive ? "an exclusive license has a text of its own" : undefined;
  };

/** The standard texts by name. */
export const PRESET_DEFINITIONS: Readonly<Record<LegalPreset, PresetDefinition>> = {
  personal: {
    title: "Personal License",
    purpose: "For private enjoyment: to keep, to look at and to show at home, with no business purpose.",
    usages: ["personal"],
    objection: only(["personal"], "personal"),
  },
  commercial: {
    title: "Commercial License",
    purpose: "For use in products, services, publications and other business of the licensee.",
    usages: ["personal", "commercial"],
    objection: only(["personal", "commercial"], "commercial"),
  },
  advertising: {
    title: "Advertising License",
    purpose: "For advertising and merchandise of the licensee.",
    usages: ["personal", "commercial", "advertising"],
    objection: only(["personal", "commercial", "advertising"], "advertising"),
  },
  training: {
    title: "AI Training License",
    purpose: "For training, fine-tuning and evaluating machine-learning models.",
    usages: ["training"],
    objection: only(["training"], "training"),
  },
  remix: {
    title: "Remix License with Revenue Share",
    purpose: "For new works made from the asset, which share their revenue with it.",
    usages: ["derivative"],
    objection: (terms) => {
      const objection = only(["personal", "commercial", "advertising", "derivative"], "derivative")(terms);
      return objection ?? (terms.rate === 0 ? "it needs a share of revenue, `rate`" : undefined);
    },
  },
  exclusive: {
    title: "Exclusive License",
    purpose: "For one licensee alone: while it lives, nobody else is licensed.",
    usages: ["personal", "commercial", "advertising"],
    objection: ({ exclusive }) => (exclusive ? undefined : "it needs `exclusive`"),
  },
};

/** The number that an offer carries for a standard text. */
export function legalPresetOf(preset: LegalPreset): number {
  return ordinalOf(LEGAL_PRESETS, preset);
}

/** Refuses terms that a standard text would describe wrongly. */
export function requireFit(preset: LegalPreset, terms: LegalTerms): void {
  const objection = terms.title
    ? "a title is a sale of the work and no license"
    : PRESET_DEFINITIONS[preset].objection(terms);
  if (objection !== undefined) throw new LegalPresetMismatchError(preset, objection);
}
