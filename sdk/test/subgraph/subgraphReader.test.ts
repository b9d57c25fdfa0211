import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { getAddress, type Hex, numberToHex } from "viem";
import { createSubgraphClient, subgraphReader } from "../../src/subgraph/index.ts";
import { expectError } from "../helpers/errors.ts";

type Row = { id: Hex };

type Asked = { query: string; variables: Record<string, unknown> };

const HASH = numberToHex(7, { size: 32 });
const [BUYER, TOKEN] = [numberToHex(0xb, { size: 20 }), numberToHex(0xc, { size: 20 })];
const COUNT = 601;

describe("subgraphReader", () => {
  let server: Server;
  let lists: Record<string, Row[]>;
  let asked: Asked[];
  let ignoresCursor: boolean;

  beforeEach(async () => {
    [lists, asked, ignoresCursor] = [{}, [], false];
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const question = JSON.parse(body) as Asked;
        asked.push(question);
        response.end(JSON.stringify({ data: answerTo(question) }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Answers as graph-node does: one page in the order of ids. */
  function answerTo({ query, variables }: Asked): unknown {
    if (query.includes("_meta")) return { _meta: { block: { hash: HASH } } };
    const { first, after } = variables as { first: number; after: string };
    const [name = "", rows = []] = Object.entries(lists).find(([list]) => query.includes(`${list}(`)) ?? [];
    const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => ignoresCursor || id > after);
    return { [name]: sorted.slice(0, first) };
  }

  const reader = (): ReturnType<typeof subgraphReader> => {
    const { port } = server.address() as AddressInfo;
    return subgraphReader(createSubgraphClient({ url: `http://127.0.0.1:${port}` }));
  };

  /** Four to a block; ids run against the order of the chain, as hashes of transactions may. */
  const purchase = (at: number) => ({
    id: numberToHex(COUNT - at, { size: 36 }),
    block: String(98 + Math.floor(at / 4)),
    logIndex: 8 + (at % 4),
    txHash: numberToHex(at, { size: 32 }),
    purchaseId: numberToHex(at, { size: 32 }),
    offer: { id: numberToHex(1, { size: 32 }) },
    asset: { id: numberToHex(at, { size: 31 }) },
    licensee: { id: BUYER },
    payer: { id: BUYER },
    token: { id: TOKEN },
    ...{ gross: "100", referral: "10", net: "90", seller: null, escrowed: false, record: null },
  });

  const pages = (): Record<string, unknown>[] =>
    asked.filter(({ query }) => !query.includes("_meta")).map(({ variables }) => variables);

  it("refuses pages that do not go on", async () => {
    const same = Array.from({ length: 250 }, () => ({ ...purchase(0), id: numberToHex(1, { size: 36 }) }));
    lists = { licensePurchases: same };
    ignoresCursor = true;
    await expectError("SubgraphExportError", () => reader().listPurchases({ recipe: 3 }));
    expect(pages()).to.have.length(2);
  });

  it("lists purchases oldest first, in small pages as of one block, after the last id instead of by number", async () => {
    lists = { licensePurchases: Array.from({ length: COUNT }, (_, at) => purchase(at)) };
    const found = await reader().listPurchases({ recipe: 3 });
    expect(found.map(({ assetId }) => assetId)).to.deep.equal(Array.from({ length: COUNT }, (_, at) => BigInt(at)));
    expect(pages().map(({ after }) => after)).to.deep.equal([
      "0x",
      ...[250, 500].map((last) => numberToHex(last, { size: 36 })),
    ]);
    for (const variables of pages()) {
      expect(variables).to.deep.include({ first: 250, block: { hash: HASH }, recipe: "0x00000003" });
      expect(variables).to.not.have.property("skip");
    }
  });

  it("says of each purchase whose it is and what of it is the recipe's", async () => {
    const escrow = { gross: "80", referral: "5", penalty: "7" };
    const held = { escrowed: true, net: "90" };
    const sales = [
      {},
      { seller: { id: BUYER } },
      { ...held, record: { escrow: null } },
      ...["Open", "Finalized", "Refunded", "Revoked"].map((status) => ({
        ...held,
        record: { escrow: { ...escrow, status } },
      })),
    ];
    lists = { licensePurchases: sales.map((sale, at) => ({ ...purchase(at), ...sale })) };
    const found = await reader().listPurchases({ recipe: 3 });
    expect(found.map(({ booked }) => booked)).to.deep.equal([90n, 0n, 0n, 0n, 75n, 7n, 0n]);
    const { purchaseId, offer, txHash } = purchase(0);
    const [buyer, token] = [getAddress(BUYER), getAddress(TOKEN)];
    expect(found[0]).to.deep.equal({
      ...{ purchaseId, offerId: offer.id, assetId: 0n, licensee: buyer, payer: buyer, recipe: 3, token },
      ...{ gross: 100n, referral: 10n, booked: 90n, txHash },
    });
  });

  it("lists earnings by recipe, however many there are", async () => {
    lists = {
      earningTotals: Array.from({ length: COUNT }, (_, at) => ({
        id: numberToHex(COUNT - at, { size: 44 }),
        recipe: { id: numberToHex(at + 1, { size: 4 }) },
        total: String(at),
      })),
    };
    expect(await reader().listEarnings({ account: BUYER, token: TOKEN })).to.deep.equal(
      Array.from({ length: COUNT }, (_, at) => ({ recipe: at + 1, total: BigInt(at) })),
    );
    expect(pages()).to.have.length(3);
  });

  it("asks for an answer that fills its last page once more, and then has everything", async () => {
    lists = { licensePurchases: Array.from({ length: 250 }, (_, at) => purchase(at)) };
    expect(await reader().listPurchases({ recipe: 3 })).to.have.length(250);
    expect(pages()).to.have.length(2);
  });
});
