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

/** Runs in the page: signs, verifies, flips a bit and verifies again. */
const CODE = `
  import { createDevelopmentSigner, loadC2pa, signAsset, verifyFile } from "@imprimatur/sdk/c2pa";
  import { CLAIM, PIXEL_WEBP } from "./sdk/test/c2pa/fixtures.ts";

  window.unprepared = await signAsset(PIXEL_WEBP, { claim: CLAIM, signer: { certificates: [1] } }).catch((error) => error.name);
  await loadC2pa({ wasm: "/c2pa.wasm" });
  const { signer, trustAnchors } = await createDevelopmentSigner();
  const { bytes } = await signAsset(PIXEL_WEBP, { claim: CLAIM, signer });
  const { badge, manifest } = await verifyFile(bytes, { trustAnchors });
  const changed = Uint8Array.from(bytes);
  changed[30] ^= 1;
  const tampered = await verifyFile(changed, { trustAnchors });
  window.found = { badge, model: manifest.birth.model, tampered: tampered.badge, bytes: [...bytes], trustAnchors };
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

  it("signs and verifies without a worker, and Node agrees", async () => {
    await using server = await serveFiles(directory!);
    const page = await browser!.newPage();
    const faults = await observe(page);
    await page.goto(`${server.url}/index.html`);
    await page.waitForFunction("window.found !== undefined || window.failed !== undefined");
    const { bytes, trustAnchors, ...found } = await page.evaluate<{ bytes: number[]; trustAnchors: string }>(
      "window.found",
    );
    expect(found).to.deep.equal({ badge: "trusted", model: "sdxl-1.0", tampered: "invalid" });
    expect(await page.evaluate("window.unprepared")).to.equal("C2paEngineError");
    expect(faults).to.deep.equal({ complaints: [], strangers: [] });
    expect((await verifyFile(Uint8Array.from(bytes), { trustAnchors })).badge).to.equal("trusted");
  });
});
