"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getAttestationId } from "../../actions/provenance/getAttestationId.ts";
import type { getAttestations } from "../../actions/provenance/getAttestations.ts";
import type { getContest } from "../../actions/provenance/getContest.ts";
import type { getContestJudge } from "../../actions/provenance/getContestJudge.ts";
import type { getContestTerms } from "../../actions/provenance/getContestTerms.ts";
import type { getEarliest } from "../../actions/provenance/getEarliest.ts";
import type { getPublishedLeaves } from "../../actions/provenance/getPublishedLeaves.ts";
import type { isAttestationRevoked } from "../../actions/provenance/isAttestationRevoked.ts";
import type { verifyDisclosure } from "../../actions/provenance/verifyDisclosure.ts";
import { attest, attestAndWait } from "../../actions/provenance/attest.ts";
import { attestBySignature, attestBySignatureAndWait } from "../../actions/provenance/attestBySignature.ts";
import { contestLineage, contestLineageAndWait } from "../../actions/provenance/contestLineage.ts";
import { lapseContest, lapseContestAndWait } from "../../actions/provenance/lapseContest.ts";
import { proveContent, proveContentAndWait } from "../../actions/provenance/proveContent.ts";
import { publishLeaves, publishLeavesAndWait } from "../../actions/provenance/publishLeaves.ts";
import { revokeAttestation, revokeAttestationAndWait } from "../../actions/provenance/revokeAttestation.ts";
import {
  revokeAttestationBySignature,
  revokeAttestationBySignatureAndWait,
} from "../../actions/provenance/revokeAttestationBySignature.ts";
import { ruleContest, ruleContestAndWait } from "../../actions/provenance/ruleContest.ts";
import { setContestTerms, setContestTermsAndWait } from "../../actions/provenance/setContestTerms.ts";
import { signAttestation } from "../../actions/provenance/signAttestation.ts";
import { signAttestationRevocation } from "../../actions/provenance/signAttestationRevocation.ts";
import { supersedeLot, supersedeLotAndWait } from "../../actions/provenance/supersedeLot.ts";
import { supersedeManifest, supersedeManifestAndWait } from "../../actions/provenance/supersedeManifest.ts";
import { withdrawContestBond, withdrawContestBondAndWait } from "../../actions/provenance/withdrawContestBond.ts";
import {
  getAttestationIdQueryOptions,
  getAttestationsQueryOptions,
  getContestQueryOptions,
  getContestJudgeQueryOptions,
  getContestTermsQueryOptions,
  getEarliestQueryOptions,
  getPublishedLeavesQueryOptions,
  isAttestationRevokedQueryOptions,
  verifyDisclosureQueryOptions,
} from "../../query/generated/provenance.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type WriteHook, defineWriteHook } from "../writeHook.ts";

/**
 * States something about an account, recipe, lot, asset or offer; it counts for as much as its attester does. {@link
 * attest} as a mutation.
 */
export const useAttest: WriteHook<typeof attest, attest.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "provenance",
  "attest",
  attest,
);

/** {@link useAttest}, waiting for the receipt; what it changes is asked anew. */
export const useAttestAndWait: WriteHook<typeof attestAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "provenance",
  "attestAndWait",
  attestAndWait,
);

/**
 * States something as whoever signed it (`signAttestation`); anybody may bring the signature. {@link
 * attestBySignature} as a mutation.
 */
export const useAttestBySignature: WriteHook<typeof attestBySignature, attestBySignature.ErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "attestBySignature", attestBySignature);

/** {@link useAttestBySignature}, waiting for the receipt; what it changes is asked anew. */
export const useAttestBySignatureAndWait: WriteHook<typeof attestBySignatureAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "attestBySignatureAndWait", attestBySignatureAndWait);

/**
 * Says that a recipe left out a parent, with a bond at stake that `fundPot` put aside (see `toBondId`); anybody but
 * the licensor may. {@link contestLineage} as a mutation.
 */
