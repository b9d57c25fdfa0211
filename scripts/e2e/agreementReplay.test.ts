import { expect } from "chai";
import { createSubgraphClient } from "@imprimatur/sdk/subgraph";
import { numberToHex } from "viem";
import { agree } from "../agreement/agree.ts";
import { neverSeen } from "../agreement/eventKinds.ts";
import { play, type Played } from "../agreement/play.ts";
import { SABOTAGES, type Sabotage } from "../agreement/sabotage.ts";
import { graphNodeBinary } from "../stack/graphNode.ts";
import { FREE_PORTS, type Stack, startStack } from "../stack/stack.ts";
import { codeBlocks } from "./documentation.ts";

const SEED = 20_261_120;
const EVENTS = process.env["RELEASE"] === "1" ? 10_000 : 600;
/** Kinds of events that such a game logs at least. */
const KINDS = 110;

const onProgress = (): void => undefined;

describe("chain, logs and subgraph", function () {
  let stack: Stack | undefined;
  let played: Played;

  before(async function () {
    if (graphNodeBinary() === undefined) this.skip();
    const started = await startStack({ onProgress, ports: FREE_PORTS, signal: new AbortController().signal });
    stack = started;
    played = await play(started, { events: EVENTS, seed: SEED, onProgress });
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
