import { expect } from "chai";
import { assetAt } from "@imprimatur/sdk";
import {
  type AgentEvent,
  type GenerationRequest,
  type Generator,
  memoryWorkJournal,
  runAgent,
  type RunAgentParameters,
  type WorkReport,
} from "@imprimatur/sdk/agent";
import { type ContentStore, memoryStore, putBlock, readLot } from "@imprimatur/sdk/storage";
import { type Hex, keccak256, stringToBytes } from "viem";
import { finalSlate, treeOf } from "../curation/slates.ts";
import { DAY } from "../agents/commissioning.ts";
import { GAS } from "../curation/fixture.ts";
import { STATUS } from "../registry/registry.ts";
import { actAs } from "../studio/replacing.ts";
import { type AgentHouse, BRIEF, drawer, fails, openAgentHouse, openCommission } from "./agentHouse.ts";

type Told = { events: AgentEvent[]; reports: WorkReport[] };

describe("agent/runAgent: refinements", () => {
  let stage: AgentHouse;
  let rewind: () => Promise<void>;
  /** What generators were asked for, in order. */
  let asked: GenerationRequest[];
  /** How often a recipe of a refined work was asked for. */
  let registrations: number;

  before(async () => {
    stage = await openAgentHouse();
    const snapshot = await stage.house.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  beforeEach(async () => {
    asked = [];
    registrations = 0;
    await rewind();
  });

  /** A drawer that remembers; `obstacle` may throw before it draws. */
  function observed(obstacle: (request: GenerationRequest) => void = () => undefined): Generator {
    const inner = drawer();
    return {
      name: inner.name,
      generate: (request, options) => {
        asked.push(request);
        obstacle(request);
        return inner.generate(request, options);
      },
    };
  }

  async function agentOf(more: Partial<RunAgentParameters> = {}): Promise<RunAgentParameters> {
    const worker = await stage.worker({ generator: observed(), ...more });
    const registered = new Map<string, ReturnType<typeof stage.recipeOf>>();
    const recipeOf = (name: string, parents: readonly { asset: bigint }[]) => {
      registrations += 1;
      const found = registered.get(name) ?? stage.recipeOf(name, parents);
      registered.set(name, found);
      return found;
    };
    return {
      ...{ ...worker, fromBlock: stage.fromBlock, interval: 1 },
      refinedRecipe: (parents, { slateId, note }) => recipeOf(`refined ${slateId} ${note}`, parents),
      ...more,
    };
  }

  /** Runs an agent; after each look the studio does its next thing, and after the last one the agent ends. */
  async function live(parameters: RunAgentParameters, looks: (() => Promise<unknown>)[] = []): Promise<Told> {
    const events: AgentEvent[] = [];
    let look = 0;
    const until = async () => {
      await looks[look++]?.();
      return look > looks.length;
    };
    const agent = runAgent({ ...parameters, until });
    for (;;) {
      const { done, value } = await agent.next();
      if (done === true) return { events, reports: value };
      events.push(value);
    }
  }

  /** Curators choose among the assets by a real vote, and the registrar asks for each chosen one to be made otherwise. */
  async function ask(store: ContentStore, assets: bigint[], notes: readonly string[]): Promise<Hex[]> {
    const slate = await finalSlate(stage.house, { candidates: assets, k: notes.length });
    const digests: Hex[] = [];
    for (const [candidate, text] of notes.entries()) {
      const note = await putBlock(store, stringToBytes(text));
      digests.push(note);
      const proof = treeOf(slate.candidates).proof(candidate);
      const args = [slate.slateId, candidate, assets[candidate] ?? 0n, proof, [...slate.selected], note] as const;
      await stage.house.curation.write.requestRefinement(args, { account: stage.house.registrar.account, gas: GAS });
    }
    return digests;
  }

  const lotOfJournal = async ({ journal }: RunAgentParameters): Promise<bigint> => {
    for (const { run, entry } of await journal.read()) {
      if (run !== "brief" || entry.step !== "opened") continue;
      return (BigInt(entry.opened.producer) << 64n) | BigInt(entry.opened.nonce);
    }
    return expect.fail("nothing was opened");
  };

  const stepsOf = (events: readonly AgentEvent[], step: AgentEvent["step"]) =>
    events.filter((event) => event.step === step);

  it("makes what curators chose anew, by the note, under the work, and that one again", async () => {
    const store = memoryStore();
    const parameters = await agentOf({ store });
    let refined = 0n;
    const { events, reports } = await live(parameters, [
      async () => ask(store, [assetAt(await lotOfJournal(parameters), 2)], ["Warmer light, please."]),
      async () => {
        const { number } = await stage.client.getBlock();
        const { lotId } = await newestLot(number);
        refined = lotId;
        await ask(store, [assetAt(lotId, 0)], ["Warmer still."]);
      },
      () => Promise.resolve(),
    ]);
    expect(stepsOf(events, "asked")).to.have.length(2);
    expect(stepsOf(events, "failed")).to.deep.equal([]);
    const [first, second, third] = reports as [WorkReport, WorkReport, WorkReport];
    expect(reports).to.have.length(3);
    expect([first.count, second.count, third.count]).to.deep.equal([4, 1, 1]);
    expect(second.lotId).to.equal(refined);

    const works = asked.slice(4);
    expect(works.map(({ feedback }) => feedback)).to.deep.equal(["Warmer light, please.", "Warmer still."]);
    const original = (await readLot(store, first.manifest)).rows[2];
    expect(works[0]?.inputs.map(({ bytes }) => keccak256(bytes))).to.deep.equal([
      keccak256(await store.get(original?.leaf.contentHash ?? "0x")),
    ]);
    const [one, two] = [
      (await readLot(store, second.manifest)).rows[0],
      (await readLot(store, third.manifest)).rows[0],
    ];
    const looks = [original, one, two].map((row) => row?.leaf.perceptualHash);
    expect(new Set(looks).size).to.equal(3);

    // Each is committed under a recipe of its own, whose parent is that of the work before.
    const lots = await Promise.all(reports.map(({ lotId }) => stage.registrar.getLot({ lotId })));
    for (const [place, lot] of lots.entries()) {
      const lineage = await stage.registrar.getLineage({ recipe: lot.recipe });
      expect(lineage).to.have.length(place + 1);
    }

    // Started again, with all of it on the chain, it makes nothing.
    const again = await live(parameters);
    expect(again.reports.map(({ lotId }) => lotId)).to.deep.equal(reports.map(({ lotId }) => lotId));
    expect([asked.length, registrations]).to.deep.equal([6, 2]);
  });

  /** The newest lot of the agent. */
  async function newestLot(toBlock: bigint): Promise<{ lotId: bigint }> {
    const { registry } = stage.house;
    const events = await registry.getEvents.LotCommitted({}, { fromBlock: stage.fromBlock, toBlock });
    const { lotId } = events.at(-1)?.args ?? {};
    return { lotId: lotId ?? expect.fail("there is no lot") };
  }

  it("makes a milestone's lot anew as a whole, and delivers it once the studio lets it take the old one's place", async () => {
    const { commissions, address, id } = await openCommission(stage, [0]);
    const milestone = { commissions: address, commissionId: id, milestone: 0 };
    const store = memoryStore();
    const parameters = await agentOf({ store, milestone, brief: { ...BRIEF, count: 3 } });
    let old = 0n;
    let successor = 0n;
    const { events, reports } = await live(parameters, [
      async () => {
        old = await lotOfJournal(parameters);
        await ask(store, [assetAt(old, 1)], ["A smaller sun."]);
      },
      () => Promise.resolve(), // it waits
      async () => {
        const { number } = await stage.client.getBlock();
        successor = (await newestLot(number)).lotId;
        await stage.house.registry.write.supersedeLot([old, successor], { account: stage.house.timelock });
      },
      () => Promise.resolve(),
    ]);
    const delivered = stepsOf(events, "delivered").map((event) => "lotId" in event && event.lotId);
    expect(delivered).to.deep.equal([old, successor]);
    expect(stepsOf(events, "undelivered")).to.have.length(1);
    expect(reports.at(-1)).to.include({ lotId: successor, count: 3, delivered: true });
    const [, , milestones] = await commissions.read.commissionOf([id]);
    expect(milestones[0]?.lotId).to.equal(successor);
    // One file is new; the others are the same pictures, with certificates of their new places.
    expect(asked.map(({ index }) => index)).to.deep.equal([0, 1, 2, 1]);
    const [before, after] = [reports[0]?.manifest ?? "0x", reports[1]?.manifest ?? "0x"] as const;
    const [was, is] = [(await readLot(store, before)).rows, (await readLot(store, after)).rows];
    const same = was.map(({ leaf }, place) => leaf.perceptualHash === is[place]?.leaf.perceptualHash);
    expect(same).to.deep.equal([true, false, true]);
    for (const [place, { leaf }] of was.entries()) expect(leaf.contentHash).not.to.equal(is[place]?.leaf.contentHash);
  });

  it("leaves a milestone the lot that the studio accepted, which is paid though it was superseded", async () => {
    const { commissions, address, id } = await openCommission(stage, [0]);
    const milestone = { commissions: address, commissionId: id, milestone: 0 };
    const store = memoryStore();
    const parameters = await agentOf({ store, milestone, brief: { ...BRIEF, count: 3 } });
    const { protocol, clones, registry, timelock } = stage.house;
    const { time } = protocol.connection.networkHelpers;
    let old = 0n;
    const { events } = await live(parameters, [
      async () => {
        old = await lotOfJournal(parameters);
        await ask(store, [assetAt(old, 1)], ["A smaller sun."]);
      },
      () => Promise.resolve(),
      async () => {
        const { lotId } = await newestLot((await stage.client.getBlock()).number);
        const gate = await actAs(protocol, clones.curation);
        await registry.write.setVerdict([old, STATUS.accepted, 3, (await time.latest()) + DAY], { account: gate });
        await registry.write.supersedeLot([old, lotId], { account: timelock });
      },
      () => Promise.resolve(),
    ]);
    const delivered = stepsOf(events, "delivered").map((event) => "lotId" in event && event.lotId);
    expect(delivered).to.deep.equal([old]);
    expect(stepsOf(events, "undelivered")).to.have.length(1);
    await time.increase(DAY);
    await commissions.write.payMilestone([id, 0], { gas: GAS });
    const [, , milestones] = await commissions.read.commissionOf([id]);
    expect(milestones[0]).to.include({ lotId: old, status: 2 });
  });

  it("goes on with others where one fails: journaled, told, tried again with another number, given up", async () => {
    const store = memoryStore();
    let out = 2;
    const generator = observed(({ feedback }) => {
      if (feedback === "Never." || (feedback === "Later." && out-- > 0)) throw new Error("out of paint");
    });
    const parameters = await agentOf({ store, generator, attempts: 3 });
    const idle = Array.from({ length: 30 }, () => () => new Promise((resolve) => setTimeout(resolve, 5)));
    const { events, reports } = await live(parameters, [
      async () => {
        const lotId = await lotOfJournal(parameters);
        await ask(
          store,
          [0, 1, 2].map((index) => assetAt(lotId, index)),
          ["Never.", "Later.", "At once."],
        );
      },
      ...idle,
    ]);
    const failed = events.flatMap((event) => (event.step === "failed" ? [event] : []));
    const [never, later] = [failed[0]?.run ?? "", failed[1]?.run ?? ""];
    expect(
      failed.map(({ run, attempt, isLast }) => [
        run === never ? "never" : run === later ? "later" : run,
        attempt,
        isLast,
      ]),
    ).to.have.deep.members([
      ["never", 1, false],
      ["never", 2, false],
      ["never", 3, true],
      ["later", 1, false],
      ["later", 2, false],
    ]);
    expect(failed.map(({ error }) => (error as Error).name)).to.deep.equal(Array(5).fill("GenerationFailedError"));
    expect(reports.map(({ count }) => count)).to.deep.equal([4, 1, 1]);
    // What failed had a number that a later lot passed: it got another one.
    expect(stepsOf(events, "reopened").map((event) => "run" in event && event.run)).to.include(later);
    const { registry } = stage.house;
    const committed = await registry.getEvents.LotCommitted({}, { fromBlock: stage.fromBlock });
    expect(committed.map(({ args }) => args.lotId)).to.deep.equal(reports.map(({ lotId }) => lotId));
    const entries = (await parameters.journal.read()).filter(({ run }) => run === never);
    expect(entries.filter(({ entry }) => entry.step === "failed").map(({ entry }) => entry)).to.deep.equal(
      [1, 2, 3].map((attempt) => ({
        ...{ step: "failed", attempt, error: "GenerationFailedError" },
        detail: "Nothing usable for asset 0 after 1 attempt: out of paint.",
      })),
    );

    // Another life does not try what was given up, unless it is told to.
    const tries = asked.length;
    expect((await live(parameters)).reports).to.have.length(3);
    expect(asked).to.have.length(tries);
    const patient = await live({ ...parameters, generator: observed(), attempts: 4 });
    expect(patient.reports).to.have.length(4);
    expect(asked).to.have.length(tries + 1);
  });

  it("does not guess what a note says that no store has, and outlives a node that is away", async () => {
    const parameters = await agentOf({ attempts: 2 });
    const { provider } = stage.house.protocol.connection;
    let away = 0;
    const client = {
      ...parameters.client,
      request: (async (call: { method: string; params?: unknown[] }) => {
        if (call.method === "eth_getLogs" && away-- > 0) throw new Error("The node is away.");
        return (await provider.request(call)) as unknown;
      }) as RunAgentParameters["client"]["request"],
    };
    const { events } = await live({ ...parameters, client }, [
      async () => ask(memoryStore(), [assetAt(await lotOfJournal(parameters), 0)], ["Lost."]),
      async () => {
        away = 8;
        await new Promise((resolve) => setTimeout(resolve, 5));
      },
      () => new Promise((resolve) => setTimeout(resolve, 5)),
      () => new Promise((resolve) => setTimeout(resolve, 5)),
    ]);
    const failed = events.flatMap((event) => (event.step === "failed" ? [event] : []));
    expect(failed.map(({ error, isLast }) => [(error as Error).name, isLast])).to.deep.equal([
      ["ContentMissingError", false],
      ["ContentMissingError", true],
    ]);
    expect(stepsOf(events, "unheard").length).to.be.above(0);
    expect(asked).to.have.length(4);
  });

  it("waits while the mandate is paused, which is no attempt, and makes the refinement afterwards", async () => {
    const store = memoryStore();
    const parameters = await agentOf({ store, attempts: 1 });
    const { mandates, timelockAddress, protocol } = stage.house;
    const clock = Date.now;
    let shift = 0;
    Date.now = () => clock() + shift;
    const { events, reports } = await live(parameters, [
      async () => {
        const { time } = protocol.connection.networkHelpers;
        await ask(store, [assetAt(await lotOfJournal(parameters), 0)], ["Warmer."]);
        await mandates.write.pause([stage.mandateId, (await time.latest()) + 30 * 86_400], {
          account: timelockAddress,
        });
      },
      async () => {
        await mandates.write.pause([stage.mandateId, 0], { account: timelockAddress });
        // It was to last for days, and is looked at within the hour.
        shift = 3_600_000;
      },
    ]).finally(() => (Date.now = clock));
    expect(stepsOf(events, "failed")).to.deep.equal([]);
    const delayed = events.flatMap((event) => (event.step === "delayed" ? [event] : []));
    expect(delayed.map(({ error }) => (error as Error).name)).to.deep.equal(["ActRefusedError"]);
    expect(reports).to.have.length(2);
  });

  it("ends where not even a failure can be noted", async () => {
    const store = memoryStore();
    const inner = memoryWorkJournal();
    let isFull = false;
    const journal = {
      read: () => inner.read(),
      append: (line: Parameters<typeof inner.append>[0]) =>
        isFull ? Promise.reject(new Error("no space left")) : inner.append(line),
    };
    const parameters = await agentOf({ store, journal });
    const full = live(parameters, [
      async () => {
        await ask(store, [assetAt(await lotOfJournal(parameters), 0)], ["Too late."]);
        isFull = true;
      },
      () => Promise.resolve(),
    ]);
    const error = await fails("Error", () => full);
    expect(error.message).to.equal("no space left");
  });
});
