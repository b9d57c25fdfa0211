import {
  type BallotSubject,
  DEFAULT_TERMS,
  type ElectorCurator,
  hashAuditBallot,
  packBallots,
  parseBallots,
  recoverBallotKeys,
  type SignedBallot,
  slateVerdict,
  toApprovals,
  type WeighedBallot,
} from "@imprimatur/sdk/curation";
import { nodeRecovery } from "@imprimatur/sdk/node";
import { keccak256, numberToHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";

// Prints one line of JSON: how fast ballots are verified and slates are counted, on one core.

const CURATORS = 100;
const BALLOTS = 5_000;
const CANDIDATES = 4_096;
const SLATE_BALLOTS = 50;

const keys = Array.from({ length: CURATORS }, (_, at) => privateKeyToAccount(keccak256(numberToHex(at + 1))));
const curators = new Map<number, ElectorCurator>(
  keys.map(({ address }, at) => [at + 1, { key: address, standing: 100, agent: false, struckOff: false }]),
);
const electorate = { curators: CURATORS, standing: 100n * BigInt(CURATORS) };
const common = {
  chainId: 31_337,
  curation: "0x00000000000000000000000000000000000000cc",
  seed: `0x${"5e".repeat(16)}`,
  charterVersion: 1,
} as const;

/** A curator's ballot, signed. */
async function sign(subject: BallotSubject, curator: number, words: readonly bigint[]): Promise<SignedBallot> {
  const hash = hashAuditBallot({ ...subject, words });
  const signature = await (keys[curator - 1] as PrivateKeyAccount).sign({ hash });
  const [r, s] = [signature.slice(2, 66), BigInt(`0x${signature.slice(66, 130)}`)];
  const parity = signature.endsWith("1c") ? 1n : 0n;
  return { curator, r: `0x${r}`, vs: numberToHex(s | (parity << 255n), { size: 32 }), words };
}

/** Ballots verified in a second: 5,000 different ones of one word, by 100 keys. */
async function verified(): Promise<number> {
  const subject: BallotSubject = { ...common, kind: "audit", subject: 7n };
  const ballots = await Promise.all(
    Array.from({ length: BALLOTS }, (_, at) => sign(subject, 1 + (at % CURATORS), [BigInt(at), 0n])),
  );
  const recover = await nodeRecovery();
  const started = process.cpuUsage();
  const signers = await recoverBallotKeys(subject, ballots, recover);
  const { user, system } = process.cpuUsage(started);
  ballots.forEach(({ curator }, at) => {
    if (signers[at] !== keys[curator - 1]?.address) throw new Error(`ballot ${at} has another signer`);
  });
  return (1_000_000 * BALLOTS) / (user + system);
}

/** Processor milliseconds of packing and simulating a slate of 4,096 candidates. */
async function slate(): Promise<number> {
  const subject: BallotSubject = { ...common, kind: "slate", subject: 9n };
  const weighed: WeighedBallot[] = await Promise.all(
    Array.from({ length: SLATE_BALLOTS }, async (_, at) => {
      const approved = Array.from({ length: CANDIDATES }, (__, candidate) => candidate).filter(
        (candidate) => (candidate * (at + 3)) % 7 === 0,
      );
      return { ...(await sign(subject, at + 1, toApprovals(approved, CANDIDATES))), weight: 16 };
    }),
  );
  const recover = await nodeRecovery();
  const started = process.cpuUsage();
  const packed = packBallots(weighed, "slate");
  const ballots = parseBallots(packed, CANDIDATES / 256);
  const { selected } = await slateVerdict({
    ...{ ...common, slateId: 9n, count: CANDIDATES, k: 100, curators, electorate, ballots, recover },
    terms: { ...DEFAULT_TERMS, quorum: 400_000 },
  });
  const { user, system } = process.cpuUsage(started);
  if (selected.length !== 100) throw new Error(`${selected.length} candidates selected`);
  return (user + system) / 1000;
}

console.log(JSON.stringify({ ballotsPerSecond: await verified(), slateMs: await slate() }));
