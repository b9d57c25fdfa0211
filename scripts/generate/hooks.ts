import { readFile } from "node:fs/promises";

/** What becomes of an action in a page. */
type Kind = "read" | "write" | "prepare";

type Exported = { name: string; area: string; file: string; kind: Kind; summary: string };

const ACTIONS = new URL("../../sdk/src/actions/", import.meta.url);
/** Where the actions are listed. */
const LISTS = ["index.ts", "composed.ts"];
const DATA = new URL("../../sdk/src/data/studioData.ts", import.meta.url);

/** Actions that neither read the same each time nor begin with what they do. */
const EXCEPTIONS: Readonly<Partial<Record<string, Kind>>> = {
  closeSigned: "write",
  fundDeposit: "write",
  relay: "write",
  toPurchase: "prepare",
};

/** Hooks and query options of every exported action and of every method of the index: path below sdk/src → text. */
export async function renderHooks(): Promise<Map<string, string>> {
  const actions = await exportedActions();
  const areas = [...new Set(actions.map(({ area }) => area))].sort();
  const rendered = new Map<string, string>();
  for (const area of areas) {
    const inArea = actions.filter((action) => action.area === area);
    const reads = inArea.filter(({ kind }) => kind === "read");
    if (reads.length > 0) rendered.set(`query/generated/${area}.ts`, queriesOf(area, reads));
    rendered.set(`react/generated/${area}.ts`, hooksOf(area, inArea));
  }
  const methods = await dataMethods();
  rendered.set("query/generated/data.ts", dataQueriesOf(methods));
  rendered.set("react/generated/data.ts", dataHooksOf(methods));
  for (const folder of ["query", "react"]) {
    const files = [...rendered.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
    const lines = files.map((path) => `export * from "./${path.split("/").at(-1) ?? ""}";`);
    rendered.set(`${folder}/generated/index.ts`, `${HEADER}${lines.join("\n")}\n`);
  }
  return rendered;
}

const HEADER = `// Generated from the exported actions by scripts/generate; npm run generate writes it anew.\n`;

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What `/actions` and the root entry export, in alphabetical order, each with the first paragraph of its documentation. */
async function exportedActions(): Promise<Exported[]> {
  const lists = await Promise.all(LISTS.map((list) => readFile(new URL(list, ACTIONS), "utf8")));
  const files = [...lists.join("\n").matchAll(/^export \{([^}]*)\} from "\.\/(?!internal)(\w+)\/(\w+)\.ts";/gm)].map(
    ([, names = "", area = "", file = ""]) => ({ area, file, names: names.split(",").map((name) => name.trim()) }),
  );
  const listed = files.flatMap(({ area, file, names }) =>
    names.filter((name) => /^\w+$/.test(name)).map((name) => ({ name, area, file })),
  );
  const all = new Set(listed.map(({ name }) => name));
  const found = listed.map(async ({ name, area, file }): Promise<Exported> => {
    const text = await readFile(new URL(`${area}/${file}.ts`, ACTIONS), "utf8");
    return { name, area, file, kind: kindOf(name, all), summary: summaryOf(text, name) };
  });
  return (await Promise.all(found)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(name: string, exported: ReadonlySet<string>): Kind {
  const exception = EXCEPTIONS[name];
  if (exception !== undefined) return exception;
  const sends = name.endsWith("AndWait") || exported.has(`${name}AndWait`);
  return sends || name.startsWith("sign") ? "write" : "read";
}

/** First paragraph of the comment above an export. */
function summaryOf(text: string, name: string): string {
  const declaration = new RegExp(`\\*/\\nexport (?:const|async function|function) ${name}\\b`).exec(text);
  if (declaration === null) throw new Error(`${name} has no documentation`);
  const comment = text.slice(text.lastIndexOf("/**", declaration.index) + 3, declaration.index);
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*\s?/, "").trim());
  const [paragraph = ""] = lines
    .join("\n")
    .trim()
    .split(/\n\s*\n|\n@/);
  return paragraph.replaceAll("\n", " ");
}

/** A comment of at most 120 columns. */
function comment(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length > 114) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.length === 1 ? `/** ${lines.join("")} */` : `/**\n${lines.map((line) => ` * ${line}`).join("\n")}\n */`;
}

/** The action whose namespace holds the types of `name`. */
const subjectOf = (name: string): string => name.replace(/AndWait$/, "");

function importsOf(actions: readonly Exported[]): string {
  const byFile = new Map<string, Set<string>>();
  for (const { name, area, file } of actions) {
    const path = `../../actions/${area}/${file}.ts`;
    byFile.set(path, (byFile.get(path) ?? new Set()).add(name));
  }
  return [...byFile].map(([path, names]) => `import { ${[...names].join(", ")} } from "${path}";`).join("\n");
}

