import { expect } from "chai";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { licenseMarketLicensePurchasedEvent } from "@imprimatur/sdk/abi";
import { numberToHex, toEventSelector } from "viem";
import { parseCsv } from "../../../sdk/src/csv/parse.ts";
import { PRICES } from "../../demo/story/scene.ts";
import { meddlingNode } from "./proxy.ts";
import { openWorld, type World } from "./world.ts";

interface Alert {
  id: string;
  rule: string;
  facts: { event?: string };
}

/** A webhook that answers with these codes, one after the other, the last one for ever. */
interface Hook {
  url: string;
  taken: { status: number; id: string; alert: Alert }[];
}

const cellsOf = (csv: string): string[][] => parseCsv(csv).map(({ cells }) => cells);

describe("imprimatur audit and export", () => {
  let world: World;
  const servers: Server[] = [];

  before(async () => {
    world = await openWorld();
  });
  after(async () => {
    for (const server of servers) server.close();
    await world[Symbol.asyncDispose]();
  });

  async function listen(server: Server): Promise<string> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function hook(...statuses: number[]): Promise<Hook> {
    const taken: Hook["taken"] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (text: string) => (body += text));
      request.on("end", () => {
        const status = statuses[Math.min(taken.length, statuses.length - 1)] ?? 200;
        const id = String(request.headers["idempotency-key"]);
        taken.push({ status, id, alert: JSON.parse(body) as Alert });
        response.writeHead(status).end();
      });
    });
    return { url: await listen(server), taken };
  }

  /** A node that leaves out the logs of one event. */
  function forgetfulNode(topic: string): Promise<string> {
    const { rpcUrl } = world.story.stack;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks);
        const headers = { "content-type": "application/json" };
        void fetch(rpcUrl, { method: "POST", headers, body })
          .then((answer) => answer.json())
          .then((answer: { result?: unknown }) => {
            const { result } = answer;
            const isLogs = Array.isArray(result) && (result as { topics?: string[] }[]).every(({ topics }) => topics);
            const kept = isLogs
              ? (result as { topics: string[] }[]).filter(({ topics }) => topics[0] !== topic)
              : result;
            response.writeHead(200, headers).end(JSON.stringify({ ...answer, result: kept }));
          });
      });
    });
    return listen(server);
  }

  const write = (name: string, content: unknown) => writeFile(join(world.folder, name), JSON.stringify(content));

  /** Somebody buys a license. */
  async function buy(): Promise<void> {
    await world.fund("licensee", PRICES.commercial);
    const { end } = world.story;
    const { offers } = await world.json<{ offers: { offerId: string; price: string }[] }>([
      ...["offer", "list", "--recipe", String(end.works.recipe)],
    ]);
    const offer = offers.find(({ price }) => price === String(PRICES.commercial))!;
    const asset = String(end.license.piece.assetId);
    const account = await world.account("licensee");
    await world.json(["buy", "license", "--offer", offer.offerId, "--asset", asset, "--account", account, "--yes"]);
  }

  const head = (): Promise<bigint> => world.story.cast.as("relayer").getBlockNumber({ cacheTime: 0 });

  it("finds the story's books in order", async () => {
    const report = await world.json<{ lots: number; gates: number; differences: unknown[] }>(["audit"]);
    expect(report.lots).to.be.greaterThan(4);
    expect(report.differences).to.deep.equal([]);
    const lotId = String(world.story.end.license.piece.assetId >> 24n);
    const one = await world.json<{ audited: { lotId: string; recomputed: boolean }[] }>(["audit", "--lot", lotId]);
    expect(one.audited.map(({ lotId: id, recomputed }) => ({ id, recomputed }))).to.deep.equal([
      { id: lotId, recomputed: true },
    ]);
    await world.refuses(["audit", "--lot", "many"], 2, /--lot.* is no whole number/);
  });

  it("fails with the differences when a node leaves out logs", async () => {
    const rpc = await forgetfulNode(toEventSelector(licenseMarketLicensePurchasedEvent));
    const report = await world.json<{ differences: { subject: string }[] }>(["audit", "--rpc", rpc], 1);
    expect(report.differences).to.have.length.greaterThan(0);
    const { exitCode, stdout } = await world.run(["audit", "--rpc", rpc]);
    expect(exitCode).to.equal(1);
    expect(stdout).to.match(/subject +field +on chain +from the logs/);
  });

  it("tells a webhook that is in trouble at first of a purchase over the limit, and fails", async () => {
    const { url, taken } = await hook(500, 500, 204);
    const over = String(PRICES.commercial - 1n);
    await write("rules.json", {
      rules: [{ name: "big sale", when: "purchase", over }, { when: "charter" }],
      webhook: url,
    });
    const since = String((await head()) + 1n);
    await buy();
    const args = ["audit", "--watch", "--rules", "rules.json", "--since", since, "--until-alert", "--interval", "1s"];
    const { alerts, undelivered } = await world.json<{ alerts: Alert[]; undelivered: string[] }>(args, 1);
    expect(alerts.map(({ rule, facts }) => [rule, facts.event])).to.deep.equal([["big sale", "LicensePurchased"]]);
    expect(undelivered).to.deep.equal([]);
    expect(taken.map(({ status }) => status)).to.deep.equal([500, 500, 204]);
    expect(new Set(taken.map(({ id }) => id)), "told three times under one id").to.have.property("size", 1);
    expect(taken[2]!.alert).to.deep.equal(alerts[0]);
  });

  it("watches until its time is over when nothing happens: below the limit, another event", async () => {
    const rules = [
      { when: "purchase", over: String(PRICES.commercial) },
      { when: "stop" },
      { when: "event", event: "StudioGraduated" },
      { when: "difference", everyBlocks: 1 },
    ];
    await write("quiet.json", { rules });
    const since = String((await head()) + 1n);
    await buy();
    const args = ["audit", "--watch", "--rules", "quiet.json", "--since", since, "--timeout", "0", "--interval", "1s"];
    const quiet = await world.json<{ alerts: unknown[]; toBlock: string }>(args);
    expect(quiet.alerts).to.deep.equal([]);
    expect(BigInt(quiet.toBlock)).to.equal(await head());
  });

  it("ends with 4 where it has not seen the last blocks: a node that dies, one that leaves blocks out", async () => {
    await write("sales.json", { rules: [{ when: "purchase" }] });
    const watching = ["audit", "--watch", "--rules", "sales.json", "--interval", "1s"];
    const { rpcUrl } = world.story.stack;
    let heads = 0;
    const dying = await meddlingNode(rpcUrl, ({ method }) => {
      if (method === "eth_blockNumber") heads += 1;
      return heads > 2 ? { error: { code: -32000, message: "gone away" } } : undefined;
    });
    servers.push(dying.server);
    type Left = { alerts: unknown[]; toBlock: string; head: string; failure: { exitCode: number } | null };
    const died = await world.json<Left>([...watching, "--rpc", dying.url, "--timeout", "3s"], 4);
    expect(died.alerts).to.deep.equal([]);
    expect(died.failure).not.to.equal(null);

    const behind = await meddlingNode(rpcUrl, async ({ method, params: [number] }, ask) => {
      if (method !== "eth_getBlockByNumber" || number === "latest") return undefined;
      const answer = await ask();
      return number === numberToHex(await head()) ? { result: null } : answer;
    });
    servers.push(behind.server);
    const since = ["--since", String(await head()), "--timeout", "0"];
    const left = await world.json<Left>([...watching, "--rpc", behind.url, ...since], 4);
    expect(BigInt(left.toBlock) < BigInt(left.head), "what it does not know it has not seen").to.equal(true);
    const { stdout, exitCode } = await world.run([...watching, "--rpc", behind.url, ...since]);
    expect(exitCode).to.equal(4);
    expect(stdout).to.include("Not seen to the end: ");
  });

  it("reports a webhook that refuses for good", async () => {
    const { url, taken } = await hook(410);
    await write("refused.json", { rules: [{ name: "sale", when: "event", event: "LicensePurchased" }] });
    const since = String((await head()) + 1n);
    await buy();
    const args = ["audit", "--watch", "--rules", "refused.json", "--webhook", url, "--since", since, "--until-alert"];
    const { undelivered } = await world.json<{ undelivered: string[] }>(args, 4);
    expect(undelivered).to.have.length(1);
    expect(taken).to.have.length(1);
  });

  it("refuses rules that it does not understand", async () => {
    await world.refuses(["audit", "--watch"], 2, /--watch needs --rules/);
    await write("odd.json", { rules: [{ when: "raining" }] });
    await world.refuses(
      ["audit", "--watch", "--rules", "odd.json"],
      2,
      /odd\.json: rules\.0\.when is none of purchase, stop/,
    );
    await write("typo.json", { rules: [{ when: "purchase", above: "1" }] });
    await world.refuses(["audit", "--watch", "--rules", "typo.json"], 2, /unknown field above/);
    await write("none-such.json", { rules: [{ when: "event", event: "LicensePurchase" }] });
    const args = ["audit", "--watch", "--rules", "none-such.json", "--timeout", "0"];
    await world.refuses(
      args,
      2,
      /the event LicensePurchase, which is none of the protocol\. Is LicensePurchased meant/,
    );
    await write("nobody.json", { rules: [{ when: "event", event: "CharterSet" }] });
    const nobody = ["audit", "--watch", "--rules", "nobody.json", "--timeout", "0"];
    await world.refuses(nobody, 2, /CharterSet of the protocol.*--studio/, { IMPRIMATUR_STUDIO: "" });
    await world.refuses(["audit", "--watch", "--rules", "none.json"], 2, /none\.json cannot be read/);
  });

  it("exports purchases, earnings and votes as CSV: the same from subgraph and logs", async () => {
    const { graphqlUrl } = world.story.stack;
    for (const table of ["purchases", "votes"]) {
      const { exitCode, stdout } = await world.run(["export", table]);
      expect(exitCode).to.equal(0);
      const rows = cellsOf(stdout);
      expect(rows).to.have.length.greaterThan(5);
      if (graphqlUrl === undefined) continue;
      const indexed = await world.run(["export", table, "--subgraph", graphqlUrl]);
      expect(cellsOf(indexed.stdout)).to.have.deep.members(rows);
    }
    const payee = world.story.cast.addressOf("promptEngineer");
    const told = await world.json<{ file: string; rows: unknown[] }>([
      ...["export", "earnings", "--payee", payee, "--out", "earnings.csv"],
    ]);
    expect(cellsOf(await readFile(told.file, "utf8"))).to.have.length(told.rows.length + 1);
    await world.refuses(["export", "votes", "--subgraph", "http://127.0.0.1:9/none"], 4, /subgraph .*did not answer/);
  });

  it("exports saved queries of the subgraph", async function () {
    const { stack, end } = world.story;
    if (stack.graphqlUrl === undefined) this.skip();
    const saved = fileURLToPath(new URL("../../../subgraph/queries/recipe-revenue.graphql", import.meta.url));
    const recipe = `recipe=0x${end.works.recipe.toString(16).padStart(8, "0")}`;
    const subgraph = ["--subgraph", stack.graphqlUrl];
    const { columns, rows } = await world.json<{ columns: string[]; rows: string[][] }>([
      ...["export", "query", saved, "--var", recipe, ...subgraph],
    ]);
    expect(columns).to.include.members(["net", "txHash", "licensee.id"]);
    expect(rows).to.have.length.greaterThan(4);
    const { stdout } = await world.run(["export", "query", saved, "--var", recipe, ...subgraph]);
    expect(cellsOf(stdout)).to.deep.equal([columns, ...rows]);
    await world.refuses(["export", "query", saved], 2, /--subgraph is needed/);
    await world.refuses(["export", "query", saved, "--var", "recipe", ...subgraph], 2, /no variable such as/);
    await world.refuses(["export", "query", "none.graphql", ...subgraph], 2, /none\.graphql cannot be read/);
    const unpaged = "query ($first: Int!) { studios(first: $first) { name";
    await writeFile(join(world.folder, "unpaged.graphql"), `${unpaged} } }`);
    await world.refuses(["export", "query", "unpaged.graphql", ...subgraph], 2, /lacks id_gt: \$after, block: \$block/);
    const broken = "query ($first: Int!, $after: Bytes!, $block: Block_height) { studios(";
    const paging = "first: $first, where: { id_gt: $after }, block: $block";
    await writeFile(join(world.folder, "broken.graphql"), `${broken}${paging}) { name`);
    await world.refuses(["export", "query", "broken.graphql", ...subgraph], 4, /did not answer the query/);
  });
});
