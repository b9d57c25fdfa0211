import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { keccak256, stringToHex } from "viem";
import { createSubgraphClient } from "../../src/subgraph/client.ts";
import { expectError } from "../helpers/errors.ts";

describe("createSubgraphClient", () => {
  let server: Server;
  let url: string;
  let answers: string[];

  beforeEach(async () => {
    answers = [];
    server = createServer((_, response) => response.end(answers.length > 1 ? answers.shift() : answers[0]));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const head = (number: number, hasIndexingErrors = false, hash?: string): string =>
    JSON.stringify({ data: { _meta: { hasIndexingErrors, block: { number, hash } } } });

  /** The hash of a block on one branch of the chain or another. */
  const hashOf = (branch: string, number: number) => keccak256(stringToHex(`${branch} ${number}`));

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

    // Further on, the index is asked whether it knows the block.
    const unknown = '{"errors":[{"message":"no block with that hash found"}]}';
    answers = [head(7, false, hashOf("old", 7)), unknown, head(8, false, hashOf("new", 8)), head(5), "[]"];
    await client.waitForIndexed(receipt);
    expect(answers).to.deep.equal(["[]"]);
  });

  it("gives up on a block that was replaced, and compares no hash that it is not told, or of long ago", async () => {
    const client = createSubgraphClient({ url, timeout: 20, pollingInterval: 1 });
    const receipt = { blockNumber: 5n, blockHash: hashOf("new", 5) };
    answers = [head(5, false, hashOf("old", 5))];
    const error = await expectError("SubgraphTimeoutError", () => client.waitForIndexed(receipt));
    expect(String(error)).to.include(`Not indexed: ${receipt.blockHash}`);
    await client.waitForIndexed({ blockNumber: 5n });
    answers = [head(5)];
    await client.waitForIndexed(receipt);
    answers = [head(5_000, false, hashOf("old", 5_000))];
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
