import {
  type Address,
  encodeAbiParameters,
  hashTypedData,
  type Hex,
  hexToBigInt,
  hexToNumber,
  keccak256,
  numberToHex,
  recoverAddress,
  size,
  sliceHex,
} from "viem";
import { naiveVerdict } from "./ballotTally.ts";
import { judgmentsOf } from "./judgments.ts";
import { drawnWeight, expectedWeight } from "./sortition.ts";

/** One decoded event of a gate or of the registry, with the time of its block. */
export interface ReplayedEvent {
  name: string;
  args: Record<string, unknown>;
  timestamp: bigint;
}

export interface ReplayedLot {
  producer: Address;
  count: number;
  seed: Hex;
  clock: bigint;
  /** Epoch whose standings count. */
  epoch: number;
  /** Keccak of everything that the present verdict decided; the seed before. */
  digest: Hex;
  weight: number;
  humanBallots: number;
  widening: number;
  status: number;
  releasableAt: bigint;
  /** Blocked assets by word. */
  masks: Map<number, bigint>;
}

/** Everything about one gate that follows from logs alone; no contract is asked. */
export interface ReplayedGate {
  /** By index; keys as they are at the end. */
  curators: Map<number, { account: Address; key: Address }>;
  /** By index: each standing with the first epoch in which it counts, in that order. */
  standings: Map<number, { epoch: number; standing: number }[]>;
  quotas: Map<Address, number>;
  /** Assets a producer committed on its last day, and which day that was. */
  used: Map<Address, { day: bigint; used: number }>;
  lots: Map<bigint, ReplayedLot>;
}

const DAY = 86_400n;
const BALLOT_SIZE = 130;
const NO_SEED = "0x00000000000000000000000000000000";
const PANEL = 16;
/** Epochs for which a standing counts. */
const LIFE = 4;
const TIME_OUT = 7n * DAY;
const PLAN = { sampleSize: 256, acceptance: 2 };
const STATUS = { pending: 1, accepted: 2, rejected: 3 };

/** What ballots are signed to. */
export interface Domain {
  name: string;
  version: string;
  chainId: number;
  verifyingContract: Address;
}

interface WireBallot {
  index: number;
  r: Hex;
  vs: bigint;
  ok: bigint;
  defect: bigint;
}

const word = (packed: Hex, offset: number): Hex => sliceHex(packed, offset, offset + 32);

function unpack(packed: Hex): WireBallot[] {
  return Array.from({ length: size(packed) / BALLOT_SIZE }, (_, i) => {
    const at = i * BALLOT_SIZE;
    return {
      index: hexToNumber(sliceHex(packed, at, at + 2)),
      r: word(packed, at + 2),
      vs: hexToBigInt(word(packed, at + 34)),
      ok: hexToBigInt(word(packed, at + 66)),
      defect: hexToBigInt(word(packed, at + 98)),
    };
  });
}

async function signerOf(domain: Domain, lotId: bigint, seed: Hex, charterVersion: number, ballot: WireBallot) {
  const { r, vs, ok, defect } = ballot;
  const hash = hashTypedData({
    domain,
    types: {
      AuditBallot: [
        { name: "kind", type: "uint8" },
        { name: "subject", type: "uint256" },
        { name: "seed", type: "bytes16" },
        { name: "charterVersion", type: "uint32" },
        { name: "firstWord", type: "uint16" },
        { name: "words", type: "uint256[]" },
      ],
    },
    primaryType: "AuditBallot",
    message: { kind: 0, subject: lotId, seed, charterVersion, firstWord: 0, words: [ok, defect] },
  });
  const s = numberToHex(vs % 2n ** 255n, { size: 32 });
  return recoverAddress({ hash, signature: { r, s, yParity: Number(vs >> 255n) } });
}

