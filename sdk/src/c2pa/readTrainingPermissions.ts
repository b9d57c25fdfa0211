import { ManifestUnreadableError } from "../errors/c2pa.ts";
import { verifyFile, type VerifyFileParameters } from "./verifyFile.ts";
import type { TrainingPermissions } from "./vocabulary.ts";

/**
 * What a file's own manifest permits machines to do with it: what `trainingFlagOf` of `/compliance` asks for. Undefined
 * where it has no manifest, or one that says nothing about it.
 *
 * Throws {@link ManifestUnreadableError} for a manifest that does not hold, and as `verifyFile` does for files that cannot
 * be looked at: then nothing is known. Who signed does not matter; the caller may ask for trusted signers.
 *
 * @example
 * ```ts
 * const flag = await trainingFlagOf(bytes, readTrainingPermissions); // notAllowed
 * ```
 */
export async function readTrainingPermissions(
  file: Uint8Array,
  parameters: Pick<VerifyFileParameters, "trustAnchors" | "revocationLists" | "limits"> = {},
): Promise<TrainingPermissions | undefined> {
  const { badge, manifest, checks } = await verifyFile(file, parameters);
  if (badge === "none") return undefined;
  const failed = checks.find(({ check, outcome }) => outcome === "failed" && check !== "birth" && check !== "fields");
  if (failed !== undefined) throw new ManifestUnreadableError(failed.reason);
  return manifest?.permissions;
}
