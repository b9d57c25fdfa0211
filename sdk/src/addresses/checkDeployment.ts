import { type Client, getAddress, keccak256 } from "viem";
import { getChainId, getCode } from "viem/actions";
import { explained } from "../actions/internal/failure.ts";
import { CodeMissingError, StaleAddressError, WrongChainError } from "../errors/client.ts";
import type { Deployment } from "./deployment.ts";

/**
 * Whether a client's node has the contracts of a deployment file: its chain id is the client's, each contract exists,
 * and its code is the one that was deployed. Throws `WrongChainError`, `CodeMissingError` or `StaleAddressError`.
 *
 * @example
 * ```ts
 * await checkDeployment(client, { deployment });
 * const studio = client.extend(studioActions({ addresses: addressesOf(deployment) }));
 * ```
 */
export async function checkDeployment(client: Client, { deployment }: { deployment: Deployment }): Promise<void> {
  const found = await explained(() => getChainId(client));
  const expected = client.chain?.id ?? found;
  if (found !== expected) throw new WrongChainError(found, expected);
  const checks = Object.entries(deployment).map(async ([contract, { address: text, bytecodeHash }]) => {
    const address = getAddress(text);
    const code = await explained(() => getCode(client, { address }));
    if (code === undefined) throw new CodeMissingError(address);
    const hash = keccak256(code);
    if (bytecodeHash !== undefined && bytecodeHash !== hash) {
      throw new StaleAddressError(contract, address, hash, bytecodeHash);
    }
  });
  await Promise.all(checks);
}
