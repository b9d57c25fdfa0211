import { expect } from "chai";
import { build } from "esbuild";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { BROWSER_EXISTS, observe, startBrowser } from "../../../scripts/e2e/react/browser.ts";
import { serveFiles } from "../../../scripts/package/staticServer.ts";
import { verifyFile } from "@imprimatur/sdk/c2pa";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** What the page left. */
interface Found {
  files: { mediaType: string; badge: string; bytes: number[] }[];
  recovered: boolean[];
  trustAnchors: string;
}

/** Runs in the page: signs each format, verifies, flips a bit and verifies again; then looks for a cut copy's record. */
const CODE = `
  import { createDevelopmentSigner, loadC2pa, recover, signAsset, verifyFile } from "@imprimatur/sdk/c2pa";
  import { assetSearch, buildHashIndex, hashPixels, hashViews, SAME_PICTURE } from "@imprimatur/sdk/compliance";
  import { assetAt } from "@imprimatur/sdk/merkle";
  import { CLAIM, drawPng, LOT, PIXEL_JPEG, PIXEL_WEBP } from "./sdk/test/c2pa/fixtures.ts";

  window.unprepared = await signAsset(PIXEL_WEBP, { claim: CLAIM, signer: { certificates: [1] } }).catch((error) => error.name);
  await loadC2pa({ wasm: "/c2pa.wasm" });
  const { signer, trustAnchors } = await createDevelopmentSigner();
  const files = [];
  // So far from its end each file's picture is.
  for (const [picture, end] of [[PIXEL_WEBP, 4], [PIXEL_JPEG, 3], [drawPng(8), 20]]) {
    const { bytes, mediaType } = await signAsset(picture, { claim: CLAIM, signer });
    const { badge, manifest } = await verifyFile(bytes, { trustAnchors });
    const changed = Uint8Array.from(bytes);
    changed[changed.length - end] ^= 1;
    const tampered = await verifyFile(changed, { trustAnchors });
    files.push({ mediaType, badge, model: manifest.birth.model, tampered: tampered.badge, bytes: [...bytes] });
  }

  const pixelsOf = (side, draw) => {
    const context = new OffscreenCanvas(side, side).getContext("2d", { willReadFrequently: true });
    draw(context);
    return context;
  };
  const paint = (seed) => pixelsOf(200, (context) => {
    for (let at = 0; at < 12; at += 1) {
      context.fillStyle = "hsl(" + ((seed * 97 + at * 53) % 360) + ",70%," + (20 + ((seed + at) * 29) % 60) + "%)";
      context.fillRect((seed * 41 + at * 67) % 170, (seed * 23 + at * 31) % 170, 30 + (at * 19) % 90, 30 + (at * 37) % 90);
    }
  });
  const imageOf = ({ canvas }) => pixelsOf(128, (to) => to.drawImage(canvas, 0, 0, 128, 128)).getImageData(0, 0, 128, 128);
  const entries = [1, 2, 3, 4].map((seed) => ({
    contentHash: "0x" + String(seed).padStart(64, "0"), perceptualHash: hashPixels(imageOf(paint(seed))),
    source: "lot:" + LOT, item: String(seed),
  }));
  const index = assetSearch(buildHashIndex(entries));
  const cut = pixelsOf(190, (to) => to.drawImage(paint(3).canvas, 5, 5, 190, 190, 0, 0, 190, 190));
  const file = new Uint8Array(await (await cut.canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
  const hashOf = async (bytes) => {
    const canvas = await createImageBitmap(new Blob([bytes]));
    return hashViews(imageOf({ canvas }));
  };
  const search = { index, hashOf, distanceOf: (a, b) => index.distanceOf(a, b), maxDistance: SAME_PICTURE };
  const recovered = (await recover(file, search)).map(({ assetId }) => assetId === assetAt(LOT, 3));
  window.found = { files, recovered, trustAnchors };
`;

describe("c2pa: in a page", function () {
  let directory: string | undefined;
  let browser: Browser | undefined;

  before(async function () {
    if (!BROWSER_EXISTS) this.skip();
    directory = await mkdtemp(join(tmpdir(), "imprimatur-c2pa-"));
    const wasm = fileURLToPath(import.meta.resolve("@contentauth/c2pa-wasm/c2pa.wasm"));
    await copyFile(wasm, join(directory, "c2pa.wasm"));
    const outfile = join(directory, "page.js");
    await build({
      stdin: { contents: CODE, resolveDir: ROOT },
      bundle: true,
      format: "esm",
      platform: "browser",
      conditions: ["source", "module"],
      outfile,
      logLevel: "silent",
    });
    await writeFile(join(directory, "index.html"), `<!doctype html><script type="module" src="/page.js"></script>`);
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    if (directory !== undefined) await rm(directory, { recursive: true, force: true });
  });

  it("signs, verifies and recovers without a worker, and Node agrees", async () => {
    await using server = await serveFiles(directory!);
    const page = await browser!.newPage();
    const faults = await observe(page);
    await page.goto(`${server.url}/index.html`);
    await page.waitForFunction("window.found !== undefined || window.failed !== undefined");
    const { files, recovered, trustAnchors } = await page.evaluate<Found>("window.found");
    expect(files.map(({ bytes: _, ...found }) => found)).to.deep.equal(
      ["image/webp", "image/jpeg", "image/png"].map((mediaType) => {
        return { mediaType, badge: "trusted", model: "sdxl-1.0", tampered: "invalid" };
      }),
    );
    expect(recovered).to.deep.equal([true]);
    expect(await page.evaluate("window.unprepared")).to.equal("C2paEngineError");
    expect(faults).to.deep.equal({ complaints: [], strangers: [] });
    for (const { bytes } of files) {
      expect((await verifyFile(Uint8Array.from(bytes), { trustAnchors })).badge).to.equal("trusted");
    }
  });
});
