import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect } from "chai";
import fc from "fast-check";
import {
  deserialize,
  getOfferQueryOptions,
  indexedLotQueryOptions,
  queryKeyPrefix,
  type QuerySource,
  refreshAfter,
  serialize,
  subgraphQueryOptions,
  waitForIndexedQueryOptions,
} from "@imprimatur/sdk/query";
import type { StudioData } from "@imprimatur/sdk";
import { createSubgraphClient } from "@imprimatur/sdk/subgraph";
import { LotUnknownError, NodeUnreachableError } from "@imprimatur/sdk/errors";
import { createClient, custom, zeroAddress, zeroHash } from "viem";
import { expectError } from "../helpers/errors.ts";

const ADDRESS = "0x00000000000000000000000000000000000000a1";
const ADDRESSES = {
  assetRegistry: ADDRESS,
  royaltySplitter: ADDRESS,
  licenseMarket: ADDRESS,
  licenses: ADDRESS,
  studioFactory: ADDRESS,
} as const;

/** Whatever a query may be asked with. */
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.string(),
    fc.bigInt(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie("value"), { maxKeys: 4 }),
  ),
})).value;

/** A node at the heights given, one after the other, the last one for ever. */
function sourceAt(...heights: number[]): QuerySource & { asked: number } {
  const request = async ({ method }: { method: string }): Promise<unknown> => {
    expect(method).to.equal("eth_blockNumber");
    source.asked++;
    return `0x${((heights.length > 1 ? heights.shift() : heights[0]) ?? 0).toString(16)}`;
  };
  const client = createClient({ transport: custom({ request }, { retryCount: 0 }) });
  const source = { client, chainId: 31337, addresses: ADDRESSES, asked: 0 };
  return source;
}

/** An index that is asked of no more than how far it is. */
const indexThat = (waitForIndexed: StudioData["waitForIndexed"]): StudioData => ({ waitForIndexed }) as StudioData;

describe("queries", () => {
  it("refuse what a key cannot hold, naming the place", async () => {
    for (const [value, kind] of [
      [() => 1, "function"],
      [Number.NaN, "NaN"],
      [new Map(), "an object of class Map"],
      [Symbol("x"), "symbol"],
    ] as const) {
      const error = await expectError("QueryKeyValueError", () => serialize({ purchase: [value] }));
      expect(String(error)).to.include(`itself.purchase[0] is ${kind}`);
    }
  });

  it("survive the trip through JSON, bigints and bytes included", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(deserialize(serialize(value))).to.deep.equal(value);
      }),
    );
  });

  it("tell apart a bigint, its digits and the number", () => {
    expect(new Set([1n, "1", 1, [1n], { $big: "1" }].map(serialize))).to.have.property("size", 5);
  });

  it("have equal keys for equal parameters, whatever their order, and different ones for other studios", () => {
    const source = sourceAt(1);
    const hash = (parameters: object, from: QuerySource = source): string =>
      JSON.stringify(getOfferQueryOptions(from, parameters as { offerId: typeof zeroHash }).queryKey);
    const blockNumber = 5n;
    expect(hash({ offerId: zeroHash, blockNumber })).to.equal(hash({ blockNumber, offerId: zeroHash }));
    expect(hash({ offerId: zeroHash, blockNumber: undefined })).to.equal(hash({ offerId: zeroHash }));
    const elsewhere = { ...source, addresses: { ...ADDRESSES, licenseMarket: zeroAddress } } as const;
    expect(hash({ offerId: zeroHash }, elsewhere)).not.to.equal(hash({ offerId: zeroHash }));
    expect(hash({ offerId: zeroHash }, { ...source, chainId: 1 })).not.to.equal(hash({ offerId: zeroHash }));
  });

  it("have keys of their own for each index, and the same for the same one", () => {
    const keyOf = (index: Pick<QuerySource, "subgraph" | "data">): string =>
      JSON.stringify(indexedLotQueryOptions({ ...sourceAt(1), ...index }, { lotId: 1n }).queryKey);
    const [one, other] = [indexThat(() => Promise.resolve()), indexThat(() => Promise.resolve())];
    const [here, there] = ["http://127.0.0.1:8000/here", "http://127.0.0.1:8000/there"];
    const keys = [{ data: one }, { data: other }, { subgraph: here }, { subgraph: there }, {}].map(keyOf);
    expect(new Set(keys).size).to.equal(keys.length);
    expect(keyOf({ data: one })).to.equal(keys[0]);
    expect(keyOf({ subgraph: createSubgraphClient({ url: here }) })).to.equal(keys[2]);
    const waits = [here, there].flatMap((subgraph) =>
      [{}, { blockHash: zeroHash }].map((block) => {
        const receipt = { blockNumber: 1n, ...block };
        const source = { ...sourceAt(1), subgraph };
        return JSON.stringify([
          waitForIndexedQueryOptions(new QueryClient(), source, receipt).queryKey,
          subgraphQueryOptions(source, { query: "{ offers { id } }" }).queryKey,
        ]);
      }),
    );
    expect(new Set(waits).size).to.equal(4);
  });

  it("are asked again where the way failed, and not where the chain refused", () => {
    const { retry } = getOfferQueryOptions(sourceAt(1), { offerId: zeroHash });
    const lost = new NodeUnreachableError([]);
    expect([0, 2, 3].map((failures) => retry?.(failures, lost))).to.deep.equal([true, true, false]);
    expect(retry?.(0, new Error("something else"))).to.equal(true);
    expect(retry?.(0, new LotUnknownError(1n))).to.equal(false);
  });

  it("say that there is no index, once asked", async () => {
    const query = indexedLotQueryOptions(sourceAt(1), { lotId: 1n });
    await expectError("DataSourceMissingError", query.queryFn);
  });
});

