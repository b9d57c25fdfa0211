import { expect } from "chai";
import {
  concatHex,
  decodeErrorResult,
  type Hash,
  type Hex,
  numberToHex,
  parseSignature,
  sliceHex,
  zeroAddress,
} from "viem";
import { revertData } from "../helpers/revertData.ts";
import {
  ALL_LANES,
  ballotKey,
  closeAudit,
  compact,
  expectGateRefuses,
  GAS,
  type Gate,
  grantReputation,
  lotIdOf,
  NO_OUTCOME,
  openAudit,
  openPanel,
  packBallot,
  passDeadline,
  registerCurators,
  sharedGate,
  signBallots,
  signKey,
  unanimous,
  type Vote,
  wordsOf,
} from "./fixture.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

/** Order of the group of secp256k1. */
const GROUP_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** A close in which one ballot is wrong. */
describe("curation/closeAudit.ballots: refuses", () => {
  const load = sharedGate(async () => {
    const opened = await openPanel();
    await openAudit(opened);
    return opened;
  });
  let gate: Gate;
  let lotId: bigint;

  beforeEach(async () => {
    gate = await load();
    lotId = lotIdOf(gate.producer.account.address, 1n);
  });

  const close = (ballots: Hex, { lot = lotId, charter = 1 } = {}) =>
    gate.curation.write.closeAudit([lot, charter, ballots, NO_OUTCOME], { account: gate.stranger.account, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  /** Refuses these votes, signed, after the deadline. */
  const refuseBallot = async (votes: Vote[], error: RefusedBy, args: readonly unknown[]) => {
    await passDeadline(gate, lotId);
    const ballots = await signBallots(gate, lotId, votes);
    await refuse(() => close(ballots), error, args);
  };

  const others = unanimous(6);
  const withVote = (vote: Vote) => [...others.slice(0, 5), vote];

  it("an index that nobody has", async () => {
    for (const index of [0, 10, 65_535]) {
      const votes = index === 0 ? [{ index, key: ballotKey(1) }, ...others] : withVote({ index, key: ballotKey(1) });
      await refuseBallot(votes, "CurationUnknownCurator", [index]);
    }
  });

  it("a curator who registered after the commit", async () => {
    const { stranger } = gate;
    await grantReputation(gate, stranger.account.address, 20n * 10n ** 18n);
    await registerCurators(gate, [stranger]);
    await refuseBallot(withVote({ index: 10 }), "CurationNotDrawn", [10, 1]);
  });

  it("a stranger's signature", async () => {
    const key = ballotKey(99);
    await refuseBallot(withVote({ index: 6, key }), "CurationWrongSigner", [6, key.address, ballotKey(6).address]);
  });

  it("another curator's signature", async () => {
    await refuseBallot(withVote({ index: 6, key: ballotKey(7) }), "CurationWrongSigner", [
      6,
      ballotKey(7).address,
      ballotKey(6).address,
    ]);
  });

  it("a curator twice", async () => {
    await refuseBallot([...others, { index: 6 }], "CurationUnsortedBallots", [6]);
  });

  it("ballots that do not rise", async () => {
    await refuseBallot([{ index: 2 }, { index: 1 }, ...others.slice(2)], "CurationUnsortedBallots", [1]);
  });

  it("a lane that is ok and defective", async () => {
    const both = (1n << 3n) | (1n << 255n);
    await refuseBallot(withVote({ index: 6, ok: ALL_LANES, defect: both }), "CurationContradictoryBallot", [6, both]);
  });

  it("a ballot signed for anything else", async () => {
    const foreign = await openPanel(undefined);
    const otherLot = await openAudit(gate, { nonce: 2n });
    const { digest: otherSeed } = await gate.curation.read.auditOf([otherLot, 0]);
    const chainId = await gate.protocol.publicClient.getChainId();
    const votes: Record<string, NonNullable<Vote["signed"]>> = {
      "another lot": { subject: otherLot },
      "an asset of the lot": { subject: lotId << 24n },
      "another seed": { seed: otherSeed },
      "no seed": { seed: numberToHex(0, { size: 16 }) },
      "an adjudication": { kind: 1 },
      "a slate": { kind: 2 },
      "another charter": { charterVersion: 2 },
      "another word": { firstWord: 1 },
      "another chain": { chainId: chainId + 1 },
      "another contract": { verifyingContract: foreign.registry.address },
      "no contract": { verifyingContract: zeroAddress },
    };
    await passDeadline(gate, lotId);
    for (const [what, signed] of Object.entries(votes)) {
      const ballots = await signBallots(gate, lotId, withVote({ index: 6, signed }));
      expect(await refusalOf(ballots), what).to.equal("CurationWrongSigner");
      await gate.connection.viem.assertions.revertWithCustomError(close(ballots), gate.curation, "CurationWrongSigner");
    }
  });

  it("words that were changed on the way", async () => {
    await passDeadline(gate, lotId);
    const ballots = await signBallots(gate, lotId, others);
    const last = (ballots.length - 2) / 2;
    const changed = concatHex([
      sliceHex(ballots, 0, last - 64),
      numberToHex(ALL_LANES - 1n),
      numberToHex(1n, { size: 32 }),
    ]);
    expect(await refusalOf(changed)).to.equal("CurationWrongSigner");
  });

  it("a high s, which another signature of the same key also has", async () => {
    await passDeadline(gate, lotId);
    const ballots = await signBallots(gate, lotId, others.slice(0, 5));
    const { r, s, yParity } = await signatureOf(6);
    // the mirrored s does not fit beside the parity bit, so its top bit is lost or becomes the parity
    const mirrored = GROUP_ORDER - BigInt(s);
    for (const parity of [yParity, 1 - yParity]) {
      const vs = numberToHex((mirrored % 2n ** 255n) | (BigInt(parity) << 255n), { size: 32 });
      const forged = concatHex([ballots, packBallot({ index: 6, r, vs })]);
      expect(await refusalOf(forged)).to.equal("CurationWrongSigner");
    }
    // the largest s that fits is above half of the order: refused by its size, with no signer
    const high = compact(numberToHex(2n ** 255n - 1n), yParity);
    const forged = concatHex([ballots, packBallot({ index: 6, r, vs: high })]);
    await refuse(() => close(forged), "CurationWrongSigner", [6, zeroAddress, ballotKey(6).address]);
  });

  it("a signature that is nobody's", async () => {
    await passDeadline(gate, lotId);
    const ballots = await signBallots(gate, lotId, others.slice(0, 5));
    const { s } = await signatureOf(6);
    const none = packBallot({ index: 6, r: numberToHex(0, { size: 32 }), vs: s });
    await refuse(() => close(concatHex([ballots, none])), "CurationWrongSigner", [
      6,
      zeroAddress,
      ballotKey(6).address,
    ]);
  });

  it("the producer's own", async () => {
    const { curation, registrar, members } = gate;
    const judge = members[5] ?? gate.stranger;
    await curation.write.admitProducer([judge.account.address, 50_000], { account: registrar.account });
    const lot = await openAudit(gate, { by: judge.account });
    await passDeadline(gate, lot);
    const ballots = await signBallots(gate, lot, others);
    await refuse(() => close(ballots, { lot }), "CurationOwnLot", [6]);
  });

  it("an old key's after it was replaced", async () => {
    const member = gate.members[5] ?? gate.stranger;
    const key = ballotKey(60);
    const consent = await signKey(gate, member.account.address, key);
    const old = await signBallots(gate, lotId, others);
    await gate.curation.write.registerCurator([key.address, consent], { account: member.account });
    await passDeadline(gate, lotId);
    await refuse(() => close(old), "CurationWrongSigner", [6, ballotKey(6).address, key.address]);
    await closeAudit(gate, lotId, withVote({ index: 6, key }));
  });

  /** Signature of curator `index` over a ballot that calls everything ok. */
  const signatureOf = async (index: number) => {
    const { digest: seed } = await gate.curation.read.auditOf([lotId, 0]);
    const digest = await gate.curation.read.hashBallot([
      { kind: 0, subject: lotId, seed, charterVersion: 1, firstWord: 0, words: wordsOf({ index }) },
    ]);
    return parseSignature(await ballotKey(index).sign({ hash: digest }));
  };

  /** Name of the error with which a close is refused. */
  const refusalOf = async (ballots: Hex): Promise<string | undefined> => {
    try {
      await gate.curation.simulate.closeAudit([lotId, 1, ballots, NO_OUTCOME]);
      return undefined;
    } catch (error) {
      const data = revertData(error);
      return data === undefined ? String(error) : decodeErrorResult({ abi: gate.curation.abi, data }).errorName;
    }
  };
});
