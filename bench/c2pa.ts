import { encode } from "fast-png";
import { createDevelopmentSigner, loadC2pa, signAsset, verifyFile } from "@imprimatur/sdk/c2pa";
import { assetAt, commitRecipe, discloseRecipeField, toLotId } from "@imprimatur/sdk/merkle";
import { mergeResults } from "./results.ts";

/** Pictures a second and core, signed and verified, reading and drawing them apart; the second is only reported. */
const [KEY, WORST_KEY] = ["c2pa.signVerifyPerSecond", "c2pa.signVerifyNoisePerSecond"];
const FLOOR = 20;
const SIDE = 1000;
const PICTURES = 40;

/**
 * A million pixels: a gradient with `bits` of noise in each value. Three bits are what a camera leaves, and make a PNG of a
 * usual size; eight are noise alone, the largest file there can be. Signing and verifying hash the file, so size is time.
 */
function draw(seed: number, bits: number): Uint8Array {
  const data = new Uint8Array(SIDE * SIDE * 3);
  let state = seed * 2_654_435_761 + 1;
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const pixel = Math.floor(at / 3);
    const slope = ((pixel % SIDE) + Math.floor(pixel / SIDE)) >> 3;
    data[at] = (slope & (0xff << bits)) | (state >>> (32 - bits));
  }
  return encode({ width: SIDE, height: SIDE, data, channels: 3 });
}

const recipe = commitRecipe({ contents: { model: "sdxl-1.0", steps: ["a lighthouse at dusk"] } });
const lotId = toLotId("0x00000000000000000000000000000000000000a1", 1n);
const claimOf = (index: number) => ({
  chainId: 31337,
  assetRegistry: "0x00000000000000000000000000000000000000b2" as const,
  assetId: assetAt(lotId, index),
  recipeId: `0x${"c3".repeat(32)}` as const,
  recipeCommitment: recipe.commitment,
  model: "sdxl-1.0",
  disclosures: [discloseRecipeField(recipe, "model")],
});

await loadC2pa();
const { signer, trustAnchors } = await createDevelopmentSigner();

async function signAndVerify(picture: Uint8Array, index: number): Promise<void> {
  const signed = await signAsset(picture, { claim: claimOf(index), signer });
  const { badge } = await verifyFile(signed.bytes, { trustAnchors });
  if (badge !== "trusted") throw new Error(`Picture ${index} is ${badge}.`);
}

async function measure(key: string, bits: number): Promise<{ key: string; perSecond: number; megabytes: number }> {
  const pictures = Array.from({ length: 4 }, (_, seed) => draw(seed, bits));
  const nth = (index: number): Uint8Array => pictures[index % pictures.length] as Uint8Array;
  await signAndVerify(nth(0), 0); // compiles the engine
  const start = process.cpuUsage();
  for (let index = 0; index < PICTURES; index += 1) await signAndVerify(nth(index), index);
  const { user, system } = process.cpuUsage(start);
  const megabytes = pictures.reduce((sum, { length }) => sum + length, 0) / pictures.length / 1e6;
  return { key, perSecond: Math.round((10 * PICTURES * 1e6) / (user + system)) / 10, megabytes };
}

const rows = [await measure(KEY, 3), await measure(WORST_KEY, 8)];
console.log("PNG files of one megapixel, in processor time of one core.");
console.log("| key | measured | floor | MB a file |\n|---|--:|--:|--:|");
for (const { key, perSecond, megabytes } of rows) {
  console.log(`| ${key} | ${perSecond} | ${key === KEY ? `≥ ${FLOOR}` : "–"} | ${megabytes.toFixed(1)} |`);
}
await mergeResults(Object.fromEntries(rows.map(({ key, perSecond }) => [key, perSecond])));
const reached = rows[0]?.perSecond ?? 0;
if (reached < FLOOR) {
  console.error(`${KEY}: ${reached} is below ${FLOOR}`);
  process.exitCode = 1;
}
