import { expect } from "chai";
import { createSubgraphClient, exportCsv } from "@imprimatur/sdk/subgraph";
import { type Hex, numberToHex } from "viem";
import { readSaved, savedNames, variablesOf } from "../../subgraph/scripts/saved.ts";
import { agree } from "../agreement/agree.ts";
import { neverSeen } from "../agreement/eventKinds.ts";
import { play, type Played } from "../agreement/play.ts";
import { SABOTAGES, type Sabotage } from "../agreement/sabotage.ts";
import { graphNodeBinary } from "../stack/graphNode.ts";
import { localAccount } from "../stack/deployLocally.ts";
import { FREE_PORTS, type Stack, startStack } from "../stack/stack.ts";
import { compareDailySums } from "./dailySums.ts";
import { codeBlocks } from "./documentation.ts";
import { recipeKey } from "./replay.ts";

const SEED = 20_261_120;
const EVENTS = process.env["RELEASE"] === "1" ? 10_000 : 600;
/** Kinds of events that such a game logs at least. */
const KINDS = 180;

/** Number of an account that founds the governed studio, and votes in it. */
const FOUNDER = 10;

const onProgress = (): void => undefined;

describe("chain, logs and subgraph", function () {
  let stack: Stack | undefined;
  let played: Played;

  before(async function () {
    if (graphNodeBinary() === undefined) this.skip();
    const started = await startStack({ onProgress, ports: FREE_PORTS, signal: new AbortController().signal });
    stack = started;
    played = await play(started, { events: EVENTS, seed: SEED, onProgress });
    const subgraph = createSubgraphClient({ url: started.graphqlUrl ?? "", timeout: 120_000 });
    await subgraph.waitForIndexed({ blockNumber: await played.desk.client.getBlockNumber({ cacheTime: 0 }) });
  });

  const running = (): Stack => {
    if (stack === undefined) throw new Error("the stack did not start");
    return stack;
  };

  after(() => stack?.[Symbol.asyncDispose]());

  it("agree in every field after trade, curation and governance at random", async () => {
    const { tallies, events } = await agree(running(), played, { onProgress });
    expect(events.total).to.be.at.least(EVENTS);
    const differences = [...tallies.values()].flatMap((tally) => tally.differences);
    expect(differences).to.deep.equal([]);
    expect(events.kinds.size - neverSeen(events).length, "kinds of events").to.be.at.least(KINDS);
  });

  for (const [sabotage, lie] of Object.entries(SABOTAGES)) {
    it(`do not agree where ${lie}`, async () => {
      const told = { onProgress, sabotage: sabotage as Sabotage, areas: ["royalties"] };
      const { tallies } = await agree(running(), played, told);
      expect([...tallies.values()].flatMap((tally) => tally.differences)).not.to.have.length(0);
    });
  }

  it("sums every day up to what its rows come to", async () => {
    const { indexed, stored } = await compareDailySums(createSubgraphClient({ url: running().graphqlUrl ?? "" }));
    expect(Object.keys(stored ?? {}).length).to.be.greaterThan(50);
    expect(indexed).to.deep.equal(stored);
  });

  it("answers every query for auditors, as rows of a table", async () => {
    const subgraph = createSubgraphClient({ url: running().graphqlUrl ?? "" });
    const { desk, house, governed, workshop } = played;
    const [good] = desk.goods;
    const lot = numberToHex(house.lots[0] ?? 0n, { size: 28 });
    const { lot: judged } = await subgraph.query<{ lot: { studio: { id: Hex } } }>(
      "query ($lot: ID!) { lot(id: $lot) { studio { id } } }",
      { lot },
    );
    const answers: Record<string, [least: number, variables: Record<string, string | undefined>]> = {
      "account-earnings": [1, { account: desk.accounts[0] }],
      "agent-spending": [4, { agent: workshop.agent }],
      "board-powers": [1, { board: governed.board }],
      "lot-attestations": [2, { lot: numberToHex(workshop.lotId, { size: 28 }) }],
      "lot-life": [4, { lot }],
      "member-votes": [1, { member: localAccount(FOUNDER).address }],
      "recipe-revenue": [2, { recipe: recipeKey(good?.recipe ?? 0) }],
      "studio-lots": [house.lots.length, { studio: judged.studio.id }],
      "studio-milestones": [2, { studio: workshop.studio }],
    };
    expect(Object.keys(answers)).to.deep.equal(savedNames());
    for (const [name, [least, variables]] of Object.entries(answers)) {
      const query = readSaved(name);
      const given = Object.entries(variables).map(([key, value]) => `${key}=${value}`);
      const options = { query, variables: variablesOf(query, given), pageSize: 7 };
      const lines: string[] = [];
      for await (const line of exportCsv(subgraph, options)) lines.push(line);
      expect(lines[0], name).to.match(/^id,/);
      expect(lines.length - 1, name).to.be.at.least(least);
    }
  });

  it("answers what the README of the subgraph asks", async () => {
    const subgraph = createSubgraphClient({ url: running().graphqlUrl ?? "" });
    const { lots, judges, curation, registrar } = played.house;
    const block = Number(await registrar.getBlockNumber({ cacheTime: 0 }));
    const lot = numberToHex(lots[0] ?? 0n, { size: 28 });
    const variables = { lot, account: judges[0]?.account, curation: curation.toLowerCase(), block };
    const answers: unknown[] = [];
    for (const query of await codeBlocks("subgraph/README.md", "graphql")) {
      answers.push(await subgraph.query(query, variables));
    }
    const [why, again, judge, money] = answers;
    expect(why).to.have.nested.property("lot.status", "Accepted");
    expect(again).to.have.nested.property("lotSuspensions[0].lot.status", "Rejected");
    expect(judge).to.have.nested.property("curators[0].index", 1);
    expect(money).to.have.nested.property("curationBooks.deposits").that.has.length.greaterThan(1);
  });
});
