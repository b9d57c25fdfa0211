import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import { curationChallengeResolvedEvent } from "@imprimatur/sdk/abi";
import { drawnWeight, factorOf, toBlockedWords, unpackWeights } from "@imprimatur/sdk/curation";
import { PRODUCER_LEVELS } from "@imprimatur/sdk";
import { fetchLogs, type GateReplay } from "@imprimatur/sdk/logs";
import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, zeroHash } from "viem";
import { gate, type House, registry, till } from "./house.ts";
import { idOf, readAll, type Sides, type World } from "./replay.ts";
import type { Books } from "./replayBooks.ts";

const LEVELS = ["Normal", "Tightened", "Reduced", "Stopped"];
const STATUSES = ["None", "Pending", "Accepted", "Rejected", "Suspended"];

const lotKey = (lotId: bigint): Hex => numberToHex(lotId, { size: 28 });

interface CuratorFields {
  index: number;
  key: Hex;
  agent: boolean;
  struckOff: boolean;
  standing: number;
  standingEpoch: number;
  hits: string;
  misses: string;
  falseAlarms: string;
  pay: string;
}

/** Every curator, with its scores and its pay. */
export async function compareCurators(subgraph: SubgraphClient, { house, books }: World): Promise<Sides> {
  const { registrar } = house;
  const fields = "index key agent struckOff standing standingEpoch hits misses falseAlarms pay";
  const indexed = Object.fromEntries(await readAll<CuratorFields>(subgraph, "curators", fields, house.curation));
  const stored: Record<string, CuratorFields> = {};
  const count = await registrar.readContract({ ...gate(house), functionName: "curatorCount" });
  for (let index = 1; index <= count; index++) {
    const read = { ...gate(house), args: [index] } as const;
    const { key, flags, standing, epoch } = await registrar.readContract({ ...read, functionName: "curatorOf" });
    const score = await registrar.readContract({ ...read, functionName: "scoreOf" });
    stored[idOf(house.curation, numberToHex(index, { size: 2 }))] = {
      index,
      key: key.toLowerCase() as Hex,
      agent: (flags & 1) !== 0,
      struckOff: (flags & 2) !== 0,
      standing,
      standingEpoch: epoch,
      hits: String(score.hits),
      misses: String(score.misses),
      falseAlarms: String(score.falseAlarms),
      pay: String(score.pay),
    };
  }
  return { indexed, stored, logged: loggedCurators(house, books.gate) };
}

function loggedCurators({ curation }: House, { roll, scores, purse }: GateReplay): Record<string, unknown> {
  const curators = [...roll.curators].map(([index, { key, agent, struckOff, standings }]): [string, unknown] => {
    const standingEpoch = Math.max(...standings.keys());
    const newest = { standing: standings.get(standingEpoch), standingEpoch };
    const pay = purse.pays.get(index) ?? 0n;
    const facts = { index, key, agent, struckOff, ...newest, ...scores.of(index), pay };
    return [idOf(curation, numberToHex(index, { size: 2 })), facts];
  });
  return Object.fromEntries(curators);
}

/** The sums that weights are drawn by, and the points that reputation is shared by, of all epochs. */
export async function compareEpochs(subgraph: SubgraphClient, { house, books }: World): Promise<Sides> {
  const { registrar } = house;
  const fields = "number standing curators points canaryPoints budget";
  const indexed = Object.fromEntries(
    await readAll<{ number: number; budget: string | null }>(subgraph, "epoches", fields, house.curation),
  );
  const stored: Record<string, unknown> = {};
  const logged: Record<string, unknown> = {};
  for (const [id, { number }] of Object.entries(indexed)) {
    const read = { ...gate(house), args: [number] } as const;
    const [curators, standing] = await registrar.readContract({ ...read, functionName: "electorateOf" });
    const points = await registrar.readContract({ ...read, functionName: "epochPointsOf" });
    const budget = points.budget === 0n ? null : String(points.budget);
    const sums = { points: String(points.points), canaryPoints: String(points.canaryPoints) };
    stored[id] = { number, standing: String(standing), curators, ...sums, budget };
    const { budget: closed, ...logs } = books.gate.scores.in(number);
    logged[id] = { number, ...books.gate.roll.electorateAt(number), ...logs, budget: closed === 0n ? null : closed };
  }
  return { indexed, stored, logged };
}

interface DepositFields {
  account: { id: Address };
  free: string;
  staked: string;
  deposited: string;
  withdrawn: string;
  gained: string;
  spent: string;
}

interface BooksFields {
  free: string;
  staked: string;
  pay: string;
  pot: { amount: string };
}

