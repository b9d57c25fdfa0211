import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
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

  const head = (number: number, hasIndexingErrors = false): string =>
    JSON.stringify({ data: { _meta: { hasIndexingErrors, block: { number } } } });

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

  it("gives up after the time-out and on failed indexing", async () => {
    answers = [head(3)];
    const client = createSubgraphClient({ url, timeout: 20, pollingInterval: 1 });
    const late = await expectError("SubgraphTimeoutError", () => client.waitForIndexed({ blockNumber: 5n }));
    expect(late).to.include({ blockNumber: 5n, head: 3n });
    answers = [head(9, true)];
    await expectError("SubgraphIndexingError", () => client.waitForIndexed({ blockNumber: 5n }));
  });
});
