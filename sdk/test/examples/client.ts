import { studioActions, type StudioAddresses } from "@imprimatur/sdk";
import type { Addresses } from "@imprimatur/sdk/addresses";
import { createWalletClient, http, publicActions } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { hardhat } from "viem/chains";

/** The client of examples: it reads, signs and sends, and knows a studio. */
export function exampleClient(addresses: Addresses, studio: StudioAddresses, phrase: string) {
  return createWalletClient({ account: mnemonicToAccount(phrase), chain: hardhat, transport: http() })
    .extend(publicActions)
    .extend(studioActions({ addresses, studio }));
}

export type ExampleClient = ReturnType<typeof exampleClient>;
