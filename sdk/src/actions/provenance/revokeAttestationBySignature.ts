import type { Address, Hash, Hex } from "viem";
import { attestationsRevokeBySignature, attestationsAttestationRevokedEvent } from "../../abi/items/attestations.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace revokeAttestationBySignature {
  type Args = { uid: Hex; attester: Address; signature: Hex };
  type Parameters = On<"attestations"> & Args & SendOptions;
  type Result = { uid: Hex; attester: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Takes back a statement of whoever signed that (`signAttestationRevocation`); anybody may bring the signature.
 *
 * @example
 * ```ts
 * await relayer.revokeAttestationBySignatureAndWait({ uid, attester: auditor, signature });
 * ```
 */
export const revokeAttestationBySignature: WriteAction<
  "attestations",
  revokeAttestationBySignature.Args,
  typeof attestationsRevokeBySignature,
  revokeAttestationBySignature.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "attestations",
    item: attestationsRevokeBySignature,
    event: attestationsAttestationRevokedEvent,
  }),
);

/** {@link revokeAttestationBySignature}, waiting for the receipt. */
export const revokeAttestationBySignatureAndWait: WaitingAction<
  "attestations",
  revokeAttestationBySignature.Args,
  revokeAttestationBySignature.Result
> = /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(revokeAttestationBySignature));
