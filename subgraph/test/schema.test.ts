import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, type FieldDefinitionNode, print } from "graphql";
import type { Abi, AbiEvent } from "viem";
import { parse } from "yaml";
import { entityTypes, type EntityType, readEntitySchema } from "../scripts/apiSchema.ts";
import { compileContracts } from "../../scripts/stack/compile.ts";
import { type CompiledManifest, compileSubgraph } from "../scripts/compileSubgraph.ts";
import { eventSignature, readEvents } from "../scripts/events.ts";
import { renderManifest } from "../scripts/manifest.ts";
import { chainOf, networkOf } from "../scripts/network.ts";
import { ARTIFACTS, SUBGRAPH } from "../scripts/paths.ts";
import { FILES, NEVER_EMITTED, SINGLETONS, STUDIO_CONTRACTS } from "../scripts/sources.ts";
import { deploymentAt } from "./deployments.ts";

const AUDIT_FIELDS = ["id", "block", "timestamp", "txHash", "logIndex", "emitter"];

/** Stored lists of entities that change: what they hold is fixed at the beginning, or replaced as a whole by one event. */
const FIXED_LISTS = [
  "Agency.usages",
  "Challenge.cleared",
  "Challenge.masks",
  "Challenge.open",
  "Challenge.upheld",
  "LicenseRecord.usages",
  "Offer.usages",
  "Proposal.calldatas",
  "Proposal.signatures",
  "Proposal.targets",
  "Proposal.values",
  "Studio.founders",
];

const sources = [...SINGLETONS, ...STUDIO_CONTRACTS];
const types = entityTypes(readEntitySchema());
const entities = types.filter((type) => directive(type, "entity") !== undefined);

function directive(node: EntityType | FieldDefinitionNode, name: string) {
  return node.directives?.find((found) => found.name.value === name);
}

function argument(type: EntityType, name: string): string | undefined {
  const found = directive(type, "entity")?.arguments?.find((one) => one.name.value === name);
  return found === undefined ? undefined : print(found.value);
}

const isAuditEvent = (type: EntityType): boolean =>
  type.interfaces?.some(({ name }) => name.value === "AuditEvent") === true;

const eventsOf = (abi: Abi): AbiEvent[] => abi.filter((item): item is AbiEvent => item.type === "event");

describe("the subgraph's schema", () => {
  it("says of every entity whether it is immutable, and gives it an id of bytes", () => {
    for (const type of entities) {
      const id = type.fields?.find(({ name }) => name.value === "id");
      const timeseries = argument(type, "timeseries") === "true";
      expect(argument(type, "immutable"), type.name.value).to.be.oneOf(timeseries ? [undefined] : ["true", "false"]);
      expect(id === undefined ? "" : print(id.type), type.name.value).to.equal(timeseries ? "Int8!" : "Bytes!");
    }
    expect(entities.length).to.be.greaterThan(200);
  });

  it("has the fields of AuditEvent, and no other kind of entity implements it than what never changes", () => {
    const audit = types.find((type) => type.kind === Kind.INTERFACE_TYPE_DEFINITION);
    expect(audit?.fields?.map(({ name }) => name.value)).to.deep.equal(AUDIT_FIELDS);
    for (const type of entities.filter(isAuditEvent)) {
      expect(
        type.fields?.map(({ name }) => name.value),
        type.name.value,
      ).to.include.members(AUDIT_FIELDS);
      expect(argument(type, "immutable"), type.name.value).to.equal("true");
    }
  });

  it("derives its lists: no stored list grows with the chain", () => {
    const stored = entities.flatMap((type) =>
      (type.fields ?? [])
        .filter((field) => print(field.type).startsWith("[") && directive(field, "derivedFrom") === undefined)
        .map((field) => ({ type, field })),
    );
    const mutable = stored.filter(({ type }) => argument(type, "immutable") === "false");
    expect(mutable.map(({ type, field }) => `${type.name.value}.${field.name.value}`).sort()).to.deep.equal(
      FIXED_LISTS,
    );
  });
});

