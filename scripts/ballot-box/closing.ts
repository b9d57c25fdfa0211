import { curationAbi } from "@imprimatur/sdk/abi";
import {
  MAX_BALLOTS,
  MIN_BALLOTS,
  NO_OUTCOME,
  packBallots,
  parseBallots,
  type WeighedBallot,
} from "@imprimatur/sdk/curation";
import { explainRevert } from "./explain.ts";
import { type Account, type Address, type Client, encodeFunctionData, type Hex } from "viem";
import { call, sendTransaction, waitForTransactionReceipt } from "viem/actions";
import type { StoredBallot } from "./ballotStore.ts";
import type { ChainCall, Closer } from "./box.ts";
import type { Gate } from "./gate.ts";
import { type Poll, weightIn, wordsIn } from "./poll.ts";
import { Refusal } from "./refusal.ts";

export interface CloserOptions {
  client: Client;
  curation: Address;
  gate: Gate;
}

/** Finds the calls that decide polls, and asks the chain whether they would. */
export class ChainCloser implements Closer {
  readonly #options: CloserOptions;

  constructor(options: CloserOptions) {
    this.#options = options;
  }

  async callFor(poll: Poll, ballots: readonly StoredBallot[]): Promise<ChainCall> {
    const weighed = this.#weigh(poll, ballots);
    this.#requireTimely(poll, weighed);
    let reason = "";
    for (const data of this.#callsFor(poll, packBallots(weighed, poll.kind))) {
      const { client, curation: to } = this.#options;
      try {
        await call(client, { to, data });
        return { to, data };
      } catch (error) {
        reason = explainRevert(error);
      }
    }
    throw new Refusal("notReady", reason);
  }

  /** What counts, the heaviest first; a ballot that was cast on chain has to be there. */
  #weigh(poll: Poll, ballots: readonly StoredBallot[]): WeighedBallot[] {
    const known = new Map<number, WeighedBallot>();
    for (const { curator, r, vs, words } of ballots) {
      known.set(curator, { curator, r, vs, words, weight: weightIn(poll, curator) });
    }
    for (const { curator, ballot } of this.#castIn(poll)) {
      const [parsed] = parseBallots(ballot, wordsIn(poll));
      const weight = weightIn(poll, curator);
      if (parsed !== undefined && weight > 0) known.set(curator, { ...parsed, weight });
    }
    return [...known.values()].toSorted((a, b) => b.weight - a.weight).slice(0, MAX_BALLOTS);
  }

  #castIn(poll: Poll): readonly { curator: number; ballot: Hex }[] {
    return poll.kind === "audit" ? (this.#options.gate.records.audits.get(poll.subject)?.cast ?? []) : [];
  }

  /** What the chain would refuse anyway, without asking it. */
  #requireTimely(poll: Poll, ballots: readonly WeighedBallot[]): void {
    if (ballots.length < MIN_BALLOTS) throw new Refusal("notReady", `${ballots.length} of ${MIN_BALLOTS} ballots`);
    if (poll.present > 0) {
      const weight = ballots.reduce((sum, ballot) => sum + ballot.weight, 0);
      if (weight <= poll.present) throw new Refusal("notReady", `weight ${weight} is not above ${poll.present}`);
    } else if (this.#options.gate.time <= poll.deadline) {
      const there = new Set(ballots.map(({ curator }) => curator));
      const missing = [...poll.members].filter(([index]) => weightIn(poll, index) > 0 && !there.has(index)).length;
      if (missing > 0 || poll.kind === "slate") throw new Refusal("notReady", `${missing} ballots may still come`);
    }
  }

  #callsFor(poll: Poll, ballots: Hex): Hex[] {
    const { kind, subject, firstWord, charterVersion } = poll;
    const { records } = this.#options.gate;
    switch (kind) {
      case "audit": {
        const previous = records.audits.get(subject)?.closed?.outcome ?? NO_OUTCOME;
        const args = [subject, charterVersion, ballots, previous] as const;
        return [encodeFunctionData({ abi: curationAbi, functionName: "closeAudit", args })];
      }
      case "adjudication":
        return poll.challenges.map((id) => {
          const masks = records.challenges.get(subject)?.get(id)?.masks ?? [];
          const args = [subject, id, firstWord, masks, charterVersion, ballots] as const;
          return encodeFunctionData({ abi: curationAbi, functionName: "adjudicate", args });
        });
      case "slate": {
        const args = [subject, charterVersion, ballots] as const;
        return [encodeFunctionData({ abi: curationAbi, functionName: "closeSlate", args })];
      }
    }
  }
}

/** Sends the calls that decide polls, and pays for them. */
export class Relay {
  readonly #client: Client;
  readonly #account: Account;
  /** What was known of a poll when it was last tried: nothing is asked twice. */
  readonly #tried = new Map<string, string>();

  constructor(client: Client, account: Account) {
    this.#client = client;
    this.#account = account;
  }

  /** Decides the poll if it can be; returns whether it did. */
  async consider(
    poll: Poll,
    state: { late: boolean; ballots: readonly StoredBallot[] },
    closer: Closer,
  ): Promise<boolean> {
    const { ballots, late } = state;
    if (ballots.length === 0) return false;
    const seen = [ballots.length, late, poll.widening, poll.present, poll.challenges.join()].join();
    if (this.#tried.get(poll.id) === seen) return false;
    this.#tried.set(poll.id, seen);
    try {
      const { to, data } = await closer.callFor(poll, ballots);
      const hash = await sendTransaction(this.#client, { account: this.#account, chain: null, to, data });
      const { status } = await waitForTransactionReceipt(this.#client, { hash });
      // More than one challenge may have been waiting for the same ballots.
      this.#tried.delete(poll.id);
      return status === "success";
    } catch (error) {
      if (error instanceof Refusal) return false;
      this.#tried.delete(poll.id);
      throw error;
    }
  }
}
