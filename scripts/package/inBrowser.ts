import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { binaryOf, execute } from "./command.ts";
import type { Consumer, Task } from "./consumer.ts";
import { serveFiles } from "./staticServer.ts";

const PAGE_MILLISECONDS = 60_000;

/** A browser out of npm, with the rules of the web in force. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ args: ["--no-sandbox"], executablePath: await sparticuz.executablePath(), headless: true });
}

/** The page as Vite builds it. */
export async function useWithVite(browser: Browser, { directory }: Consumer, task: Task): Promise<string> {
  await execute(process.execPath, [binaryOf("vite"), "build", "--base", "./", "--logLevel", "error"], directory);
  await usePage(browser, join(directory, "dist"), "index.html", { ...task, name: "Vite" });
  return "the built page creates a studio and reads it";
}

/** The page without any build: the browser loads the package's modules one by one, found by an import map. */
export async function useWithImportMap(browser: Browser, { directory }: Consumer, task: Task): Promise<string> {
  const html = await readFile(join(directory, "index.html"), "utf8");
  const map = await importMapOf("inBrowser.mjs", directory);
  const script = `<script type="importmap">${JSON.stringify(map)}</script>`;
  await writeFile(join(directory, "plain.html"), html.replace("<script", `${script}\n    <script`));
  const files = await usePage(browser, directory, "plain.html", { ...task, name: "Import map" });
  return `the page creates a studio and reads it, ${files} modules`;
}

/** Opens the page and waits for the name that the chain answered; returns how many scripts were loaded. */
async function usePage(browser: Browser, folder: string, file: string, task: Task & { name: string }): Promise<number> {
  await using server = await serveFiles(folder);
  const page = await browser.newPage();
  const complaints: string[] = [];
  let scripts = 0;
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("response", (response) => (scripts += response.request().resourceType() === "script" ? 1 : 0));
  try {
    await page.goto(`${server.url}/${file}#${encodeURIComponent(JSON.stringify(task))}`);
    const body = page.locator("body[data-state]");
    await body.waitFor({ state: "attached", timeout: PAGE_MILLISECONDS }).catch((error: unknown) => {
      throw new Error(`the page came to no end: ${complaints.join("; ")}`, { cause: error });
    });
    const shown = (await body.textContent()) ?? "";
    if (shown !== task.name) throw new Error(`the page should show "${task.name}", it shows "${shown}"`);
  } finally {
    await page.close();
  }
  return scripts;
}

interface ImportMap {
  imports: Record<string, string>;
  scopes: Record<string, Record<string, string>>;
}

/** What a bundler would find for each bare import, written down for the browser; the first finding counts everywhere. */
async function importMapOf(entry: string, directory: string): Promise<ImportMap> {
  const { metafile } = await build({
    entryPoints: [join(directory, entry)],
    absWorkingDir: directory,
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    splitting: true,
    outdir: "out",
    metafile: true,
    logLevel: "silent",
  });
  const map: ImportMap = { imports: {}, scopes: {} };
  for (const [importer, { imports }] of Object.entries(metafile.inputs)) {
    for (const { original, path } of imports) {
      if (original === undefined || /^[./]/.test(original)) continue;
      const url = `/${path}`;
      map.imports[original] ??= url;
      if (map.imports[original] !== url) (map.scopes[`/${importer}`] ??= {})[original] = url;
    }
  }
  return map;
}