describe("the subgraph's manifest", () => {
  before(() => compileContracts(new AbortController().signal));

  const manifest = parse(
    renderManifest({ network: "hardhat", deployment: deploymentAt(1) }, SUBGRAPH),
  ) as CompiledManifest;
  const handlers = [...manifest.dataSources, ...(manifest.templates ?? [])].flatMap(({ name, mapping }) =>
    (mapping.eventHandlers ?? []).map((handler) => ({ contract: name, ...(handler as Handler) })),
  );

  it("hears every event of every contract of the protocol but those that are never logged", () => {
    for (const source of sources) {
      const { abi } = JSON.parse(readFileSync(join(ARTIFACTS, source.artifact), "utf8")) as { abi: Abi };
      const emitted = eventsOf(abi).filter(({ name }) => !(name in (NEVER_EMITTED[source.contract] ?? {})));
      const heard = handlers.filter(({ contract }) => contract === source.contract).map(({ event }) => event);
      expect(heard.sort(), source.contract).to.deep.equal(emitted.map(eventSignature).sort());
    }
  });

  it("leaves no contract out that logs anything", () => {
    const heard = new Set(sources.flatMap(({ contract }) => readEvents(contract).map(({ name }) => name)));
    const never = new Set(Object.values(NEVER_EMITTED).flatMap((events) => Object.keys(events)));
    for (const artifact of deployable()) {
      const { abi, contractName } = JSON.parse(readFileSync(join(ARTIFACTS, artifact), "utf8")) as Artifact;
      const unheard = eventsOf(abi).filter(({ name }) => !heard.has(name) && !never.has(name));
      expect(
        unheard.map(({ name }) => name),
        contractName,
      ).to.deep.equal([]);
    }
  });

  it("writes an AuditEvent in every handler, and every kind of AuditEvent in one", () => {
    const functions = mappingFunctions();
    const audits = entities.filter(isAuditEvent).map((type) => type.name.value);
    const written = new Set<string>();
    for (const { handler } of handlers) {
      const text = reachableFrom(handler, functions);
      const made = audits.filter((name) => text.includes(`new ${name}(`));
      expect(made, handler).to.not.deep.equal([]);
      expect(text, handler).to.include("stamp(");
      for (const name of made) written.add(name);
    }
    expect(audits.filter((name) => !written.has(name))).to.deep.equal([]);
  });

  it("asks nothing of the chain: no eth_call, no call or block handlers, no declared calls (subgraph.ethCalls = 0)", async () => {
    const text = readFileSync(join(await compileSubgraph(), "subgraph.yaml"), "utf8");
    expect(text).to.not.match(/callHandlers|blockHandlers|calls:/);
    const compiled = parse(text) as CompiledManifest;
    const modules = new Set(
      [...compiled.dataSources, ...(compiled.templates ?? [])].map(({ mapping }) => mapping.file),
    );
    for (const file of modules) {
      const module = await WebAssembly.compile(readFileSync(join(await compileSubgraph(), file)));
      const imports = WebAssembly.Module.imports(module).map(({ name }) => name);
      expect(
        imports.filter((name) => /^(ethereum\.(call|getBalance|hasCode)|ens\.|ipfs\.|arweave\.)/.test(name)),
      ).to.deep.equal([]);
      expect(imports).to.include("store.set");
    }
  });

  it("keeps everything, and reads files through templates", () => {
    const { indexerHints, templates } = manifest as CompiledManifest & {
      indexerHints: unknown;
      templates: { name: string; kind: string }[];
    };
    expect(indexerHints).to.deep.equal({ prune: "never" });
    const files = templates.filter(({ kind }) => kind === "file/ipfs").map(({ name }) => name);
    expect(files).to.deep.equal(FILES.map(({ name }) => name));
  });

  for (const [network, chain] of [
    ["sepolia", 11155111],
    ["arbitrum-one", 42161],
  ] as const) {
    it(`places the contracts where the deployment on ${network} says`, () => {
      const deployment = deploymentAt(chain);
      const rendered = parse(renderManifest({ network, deployment }, SUBGRAPH)) as CompiledManifest;
      for (const { name, network: named, source } of rendered.dataSources) {
        expect(named).to.equal(network);
        expect({ address: source.address, block: source.startBlock }).to.deep.equal(deployment[name]);
      }
      expect(chainOf(network)).to.equal(chain);
      expect(networkOf(chain)).to.equal(network);
      expect(new Set(rendered.templates?.map((template) => template.network))).to.deep.equal(new Set([network]));
    });
  }

  it("is refused for a deployment that lacks a contract", () => {
    const { Licenses: _, ...rest } = deploymentAt(1);
    expect(() => renderManifest({ network: "sepolia", deployment: rest }, SUBGRAPH)).to.throw("has no Licenses");
  });
});

interface Handler {
  event: string;
  handler: string;
}

interface Artifact {
  abi: Abi;
  contractName: string;
}

const NOT_DEPLOYED = /^(mocks|interfaces|test)\//;

/** Artifacts of contracts that can be deployed: those with code, apart from tests and mocks. */
function deployable(): string[] {
  return readdirSync(join(ARTIFACTS, "contracts"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json") && !NOT_DEPLOYED.test(path))
    .map((path) => `contracts/${path}`)
    .filter(
      (path) => (JSON.parse(readFileSync(join(ARTIFACTS, path), "utf8")) as { bytecode?: string }).bytecode !== "0x",
    );
}

/** Source of every function of the mappings by its name. */
function mappingFunctions(): Map<string, string> {
  const functions = new Map<string, string>();
  const files = readdirSync(join(SUBGRAPH, "src"), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => name.endsWith(".ts"))) {
    const text = withoutAliases(readFileSync(join(SUBGRAPH, "src", file), "utf8"));
    for (const [body, name = ""] of text.matchAll(/^(?:export )?function (\w+)[\s\S]*?^}$/gm)) {
      functions.set(name, (functions.get(name) ?? "") + body);
    }
  }
  return functions;
}

/** Calls what was imported under another name, where an event and its entity share one, by its own. */
function withoutAliases(text: string): string {
  let plain = text;
  for (const [, name = "", alias = ""] of text.matchAll(/\b(\w+) as (\w+)\b/g)) {
    plain = plain.replaceAll(new RegExp(`new ${alias}\\(`, "g"), `new ${name}(`);
  }
  return plain;
}

/** The function and all that it calls, directly or not. */
function reachableFrom(name: string, functions: Map<string, string>): string {
  const reached = new Set([name]);
  for (const caller of reached) {
    for (const [, callee = ""] of (functions.get(caller) ?? "").matchAll(/\b(\w+)(?:<\w+>)?\(/g)) {
      if (functions.has(callee)) reached.add(callee);
    }
  }
  return [...reached].map((one) => functions.get(one) ?? "").join("\n");
}
