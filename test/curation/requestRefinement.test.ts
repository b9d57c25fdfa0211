import { expect } from "chai";
import { type Address, getAddress, type Hex, parseEventLogs } from "viem";
import { expectGateRefuses, GAS, type Gate, hashOf, openPanel, sharedGate } from "./fixture.ts";
import { alike, closeSlate, finalSlate, openSlate, passSlateDeadline, slateClosedBy, treeOf } from "./slates.ts";

const NOTE = hashOf("warmer light, please");

describe("curation/requestRefinement", () => {
  const load = sharedGate(() => openPanel());
  let gate: Gate;
  let slate: Awaited<ReturnType<typeof finalSlate>>;

  const loadFinal = async () => {
    gate = await load();
    slate = await finalSlate(gate, { count: 300, k: 3 });
  };
  beforeEach(loadFinal);

  interface Request {
    slateId: bigint;
    candidate: number;
    assetId: bigint;
    proof: Hex[];
    selected: readonly bigint[];
    by: Address;
  }

  const request = (candidate: number, over: Partial<Request> = {}): Request => ({
    slateId: slate.slateId,
    candidate,
    assetId: slate.candidates[candidate] ?? 0n,
    proof: treeOf(slate.candidates).proof(Math.min(candidate, 299)),
    selected: slate.selected,
    by: gate.registrar.account.address,
    ...over,
  });
  const send = ({ slateId, candidate, assetId, proof, selected, by }: Request) =>
    gate.curation.write.requestRefinement([slateId, candidate, assetId, proof, [...selected], NOTE], {
      account: by,
      gas: GAS,
    });
  const refuse = (asked: Request, error: Parameters<typeof expectGateRefuses>[2], args: unknown[]) =>
    expectGateRefuses(gate, () => send(asked), error, args);

  it("refuses everybody but registrar and timelock", async () => {
    const by = gate.producer.account.address;
    await refuse(request(0, { by }), "CurationUnauthorized", [by]);
  });

  it("refuses votes that nobody opened", async () => {
    await refuse(request(0, { slateId: 1n }), "CurationUnknownSlate", [1n]);
  });

  it("refuses votes that are not closed, and results that are not final", async () => {
    const open = await openSlate(gate, { candidates: slate.candidates, k: 3 });
    const { time } = gate.connection.networkHelpers;
    const now = (await time.latest()) + 5;
    await time.setNextBlockTimestamp(now);
    const { slateId } = open;
    await refuse(request(0, { slateId }), "CurationSlateOpen", [slateId, BigInt(now), open.deadline]);

    await passSlateDeadline(gate, open);
    const { finalAt } = await slateClosedBy(gate, await closeSlate(gate, open, alike(9, [0, 1, 2])));
    await time.setNextBlockTimestamp(finalAt - 1);
    await refuse(request(0, { slateId }), "CurationSlateOpen", [slateId, BigInt(finalAt - 1), finalAt]);
    await time.setNextBlockTimestamp(finalAt);
    await send(request(0, { slateId }));
  });

  it("refuses words that are not the result", async () => {
    const [first = 0n] = slate.selected;
    for (const selected of [[], [first], [first | 8n, 0n], [first, 0n, 0n]]) {
      await refuse(request(3, { selected }), "CurationWrongSelection", [slate.slateId]);
    }
  });

  it("refuses assets that are not that candidate", async () => {
    const [a, b] = slate.candidates as [bigint, bigint];
    await refuse(request(0, { assetId: b }), "CurationUnknownCandidate", [slate.slateId, b]);
    await refuse(request(1, { assetId: a }), "CurationUnknownCandidate", [slate.slateId, a]);
    const { proof } = request(0);
    await refuse(request(0, { proof: proof.slice(1) }), "CurationUnknownCandidate", [slate.slateId, a]);
    await refuse(request(0, { proof: [] }), "CurationUnknownCandidate", [slate.slateId, a]);
    await refuse(request(300, { assetId: 0n }), "CurationUnknownCandidate", [slate.slateId, 0n]);
    await refuse(request(65_535, { assetId: 0n }), "CurationUnknownCandidate", [slate.slateId, 0n]);
  });

  it("refuses candidates that were not selected", async () => {
    await refuse(request(3), "CurationNotSelected", [slate.slateId, 3]);
    await refuse(request(299), "CurationNotSelected", [slate.slateId, 299]);
  });

  it("sends the note to the producer, as often as the studio likes", async () => {
    for (const [candidate, by] of [
      [2, gate.registrar.account.address],
      [2, gate.timelock],
      [0, gate.timelock],
    ] as const) {
      const hash = await send(request(candidate, { by }));
      const { logs, gasUsed } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
      const events = parseEventLogs({ abi: gate.curation.abi, logs, eventName: "RefinementRequested" });
      expect(events.map(({ args }) => args)).to.deep.equal([
        {
          assetId: slate.candidates[candidate],
          producer: getAddress(gate.producer.account.address),
          slateId: slate.slateId,
          note: NOTE,
        },
      ]);
      expect(gasUsed < 80_000n, `${gasUsed} gas`).to.equal(true);
    }
  });
});
