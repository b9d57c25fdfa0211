import { curationAbi } from "@imprimatur/sdk/abi";
import { type AuditTerms, DEFAULT_TERMS, fromRawTerms, type Outcome, outcomeOf } from "@imprimatur/sdk/curation";
import type { AbiEvent, Address, ContractEventName, Hex, ParseEventLogsReturnType } from "viem";

/** Every event of the gate. */
export const GATE_EVENTS: readonly AbiEvent[] = curationAbi.filter((item) => item.type === "event");

/** A decoded log of the gate. */
export type GateLog = ParseEventLogsReturnType<typeof curationAbi, ContractEventName<typeof curationAbi>, true>[number];

/** A ballot that was cast on chain: a close has to include its curator. */
export interface CastBallot {
  curator: number;
  charterVersion: number;
  ballot: Hex;
}

/** The newest audit of a lot. */
export interface AuditRecord {
  round: number;
  producer: Address;
  plan: number;
  terms: number;
  epoch: number;
  /** Index of the curator to whom the producer delegates; 0: none. */
  excluded: number;
  seedBlock: bigint;
  seed?: Hex;
  ballotDeadline: bigint;
  /** Of the present verdict. */
  closed?: { widening: number; windowEnd: bigint; weight: number; outcome: Outcome };
  cast: CastBallot[];
  /** A canary that was opened, or an audit that expired: nothing is left to judge. */
  over: boolean;
}

export interface ChallengeRecord {
  challenger: Address;
  firstWord: number;
  /** Assets that are not decided. */
  masks: bigint[];
}

/** The panel on a lot's challenges. */
export interface DisputeRecord {
  epoch: number;
  seed?: Hex;
  ballotDeadline: bigint;
}

export interface SlateRecord {
  candidates: readonly bigint[];
  ballotDeadline: bigint;
  epoch: number;
  terms: number;
  closed?: { weight: number; finalAt: bigint };
}

/** What the gate's events say, as far as ballots are concerned. */
export class Records {
  readonly audits = new Map<bigint, AuditRecord>();
  readonly challenges = new Map<bigint, Map<number, ChallengeRecord>>();
  readonly disputes = new Map<bigint, DisputeRecord>();
  readonly slates = new Map<bigint, SlateRecord>();
  readonly terms = new Map<number, AuditTerms>([[0, DEFAULT_TERMS]]);
  /** Changes with everything that changes who may judge. */
  rolls = 0;

  apply({ eventName, args }: GateLog): void {
    const handler = HANDLERS[eventName] as ((records: Records, args: unknown) => void) | undefined;
    handler?.(this, args);
  }
}

type EventName = GateLog["eventName"];
type ArgsOf<Name extends EventName> = Extract<GateLog, { eventName: Name }>["args"];

const rollsChanged = (records: Records): void => void (records.rolls += 1);

const closeForGood = (records: Records, { lotId }: { lotId: bigint }): void => {
  const audit = records.audits.get(lotId);
  if (audit !== undefined) audit.over = true;
};

/** What follows from each event; the others are about money and scores. */
const HANDLERS: { readonly [Name in EventName]?: (records: Records, args: ArgsOf<Name>) => void } = {
  AuditOpened: ({ audits }, { lotId, seedBlock, ...opened }) => {
    audits.set(lotId, { ...opened, seedBlock: BigInt(seedBlock), ballotDeadline: 0n, cast: [], over: false });
  },
  SeedDrawn: ({ audits }, { ballotDeadline, lotId, seed }) => {
    const audit = audits.get(lotId);
    if (audit !== undefined) Object.assign(audit, { seed, ballotDeadline: BigInt(ballotDeadline) });
  },
  BallotCast: ({ audits }, { ballot, charterVersion, index, lotId, practice }) => {
    if (!practice) audits.get(lotId)?.cast.push({ curator: index, charterVersion, ballot });
  },
  AuditClosed: ({ audits }, { lotId, releasableAt, weight, widening, ...closed }) => {
    const audit = audits.get(lotId);
    if (audit?.seed === undefined) return;
    const outcome = outcomeOf({ ...closed, seed: audit.seed });
    audit.closed = { widening, windowEnd: BigInt(releasableAt), weight, outcome };
  },
  CanaryOpened: closeForGood,
  LotExpired: closeForGood,
  LotChallenged: ({ challenges }, { challenger, firstWord, id, lotId, masks }) => {
    const ofLot = challenges.get(lotId) ?? new Map<number, ChallengeRecord>();
    challenges.set(lotId, ofLot.set(id, { challenger, firstWord, masks: [...masks] }));
  },
  PanelCalled: ({ disputes }, { epoch, lotId }) => void disputes.set(lotId, { epoch, ballotDeadline: 0n }),
  PanelDrawn: ({ disputes }, { ballotDeadline, lotId, seed }) => {
    const dispute = disputes.get(lotId);
    if (dispute !== undefined) Object.assign(dispute, { seed, ballotDeadline: BigInt(ballotDeadline) });
  },
  ChallengeJudged: ({ challenges }, { decided, id, lotId }) => {
    const challenge = challenges.get(lotId)?.get(id);
    if (challenge === undefined) return;
    challenge.masks = challenge.masks.map((mask, word) => mask & ~(decided[word] ?? 0n));
  },
  ChallengeResolved: ({ challenges }, { id, lotId, undecided }) => {
    if (undecided === 0n) challenges.get(lotId)?.delete(id);
  },
  TermsSet: (records, { terms, version }) => void records.terms.set(version, fromRawTerms(terms)),
  CuratorRegistered: rollsChanged,
  StandingSet: rollsChanged,
  CuratorStruckOff: rollsChanged,
  CuratorReadmitted: rollsChanged,
  SlateOpened: ({ slates }, { ballotDeadline, candidates, epoch, slateId, terms }) => {
    slates.set(slateId, { candidates, epoch, terms, ballotDeadline: BigInt(ballotDeadline) });
  },
  SlateClosed: ({ slates }, { finalAt, slateId, weight }) => {
    const slate = slates.get(slateId);
    if (slate !== undefined) slate.closed = { weight, finalAt: BigInt(finalAt) };
  },
};
