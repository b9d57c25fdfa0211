import { expect } from "chai";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { httpProvider, type HttpProviderParameters, screen, type ScreeningAnswer } from "@imprimatur/sdk/compliance";
import { sha256, stringToBytes } from "viem";
import { expectError } from "../helpers/errors.ts";

const ITEMS = ["a", "b"].map((name) => ({
  name,
  mediaType: "text/plain",
  contentHash: sha256(stringToBytes(name)),
  text: `secret ${name}`,
}));
const SEARCHED: ScreeningAnswer = {
  outcome: "searched",
  methods: ["service"],
  matches: [{ method: "service", source: "stock", item: "https://stock.example/7", similarity: 900_000 }],
};

type Handler = (request: IncomingMessage, response: ServerResponse, attempt: number) => unknown;

describe("screening over HTTP", () => {
  let server: Server;
  let url: string;
  let handle: Handler;
  let attempts: number;

  before(async () => {
    server = createServer((request, response) => void handle(request, response, (attempts += 1)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/screen`;
  });
  beforeEach(() => {
    attempts = 0;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const answering = (status: number, body: unknown, headers = {}): Handler => {
    return (_, response) =>
      response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  };

  async function ask(
    options: Partial<HttpProviderParameters> = {},
    deadline = 5_000,
  ): Promise<readonly ScreeningAnswer[]> {
    const provider = httpProvider({ url, name: "service", corpus: "stock", retryDelay: 1, ...options });
    return (await screen({ items: ITEMS, providers: [provider], deadline }))[0]!.answers;
  }

  async function reason(options: Partial<HttpProviderParameters> = {}, deadline = 5_000): Promise<string> {
    const reasons = (await ask(options, deadline)).map((answer) =>
      answer.outcome === "searched" ? "" : answer.reason,
    );
    expect(new Set(reasons)).to.have.property("size", 1);
    return reasons[0]!;
  }

  it("refuses addresses that are none, unencrypted ones elsewhere, and keys in them", async () => {
    for (const bad of ["nothing", "http://example.org/x", "ftp://example.org", "https://key:secret@example.org"]) {
      await expectError("ScreeningServiceError", () => httpProvider({ url: bad, name: "n", corpus: "c" }));
    }
    httpProvider({ url: "https://example.org/x", name: "n", corpus: "c" });
  });

  it("follows no redirect", async () => {
    handle = answering(307, "", { location: `${url}/elsewhere` });
    expect(await reason()).to.equal("refused");
    expect(attempts).to.equal(1);
  });

  it("asks again while the service is busy or broken, and then no more", async () => {
    for (const [status, expected] of [
      [429, "rateLimited"],
      [500, "unavailable"],
      [503, "unavailable"],
    ] as const) {
      attempts = 0;
      handle = answering(status, "busy");
      expect(await reason({ retries: 2 })).to.equal(expected);
      expect(attempts, String(status)).to.equal(3);
    }
  });

  it("does not ask again what was refused", async () => {
    for (const status of [400, 401, 403, 404, 413]) {
      attempts = 0;
      handle = answering(status, "no");
      expect(await reason()).to.equal("refused");
      expect(attempts, String(status)).to.equal(1);
    }
  });

  it("says unavailable where nobody listens or the line is cut", async () => {
    expect(await reason({ url: "http://127.0.0.1:9/", retries: 1 })).to.equal("unavailable");
    handle = (request) => request.socket.destroy();
    expect(await reason({ retries: 1 })).to.equal("unavailable");
    expect(attempts).to.equal(2);
  });

  it("gives up on a request that takes too long, and on all of them at the deadline", async () => {
    handle = () => undefined;
    expect(await reason({ timeout: 30, retries: 1 })).to.equal("timeout");
    expect(attempts).to.equal(2);
    expect(await reason({ timeout: 10_000 }, 50)).to.equal("timeout");
  });

  it("gives up on an answer that never ends", async () => {
    handle = (_, response) => {
      response.writeHead(200);
      response.write('{"answers":[');
    };
    expect(await reason({ timeout: 50, retries: 0 })).to.equal("timeout");
  });

  it("reads no more of an answer than is sensible", async () => {
    handle = answering(200, `{"answers":["${"x".repeat(9 << 20)}"]}`);
    expect(await reason()).to.equal("malformed");
  });

  it("says malformed where the answer is no JSON, no list, or of another length", async () => {
    for (const body of [
      "<html>",
      "[]",
      "{}",
      { answers: "yes" },
      { answers: [SEARCHED] },
      { answers: ["clean", "clean"] },
    ]) {
      handle = answering(200, body);
      expect(await reason(), JSON.stringify(body)).to.equal("malformed");
    }
  });

  it("waits as long as a busy service asks for", async () => {
    handle = (request, response, attempt) =>
      answering(attempt === 1 ? 429 : 200, { answers: [SEARCHED, SEARCHED] }, { "retry-after": "1" })(
        request,
        response,
        0,
      );
    const start = performance.now();
    expect(await ask()).to.deep.equal([SEARCHED, SEARCHED]);
    expect(performance.now() - start).to.be.at.least(990);
  });

  it("sends hashes with its headers, and names and texts only when asked to", async () => {
    const bodies: unknown[] = [];
    const keys: unknown[] = [];
    handle = async (request, response) => {
      keys.push(request.headers["x-key"]);
      bodies.push(JSON.parse(await text(request)));
      answering(200, { answers: [SEARCHED, SEARCHED] })(request, response, 0);
    };
    expect(await ask({ headers: { "x-key": "k" } })).to.deep.equal([SEARCHED, SEARCHED]);
    await ask({ sendTexts: true });
    const hashes = ITEMS.map(({ contentHash, mediaType }) => ({ contentHash, mediaType }));
    expect(keys).to.deep.equal(["k", undefined]);
    expect(bodies).to.deep.equal([{ items: hashes }, { items: ITEMS }]);
  });
});
