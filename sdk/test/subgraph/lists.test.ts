import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { getAddress, type Hex, numberToHex } from "viem";
import { createSubgraphClient, subgraphReader } from "../../src/subgraph/index.ts";

type Row = { id: Hex };

const HEAD = numberToHex(7, { size: 32 });
const word = (value: number): Hex => numberToHex(value, { size: 32 });
const account = (value: number): { id: Hex } => ({ id: numberToHex(value, { size: 20 }) });
const address = (value: number) => getAddress(account(value).id);
const policy = { policyHash: word(0x99), version: 3 };

describe("lists of the subgraph", () => {
  let server: Server;
  let lists: Record<string, Row[]>;
  let asked: Record<string, unknown>[];

  beforeEach(async () => {
    [lists, asked] = [{}, []];
    server = createServer((request, response) => {
      void text(request).then((body) => {
        response.end(JSON.stringify({ data: answerTo(JSON.parse(body) as Parameters<typeof answerTo>[0]) }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Answers as graph-node does: one page in the order of ids. */
  function answerTo({ query, variables }: { query: string; variables: Record<string, unknown> }): unknown {
    if (query.includes("_meta")) return { _meta: { block: { hash: HEAD } } };
    asked.push(variables);
    const [name = "", rows = []] = Object.entries(lists).find(([list]) => query.includes(`${list}(`)) ?? [];
    const { first, after } = variables as { first: number; after: string };
    const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => id > after);
    return { [name]: sorted.slice(0, first) };
  }

  const reader = (): ReturnType<typeof subgraphReader> => {
    const { port } = server.address() as AddressInfo;
    return subgraphReader(createSubgraphClient({ url: `http://127.0.0.1:${port}` }));
  };

  const act = (at: number, kind: string, more: object) => ({
    ...{ id: numberToHex(900 - at, { size: 36 }), block: String(at), logIndex: 0, timestamp: String(1_000 + at) },
    ...{ txHash: word(at), kind, mandate: { id: word(1) }, number: String(at + 1), head: word(at), agent: account(5) },
    ...{ policy, token: account(6).id, amount: String(at), payee: account(8), purpose: null, purchaseId: null },
    ...{ offer: null, target: null, selector: null, dataHash: null },
    ...more,
  });

  it("have every act of an agent, oldest first, all pages as of one block", async () => {
    lists = { mandateActs: Array.from({ length: 601 }, (_, at) => act(at, "Paid", { purpose: word(2) })) };
    const acts = await reader().listMandateActs({ agent: address(5) });
    expect(acts.map(({ amount }) => amount)).to.deep.equal(Array.from({ length: 601 }, (_, at) => BigInt(at)));
    expect(asked.map(({ first, agent, block }) => [first, agent, block])).to.deep.equal(
      Array.from({ length: 3 }, () => [250, account(5).id, { hash: HEAD }]),
    );
  });

  it("tell the three kinds of acts apart", async () => {
    const call = { token: null, amount: "0", payee: null, target: account(9).id, selector: "0x01020304" };
    lists = {
      mandateActs: [
        act(0, "Paid", { purpose: word(2) }),
        act(1, "Bought", { purchaseId: word(3), offer: { id: word(4) } }),
        act(2, "Called", { ...call, dataHash: word(5) }),
      ],
    };
    const common = { mandateId: word(1), agent: address(5), policyHash: word(0x99), policyVersion: 3 };
    const at = (place: number) => ({
      ...{ ...common, number: BigInt(place + 1), head: word(place), txHash: word(place) },
      ...{ timestamp: BigInt(1_000 + place), amount: place === 2 ? 0n : BigInt(place) },
    });
    const spent = { token: address(6), payee: address(8) };
    expect(await reader().listMandateActs({ agent: address(5) })).to.deep.equal([
      { ...at(0), ...spent, kind: "paid", purpose: word(2) },
      { ...at(1), ...spent, kind: "bought", purchaseId: word(3), offerId: word(4) },
      { ...at(2), kind: "called", target: address(9), selector: "0x01020304", dataHash: word(5) },
    ]);
  });

  it("have milestones in the order of their commissions and positions", async () => {
    const step = (commission: number, position: number, openedAt: number) => ({
      ...{ id: numberToHex(commission * 256 + position, { size: 33 }), position, brief: word(1), lot: null },
      ...{ commission: { id: word(commission), openedAt: String(openedAt) }, assignee: account(5), reward: "7" },
      ...{ deadline: "9", dependsOn: position === 0 ? 0 : 1, status: "Open" },
    });
    lists = { milestones: [step(1, 0, 200), step(1, 1, 200), step(2, 0, 100)] };
    const found = await reader().listMilestones({ studio: address(1) });
    expect(found.map(({ commissionId, position }) => [commissionId, position])).to.deep.equal([
      [word(2), 0],
      [word(1), 0],
      [word(1), 1],
    ]);
    expect(found[2]).to.deep.include({ dependsOn: [0], reward: 7n, lotId: undefined, status: "open" });
  });

  it("say of statements what they say, and whether they stand", async () => {
    const statement = (id: number, statedAt: number, revokedAt: string | null) => ({
      ...{ id: word(id), attester: account(5), kind: "C2paVerification", subjectKind: "Asset", subject: word(3) },
      ...{ outcome: "Positive", agent: false, score: 1, validUntil: "99", evidence: null, referenceId: word(4) },
      ...{ text: "t", statedAt: String(statedAt), revokedAt },
    });
    lists = { attestations: [statement(1, 20, null), statement(2, 10, "30")] };
    const found = await reader().listAttestations({ subject: word(3) });
    expect(found.map(({ uid, revokedAt }) => [uid, revokedAt])).to.deep.equal([
      [word(2), 30n],
      [word(1), undefined],
    ]);
    expect(found[1]).to.deep.include({ kind: "c2paVerification", evidence: undefined, referenceId: word(4) });
  });
});
