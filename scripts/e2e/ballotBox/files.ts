import { buildLot, type BuiltLot } from "@imprimatur/sdk/lot";
import { cidOf } from "@imprimatur/sdk/storage";
import { type Hex, sha256, stringToBytes } from "viem";
import type { BoxStudio } from "./boxStudio.ts";

/** A committed lot whose files are in the content store. */
export interface FileLot {
  lotId: bigint;
  /** `0x`: not drawn. */
  seed: Hex;
  lot: BuiltLot;
}

/** Admits a founder as producer, or takes the registrar; commits texts as files, and draws the seed. */
export async function commitFiles(
  studio: BoxStudio,
  options: {
    files: readonly (string | { name: string; text: string })[];
    nonce: bigint;
    producer?: number;
    draw?: boolean;
  },
): Promise<FileLot> {
  const { curation, recipe, registrar, stack, test } = studio;
  const committer = options.producer === undefined ? registrar : studio.founder(options.producer);
  const producer = committer.account.address;
  if (options.producer !== undefined) await registrar.admitProducerAndWait({ producer, quota: 1_000 });
  const contents = options.files.map((file, place) =>
    typeof file === "string" ? { name: `${String(place).padStart(3, "0")}.txt`, text: file } : file,
  );
  const lot = await buildLot({
    chainId: registrar.chain.id,
    assetRegistry: stack.deployment.addressOf("AssetRegistry"),
    producer,
    nonce: options.nonce,
    recipeId: recipe.recipeId,
    recipeCommitment: recipe.commitment,
    createdAt: 1n,
    items: contents.map(({ name, text }) => {
      const bytes = stringToBytes(text);
      stack.contentStore.putBlock(cidOf(sha256(bytes)), bytes);
      return { name, mediaType: "text/plain", bytes: bytes.length, contentHash: sha256(bytes) };
    }),
    store: {
      put: (digest, bytes) => {
        stack.contentStore.putBlock(cidOf(digest), bytes);
        return Promise.resolve();
      },
      get: () => Promise.reject(new Error("nothing is read here")),
    },
  });
  await committer.commitLotAndWait({ ...lot.input, gate: curation });
  if (options.draw === false) return { lotId: lot.lotId, seed: "0x", lot };
  await test.mine({ blocks: 33 });
  const { seed } = await registrar.drawSeedAndWait({ lotId: lot.lotId });
  return { lotId: lot.lotId, seed, lot };
}