/** Deposits, their two sums, and the pot that all of it is in. */
export async function compareDeposits(subgraph: SubgraphClient, { house, books }: World): Promise<Sides> {
  const { registrar, curation, token } = house;
  const fields = "account { id } free staked deposited withdrawn gained spent";
  const deposits = await readAll<DepositFields>(subgraph, "deposits", fields, house.curation);
  const totals = "free staked pay pot { amount }";
  const totalled = await readAll<BooksFields>(subgraph, "curationBooks_collection", totals, curation);
  const [indexed, stored, logged] = [
    new Map<string, unknown>(),
    new Map<string, unknown>(),
    new Map<string, unknown>(),
  ];
  const { purse } = books.gate;
  for (const [id, { account, free, staked, deposited, withdrawn, gained, spent }] of deposits) {
    const read = { ...gate(house), functionName: "producerOf", args: [account.id] } as const;
    const producer = await registrar.readContract(read);
    const left = BigInt(deposited) + BigInt(gained) - BigInt(withdrawn) - BigInt(spent);
    indexed.set(id, { free, held: BigInt(free) + BigInt(staked) });
    stored.set(id, { free: producer.free, held: left });
    logged.set(id, { free: purse.deposits.get(account.id) ?? 0n });
  }
  const pot = { ...till(house), functionName: "potOf", args: [curation, zeroHash, token] } as const;
  const amount = await registrar.readContract(pot);
  for (const [id, { free, staked, pay, pot: potted }] of totalled) {
    indexed.set(id, { owed: BigInt(free) + BigInt(staked) + BigInt(pay), pot: potted.amount });
    stored.set(id, { owed: amount, pot: amount });
    logged.set(id, { owed: purse.owed, pot: purse.pot });
  }
  return fromMaps(indexed, stored, logged);
}

/** What the producer may do. */
export async function compareProducers(subgraph: SubgraphClient, { house, books }: World): Promise<Sides> {
  const { registrar } = house;
  const producers = await readAll<{ account: { id: Address }; level: string }>(
    subgraph,
    "producers",
    "account { id } level",
    house.curation,
  );
  const stored: Record<string, unknown> = {};
  const logged: Record<string, unknown> = {};
  for (const [id, { account }] of producers) {
    const read = { ...gate(house), functionName: "producerOf", args: [account.id] } as const;
    const { level } = await registrar.readContract(read);
    stored[id] = { account, level: LEVELS[level] };
    const inspection = books.gate.inspections.get(account.id);
    logged[id] = { account, level: LEVELS[PRODUCER_LEVELS.indexOf(inspection?.level ?? "normal")] };
  }
  return { indexed: Object.fromEntries(producers), stored, logged };
}

interface AuditFields {
  lot: { id: Hex; status: string; releasableAt: string; blockedWords: { word: number; mask: string }[] };
  round: number;
  seed: Hex | null;
  plan: number;
  epoch: number;
  terms: { panel: number };
  inboxCount: number;
  samples: { index: number }[];
  closes: { widening: number; ballots: { curator: { index: number }; weight: number }[] }[];
}

/** Every audit: the sample by its seed, the weight of every ballot, and what the verdict blocked. */
export async function compareAudits(subgraph: SubgraphClient, { house, books }: World): Promise<Sides> {
  const fields = `round seed plan epoch terms { panel } inboxCount
    lot { id status releasableAt blockedWords(orderBy: word, where: { mask_gt: 0 }) { word mask } }
    samples(first: 256, orderBy: lane) { index }
    closes(orderBy: block) { widening ballots(first: 255, orderBy: position) { curator { index } weight } }`;
  const audits = await readAll<AuditFields>(subgraph, "audits", fields);
  const stored: Record<string, unknown> = {};
  const logged: Record<string, unknown> = {};
  for (const [id, audit] of audits) {
    stored[id] = await storedAudit(house, audit);
    logged[id] = loggedAudit(books, audit);
  }
  return { indexed: Object.fromEntries(audits), stored, logged };
}

/** Of an audit: what its gate's events say, and of its lot what the registry's say. */
function loggedAudit({ gate: replay, lots }: Books, { lot: { id }, round }: AuditFields): object | undefined {
  const audit = replay.lots.get(BigInt(id))?.audits[round];
  const lot = lots.get(BigInt(id));
  if (audit === undefined || lot === undefined) return undefined;
  const { seed = null, plan, epoch, closes } = audit;
  const { status, releasableAt, blocked } = lot;
  return {
    ...{ round, seed, plan, epoch },
    lot: {
      id,
      status: status.charAt(0).toUpperCase() + status.slice(1),
      releasableAt,
      blockedWords: toBlockedWords(blocked),
    },
    closes: closes.map(({ announced: { widening }, outcome, parameters: { ballots } }) => ({
      widening,
      ballots: unpackWeights(outcome.weights).map((weight, at) => ({
        weight,
        curator: { index: ballots[at]?.curator },
      })),
    })),
  };
}

