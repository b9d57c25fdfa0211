import {
  type Abi,
  type AbiFunction,
  type Account,
  type Address,
  type Chain,
  decodeFunctionData,
  encodeFunctionData,
  formatEther,
  type Hex,
  type Log,
  type TransactionReceipt,
  type Transport,
  type WalletClient,
} from "viem";
import { estimateGas, getGasPrice, simulateContract, waitForTransactionReceipt } from "viem/actions";
import { type Replacement, requireSuccess, throwMeaning } from "../actions/internal/failedReceipt.ts";
import { explained } from "../actions/internal/failure.ts";
import { type Answer, toJson } from "./answer.ts";
import { AbortedError, PartlySentError, type SentTransaction, UsageError } from "./errors.ts";
import { writeNew } from "./files.ts";
import { sendKnown } from "./sendKnown.ts";
import type { Session } from "./session.ts";
import { record } from "./table.ts";

/** One transaction: what it does in words, its call, and how to read what came of it. */
export type Step = {
  /** A sentence without its end: "publish the offer". */
  does: string;
  call: { address: Address; abi: Abi; functionName: string; args: readonly unknown[] };
  read: (logs: readonly Log[]) => object;
};

/** What a step needs of an action of the SDK. */
type Sending<Args> = {
  call: (args: Args) => unknown;
  extractEvent: (logs: readonly Log[], address?: Address) => object;
};

/** A step of an action of the SDK. */
export function step<Args>(does: string, action: Sending<Args>, args: NoInfer<Args>): Step {
  const call = action.call(args) as Step["call"];
  return { does, call, read: (logs) => action.extractEvent(logs, call.address) };
}

/** A transaction as it is shown. */
export type ShownCall = {
  does: string;
  to: Address;
  contract: string | undefined;
  function: string;
  args: Readonly<Record<string, unknown>>;
  data: Hex;
  value: bigint;
};

export type PlannedCall = ShownCall & {
  /** Undefined where it depends on the steps before it. */
  gas: bigint | undefined;
  /** Wei. */
  cost: bigint | undefined;
};

export type SentCall = ShownCall & { hash: Hex; block: bigint; gas: bigint; cost: bigint; result: object };

/** What came of a command that sends. */
export type Performed =
  | { state: "dryRun"; from: Address; calls: PlannedCall[] }
  | { state: "proposal"; file: string; calls: ShownCall[] }
  | { state: "sent"; from: Address; calls: SentCall[] };

/**
 * Shows what would be sent, or sends it: one step after the other, each simulated first, so that a refusal costs nothing.
 * With `--proposal` the calls go into a file, for a studio to vote on.
 */
export async function perform(session: Session, steps: readonly Step[]): Promise<Performed> {
  const { send, proposal } = session.mode;
  if (proposal !== undefined) return propose(session, steps, session.path(proposal));
  return send ? sendAll(session, steps) : plan(session, steps);
}

/** Refuses to send what only a studio's treasury may do, before the first of its calls is somebody else's. */
export function assertVoted({ mode }: Session): void {
  if (mode.send) throw new UsageError("Only a vote of members does this: give --proposal FILE instead of --yes.");
}

async function shown(session: Session, { does, call }: Step): Promise<ShownCall> {
  const { names } = await session.connect();
  const { address: to, abi, functionName, args } = call;
  const data = encodeFunctionData({ abi, functionName, args });
  const decoded = decodeFunctionData({ abi, data }).args ?? [];
  const item = abi.find((each): each is AbiFunction => each.type === "function" && each.name === functionName);
  const named = Object.fromEntries(decoded.map((value, place) => [item?.inputs[place]?.name ?? String(place), value]));
  const contract = names.get(to.toLowerCase()) ?? (await moduleName(session, to));
  return { does, to, contract, function: functionName, args: named, data, value: 0n };
}

/** A studio's contract by its role, where a studio is named. */
async function moduleName(session: Session, to: Address): Promise<string | undefined> {
  if (session.settings.studio === undefined) return undefined;
  const found = Object.entries(await session.studio()).find(([, value]) => value === to);
  return found?.[0];
}

async function plan(session: Session, steps: readonly Step[]): Promise<Performed> {
  const { client } = await session.connect();
  const from = await session.address();
  const price = await getGasPrice(client);
  const calls: PlannedCall[] = [];
  for (const each of steps) {
    const call = await shown(session, each);
    const estimate = explained(() => estimateGas(client, { account: from, to: call.to, data: call.data }));
    // What the first steps make possible cannot be tried before they are sent.
    const gas = calls.length === 0 ? await estimate : await estimate.catch(() => undefined);
    calls.push({ ...call, gas, cost: gas === undefined ? undefined : gas * price });
  }
  return { state: "dryRun", from, calls };
}

