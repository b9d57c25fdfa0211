import { equal } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { assetAt, toLotId } from "@imprimatur/sdk";
import { createDevelopmentSigner, signAsset, verifyFile } from "@imprimatur/sdk/c2pa";
import type { LotItem } from "@imprimatur/sdk/lot";
import { fingerprintFiles, hashFiles, listFiles } from "@imprimatur/sdk/node";
import { readLot } from "@imprimatur/sdk/storage";
import type { Hex } from "viem";
import { withProgress } from "../console/progress.ts";
import type { MadeMedia } from "../media/makeMedia.ts";
import { lotOf, publishingStore } from "../story/lots.ts";
import type { RegisteredRecipe, Scene } from "../story/scene.ts";
import type { ShiftContext } from "./context.ts";

/** The shift's lot is the first of its producer. */
export const NONCE = 1n;

/** The pictures among the files, signed, and what the lot takes of all files. */
export interface SignedPictures {
  items: readonly LotItem[];
  /** Indices of the signed ones. */
  signed: readonly number[];
  trustAnchors: string;
}

const isPicture = (name: string): boolean => name.endsWith(".png");

/** Signs whole pictures where they are, before the lot is built. A drawing is XML and has no place for a certificate. */
export function signPictures(scene: Scene, recipe: RegisteredRecipe, media: MadeMedia): Promise<SignedPictures> {
  return scene.teller.step("sign the pictures among them", async () => {
    const files = listFiles(media.directory);
    const pictures = [...files.entries()].filter(([, name]) => isPicture(name) && !media.defects.includes(name));
    const { signer, trustAnchors } = await createDevelopmentSigner({ organization: "Lighthouse Studio" });
    const { chainId, assetRegistry, producer, recipeId, recipeCommitment } = lotOf(scene, recipe, NONCE);
    const ids = { chainId, assetRegistry, recipeId, recipeCommitment };
    const manifests = new Map<string, Hex>();
    await withProgress("signing", pictures.length, async (advance) => {
      for (const [index, name] of pictures) {
        const path = join(media.directory, name);
        const claim = { ...ids, assetId: assetAt(toLotId(producer, NONCE), index) };
        const { bytes, c2paHash } = await signAsset(await readFile(path), { claim, signer });
        await writeFile(path, bytes);
        manifests.set(name, c2paHash);
        advance(manifests.size);
      }
    });
    const items = await itemsOf(media.directory, files, manifests);
    const drawings = files.length - files.filter(isPicture).length;
    const shown = `${manifests.size} PNG signed; ${drawings} SVG hold no certificate, the lot's root binds them`;
    return { value: { items, signed: pictures.map(([index]) => index), trustAnchors }, shown };
  });
}

/** All files by their bytes, pictures by their looks and certificates too. */
async function itemsOf(directory: string, files: readonly string[], manifests: ReadonlyMap<string, Hex>) {
  const looks = new Map<string, LotItem["evidence"]>();
  for await (const { name, evidence } of fingerprintFiles({ directory, files: files.filter(isPicture) })) {
    const c2paHash = manifests.get(name);
    looks.set(name, { ...evidence, ...(c2paHash === undefined ? {} : { c2paHash }) });
  }
  const items: LotItem[] = [];
  for await (const item of hashFiles(directory, files)) {
    const evidence = looks.get(item.name);
    items.push(evidence === undefined ? item : { ...item, evidence });
  }
  return items;
}

/** Pictures of which certificate and record are compared; all were signed the same way. */
const VERIFIED = 8;

/** Signed pictures are their assets, accepted; one changed bit is refused. */
export function checkPictures(context: ShiftContext, { signed, trustAnchors }: SignedPictures): Promise<void> {
  const { lot, media, scene } = context;
  return scene.teller.step("certificates hold against the chain", async () => {
    const assetRegistry = scene.stack.deployment.addressOf("AssetRegistry");
    const published = await readLot(publishingStore(scene), lot.manifest);
    const record = { client: scene.cast.as("relayer"), assetRegistry, lot: published };
    const outcomeOf = async (file: Uint8Array, index: number) => {
      const assetId = assetAt(lot.lotId, index);
      return (await verifyFile(file, { trustAnchors, assetId, record })).outcome;
    };
    const checked = signed.slice(0, VERIFIED);
    for (const index of checked) {
      const file = await readFile(join(media.directory, lot.rows[index]?.name ?? ""));
      equal(await outcomeOf(file, index), "verified", `picture ${index}`);
      file[file.length - IN_THE_PICTURE] = (file[file.length - IN_THE_PICTURE] ?? 0) ^ 1;
      equal(await outcomeOf(file, index), "refused", `a changed copy of picture ${index}`);
    }
    return { value: undefined, shown: `${checked.length} verified, ${checked.length} changed copies refused` };
  });
}

/** So far from its end a PNG's picture is. */
const IN_THE_PICTURE = 20;
