import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { create as createDigest } from "multiformats/hashes/digest";
import { sha256 } from "multiformats/hashes/sha2";
import { type AbiEvent, type Hex, hexToBytes } from "viem";
import { readEvents } from "../events.ts";
import type { Deployment } from "../manifest.ts";
import { flatten, hasTuples, type Params } from "./flatEvents.ts";

/** An event in a test file: `contract` is the contract's name, `at` the address unless it is a singleton. */
interface WrittenEvent {
  contract: string;
  at?: string;
  event: string;
  params?: Params;
  txHash?: string;
}

interface IpfsFile {
  cid: string;
  content: string;
}

interface WrittenBlock {
  timestamp?: number;
  events: WrittenEvent[];
}

/**
 * A test as people write it. `$name` stands for what `names` says, in strings of the whole file, and `${name}` for its
 * digits without `0x`; an object with `like` is that one of `templates` with its own members over it; `after` names files
 * in `tests/support` whose names, templates and blocks come first.
 */
interface WrittenCase {
  name: string;
  after?: string[];
  names?: Record<string, string>;
  templates?: Record<string, object>;
  /** What IPFS serves. */
  files?: IpfsFile[];
  blocks: WrittenBlock[];
  /** Blocks without events that follow, one a second: files are read with the next block after they came. */
  silentBlocks?: number;
  assertions: { query: string; expected: unknown }[];
}

type Prelude = Pick<WrittenCase, "after" | "names" | "templates" | "blocks">;

/** A test as `gnd test` reads it. */
export interface GndCase {
  name: string;
  files: IpfsFile[];
  blocks: { timestamp?: number; events: { address: string; event: string; params: Params; txHash?: string }[] }[];
  assertions: { query: string; expected: unknown }[];
}

/** Reads every test of the directory: file name → what gnd reads. */
export function readCases(directory: string, deployment: Deployment): Map<string, GndCase> {
  const files = readdirSync(directory).filter((file) => file.endsWith(".json"));
  return new Map(files.sort().map((file) => [file, expand(directory, file, deployment)]));
}

function expand(directory: string, file: string, deployment: Deployment): GndCase {
  const written = readJson(join(directory, file)) as WrittenCase;
  const preludes = withPreludes(directory, written);
  const names = Object.assign({}, ...preludes.map((prelude) => prelude.names ?? {})) as Record<string, string>;
  const templates = Object.assign({}, ...preludes.map((prelude) => prelude.templates ?? {})) as Templates;
  const blocks = preludes.flatMap((prelude) => prelude.blocks);
  const { assertions } = written;
  const whole = fillIn({ blocks, assertions }, templates, file);
  const plain = substitute(whole, names, file) as Pick<WrittenCase, "blocks" | "assertions">;
  return {
    name: `${basename(file, ".json")}: ${written.name}`,
    files: withManifests(written.files ?? [], plain.blocks),
    blocks: [
      ...plain.blocks.map((block) => ({ ...block, events: block.events.map((event) => encode(event, deployment)) })),
      ...silence(written.silentBlocks ?? 0, plain.blocks.at(-1)?.timestamp ?? 0),
    ],
    assertions: plain.assertions,
  };
}

function silence(blocks: number, after: number): GndCase["blocks"] {
  return Array.from({ length: blocks }, (_, i) => ({ timestamp: after + 1 + i, events: [] }));
}

/** The file behind everything that it comes after, each once. */
function withPreludes(directory: string, written: Prelude, seen = new Set<string>()): Prelude[] {
  const before = (written.after ?? []).flatMap((name) => {
    if (seen.has(name)) return [];
    seen.add(name);
    return withPreludes(directory, readJson(join(directory, "support", `${name}.json`)) as Prelude, seen);
  });
  return [...before, written];
}

type Templates = Record<string, object>;

function fillIn(value: unknown, templates: Templates, file: string): unknown {
  if (Array.isArray(value)) return value.map((item) => fillIn(item, templates, file));
  if (typeof value !== "object" || value === null) return value;
  const { like, ...own } = value as { like?: string };
  const members = Object.entries(own).map(([key, item]) => [key, fillIn(item, templates, file)]);
  if (like === undefined) return Object.fromEntries(members);
  const template = templates[like];
  if (template === undefined) throw new Error(`${file}: there is no template ${like}`);
  return { ...template, ...Object.fromEntries(members) };
}

function substitute(value: unknown, names: Record<string, string>, file: string): unknown {
  if (typeof value === "string") {
    return value.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, digits?: string, whole?: string) => {
      const name = digits ?? whole ?? "";
      const text = names[name];
      if (text === undefined) throw new Error(`${file}: nothing is called $${name}`);
      return digits === undefined ? text : text.replace(/^0x/, "");
    });
  }
  if (Array.isArray(value)) return value.map((item) => substitute(item, names, file));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, names, file)]));
}

function encode(written: WrittenEvent, deployment: Deployment): GndCase["blocks"][number]["events"][number] {
  const abi = readEvents(written.contract).find(({ name }) => name === written.event);
  if (abi === undefined) throw new Error(`${written.contract} has no event ${written.event}`);
  const params = written.params ?? {};
  const flat = hasTuples(abi) ? flatten(abi) : { abi, spread: (same: Params) => same };
  checkNames(abi, params);
  return {
    address: written.at ?? addressOf(deployment, written.contract),
    event: humanReadable(flat.abi),
    params: flat.spread(params),
    ...(written.txHash === undefined ? {} : { txHash: written.txHash }),
  };
}

/** gnd fails a test that asks for a file it was not given: a manifest that is not part of the test is empty. */
function withManifests(files: readonly IpfsFile[], blocks: readonly WrittenBlock[]): IpfsFile[] {
  const digests = blocks
    .flatMap(({ events }) => events)
    .filter(({ event }) => event === "LotCommitted" || event === "ManifestSuperseded")
    .map(({ params }) => cidOf(params?.["manifest"] as Hex));
  const missing = new Set(digests.filter((cid) => !files.some((file) => file.cid === cid)));
  return [...files, ...[...missing].map((cid) => ({ cid, content: "" }))];
}

/** CIDv1, raw codec, of the content with this SHA-256 digest. */
function cidOf(digest: Hex): string {
  return CID.createV1(raw.code, createDigest(sha256.code, hexToBytes(digest))).toString();
}

function humanReadable({ name, inputs }: AbiEvent): string {
  const parameters = inputs.map(
    (input) => `${input.type}${input.indexed === true ? " indexed" : ""} ${input.name ?? ""}`,
  );
  return `${name}(${parameters.join(", ")})`;
}

function checkNames({ name, inputs }: AbiEvent, params: Params): void {
  const known = new Set(inputs.map((input) => input.name));
  const strange = Object.keys(params).filter((key) => !known.has(key));
  if (strange.length > 0) throw new Error(`${name} has no ${strange.join(", ")}`);
}

function addressOf(deployment: Deployment, contract: string): string {
  const record = deployment[contract];
  if (record === undefined) throw new Error(`an event of ${contract} needs "at"`);
  return record.address;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