export const useContestLineage: WriteHook<typeof contestLineage, contestLineage.ErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "contestLineage", contestLineage);

/** {@link useContestLineage}, waiting for the receipt; what it changes is asked anew. */
export const useContestLineageAndWait: WriteHook<typeof contestLineageAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "contestLineageAndWait", contestLineageAndWait);

/** The id of a statement of an attester: what it signs. {@link getAttestationId} as a query. */
export const useGetAttestationId: ReadHook<typeof getAttestationId, getAttestationId.ErrorType> =
  /* @__PURE__ */ defineReadHook(getAttestationIdQueryOptions);

/** {@link useGetAttestationId}, for which the component waits. */
export const useSuspenseGetAttestationId: SuspenseReadHook<typeof getAttestationId, getAttestationId.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getAttestationIdQueryOptions);

/**
 * Reads what was stated about a subject, out of the logs, oldest first; also what was revoked, which says so. Whom to
 * believe is for the caller to decide, and texts are untrusted: a DID is its attester's only where it was `verified`.
 * {@link getAttestations} as a query.
 */
export const useGetAttestations: ReadHook<typeof getAttestations, getAttestations.ErrorType> =
  /* @__PURE__ */ defineReadHook(getAttestationsQueryOptions);

/** {@link useGetAttestations}, for which the component waits. */
export const useSuspenseGetAttestations: SuspenseReadHook<typeof getAttestations, getAttestations.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getAttestationsQueryOptions);

/** Reads a contest of a recipe's lineage. {@link getContest} as a query. */
export const useGetContest: ReadHook<typeof getContest, getContest.ErrorType> =
  /* @__PURE__ */ defineReadHook(getContestQueryOptions);

/** {@link useGetContest}, for which the component waits. */
export const useSuspenseGetContest: SuspenseReadHook<typeof getContest, getContest.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getContestQueryOptions);

/** The timelock that rules contests of a recipe; undefined: nobody does. {@link getContestJudge} as a query. */
export const useGetContestJudge: ReadHook<typeof getContestJudge, getContestJudge.ErrorType> =
  /* @__PURE__ */ defineReadHook(getContestJudgeQueryOptions);

/** {@link useGetContestJudge}, for which the component waits. */
export const useSuspenseGetContestJudge: SuspenseReadHook<typeof getContestJudge, getContestJudge.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getContestJudgeQueryOptions);

/**
 * Reads what a studio asks of those who contest its recipes; the zero address: they choose token and bond. {@link
 * getContestTerms} as a query.
 */
export const useGetContestTerms: ReadHook<typeof getContestTerms, getContestTerms.ErrorType> =
  /* @__PURE__ */ defineReadHook(getContestTermsQueryOptions);

/** {@link useGetContestTerms}, for which the component waits. */
export const useSuspenseGetContestTerms: SuspenseReadHook<typeof getContestTerms, getContestTerms.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getContestTermsQueryOptions);

/** The earliest commit of a content that was proved; undefined: none was. {@link getEarliest} as a query. */
export const useGetEarliest: ReadHook<typeof getEarliest, getEarliest.ErrorType> =
  /* @__PURE__ */ defineReadHook(getEarliestQueryOptions);

/** {@link useGetEarliest}, for which the component waits. */
export const useSuspenseGetEarliest: SuspenseReadHook<typeof getEarliest, getEarliest.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getEarliestQueryOptions);

/** Reads which leaves of a lot were published, out of the logs. {@link getPublishedLeaves} as a query. */
export const useGetPublishedLeaves: ReadHook<typeof getPublishedLeaves, getPublishedLeaves.ErrorType> =
  /* @__PURE__ */ defineReadHook(getPublishedLeavesQueryOptions);

/** {@link useGetPublishedLeaves}, for which the component waits. */
export const useSuspenseGetPublishedLeaves: SuspenseReadHook<typeof getPublishedLeaves, getPublishedLeaves.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getPublishedLeavesQueryOptions);

