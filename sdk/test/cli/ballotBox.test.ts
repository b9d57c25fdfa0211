import { expect } from "chai";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { putBallot } from "../../src/cli/ballotBox.ts";
import { expectError } from "../helpers/errors.ts";

const BALLOT = { kind: "audit", subject: 7n };

/** Milliseconds that an answer may take here. */
const TIMEOUT = 100;

describe("ballot boxes of curate judge", () => {
  const { signal } = new AbortController();
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** A box that answers this; with status 0 it never does. */
  async function box(status: number, said: object = {}, headers: Record<string, string> = {}) {
    const asked: { url: string | undefined; body: unknown }[] = [];
    server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (part: string) => (body += part));
      request.on("end", () => {
        asked.push({ url: request.url, body: JSON.parse(body) });
        if (status > 0) response.writeHead(status, headers).end(JSON.stringify(said));
      });
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server?.once("listening", resolve));
    return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }

  const put = (url: string) => putBallot(url, BALLOT, signal, TIMEOUT);

  it("puts a ballot in, with ids as decimal strings; twice is once", async () => {
    const stored = await box(201);
    await put(`${stored.url}/`);
    expect(stored.asked).to.deep.equal([{ url: "/v1/ballots", body: { kind: "audit", subject: "7" } }]);
    server?.close();
    await put((await box(409, { error: "duplicate" })).url);
  });

  it("reads no more of an answer than a box has to say", async () => {
    let written = 0;
    let leave = (): void => undefined;
    const left = new Promise<void>((resolve) => (leave = resolve));
    server = createServer((_, response) => {
      response.writeHead(403, { "content-type": "application/json" });
      const more = setInterval(() => {
        written += 32_768;
        response.write(" ".repeat(32_768));
      }, 1);
      response.on("close", () => {
        clearInterval(more);
        leave();
      });
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server?.once("listening", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error = await expectError("BallotRefusedError", () => putBallot(url, BALLOT, signal, 5_000));
    expect(error.message).to.include("it answered 403");
    await left;
    expect(written).to.be.lessThan(10_000_000);
  });

  it("tells why a box refuses a ballot", async () => {
    const { url } = await box(403, { error: "notDrawn", message: "the seed did not draw this curator" });
    const error = await expectError("BallotRefusedError", () => put(url));
    expect(error.message).to.include("the seed did not draw this curator");
  });

  it("tells a box that is busy, silent, no box, or not there; follows it nowhere", async () => {
    const other = await box(201);
    const target = server;
    for (const status of [503, 429, 0, 200]) {
      const { url } = await box(status);
      await expectError("BoxUnreachableError", () => put(url));
      server?.close();
    }
    const moved = await box(307, {}, { location: `${other.url}/v1/ballots` });
    await expectError("BoxUnreachableError", () => put(moved.url));
    expect(other.asked).to.deep.equal([]);
    target?.close();
    await expectError("BoxUnreachableError", () => put("http://127.0.0.1:9"));
  });
});
