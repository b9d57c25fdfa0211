import { expect } from "chai";
import type { RunWorkerParameters } from "@imprimatur/sdk/agent";
import { createClient, custom, type Hex, hexToNumber, numberToHex } from "viem";
import { hardhat } from "viem/chains";
import { type AgentHouse, BRIEF, breaking, fails, openAgentHouse, work } from "./agentHouse.ts";

describe("agent/runWorker: numbers of lots and transactions", () => {
  let stage: AgentHouse;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await openAgentHouse();
    const snapshot = await stage.house.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  beforeEach(() => rewind());

  type Answer = (call: { method: string; params?: unknown[] }, real: () => Promise<unknown>) => Promise<unknown>;
  /** A client whose node answers otherwise; `params` may be changed before the real one is asked. */
  function through(answer: Answer): RunWorkerParameters["client"] {
    const { provider } = stage.house.protocol.connection;
    const request = (call: Parameters<Answer>[0]) =>
      answer(call, async () => (await provider.request(call)) as unknown);
    return createClient({ chain: hardhat, transport: custom({ request }, { retryCount: 0 }), pollingInterval: 10 });
  }
  const committedLots = () => stage.house.registry.getEvents.LotCommitted({}, { fromBlock: stage.fromBlock });

  it("commits no second lot where the node that it asks first is behind its own commit", async () => {
    const parameters = await stage.worker();
    await fails("Error", () => work({ ...parameters, journal: breaking(parameters.journal, 1 + 4 * 3 + 3) }));
    const before = (await stage.client.getBlockNumber({ cacheTime: 0 })) - 1n;
    let behind = 1;
    const client = through((call, real) => {
      const isLatest = call.method === "eth_call" && call.params?.[1] === "latest";
      if (isLatest && behind-- > 0) call.params = [call.params?.[0], numberToHex(before)];
      return real();
    });
    const { steps } = await work({ ...parameters, client });
    expect(behind).to.be.below(1);
    expect(steps).to.deep.equal(["opened", "committed"]);
    expect(await committedLots()).to.have.length(1);
  });

  it("takes another number only when the nonce that its commit took is used", async () => {
    const parameters = await stage.worker({ brief: { ...BRIEF, count: 1 } });
    const dropped = through(({ method }, real) =>
      method === "eth_sendRawTransaction" ? Promise.reject(new Error("dropped")) : real(),
    );
    await work({ ...parameters, client: dropped }).catch(() => undefined);
    const noted = (await parameters.journal.read()).flatMap(({ entry }) => (entry.step === "sending" ? [entry] : []));
    expect(noted).to.have.length(1);
    await work({ ...parameters, run: "later" });
    let asked = 0;
    const client = through(async ({ method, params }, real) => {
      const isCount = method === "eth_getTransactionCount" && params?.[1] === "latest";
      return isCount && asked++ < 3 ? numberToHex(noted[0]?.nonce ?? 0) : real();
    });
    const { steps } = await work({ ...parameters, client });
    expect(asked).to.be.above(3);
    expect([steps[0], steps.at(-1)]).to.deep.equal(["reopened", "committed"]);
    expect(await committedLots()).to.have.length(2);
  });

  it("takes the next nonce where the one that it noted waits for transactions that are gone", async () => {
    const parameters = await stage.worker({ brief: { ...BRIEF, count: 1 } });
    const crowded = through(async ({ method, params }, real) => {
      if (method === "eth_sendRawTransaction") throw new Error("dropped");
      const isCount = method === "eth_getTransactionCount" && params?.[1] === "pending";
      return isCount ? numberToHex(hexToNumber((await real()) as Hex) + 3) : real();
    });
    await work({ ...parameters, client: crowded }).catch(() => undefined);
    const next = await stage.client.getTransactionCount({ address: stage.agent.address });
    const { report } = await work(parameters);
    expect((await stage.client.getLot({ lotId: report.lotId })).root).to.equal(report.root);
    const entries = (await parameters.journal.read()).map(({ entry }) => entry);
    const nonces = entries.flatMap((entry) => (entry.step === "sending" ? [entry.nonce] : []));
    expect(nonces).to.deep.equal([next + 3, next]);
  });
});
