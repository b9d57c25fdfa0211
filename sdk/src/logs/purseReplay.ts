import type { Address } from "viem";

/** A gate's money from its events in order: units of the audit token. */
export class PurseReplay {
  /** Deposits that are not at stake, by account in lower case. */
  readonly deposits = new Map<string, bigint>();
  /** Pay that is not claimed, by index. */
  readonly pays = new Map<number, bigint>();
  /** What the gate's pot holds. */
  pot = 0n;
  /** Of it: bonds and fees that are at stake. */
  stakes = 0n;

  /** Comes in from outside, or goes out. */
  flow(amount: bigint): void {
    this.pot += amount;
  }

  /** Adds to a deposit, or takes from it. */
  deposit(account: Address, amount: bigint): void {
    const key = account.toLowerCase();
    this.deposits.set(key, (this.deposits.get(key) ?? 0n) + amount);
  }

  /** Moves from a deposit to the stakes, or back. */
  stake(account: Address, amount: bigint): void {
    this.deposit(account, -amount);
    this.stakes += amount;
  }

  /** Moves from the stakes out of the pot. */
  slash(amount: bigint): void {
    this.stakes -= amount;
    this.pot -= amount;
  }

  /** Moves from the stakes to a curator's pay. */
  earn(index: number, amount: bigint): void {
    this.#pay(index, amount);
    this.stakes -= amount;
  }

  /** Moves a curator's pay out of the pot. */
  payOut(index: number, amount: bigint): void {
    this.#pay(index, -amount);
    this.pot -= amount;
  }

  /** What the gate owes by these books. */
  get owed(): bigint {
    return [...this.deposits.values(), ...this.pays.values()].reduce((sum, amount) => sum + amount, this.stakes);
  }

  #pay(index: number, amount: bigint): void {
    this.pays.set(index, (this.pays.get(index) ?? 0n) + amount);
  }
}
