import { expect } from "chai";
import { readdir, readFile } from "node:fs/promises";
import * as actions from "@imprimatur/sdk/actions";
import { mandateActions } from "@imprimatur/sdk/mandates";
import { provenanceActions } from "@imprimatur/sdk/provenance";
import * as query from "@imprimatur/sdk/query";
import * as react from "@imprimatur/sdk/react";
import * as root from "@imprimatur/sdk";
import { studioActions } from "@imprimatur/sdk";
import { createClient, custom } from "viem";
import * as composed from "../../src/actions/composed.ts";

const ACTIONS = new URL("../../src/actions/", import.meta.url);
const TYPES = ["Parameters", "ReturnType", "ErrorType"];
const WRITE_MEMBERS = ["call", "encode", "decode", "extractEvent", "prepare", "contract"];
/** Only in `/actions`, so that the root entry keeps its size. */
const NOT_IN_ROOT = ["getImpact", "getImpactOf", "getLineageTree", "getMembership"];
/** Methods of decorators of their own, in `/mandates` and `/provenance`, which the root entry leaves out too. */
const APART = ["agents", "provenance"];
/** What `closeAudit` of a client is. */
const BEHIND_ANOTHER_NAME = ["closeSigned", "closeSignedAndWait"];
/** They prepare or quote anew each time, or sign, or send several transactions: mutations without a waiting form. */
const OTHER_MUTATIONS = ["fundDeposit", "relay", "toPurchase", "closeSigned", "closeSignedAndWait"];

type Exports = Readonly<Record<string, unknown>>;

const subjectOf = (name: string): string => name.replace(/AndWait$/, "");
const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const all: Exports = { ...actions, ...composed };
const names = Object.keys(all);
const subjects = names.filter((name) => !name.endsWith("AndWait"));
const writes = subjects.filter((name) => "decode" in (all[name] as object));

/** The file of each action, and its text. */
async function sources(): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(ACTIONS, { recursive: true })).filter((file) =>
    /^(?!internal)\w+[/\\]\w+\.ts$/.test(file),
  );
  const read = files.map(async (file): Promise<[string, string]> => {
    const name = file.replace(/^.*[/\\]|\.ts$/g, "");
    return [name, await readFile(new URL(file, ACTIONS), "utf8")];
  });
  return new Map(await Promise.all(read));
}

/** The comment right above a declaration. */
function commentOn(name: string, text: string): string {
  const place = new RegExp(`\\*/\\nexport (?:const|async function|function) ${name}\\b`).exec(text)?.index;
  return place === undefined ? "" : text.slice(text.lastIndexOf("/**", place), place);
}

describe("every action", () => {
  it("has a file of its own with its types, documentation and an example", async () => {
    const texts = await sources();
    const lacking = subjects.flatMap((name) => {
      const text = texts.get(name) ?? "";
      const namespace =
        new RegExp(`^export declare namespace ${name} \\{\\n([\\s\\S]*?)\\n\\}`, "m").exec(text)?.[1] ?? "";
      const types = TYPES.filter((type) => !new RegExp(`^  type ${type}\\b`, "m").test(namespace));
      const example = /@example\n \* ```ts\n/.test(commentOn(name, text)) ? [] : ["example"];
      return [...types, ...example].map((what) => `${name}: ${what}`);
    });
    expect(subjects).to.have.length.above(200);
    expect(lacking).to.deep.equal([]);
  });

  it("that writes can be called, encoded, read back and found in logs, and has a waiting form with documentation", async () => {
    const texts = await sources();
    expect(writes).to.have.length.above(120);
    for (const name of writes) {
      expect(all[name], name).to.include.all.keys(...WRITE_MEMBERS);
      expect(all, name).to.have.property(`${name}AndWait`).which.is.a("function");
      expect(commentOn(`${name}AndWait`, texts.get(name) ?? ""), name).to.include(`{@link ${name}}`);
    }
    const waiting = names.filter((name) => name.endsWith("AndWait")).map(subjectOf);
    expect(waiting.filter((name) => name !== "closeSigned")).to.have.members(writes);
  });

  it("is in each list that it belongs in, and in none that it does not", async () => {
    const client = createClient({ transport: custom({ request: () => Promise.reject(new Error("not asked")) }) });
    const here = "0x0000000000000000000000000000000000000001";
    const protocol = ["assetRegistry", "royaltySplitter", "licenseMarket", "licenses", "studioFactory"] as const;
    const addresses = Object.fromEntries(protocol.map((name) => [name, here])) as Record<
      (typeof protocol)[number],
      typeof here
    >;
    const files = (await Promise.all(APART.map((area) => readdir(new URL(area, ACTIONS))))).flat();
    const apart = files.map((file) => file.replace(/\.ts$/, ""));
    expect(apart).to.have.length.above(40);
    const methods = Object.keys(studioActions({ addresses })(client));
    const left = [...NOT_IN_ROOT, ...apart];
    const isBound = (name: string): boolean => !BEHIND_ANOTHER_NAME.includes(name);
    expect(methods).to.have.members(names.filter((name) => isBound(name) && !left.includes(subjectOf(name))));
    const further = [mandateActions, provenanceActions].flatMap((bind) => Object.keys(bind({ addresses })(client)));
    expect(further).to.have.members(names.filter((name) => apart.includes(subjectOf(name))));
    const exported: Exports = root;
    const inRoot = subjects.filter((name) => !left.includes(name));
    expect(inRoot.filter((name) => exported[name] !== all[name])).to.deep.equal([]);
    expect(left.filter((name) => name in exported)).to.deep.equal([]);
  });

  it("is a hook, and a query where it reads", () => {
    const [hooks, queries]: Exports[] = [react, query];
    const isMutation = (name: string): boolean =>
      name.endsWith("AndWait") || writes.includes(name) || /^sign[A-Z]/.test(name) || OTHER_MUTATIONS.includes(name);
    const wanted = names.flatMap((name) => [
      `use${capitalize(name)}`,
      ...(isMutation(name) ? [] : [`useSuspense${capitalize(name)}`]),
    ]);
    expect(wanted.filter((name) => typeof hooks?.[name] !== "function")).to.deep.equal([]);
    const options = names.filter((name) => !isMutation(name)).map((name) => `${name}QueryOptions`);
    const others = ["requirements", "subgraph", "waitForIndexed"].map((name) => `${name}QueryOptions`);
    const found = Object.keys(queries ?? {}).filter(
      (name) => name.endsWith("QueryOptions") && !name.startsWith("indexed"),
    );
    expect(found).to.have.members([...options, ...others]);
  });
});
