import { type Address, parseAbi, type TypedDataDomain } from "viem";
import { TokenDomainUnknownError } from "../../errors/licensing.ts";
import { contractDomain } from "./contractDomain.ts";
import { readMany } from "./readMany.ts";
import { chainIdOf } from "./signer.ts";
import type { ActionClient } from "./types.ts";

const abi = /* @__PURE__ */ parseAbi([
  "function name() view returns (string)",
  "function version() view returns (string)",
]);

/** What a token's signatures are bound to: as ERC-5267 tells it, else by name and version, as Circle's tokens do. */
export async function tokenDomain(client: ActionClient, token: Address): Promise<TypedDataDomain> {
  const told = await contractDomain(client, token).catch(() => undefined);
  if (told !== undefined) return told;
  try {
    const [name, version] = await readMany(client, [
      { address: token, abi, functionName: "name" },
      { address: token, abi, functionName: "version" },
    ]);
    return { name, version, chainId: await chainIdOf(client), verifyingContract: token };
  } catch (error) {
    throw new TokenDomainUnknownError(token, error);
  }
}
