import { type Address, zeroAddress } from "viem";
import { curationAuditToken } from "../../abi/items/curation.ts";
import { AuditTokenUnsetError } from "../../errors/curation.ts";
import { readMany } from "./readMany.ts";
import type { ActionClient } from "./types.ts";

/** What a studio's deposits, bonds and fees are in; throws {@link AuditTokenUnsetError} where it has set none. */
export async function auditTokenOf(client: ActionClient, curation: Address): Promise<Address> {
  const [token] = await readMany(client, [
    { address: curation, abi: [curationAuditToken], functionName: "auditToken" },
  ]);
  if (token === zeroAddress) throw new AuditTokenUnsetError(curation);
  return token;
}
