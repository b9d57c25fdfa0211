import { expect } from "chai";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assetAt } from "@imprimatur/sdk";
import { addressesOf } from "@imprimatur/sdk/addresses";
import {
  type GeneratedFile,
  type Generator,
  memoryWorkJournal,
  readMandateLog,
  runAgent,
  runChain,
  runWorker,
  type RunWorkerParameters,
  scorecardOf,
  seedOf,
} from "@imprimatur/sdk/agent";
import { verifyFile } from "@imprimatur/sdk/c2pa";
import {
  assertScreened,
  buildHashIndex,
  buildTextIndex,
  hashPixels,
  indexProvider,
  type ScreeningProvider,
  textProvider,
} from "@imprimatur/sdk/compliance";
import { decodeImage, fileWorkJournal } from "@imprimatur/sdk/node";
import { digestOf, memoryStore, readLot } from "@imprimatur/sdk/storage";
import { keccak256, stringToBytes, zeroHash } from "viem";
import { DAY, USDC } from "../agents/mandates.ts";
import {
  type AgentHouse,
  BRIEF,
  breaking,
  counting,
  drawer,
  fails,
  openAgentHouse,
  openCommission,
  POLICY_HASH,
  work,
} from "./agentHouse.ts";

describe("agent/runWorker", () => {
  let stage: AgentHouse;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await openAgentHouse();
    const snapshot = await stage.house.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  beforeEach(() => rewind());

  describe("is refused, before anything is made", () => {
    it("briefs that are none", async () => {
      const generator = counting();
      for (const brief of [
        { ...BRIEF, title: " " },
        { ...BRIEF, text: "" },
        { ...BRIEF, count: 0 },
        { ...BRIEF, count: 65_537 },
      ]) {
        await fails("AgentInputError", async () => work(await stage.worker({ brief, generator })));
      }
      expect(generator.asked).to.deep.equal([]);
    });

    it("lots above the quota, and any lot while the agent is paused, revoked, or due for review", async () => {
      const { mandates, timelockAddress, protocol } = stage.house;
      const generator = counting();
      const refused = async (errorName: string, count = 4) => {
        const parameters = await stage.worker({ generator, brief: { ...BRIEF, count } });
        const error = await fails("ActRefusedError", () => work(parameters));
        expect(error.errorName).to.equal(errorName);
      };
      await refused("AgentMandatesOverQuota", 41);
      const { time } = protocol.connection.networkHelpers;
      await mandates.write.pause([stage.mandateId, (await time.latest()) + DAY], { account: timelockAddress });
      await refused("AgentMandatesQuotaClosed");
      await mandates.write.pause([stage.mandateId, 0], { account: timelockAddress });
      await time.increaseTo((await mandates.read.mandateOf([stage.mandateId])).reviewAt);
      await refused("AgentMandatesQuotaClosed");
      await mandates.write.revoke([stage.mandateId], { account: timelockAddress });
      await refused("AgentMandatesQuotaClosed");
      expect(generator.asked).to.deep.equal([]);
    });

    it("a journal of another run, and says what differs", async () => {
      const recipe = await stage.recipeOf("same");
      const text: GeneratedFile = { name: "a.md", mediaType: "text/markdown", bytes: stringToBytes("a") };
      const milestone = { commissions: stage.house.clones.commissions, commissionId: zeroHash, milestone: 0 };
      const parameters = await stage.worker({ recipe, inputs: [text], milestone });
      await fails("Error", () => work({ ...parameters, journal: breaking(parameters.journal, 3) }));
      const { agent, client } = parameters;
      const request = (async (call: { method: string; params?: unknown }) =>
        call.method === "eth_chainId" ? "0x1" : client.request(call as never)) as unknown as typeof client.request;
      const others: [string, Partial<RunWorkerParameters>][] = [
        ["chainId", { client: { ...client, request } }],
        ["registry", { addresses: { assetRegistry: stage.house.payee } }],
        ["producer", { agent: { ...agent, address: stage.house.payee } }],
        ["mandateId", { agent: { ...agent, mandateId: zeroHash } }],
        ["policyHash", { agent: { ...agent, policyHash: zeroHash } }],
        ["recipeId", { recipe: { ...recipe, recipeId: zeroHash } }],
        ["recipeCommitment", { recipe: { ...recipe, commitment: zeroHash } }],
        ["gate", { gate: stage.house.payee }],
        ["brief", { brief: { ...BRIEF, text: "Something else." } }],
        ["brief", { brief: { ...BRIEF, seed: 6 } }],
        ["inputs", { inputs: [] }],
        ["inputs", { inputs: [{ ...text, bytes: stringToBytes("b") }] }],
        ["inputs", { inputs: [{ ...text, name: "b.md" }] }],
        ["inputs", { feedback: "Warmer." }],
        ["brandKit", { brand: { kit: { kit: { digest: zeroHash } } } as never }],
        ["milestone", { milestone: { ...milestone, milestone: 1 } }],
        ["milestone", { milestone: { ...milestone, commissionId: keccak256("0x01") } }],
      ];
      for (const [field, other] of others) {
        const error = await fails("JournalMismatchError", () => work({ ...parameters, ...other }));
        expect(error).to.include({ field });
        expect(error).to.have.property("found").that.is.a("string");
        expect((error as { found?: string }).found).not.to.equal((error as { expected?: string }).expected);
      }
      const { milestone: _, ...none } = parameters;
      expect(await fails("JournalMismatchError", () => work(none))).to.include({ expected: "none" });
    });
  });

  it("makes, screens, signs, reports and commits a lot that everybody can check", async () => {
    const parameters = await stage.worker();
    const { steps, report } = await work(parameters);
    expect(steps).to.deep.equal([
      "opened",
      ...["first", "second"].flatMap(() => ["generated", "generated", "screened", "screened", "signed", "signed"]),
      ...["reported", "built", "committed"],
    ]);
    const { lotId, root, manifest, reportHash } = report;
    const found = await stage.client.getLot({ lotId });
    expect(found).to.include({ root, count: 4, status: "pending", timelock: stage.house.timelock });
    const lot = await readLot(parameters.store, manifest);
    await assertScreened({ lot, store: parameters.store, screeners: [stage.agent.address] });
    expect(lot.rows.map(({ leaf }) => leaf.reportHash)).to.deep.equal(Array(4).fill(reportHash));
    const { assetRegistry } = addressesOf(stage.house.protocol.deployment);
    const record = { client: stage.client, assetRegistry, store: parameters.store };
    for (const { cid, index } of lot.rows) {
      const file = await parameters.store.get(digestOf(cid));
      const { checks } = await verifyFile(file, {
        record: { ...record, fromBlock: stage.fromBlock },
        assetId: assetAt(lotId, index),
      });
      const outcomes = checks.map(({ outcome }) => outcome);
      expect(outcomes, JSON.stringify(checks)).not.to.include("failed");
      expect(outcomes.filter((outcome) => outcome === "passed").length).to.be.above(4);
    }
  });

  it("goes on after a crash at any step: nothing is made or committed twice", async () => {
    const whole = await work(await stage.worker({ recipe: await stage.recipeOf("whole") }));
    expect(whole.report.generated).to.equal(4);
    await rewind();
    const recipe = await stage.recipeOf("whole");
    const [store, journal, generator] = [memoryStore(), memoryWorkJournal(), counting()];
    const entries = 1 + 4 * 3 + 4;
    for (let after = 0; after < entries; after++) {
      // Each life notes one entry more than nothing, so every step is the last one once.
      await work(await stage.worker({ recipe, store, generator, journal: breaking(journal, 1) })).catch(
        () => undefined,
      );
    }
    const { report } = await work(await stage.worker({ recipe, store, generator, journal }));
    expect((await journal.read()).map(({ entry }) => entry.step)).to.have.length(entries);
    expect((await stage.client.getLot({ lotId: report.lotId })).root).to.equal(report.root);
    expect((await stage.house.mandates.read.quotaOf([stage.house.clones.curation, stage.agent.address])).used).to.equal(
      4,
    );
    // A draft that was made but not noted is lost with the crash: it costs a generation, never a lot.
    expect(new Set(generator.asked).size).to.equal(4);
  });

  it("finds its lot on the chain where it died between the commit and the note", async () => {
    const parameters = await stage.worker();
    const all = 1 + 4 * 3 + 3;
    await fails("Error", () => work({ ...parameters, journal: breaking(parameters.journal, all) }));
    const { steps, report } = await work(parameters);
    expect(steps).to.deep.equal(["opened", "committed"]);
    expect(report.transaction).to.equal(undefined);
    expect((await stage.client.getLot({ lotId: report.lotId })).root).to.equal(report.root);
  });

  it("refuses to go on where somebody else used the number of its lot", async () => {
    const recipe = await stage.recipeOf("rival");
    const slow = await stage.worker({ recipe });
    // It stops for a while after the lot is built.
    for await (const { step } of runWorker(slow)) if (step === "built") break;
    await work(await stage.worker({ recipe, brief: { ...BRIEF, seed: 99 } }));
    await fails("LotTakenError", () => work(slow));
  });

  it("goes on with a committed lot under another mandate: nothing more is committed", async () => {
    const parameters = await stage.worker();
    const { report } = await work(parameters);
    const agent = { ...parameters.agent, mandateId: keccak256("0x02"), policyHash: keccak256("0x03") };
    const { steps, report: again } = await work({ ...parameters, agent });
    expect([steps, again.lotId]).to.deep.equal([["opened", "committed"], report.lotId]);
  });

  it("is refused once the prompt changed by vote: the lot's number says the old policy", async () => {
    const parameters = await stage.worker();
    await fails("Error", () => work({ ...parameters, journal: breaking(parameters.journal, 5) }));
    const { mandates, timelockAddress } = stage.house;
    await mandates.write.changePolicy([stage.mandateId, keccak256("0x01")], { account: timelockAddress });
    const error = await fails("ActRefusedError", () => work(parameters));
    expect(error.errorName).to.equal("AgentMandatesWrongNonce");
  });

  it("makes again what screening refuses, and gives up after so many tries", async () => {
    const first = await drawer().generate(
      { brief: BRIEF, index: 0, attempt: 0, seed: seedOf(BRIEF, 0, 0), inputs: [] },
      { signal: new AbortController().signal },
    );
    const perceptualHash = hashPixels(await decodeImage(first.bytes));
    const known = buildHashIndex([{ contentHash: zeroHash, perceptualHash, source: "elsewhere", item: "harbor.png" }]);
    const providers = [indexProvider({ index: known, name: "elsewhere", corpus: "one picture" })];
    const generator = counting();
    const { report } = await work(await stage.worker({ generator, screening: { providers } }));
    expect(report).to.include({ refused: 1, generated: 5 });
    expect(generator.asked.filter((index) => index === 0)).to.have.length(2);
    const never = { providers, accept: () => false, attempts: 2 };
    const stubborn = counting();
    const error = await fails("GenerationFailedError", async () =>
      work(await stage.worker({ generator: stubborn, screening: never })),
    );
    expect(error).to.include({ attempts: 2 });
    expect(stubborn.asked).to.deep.equal([0, 1, 0, 1]);
  });

  it("keeps files while a provider is down: nothing is refused, or made again, for what nobody searched", async () => {
    const inner = indexProvider({ index: buildHashIndex([]), name: "shaky", corpus: "nothing" });
    let down = 2;
    const shaky: ScreeningProvider = {
      ...inner,
      screen: (items, options) => (down-- > 0 ? Promise.reject(new Error("no route")) : inner.screen(items, options)),
    };
    const generator = counting();
    const parameters = await stage.worker({ generator, screening: { providers: [shaky], attempts: 1 } });
    const error = await fails("ScreeningUnavailableError", () => work(parameters));
    expect(error).to.include({ index: 0, provider: "shaky", reason: "failed" });
    await fails("ScreeningUnavailableError", () => work(parameters));
    expect((await work(parameters)).report).to.include({ refused: 0, generated: 4 });
    expect(generator.asked).to.deep.equal([0, 1, 2, 3]);
  });

  it("refuses what one provider knows even while another is down", async () => {
    const known: ScreeningProvider = {
      ...{ name: "known", corpus: "everything" },
      screen: (items) =>
        Promise.resolve(
          items.map(() => ({
            ...{ outcome: "searched", methods: ["exact"] },
            matches: [{ method: "exact", source: "known", item: "it", similarity: 1_000_000 }],
          })),
        ),
    };
    const down: ScreeningProvider = { name: "down", corpus: "-", screen: () => Promise.reject(new Error("no route")) };
    const screening = { providers: [down, known], attempts: 2 };
    const error = await fails("GenerationFailedError", async () => work(await stage.worker({ screening })));
    expect(error).to.include({ attempts: 2 });
  });

  it("takes a text without words, which has nothing to compare, and nothing that no provider can search", async () => {
    const dots: Generator = {
      name: "dots",
      generate: () => Promise.resolve({ name: "dots.md", mediaType: "text/markdown", bytes: stringToBytes("… …") }),
    };
    const files = indexProvider({ index: buildHashIndex([]), name: "files", corpus: "nothing" });
    const texts = textProvider({ index: buildTextIndex([]), name: "texts", corpus: "nothing" });
    const make = async (providers: ScreeningProvider[]) =>
      work(await stage.worker({ generator: dots, brief: { ...BRIEF, count: 1 }, screening: { providers } }));
    const error = await fails("ScreeningUnavailableError", () => make([texts]));
    expect(error).to.include({ provider: "texts", reason: "tooPlain" });
    expect((await make([files, texts])).report).to.include({ refused: 0, generated: 1 });
  });

  it("ends when it is told to, keeps what is done, and says whose fault a generator's is", async () => {
    const controller = new AbortController();
    const inner = drawer();
    const generator: Generator = {
      name: inner.name,
      generate: (request, options) => {
        if (request.index === 2) controller.abort();
        return inner.generate(request, options);
      },
    };
    const parameters = await stage.worker({ generator, signal: controller.signal });
    await fails("AbortError", () => work(parameters));
    const lines = await parameters.journal.read();
    expect(lines.filter(({ entry }) => entry.step === "signed")).to.have.length(2);
    const broken: Generator = { name: "broken", generate: () => Promise.reject(new Error("out of paint")) };
    const error = await fails("GenerationFailedError", async () => work(await stage.worker({ generator: broken })));
    expect(error.message).to.contain("out of paint");
    const empty: Generator = {
      name: "empty",
      generate: () => Promise.resolve({ name: "a", mediaType: "image/png", bytes: new Uint8Array() }),
    };
    await fails("GenerationFailedError", async () => work(await stage.worker({ generator: empty })));
  });

  it("chains milestones: the script's lot is the parent of the panels', each is delivered", async () => {
    const { registrar, fromBlock } = stage;
    const { commissions, address, id } = await openCommission(stage, [0, 1, 3]);
    const writer: Generator = {
      name: "writer",
      generate: ({ inputs }) => {
        const text = `Act one. Built on ${inputs.length} works.`;
        return Promise.resolve({ name: "script.md", mediaType: "text/markdown", bytes: stringToBytes(text) });
      },
    };
    const seen: number[] = [];
    const recipes: RunWorkerParameters["recipe"][] = [];
    const link = (name: string, generator: Generator, count: number) => ({
      brief: { title: name, text: `Make the ${name}.`, count },
      generator: {
        ...generator,
        generate: (request: Parameters<Generator["generate"]>[0], options: { signal: AbortSignal }) => {
          seen.push(request.inputs.length);
          return generator.generate(request, options);
        },
      },
      recipe: async (parents: readonly { asset: bigint }[]) => {
        recipes.push(await stage.recipeOf(name, parents));
        return recipes.at(-1) as RunWorkerParameters["recipe"];
      },
    });
    const {
      brief: _b,
      generator: _g,
      recipe: _r,
      ...base
    } = await stage.worker({ recipe: { recipeId: zeroHash, commitment: zeroHash } });
    const links = { 0: link("script", writer, 1), 1: link("characters", drawer(), 2), 2: link("panels", drawer(), 2) };
    await fails("MilestoneError", () =>
      runChain({ ...base, commissions: address, commissionId: id, links: {}, fromBlock }).next(),
    );
    const events: string[] = [];
    const chain = runChain({ ...base, commissions: address, commissionId: id, links, fromBlock, interval: 1 });
    let next = await chain.next();
    for (; next.done !== true; next = await chain.next()) events.push(next.value.step);
    expect(events.filter((step) => step === "delivered")).to.have.length(3);
    expect(seen).to.deep.equal([0, 1, 1, 3, 3]);
    const [, , milestones] = await commissions.read.commissionOf([id]);
    expect(milestones.map(({ lotId }) => lotId)).to.deep.equal(next.value.map(({ report }) => report.lotId));
    const panels = await registrar.getLot({ lotId: milestones[2]?.lotId ?? 0n });
    expect(await registrar.getLineage({ recipe: panels.recipe })).to.have.length(3);
    // A second time there is nothing left to make: the journal has it, and nobody asks for recipes.
    const made = next.value;
    const found = (place: number) => ({ ...links[place as 0], recipe: () => Promise.reject(new Error("asked")) });
    const steps: string[] = [];
    const again = runChain({
      ...base,
      commissions: address,
      commissionId: id,
      links: { 0: found(0), 1: found(1), 2: found(2) },
      fromBlock,
    });
    let event = await again.next();
    for (; event.done !== true; event = await again.next()) steps.push(event.value.step);
    expect(event.value.map(({ report }) => report.lotId)).to.deep.equal(made.map(({ report }) => report.lotId));
    expect(steps).not.to.include("generated");
  });

  it("listens after its brief until it is told to end, and makes nothing twice", async () => {
    const generator = counting();
    const refinedRecipe = (parents: readonly { asset: bigint }[]) => stage.recipeOf("refined", parents);
    const parameters = {
      ...(await stage.worker({ generator })),
      fromBlock: stage.fromBlock,
      interval: 1,
      refinedRecipe,
    };
    let looks = 0;
    const until = () => Promise.resolve(++looks === 3);
    const listen = async () => {
      const agent = runAgent({ ...parameters, until });
      let next = await agent.next();
      while (next.done !== true) next = await agent.next();
      return next.value;
    };
    const [report] = await listen();
    expect([looks, generator.asked.length]).to.deep.equal([3, 4]);
    looks = 2;
    const [again] = await listen();
    expect([again?.lotId, generator.asked.length]).to.deep.equal([report?.lotId, 4]);
    const ended = runAgent({ ...parameters, signal: AbortSignal.abort() });
    expect((await ended.next()).value).to.include({ step: "opened", resumed: true });
  });

  it("tells the agent's record out of its events", async () => {
    await work(await stage.worker());
    const { mandates, agent, payee } = stage.house;
    await mandates.write.pay([stage.mandateId, POLICY_HASH, payee, 7n * USDC, zeroHash], {
      account: agent.account.address,
    });
    const addresses = addressesOf(stage.house.protocol.deployment);
    const log = await readMandateLog(stage.client, {
      mandates: mandates.address,
      mandateId: stage.mandateId,
      fromBlock: 0n,
    });
    if (log === undefined) expect.fail("the mandate is not found");
    expect(log).to.include({ unbroken: true, agent: stage.agent.address });
    expect(log.acts.map(({ kind, number }) => [kind, number])).to.deep.equal([["paid", 1]]);
    const card = await scorecardOf(stage.client, { log, addresses });
    expect(card).to.deep.include({
      spent: 7n * USDC,
      lots: 1,
      assets: 4,
      acceptance: undefined,
      policies: 1,
      pauses: 0,
    });
    expect(
      await readMandateLog(stage.client, { mandates: mandates.address, mandateId: zeroHash, fromBlock: 0n }),
    ).to.equal(undefined);
  });

  describe("agent/fileWorkJournal", () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "imprimatur-journal-"));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    it("drops a line that a crash cut off, and refuses one that was changed", async () => {
      const path = join(folder, "work.journal");
      const parameters = await stage.worker({ journal: fileWorkJournal(path) });
      const { report } = await work(parameters);
      const text = await readFile(path, "utf8");
      const lines = text.trimEnd().split("\n");
      await writeFile(path, `${lines.slice(0, -1).join("\n")}\n${lines.at(-1)?.slice(0, 20) ?? ""}`);
      const { steps, report: again } = await work({ ...parameters, journal: fileWorkJournal(path) });
      expect(steps).to.deep.equal(["opened", "committed"]);
      expect(again.root).to.equal(report.root);
      expect((await readFile(path, "utf8")).trimEnd().split("\n")).to.have.length(lines.length);
      await writeFile(path, `{"run":\n${text}`);
      await fails("JournalMismatchError", () => work({ ...parameters, journal: fileWorkJournal(path) }));
    });
  });
});
