import { expect } from "chai";
import { type IncomingHttpHeaders, request as httpRequest } from "node:http";
import { serveHttp } from "@imprimatur/sdk/mcp";
import { type McpStage, openMcpStage } from "./mcpStage.ts";

const TOKEN = "a-token-of-the-terminal";
const PAGE = "http://localhost:5173";

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
}

describe("agent/mcp over HTTP", () => {
  let mcp: McpStage;
  let url: URL;
  const list = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });

  before(async function () {
    this.timeout(120_000);
    mcp = await openMcpStage();
    url = new URL((await mcp.overHttp(mcp.context, { origins: [PAGE], token: TOKEN, maxRequests: 2 })).url);
  });
  after(() => mcp[Symbol.asyncDispose]());

  /** A request as a page or another program makes it; `hold` keeps its body from ending until it resolves. */
  const ask = (
    over: {
      method?: string;
      path?: string;
      port?: string;
      body?: string;
      headers?: Record<string, string>;
      hold?: Promise<void>;
    } = {},
  ): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const {
        method = "POST",
        path = url.pathname,
        port = url.port,
        body = "{}",
        headers = {},
        hold = Promise.resolve(),
      } = over;
      const usual = {
        authorization: `Bearer ${TOKEN}`,
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
      };
      const asked = httpRequest(
        { host: url.hostname, port, method, path, headers: { ...usual, ...headers } },
        (response) => {
          response.resume();
          resolve({ status: response.statusCode ?? 0, headers: response.headers });
        },
      );
      asked.on("error", reject);
      asked.write(body.slice(0, 1));
      void hold.then(() => asked.end(body.slice(1)));
    });
  const status = async (over: Parameters<typeof ask>[0]): Promise<number> => (await ask(over)).status;

  it("refuses other names, pages that were not allowed, and who does not show the token", async () => {
    expect(await status({ headers: { host: `evil.example:${url.port}` } })).to.equal(403);
    expect(await status({ headers: { host: "127.0.0.1" } })).to.equal(403);
    expect(await status({ headers: { origin: "https://evil.example" } })).to.equal(403);
    expect(await status({ headers: { origin: "null" } })).to.equal(403);
    for (const authorization of [
      "",
      "Bearer",
      "Bearer ",
      `Basic ${TOKEN}`,
      `Bearer ${TOKEN}!`,
      `Bearer ${TOKEN.slice(1)}`,
    ]) {
      const refused = await ask({ headers: { authorization } });
      expect([refused.status, refused.headers["www-authenticate"]], authorization).to.deep.equal([401, "Bearer"]);
    }
  });

  it("answers under the names that it is told, with its own port or theirs", async () => {
    const hosts = ["agents.example", "proxy.example:8443"];
    const other = new URL((await mcp.overHttp(mcp.context, { token: TOKEN, hosts })).url);
    for (const host of ["Agents.example", `agents.example:${other.port}`, "proxy.example:8443"]) {
      expect(await status({ port: other.port, body: list, headers: { host } }), host).to.equal(200);
    }
    for (const host of ["agents.example:1", "proxy.example"]) {
      expect(await status({ port: other.port, headers: { host } }), host).to.equal(403);
    }
  });

  it("refuses other paths and methods, too much, and what is no JSON", async () => {
    expect(await status({ path: "/" })).to.equal(404);
    const got = await ask({ method: "GET" });
    expect([got.status, got.headers.allow]).to.deep.equal([405, "POST"]);
    expect(await status({ method: "DELETE" })).to.equal(405);
    expect(await status({ body: "x".repeat((1 << 20) + 1) })).to.equal(413);
    expect(await status({ body: "{" })).to.equal(400);
  });

  it("answers who may ask, under either name of this machine", async () => {
    expect(await status({ body: list })).to.equal(200);
    expect(await status({ body: list, headers: { host: `LOCALHOST:${url.port}` } })).to.equal(200);
    expect(await status({ body: list, headers: { authorization: `bearer ${TOKEN}` } })).to.equal(200);
  });

  it("tells browsers which page may ask, and no other", async () => {
    const preflight = (origin: string) =>
      ask({
        ...{ method: "OPTIONS", body: "" },
        headers: { origin, authorization: "", "access-control-request-method": "POST" },
      });
    const allowed = await preflight(PAGE);
    expect(allowed.status).to.equal(204);
    expect(allowed.headers).to.include({ "access-control-allow-origin": PAGE, "access-control-allow-methods": "POST" });
    expect(allowed.headers["access-control-allow-headers"])
      .to.include("authorization")
      .and.include("mcp-protocol-version");
    const refused = await preflight("https://evil.example");
    expect([refused.status, refused.headers["access-control-allow-origin"]]).to.deep.equal([403, undefined]);
    const answered = await ask({ body: list, headers: { origin: PAGE } });
    expect(answered.status).to.equal(200);
    expect(answered.headers).to.include({ "access-control-allow-origin": PAGE, vary: "Origin" });
    const unknown = await ask({ body: list, headers: { origin: PAGE, authorization: "" } });
    expect([unknown.status, unknown.headers["access-control-allow-origin"]]).to.deep.equal([401, PAGE]);
    expect((await ask({ body: list })).headers["access-control-allow-origin"]).to.equal(undefined);
  });

  it("answers so many requests at once and no more", async () => {
    let release: () => void = () => undefined;
    const hold = new Promise<void>((resolve) => (release = resolve));
    const held = [ask({ body: list, hold }), ask({ body: list, hold })];
    // The server takes connections in their order: when it answers this one, it has the two.
    let full = await ask({ body: list });
    while (full.status === 200) full = await ask({ body: list });
    expect([full.status, full.headers["retry-after"]]).to.deep.equal([503, "1"]);
    release();
    expect((await Promise.all(held)).map((answered) => answered.status)).to.deep.equal([200, 200]);
    expect(await status({ body: list })).to.equal(200);
  });

  it("does not start where anybody could spend or reach it without a token, nor with one that can be guessed", async () => {
    const signing = { ...mcp.context, agent: mcp.agent() };
    for (const [context, options, problem] of [
      [signing, {}, /signs, and there is no token/],
      [signing, { token: "" }, /the token is not 16 or more/],
      [signing, { token: "short" }, /the token is not 16 or more/],
      [signing, { token: "with blanks in between" }, /the token is not 16 or more/],
      [mcp.context, { host: "0.0.0.0" }, /0\.0\.0\.0 is not this machine alone/],
      [mcp.context, { host: "::" }, /:: is not this machine alone/],
      [mcp.context, { host: "127.0.0.1.evil.example" }, /is not this machine alone/],
    ] as const) {
      const refused = await serveHttp(context, options).catch((error: unknown) => error as Error);
      expect(refused).to.include({ name: "ServeRefusedError" });
      expect((refused as Error).message).to.match(problem);
    }
    const { client } = await mcp.overHttp(signing, { token: TOKEN });
    expect((await client.listTools()).tools.map(({ name }) => name)).to.include("act_pay");
  });
});