async function storedAudit(house: House, indexed: AuditFields): Promise<AuditFields> {
  const { registrar } = house;
  const lotId = BigInt(indexed.lot.id);
  const read = { ...gate(house), functionName: "auditOf", args: [lotId, indexed.round] } as const;
  const { plan, epoch, inbox } = await registrar.readContract(read);
  const seed = indexed.seed ?? zeroHash;
  const sample = { ...gate(house), functionName: "sampleOf", args: [lotId, seed] } as const;
  const isLast =
    (await registrar.readContract({ ...gate(house), functionName: "roundOf", args: [lotId] })) === indexed.round;
  return {
    ...indexed,
    plan,
    epoch: indexed.epoch - (indexed.epoch % 256) + epoch,
    inboxCount: inbox,
    lot: await storedLot(house, lotId),
    ...(isLast ? { samples: (await registrar.readContract(sample)).map((index) => ({ index })) } : {}),
    closes: await storedWeights(house, indexed),
  };
}

async function storedLot(house: House, lotId: bigint): Promise<AuditFields["lot"]> {
  const { registrar } = house;
  const lot = await registrar.readContract({ ...registry(house), functionName: "lotOf", args: [lotId] });
  const blockedWords: { word: number; mask: string }[] = [];
  for (let word = 0; word * 256 < lot.count; word++) {
    const read = { ...registry(house), functionName: "blockedWord", args: [lotId, word] } as const;
    const mask = await registrar.readContract(read);
    if (mask !== 0n) blockedWords.push({ word, mask: String(mask) });
  }
  const status = STATUSES[lot.status] ?? "";
  return { id: lotKey(lotId), status, releasableAt: String(lot.releasableAt), blockedWords };
}

/** What the SDK's arithmetic makes of the standings on chain. */
async function storedWeights(
  house: House,
  { closes, epoch, seed, terms }: AuditFields,
): Promise<AuditFields["closes"]> {
  return Promise.all(
    closes.map(async ({ widening, ballots }) => ({
      widening,
      ballots: await Promise.all(
        ballots.map(async ({ curator }) => ({
          curator,
          weight: await weightOf(house, { seed: seed ?? zeroHash, epoch, panel: terms.panel, widening, ...curator }),
        })),
      ),
    })),
  );
}

interface DisputeFields {
  challengedCount: number;
  challengeCount: number;
  openCount: number;
  suspender: { number: number } | null;
  seed: Hex | null;
  epoch: number | null;
}

/** Every dispute. */
export async function compareDisputes(subgraph: SubgraphClient, { house, books }: World): Promise<Sides> {
  const { registrar } = house;
  const fields = "challengedCount challengeCount openCount suspender { number } seed epoch";
  const disputes = await readAll<DisputeFields>(subgraph, "disputes", fields);
  const stored: Record<string, DisputeFields> = {};
  for (const id of disputes.keys()) {
    const read = { ...gate(house), functionName: "disputeOf", args: [BigInt(id)] } as const;
    const { challenged, challenges, open, suspender, seed, epoch, clock } = await registrar.readContract(read);
    stored[id] = {
      challengedCount: challenged,
      challengeCount: challenges,
      openCount: open,
      suspender: suspender === 0 ? null : { number: suspender },
      seed: BigInt(seed) === 0n ? null : seed,
      epoch: clock === 0 ? null : epoch,
    };
  }
  const logged = Object.fromEntries(
    [...disputes.keys()].map((id) => {
      const lot = books.gate.lots.get(BigInt(id));
      const { seed = null, epoch = null } = lot?.panel ?? {};
      const suspender = lot === undefined || lot.suspender === 0 ? null : { number: lot.suspender };
      return [id, { challengeCount: lot?.challenges.size, suspender, seed, epoch }];
    }),
  );
  return { indexed: Object.fromEntries(disputes), stored, logged };
}

interface ChallengeFields {
  lot: { id: Hex };
  number: number;
  challenger: { id: Address };
  firstWord: number;
  open: string[];
  resolved: boolean;
}

