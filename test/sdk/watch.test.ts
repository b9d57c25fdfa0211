import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { watchRecipeRegistered, watchStudioCreated, type WatchedEvent } from "@imprimatur/sdk/watch";
import { network } from "hardhat";
import { createClient, createTransport, custom, type EIP1193RequestFn, getAddress, keccak256, stringToHex } from "viem";
import { hardhat } from "viem/chains";
import { startFaultyNode } from "../helpers/faultyNode.ts";
import { CHARTER, setStage, type Stage } from "./fixture.ts";

/** A client whose node can be made to fail. */
function flaky({ protocol }: Stage) {
  const state = { failing: false };
  const request = ((call: { method: string; params?: unknown[] }) => {
    if (state.failing && call.method !== "eth_chainId") return Promise.reject(new Error("The node is away."));
    return protocol.connection.provider.request(call);
  }) as EIP1193RequestFn;
  const client = createClient({
    chain: hardhat,
    transport: custom({ request }, { retryCount: 0 }),
    pollingInterval: 20,
    cacheTime: 0,
  });
  return { client, state };
}

/** A client whose node can be replaced by that of another chain. */
function switching(stages: readonly Stage[]) {
  const state = { chain: 0 };
  const request = ((call: { method: string; params?: unknown[] }) =>
    (stages[state.chain] as Stage).protocol.connection.provider.request(call)) as EIP1193RequestFn;
  return { state, client: createClient({ transport: custom({ request }), pollingInterval: 20, cacheTime: 0 }) };
}

