import { type DecayCurve, effectiveOf, FIRST_INDEX, indexAt, rawOf } from "./decayIndex.ts";

interface Account {
  raw: bigint;
  /** Empty: nobody. */
  delegate: string;
  /** Balance and index when dormancy was noted. */
  noted?: { raw: bigint; index: bigint };
}

const REP = 10n ** 18n;

/** A fraction of whole numbers. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

/** The whole book of one reputation token, without limits: who has what, and who votes with it. */
export class ReputationLedger {
  curve: DecayCurve;
  supply = 0n;
  readonly #accounts = new Map<string, Account>();
  /** The index where the curve begins, never rounded. */
  #exact: Fraction = { over: FIRST_INDEX, under: 1n };

  constructor(tBase: bigint, halfLife: bigint) {
    this.curve = { gBase: FIRST_INDEX, tBase, halfLife };
  }

  indexAt(time: bigint): bigint {
    return indexAt(this.curve, time);
  }

  /** The index without any rounding since the beginning, and without an end. */
  exactIndexAt(time: bigint): Fraction {
    const { tBase, halfLife } = this.curve;
    const [doublings, rest] = [(time - tBase) / halfLife, (time - tBase) % halfLife];
    return { over: (this.#exact.over * (halfLife + rest)) << doublings, under: this.#exact.under * halfLife };
  }

  balanceOf(account: string): bigint {
    return this.#accounts.get(account)?.raw ?? 0n;
  }

  delegateOf(account: string): string {
    return this.#accounts.get(account)?.delegate ?? "";
  }

  /** Everybody who has or had reputation. */
  members(): string[] {
    return [...this.#accounts.keys()];
  }

  /** Raw votes of everybody who has any, added up anew. */
  votes(): Map<string, bigint> {
    const votes = new Map<string, bigint>();
    for (const { raw, delegate } of this.#accounts.values()) {
      if (delegate !== "" && raw !== 0n) votes.set(delegate, (votes.get(delegate) ?? 0n) + raw);
    }
    return votes;
  }

  /** Raw units minted; the first ones are delegated to their owner unless somebody was chosen. */
  mint(account: string, amount: bigint, time: bigint): bigint {
    const raw = rawOf(amount, this.indexAt(time));
    const entry = this.#entry(account);
    if (entry.raw === 0n && entry.delegate === "") entry.delegate = account;
    entry.raw += raw;
    this.supply += raw;
    return raw;
  }

  /** Raw units taken: everything if `amount` is as much or more. */
  slash(account: string, amount: bigint, time: bigint): bigint {
    const entry = this.#entry(account);
    const index = this.indexAt(time);
    const raw = amount < effectiveOf(entry.raw, index) ? rawOf(amount, index) : entry.raw;
    return this.#burn(entry, raw);
  }

  delegate(account: string, to: string): void {
    this.#entry(account).delegate = to;
  }

  /** Raw units moved to an account that has nothing. */
  move(from: string, to: string): bigint {
    const [old, fresh] = [this.#entry(from), this.#entry(to)];
    [fresh.raw, fresh.delegate] = [old.raw, old.delegate === from ? to : old.delegate];
    [old.raw, old.delegate] = [0n, ""];
    return fresh.raw;
  }

  note(account: string, time: bigint): void {
    const entry = this.#entry(account);
    entry.noted = { raw: entry.raw, index: this.indexAt(time) };
  }

  /** Whether a stranger may note an account now. */
  isNotable(account: string): boolean {
    const { raw, noted } = this.#entry(account);
    return raw !== 0n && noted?.raw !== raw;
  }

  isPrunable(account: string, time: bigint): boolean {
    const { raw, noted } = this.#entry(account);
    const index = this.indexAt(time);
    const dormant = raw !== 0n && noted?.raw === raw && index >= 16n * noted.index;
    return dormant && effectiveOf(raw, index) < REP && raw * 1_000n < this.supply;
  }

  /** Raw units burned. */
  prune(account: string): bigint {
    const entry = this.#entry(account);
    delete entry.noted;
    return this.#burn(entry, entry.raw);
  }

  setHalfLife(halfLife: bigint, time: bigint): void {
    this.#exact = this.exactIndexAt(time);
    this.curve = { gBase: this.indexAt(time), tBase: time, halfLife };
  }

  #burn(entry: Account, raw: bigint): bigint {
    entry.raw -= raw;
    this.supply -= raw;
    return raw;
  }

  #entry(account: string): Account {
    let entry = this.#accounts.get(account);
    if (entry === undefined) this.#accounts.set(account, (entry = { raw: 0n, delegate: "" }));
    return entry;
  }
}