/** Whether an attester has taken back a statement. {@link isAttestationRevoked} as a query. */
export const useIsAttestationRevoked: ReadHook<typeof isAttestationRevoked, isAttestationRevoked.ErrorType> =
  /* @__PURE__ */ defineReadHook(isAttestationRevokedQueryOptions);

/** {@link useIsAttestationRevoked}, for which the component waits. */
export const useSuspenseIsAttestationRevoked: SuspenseReadHook<
  typeof isAttestationRevoked,
  isAttestationRevoked.ErrorType
> = /* @__PURE__ */ defineSuspenseReadHook(isAttestationRevokedQueryOptions);

/**
 * Ends a contest that was not ruled in time, and credits its bond to the claimant; anybody may. {@link lapseContest}
 * as a mutation.
 */
export const useLapseContest: WriteHook<typeof lapseContest, lapseContest.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "provenance",
  "lapseContest",
  lapseContest,
);

/** {@link useLapseContest}, waiting for the receipt; what it changes is asked anew. */
export const useLapseContestAndWait: WriteHook<typeof lapseContestAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "lapseContestAndWait", lapseContestAndWait);

/**
 * Shows what content an asset has: it becomes the earliest known commit of it, or is flagged as a copy of an earlier
 * one. Anybody may. {@link proveContent} as a mutation.
 */
export const useProveContent: WriteHook<typeof proveContent, proveContent.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "provenance",
  "proveContent",
  proveContent,
);

/** {@link useProveContent}, waiting for the receipt; what it changes is asked anew. */
export const useProveContentAndWait: WriteHook<typeof proveContentAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "proveContentAndWait", proveContentAndWait);

/**
 * Puts hashes of consecutive leaves of a lot into the log, so that whoever has a file and its leaf can prove it;
 * anybody may. {@link publishLeaves} as a mutation.
 */
export const usePublishLeaves: WriteHook<typeof publishLeaves, publishLeaves.ErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "publishLeaves", publishLeaves);

/** {@link usePublishLeaves}, waiting for the receipt; what it changes is asked anew. */
export const usePublishLeavesAndWait: WriteHook<typeof publishLeavesAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "publishLeavesAndWait", publishLeavesAndWait);

/** Takes back a statement of the sender, once and for good. {@link revokeAttestation} as a mutation. */
export const useRevokeAttestation: WriteHook<typeof revokeAttestation, revokeAttestation.ErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "revokeAttestation", revokeAttestation);

/** {@link useRevokeAttestation}, waiting for the receipt; what it changes is asked anew. */
export const useRevokeAttestationAndWait: WriteHook<typeof revokeAttestationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "revokeAttestationAndWait", revokeAttestationAndWait);

/**
 * Takes back a statement of whoever signed that (`signAttestationRevocation`); anybody may bring the signature.
 * {@link revokeAttestationBySignature} as a mutation.
 */
export const useRevokeAttestationBySignature: WriteHook<
  typeof revokeAttestationBySignature,
  revokeAttestationBySignature.ErrorType
> = /* @__PURE__ */ defineWriteHook("provenance", "revokeAttestationBySignature", revokeAttestationBySignature);

/** {@link useRevokeAttestationBySignature}, waiting for the receipt; what it changes is asked anew. */
export const useRevokeAttestationBySignatureAndWait: WriteHook<
  typeof revokeAttestationBySignatureAndWait,
  WaitErrorType
> = /* @__PURE__ */ defineWriteHook(
  "provenance",
  "revokeAttestationBySignatureAndWait",
  revokeAttestationBySignatureAndWait,
);

/**
 * Rules a contest and credits its bond; only the timelock of the studio that licenses the recipe may, before the
 * deadline. {@link ruleContest} as a mutation.
 */
