import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { keccak256, stringToHex } from "viem";
import { createSubgraphClient } from "../../src/subgraph/client.ts";
import { expectError } from "../helpers/errors.ts";

/** The hash of a block on one branch of the chain or another. */
const hashOf = (branch: string, number: number) => keccak256(stringToHex(`${branch} ${number}`));

type Blocks = { head: number; branch: string; from: number };

/** Answers as graph-node does: about its head, and by hash about any block that it has stored. */
class Index {
  head: { number: number; hash: string };
  /** How often it was asked for a parent. */
  asked = 0;
  readonly #parents = new Map<string, string>();

  constructor(blocks: Blocks) {
    this.head = { number: blocks.head, hash: hashOf(blocks.branch, blocks.head) };
    this.store(blocks);
  }

  store({ head, branch, from }: Blocks): void {
    for (let at = from; at <= head; at += 1) this.#parents.set(hashOf(branch, at), hashOf(branch, at - 1));
  }

  answer(body: string): string {
    const { variables } = JSON.parse(body) as { variables: { hash?: string } };
    if (variables.hash === undefined)
      return JSON.stringify({ data: { _meta: { hasIndexingErrors: false, block: this.head } } });
    this.asked += 1;
    const parentHash = this.#parents.get(variables.hash);
    return JSON.stringify(
      parentHash === undefined
        ? { errors: [{ message: "Failed to decode `block.hash` value: `no block with that hash found`" }] }
        : { data: { _meta: { block: { parentHash } } } },
    );
  }
}

describe("createSubgraphClient", () => {
  let server: Server;
  let url: string;
  let answers: string[];
  /** Answers in place of `answers`, where a test has an index. */
  let index: Index | undefined;

  beforeEach(async () => {
    answers = [];
    index = undefined;
    server = createServer((request, response) => {
      void (async () => {
        const body = await text(request);
        response.end(index?.answer(body) ?? (answers.length > 1 ? answers.shift() : answers[0]));
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const head = (number: number, hasIndexingErrors = false, hash?: string): string =>
    JSON.stringify({ data: { _meta: { hasIndexingErrors, block: { number, hash } } } });

  it("gives the endpoint's complaints, all of them", async () => {
    answers = ['{"errors":[{"message":"no such field"},{"message":"nor that one"}]}'];
    const error = await expectError("SubgraphError", () => createSubgraphClient({ url }).query("{ x }"));
    expect(error).to.have.deep.property("details", ["no such field", "nor that one"]);
  });

  it("says so when the answer is no JSON, has no data, or nobody answers", async () => {
    for (const answer of ["<html>", "{}"]) {
      answers = [answer];
      await expectError("SubgraphError", () => createSubgraphClient({ url }).query("{ x }"));
    }
    const nobody = createSubgraphClient({ url: "http://127.0.0.1:1" });
    await expectError("SubgraphError", () => nobody.query("{ x }"));
  });

  it("waits until the block is indexed", async () => {
    answers = [head(3), head(4), head(5)];
    await createSubgraphClient({ url, pollingInterval: 1 }).waitForIndexed({ blockNumber: 5n });
    expect(answers).to.have.length(1);
  });

  it("waits for the receipt's own block, not for another one of its number", async () => {
    const receipt = { blockNumber: 5n, blockHash: hashOf("new", 5) };
    const client = createSubgraphClient({ url, pollingInterval: 1, timeout: 2_000 });
    answers = [head(5, false, hashOf("old", 5)), head(4, false, hashOf("new", 4)), head(5, false, hashOf("new", 5))];
    await client.waitForIndexed(receipt);
    expect(answers).to.have.length(1);
  });

  it("waits until the branch that is indexed has the block, though one that was left is stored still", async () => {
    const receipt = { blockNumber: 5n, blockHash: hashOf("new", 5) };
    const client = createSubgraphClient({ url, pollingInterval: 1, timeout: 20 });
    index = new Index({ head: 8, branch: "old", from: 3 });
    index.store({ head: 5, branch: "new", from: 4 });
    const error = await expectError("SubgraphTimeoutError", () => client.waitForIndexed(receipt));
    expect(String(error)).to.include(`Not indexed: ${receipt.blockHash}`);
    index.head = { number: 9, hash: hashOf("new", 9) };
    index.store({ head: 9, branch: "new", from: 4 });
    await client.waitForIndexed(receipt);
  });

  it("tells blocks apart as far down as an index goes back, and asks for none of them twice", async () => {
    const client = createSubgraphClient({ url, pollingInterval: 1, timeout: 20 });
    index = new Index({ head: 400, branch: "new", from: 0 });
    const at = (branch: string, number: number) => ({ blockNumber: BigInt(number), blockHash: hashOf(branch, number) });
    await client.waitForIndexed(at("new", 150));
    expect(index.asked).to.equal(250);
    await expectError("SubgraphTimeoutError", () => client.waitForIndexed(at("old", 150)));
    await client.waitForIndexed(at("new", 200));
    expect(index.asked).to.equal(250);
    await client.waitForIndexed(at("old", 149));
  });

  it("takes a block for indexed below what the index has kept, and waits above", async () => {
    const client = createSubgraphClient({ url, pollingInterval: 1, timeout: 20 });
    index = new Index({ head: 100, branch: "new", from: 60 });
    await client.waitForIndexed({ blockNumber: 50n, blockHash: hashOf("new", 50) });
    index = new Index({ head: 1_100, branch: "new", from: 1_080 });
    const receipt = { blockNumber: 1_070n, blockHash: hashOf("new", 1_070) };
    await expectError("SubgraphTimeoutError", () => client.waitForIndexed(receipt));
  });

  it("waits on when the endpoint fails while a block is looked for", async () => {
    const receipt = { blockNumber: 5n, blockHash: hashOf("new", 5) };
    const client = createSubgraphClient({ url, pollingInterval: 1, timeout: 2_000 });
    const busy = '{"errors":[{"message":"too many queries"}]}';
    answers = [head(7, false, hashOf("old", 7)), busy, busy, head(5, false, hashOf("new", 5)), "[]"];
    await client.waitForIndexed(receipt);
    expect(answers).to.deep.equal(["[]"]);
  });

  it("gives up on a block that was replaced, and compares no hash that it is not told", async () => {
    const client = createSubgraphClient({ url, timeout: 20, pollingInterval: 1 });
    const receipt = { blockNumber: 5n, blockHash: hashOf("new", 5) };
    answers = [head(5, false, hashOf("old", 5))];
    const error = await expectError("SubgraphTimeoutError", () => client.waitForIndexed(receipt));
    expect(String(error)).to.include(`Not indexed: ${receipt.blockHash}`);
    await client.waitForIndexed({ blockNumber: 5n });
    answers = [head(5)];
    await client.waitForIndexed(receipt);
  });

  it("gives up after the time-out and on failed indexing", async () => {
    answers = [head(3)];
    const client = createSubgraphClient({ url, timeout: 20, pollingInterval: 1 });
    const late = await expectError("SubgraphTimeoutError", () => client.waitForIndexed({ blockNumber: 5n }));
    expect(late).to.include({ blockNumber: 5n, head: 3n });
    answers = [head(9, true)];
    await expectError("SubgraphIndexingError", () => client.waitForIndexed({ blockNumber: 5n }));
  });
});
