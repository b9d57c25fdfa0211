import type { Address, Hash, Hex } from "viem";
import { attestationsAttest, attestationsAttestedEvent } from "../../abi/items/attestations.ts";
import { type AttestationArgs, fromAttestationInput, toAttestationInput } from "../../provenance/attestation.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace attest {
  type Args = AttestationArgs;
  type Parameters = On<"attestations"> & Args & SendOptions;
  type Result = { uid: Hex; attester: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * States something about an account, recipe, lot, asset or offer; it counts for as much as its attester does.
 *
 * @example
 * ```ts
 * const { uid } = await client.attestAndWait({
 *   kind: "humanOversight",
 *   subjectKind: "lot",
 *   subject: toSubject(lotId),
 *   outcome: "positive",
 *   text: "art director",
 * });
 * ```
 */
export const attest: WriteAction<"attestations", attest.Args, typeof attestationsAttest, attest.Result> =
  /* @__PURE__ */ withAgentErrors(
    /* @__PURE__ */ defineWrite({
      contract: "attestations",
      item: attestationsAttest,
      event: attestationsAttestedEvent,
      toInputs: (args: attest.Args) => [toAttestationInput(args)],
      fromInputs: ([input]) => fromAttestationInput(input),
      fromEvents: (events) => only(events, ({ uid, attester }): attest.Result => ({ uid, attester })),
    }),
  );

/** {@link attest}, waiting for the receipt. */
export const attestAndWait: WaitingAction<"attestations", attest.Args, attest.Result> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ andWait(attest),
);
