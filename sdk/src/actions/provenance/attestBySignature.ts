import type { Address, Hash, Hex } from "viem";
import { attestationsAttestBySignature, attestationsAttestedEvent } from "../../abi/items/attestations.ts";
import { type AttestationArgs, fromAttestationInput, toAttestationInput } from "../../provenance/attestation.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace attestBySignature {
  type Args = AttestationArgs & { attester: Address; signature: Hex };
  type Parameters = On<"attestations"> & Args & SendOptions;
  type Result = { uid: Hex; attester: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * States something as whoever signed it (`signAttestation`); anybody may bring the signature.
 *
 * @example
 * ```ts
 * await relayer.attestBySignatureAndWait({ ...statement, attester: auditor, signature });
 * ```
 */
export const attestBySignature: WriteAction<
  "attestations",
  attestBySignature.Args,
  typeof attestationsAttestBySignature,
  attestBySignature.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "attestations",
    item: attestationsAttestBySignature,
    event: attestationsAttestedEvent,
    toInputs: ({ attester, signature, ...args }: attestBySignature.Args) => [
      toAttestationInput(args),
      attester,
      signature,
    ],
    fromInputs: ([input, attester, signature]) => ({ ...fromAttestationInput(input), attester, signature }),
    fromEvents: (events) => only(events, ({ uid, attester }): attestBySignature.Result => ({ uid, attester })),
  }),
);

/** {@link attestBySignature}, waiting for the receipt. */
export const attestBySignatureAndWait: WaitingAction<"attestations", attestBySignature.Args, attestBySignature.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(attestBySignature));
