import type { MarkingCheck } from "../compliance/art50.ts";
import { ImprimaturError } from "../errors/base.ts";
import { MANIFEST_CHECKS } from "./checks.ts";
import { verifyFile, type VerifyFileParameters } from "./verifyFile.ts";
import type { DigitalSourceType } from "./vocabulary.ts";

/** What is made, or made over, by machines. */
const SYNTHETIC: readonly DigitalSourceType[] = [
  "trainedAlgorithmicMedia",
  "compositeWithTrainedAlgorithmicMedia",
  "compositeSynthetic",
  "algorithmicMedia",
];

/**
 * Whether a file carries a mark that holds and calls it synthetic: what `article50Report` of `/compliance` asks of each.
 *
 * A file of a format that carries no manifest here has no mark; one that is damaged has one that does not hold.
 *
 * @example
 * ```ts
 * const { marked } = await article50Report({ assets, check: async (assetId) => checkMark(await fetchFile(assetId)) });
 * ```
 */
export async function checkMark(
  file: Uint8Array,
  parameters: Pick<VerifyFileParameters, "trustAnchors" | "revocationLists" | "limits" | "assetId"> = {},
): Promise<MarkingCheck> {
  try {
    const { badge, checks, manifest } = await verifyFile(file, parameters);
    if (badge === "none") return { state: "none" };
    const needed: readonly string[] = ["manifest", "asset", ...MANIFEST_CHECKS];
    const failed = checks.find(({ check, outcome }) => outcome === "failed" && needed.includes(check));
    if (failed !== undefined) return { state: "invalid", reason: `${failed.check}: ${failed.reason}` };
    const source = manifest?.digitalSourceType;
    return { state: "valid", synthetic: source !== undefined && SYNTHETIC.includes(source) };
  } catch (error) {
    if (!ImprimaturError.is(error) || error.name !== "MediaFormatError") throw error;
    return { state: "none", reason: "its format carries no manifest here" };
  }
}
