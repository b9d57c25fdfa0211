import packed from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";

/** Whether npm carries a browser for this platform. */
export const BROWSER_EXISTS = process.platform === "linux" && process.arch === "x64";

/** A real browser, with web security as people have it; only the sandbox of the operating system is not asked for. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await packed.executablePath();
  return chromium.launch({ args: ["--no-sandbox", "--disable-gpu"], executablePath, headless: true });
}

/** What a page did that no page should. */
export interface Faults {
  /** Lines on the console, errors and warnings; exceptions and rejections that nobody handled. */
  complaints: string[];
  /** Addresses asked outside of this machine. */
  strangers: string[];
}

/** Notes from now on what goes wrong in a page; whatever leaves the machine is stopped. */
export async function observe(page: Page): Promise<Faults> {
  const faults: Faults = { complaints: [], strangers: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.complaints.push(message.text());
  });
  // Playwright reports rejections that nobody handled as page errors, too.
  page.on("pageerror", (error) => faults.complaints.push(String(error)));
  await page.route(
    (url) => !["127.0.0.1", ""].includes(url.hostname),
    (route) => {
      faults.strangers.push(route.request().url());
      return route.abort();
    },
  );
  return faults;
}
