import type { Hex } from "viem";
import { parseAccount } from "viem/accounts";
import { readContract } from "viem/actions";
import { studioGovernorNoncesAddressUint192 } from "../../abi/items/studioGovernor.ts";
import { ordinalOf } from "../../types/codec.ts";
import { type Support, SUPPORTS } from "../../types/enums.ts";
import { contractDomain } from "../internal/contractDomain.ts";
import { explained } from "../internal/failure.ts";
import { type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { ReadErrorType, SignErrorType } from "../internal/errorTypes.ts";
import { signTypedData } from "../internal/signTypedData.ts";

/** OpenZeppelin's type of a signed vote. */
const BALLOT_TYPES = {
  Ballot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;

export declare namespace signVote {
  type Args = { proposalId: bigint; support: Support };
  type Parameters = On<"governor"> & Args & SignOptions;
  type ReturnType = Hex;
  type ErrorType = SignErrorType | ReadErrorType;
}

/**
 * Signs a vote that somebody else submits with `voteBySig`.
 *
 * @example
 * ```ts
 * const signature = await client.signVote({ proposalId, support: "for" });
 * ```
 */
export async function signVote(client: ActionClient, parameters: signVote.Parameters): Promise<Hex> {
  const { proposalId, support } = parameters;
  const address = addressIn("governor", parameters);
  const account = signerOf(client, parameters);
  const voter = parseAccount(account).address;
  const nonces = {
    address,
    abi: [studioGovernorNoncesAddressUint192],
    functionName: "nonces",
    // Each proposal counts for itself, so signed votes on several never wait for each other.
    args: [voter, BigInt.asUintN(192, proposalId)],
  } as const;
  const [domain, nonce] = await explained(() =>
    Promise.all([contractDomain(client, address), readContract(client, nonces)]),
  );
  const message = { proposalId, support: ordinalOf(SUPPORTS, support), voter, nonce };
  return signTypedData(client, { domain, types: BALLOT_TYPES, primaryType: "Ballot", message, account });
}
