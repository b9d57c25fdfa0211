const IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/** How a file came to be, by IPTC's names. */
export const DIGITAL_SOURCE_TYPES = [
  "trainedAlgorithmicMedia",
  "compositeWithTrainedAlgorithmicMedia",
  "algorithmicMedia",
  "algorithmicallyEnhanced",
  "compositeSynthetic",
  "composite",
  "compositeCapture",
  "digitalArt",
  "digitalCreation",
  "digitalCapture",
  "computationalCapture",
  "humanEdits",
  "screenCapture",
  "virtualRecording",
  "dataDrivenMedia",
  "negativeFilm",
  "positiveFilm",
  "print",
] as const;
export type DigitalSourceType = (typeof DIGITAL_SOURCE_TYPES)[number];

/** The address that stands for the name in a manifest. */
export function toSourceTypeUri(name: DigitalSourceType): string {
  return `${IPTC}${name}`;
}

/** The name of the address, or undefined for one that IPTC does not have. */
export function fromSourceTypeUri(uri: string): DigitalSourceType | undefined {
  return DIGITAL_SOURCE_TYPES.find((name) => toSourceTypeUri(name) === uri);
}

/** Label of CAWG's assertion about training and data mining. */
export const TRAINING_LABEL = "cawg.training-mining";

/** The labels under which files speak about it: older ones use C2PA's own. */
export const TRAINING_LABELS: readonly string[] = [TRAINING_LABEL, "c2pa.training-mining"];

/** What may be done with the file by machines, by CAWG's names. */
export const TRAINING_USES = ["data_mining", "ai_inference", "ai_training", "ai_generative_training"] as const;
export type TrainingUse = (typeof TRAINING_USES)[number];

/** `constrained` comes with what has to be kept. */
export type TrainingPermission = "allowed" | "notAllowed" | { constrained: string };

/** A use that is left out is neither allowed nor forbidden by this file. */
export type TrainingPermissions = { readonly [Use in TrainingUse]?: TrainingPermission };

/** The assertion's contents. */
export function encodePermissions(permissions: TrainingPermissions) {
  const entries = TRAINING_USES.flatMap((use) => {
    const permission = permissions[use];
    if (permission === undefined) return [];
    const entry =
      typeof permission === "string"
        ? { use: permission }
        : { use: "constrained", constraint_info: permission.constrained };
    return [[`cawg.${use}`, entry] as const];
  });
  return { entries: Object.fromEntries(entries) };
}

/** Reads one assertion; what is not of the vocabulary counts as not allowed, and one that cannot be read allows nothing. */
export function parsePermissions(data: unknown): TrainingPermissions {
  const { entries } = (data ?? {}) as { entries?: unknown };
  if (typeof entries !== "object" || entries === null) {
    return Object.fromEntries(TRAINING_USES.map((use) => [use, "notAllowed"]));
  }
  const stated = entries as Record<string, { use?: unknown; constraint_info?: unknown } | null>;
  const permission = (entry: (typeof stated)[string]): TrainingPermission => {
    if (entry?.use === "allowed") return "allowed";
    if (entry?.use !== "constrained") return "notAllowed";
    return { constrained: typeof entry.constraint_info === "string" ? entry.constraint_info : "" };
  };
  return strictest(
    ["cawg", "c2pa"].map((space) =>
      Object.fromEntries(
        TRAINING_USES.flatMap((use) => {
          const entry = stated[`${space}.${use}`];
          return entry === undefined ? [] : [[use, permission(entry)]];
        }),
      ),
    ),
  );
}

/** What is allowed where several speak: of each use the strictest. */
export function strictest(all: readonly TrainingPermissions[]): TrainingPermissions {
  return Object.fromEntries(
    TRAINING_USES.flatMap((use): [TrainingUse, TrainingPermission][] => {
      const said = all.flatMap((permissions) => permissions[use] ?? []);
      if (said.length === 0) return [];
      const constraints = said.flatMap((permission) => (typeof permission === "string" ? [] : permission.constrained));
      if (said.includes("notAllowed")) return [[use, "notAllowed"]];
      return [[use, constraints.length === 0 ? "allowed" : { constrained: constraints.join("\n") }]];
    }),
  );
}
