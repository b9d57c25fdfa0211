import type { Address, Hex } from "viem";
import { attestationsUidOf } from "../../abi/items/attestations.ts";
import { type AttestationArgs, toAttestationInput } from "../../provenance/attestation.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getAttestationId {
  type Args = AttestationArgs & { attester: Address };
  type Parameters = On<"attestations"> & Args & ReadOptions;
  type ReturnType = Hex;
  type ErrorType = ReadErrorType;
}

/**
 * The id of a statement of an attester: what it signs.
 *
 * @example
 * ```ts
 * const uid = await client.getAttestationId({ ...statement, attester: auditor });
 * ```
 */
export const getAttestationId: ReadAction<
  "attestations",
  getAttestationId.Args,
  typeof attestationsUidOf,
  getAttestationId.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "attestations",
    item: attestationsUidOf,
    toInputs: ({ attester, ...args }: getAttestationId.Args) => [toAttestationInput(args), attester],
    fromOutput: (uid): getAttestationId.ReturnType => uid,
  }),
);
