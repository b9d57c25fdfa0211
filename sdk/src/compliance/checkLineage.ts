import { type Hex, isAddressEqual, zeroHash } from "viem";
import { getBlock } from "viem/actions";
import { assetRegistryRecipeRegisteredEvent, assetRegistryRecipeRenewedEvent } from "../abi/items/assetRegistry.ts";
import { explained } from "../actions/internal/failure.ts";
import { addressIn } from "../actions/internal/target.ts";
import type { ActionClient, On } from "../actions/internal/types.ts";
import { getLicense } from "../actions/licensing/getLicense.ts";
import { getLot } from "../actions/registry/getLot.ts";
import { getRecipe } from "../actions/registry/getRecipe.ts";
import { RecipeUnknownError } from "../errors/action.ts";
import { type BlockRange, fetchEventLogs } from "../logs/fetchLogs.ts";
import type { Kind } from "../types/enums.ts";
import { lotOf, wholeLot } from "../types/ids.ts";

/** What can be wrong with one edge of a lineage. */
export type EdgeProblem =
  /** Somebody else's asset, and no license is named. */
  | "unlicensed"
  /** The license ended by a refund or a revocation, or was never granted. */
  | "ended"
  | "expired"
  /** It allows another use. */
  | "wrongUsage"
  /** It names another asset. */
  | "wrongAsset"
  /** It was used for another recipe. */
  | "usedElsewhere";

/** One parent of one recipe, and whether its use is licensed. */
export type LineageCheck = {
  /** Ordinal of the recipe that was made from it. */
  recipe: number;
  parentAsset: bigint;
  parentRecipe: number;
  parentKind: Kind;
  /** What its license has to allow. */
  usage: "training" | "derivative";
  /** Whether the same account licenses both: no license is needed then. */
  own: boolean;
  /** Undefined where none is named. */
  licenseId: Hex | undefined;
  /** First second in which the license is over, unix time; 2^40−1 = perpetual. Undefined without one. */
  expiry: bigint | undefined;
  /** Empty: nothing is wrong as far as the chain tells. */
  problems: readonly EdgeProblem[];
};

/** What {@link checkLineage} needs. */
export type CheckLineageParameters = On<"assetRegistry" | "royaltySplitter" | "licenses"> &
  Omit<BlockRange, "toBlock"> & {
    recipe: number;
    /** Whether the parents' parents are checked too, all the way up; they are by default. */
    ancestors?: boolean;
  };

/**
 * Checks the license of every edge of a recipe's lineage: a training license for data that a model was made from, a
 * derivative one for everything else. The registry asked for them when the recipe was registered; licenses end since.
 *
 * @example
 * ```ts
 * const edges = await checkLineage(client, { ...addresses, recipe, fromBlock });
 * const broken = edges.filter(({ problems }) => problems.length > 0);
 * ```
 */
export async function checkLineage(client: ActionClient, parameters: CheckLineageParameters): Promise<LineageCheck[]> {
  const { timestamp } = await explained(() => getBlock(client));
  const checks: LineageCheck[] = [];
  const seen = new Set<number>([parameters.recipe]);
  for (const recipe of seen) {
    const edges = await edgesOf(client, { ...parameters, recipe, timestamp });
    checks.push(...edges);
    if (parameters.ancestors !== false) for (const { parentRecipe } of edges) seen.add(parentRecipe);
  }
  return checks;
}

type Question = CheckLineageParameters & { timestamp: bigint };

async function edgesOf(client: ActionClient, question: Question): Promise<LineageCheck[]> {
  const { recipe } = question;
  const [child, parents] = await Promise.all([getRecipe(client, { ...question, recipe }), parentsOf(client, question)]);
  return Promise.all(parents.map((parent) => edgeOf(client, question, child, parent)));
}

type Parent = { asset: bigint; licenseId: Hex };

/** The parents as the recipe was registered with them, under the licenses of its last renewal. */
async function parentsOf(client: ActionClient, question: Question): Promise<Parent[]> {
  const { recipe, fromBlock, portion } = question;
  const range = { fromBlock, ...(portion === undefined ? {} : { portion }) };
  const asked = { ...range, address: addressIn("assetRegistry", question), args: { recipe } };
  const [[registered], renewals] = await explained(() =>
    Promise.all([
      fetchEventLogs(client, { ...asked, event: assetRegistryRecipeRegisteredEvent }),
      fetchEventLogs(client, { ...asked, event: assetRegistryRecipeRenewedEvent }),
    ]),
  );
  if (registered === undefined) throw new RecipeUnknownError(recipe);
  const renewed = renewals.at(-1)?.args.licenseIds;
  return registered.args.parents.map(({ asset, licenseId }, at) => ({ asset, licenseId: renewed?.[at] ?? licenseId }));
}

type Recipe = Pick<getRecipe.ReturnType, "recipe" | "kind" | "licensor">;

async function edgeOf(
  client: ActionClient,
  question: Question,
  child: Recipe,
  { asset, licenseId }: Parent,
): Promise<LineageCheck> {
  const lot = await getLot(client, { ...question, lotId: lotOf(asset) });
  const parent = await getRecipe(client, { ...question, recipe: lot.recipe });
  const data = parent.kind === "dataset" || parent.kind === "trainingInput";
  const usage = child.kind === "model" && data ? "training" : "derivative";
  const own = isAddressEqual(parent.licensor, child.licensor);
  const made = { recipe: child.recipe, parentAsset: asset, parentRecipe: parent.recipe, parentKind: parent.kind };
  const edge = { ...made, usage, own } as const;
  if (licenseId === zeroHash) {
    return { ...edge, licenseId: undefined, expiry: undefined, problems: own ? [] : ["unlicensed"] };
  }
  const license = await licenseOf(client, { ...question, licenseId });
  if (license === undefined) return { ...edge, licenseId, expiry: undefined, problems: ["ended"] };
  const problems = problemsOf(license, { asset, usage, recipe: child.recipe, now: question.timestamp });
  return { ...edge, licenseId, expiry: license.expiry, problems };
}

/** Undefined where it was never granted: what a log says need not be what the registry took. */
async function licenseOf(client: ActionClient, question: Question & { licenseId: Hex }) {
  return getLicense(client, question).catch((error: unknown) => {
    if ((error as { errorName?: unknown }).errorName === "LicensesUnknownLicense") return undefined;
    throw error;
  });
}

function problemsOf(
  license: getLicense.ReturnType,
  use: { asset: bigint; usage: "training" | "derivative"; recipe: number; now: bigint },
): EdgeProblem[] {
  const { status, expiry, usages, assetId, usedBy } = license;
  const covered = assetId === use.asset || assetId === wholeLot(lotOf(use.asset));
  const found: [wrong: boolean, problem: EdgeProblem][] = [
    [status !== "granted", "ended"],
    [expiry <= use.now, "expired"],
    [!usages.includes(use.usage), "wrongUsage"],
    [!covered, "wrongAsset"],
    [usedBy !== 0 && usedBy !== use.recipe, "usedElsewhere"],
  ];
  return found.flatMap(([wrong, problem]) => (wrong ? [problem] : []));
}
