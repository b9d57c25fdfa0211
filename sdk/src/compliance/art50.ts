/** What the check of a file's C2PA manifest came to; `verifyFile` of `/c2pa` tells. */
export type MarkingCheck =
  /** A manifest that holds, and whether it says that the content is synthetic. */
  | { state: "valid"; synthetic: boolean }
  | { state: "none"; reason?: string }
  /** A manifest that does not hold. */
  | { state: "invalid"; reason: string };

/** Whether one asset is marked as Article 50(2) of Regulation (EU) 2024/1689 asks of synthetic content. */
export type MarkedAsset = {
  assetId: bigint;
  /** `marked`: a machine-readable mark that holds says so. `unmarked`: there is none. `failed`: there is one that does not hold, or it could not be checked. */
  marking: "marked" | "unmarked" | "failed";
  detail: string;
};

/** Which assets are marked, unmarked or failed. */
export type Article50Report = {
  assets: readonly MarkedAsset[];
  marked: number;
  unmarked: number;
  failed: number;
};

/**
 * Checks the mark of every asset. One whose check throws is `failed`, with the reason: it is never left out.
 *
 * @example
 * ```ts
 * const { unmarked, failed } = await article50Report({ assets, check });
 * ```
 */
export async function article50Report(parameters: {
  assets: Iterable<bigint> | AsyncIterable<bigint>;
  /** Fetches the asset's file and verifies its manifest. */
  check: (assetId: bigint) => Promise<MarkingCheck>;
}): Promise<Article50Report> {
  const assets: MarkedAsset[] = [];
  for await (const assetId of parameters.assets) {
    const found = await parameters.check(assetId).then(markingOf, failureOf);
    assets.push({ assetId, ...found });
  }
  const count = (marking: MarkedAsset["marking"]): number => assets.filter((asset) => asset.marking === marking).length;
  return { assets, marked: count("marked"), unmarked: count("unmarked"), failed: count("failed") };
}

type Marking = Omit<MarkedAsset, "assetId">;

function markingOf(check: MarkingCheck): Marking {
  if (check.state === "invalid") return { marking: "failed", detail: check.reason };
  if (check.state === "none") return { marking: "unmarked", detail: check.reason ?? "no manifest" };
  if (check.synthetic) return { marking: "marked", detail: "a manifest that holds calls it synthetic" };
  return { marking: "unmarked", detail: "its manifest does not call it synthetic" };
}

function failureOf(error: unknown): Marking {
  return { marking: "failed", detail: error instanceof Error ? error.message : String(error) };
}