export const useRuleContest: WriteHook<typeof ruleContest, ruleContest.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "provenance",
  "ruleContest",
  ruleContest,
);

/** {@link useRuleContest}, waiting for the receipt; what it changes is asked anew. */
export const useRuleContestAndWait: WriteHook<typeof ruleContestAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "ruleContestAndWait", ruleContestAndWait);

/** Sets what a contest of the studio's recipes costs; only the timelock may. {@link setContestTerms} as a mutation. */
export const useSetContestTerms: WriteHook<typeof setContestTerms, setContestTerms.ErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "setContestTerms", setContestTerms);

/** {@link useSetContestTerms}, waiting for the receipt; what it changes is asked anew. */
export const useSetContestTermsAndWait: WriteHook<typeof setContestTermsAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "setContestTermsAndWait", setContestTermsAndWait);

/**
 * Signs a statement: anybody may bring it to the chain by `attestBySignature`, until its deadline. {@link
 * signAttestation} as a mutation.
 */
export const useSignAttestation: WriteHook<typeof signAttestation, signAttestation.ErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "signAttestation", signAttestation);

/**
 * Signs that a statement is taken back: anybody may bring it to the chain by `revokeAttestationBySignature`, at any
 * time. {@link signAttestationRevocation} as a mutation.
 */
export const useSignAttestationRevocation: WriteHook<
  typeof signAttestationRevocation,
  signAttestationRevocation.ErrorType
> = /* @__PURE__ */ defineWriteHook("provenance", "signAttestationRevocation", signAttestationRevocation);

/**
 * Puts a corrected lot in the place of another one, for good: nothing of that is sold or minted any more. Only the
 * recipe's licensor may. {@link supersedeLot} as a mutation.
 */
export const useSupersedeLot: WriteHook<typeof supersedeLot, supersedeLot.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "provenance",
  "supersedeLot",
  supersedeLot,
);

/** {@link useSupersedeLot}, waiting for the receipt; what it changes is asked anew. */
export const useSupersedeLotAndWait: WriteHook<typeof supersedeLotAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "supersedeLotAndWait", supersedeLotAndWait);

/**
 * Names another manifest for a lot, such as one whose links work; only the recipe's licensor or its studio's
 * registrar may. {@link supersedeManifest} as a mutation.
 */
export const useSupersedeManifest: WriteHook<typeof supersedeManifest, supersedeManifest.ErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "supersedeManifest", supersedeManifest);

/** {@link useSupersedeManifest}, waiting for the receipt; what it changes is asked anew. */
export const useSupersedeManifestAndWait: WriteHook<typeof supersedeManifestAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "supersedeManifestAndWait", supersedeManifestAndWait);

/**
 * Verifies one disclosed field of a recipe, such as the model or one step of the prompt, against what the recipe
 * committed to on chain; the other fields stay hidden. {@link verifyDisclosure} as a query.
 */
export const useVerifyDisclosure: ReadHook<typeof verifyDisclosure, verifyDisclosure.ErrorType> =
  /* @__PURE__ */ defineReadHook(verifyDisclosureQueryOptions);

/** {@link useVerifyDisclosure}, for which the component waits. */
export const useSuspenseVerifyDisclosure: SuspenseReadHook<typeof verifyDisclosure, verifyDisclosure.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(verifyDisclosureQueryOptions);

/**
 * Credits the sender with what it put aside for contests and did not stake; it is withdrawn like any royalty. {@link
 * withdrawContestBond} as a mutation.
 */
export const useWithdrawContestBond: WriteHook<typeof withdrawContestBond, withdrawContestBond.ErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "withdrawContestBond", withdrawContestBond);

/** {@link useWithdrawContestBond}, waiting for the receipt; what it changes is asked anew. */
export const useWithdrawContestBondAndWait: WriteHook<typeof withdrawContestBondAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("provenance", "withdrawContestBondAndWait", withdrawContestBondAndWait);
