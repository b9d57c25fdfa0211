import { equal } from "node:assert/strict";
import { join } from "node:path";
import { cidOf, type ContentStore } from "@imprimatur/sdk/storage";
import { buildLotFromFiles, listFiles } from "@imprimatur/sdk/node";
import type { BuiltLot } from "@imprimatur/sdk/lot";
import { withProgress } from "../console/progress.ts";
import type { RegisteredRecipe, Scene, StudioClones } from "./scene.ts";

/** A committed lot and the folder its files are in. */
export interface CommittedLot {
  lot: BuiltLot;
  directory: string;
}

/** Hashes a folder into a lot, publishes its manifest and commits its root. */
export function commitFolder(
  scene: Scene,
  studio: StudioClones,
  recipe: RegisteredRecipe,
  folder: { title: string; directory: string; nonce: bigint },
): Promise<CommittedLot> {
  const { cast, clock, stack, teller } = scene;
  return teller.step(folder.title, async () => {
    const registrar = cast.inStudio("registrar", studio);
    const files = listFiles(folder.directory);
    const createdAt = await clock.now();
    const lot = await withProgress("hashing", files.length, (advance) =>
      buildLotFromFiles({
        chainId: registrar.chain.id,
        assetRegistry: stack.deployment.addressOf("AssetRegistry"),
        producer: cast.addressOf("registrar"),
        nonce: folder.nonce,
        recipeId: recipe.recipeId,
        recipeCommitment: recipe.commitment,
        createdAt,
        directory: folder.directory,
        files,
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

/** Publishes manifests where graph-node and anybody else fetches them. */
function publishingStore({ stack }: Scene): ContentStore {
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