/** Asset that a lane judges. */
export function positionOf(lot: Pick<ReplayedLot, "seed" | "count">, lane: number): number {
  if (lot.count <= PLAN.sampleSize) return lane;
  const draw = keccak256(encodeAbiParameters([{ type: "bytes16" }, { type: "uint256" }], [lot.seed, BigInt(lane)]));
  return Number(hexToBigInt(draw) % BigInt(lot.count));
}

/** Blocked assets of an accepted lot by word. */
function masksOf(lot: ReplayedLot, bad: bigint): Map<number, bigint> {
  const masks = new Map<number, bigint>();
  for (let lane = 0; lane < 256; lane++) {
    if (((bad >> BigInt(lane)) & 1n) === 0n) continue;
    const position = positionOf(lot, lane);
    const index = position >> 8;
    masks.set(index, (masks.get(index) ?? 0n) | (1n << BigInt(position & 255)));
  }
  return masks;
}

/** Whether some asset that was blocked no longer is. */
const frees = (old: Map<number, bigint>, next: Map<number, bigint>): boolean =>
  [...old].some(([index, mask]) => (mask & ~(next.get(index) ?? 0n)) !== 0n);

/** What everybody weighed in an epoch: the newest standing by then, unless it is stale. */
export function standingsIn(gate: Pick<ReplayedGate, "standings">, epoch: number): Map<number, number> {
  const inEpoch = new Map<number, number>();
  for (const [index, history] of gate.standings) {
    const newest = history.filter((entry) => entry.epoch <= epoch).at(-1);
    inEpoch.set(index, newest !== undefined && epoch - newest.epoch < LIFE ? newest.standing : 0);
  }
  return inEpoch;
}

/** What an audit's slot keeps of an outcome. */
function digestOf(seed: Hex, ballots: Hex, covered: bigint, bad: bigint, weights: bigint): Hex {
  const types = [
    { type: "bytes16" },
    { type: "bytes32" },
    { type: "uint256" },
    { type: "uint256" },
    { type: "uint256" },
  ] as const;
  return sliceHex(
    keccak256(encodeAbiParameters(types, [seed, keccak256(judgmentsOf(ballots)), covered, bad, weights])),
    0,
    16,
  );
}

class Disagreement extends Error {}

function demand(condition: boolean, what: string): void {
  if (!condition) throw new Disagreement(what);
}

