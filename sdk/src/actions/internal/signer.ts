import type { Account, Address } from "viem";
import { getChainId } from "viem/actions";
import { AccountMissingError } from "../../errors/action.ts";
import type { ActionClient } from "./types.ts";

/** Who signs; the client's account by default. */
export type SignOptions = { account?: Account | Address };

/** The account that signs. */
export function signerOf(
  client: ActionClient,
  { account = client.account }: { account?: Account | Address | undefined },
): Account | Address {
  if (account === undefined) throw new AccountMissingError();
  return account;
}

/** The chain that signatures are bound to: the client's, or what its node says. */
export async function chainIdOf(client: ActionClient): Promise<number> {
  return client.chain?.id ?? getChainId(client);
}
