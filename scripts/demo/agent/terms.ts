import type { TrainingPermissions } from "@imprimatur/sdk/c2pa";
import { cidOf, type ContentStore, putBlock } from "@imprimatur/sdk/storage";
import { stringToBytes } from "viem";

/** What the house lets machines do with its pictures. */
export const PERMISSIONS: TrainingPermissions = { ai_training: "notAllowed", ai_generative_training: "notAllowed" };

const TEXT = "Read it, print it at home, and show it to children. Whatever else is sold, is sold on chain.\n";

/** Keeps the house's terms beside its files, and names them as certificates do. */
export async function keepTerms(store: ContentStore) {
  const textHash = await putBlock(store, stringToBytes(TEXT));
  return { uri: `ipfs://${cidOf(textHash)}`, textHash };
}