/** Re-computes every verdict of a gate from its logs; throws where an event says what does not follow. */
export async function replayGate(domain: Domain, events: readonly ReplayedEvent[]): Promise<ReplayedGate> {
  const gate: ReplayedGate = {
    curators: new Map(),
    standings: new Map(),
    quotas: new Map(),
    used: new Map(),
    lots: new Map(),
  };
  const counts = new Map<bigint, number>();

  const lotOf = (args: Record<string, unknown>): [bigint, ReplayedLot] => {
    const lotId = args["lotId"] as bigint;
    const lot = gate.lots.get(lotId);
    if (lot === undefined) throw new Disagreement(`lot ${lotId} was never opened`);
    return [lotId, lot];
  };

  const handlers: Record<string, (args: Record<string, unknown>, timestamp: bigint) => void | Promise<void>> = {
    ProducerAdmitted: ({ producer, quota }) => {
      gate.quotas.set(producer as Address, quota as number);
      if (quota === 0) gate.used.delete(producer as Address);
    },
    CuratorRegistered: ({ index, account, key }) => {
      gate.curators.set(index as number, { account: account as Address, key: key as Address });
    },
    StandingSet: ({ index, epoch, standing }) => {
      const history = gate.standings.get(index as number) ?? [];
      gate.standings.set(index as number, [...history, { epoch: epoch as number, standing: standing as number }]);
    },
    LotCommitted: ({ lotId, producer, count }, timestamp) => {
      counts.set(lotId as bigint, count as number);
      const day = timestamp / DAY;
      const before = gate.used.get(producer as Address);
      const used = (before?.day === day ? before.used : 0) + (count as number);
      gate.used.set(producer as Address, { day, used });
    },
    AuditOpened: ({ lotId, producer, seedBlock, epoch }) => {
      gate.lots.set(lotId as bigint, {
        producer: producer as Address,
        count: counts.get(lotId as bigint) ?? 0,
        seed: NO_SEED,
        clock: BigInt(seedBlock as number),
        epoch: epoch as number,
        digest: NO_SEED,
        weight: 0,
        humanBallots: 0,
        widening: 0,
        status: STATUS.pending,
        releasableAt: 0n,
        masks: new Map(),
      });
    },
    SeedDrawn: (args, timestamp) => {
      const [, lot] = lotOf(args);
      lot.seed = lot.digest = args["seed"] as Hex;
      lot.clock = timestamp + DAY;
      demand(lot.clock === BigInt(args["ballotDeadline"] as number), "ballot deadline");
    },
    AuditClosed: async (args, timestamp) => {
      const [lotId, lot] = lotOf(args);
      const ballots = unpack(args["ballots"] as Hex);
      const first = lot.weight === 0;
      const late = timestamp < lot.clock ? 0 : timestamp < lot.clock + TIME_OUT / 2n ? 1 : 2;
      const own = [...gate.curators].find(([, { account }]) => account === lot.producer)?.[0];
      const panel = {
        seed: lot.seed,
        panel: PANEL,
        standings: standingsIn(gate, lot.epoch),
        barred: new Set(own === undefined ? [] : [own]),
        widening: first ? late : lot.widening,
      };
      let last = [Infinity, 0] as [number, number];
      const weighed = [];
      for (const ballot of ballots) {
        const curator = gate.curators.get(ballot.index);
        const weight = drawnWeight(panel, ballot.index);
        demand(weight < last[0] || (weight === last[0] && ballot.index > last[1]), "order of ballots");
        demand(curator !== undefined && weight !== 0, "who may vote");
        demand((ballot.ok & ballot.defect) === 0n, "a lane both ok and defective");
        const signer = await signerOf(domain, lotId, lot.seed, args["charterVersion"] as number, ballot);
        demand(signer === curator?.key, "signature");
        weighed.push({ ...ballot, weight });
        last = [weight, ballot.index];
      }
      const weight = weighed.reduce((sum, ballot) => sum + ballot.weight, 0);
      demand(weight > lot.weight, "a heavier set");
      const expected = expectedWeight(panel);
      const verdict = naiveVerdict(weighed, { count: lot.count, ...PLAN, expectedWeight: expected });
      if (!("bad" in verdict)) throw new Disagreement(verdict.outcome);
      const accepted = verdict.outcome === "accepted";
      const status = accepted ? STATUS.accepted : STATUS.rejected;
      const masks = accepted ? masksOf(lot, verdict.bad) : new Map<number, bigint>();
      demand(first || timestamp < lot.clock, "within the window");
      const drawn = [...gate.curators.keys()].filter((index) => drawnWeight(panel, index) !== 0).length;
      demand(!first || timestamp >= lot.clock || ballots.length === drawn, "after the deadline");
      if (first || frees(lot.masks, masks) || (accepted && lot.status === STATUS.rejected)) lot.clock = timestamp + DAY;
      const weights = weighed.reduce((sum, ballot) => sum + (1n << (8n * BigInt(Math.log2(ballot.weight)))), 0n);
      Object.assign(lot, {
        digest: digestOf(lot.seed, args["ballots"] as Hex, verdict.covered, verdict.bad, weights),
        weight,
        humanBallots: ballots.length,
        widening: panel.widening,
        status,
        masks,
        releasableAt: lot.clock,
      });
      demand(args["expectedWeight"] === expected && args["widening"] === panel.widening, "expected weight");
      demand(args["weights"] === weights, "weights");
      demand(
        args["status"] === status && args["bad"] === verdict.bad && args["covered"] === verdict.covered,
        "verdict",
      );
      demand(args["weight"] === lot.weight && BigInt(args["releasableAt"] as number) === lot.clock, "weight or window");
    },
  };
  for (const { name, args, timestamp } of events) await handlers[name]?.(args, timestamp);
  return gate;
}
