import { studioActions, type StudioAddresses } from "@imprimatur/sdk";
import type { Addresses } from "@imprimatur/sdk/addresses";
import { mandateActions } from "@imprimatur/sdk/mandates";
import { provenanceActions } from "@imprimatur/sdk/provenance";
import { createWalletClient, http, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

/** The client of examples: it reads, signs and sends, and knows a studio. */
export function exampleClient(addresses: Addresses, studio: StudioAddresses, phrase: string) {
  return createWalletClient({ account: mnemonicToAccount(phrase), chain: hardhat, transport: http() })
    .extend(publicActions)
    .extend(studioActions({ addresses, studio }))
    .extend(mandateActions({ addresses, studio }))
    .extend(provenanceActions({ addresses, studio }));
}

export type ExampleClient = ReturnType<typeof exampleClient>;
