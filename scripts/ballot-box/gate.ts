import { assetRegistryAbi, curationAbi, studioCharterVersion } from "@imprimatur/sdk/abi";
import type { BallotKind } from "@imprimatur/sdk/curation";
import { fetchLogs } from "@imprimatur/sdk/logs";
import type { Address, Client, ContractFunctionParameters, Hash, MulticallParameters, MulticallReturnType } from "viem";
import { getBlock, multicall } from "viem/actions";
import { OpenPoll } from "./openPoll.ts";
import type { Curator, Standings } from "./panel.ts";
import type { Poll } from "./poll.ts";
import { factsOf } from "./pollFacts.ts";
import { GATE_EVENTS, type GateLog, Records } from "./records.ts";
import type { Reason } from "./refusal.ts";

/** Calls that are made in one round trip. */
const PORTION = 200;

export interface GateOptions {
  client: Client;
  studio: Address;
  curation: Address;
  assetRegistry: Address;
  /** Before the first event of the studio. */
  fromBlock: bigint;
}

interface Head {
  number: bigint;
  hash: Hash;
  /** Unix seconds. */
  time: bigint;
}

/** What the events do not say. */
export interface Facts {
  charterVersion: number;
  /** All of them, by rising index. */
  curators: readonly Curator[];
  /** Assets in each lot whose panel is drawn. */
  counts: Map<bigint, number>;
  /** Which curator an account is; 0: none. */
  indexes: Map<Address, number>;
  /** By epoch. */
  standings: Map<number, Standings>;
}

/** A studio's gate as its chain tells: which polls are open, and who may judge what. */
export class Gate {
  readonly #options: GateOptions;
  /** Up to which everything here is known. */
  #head: Head | undefined;
  /** Up to which logs are applied. */
  #applied: Head | undefined;
  #records = new Records();
  #facts = nothing();
  /** State of the rolls that the facts were read in. */
  #rolls = -1;
  #polls = new Map<string, OpenPoll>();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** Time of the latest block, unix seconds. */
  get time(): bigint {
    return this.#head?.time ?? 0n;
  }

  get block(): bigint {
    return this.#head?.number ?? 0n;
  }

  get records(): Records {
    return this.#records;
  }

  get charterVersion(): number {
    return this.#facts.charterVersion;
  }

