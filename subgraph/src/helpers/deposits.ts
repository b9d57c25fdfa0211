import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { CurationBooks, Deposit } from "../../generated/schema";
import { actor } from "./actors";
import { loadBooks } from "./books";

// How amounts move between what is free, what is at stake and the world outside. Each keeps the deposit and the totals
// of its studio in step: deposited + gained = free + staked + spent + withdrawn.

const NONE = BigInt.zero();

/** Id of what the account has deposited, which is there from now on. */
export function depositOf(curation: Address, account: Bytes): Bytes {
  const id = curation.concat(account);
  if (Deposit.load(id)) return id;
  const deposit = new Deposit(id);
  deposit.books = loadBooks(curation).id;
  deposit.account = actor(account);
  deposit.free = NONE;
  deposit.staked = NONE;
  deposit.deposited = NONE;
  deposit.withdrawn = NONE;
  deposit.gained = NONE;
  deposit.spent = NONE;
  deposit.save();
  return id;
}

export function payIn(id: Bytes, amount: BigInt): void {
  const deposit = Deposit.load(id)!;
  deposit.deposited = deposit.deposited.plus(amount);
  move(deposit, amount, NONE);
}

export function payOut(id: Bytes, amount: BigInt): void {
  const deposit = Deposit.load(id)!;
  deposit.withdrawn = deposit.withdrawn.plus(amount);
  move(deposit, amount.neg(), NONE);
}

/** A bond or a fee is at stake. */
export function stake(id: Bytes, amount: BigInt): void {
  move(Deposit.load(id)!, amount.neg(), amount);
}

/** It is not anymore. */
export function unstake(id: Bytes, amount: BigInt): void {
  move(Deposit.load(id)!, amount, amount.neg());
}

/** What was at stake is somebody else's. */
export function spendStake(id: Bytes, amount: BigInt): void {
  const deposit = Deposit.load(id)!;
  deposit.spent = deposit.spent.plus(amount);
  move(deposit, NONE, amount.neg());
}

/** Another one's stake, or deposit, is this one's. */
export function gain(id: Bytes, amount: BigInt): void {
  const deposit = Deposit.load(id)!;
  deposit.gained = deposit.gained.plus(amount);
  move(deposit, amount, NONE);
}

/** What was free is somebody else's. */
export function spendFree(id: Bytes, amount: BigInt): void {
  const deposit = Deposit.load(id)!;
  deposit.spent = deposit.spent.plus(amount);
  move(deposit, amount.neg(), NONE);
}

function move(deposit: Deposit, free: BigInt, staked: BigInt): void {
  deposit.free = deposit.free.plus(free);
  deposit.staked = deposit.staked.plus(staked);
  deposit.save();
  const books = CurationBooks.load(deposit.books)!;
  books.free = books.free.plus(free);
  books.staked = books.staked.plus(staked);
  books.save();
}

/** Curators earned it, or lost or claimed it again. */
export function changePay(curation: Address, amount: BigInt): void {
  const books = loadBooks(curation);
  books.pay = books.pay.plus(amount);
  books.save();
}

/** It went to the timelock. */
export function forfeit(curation: Address, amount: BigInt): void {
  const books = loadBooks(curation);
  books.forfeited = books.forfeited.plus(amount);
  books.save();
}
