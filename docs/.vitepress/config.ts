import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DefaultTheme, defineConfig, type UserConfig } from "vitepress";
import llmstxt from "vitepress-plugin-llms";

type Item = DefaultTheme.SidebarItem;

type Plugins = NonNullable<NonNullable<UserConfig["vite"]>["plugins"]>;

const DOCS = fileURLToPath(new URL("..", import.meta.url));

const titleOf = (page: string): string => /^# (.+)$/m.exec(readFileSync(`${DOCS}/${page}.md`, "utf8"))?.[1] ?? page;

/** Pages under their own first heading. */
const pages = (...names: string[]): Item[] => names.map((name) => ({ text: titleOf(name), link: `/${name}` }));

/** Every page of a folder, by file name. */
const folder = (name: string): string[] =>
  existsSync(`${DOCS}/${name}`)
    ? readdirSync(`${DOCS}/${name}`)
        .filter((file) => file.endsWith(".md"))
        .map((file) => `${name}/${file.slice(0, -3)}`)
        .sort()
    : [];

const SIDEBAR: Item[] = [
  { text: "Begin", items: pages("tour", "glossary", "pictures") },
  { text: "Guides", items: pages(...folder("guides")) },
  {
    text: "In depth",
    items: pages("governance", "ethics-board", "curation", "ballot-box", "licensing", "royalties", "auditor", "cli"),
  },
  { text: "Reference", items: [{ text: "SDK", link: "/reference/" }, ...pages("powers", "style")] },
  { text: "Decisions", collapsed: true, items: pages(...folder("decisions")) },
];

export default defineConfig({
  title: "Imprimatur",
  description: "Studio-as-a-Protocol: creative studios that are DAOs.",
  cleanUrls: true,
  // Without it each of two thousand pages would carry the names of all others.
  metaChunk: true,
  // Pages are read in the repository too, where these links lead to files outside the site.
  ignoreDeadLinks: [
    /\.\.\/(README|SECURITY|CONTRIBUTING)/,
    /\.\.\/(bench|contracts|examples|scripts|sdk|subgraph|test)(\/|$)/,
  ],
  themeConfig: {
    sidebar: SIDEBAR,
    search: { provider: "local" },
    outline: [2, 3],
  },
  // VitePress brings a Vite of its own, whose types differ.
  vite: { plugins: llmstxt({ ignoreFiles: ["reference/**"] }) as unknown as Plugins },
});
