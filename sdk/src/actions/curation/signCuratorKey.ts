import type { Address, Hex } from "viem";
import { parseAccount } from "viem/accounts";
import { curatorKeyTypedData } from "../../curation/curatorKey.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { SignErrorType } from "../internal/errorTypes.ts";
import { signTypedData } from "../internal/signTypedData.ts";

export declare namespace signCuratorKey {
  type Args = {
    /** The member that the key will judge for. */
    curator: Address;
  };
  /** `account` is the ballot key. */
  type Parameters = On<"curation"> & Args & SignOptions;
  type ReturnType = { key: Address; keySignature: Hex };
  type ErrorType = SignErrorType;
}

/**
 * Signs, with a ballot key, that it serves a member: what `registerCurator` takes.
 *
 * @example
 * ```ts
 * const consent = await client.signCuratorKey({ curator: member, account: ballotKey });
 * ```
 */
export async function signCuratorKey(
  client: ActionClient,
  parameters: signCuratorKey.Parameters,
): Promise<signCuratorKey.ReturnType> {
  const account = parseAccount(signerOf(client, parameters));
  const chainId = await chainIdOf(client);
  const curation = addressIn("curation", parameters);
  const key = account.address;
  const typedData = curatorKeyTypedData({ chainId, curation, account: parameters.curator, key });
  return { key, keySignature: await signTypedData(client, { ...typedData, account }) };
}