function queriesOf(area: string, reads: readonly Exported[]): string {
  const queries = reads.map(
    ({ name, summary }) => `${comment(`${summary} The query of {@link ${name}}.`)}
export const ${name}QueryOptions: ReadQuery<typeof ${name}> =
  /* @__PURE__ */ defineReadQuery("${area}", "${name}", ${name});`,
  );
  return `${HEADER}${importsOf(reads)}
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

${queries.join("\n\n")}
`;
}

function hooksOf(area: string, actions: readonly Exported[]): string {
  const reads = actions.filter(({ kind }) => kind === "read");
  const used = new Set<string>();
  const hooks = actions.flatMap((action) => hooksOfAction(action, used));
  const helpers = (file: string, pattern: RegExp): string => {
    const names = [...used].filter((name) => pattern.test(name)).sort();
    const listed = names.map((name) => (name.startsWith("define") ? name : `type ${name}`));
    return names.length === 0 ? "" : `import { ${listed.join(", ")} } from "../${file}.ts";\n`;
  };
  const options = reads.map(({ name }) => `${name}QueryOptions`);
  const queries =
    reads.length === 0 ? "" : `import { ${options.join(", ")} } from "../../query/generated/${area}.ts";\n`;
  const waits = actions.some(({ name }) => name.endsWith("AndWait"));
  const failures = waits ? `import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";\n` : "";
  return `"use client";
${HEADER}${failures}${typeImports(actions)}
${queries}${helpers("readHook", /Read/)}${helpers("writeHook", /Write|Prepare/)}
${hooks.join("\n\n")}
`;
}

/** A read is used by its options only, so that just its types are imported. */
function typeImports(actions: readonly Exported[]): string {
  const reads = importsOf(actions.filter(({ kind }) => kind === "read")).replaceAll("import {", "import type {");
  return [reads, importsOf(actions.filter(({ kind }) => kind !== "read"))].filter((lines) => lines !== "").join("\n");
}

function hooksOfAction({ name, area, kind, summary }: Exported, used: Set<string>): string[] {
  const hook = (prefix: string, type: string, failure: string, args: string, text: string): string => {
    used.add(type);
    used.add(`define${type}`);
    return `${comment(text)}
export const ${prefix}${capitalize(name)}: ${type}<typeof ${name}, ${failure}> =
  /* @__PURE__ */ define${type}(${args});`;
  };
  if (kind === "read") {
    const suspended = `{@link use${capitalize(name)}}, for which the component waits.`;
    const failure = `${name}.ErrorType`;
    const options = `${name}QueryOptions`;
    return [
      hook("use", "ReadHook", failure, options, `${summary} {@link ${name}} as a query.`),
      hook("useSuspense", "SuspenseReadHook", failure, options, suspended),
    ];
  }
  const type = kind === "write" ? "WriteHook" : "PrepareHook";
  const args = `"${area}", "${name}", ${name}`;
  const waits = name.endsWith("AndWait");
  const text = waits
    ? `{@link use${capitalize(subjectOf(name))}}, waiting for the receipt; what it changes is asked anew.`
    : `${summary} {@link ${name}} as a mutation.`;
  return [hook("use", type, waits ? "WaitErrorType" : `${name}.ErrorType`, args, text)];
}

/** The index's methods: their names and what is said of them. */
async function dataMethods(): Promise<{ method: string; thing: string }[]> {
  const text = await readFile(DATA, "utf8");
  const body = text.slice(text.indexOf("export interface StudioData"));
  return [...body.matchAll(/^ {2}((?:get|list)(\w+))\(/gm)].map(([, method = "", thing = ""]) => ({ method, thing }));
}

function dataQueriesOf(methods: readonly { method: string; thing: string }[]): string {
  const queries = methods.map(
    ({ method, thing }) => `/** The query of \`${method}\` of {@link StudioData}. */
export const indexed${thing}QueryOptions: DataQuery<"${method}"> = /* @__PURE__ */ defineDataQuery("${method}");`,
  );
  return `${HEADER}import type { StudioData } from "../../data/studioData.ts";
import { type DataQuery, defineDataQuery } from "../dataQuery.ts";

${queries.join("\n\n")}
`;
}

function dataHooksOf(methods: readonly { method: string; thing: string }[]): string {
  const hooks = methods.map(
    ({ method, thing }) => `/** \`${method}\` of {@link StudioData} as a query. */
export const useIndexed${thing}: DataHook<"${method}"> = /* @__PURE__ */ defineDataHook(indexed${thing}QueryOptions);

/** {@link useIndexed${thing}}, for which the component waits. */
export const useSuspenseIndexed${thing}: SuspenseDataHook<"${method}"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexed${thing}QueryOptions);`,
  );
  const options = methods.map(({ thing }) => `indexed${thing}QueryOptions`);
  return `"use client";
${HEADER}import type { StudioData } from "../../data/studioData.ts";
import { ${options.join(", ")} } from "../../query/generated/data.ts";
import { type DataHook, defineDataHook, defineSuspenseDataHook, type SuspenseDataHook } from "../dataHook.ts";

${hooks.join("\n\n")}
`;
}