/** Every challenge: what is open of it, by the hash that the chain keeps. */
export async function compareChallenges(subgraph: SubgraphClient, { house, books }: World): Promise<Sides> {
  const { registrar } = house;
  const fields = "lot { id } number challenger { id } firstWord open resolved";
  const challenges = await readAll<ChallengeFields>(subgraph, "challenges", fields);
  const [indexed, stored, logged] = [
    new Map<string, unknown>(),
    new Map<string, unknown>(),
    new Map<string, unknown>(),
  ];
  const done = await resolutions(house, books);
  for (const [id, { lot, number, challenger, resolved, ...masks }] of challenges) {
    const read = { ...gate(house), functionName: "challengeOf", args: [BigInt(lot.id), number] } as const;
    const record = await registrar.readContract(read);
    indexed.set(id, { challenger: challenger.id, open: resolved ? zeroHash : hashMasks(masks) });
    stored.set(id, { challenger: record.challenger, open: record.masks });
    const replayed = books.gate.lots.get(BigInt(lot.id))?.challenges.get(number);
    if (replayed === undefined) continue;
    const open = done.has(`${BigInt(lot.id)}/${number}`)
      ? zeroHash
      : hashMasks({ firstWord: replayed.firstWord, open: replayed.masks });
    logged.set(id, { challenger: replayed.challenger, open });
  }
  return fromMaps(indexed, stored, logged);
}

/** Challenges that are over, by lot and number. */
async function resolutions({ curation: address }: House, { client }: Books): Promise<Set<string>> {
  const logs = await fetchLogs(client, { address, events: [curationChallengeResolvedEvent], fromBlock: 0n });
  return new Set(logs.map(({ args }) => `${args.lotId}/${args.id}`));
}

function hashMasks({ firstWord, open }: { firstWord: number; open: readonly (string | bigint)[] }): Hex {
  const types = [{ type: "uint16" }, { type: "uint256[]" }] as const;
  return keccak256(encodeAbiParameters(types, [firstWord, open.map(BigInt)]));
}

interface VetoFields {
  lot: { id: Hex };
  word: number;
  mask: string;
  until: string;
  confirmed: boolean;
}

/** Every word that was ever vetoed. */
export async function compareVetoes(subgraph: SubgraphClient, { house, books }: World): Promise<Sides> {
  const fields = "lot { id } word mask until confirmed";
  const [indexed, stored, logged] = [
    new Map<string, unknown>(),
    new Map<string, unknown>(),
    new Map<string, unknown>(),
  ];
  const present = (mask: bigint, until: bigint, confirmed: boolean): object =>
    mask === 0n ? { mask } : { mask, until, confirmed };
  for (const [id, { lot, word, ...veto }] of await readAll<VetoFields>(subgraph, "vetos", fields)) {
    indexed.set(id, present(BigInt(veto.mask), BigInt(veto.until), veto.confirmed));
    const read = { ...gate(house), functionName: "vetoOf", args: [BigInt(lot.id), word] } as const;
    const [mask, until, confirmed] = await house.registrar.readContract(read);
    stored.set(id, present(mask, BigInt(until), confirmed));
    const replayed = books.gate.lots.get(BigInt(lot.id))?.vetoes.get(word);
    logged.set(id, present(replayed?.mask ?? 0n, replayed?.until ?? 0n, replayed?.confirmed ?? false));
  }
  return fromMaps(indexed, stored, logged);
}

type Facts = ReadonlyMap<string, unknown>;

const fromMaps = (indexed: Facts, stored: Facts, logged: Facts): Sides => ({
  indexed: Object.fromEntries(indexed),
  stored: Object.fromEntries(stored),
  logged: Object.fromEntries(logged),
});

interface AdjudicationFields {
  curator: { index: number };
  weight: number;
  challenge: {
    dispute: { seed: Hex; epoch: number };
    lot: { audit: { terms: { panel: number } } };
  };
}

/** The weights of adjudicators, which no event tells. */
export async function compareAdjudicators(subgraph: SubgraphClient, { house }: World): Promise<Sides> {
  const fields = `curator { index } weight challenge { dispute { seed epoch } lot { audit { terms { panel } } } }`;
  const ballots = await readAll<AdjudicationFields>(subgraph, "adjudicationBallots", fields);
  const stored: Record<string, AdjudicationFields> = {};
  for (const [id, ballot] of ballots) {
    const { seed, epoch } = ballot.challenge.dispute;
    const { panel } = ballot.challenge.lot.audit.terms;
    const weight = await weightOf(house, { seed, epoch, panel, widening: 0, index: ballot.curator.index });
    stored[id] = { ...ballot, weight };
  }
  return { indexed: Object.fromEntries(ballots), stored };
}

interface Drawing {
  seed: Hex;
  epoch: number;
  panel: number;
  widening: number;
  index: number;
}

/** What a curator weighs in a panel, by the SDK's arithmetic over standings on chain. */
export async function weightOf(house: House, { seed, epoch, panel, widening, index }: Drawing): Promise<number> {
  const { registrar } = house;
  const factor = factorOf(panel, await registrar.getElectorate({ epoch }));
  const read = { ...gate(house), functionName: "standingOf", args: [index, epoch] } as const;
  const standing = await registrar.readContract(read);
  return drawnWeight({ seed, index, standing, factor, widening });
}