describe("what a transaction changes", () => {
  let cache: QueryClient;
  const fresh: string[] = [];

  beforeEach(() => {
    cache = new QueryClient();
    fresh.length = 0;
  });

  afterEach(() => cache.clear());

  /** Keeps a query in use that notes when it is asked. */
  function watch(name: string, queryKey: readonly unknown[]): () => void {
    const queryFn = () => {
      fresh.push(name);
      return Promise.resolve(name);
    };
    return new QueryObserver(cache, { queryKey, queryFn, staleTime: Infinity }).subscribe(() => undefined);
  }

  async function watchAll(): Promise<() => void> {
    const ends = (["licensing", "royalties", "registry", "curation", "governance", "board", "data"] as const).map(
      (topic) => watch(topic, [...queryKeyPrefix(31337, topic), "getX", {}]),
    );
    ends.push(watch("elsewhere", [...queryKeyPrefix(1, "licensing"), "getX", {}]));
    ends.push(watch("foreign", ["balance", {}]));
    await new Promise((resolve) => setTimeout(resolve));
    fresh.length = 0;
    return () => {
      for (const end of ends) end();
    };
  }

  it("is asked anew: by a purchase what licenses, money and assets say, and nothing else", async () => {
    const end = await watchAll();
    await refreshAfter(cache, sourceAt(7), "licensing", { blockNumber: 7n });
    expect(fresh.toSorted()).to.deep.equal(["licensing", "registry", "royalties"]);
    end();
  });

  it("is everything of the chain for a vote, and of no other chain", async () => {
    const end = await watchAll();
    await refreshAfter(cache, sourceAt(7), "governance", { blockNumber: 7n });
    expect(fresh.toSorted()).to.deep.equal(["board", "curation", "governance", "licensing", "registry", "royalties"]);
    end();
  });

  it("waits for a node that lags behind the wallet's", async () => {
    const end = await watchAll();
    const source = sourceAt(5, 6, 7);
    await refreshAfter(cache, source, "licensing", { blockNumber: 7n });
    expect(source.asked).to.equal(3);
    expect(fresh).to.include("licensing");
    end();
  });

  it("is what the index says once it is there, waited for once by everybody", async () => {
    const end = await watchAll();
    let waits = 0;
    let arrive = (): void => undefined;
    const data = indexThat(() => {
      waits++;
      return new Promise((resolve) => (arrive = resolve));
    });
    const source = { ...sourceAt(7), data };
    const done = refreshAfter(cache, source, "licensing", { blockNumber: 7n });
    const shared = cache.query(waitForIndexedQueryOptions(cache, source, { blockNumber: 7n }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fresh).not.to.include("data");
    arrive();
    await Promise.all([done, shared]);
    expect(fresh).to.include("data");
    expect(waits).to.equal(1);
    end();
  });

  it("fails nobody where the index has failed, and says so to who waits", async () => {
    const source = { ...sourceAt(7), data: indexThat(() => Promise.reject(new Error("indexing has failed"))) };
    await refreshAfter(cache, source, "licensing", { blockNumber: 7n });
    const waiting = cache.query(waitForIndexedQueryOptions(cache, source, { blockNumber: 7n }));
    expect(String(await expectError("Error", () => waiting))).to.include("indexing has failed");
  });
});
