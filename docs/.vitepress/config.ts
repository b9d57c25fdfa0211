import { defineConfig, type UserConfig } from "vitepress";
import llmstxt from "vitepress-plugin-llms";
import { SIDEBAR, WRITTEN } from "./sidebar.ts";

type Plugins = NonNullable<NonNullable<UserConfig["vite"]>["plugins"]>;

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
  // Pages hold no HTML; what looks like it, such as `<folder>` in the help of a command, is text.
  markdown: { html: false },
  themeConfig: {
    sidebar: SIDEBAR,
    search: { provider: "local" },
    outline: [2, 3],
  },
  // VitePress brings a Vite of its own, whose types differ.
  vite: { plugins: llmstxt({ ignoreFiles: ["reference/**"], sidebar: WRITTEN }) as unknown as Plugins },
});
