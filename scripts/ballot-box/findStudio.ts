import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { getStudio } from "@imprimatur/sdk/actions";
import { addressesOf, type Deployment } from "@imprimatur/sdk/addresses";
import type { Address, Client } from "viem";
import { getChainId } from "viem/actions";

/** Where a studio's lots are judged. */
export interface StudioPlace {
  chainId: number;
  studio: Address;
  curation: Address;
  assetRegistry: Address;
  /** Before the first event of the studio. */
  fromBlock: bigint;
}

/** Finds a studio's gate; `deployment` names the file with the protocol's addresses, that of the chain by default. */
export async function findStudio(
  client: Client,
  { studio, deployment }: { studio: Address; deployment: string | undefined },
): Promise<StudioPlace> {
  const chainId = await getChainId(client);
  const usual = fileURLToPath(new URL(`../../deployments/${chainId}.json`, import.meta.url));
  const contracts = JSON.parse(await readFile(deployment ?? usual, "utf8")) as Deployment;
  const { curation } = await getStudio(client, { studio });
  const { assetRegistry } = addressesOf(contracts);
  const fromBlock = BigInt(contracts["StudioFactory"]?.block ?? 0);
  return { chainId, studio, curation, assetRegistry, fromBlock };
}
