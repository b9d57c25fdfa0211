import { expect } from "chai";
import { exportCsv, type SubgraphClient } from "../../src/subgraph/index.ts";
import { expectError } from "../helpers/errors.ts";

type Row = Record<string, unknown> & { id: string };

/** A subgraph of one list, which pages as graph-node does and remembers what it was asked for. */
function subgraphOf(rows: Row[]) {
  const asked: Record<string, unknown>[] = [];
  const query = (text: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    asked.push(variables);
    if (text.includes("_meta")) return Promise.resolve({ _meta: { block: { hash: "0xaa" } } });
    const { first, after } = variables as { first: number; after: string };
    const page = rows.filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
    return Promise.resolve({ things: page.slice(0, first) });
  };
  return { asked, client: { query } as unknown as SubgraphClient };
}

const QUERY = `query ($first: Int!, $after: Bytes!, $block: Block_height) {
  things(first: $first, orderBy: id, where: { id_gt: $after }, block: $block) { id }
}`;

async function lines(client: SubgraphClient, options: object = {}): Promise<string[]> {
  const all: string[] = [];
  for await (const line of exportCsv(client, { query: QUERY, ...options })) all.push(line);
  return all;
}

describe("exportCsv", () => {
  it("refuses an answer with no list, with two, or out of the order of ids", async () => {
    for (const answer of [{ thing: null }, { a: [], b: [] }]) {
      const { client } = subgraphOf([]);
      const meta = client.query.bind(client);
      const query = (text: string) => (text.includes("_meta") ? meta(text) : Promise.resolve(answer));
      await expectError("SubgraphExportError", () => lines({ ...client, query } as SubgraphClient));
    }
    const { client } = subgraphOf([]);
    const meta = client.query.bind(client);
    const same = (text: string) =>
      text.includes("_meta") ? meta(text) : Promise.resolve({ things: [{ id: "0x01" }] });
    await expectError("SubgraphExportError", () =>
      lines({ ...client, query: same } as SubgraphClient, { pageSize: 1 }),
    );
  });

  it("refuses a query that would be answered by its first 100 rows only, before it asks", async () => {
    const { asked, client } = subgraphOf([{ id: "0x01" }]);
    for (const part of ["first: $first", "id_gt: $after", "block: $block"]) {
      for (const query of [QUERY.replace(part, ""), QUERY.replace(part, `# ${part}\n`)]) {
        const error = await expectError("SubgraphExportError", () => lines(client, { query }));
        expect(error).to.have.deep.property("details", [`the query lacks ${part}`]);
      }
    }
    expect(asked).to.deep.equal([]);
  });

  it("reads every page as of one block", async () => {
    const rows = Array.from({ length: 5 }, (_, i) => ({ id: `0x0${i}`, block: String(9 - i) }));
    const { asked, client } = subgraphOf(rows);
    expect(await lines(client, { pageSize: 2, variables: { recipe: "0x01" } })).to.deep.equal([
      "id,block",
      ...rows.toReversed().map(({ id, block }) => `${id},${block}`),
    ]);
    const pages = asked.slice(1);
    expect(pages.map(({ after }) => after)).to.deep.equal(["0x", "0x01", "0x03"]);
    for (const page of pages) expect(page).to.deep.include({ block: { hash: "0xaa" }, recipe: "0x01", first: 2 });
  });

  it("asks for the block that it is told", async () => {
    const { asked, client } = subgraphOf([{ id: "0x01" }]);
    await lines(client, { block: { number: 7 } });
    expect(asked).to.deep.equal([{ first: 1_000, after: "0x", block: { number: 7 } }]);
  });

  it("orders by block as numbers, then by log", async () => {
    const rows = [
      { id: "0x01", block: "10", logIndex: 1 },
      { id: "0x02", block: "9", logIndex: 12 },
      { id: "0x03", block: "9", logIndex: 3 },
    ];
    const sorted = await lines(subgraphOf(rows).client);
    expect(sorted.slice(1)).to.deep.equal(["0x03,9,3", "0x02,9,12", "0x01,10,1"]);
  });

  it("names columns by path, keeps what is null empty, and writes lists as JSON", async () => {
    const rows = [
      { id: "0x01", seller: null, masks: ["1", "2"] },
      { id: "0x02", seller: { id: "0xab", agent: true }, masks: [] },
    ];
    expect(await lines(subgraphOf(rows).client)).to.deep.equal([
      "id,masks,seller.id,seller.agent",
      '0x01,"[""1"",""2""]",,',
      "0x02,[],0xab,true",
    ]);
  });

  it("quotes what CSV needs quoted, and lets no text run as a formula", async () => {
    const rows = [
      { id: "0x01", text: 'a "b", c' },
      { id: "0x02", text: "two\nlines" },
      { id: "0x03", text: "=HYPERLINK(1)" },
      { id: "0x04", text: "-12" },
      { id: "0x05", text: "@x" },
    ];
    expect((await lines(subgraphOf(rows).client)).slice(1)).to.deep.equal([
      '0x01,"a ""b"", c"',
      '0x02,"two\nlines"',
      "0x03,'=HYPERLINK(1)",
      "0x04,-12",
      "0x05,'@x",
    ]);
  });

  it("yields nothing where there is nothing", async () => {
    expect(await lines(subgraphOf([]).client)).to.deep.equal([]);
  });
});
