import type { Address, Hex } from "viem";
import type { ActionClient, On } from "../../actions/internal/types.ts";
import type { CalibratedKit } from "../../brand/kit.ts";
import type { BirthClaim } from "../../c2pa/birth.ts";
import type { ClaimSigner } from "../../c2pa/signer.ts";
import type { TrainingPermissions } from "../../c2pa/vocabulary.ts";
import type { ScreeningProvider } from "../../compliance/provider.ts";
import type { ContentStore } from "../../storage/store.ts";
import type { BrandStyle, Brief, GeneratedFile, Generator } from "../generator.ts";
import type { GuardedAccount } from "../guardAccount.ts";
import type { KeptFile, KeptFinding, OpenedRun, WorkEntry, WorkJournal } from "./journal.ts";
import type { RunState } from "./runState.ts";

/** How the lot's files are made, as registered; what goes into their certificates. */
export type WorkRecipe = Pick<BirthClaim, "model" | "disclosures" | "promptCommitments" | "license"> & {
  recipeId: Hex;
  /** The salted commitment, which every leaf holds. */
  commitment: Hex;
};

/** How files are looked up before they are signed. */
export type WorkScreening = {
  providers: readonly ScreeningProvider[];
  /**
   * Whether a file may be used with these findings; by default if those providers searched that search files of its
   * kind, and nothing was found.
   */
  accept?: (findings: readonly KeptFinding[]) => boolean;
  /** Files made for one place, of which providers know all but the last; 3 by default. */
  attempts?: number;
  /** Milliseconds that each provider has for each batch; 30,000 by default. */
  deadline?: number;
};

/** How pictures are signed. */
export type WorkSigning = { signer: ClaimSigner; permissions?: TrainingPermissions };

/** Which brand the files are held to. */
export type WorkBrand = {
  /** From `calibrateBrandKit` of `/brand`; the journal holds the run to this kit. */
  kit: CalibratedKit;
  /**
   * What becomes of a file beyond the kit's threshold: it is made again, as often as screening allows (`remake`, by
   * default), or the run ends at once (`stop`). Either way it never gets into the lot.
   */
  beyond?: "remake" | "stop";
  /** References that the generator is given, the nearest to the brief; 3 by default, 0 for none. */
  references?: number;
};

/** For which milestone a lot is delivered. */
export type WorkMilestone = { commissions: Address; commissionId: Hex; milestone: number };

/** A file that a lot takes over from an earlier one, as it was before it was signed. */
export type KeptDraft = { file: KeptFile; perceptualHash?: Hex };

/** What {@link runWorker} needs. */
export type RunWorkerParameters = {
  /** Reads and sends; transactions are signed by `agent`. */
  client: ActionClient;
  agent: GuardedAccount;
  addresses: On<"assetRegistry">;
  /** The studio's Curation. */
  gate: Address;
  recipe: WorkRecipe;
  brief: Brief;
  generator: Generator;
  /** Works that the generator builds on; pictures among them go into certificates as ingredients. */
  inputs?: readonly GeneratedFile[];
  /** Why the last lot did not do: untrusted text. */
  feedback?: string;
  /** Files that are not made but taken over, by place; they are screened and signed as the others are. */
  unchanged?: ReadonlyMap<number, KeptDraft>;
  screening: WorkScreening;
  /** Holds files to a brand kit; leaves get 1 − drift as their machine score. */
  brand?: WorkBrand;
  /**
   * Perceptual hash of a file, such as `hashImage` of `/node`; undefined for what is no picture. Of several, as those of
   * `hashImageViews`, the first goes into the leaf, and by the others cut and mirrored copies are found.
   */
  fingerprint?: (file: GeneratedFile) => Promise<Hex | readonly Hex[] | undefined>;
  /** Without it files get no certificate. */
  signing?: WorkSigning;
  /** Takes the finished files, the report and the manifest. */
  store: ContentStore;
  /** Takes files before they are screened and signed; `store` by default. */
  drafts?: ContentStore;
  journal: WorkJournal;
  /** Names the run in its journal; "brief" by default. */
  run?: string;
  milestone?: WorkMilestone;
  /** Files that are made at once; 8 by default. */
  batch?: number;
  signal?: AbortSignal;
};

/** One run while it lasts. */
export type Run = RunWorkerParameters & {
  run: string;
  state: RunState;
  opened: OpenedRun;
  lotId: bigint;
  /** What files should look like; asked for when the first one is made. */
  style: () => Promise<BrandStyle | undefined>;
  /** Notes a step; throws if the run was ended. */
  done: (entry: WorkEntry) => Promise<void>;
};