  polls(): Poll[] {
    return [...this.#polls.values()];
  }

  poll(id: string): Poll | undefined {
    return this.#polls.get(id);
  }

  /** Index of the curator with this ballot key; 0: none. */
  indexOfKey(key: Address): number {
    return this.#facts.curators.find((curator) => curator.key.toLowerCase() === key.toLowerCase())?.index ?? 0;
  }

  hasCurator(index: number): boolean {
    return Number.isInteger(index) && index >= 1 && index <= this.#facts.curators.length;
  }

  /** Why there is no poll on a subject. */
  whyShut(kind: BallotKind, subject: bigint): Reason {
    const { audits, disputes, slates } = this.#records;
    if (kind === "slate") return slates.has(subject) ? "late" : "unknownPoll";
    if (kind === "adjudication") {
      const dispute = disputes.get(subject);
      if (dispute === undefined) return "unknownPoll";
      return dispute.seed === undefined ? "early" : "late";
    }
    const audit = audits.get(subject);
    if (audit === undefined) return "unknownPoll";
    if (audit.seed === undefined && !audit.over) return "early";
    return audit.closed === undefined ? "expired" : "late";
  }

  /** Reads what happened since the last time; resolves to whether there was a new block. */
  async refresh(): Promise<boolean> {
    const block = await getBlock(this.#options.client, { blockTag: "latest" });
    if (block.hash === this.#head?.hash) return false;
    const head = { number: block.number, hash: block.hash, time: block.timestamp };
    await this.#readLogs(head);
    await this.#readFacts();
    const facts = factsOf(this.#records, this.#facts, head.time);
    this.#polls = new Map(facts.map((each) => [each.id, new OpenPoll(each, this.#polls.get(each.id))]));
    this.#head = head;
    return true;
  }

  /** Applies each log once, also when what follows fails and is tried again. */
  async #readLogs(head: Head): Promise<void> {
    if (await this.#isReplaced()) this.#forget();
    const { client, curation: address } = this.#options;
    const fromBlock = this.#applied === undefined ? this.#options.fromBlock : this.#applied.number + 1n;
    const logs = await fetchLogs(client, { address, fromBlock, toBlock: head.number, events: GATE_EVENTS });
    for (const log of logs) this.#records.apply(log as unknown as GateLog);
    this.#applied = head;
  }

  /** Whether the block up to which logs were applied is in the chain no more. */
  async #isReplaced(): Promise<boolean> {
    if (this.#applied === undefined) return false;
    const { number: blockNumber, hash } = this.#applied;
    const block = await getBlock(this.#options.client, { blockNumber }).catch(() => undefined);
    return block?.hash !== hash;
  }

  /** After a reorganization everything is read anew: rare, and never wrong. */
  #forget(): void {
    this.#applied = undefined;
    this.#records = new Records();
    this.#facts = nothing();
    this.#rolls = -1;
  }

  async #readFacts(): Promise<void> {
    const { studio: address } = this.#options;
    const read = { address, abi: [studioCharterVersion], functionName: "charterVersion" } as const;
    const [charterVersion] = await this.#ask([read]);
    this.#facts.charterVersion = charterVersion;
    if (this.#rolls !== this.#records.rolls) await this.#readCurators();
    await this.#readCounts();
    await this.#readIndexes();
    await this.#readStandings();
  }

  async #readCurators(): Promise<void> {
    const { rolls } = this.#records;
    const gate = { address: this.#options.curation, abi: curationAbi } as const;
    const [count] = await this.#ask([{ ...gate, functionName: "curatorCount" }] as const);
    const indexes = Array.from({ length: count }, (_, place) => place + 1);
    const found = await this.#ask(
      indexes.map((index) => ({ ...gate, functionName: "curatorOf" as const, args: [index] as const })),
    );
    const curators = found.map(({ flags, key }, place) => {
      return { index: place + 1, key, agent: (flags & 1) !== 0, struckOff: (flags & 2) !== 0 };
    });
    this.#facts = { ...nothing(), counts: this.#facts.counts, charterVersion: this.#facts.charterVersion, curators };
    this.#rolls = rolls;
  }

  async #readCounts(): Promise<void> {
    const { counts } = this.#facts;
    const lots = [...this.#records.audits].filter(([lotId, { seed }]) => seed !== undefined && !counts.has(lotId));
    const registry = { address: this.#options.assetRegistry, abi: assetRegistryAbi, functionName: "lotOf" } as const;
    const found = await this.#ask(lots.map(([lotId]) => ({ ...registry, args: [lotId] as const })));
    found.forEach(({ count }, place) => counts.set(lots[place]?.[0] ?? 0n, count));
  }

  /** Producers and challengers never judge what is theirs. */
  async #readIndexes(): Promise<void> {
    const { indexes } = this.#facts;
    const challenges = [...this.#records.challenges.values()].flatMap((each) => [...each.values()]);
    const producers = [...this.#records.audits.values()].map(({ producer }) => producer);
    const accounts = new Set([...producers, ...challenges.map(({ challenger }) => challenger)]);
    const unknown = [...accounts].filter((account) => !indexes.has(account));
    const gate = { address: this.#options.curation, abi: curationAbi, functionName: "indexOf" } as const;
    const found = await this.#ask(unknown.map((account) => ({ ...gate, args: [account] as const })));
    found.forEach((index, place) => indexes.set(unknown[place] as Address, index));
  }

  async #readStandings(): Promise<void> {
    const { curators, standings } = this.#facts;
    const { audits, disputes, slates } = this.#records;
    const all = [...audits.values(), ...disputes.values(), ...slates.values()].map(({ epoch }) => epoch);
    const gate = { address: this.#options.curation, abi: curationAbi } as const;
    for (const epoch of new Set(all)) {
      if (standings.has(epoch)) continue;
      const [sum] = await this.#ask([{ ...gate, functionName: "electorateOf", args: [epoch] }] as const);
      const calls = curators.map(({ index }) => [index, epoch] as const);
      const found = await this.#ask(calls.map((args) => ({ ...gate, functionName: "standingOf" as const, args })));
      const electorate = { curators: sum[0], standing: BigInt(sum[1]) };
      standings.set(epoch, { electorate, standings: new Map(found.map((each, place) => [place + 1, each])) });
    }
  }

  /** Reads in portions; all of them must succeed. */
  async #ask<const Calls extends readonly ContractFunctionParameters[]>(
    calls: Calls,
  ): Promise<MulticallReturnType<Calls, false>> {
    const answers: unknown[] = [];
    for (let first = 0; first < calls.length; first += PORTION) {
      const contracts = calls.slice(first, first + PORTION);
      const parameters = { contracts, allowFailure: false, deployless: true } as MulticallParameters;
      answers.push(...(await multicall(this.#options.client, parameters)));
    }
    return answers as MulticallReturnType<Calls, false>;
  }
}

const nothing = (): Facts => ({
  charterVersion: 0,
  curators: [],
  counts: new Map(),
  indexes: new Map(),
  standings: new Map(),
});
