import { expect } from "chai";
import { numberToHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import {
  auditBallotTypedData,
  type BallotSubject,
  compactSignature,
  type SignedBallot,
} from "../../src/curation/ballot.ts";
import { DEFAULT_TERMS } from "../../src/curation/terms.ts";
import { closeVerdict, type CloseVerdictParameters } from "../../src/curation/close.ts";
import { expectError } from "../helpers/errors.ts";

const KEYS = [1, 2, 3].map((key) => privateKeyToAccount(numberToHex(key, { size: 32 })));

/** A census of four assets, judged by three curators of whom the last is an agent. */
const AUDIT = {
  chainId: 31337,
  curation: "0x00000000000000000000000000000000000000cc",
  lotId: 7n,
  charterVersion: 1,
  count: 4,
  plan: 0,
  seed: "0x00112233445566778899aabbccddeeff",
  terms: { ...DEFAULT_TERMS, agentsJudge: true },
  electorate: { curators: 3, standing: 300n },
  producerIndex: 0,
  curators: new Map(
    KEYS.map(({ address }, at) => [at + 1, { key: address, standing: 100, agent: at === 2, struckOff: false }]),
  ),
} as const satisfies Omit<CloseVerdictParameters, "ballots">;

const ALL_OK = [0b1111n, 0n];
const SECOND_BAD = [0b1101n, 0b0010n];
const ALL_BAD = [0n, 0b1111n];

/** One ballot a curator, in wire order, signed for `subject`. */
function cast(judgments: bigint[][], subject: Partial<BallotSubject> = {}): Promise<SignedBallot[]> {
  return Promise.all(
    judgments.map(async (words, at) => {
      const typedData = auditBallotTypedData({ ...AUDIT, subject: AUDIT.lotId, ...subject, words });
      const signature = await (KEYS[at] as PrivateKeyAccount).signTypedData(typedData);
      return { curator: at + 1, ...compactSignature(signature), words };
    }),
  );
}

describe("closeVerdict", () => {
  it("refuses ballots for another lot, chain, contract, charter or seed", async () => {
    const others: Partial<BallotSubject>[] = [
      { subject: 8n },
      { chainId: 1 },
      { curation: "0x00000000000000000000000000000000000000dd" },
      { charterVersion: 2 },
      { seed: "0xffeeddccbbaa99887766554433221100" },
    ];
    for (const other of others) {
      const ballots = await cast([ALL_OK, ALL_OK, ALL_OK], other);
      await expectError("BallotRejectedError", () => closeVerdict({ ...AUDIT, ballots }));
    }
  });

  it("refuses strangers, the producer, its delegate, who is not drawn, struck off, or an agent where none judges", async () => {
    const ballots = await cast([ALL_OK, ALL_OK, ALL_OK]);
    const with3 = (change: object) =>
      new Map([...AUDIT.curators].map(([index, known]) => [index, index === 3 ? { ...known, ...change } : known]));
    const changes = {
      "no such curator": { curators: new Map([...AUDIT.curators].slice(0, 2)) },
      "the curator produced the lot": { producerIndex: 1 },
      "the lot's producer delegated its votes to the curator": { excludedIndex: 2 },
      "the curator is not drawn": { curators: with3({ standing: 0 }) },
      "the curator was struck off": { curators: with3({ struckOff: true }) },
      "the curator is an agent": { terms: DEFAULT_TERMS },
    };
    for (const [reason, change] of Object.entries(changes)) {
      const refused = expectError("BallotRejectedError", () => closeVerdict({ ...AUDIT, ...change, ballots }));
      expect(String(await refused)).to.contain(reason);
    }
  });

  it("refuses a set without a ballot from the inbox, with too few people, too light, or early without all", async () => {
    const ballots = await cast([ALL_OK, ALL_OK, ALL_OK]);
    await expectError("BallotMissingError", () => closeVerdict({ ...AUDIT, ballots, inbox: [1, 9] }));
    const refusals: Record<string, Partial<CloseVerdictParameters>> = {
      tooFewHumans: { terms: { ...AUDIT.terms, minHumanBallots: 3 } },
      notHeavier: { previousWeight: 12 },
      ballotsOpen: {
        early: true,
        curators: new Map([...AUDIT.curators, [4, { ...AUDIT.curators.get(1)!, standing: 100 }]]),
      },
    };
    for (const [reason, change] of Object.entries(refusals)) {
      const refused = await expectError("AuditOpenError", () => closeVerdict({ ...AUDIT, ...change, ballots }));
      expect(refused).to.include({ reason });
    }
    expect((await closeVerdict({ ...AUDIT, ballots, early: true, inbox: [2] })).status).to.equal("accepted");
  });

  it("refuses a ballot twice, out of order, or judging a lane both ways", async () => {
    const [first, second, third] = (await cast([ALL_OK, ALL_OK, ALL_OK])) as [SignedBallot, SignedBallot, SignedBallot];
    for (const ballots of [
      [first, first, second],
      [second, first, third],
    ]) {
      await expectError("BallotRejectedError", () => closeVerdict({ ...AUDIT, ballots }));
    }
    const both = { ...first, words: [1n, 1n] };
    await expectError("BallotWordsError", () => closeVerdict({ ...AUDIT, ballots: [both, second, third] }));
  });

  it("gives no verdict below the quorum, with uncovered lanes, or with too few ballots", async () => {
    const all = await cast([ALL_OK, ALL_OK, ALL_OK]);
    await expectError("AuditOpenError", () => closeVerdict({ ...AUDIT, ballots: all.slice(0, 2) }));
    await expectError("AuditOpenError", () =>
      closeVerdict({ ...AUDIT, electorate: { curators: 6, standing: 600n }, ballots: all }),
    );
    const blind = await cast([
      [0b0111n, 0n],
      [0b0111n, 0n],
      [0b0111n, 0n],
    ]);
    await expectError("AuditOpenError", () => closeVerdict({ ...AUDIT, ballots: blind }));
  });

  it("blocks what the majority of a census calls defective, and counts the people", async () => {
    const ballots = await cast([SECOND_BAD, SECOND_BAD, ALL_OK]);
    expect(await closeVerdict({ ...AUDIT, ballots })).to.deep.include({
      ...{ status: "accepted", weight: 12, expectedWeight: 12, humanBallots: 2, bad: 0b0010n, blocked: [1] },
      blockedWords: [{ word: 0, mask: 0b0010n }],
    });
  });

  it("rejects a census of which more than a quarter, and more than two, is bad, and blocks nothing", async () => {
    const ballots = await cast([ALL_BAD, ALL_BAD, ALL_BAD]);
    expect(await closeVerdict({ ...AUDIT, ballots })).to.deep.include({ status: "rejected", blocked: [] });
  });
});
