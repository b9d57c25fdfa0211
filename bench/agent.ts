import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assetAt } from "@imprimatur/sdk";
import {
  type Generator,
  memoryWorkJournal,
  proceduralGenerator,
  runWorker,
  type RunWorkerParameters,
  type WorkReport,
} from "@imprimatur/sdk/agent";
import { verifyFile } from "@imprimatur/sdk/c2pa";
import { assertScreened } from "@imprimatur/sdk/compliance";
import { encodePng, fileStore, fileWorkJournal } from "@imprimatur/sdk/node";
import { type ContentStore, digestOf, readLot } from "@imprimatur/sdk/storage";
import { closeAudit, drawnOf, drawSeed, passDeadline, STATUS } from "../test/curation/fixture.ts";
import { type AgentHouse, openAgentHouse, openCommission } from "../test/sdk/agentHouse.ts";
import { FLOORS } from "./ceilings.ts";
import { mergeResults } from "./results.ts";

const KEY = "agent.assetsPerHour";
const LOT = 200;
const LOTS = 2;
/** Pixels on each side of a picture: the generator's own default. */
const SIDE = 512;
/** The curator who answers for the agent, and judges none of its lots. */
const SPONSOR = 1;
const HOUR = 3_600_000;
/** Pictures of a lot whose certificates are checked afterwards, outside of the measured time. */
const CHECKED = 5;

/** Milliseconds that each stage took, by the wall; files of a batch are generated and stored at once. */
class Stages {
  readonly spent = new Map<string, number>();
  #last = performance.now();

  /** What passed since the last stage was this one. */
  end(stage: string): void {
    const now = performance.now();
    this.spent.set(stage, (this.spent.get(stage) ?? 0) + now - this.#last);
    this.#last = now;
  }
}

const STAGE_OF: Readonly<Record<string, string>> = {
  opened: "brief",
  generated: "generate, store",
  screened: "screen",
  signed: "sign C2PA",
  reported: "report",
  built: "build",
  committed: "commit",
  delivered: "deliver",
};

async function make(parameters: RunWorkerParameters, stages: Stages): Promise<WorkReport> {
  const events = runWorker(parameters);
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return value;
    stages.end(STAGE_OF[value.step] ?? value.step);
  }
}

/** The drawn curators look at the sample and find nothing wrong; the lot becomes releasable, and its milestone is paid. */
async function acceptAndPay(
  { house, client }: AgentHouse,
  { lotId }: WorkReport,
  pay: () => Promise<unknown>,
): Promise<void> {
  await drawSeed(house, lotId);
  await passDeadline(house, lotId);
  const drawn = await drawnOf(house, lotId);
  const votes = drawn.filter(({ index }) => index !== SPONSOR).map(({ index }) => ({ index, defect: 0n }));
  await closeAudit(house, lotId, votes);
  const { status, releasableAt } = await house.registry.read.lotOf([lotId]);
  if (status !== STATUS.accepted) throw new Error(`Lot ${lotId} has status ${status}.`);
  const { time } = house.protocol.connection.networkHelpers;
  await time.increaseTo(releasableAt);
  await pay();
  await client.getBlockNumber();
}

/** What was delivered is what was asked for: screened, signed, and known to the chain by its certificates. */
async function check({ client, agent, house }: AgentHouse, store: ContentStore, report: WorkReport): Promise<void> {
  const lot = await readLot(store, report.manifest);
  await assertScreened({ lot, store, screeners: [agent.address] });
  const assetRegistry = house.protocol.addressOf("AssetRegistry");
  for (const { cid, index } of lot.rows.slice(0, CHECKED)) {
    const { checks } = await verifyFile(await store.get(digestOf(cid)), {
      record: { client, assetRegistry, lot },
      assetId: assetAt(report.lotId, index),
    });
    const failed = checks.find(({ outcome }) => outcome === "failed");
    if (failed !== undefined) throw new Error(`Asset ${index} of lot ${report.lotId}: ${failed.reason}`);
  }
}

/** One small lot on a journal of its own, so that engines are compiled before the clock runs. */
async function warm(stage: AgentHouse, generator: Generator): Promise<void> {
  const brief = { title: "Warm", text: "Up.", count: 8, seed: 1 };
  const warming = await stage.worker({ brief, generator, journal: memoryWorkJournal() });
  await make(warming, new Stages());
}

const folder = await mkdtemp(join(tmpdir(), "imprimatur-agent-"));
try {
  const stage = await openAgentHouse({ quota: LOTS * LOT + 8 });
  const generator = proceduralGenerator({ encode: encodePng, width: SIDE, height: SIDE });
  await warm(stage, generator);
  const { commissions, address, id } = await openCommission(
    stage,
    Array.from({ length: LOTS }, () => 0),
  );
  const store = fileStore(join(folder, "blocks"));
  const journal = fileWorkJournal(join(folder, "work.journal"));
  const recipes: RunWorkerParameters["recipe"][] = [];
  for (let lot = 0; lot < LOTS; lot += 1) recipes.push(await stage.recipeOf(`bench ${lot}`));
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const stages = new Stages();
  const reports: WorkReport[] = [];
  for (const [lot, recipe] of recipes.entries()) {
    const milestone = { commissions: address, commissionId: id, milestone: lot };
    const brief = { title: `Bench ${lot}`, text: "A coast at dusk.", count: LOT, seed: 10 + lot };
    const made = { brief, recipe, generator, store, journal, milestone, run: `lot-${lot}`, batch: 16 };
    const report = await make(await stage.worker(made), stages);
    stages.end("deliver");
    await acceptAndPay(stage, report, () => commissions.write.payMilestone([id, lot]));
    stages.end("accept, pay");
    reports.push(report);
  }
  const [spent, { user, system }] = [performance.now() - start, process.cpuUsage(cpu)];
  for (const report of reports) await check(stage, store, report);

  const assets = LOTS * LOT;
  const perHour = Math.floor((assets * HOUR) / spent);
  const floor = FLOORS[KEY] ?? 0;
  console.log(
    `${LOTS} lots of ${LOT} pictures of ${SIDE} × ${SIDE}: from the brief to the paid milestone on a local chain with the real contracts.`,
  );
  console.log("| stage | ms an asset | share |\n|---|--:|--:|");
  for (const [name, time] of stages.spent) {
    console.log(`| ${name} | ${(time / assets).toFixed(2)} | ${((100 * time) / spent).toFixed(1)} % |`);
  }
  console.log("\n| key | measured | floor |\n|---|--:|--:|");
  console.log(`| ${KEY} | ${perHour.toLocaleString("en-US")} | ≥ ${floor.toLocaleString("en-US")} |`);
  console.log(`| agent.processorMsPerAsset | ${((user + system) / 1_000 / assets).toFixed(2)} | – |`);
  await mergeResults({ [KEY]: perHour, "agent.processorMsPerAsset": Math.round((user + system) / 10 / assets) / 100 });
  if (perHour < floor) {
    console.error(`${KEY}: ${perHour} is below ${floor}`);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
