import { WHOLE_LOT, indexOf, lotOf } from "../types/ids.ts";
import type { Usage } from "../types/enums.ts";
import { type LegalPreset, type LegalTerms, PRESET_DEFINITIONS } from "./presets.ts";

/** One headed part of a license text; its lines contain trusted text only. */
export type LegalSection = { title: string; lines: readonly string[] };

const DAY = 86_400n;

const ALLOWED: Readonly<Record<Usage, string>> = {
  personal: "Personal use: to copy, keep and show the asset privately, without any business purpose.",
  commercial:
    "Commercial use: to reproduce, publish and show the asset, unchanged or adapted to a format, in products, " +
    "services and publications of the licensee.",
  advertising: "Advertising use: to use the asset in advertising and on merchandise of the licensee.",
  training:
    "Training use: to train, fine-tune and evaluate machine-learning models with the asset. A model made so is " +
    "registered as a recipe that names the asset as a parent.",
  derivative:
    "Derivative use: to make new works from the asset and to exploit them. Such a work is registered as a recipe " +
    "that names the asset as a parent.",
  sublicense: "Sublicensing: to grant others, in writing, no more than what this license grants.",
};

const REFUSED: Readonly<Record<Usage, string>> = {
  personal: "Private enjoyment beyond what the uses above bring with them is not licensed.",
  commercial: "Any use in a business is not licensed.",
  advertising: "Advertising and merchandise are not licensed.",
  training: "Training, fine-tuning or evaluating machine-learning models is not licensed.",
  derivative: "Making new works from the asset is not licensed.",
  sublicense: "Granting others any right is not licensed.",
};

const share = (ppm: number): string => `${ppm} ppm (${ppm / 10_000} %)`;

function instant(seconds: bigint): string {
  return `${seconds} (${new Date(Number(seconds) * 1000).toISOString()})`;
}

function period(seconds: bigint): string {
  return seconds % DAY === 0n ? `${seconds} seconds (${seconds / DAY} days)` : `${seconds} seconds`;
}

/** What the license is about. */
function subject({ scope, scopeId, recipeId }: LegalTerms): string {
  const of = `made under recipe ${recipeId}`;
  switch (scope) {
    case "recipe":
      return `One asset of the licensee's choice, of those ${of}. Scope: recipe, ${scopeId}.`;
    case "lot":
      return `One asset of the licensee's choice in lot ${scopeId}, ${of}.`;
    case "asset":
      return indexOf(scopeId) === WHOLE_LOT
        ? `Every asset of lot ${lotOf(scopeId)} (asset id ${scopeId}), ${of}.`
        : `Asset ${scopeId}, ${of}.`;
    case "licensor":
      return (
        "One asset of the licensee's choice, made under any recipe that the licensor had registered when the offer " +
        `was published. The offer belongs to recipe ${recipeId}. Scope: licensor, ${scopeId}.`
      );
  }
}

function price({ price: units, token, free, seats }: LegalTerms): string[] {
  const amount = free ? `Free of charge: ${units}` : String(units);
  return [
    `${amount} units of the ERC-20 token ${token} for each seat, paid once, before use.`,
    seats <= 1
      ? `One seat: the licensee is the only user (seats: ${seats}).`
      : `Up to ${seats} seats, as bought; each seat is one account that the holder names and may replace.`,
  ];
}

function duration({ duration: seconds, start, end }: LegalTerms): string[] {
  return [
    seconds === "perpetual" ? "The license is perpetual." : `The license lasts ${period(seconds)} from the purchase.`,
    `It is sold from ${start === 0n ? "its publication" : instant(start)} until ${instant(end)}, UTC.`,
    "What was made lawfully while the license lived stays lawful after it.",
  ];
}

function rate({ rate: ppm }: LegalTerms): string[] {
  return ppm === 0
    ? ["No share of the licensee's revenue is owed (rate: 0 ppm)."]
    : [
        `The licensee's recipe owes ${share(ppm)} of every sale of its assets to the recipe of the asset, paid by the ` +
          "royalty contract at each sale. The rate never changes for a recipe that was registered with this license.",
      ];
}

function limits(terms: LegalTerms): string[] {
  const { exclusive, transferable, supply, perPayer, territory } = terms;
  return [
    exclusive
      ? "Exclusive: while this license lives, the licensor licenses the asset to nobody else."
      : "Not exclusive: the licensor may license the same asset to others.",
    transferable
      ? "Transferable: the holder of the license token is the licensee, until the license has been used or has ended."
      : "Not transferable.",
    supply === 0
      ? "The number of licenses is not limited (supply: 0)."
      : `At most ${supply} licenses are sold under this offer.`,
    perPayer === 0
      ? "The number of licenses of one payer is not limited (perPayer: 0)."
      : `At most ${perPayer} licenses are sold to one payer.`,
    territory === 0
      ? "Territory: world-wide (0)."
      : `Territory: the country with ISO 3166-1 numeric code ${String(territory).padStart(3, "0")}; the licensee ` +
        "declares to keep to it.",
  ];
}

function ending({ revocable, refundWindow, penalty }: LegalTerms): string[] {
  return [
    refundWindow === 0
      ? `The license cannot be returned (refundWindow: 0, penalty: ${penalty} ppm).`
      : `An unused license that never changed hands may be returned within ${period(BigInt(refundWindow))} of its ` +
        `purchase; ${share(penalty)} of the price are kept.`,
    revocable
      ? "Revocable: the studio that committed the asset may end the license, if it pays back the price of the time " +
        "that is left in the same transaction."
      : "Not revocable.",
  ];
}

function referral({ referral: ppm, referrerRoot }: LegalTerms): string {
  return ppm === 0
    ? `No referrer is paid (referral: 0 ppm, list: ${referrerRoot}).`
    : `${share(ppm)} of the price go to a referrer whom the purchase names, out of the list with root ${referrerRoot}.`;
}

/** The whole text, section by section; what it says follows from the terms alone. */
export function toSections(preset: LegalPreset, terms: LegalTerms): LegalSection[] {
  const usages = Object.keys(ALLOWED) as Usage[];
  return [
    { title: "Purpose", lines: [PRESET_DEFINITIONS[preset].purpose] },
    {
      title: "Asset",
      lines: [
        subject(terms),
        terms.title ? "The offer conveys the title." : "The offer conveys a license; title stays with its owner.",
      ],
    },
    {
      title: "Allowed",
      lines: usages.filter((usage) => terms.usages.includes(usage)).map((usage) => ALLOWED[usage]),
    },
    {
      title: "Not allowed",
      lines: [
        ...usages.filter((usage) => !terms.usages.includes(usage)).map((usage) => REFUSED[usage]),
        "Use that breaks the law, or that hides or changes the asset's record of provenance, is never licensed.",
      ],
    },
    { title: "Price and seats", lines: price(terms) },
    { title: "Duration", lines: duration(terms) },
    { title: "Share of revenue", lines: rate(terms) },
    { title: "Limits", lines: limits(terms) },
    { title: "Refund and revocation", lines: ending(terms) },
    { title: "Referral", lines: [referral(terms)] },
    {
      title: "Record",
      lines: [
        "The offer and every purchase are recorded on the blockchain; the record decides who holds the license.",
        `Standard text ${terms.legalPreset}, salt ${terms.salt}.`,
      ],
    },
  ];
}
