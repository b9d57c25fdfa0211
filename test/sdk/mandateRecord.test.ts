import { expect } from "chai";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { type MandateLog, readMandateLog, scorecardOf } from "@imprimatur/sdk/agent";
import { createClient, getAddress, type Hex, http, numberToHex } from "viem";
import { hardhat } from "viem/chains";
import { cli } from "../../sdk/test/cli/harness.ts";
import { nextNonce } from "../agents/committing.ts";
import { callFrom, DAY, OTHER_POLICY, pay, USDC } from "../agents/mandates.ts";
import { closeAudit, commitLot, drawSeed, laneMask, unanimous } from "../curation/fixture.ts";
import { type FaultyNode, type Interference, startFaultyNode } from "../helpers/faultyNode.ts";
import { actAs } from "../studio/replacing.ts";
import { type AgentHouse, openAgentHouse, POLICY_HASH } from "./agentHouse.ts";

describe("agent/readMandateLog", () => {
  let stage: AgentHouse;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await openAgentHouse();
    const snapshot = await stage.house.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  beforeEach(() => rewind());

  const read = async (client: Parameters<typeof readMandateLog>[0] = stage.client): Promise<MandateLog> => {
    const { house, mandateId } = stage;
    const log = await readMandateLog(client, { mandates: house.mandates.address, mandateId, fromBlock: 0n });
    return log ?? expect.fail("the mandate is not found");
  };

  describe("tells a record", () => {
    /** The agent's next lot. */
    const commit = async (count: number) => commitLot(stage.house, { count, nonce: await nextNonce(stage.house) });
    /** All curators but the one who answers for the agent find these assets bad. */
    const judge = async (lotId: bigint, ...bad: number[]) => {
      await drawSeed(stage.house, lotId);
      await closeAudit(stage.house, lotId, unanimous(9, laneMask(...bad)).slice(1));
    };

    it("of verdicts, blocked assets, pauses that count and lifts that do not, and policies, to the last figure", async () => {
      const { house, mandateId } = stage;
      const { mandates, timelock, clones, connection } = house;
      await actAs(house.protocol, clones.board);
      const pause = (account: Hex, until: number) => mandates.write.pause([mandateId, until], { account });
      const later = async () => (await connection.networkHelpers.time.latest()) + DAY;
      await judge(await commit(4));
      await judge(await commit(12), 3, 7);
      await judge(await commit(8), 0, 1, 2);
      await pay(house, mandateId, 7n * USDC, { policy: POLICY_HASH });
      await callFrom(house, mandateId, { policy: POLICY_HASH });
      await pause(clones.board, await later());
      await pause(clones.board, 0);
      await pause(timelock, await later());
      await pause(timelock, await connection.networkHelpers.time.latest());
      await mandates.write.changePolicy([mandateId, OTHER_POLICY], { account: timelock });
      await commit(3);
      await pay(house, mandateId, 2n * USDC, { policy: OTHER_POLICY });

      const log = await read();
      expect(log.decisions.map(({ kind }) => kind)).to.deep.equal([
        ...["paused", "lifted", "paused", "lifted"],
        "policyChanged",
      ]);
      const addresses = addressesOf(house.protocol.deployment);
      expect(await scorecardOf(stage.client, { log, addresses })).to.deep.equal({
        spent: 9n * USDC,
        spentBy: [{ account: getAddress(house.payee), amount: 9n * USDC, acts: 2 }],
        acts: { paid: 2, bought: 0, called: 1 },
        lots: 4,
        judgedLots: 4,
        assets: 27,
        verdicts: { none: 0, pending: 1, accepted: 2, rejected: 1, suspended: 0 },
        blocked: 2,
        acceptance: 666_667,
        pauses: 2,
        policies: 2,
        reviews: 0,
        unbroken: true,
      });
    });
  });

  describe("of a node that lies", () => {
    let node: FaultyNode;
    let folder: string;
    let deployment: string;

    before(async () => {
      node = await startFaultyNode(stage.house.protocol.connection);
      folder = await mkdtemp(join(tmpdir(), "imprimatur-log-"));
      deployment = join(folder, "31337.json");
      await writeFile(deployment, JSON.stringify(stage.house.protocol.deployment));
    });
    after(async () => {
      await node[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    });
    beforeEach(async () => {
      node.interfere = (_, answer) => answer();
      for (const amount of [1n, 2n, 3n]) await pay(stage.house, stage.mandateId, amount, { policy: POLICY_HASH });
    });

    type Log = { topics: Hex[]; data: Hex };
    const isPayment = ({ data }: Log, amount: bigint) =>
      data.length === 2 + 2 * 64 && data.startsWith(numberToHex(amount, { size: 32 }));
    /** Changes what the node says of the payment of an amount. */
    const about =
      (amount: bigint, change: (log: Log) => Log[]): Interference =>
      async ({ method }, answer) => {
        const logs = await answer();
        if (method !== "eth_getLogs") return logs;
        return (logs as Log[]).flatMap((log) => (isPayment(log, amount) ? change(log) : [log]));
      };
    const hiding = (amount: bigint) => about(amount, () => []);
    const raising = (amount: bigint) =>
      about(amount, (log) => [{ ...log, data: `${numberToHex(amount + 5n, { size: 32 })}${log.data.slice(66)}` }]);
    const log = () => {
      const { studio } = stage.house.clones;
      return cli([
        "mandate",
        "log",
        stage.mandateId,
        "--studio",
        studio,
        "--rpc",
        node.url,
        "--deployment",
        deployment,
      ]);
    };

    it("is unbroken as long as it does not", async () => {
      const { exitCode, stdout } = await log();
      expect([exitCode, stdout.includes("The log is unbroken.")]).to.deep.equal([0, true]);
    });

    it("is unbroken where the agent acts while it is read", async () => {
      let acts = 0;
      node.interfere = async ({ method }, answer) => {
        const said = await answer();
        if (method === "eth_getLogs" && acts++ === 0)
          await pay(stage.house, stage.mandateId, 4n, { policy: POLICY_HASH });
        return said;
      };
      const { exitCode, stdout } = await log();
      expect([acts > 0, exitCode, stdout.includes("The log is unbroken.")]).to.deep.equal([true, 0, true]);
    });

    const cases: [string, Interference, [number, boolean][]][] = [
      [
        "hides an act in the middle",
        hiding(2n),
        [
          [1, true],
          [3, false],
        ],
      ],
      [
        "hides the last act",
        hiding(3n),
        [
          [1, true],
          [2, true],
        ],
      ],
      [
        "alters an act in the middle",
        raising(2n),
        [
          [1, true],
          [2, false],
          [3, true],
        ],
      ],
      [
        "alters the last act",
        raising(3n),
        [
          [1, true],
          [2, true],
          [3, false],
        ],
      ],
    ];
    for (const [what, interfere, acts] of cases) {
      it(`is broken when it ${what}, and the command fails`, async () => {
        node.interfere = interfere;
        const client = createClient({ chain: hardhat, transport: http(node.url, { retryCount: 0 }) });
        const found = await read(client);
        expect(found.unbroken).to.equal(false);
        expect(found.acts.map(({ number, chained }) => [number, chained])).to.deep.equal(acts);
        const { exitCode, stdout } = await log();
        expect([exitCode, stdout.includes("The log is broken: events are missing or false.")]).to.deep.equal([1, true]);
      });
    }
  });
});
