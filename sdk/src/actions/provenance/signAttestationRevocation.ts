import type { Hex } from "viem";
import { parseAccount } from "viem/accounts";
import { ATTESTATION_TYPES, attestationsDomain } from "../../provenance/attestation.ts";
import type { SignErrorType } from "../internal/errorTypes.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { signTypedData } from "../internal/signTypedData.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

export declare namespace signAttestationRevocation {
  type Args = { uid: Hex };
  /** `account` is the attester. */
  type Parameters = On<"attestations"> & Args & SignOptions;
  type ReturnType = Hex;
  type ErrorType = SignErrorType;
}

/**
 * Signs that a statement is taken back: anybody may bring it to the chain by `revokeAttestationBySignature`, at any
 * time.
 *
 * @example
 * ```ts
 * const signature = await auditor.signAttestationRevocation({ uid });
 * ```
 */
export async function signAttestationRevocation(
  client: ActionClient,
  parameters: signAttestationRevocation.Parameters,
): Promise<Hex> {
  const signer = signerOf(client, parameters);
  const domain = attestationsDomain(await chainIdOf(client), addressIn("attestations", parameters));
  return signTypedData(client, {
    domain,
    types: { Revocation: ATTESTATION_TYPES.Revocation },
    primaryType: "Revocation",
    message: { attester: parseAccount(signer).address, uid: parameters.uid },
    account: signer,
  });
}
