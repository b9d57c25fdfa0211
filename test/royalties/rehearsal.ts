import { artifacts } from "hardhat";
import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, zeroAddress } from "viem";
import type { Connection } from "../helpers/protocol.ts";
import type { LineageNode } from "./randomLineage.ts";

/** What a step does, in the order of the harness's `Act`. */
export const ACTS = ["sell", "settle", "claim", "claimToWallet", "withdraw", "sellForOwner", "transfer"] as const;
export type Act = (typeof ACTS)[number];

/** One step of a rehearsal; fields that an act does not use are ignored. */
export interface Step {
  act: Act;
  /** Index of the token. */
  token: number;
  /** Ordinal of the recipe. */
  recipe: number;
  /** Index of the payee or referrer, or of who gives shares away. */
  account: number;
  /** Index of the selling owner, or of who gets shares. */
  other: number;
  amount: bigint;
  referral: bigint;
  settleNow: boolean;
}

/** The six fields of a ledger. */
export type BookedLedger = Record<"passed" | "own" | "sales" | "settledSales" | "settledPassed" | "paid", bigint>;

/** What the books show after a step. */
export interface Books {
  returned: bigint;
  held: bigint;
  balance: bigint;
  /** Of the recipe, then of its parents in order. */
  ledgers: BookedLedger[];
}

/** Every figure of one token after the last step. */
export interface ClosingBooks {
  /** Per recipe. */
  ledgers: BookedLedger[];
  /** Per recipe and account. */
  claimed: bigint[][];
  /** Per account. */
  balances: bigint[];
}

/** Everything a rehearsal returned. */
export interface Rehearsal {
  stacks: bigint[];
  books: Books[];
  closing: ClosingBooks[];
}

/** Runs whole histories on a real splitter, each from the same empty state. */
export type Rehearse = (
  nodes: readonly LineageNode[],
  accounts: readonly Address[],
  steps: readonly Step[],
) => Promise<Rehearsal>;

/** Deploys the harness with its splitter and `tokens` tokens. */
export async function prepareRehearsals(
  connection: Connection,
  tokens: number,
  accounts: readonly Address[],
): Promise<Rehearse> {
  const harness = await connection.viem.deployContract("SplitterHarness", [tokens]);
  const { bytecode } = await artifacts.readArtifact("RoyaltySplitter");
  await harness.write.install([bytecode as Hex]);
  const splitter = await connection.viem.getContractAt("RoyaltySplitter", await harness.read.splitter());
  for (const account of accounts) {
    await connection.networkHelpers.impersonateAccount(account);
    await connection.networkHelpers.setBalance(account, 10n ** 18n);
    await splitter.write.setOperator([harness.address, true], { account });
  }
  const publicClient = await connection.viem.getPublicClient();
  return async (nodes, accounts, steps) => {
    const { data } = await publicClient.call({
      to: harness.address,
      gas: 900_000_000n,
      data: encodeFunctionData({
        abi: harness.abi,
        functionName: "rehearse",
        args: [nodes.map(toRehearsedNode), [...accounts], steps.map(toHarnessStep)],
      }),
    });
    if (data === undefined) throw new Error("the harness returned nothing");
    const [stacks, books, closing] = decodeFunctionResult({ abi: harness.abi, functionName: "rehearse", data });
    const pages = closing.map((page) => new Reader(page));
    return {
      stacks: [...stacks],
      books: books.map(toBooks),
      closing: Array.from({ length: tokens }, () => readClosing(pages.splice(0, nodes.length + 1))),
    };
  };
}

const toRehearsedNode = ({ edges, payees, settlement, advance }: LineageNode) => ({
  edges: edges.map(({ parent, rate }) => ({ parent, rate: Number(rate), pass: 0 })),
  payees: payees.map(({ account, weight }, index) => ({ account, weight: Number(weight), roles: index + 1 })),
  tradable: settlement !== undefined,
  settlement: settlement ?? 0,
  advanceToken: advance?.token ?? 0,
  advanceAccount: advance?.account ?? zeroAddress,
  advance: advance?.amount ?? 0n,
});

const toHarnessStep = ({ act, ...step }: Step) => ({ ...step, act: ACTS.indexOf(act) });

/** Reads packed big-endian numbers one after the other. */
class Reader {
  readonly #packed: string;
  #at = 2;

  constructor(packed: Hex) {
    this.#packed = packed;
  }

  get done(): boolean {
    return this.#at >= this.#packed.length;
  }

  number(bits: number): bigint {
    const from = this.#at;
    this.#at += bits / 4;
    if (this.#at > this.#packed.length) throw new Error("the books end too early");
    return BigInt(`0x${this.#packed.slice(from, this.#at)}`);
  }

  /** Whole words up to the end. */
  rest(): bigint[] {
    const words: bigint[] = [];
    while (!this.done) words.push(this.number(256));
    return words;
  }

  ledger(): BookedLedger {
    const next = () => this.number(128);
    return {
      passed: next(),
      own: next(),
      sales: next(),
      settledSales: next(),
      settledPassed: next(),
      paid: next(),
    };
  }
}

function toBooks(packed: Hex): Books {
  const reader = new Reader(packed);
  const books: Books = {
    returned: reader.number(256),
    held: reader.number(256),
    balance: reader.number(256),
    ledgers: [],
  };
  while (!reader.done) books.ledgers.push(reader.ledger());
  return books;
}

function readClosing(pages: readonly Reader[]): ClosingBooks {
  const recipes = pages.slice(0, -1);
  return {
    ledgers: recipes.map((page) => page.ledger()),
    claimed: recipes.map((page) => page.rest()),
    balances: pages.at(-1)?.rest() ?? [],
  };
}
