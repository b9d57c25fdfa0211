/** The terms by which lots are audited; a lot keeps those of its commit. */
export type AuditTerms = {
  /** Units of the audit token: per lot. */
  bond: bigint;
  /** Units of the audit token: per audit or challenge, shared by the panel. */
  fee: bigint;
  /** Units of the audit token: per challenged asset. */
  challengeBond: bigint;
  /** Blocks from the commit to the block that makes the seed. */
  seedDelay: number;
  /** Seconds from the draw to the ballot deadline. */
  ballotWindow: number;
  /** Seconds from the ballot deadline to expiry. */
  timeOut: number;
  /** Seconds from a verdict to its end. */
  challengeWindow: number;
  /** ppm of the expected weight that must vote. */
  quorum: number;
  /** ppm of the expected weight that must agree in a lane. */
  coverage: number;
  /** Expected weight of a panel. */
  panel: number;
  minHumanBallots: number;
  /** Lanes judged under each plan, and how many of them may be bad. */
  normalSize: number;
  normalAcceptance: number;
  tightenedSize: number;
  tightenedAcceptance: number;
  reducedSize: number;
  reducedAcceptance: number;
  /** Whether anyone with a standing of zero may practice. */
  openDoor: boolean;
  /** Whether curators that are agents may judge. */
  agentsJudge: boolean;
};

/** Version 0: what holds until a studio sets its own terms. */
export const DEFAULT_TERMS: AuditTerms = {
  bond: 0n,
  fee: 0n,
  challengeBond: 0n,
  seedDelay: 32,
  ballotWindow: 86_400,
  timeOut: 604_800,
  challengeWindow: 86_400,
  quorum: 600_000,
  coverage: 400_000,
  panel: 16,
  minHumanBallots: 0,
  normalSize: 256,
  normalAcceptance: 2,
  tightenedSize: 256,
  tightenedAcceptance: 0,
  reducedSize: 64,
  reducedAcceptance: 0,
  openDoor: false,
  agentsJudge: false,
};

/** Terms as the contract writes them: two switches in one number. */
export type RawAuditTerms = Omit<AuditTerms, "openDoor" | "agentsJudge"> & { flags: number };

const OPEN_DOOR = 1;
const AGENTS_JUDGE = 2;

/** Terms as a call takes them. */
export function toRawTerms({ openDoor, agentsJudge, ...terms }: AuditTerms): RawAuditTerms {
  return { ...terms, flags: (openDoor ? OPEN_DOOR : 0) | (agentsJudge ? AGENTS_JUDGE : 0) };
}

/** Terms as an answer or an event gives them. */
export function fromRawTerms({ flags, ...terms }: RawAuditTerms): AuditTerms {
  return { ...terms, openDoor: (flags & OPEN_DOOR) !== 0, agentsJudge: (flags & AGENTS_JUDGE) !== 0 };
}