async function propose(session: Session, steps: readonly Step[], file: string): Promise<Performed> {
  const calls: ShownCall[] = [];
  for (const each of steps) calls.push(await shown(session, each));
  const title = steps.map(({ does }) => does).join(", ");
  const content = { title, calls: calls.map(({ to, data, value }) => ({ to, data, value })) };
  await writeNew(file, `${toJson(content)}\n`);
  return { state: "proposal", file, calls };
}

async function sendAll(session: Session, steps: readonly Step[]): Promise<Performed> {
  const wallet = await session.wallet();
  const calls: SentCall[] = [];
  const sent: SentTransaction[] = [];
  try {
    for (const each of steps) {
      if (session.io.signal.aborted) {
        throw new AbortedError(`Interrupted after ${calls.length} of ${steps.length} transactions.`);
      }
      calls.push(await sendOne(session, wallet, each, sent));
    }
  } catch (error) {
    throw sent.length === 0 ? error : new PartlySentError(sent, error);
  }
  return { state: "sent", from: wallet.account.address, calls };
}

type Wallet = WalletClient<Transport, Chain, Account>;

/** Sends one step and waits for it; from the moment it is out it stands among `sent`, whatever happens then. */
async function sendOne(session: Session, wallet: Wallet, each: Step, sent: SentTransaction[]): Promise<SentCall> {
  const call = await shown(session, each);
  const { does } = each;
  const { account } = wallet;
  await explained(() => simulateContract(wallet, { ...each.call, account }));
  const entry: SentTransaction = { does, hash: "0x", state: "unknown" };
  const hash = await explained(() =>
    sendKnown(wallet, call, (told) => {
      session.say(`${does}: sent as ${told} …`);
      entry.hash = told;
      sent.push(entry);
    }),
  );
  let replaced: Replacement | undefined;
  const receipt = await waitForTransactionReceipt(wallet, {
    hash,
    onReplaced: (response) => (replaced = response),
  }).catch((error: unknown) => throwMeaning(wallet, hash, error));
  entry.state = "failed";
  const replay = { ...each.call, args: [...each.call.args], account };
  await requireSuccess(wallet, { hash, receipt, replaced, replay });
  entry.state = "done";
  const { transactionHash } = receipt;
  entry.hash = transactionHash;
  return { ...call, hash: transactionHash, ...costOf(receipt), result: each.read(receipt.logs) };
}

const costOf = ({ blockNumber, gasUsed, effectiveGasPrice }: TransactionReceipt) => ({
  block: blockNumber,
  gas: gasUsed,
  cost: gasUsed * effectiveGasPrice,
});

/** The answer of a command that sends, with what it has to say besides. */
export function answerOf(performed: Performed, extra: { json?: object; text?: readonly string[] } = {}): Answer {
  const { json = {}, text = [] } = extra;
  return {
    json: { ...json, ...performed },
    text: [...text, ...(text.length === 0 ? [] : [""]), ...linesOf(performed)],
  };
}

function linesOf(performed: Performed): string[] {
  switch (performed.state) {
    case "dryRun":
      return [
        ...performed.calls.flatMap((call, place) => [
          `${place + 1}. ${call.does}`,
          ...indented([
            ...callLines(call),
            ["gas", call.gas ?? "known after the steps before"],
            ["cost", eth(call.cost)],
          ]),
        ]),
        "Nothing was sent. Add --yes to send it, or --proposal FILE to have it voted on.",
      ];
    case "proposal":
      return [
        ...performed.calls.flatMap((call, place) => [`${place + 1}. ${call.does}`, ...indented(callLines(call))]),
        `Written to ${performed.file}: imprimatur vote propose takes it.`,
      ];
    case "sent":
      return performed.calls.flatMap((call, place) => [
        `${place + 1}. ${call.does}: done in block ${call.block}`,
        ...indented([
          ["transaction", call.hash],
          ["gas", call.gas],
          ["cost", eth(call.cost)],
          ...Object.entries(call.result).map(([name, value]): [string, string] => [name, show(value)]),
        ]),
      ]);
  }
}

const callLines = (call: ShownCall): [string, string | undefined][] => [
  ["to", call.contract === undefined ? call.to : `${call.contract} (${call.to})`],
  ["calls", call.function],
  ...Object.entries(call.args).map(([name, value]): [string, string] => [`  ${name}`, show(value)]),
];

const indented = (entries: readonly (readonly [string, string | bigint | undefined])[]): string[] =>
  record(entries).map((line) => `   ${line}`);

const eth = (wei: bigint | undefined): string | undefined =>
  wei === undefined ? undefined : `${formatEther(wei)} ETH`;

/** A value of a call in one line. */
export function show(value: unknown): string {
  return typeof value === "object" && value !== null ? toJson(value).replace(/\s*\n\s*/gu, " ") : String(value);
}
