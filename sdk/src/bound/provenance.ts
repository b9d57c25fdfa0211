import { attest, type attestAndWait } from "../actions/provenance/attest.ts";
import { attestBySignature, type attestBySignatureAndWait } from "../actions/provenance/attestBySignature.ts";
import { contestLineage, type contestLineageAndWait } from "../actions/provenance/contestLineage.ts";
import { getAttestationId } from "../actions/provenance/getAttestationId.ts";
import { getAttestations } from "../actions/provenance/getAttestations.ts";
import { getContest } from "../actions/provenance/getContest.ts";
import { getContestJudge } from "../actions/provenance/getContestJudge.ts";
import { getContestTerms } from "../actions/provenance/getContestTerms.ts";
import { getEarliest } from "../actions/provenance/getEarliest.ts";
import { getPublishedLeaves } from "../actions/provenance/getPublishedLeaves.ts";
import { isAttestationRevoked } from "../actions/provenance/isAttestationRevoked.ts";
import { lapseContest, type lapseContestAndWait } from "../actions/provenance/lapseContest.ts";
import { proveContent, type proveContentAndWait } from "../actions/provenance/proveContent.ts";
import { publishLeaves, type publishLeavesAndWait } from "../actions/provenance/publishLeaves.ts";
import { revokeAttestation, type revokeAttestationAndWait } from "../actions/provenance/revokeAttestation.ts";
import {
  revokeAttestationBySignature,
  type revokeAttestationBySignatureAndWait,
} from "../actions/provenance/revokeAttestationBySignature.ts";
import { ruleContest, type ruleContestAndWait } from "../actions/provenance/ruleContest.ts";
import { setContestTerms, type setContestTermsAndWait } from "../actions/provenance/setContestTerms.ts";
import { signAttestation } from "../actions/provenance/signAttestation.ts";
import { signAttestationRevocation } from "../actions/provenance/signAttestationRevocation.ts";
import { supersedeLot, type supersedeLotAndWait } from "../actions/provenance/supersedeLot.ts";
import { supersedeManifest, type supersedeManifestAndWait } from "../actions/provenance/supersedeManifest.ts";
import { verifyDisclosure } from "../actions/provenance/verifyDisclosure.ts";
import { withdrawContestBond, type withdrawContestBondAndWait } from "../actions/provenance/withdrawContestBond.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import type { KnownContracts } from "../studioContracts.ts";
import { bindAll } from "./bindAll.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Attestations, published leaves, contests and corrections, as methods of a client. */
export type ProvenanceActions = {
  /** States something about an account, recipe, lot, asset or offer; it counts for as much as its attester does. See {@link attest}. */
  attest: Bound<typeof attest>;
  /** {@link attest}, waiting for the receipt. */
  attestAndWait: Bound<typeof attestAndWait>;
  /** States something as whoever signed it (`signAttestation`); anybody may bring the signature. See {@link attestBySignature}. */
  attestBySignature: Bound<typeof attestBySignature>;
  /** {@link attestBySignature}, waiting for the receipt. */
  attestBySignatureAndWait: Bound<typeof attestBySignatureAndWait>;
  /** Says that a recipe left out a parent, with a bond at stake that `fundPot` put aside (see `toBondId`); anybody but the licensor may. See {@link contestLineage}. */
  contestLineage: Bound<typeof contestLineage>;
  /** {@link contestLineage}, waiting for the receipt. */
  contestLineageAndWait: Bound<typeof contestLineageAndWait>;
  /** The id of a statement of an attester: what it signs. See {@link getAttestationId}. */
  getAttestationId: Bound<typeof getAttestationId>;
  /** Reads what was stated about a subject, out of the logs, oldest first; also what was revoked, which says so. Whom to believe is for the caller to decide, and texts are untrusted. See {@link getAttestations}. */
  getAttestations: Bound<typeof getAttestations>;
  /** Reads a contest of a recipe's lineage. See {@link getContest}. */
  getContest: Bound<typeof getContest>;
  /** The timelock that rules contests of a recipe; undefined: nobody does. See {@link getContestJudge}. */
  getContestJudge: Bound<typeof getContestJudge>;
  /** Reads what a studio asks of those who contest its recipes; the zero address: they choose token and bond. See {@link getContestTerms}. */
  getContestTerms: Bound<typeof getContestTerms>;
  /** The earliest commit of a content that was proved; undefined: none was. See {@link getEarliest}. */
  getEarliest: Bound<typeof getEarliest>;
  /** Reads which leaves of a lot were published, out of the logs. See {@link getPublishedLeaves}. */
  getPublishedLeaves: Bound<typeof getPublishedLeaves>;
  /** Whether an attester has taken back a statement. See {@link isAttestationRevoked}. */
  isAttestationRevoked: Bound<typeof isAttestationRevoked>;
  /** Ends a contest that was not ruled in time, and credits its bond to the claimant; anybody may. See {@link lapseContest}. */
  lapseContest: Bound<typeof lapseContest>;
  /** {@link lapseContest}, waiting for the receipt. */
  lapseContestAndWait: Bound<typeof lapseContestAndWait>;
  /** Shows what content an asset has: it becomes the earliest known commit of it, or is flagged as a copy of an earlier one. Anybody may. See {@link proveContent}. */
  proveContent: Bound<typeof proveContent>;
  /** {@link proveContent}, waiting for the receipt. */
  proveContentAndWait: Bound<typeof proveContentAndWait>;
  /** Puts hashes of consecutive leaves of a lot into the log, so that whoever has a file and its leaf can prove it; anybody may. See {@link publishLeaves}. */
  publishLeaves: Bound<typeof publishLeaves>;
  /** {@link publishLeaves}, waiting for the receipt. */
  publishLeavesAndWait: Bound<typeof publishLeavesAndWait>;
  /** Takes back a statement of the sender, once and for good. See {@link revokeAttestation}. */
  revokeAttestation: Bound<typeof revokeAttestation>;
  /** {@link revokeAttestation}, waiting for the receipt. */
  revokeAttestationAndWait: Bound<typeof revokeAttestationAndWait>;
  /** Takes back a statement of whoever signed that (`signAttestationRevocation`); anybody may bring the signature. See {@link revokeAttestationBySignature}. */
  revokeAttestationBySignature: Bound<typeof revokeAttestationBySignature>;
  /** {@link revokeAttestationBySignature}, waiting for the receipt. */
  revokeAttestationBySignatureAndWait: Bound<typeof revokeAttestationBySignatureAndWait>;
  /** Rules a contest and credits its bond; only the timelock of the studio that licenses the recipe may, before the deadline. See {@link ruleContest}. */
  ruleContest: Bound<typeof ruleContest>;
  /** {@link ruleContest}, waiting for the receipt. */
  ruleContestAndWait: Bound<typeof ruleContestAndWait>;
  /** Sets what a contest of the studio's recipes costs; only the timelock may. See {@link setContestTerms}. */
  setContestTerms: Bound<typeof setContestTerms>;
  /** {@link setContestTerms}, waiting for the receipt. */
  setContestTermsAndWait: Bound<typeof setContestTermsAndWait>;
  /** Signs a statement: anybody may bring it to the chain by `attestBySignature`, until its deadline. See {@link signAttestation}. */
  signAttestation: Bound<typeof signAttestation>;
  /** Signs that a statement is taken back: anybody may bring it to the chain by `revokeAttestationBySignature`, at any time. See {@link signAttestationRevocation}. */
  signAttestationRevocation: Bound<typeof signAttestationRevocation>;
  /** Puts a corrected lot in the place of another one, for good: nothing of that is sold or minted any more. Only the recipe's licensor may. See {@link supersedeLot}. */
  supersedeLot: Bound<typeof supersedeLot>;
  /** {@link supersedeLot}, waiting for the receipt. */
  supersedeLotAndWait: Bound<typeof supersedeLotAndWait>;
  /** Names another manifest for a lot, such as one whose links work; only the recipe's licensor or its studio's registrar may. See {@link supersedeManifest}. */
  supersedeManifest: Bound<typeof supersedeManifest>;
  /** {@link supersedeManifest}, waiting for the receipt. */
  supersedeManifestAndWait: Bound<typeof supersedeManifestAndWait>;
  /** Verifies one disclosed field of a recipe, such as the model or one step of the prompt, against what the recipe committed to on chain; the other fields stay hidden. See {@link verifyDisclosure}. */
  verifyDisclosure: Bound<typeof verifyDisclosure>;
  /** Credits the sender with what it put aside for contests and did not stake; it is withdrawn like any royalty. See {@link withdrawContestBond}. */
  withdrawContestBond: Bound<typeof withdrawContestBond>;
  /** {@link withdrawContestBond}, waiting for the receipt. */
  withdrawContestBondAndWait: Bound<typeof withdrawContestBondAndWait>;
};

const PROVENANCE_ACTIONS = {
  attest,
  attestBySignature,
  contestLineage,
  getAttestationId,
  getAttestations,
  getContest,
  getContestJudge,
  getContestTerms,
  getEarliest,
  getPublishedLeaves,
  isAttestationRevoked,
  lapseContest,
  proveContent,
  publishLeaves,
  revokeAttestation,
  revokeAttestationBySignature,
  ruleContest,
  setContestTerms,
  signAttestation,
  signAttestationRevocation,
  supersedeLot,
  supersedeManifest,
  verifyDisclosure,
  withdrawContestBond,
} as const satisfies Record<Unwaiting<keyof ProvenanceActions>, unknown>;

/**
 * Attestations and provenance for `client.extend`; apart from `studioActions`, which not every page needs more of.
 *
 * @example
 * ```ts
 * const client = createWalletClient({ account, chain, transport: http() })
 *   .extend(publicActions)
 *   .extend(provenanceActions({ addresses }));
 * const earliest = await client.getEarliest({ contentHash });
 * ```
 */
export function provenanceActions(parameters: KnownContracts): (client: ActionClient) => ProvenanceActions {
  return bindAll(PROVENANCE_ACTIONS, parameters) as (client: ActionClient) => ProvenanceActions;
}
