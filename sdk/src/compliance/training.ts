/** What a file's own manifest says about training: by the names of C2PA's assertion. */
export type TrainingFlag =
  /** It may not be trained with, mined, or both. */
  | "notAllowed"
  /** Only under what the manifest says. */
  | "constrained"
  | "allowed"
  /** It has a manifest that says nothing about it, or none. */
  | "unstated"
  /** It has a manifest that cannot be believed: nothing is known. */
  | "unreadable";

/** The permissions of a file, as `/c2pa` reads them; undefined where it has no such assertion. */
export type ReadPermissions<File> = (
  file: File,
) => Promise<Readonly<Partial<Record<string, "allowed" | "notAllowed" | { constrained: string }>>> | undefined>;

/** Uses that training is. */
const TRAINING = ["ai_training", "ai_generative_training", "data_mining"] as const;

/**
 * What a file allows by itself, the strictest of its permissions. A reader that throws makes it `unreadable`: who trains
 * nevertheless has to answer for it.
 *
 * @param readPermissions - Reads the file's manifest, such as `verifyFile` of `/c2pa` does.
 */
export async function trainingFlagOf<File>(file: File, readPermissions: ReadPermissions<File>): Promise<TrainingFlag> {
  const permissions = await readPermissions(file).catch(() => null);
  if (permissions === null) return "unreadable";
  const stated = TRAINING.flatMap((use) => permissions?.[use] ?? []);
  if (stated.includes("notAllowed")) return "notAllowed";
  if (stated.some((permission) => typeof permission === "object")) return "constrained";
  return stated.length > 0 ? "allowed" : "unstated";
}
