import { studioActions } from "@imprimatur/sdk";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { buildLot, type LotItem } from "@imprimatur/sdk/lot";
import { cidOf, type ContentStore } from "@imprimatur/sdk/storage";
import {
  createTestClient,
  createWalletClient,
  type Hex,
  http,
  keccak256,
  numberToHex,
  publicActions,
  sha256,
} from "viem";
import { hardhat } from "viem/chains";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";

/** Somebody with a recipe of its own who commits independent lots. */
export type Publisher = Awaited<ReturnType<typeof openPublisher>>;

/** Registers the recipe. */
export async function openPublisher(stack: Stack) {
  const account = localAccount(3);
  const addresses = addressesOf(stack.deployment.contracts);
  const transport = http(stack.rpcUrl);
  const client = createWalletClient({ account, chain: hardhat, transport, pollingInterval: 20, cacheTime: 0 })
    .extend(publicActions)
    .extend(studioActions({ addresses }));
  const commitment = keccak256("0x01");
  const { recipeId } = await client.registerRecipeAndWait({
    licensor: account.address,
    kind: "work",
    commitment,
    split: [{ account: account.address, weight: 1_000_000, roles: ["artist"] }],
  });
  const chain = createTestClient({ mode: "hardhat", chain: hardhat, transport });
  const store = storeOf(stack);
  const identity = { chainId: hardhat.id, assetRegistry: addresses.assetRegistry, producer: account.address };
  return {
    client,
    chain,
    recipeId,
    store,
    build: (nonce: bigint, count: number) =>
      buildLot({ ...identity, nonce, recipeId, recipeCommitment: commitment, store, items: itemsOf(nonce, count) }),
  };
}

/** The stack's content store as the SDK sees one. */
function storeOf({ contentStore }: Stack): ContentStore {
  return {
    put: (digest, bytes) => {
      contentStore.putBlock(cidOf(digest), bytes);
      return Promise.resolve();
    },
    get: (digest) => Promise.reject(new Error(`nobody reads ${digest} here`)),
  };
}

/** Assets that exist in name alone. */
export function itemsOf(nonce: bigint, count: number): LotItem[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `${i}.txt`,
    mediaType: "text/plain",
    bytes: 7,
    contentHash: sha256(numberToHex((nonce << 32n) | BigInt(i), { size: 32 })) satisfies Hex,
  }));
}
