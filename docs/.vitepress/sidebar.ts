import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DefaultTheme } from "vitepress";

type Item = DefaultTheme.SidebarItem;

const DOCS = fileURLToPath(new URL("..", import.meta.url));

const titleOf = (page: string): string => /^# (.+)$/m.exec(readFileSync(`${DOCS}/${page}.md`, "utf8"))?.[1] ?? page;

/** Pages under their own first heading. */
const pages = (...names: string[]): Item[] => names.map((name) => ({ text: titleOf(name), link: `/${name}` }));

/** Every page of a folder, by file name. */
const folder = (name = ""): string[] =>
  existsSync(`${DOCS}/${name}`)
    ? readdirSync(`${DOCS}/${name}`)
        .filter((file) => file.endsWith(".md"))
        .map((file) => `${name}${file.slice(0, -3)}`)
        .sort()
    : [];

const BEGIN = ["tour", "glossary", "pictures"];
const GUIDES = ["first-studio", "sell-a-license", "curate", "vote", "audit", "build-a-ui"].map(
  (name) => `guides/${name}`,
);
const SUBJECTS = [
  "governance",
  "ethics-board",
  "curation",
  "ballot-box",
  "licensing",
  "royalties",
  "provenance",
  "c2pa",
  "compliance",
  "agents",
  "auditor",
  "agreement",
];
const TOOLS = ["react", "cli", "errors", "smart-accounts"].filter((name) => existsSync(`${DOCS}/${name}.md`));
const REFERENCE = ["powers", "style"];

const named = new Set(["index", ...BEGIN, ...GUIDES, ...SUBJECTS, ...TOOLS, ...REFERENCE]);
/** Pages that are named nowhere above come last in their section, and are not lost. */
const rest = (name?: string): string[] => folder(name).filter((page) => !named.has(page));

/** The generated reference, thousands of pages. */
const REFERENCE_LINK = "/reference/";

/** What the site's pages are sorted into; a test holds that none is missing. */
export const SIDEBAR: Item[] = [
  { text: "Begin", items: pages(...BEGIN) },
  { text: "Guides", items: pages(...GUIDES, ...rest("guides/")) },
  { text: "In depth", items: pages(...SUBJECTS, ...rest()) },
  { text: "Tools", items: pages(...TOOLS) },
  { text: "Reference", items: [{ text: "SDK", link: REFERENCE_LINK }, ...pages(...REFERENCE)] },
  { text: "Decisions", collapsed: true, items: pages(...folder("decisions/")) },
];

/** The same without the reference, which `llms.txt` leaves out. */
export const WRITTEN: Item[] = SIDEBAR.map(({ items = [], ...section }) => ({
  ...section,
  items: items.filter(({ link }) => link !== REFERENCE_LINK),
}));
