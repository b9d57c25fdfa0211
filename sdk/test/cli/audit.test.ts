import { expect } from "chai";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { assertSeen } from "../../src/cli/audit/events.ts";
import { matches, rule, type SeenEvent } from "../../src/cli/audit/rules.ts";
import { type Alert, type Patience, post } from "../../src/cli/audit/webhook.ts";
import { ABIS } from "../../src/proposals/abis.ts";
import { expectError } from "../helpers/errors.ts";

const ALERT: Alert = { id: "1:0x:0:sale", rule: "sale", chainId: 1, block: 7n, what: "a sale", facts: { gross: 5n } };
const QUICK: Patience = { attempts: 4, firstPauseMs: 1, longestPauseMs: 2, timeoutMs: 200 };

describe("rules of a watch", () => {
  const token = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
  const wanted = (input: unknown) => rule.parse(input);
  const sale: SeenEvent = {
    contract: "licenseMarket",
    event: "LicensePurchased",
    args: { gross: 10n, token, recipe: 4 },
  };

  it("wants purchases above its limit only, of its token and recipe", () => {
    expect(matches(wanted({ when: "purchase", over: "10" }), sale)).to.equal(false);
    expect(matches(wanted({ when: "purchase", over: "9" }), sale)).to.equal(true);
    expect(matches(wanted({ when: "purchase", recipe: 5 }), sale)).to.equal(false);
    expect(matches(wanted({ when: "purchase", token: `0x${"1".repeat(40)}` }), sale)).to.equal(false);
    expect(matches(wanted({ when: "purchase", token: token.toLowerCase(), recipe: 4 }), sale)).to.equal(true);
    expect(matches(wanted({ when: "purchase" }), { ...sale, event: "LicenseRefunded" })).to.equal(false);
  });

  it("wants stops, charters and named events", () => {
    const seen = (contract: string, event: string, args = {}): SeenEvent => ({ contract, event, args });
    const stop = wanted({ when: "stop" });
    expect(matches(stop, seen("assetRegistry", "RecipeSuspended"))).to.equal(true);
    expect(matches(stop, seen("curation", "ProducerLevelSet", { level: 1 }))).to.equal(false);
    expect(matches(stop, seen("curation", "ProducerLevelSet", { level: 3 }))).to.equal(true);
    expect(matches(wanted({ when: "charter" }), seen("studio", "CharterSet"))).to.equal(true);
    const transfers = wanted({ when: "event", event: "Transfer", contract: "licenses" });
    expect(matches(transfers, seen("assetRegistry", "Transfer"))).to.equal(false);
    expect(matches(transfers, seen("licenses", "Transfer"))).to.equal(true);
    expect(matches(wanted({ when: "difference" }), sale)).to.equal(false);
  });
});

describe("rules for events", () => {
  const { licenseMarket, studio } = ABIS;
  const watched = [{ name: "licenseMarket", abi: licenseMarket }];
  const asserting = (input: object) => () => assertSeen([rule.parse({ when: "event", ...input })], watched);

  it("have to name an event that a watched contract has", async () => {
    asserting({ event: "LicensePurchased" })();
    asserting({ event: "LicensePurchased", contract: "licenseMarket" })();
    const refused = async (input: object) => (await expectError("UsageError", asserting(input))).message;
    expect(await refused({ event: "LicensePurchase" })).to.match(/LicensePurchase, which is none.* LicensePurchased/s);
    expect(await refused({ event: "licensepurchased" })).to.match(/Is LicensePurchased meant/);
    expect(await refused({ event: "LicensePurchased", contract: "studio" })).to.match(/which is none of studio/);
    expect(await refused({ event: "LicensePurchased", contract: "market" })).to.match(
      /contract market.*licenseMarket/s,
    );
    expect(await refused({ event: "CharterSet" })).to.match(/no such contract is watched.*--studio/s);
    const both = [...watched, { name: "studio", abi: studio }];
    expect(() => assertSeen([rule.parse({ when: "event", event: "CharterSet" })], both)).not.to.throw();
  });
});

describe("webhooks of a watch", () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** 0: never an answer; a text: the place to which it redirects. */
  async function answering(...statuses: (number | string)[]): Promise<{ url: string; bodies: string[] }> {
    const bodies: string[] = [];
    server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (text: string) => (body += text));
      request.on("end", () => {
        const status = statuses[Math.min(bodies.length, statuses.length - 1)] ?? 200;
        bodies.push(body);
        if (typeof status === "string") response.writeHead(307, { location: status }).end();
        else if (status > 0) response.writeHead(status).end();
      });
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server?.once("listening", resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
  }

  const { signal } = new AbortController();

  it("tries servers in trouble again, and says the same each time", async () => {
    const { url, bodies } = await answering(500, 429, 0, 204);
    expect(await post(url, ALERT, signal, QUICK)).to.equal(true);
    expect(bodies).to.have.length(4);
    expect(new Set(bodies).size).to.equal(1);
    expect(JSON.parse(bodies[0]!)).to.deep.include({ id: ALERT.id, block: "7", facts: { gross: "5" } });
  });

  it("gives up after so many attempts, at once where it is refused for good", async () => {
    const troubled = await answering(503);
    expect(await post(troubled.url, ALERT, signal, QUICK)).to.equal(false);
    expect(troubled.bodies).to.have.length(QUICK.attempts);
    server?.close();
    const refusing = await answering(404);
    expect(await post(refusing.url, ALERT, signal, QUICK)).to.equal(false);
    expect(refusing.bodies).to.have.length(1);
    expect(await post("http://127.0.0.1:9", ALERT, signal, QUICK)).to.equal(false);
  });

  it("follows no redirection", async () => {
    const other = await answering(204);
    const target = server;
    const { url, bodies } = await answering(other.url);
    expect(await post(url, ALERT, signal, QUICK)).to.equal(false);
    expect(bodies).to.have.length(1);
    expect(other.bodies).to.deep.equal([]);
    target?.close();
  });

  it("stops trying when the program ends", async () => {
    const controller = new AbortController();
    controller.abort();
    const { url } = await answering(500);
    expect(await post(url, ALERT, controller.signal, { ...QUICK, attempts: 1000 })).to.equal(false);
  });
});