/** Waits until something holds; the mocha timeout ends what never does. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("watching events", () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await setStage();
  });

  const found = (index: number, name = "Atelier") =>
    stage.as(index).createStudioAndWait({
      name,
      symbol: "AT",
      preset: "solo",
      founders: [stage.addressOf(index)],
      charter: CHARTER,
    });

  const register = (index: number, commitment: string) =>
    stage.as(index).registerRecipeAndWait({
      licensor: stage.addressOf(index),
      kind: "work",
      commitment: keccak256(stringToHex(commitment)),
      split: [{ account: stage.addressOf(index), weight: 1_000_000, roles: ["artist"] }],
    });

  it("refuses to watch nothing in particular", () => {
    const { client } = flaky(stage);
    expect(() => watchStudioCreated(client, { onEvent: () => undefined } as never)).to.throw(/studioFactory/);
  });

  it("tells each event once, in order, with its decoded arguments, until it is ended", async () => {
    const { client } = flaky(stage);
    const seen: WatchedEvent<never>[] = [];
    const names: string[] = [];
    const { studioFactory } = stage.addresses;
    const stop = watchStudioCreated(client, {
      studioFactory,
      fromBlock: 0n,
      onEvent: (event) => {
        seen.push(event);
        names.push(event.args.config.name);
      },
    });
    const first = await found(1, "First");
    await found(2, "Second");
    await until(() => names.length === 2);
    expect(names).to.deep.equal(["First", "Second"]);
    expect(seen[0]).to.include({ removed: false, transactionHash: first.receipt.transactionHash });
    expect(seen[0]?.blockNumber).to.equal(first.receipt.blockNumber);
    stop();
    await found(3, "Third");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(names).to.have.length(2);
  });

  it("tells only what has the wanted indexed arguments", async () => {
    const { client } = flaky(stage);
    const { assetRegistry } = stage.addresses;
    const told: string[] = [];
    const stop = watchRecipeRegistered(client, {
      assetRegistry,
      fromBlock: 0n,
      args: { licensor: stage.addressOf(2) },
      onEvent: ({ args }) => told.push(args.licensor),
    });
    await register(1, "one");
    await register(2, "two");
    await until(() => told.length === 1);
    stop();
    expect(told).to.deep.equal([getAddress(stage.addressOf(2))]);
  });

  it("reports a node that fails, and a listener that throws, and goes on without losing an event", async () => {
    const { client, state } = flaky(stage);
    const errors: string[] = [];
    const names: string[] = [];
    const stop = watchStudioCreated(client, {
      studioFactory: stage.addresses.studioFactory,
      fromBlock: 0n,
      onError: ({ message }) => errors.push(message),
      onEvent: ({ args }) => {
        names.push(args.config.name);
        if (args.config.name === "First") throw new Error("The listener stumbled.");
      },
    });
    await found(1, "First");
    await until(() => names.length === 1);
    state.failing = true;
    await until(() => errors.some((message) => message.includes("The node is away.")));
    await found(2, "While away");
    state.failing = false;
    await until(() => names.length === 2);
    stop();
    expect(names).to.deep.equal(["First", "While away"]);
    expect(errors).to.include("The listener stumbled.");
  });

  it("takes back what a reorganization dropped, then tells what took its place, each once", async () => {
    const { client } = flaky(stage);
    const { networkHelpers } = stage.protocol.connection;
    const told: string[] = [];
    const stop = watchStudioCreated(client, {
      studioFactory: stage.addresses.studioFactory,
      fromBlock: 0n,
      onEvent: ({ args, removed }) => told.push(removed ? `not ${args.config.name}` : args.config.name),
    });
    await found(1, "First");
    const before = await networkHelpers.takeSnapshot();
    await found(1, "Dropped");
    await found(2, "Dropped too");
    await until(() => told.length === 3);
    await before.restore();
    await found(3, "Kept");
    await found(4, "Kept too");
    await until(() => told.includes("Kept too"));
    await found(5, "Later");
    await until(() => told.includes("Later"));
    stop();
    expect(told).to.deep.equal([
      ...["First", "Dropped", "Dropped too"],
      ...["not Dropped too", "not Dropped", "Kept", "Kept too", "Later"],
    ]);
  });

  it("tells of new events only, also on a chain that was set back", async () => {
    const { client } = flaky(stage);
    const { networkHelpers } = stage.protocol.connection;
    const before = await networkHelpers.takeSnapshot();
    await found(1, "Old");
    await found(2, "Old too");
    const { studioFactory } = stage.addresses;
    const names: string[] = [];
    let asked = 0;
    const ask = client.request as (call: object) => Promise<unknown>;
    const request = ((call: object) => {
      asked += 1;
      return ask(call);
    }) as typeof client.request;
    const stop = watchStudioCreated(
      { ...client, request },
      { studioFactory, onEvent: ({ args }) => names.push(args.config.name) },
    );
    await until(() => asked > 1);
    await before.restore();
    const askedBefore = asked;
    await until(() => asked > askedBefore + 1);
    await found(3, "New");
    await until(() => names.length > 0);
    stop();
    expect(names).to.deep.equal(["New"]);
  });

  /** A client of a web socket that tells of new blocks only when a test wants it, and that asks only once an hour. */
  function pushing() {
    const { provider } = stage.protocol.connection;
    const subscribed: string[] = [];
    const listeners: ((data: object) => void)[] = [];
    const state = { left: 0, heads: 0 };
    const request = (async (call: { method: string; params: unknown[] }) => {
      const answer: unknown = await provider.request(call);
      if (call.params[0] === "latest") state.heads += 1;
      return answer;
    }) as EIP1193RequestFn;
    const subscribe = ({ params, onData }: { params: [string]; onData: (data: object) => void }) => {
      subscribed.push(...params);
      listeners.push(onData);
      return Promise.resolve({ subscriptionId: "0x1", unsubscribe: () => Promise.resolve((state.left += 1)) });
    };
    const transport = () =>
      createTransport({ key: "socket", name: "A socket", type: "webSocket", request }, { subscribe });
    const client = createClient({ transport, pollingInterval: 3_600_000 });
    return {
      client,
      subscribed,
      push: () => {
        for (const tell of listeners) tell({ result: { number: "0x1" } });
      },
      answered: () => until(() => state.heads > 0),
      get left() {
        return state.left;
      },
    };
  }

  /** A client one of whose nodes is behind; a test says how far, and waits for its answers. */
  function lagging() {
    const { provider } = stage.protocol.connection;
    const state = { behind: 0n, answered: 0 };
    const request = (async (call: { method: string; params: [unknown, boolean] }) => {
      const answer: unknown = await provider.request(call);
      if (call.method !== "eth_getBlockByNumber" || call.params[0] !== "latest") return answer;
      state.answered += 1;
      const params = [`0x${(BigInt((answer as { number: string }).number) - state.behind).toString(16)}`, false];
      return state.behind === 0n ? answer : ((await provider.request({ method: call.method, params })) as unknown);
    }) as EIP1193RequestFn;
    const client = createClient({ transport: custom({ request }), pollingInterval: 20, cacheTime: 0 });
    const beBehind = async (blocks: bigint): Promise<void> => {
      state.behind = blocks;
      const before = state.answered;
      await until(() => state.answered > before + 2);
    };
    return { client, beBehind };
  }

  /** Watches studios; what is told stands in a list. */
  function watchNames(client: Parameters<typeof watchStudioCreated>[0], fromBlock?: bigint) {
    const told: string[] = [];
    const stop = watchStudioCreated(client, {
      studioFactory: stage.addresses.studioFactory,
      ...(fromBlock === undefined ? {} : { fromBlock }),
      onEvent: ({ args, removed }) => told.push(removed ? `not ${args.config.name}` : args.config.name),
    });
    return { told, stop };
  }

  it("tells nothing twice when a node that is behind answers in between", async () => {
    const { client, beBehind } = lagging();
    const { told, stop } = watchNames(client, 0n);
    await found(1, "First");
    await found(2, "Second");
    await until(() => told.length === 2);
    await beBehind(2n);
    await beBehind(0n);
    await found(3, "Third");
    await until(() => told.length === 3);
    stop();
    expect(told).to.deep.equal(["First", "Second", "Third"]);
  });

  it("tells nothing twice of blocks so old that it is forgotten what was told of them", async () => {
    const { client, beBehind } = lagging();
    const { networkHelpers } = stage.protocol.connection;
    const { told, stop } = watchNames(client, 0n);
    await found(1, "First");
    await until(() => told.length === 1);
    await networkHelpers.mine(90);
    await beBehind(0n);
    for (const blocks of [50n, 85n, 95n, 0n]) await beBehind(blocks);
    await found(2, "Second");
    await until(() => told.length > 1);
    await beBehind(0n);
    stop();
    expect(told).to.deep.equal(["First", "Second"]);
  });

  it("tells of new events only when the first answer is followed by one of a node that is behind", async () => {
    const { client, beBehind } = lagging();
    await found(1, "Old");
    await found(2, "Old too");
    const { told, stop } = watchNames(client);
    await beBehind(0n);
    await beBehind(3n);
    await beBehind(1n);
    await beBehind(0n);
    await found(3, "New");
    await until(() => told.length > 0);
    stop();
    expect(told).to.deep.equal(["New"]);
  });

  it("begins anew with a chain that was begun anew", async () => {
    const initialDate = new Date(Date.now() - 3_600_000);
    const other = await setStage(await network.create({ override: { initialDate } }));
    const { state, client } = switching([stage, other]);
    const { told, stop } = watchNames(client, 0n);
    await found(1, "Of before");
    await stage.protocol.connection.networkHelpers.mine(200);
    await until(() => told.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { studio } = await other.as(1).createStudioAndWait({
      ...{ name: "Of the other", symbol: "OT", preset: "solo", founders: [other.addressOf(1)], charter: CHARTER },
    });
    expect(studio).to.be.a("string");
    state.chain = 1;
    await until(() => told.includes("Of the other"));
    stop();
    expect(told.filter((name) => !name.startsWith("not "))).to.deep.equal(["Of before", "Of the other"]);
  });

  it("notices a branch by the blocks between, though a lagging node still has the last one that was told", async () => {
    const { provider, networkHelpers } = stage.protocol.connection;
    const forgotten: { old?: { number: string } } = {};
    const request = (async (call: { method: string; params: [unknown, boolean] }) => {
      const isOld = call.method === "eth_getBlockByNumber" && call.params[0] === forgotten.old?.number;
      return isOld ? forgotten.old : ((await provider.request(call)) as unknown);
    }) as EIP1193RequestFn;
    const paused = { until: Promise.resolve() };
    const waiting = (async (call: { method: string; params: [unknown, boolean] }) => {
      if (call.params[0] === "latest") await paused.until;
      return request(call as never);
    }) as EIP1193RequestFn;
    const client = createClient({ transport: custom({ request: waiting }), pollingInterval: 20, cacheTime: 0 });
    const { told, stop } = watchNames(client, 0n);
    const before = await networkHelpers.takeSnapshot();
    await found(1, "Dropped");
    await until(() => told.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    let resume = (): void => undefined;
    paused.until = new Promise((resolve) => (resume = resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const block: unknown = await provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] });
    forgotten.old = block as { number: string };
    await before.restore();
    await found(2, "In its place");
    await networkHelpers.mine(3);
    resume();
    await until(() => told.length > 1);
    stop();
    expect(told).to.deep.equal(["Dropped", "not Dropped", "In its place"]);
  });

  it("goes on when the handler of errors throws", async () => {
    const { client, state } = flaky(stage);
    const { studioFactory } = stage.addresses;
    const names: string[] = [];
    let errors = 0;
    const stop = watchStudioCreated(client, {
      ...{ studioFactory, fromBlock: 0n },
      onError: () => {
        errors += 1;
        throw new Error("Nor does the handler know what to do.");
      },
      onEvent: ({ args }) => {
        names.push(args.config.name);
        throw new Error("The listener stumbled.");
      },
    });
    await found(1, "First");
    await until(() => errors === 1);
    state.failing = true;
    await until(() => errors > 2);
    state.failing = false;
    await found(2, "Second");
    await until(() => names.length === 2);
    stop();
    expect(names).to.deep.equal(["First", "Second"]);
  });

  it("is told of blocks by a web socket, and asks what it was not told of when the socket breaks", async () => {
    const socket = pushing();
    const { told, stop } = watchNames(socket.client);
    await until(() => socket.subscribed.includes("newHeads"));
    await socket.answered();
    await found(1, "Pushed");
    socket.push();
    await until(() => told.length === 1);
    await found(2, "While broken");
    await found(3, "While broken too");
    socket.push();
    await until(() => told.length === 3);
    stop();
    expect(socket.subscribed).to.deep.equal(["newHeads"]);
    expect(socket.left).to.equal(1);
    expect(told).to.deep.equal(["Pushed", "While broken", "While broken too"]);
  });

  it("leaves nothing at the node, and nothing running once it is stopped while the node is away", async () => {
    await found(1, "First");
    const node = await startFaultyNode(stage.protocol.connection);
    const program = fileURLToPath(new URL("../../sdk/test/helpers/watchUntilAway.ts", import.meta.url));
    const options = ["--conditions=source", "--import", "tsx", program];
    const child = spawn(process.execPath, [...options, node.url, stage.addresses.studioFactory], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    expect(String(line)).to.equal("First\n");
    await node[Symbol.asyncDispose]();
    const tooLong = setTimeout(() => child.kill("SIGKILL"), 15_000);
    const [exitCode] = (await once(child, "exit")) as [number | null];
    clearTimeout(tooLong);
    expect(exitCode).to.equal(0);
    const methods = new Set(node.calls.map(({ method }) => method));
    expect([...methods].filter((method) => /filter/i.test(method))).to.deep.equal([]);
  }).timeout(60_000);

  it("is a loop too, which ends with its signal and throws what nobody handles", async () => {
    const { client, state } = flaky(stage);
    const { studioFactory } = stage.addresses;
    const names: string[] = [];
    const ending = new AbortController();
    await found(1, "First");
    const { signal } = ending;
    for await (const { args } of watchStudioCreated.events(client, { studioFactory, fromBlock: 0n, signal })) {
      names.push(args.config.name);
      if (names.length === 1) await found(2, "Second");
      else ending.abort();
    }
    expect(names).to.deep.equal(["First", "Second"]);

    const next = watchStudioCreated.events(client, { studioFactory }).next();
    state.failing = true;
    const failure: unknown = await next.catch((error: unknown) => error);
    expect(String(failure)).to.include("The node is away.");
  });
});
