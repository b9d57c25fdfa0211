import { equal } from "node:assert/strict";
import { join } from "node:path";
import { cidOf, type ContentStore } from "@imprimatur/sdk/storage";
import { hashFiles, listFiles } from "@imprimatur/sdk/node";
import { buildLot, type BuiltLot, type LotItem } from "@imprimatur/sdk/lot";
import { withProgress } from "../console/progress.ts";
import type { RegisteredRecipe, Scene, StudioClones } from "./scene.ts";

/** A committed lot and the folder its files are in. */
export interface CommittedLot {
  lot: BuiltLot;
  directory: string;
}

/** A folder that becomes a lot. */
export interface Folder {
  title: string;
  directory: string;
  nonce: bigint;
  /** Its files in index order, where more is known of them than their bytes. */
  items?: readonly LotItem[];
}

/** Hashes a folder into a lot, publishes its manifest and commits its root. */
export function commitFolder(
  scene: Scene,
  studio: StudioClones,
  recipe: RegisteredRecipe,
  folder: Folder,
): Promise<CommittedLot> {
  const { cast, clock, stack, teller } = scene;
  return teller.step(folder.title, async () => {
    const registrar = cast.inStudio("registrar", studio);
    const files = listFiles(folder.directory);
    const createdAt = await clock.now();
    const lot = await withProgress("hashing", files.length, (advance) =>
      buildLot({
        ...lotOf(scene, recipe, folder.nonce),
        createdAt,
        items: folder.items ?? hashFiles(folder.directory, files),
        store: publishingStore(scene),
        onProgress: advance,
      }),
    );
    for (const row of lot.rows) stack.contentStore.putFile(row.cid, join(folder.directory, row.name));
    const committed = await registrar.commitLotAndWait({ ...lot.input, gate: studio.curation });
    equal(committed.lotId, lot.lotId, "the lot's id is not the one its files were hashed with");
    equal(committed.root, lot.root);
    const gas = committed.receipt.gasUsed;
    return { value: { lot, directory: folder.directory }, shown: `${lot.count} files, one root, ${gas} gas` };
  });
}

/** What makes a lot's id, before there is a lot. */
export function lotOf({ cast, stack }: Scene, { recipeId, commitment }: RegisteredRecipe, nonce: bigint) {
  return {
    chainId: cast.as("registrar").chain.id,
    assetRegistry: stack.deployment.addressOf("AssetRegistry"),
    producer: cast.addressOf("registrar"),
    nonce,
    recipeId,
    recipeCommitment: commitment,
  };
}

/** Publishes manifests where graph-node and anybody else fetches them. */
export function publishingStore({ stack }: Scene): ContentStore {
  return {
    put: (digest, bytes) => {
      stack.contentStore.putBlock(cidOf(digest), bytes);
      return Promise.resolve();
    },
    get: async (digest) => {
      const response = await fetch(`${stack.contentStore.url}/ipfs/${cidOf(digest)}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
