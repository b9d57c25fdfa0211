import type { Address, Hash, Hex } from "viem";
import { attestationsRevoke, attestationsAttestationRevokedEvent } from "../../abi/items/attestations.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace revokeAttestation {
  type Args = { uid: Hex };
  type Parameters = On<"attestations"> & Args & SendOptions;
  type Result = { uid: Hex; attester: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Takes back a statement of the sender, once and for good.
 *
 * @example
 * ```ts
 * await client.revokeAttestationAndWait({ uid });
 * ```
 */
export const revokeAttestation: WriteAction<
  "attestations",
  revokeAttestation.Args,
  typeof attestationsRevoke,
  revokeAttestation.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "attestations",
    item: attestationsRevoke,
    event: attestationsAttestationRevokedEvent,
  }),
);

/** {@link revokeAttestation}, waiting for the receipt. */
export const revokeAttestationAndWait: WaitingAction<"attestations", revokeAttestation.Args, revokeAttestation.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(revokeAttestation));
