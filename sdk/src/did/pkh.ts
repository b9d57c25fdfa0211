import type { DIDResolver } from "did-resolver";
import { isAddress } from "viem";
import { documentOf, resolved, unresolved } from "./documents.ts";

const ACCOUNT = /^eip155:[1-9]\d{0,31}:(0x[0-9a-fA-F]{40})$/;

/** `did:pkh:eip155:<chain>:<address>`: the DID of an account, whose document is itself. */
export const resolvePkh: DIDResolver = (did, { id }) => {
  const [account, address = ""] = ACCOUNT.exec(id) ?? [];
  // With capitals the address carries a check sum of its own.
  if (account === undefined || !isAddress(address)) {
    return Promise.resolve(unresolved("invalidDid", "Only accounts of EVM chains are known."));
  }
  const type = "EcdsaSecp256k1RecoveryMethod2020";
  const method = { id: `${did}#blockchainAccountId`, type, controller: did, blockchainAccountId: account };
  return Promise.resolve(resolved(documentOf(did, method)));
};
