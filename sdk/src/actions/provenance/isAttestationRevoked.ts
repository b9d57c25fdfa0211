import type { Address, Hex } from "viem";
import { attestationsIsRevoked } from "../../abi/items/attestations.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace isAttestationRevoked {
  type Args = { attester: Address; uid: Hex };
  type Parameters = On<"attestations"> & Args & ReadOptions;
  type ReturnType = boolean;
  type ErrorType = ReadErrorType;
}

/**
 * Whether an attester has taken back a statement.
 *
 * @example
 * ```ts
 * const isRevoked = await client.isAttestationRevoked({ attester: auditor, uid });
 * ```
 */
export const isAttestationRevoked: ReadAction<
  "attestations",
  isAttestationRevoked.Args,
  typeof attestationsIsRevoked,
  isAttestationRevoked.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "attestations",
    item: attestationsIsRevoked,
    toInputs: ({ attester, uid }: isAttestationRevoked.Args) => [attester, uid],
    fromOutput: (revoked): isAttestationRevoked.ReturnType => revoked,
  }),
);
