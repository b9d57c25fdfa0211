import { expect } from "chai";
import { studioActions } from "@imprimatur/sdk";
import { assetRegistryAbi } from "@imprimatur/sdk/abi";
import { checkDeployment } from "@imprimatur/sdk/addresses";
import { auditFromLogs, fetchLogs, logReader } from "@imprimatur/sdk/logs";
import { type AbiEvent, type Address, type Block, createClient, http, type RpcLog, walletActions } from "viem";
import { hardhat } from "viem/chains";
import { Fault, type FaultyNode, type Interference, startFaultyNode } from "../helpers/faultyNode.ts";
import { expectError, setStage, type Stage } from "./fixture.ts";
import { buy, fund, putOnSale } from "./market.ts";

const PRICE = 25_000_000n;
const WORKS = 6;

describe("sdk: nodes that lag, lie, refuse and break off", () => {
  let stage: Stage;
  let node: FaultyNode;
  let token: Address;
  let honest: string[];
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);

  const connect = (batch = false) =>
    createClient({
      ...{ chain: hardhat, account: stage.addressOf(1), pollingInterval: 10 },
      transport: http(node.url, { retryCount: 2, retryDelay: 5, batch }),
    })
      .extend(walletActions)
      .extend(studioActions({ addresses: stage.addresses }));

  const events = assetRegistryAbi.filter(
    (item) => item.type === "event" && ["RecipeRegistered", "AssetMinted", "LotCommitted"].includes(item.name),
  ) as AbiEvent[];
  const read = async (client = connect(), portion = 3n): Promise<string[]> => {
    const logs = await fetchLogs(client, { address: stage.addresses.assetRegistry, events, fromBlock: 0n, portion });
    return logs.map(({ blockHash, logIndex }) => `${blockHash}/${logIndex}`);
  };
  /** Interferes with one method; `how` is told how often it was called. */
  const on = (
    method: string,
    how: (answer: () => Promise<unknown>, times: number, params: unknown[]) => unknown,
  ): Interference => {
    let times = 0;
    return (call, answer) => (call.method === method ? how(answer, (times += 1), call.params) : answer());
  };
  const logsOf = async (answer: () => Promise<unknown>): Promise<RpcLog[]> => (await answer()) as RpcLog[];
  const countOf = (method: string): number => node.calls.filter((call) => call.method === method).length;

  before(async () => {
    process.on("unhandledRejection", note);
    stage = await setStage();
    node = await startFaultyNode(stage.protocol.connection);
    token = await fund(stage, "TestUSDC", stage.addressOf(5), 10n * PRICE);
    for (let i = 0; i < WORKS; i += 1) {
      await putOnSale(stage, {
        ...{ seller: 1, label: `work ${i}`, kind: "work", token, price: PRICE, usages: ["commercial"] },
        split: [{ account: stage.addressOf(1), weight: 1_000_000 }],
      });
    }
    honest = await read();
    expect(honest.length).to.be.at.least(WORKS);
  });

  beforeEach(() => {
    node.interfere = (_, answer) => answer();
    node.calls.length = 0;
  });

  after(async () => {
    await node[Symbol.asyncDispose]();
    process.off("unhandledRejection", note);
    expect(unhandled, "rejections that nobody handled").to.deep.equal([]);
  });

  describe("reads", () => {
    const readOffer = () => connect().getOffer({ offerId: `0x${"00".repeat(32)}` });
    const readClaimable = () => connect().getClaimable({ recipe: 1, token, payee: stage.addressOf(1) });

    it("are asked again while the node limits their rate, and say so when it goes on", async () => {
      const limit = new Fault({ status: 429, body: "Too Many Requests" });
      node.interfere = on("eth_call", (answer, times) => {
        if (times <= 2) throw limit;
        return answer();
      });
      expect(await readClaimable()).to.equal(0n);
      expect(countOf("eth_call")).to.equal(3);
      node.interfere = () => {
        throw limit;
      };
      await expectError("RateLimitedError", readClaimable);
      await expectError("RateLimitedError", () => read());
    });

    it("say whether the node is gone, busy, talks something else, or cuts its answer off", async () => {
      const ways: [string, Interference][] = [
        ["NodeUnreachableError", () => Promise.reject(new Fault("drop"))],
        ["NodeUnreachableError", () => Promise.reject(new Fault({ status: 503, body: "down" }))],
        ["NodeUnreachableError", () => Promise.reject(new Fault({ rpc: { code: -32603, message: "internal" } }))],
        ["NodeAnswerError", () => Promise.reject(new Fault({ status: 200, body: "<html>Please log in</html>" }))],
        ["NodeAnswerError", on("eth_call", () => "0x12")],
        ["CodeMissingError", on("eth_call", () => "0x")],
      ];
      for (const [name, interference] of ways) {
        node.interfere = interference;
        await expectError(name, readClaimable);
      }
    });

    it("still tell refusals of contracts, through HTTP as in process", async () => {
      await expectError("UnknownIdError", readOffer);
    });
  });

  describe("the chain", () => {
    it("must be the client's, for the deployment as for a transaction", async () => {
      node.interfere = on("eth_chainId", () => "0x1");
      await expectError("WrongChainError", () => checkDeployment(connect(), { deployment: stage.protocol.deployment }));
      const client = connect();
      const recipe = {
        licensor: stage.addressOf(1),
        kind: "work",
        split: [{ account: stage.addressOf(1), weight: 1_000_000 }],
      } as const;
      const error = await client.registerRecipe(recipe).catch((reason: unknown) => reason);
      expect(error).to.include({ name: "WrongChainError", found: 1, expected: 31337 });
      expect(countOf("eth_sendTransaction")).to.equal(0);
    });

    it("must hold the contracts of the deployment file, byte for byte", async () => {
      const { protocol } = stage;
      await checkDeployment(connect(), protocol);
      const { Licenses, LicenseMarket } = protocol.deployment;
      const stale = { Licenses: { ...Licenses!, address: LicenseMarket!.address } };
      await expectError("StaleAddressError", () => checkDeployment(connect(), { deployment: stale }));
      const absent = { Licenses: { ...Licenses!, address: stage.addressOf(3) } };
      await expectError("CodeMissingError", () => checkDeployment(connect(), { deployment: absent }));
    });
  });

  describe("logs", () => {
    it("are all read from a node that knows the last block only after a while", async () => {
      let behind = 3;
      node.interfere = async ({ method, params }, answer) => {
        const found = await answer();
        if (method === "eth_getLogs" && behind > 0) return [];
        if (method === "eth_getBlockByNumber" && params[0] !== "latest" && behind > 0) return ((behind -= 1), null);
        return found;
      };
      expect(await read()).to.deep.equal(honest);
      expect(behind).to.equal(0);
      node.interfere = on("eth_getBlockByNumber", (answer, _, [tag]) => (tag === "latest" ? answer() : null));
      await expectError("NodeAnswerError", () => read());
    });

    it("are asked for in halves where there are too many, and nothing is lost", async () => {
      node.interfere = on("eth_getLogs", (answer, _, [filter]) => {
        const { fromBlock, toBlock } = filter as { fromBlock: string; toBlock: string };
        if (BigInt(toBlock) - BigInt(fromBlock) < 2n) return answer();
        throw new Fault({ rpc: { code: -32005, message: "query returned more than 10000 results" } });
      });
      expect(await read(connect(), 10_000n)).to.deep.equal(honest);
      node.interfere = on("eth_getLogs", () => {
        throw new Fault({ rpc: { code: -32602, message: "block range is too wide" } });
      });
      await expectError("RangeTooLargeError", () => read());
    });

    it("come whole out of a connection that breaks in the middle of a batch", async () => {
      node.interfere = on("eth_getLogs", (answer, times) => {
        if (times % 2 === 1) throw new Fault("drop");
        return answer();
      });
      expect(await read(connect(true))).to.deep.equal(honest);
    });

    it("that contradict themselves are asked for again, then refused", async () => {
      const lies: ((logs: RpcLog[]) => RpcLog[])[] = [
        (logs) => [...logs, ...logs],
        (logs) => logs.map((log) => ({ ...log, address: stage.addressOf(9) })),
        (logs) => logs.map((log) => ({ ...log, blockNumber: "0xffffff" as const })),
        (logs) => logs.map((log) => ({ ...log, data: "0x" as const })),
        (logs) =>
          logs.flatMap((log) => [log, { ...log, logIndex: "0xff" as const, blockHash: `0x${"ab".repeat(32)}` }]),
      ];
      for (const lie of lies) {
        node.interfere = on("eth_getLogs", async (answer, times) => (times > 4 ? answer() : lie(await logsOf(answer))));
        expect(await read()).to.deep.equal(honest);
      }
      node.interfere = on("eth_getLogs", async (answer) => lies[0]!(await logsOf(answer)));
      await expectError("NodeAnswerError", () => read());
    });

    it("are read anew when the chain is reorganized between two pages", async () => {
      const { networkHelpers } = stage.protocol.connection;
      const snapshot = await networkHelpers.takeSnapshot();
      const before = await networkHelpers.takeSnapshot();
      await stage.as(1).registerRecipeAndWait({
        ...{ licensor: stage.addressOf(1), kind: "work" },
        split: [{ account: stage.addressOf(1), weight: 1_000_000 }],
      });
      const old = await read();
      const reorganize = async (): Promise<void> => {
        await before.restore();
        await networkHelpers.mine(2);
      };
      node.interfere = on("eth_getLogs", async (answer, times) => {
        if (times === 2) await reorganize();
        return answer();
      });
      const found = await read();
      expect(found).to.deep.equal(honest);
      expect(old.length).to.be.greaterThan(found.length);
      await snapshot.restore().catch(() => undefined);
    });

    it("of a chain that never comes to rest are refused", async () => {
      node.interfere = on("eth_getBlockByNumber", async (answer, times, [tag]) => {
        const block = (await answer()) as Block<string>;
        return tag === "latest" ? { ...block, hash: `0x${times.toString(16).padStart(64, "0")}` } : block;
      });
      await expectError("ChainReorganizedError", () => read(connect(), 10_000n));
    });

    it("that a node withholds show in the audit", async () => {
      const sold = await putOnSale(stage, {
        ...{ seller: 2, label: "sold", kind: "work", token, price: PRICE, usages: ["commercial"] },
        split: [{ account: stage.addressOf(2), weight: 1_000_000 }],
      });
      for (let i = 0; i < 2; i += 1) await buy(stage, 5, sold, PRICE);
      const { addresses } = stage;
      const audit = () => auditFromLogs(connect(), { addresses, fromBlock: 0n });
      expect((await audit()).differences).to.deep.equal([]);
      node.interfere = on("eth_getLogs", async (answer, _, [filter]) => {
        const logs = await logsOf(answer);
        const { address } = filter as { address: Address | Address[] };
        return [address].flat().includes(addresses.royaltySplitter)
          ? logs.filter(({ blockNumber }) => blockNumber !== logs.at(-1)?.blockNumber)
          : logs;
      });
      const { differences } = await audit();
      expect(differences).to.not.deep.equal([]);
    });

    it("are not waited for without end", async () => {
      const data = logReader(connect(), { addresses: stage.addresses, fromBlock: 0n, timeout: 30 });
      const error = await data.waitForIndexed({ blockNumber: 10_000n }).catch((reason: unknown) => reason);
      expect(error).to.include({ name: "NodeBehindError", blockNumber: 10_000n });
    });

    it("are those of the receipt's block, not of another one that took its place", async () => {
      const data = logReader(connect(), { addresses: stage.addresses, fromBlock: 0n, timeout: 200 });
      const { hash: blockHash, number: blockNumber, parentHash } = await stage.reader.getBlock();
      await data.waitForIndexed({ blockNumber, blockHash });
      await expectError("ChainReorganizedError", () => data.waitForIndexed({ blockNumber, blockHash: parentHash }));
      let looks = 0;
      node.interfere = on("eth_getBlockByNumber", async (answer) => {
        looks += 1;
        return looks === 1 ? { ...((await answer()) as Block), hash: parentHash } : answer();
      });
      await data.waitForIndexed({ blockNumber, blockHash });
      expect(looks).to.equal(2);
    });
  });
});
