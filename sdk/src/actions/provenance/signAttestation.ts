import type { Hex } from "viem";
import { parseAccount } from "viem/accounts";
import {
  ATTESTATION_TYPES,
  type AttestationArgs,
  attestationsDomain,
  toAttestationInput,
} from "../../provenance/attestation.ts";
import type { SignErrorType } from "../internal/errorTypes.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { signTypedData } from "../internal/signTypedData.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

export declare namespace signAttestation {
  type Args = AttestationArgs;
  /** `account` is the attester. */
  type Parameters = On<"attestations"> & Args & SignOptions;
  type ReturnType = Hex;
  type ErrorType = SignErrorType;
}

/**
 * Signs a statement: anybody may bring it to the chain by `attestBySignature`, until its deadline.
 *
 * @example
 * ```ts
 * const signature = await auditor.signAttestation({ ...statement, deadline });
 * ```
 */
export async function signAttestation(client: ActionClient, parameters: signAttestation.Parameters): Promise<Hex> {
  const signer = signerOf(client, parameters);
  const domain = attestationsDomain(await chainIdOf(client), addressIn("attestations", parameters));
  return signTypedData(client, {
    domain,
    types: { Attestation: ATTESTATION_TYPES.Attestation },
    primaryType: "Attestation",
    message: { attester: parseAccount(signer).address, ...toAttestationInput(parameters) },
    account: signer,
  });
}
