import { type Address, formatUnits, type Hex, isAddressEqual, zeroAddress } from "viem";
import { grantMandate } from "../../actions/agents/grantMandate.ts";
import { setMandateWindow } from "../../actions/agents/setMandateWindow.ts";
import { changeMandatePolicy } from "../../actions/agents/changeMandatePolicy.ts";
import { consentToMandate } from "../../actions/agents/consentToMandate.ts";
import { reviewMandate } from "../../actions/agents/reviewMandate.ts";
import { revokeMandate } from "../../actions/agents/revokeMandate.ts";
import type { MandateRecord } from "../../agent/mandateState.ts";
import {
  listMandates,
  type LoggedAct,
  type MandateDecision,
  type MandateLog,
  readMandateLog,
} from "../../agent/mandateLog.ts";
import { hashPolicy } from "../../agent/policy.ts";
import { readMandateState } from "../../agent/readMandateState.ts";
import { type Scorecard, scorecardOf } from "../../agent/scorecard.ts";
import { hashMandateTerms } from "../../agents/mandate.ts";
import { checked } from "../answer.ts";
import { type CommandGroup, defineCommand, needed, option, several } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { answerOf, assertVoted, perform, type Step, step } from "../perform.ts";
import { readPolicy } from "../policies.ts";
import { approvalStep } from "../requirements.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import { formatTime } from "../time.ts";
import { formatAmount, parseAmount, readToken, type Token } from "../token.ts";
import * as values from "../values.ts";

const mandate = needed("id", "the mandate", values.hash);

/** The studio's mandates; not every studio has any. */
async function mandatesOf(session: Session): Promise<Address> {
  const { mandates } = await session.studio();
  if (isAddressEqual(mandates, zeroAddress)) throw new CheckFailedError("The studio gives agents no mandates.");
  return mandates;
}

async function readLog(session: Session, mandateId: Hex): Promise<MandateLog> {
  const { client, fromBlock } = await session.connect();
  const log = await readMandateLog(client, { mandates: await mandatesOf(session), mandateId, fromBlock });
  if (log === undefined) throw new CheckFailedError(`The studio has no mandate ${mandateId}.`);
  return log;
}

async function readState(session: Session, mandateId: Hex) {
  const { client, addresses } = await session.connect();
  const state = await readMandateState(client, { mandates: await mandatesOf(session), mandateId, addresses });
  if (state.mandate === undefined) throw new CheckFailedError(`The studio has no mandate ${mandateId}.`);
  return { ...state, mandate: state.mandate };
}

/** How a mandate's amounts are written; undefined where it has no money. */
async function tokenOf(session: Session, { token }: Pick<MandateRecord, "token">): Promise<Token | undefined> {
  if (token === zeroAddress) return undefined;
  const { client } = await session.connect();
  return readToken(client, token);
}

const amountIn = (token: Token | undefined, units: bigint): string =>
  token === undefined ? String(units) : formatAmount(units, token);

const list = defineCommand({
  name: "list",
  about: "List the mandates that members gave to agents, oldest first",
  examples: ["--studio 0x…"],
  async run(session) {
    const { client, fromBlock } = await session.connect();
    const mandates = await listMandates(client, { mandates: await mandatesOf(session), fromBlock });
    return {
      json: { mandates },
      text: table(
        ["agent", "mandate"],
        mandates.map(({ agent, mandateId }) => [agent, mandateId]),
      ),
    };
  },
});

const show = defineCommand({
  name: "show",
  about: "Show a mandate as it stands: caps, what is left, quota, pause and review",
  args: { mandate },
  examples: ["0x… --studio 0x…"],
  async run(session, { mandate: mandateId }) {
    const state = await readState(session, mandateId);
    const { mandate: found, quota, window, time } = state;
    const token = await tokenOf(session, found);
    const { limits } = found;
    const used = BigInt(quota.day) === time / 86_400n ? quota.used : 0;
    return {
      json: state,
      text: record([
        ["agent", found.agent],
        ["state", standing(found, time)],
        ["policy", `${found.policyHash} (version ${found.policyVersion})`],
        ["over at", formatTime(BigInt(found.validUntil))],
        ["review at", formatTime(BigInt(quota.until))],
        ["at once", `at most ${amountIn(token, limits.perTransaction)}`],
        [
          "in a period",
          `${amountIn(token, found.spent)} of ${amountIn(token, limits.perPeriod)} in ${limits.period} seconds`,
        ],
        ["left in all", amountIn(token, found.left)],
        ["all mandates", `${amountIn(token, window.spent)} of ${amountIn(token, window.cap)} in the window`],
        ["assets today", `${used} of ${quota.perDay}`],
      ]),
    };
  },
});

function standing({ revoked, validUntil, pausedUntil }: MandateRecord, time: bigint): string {
  if (revoked) return "revoked";
  if (BigInt(validUntil) <= time) return "over";
  return BigInt(pausedUntil) > time ? `paused until ${formatTime(BigInt(pausedUntil))}` : "in force";
}

const log = defineCommand({
  name: "log",
  about: "Show everything an agent did under a mandate, and whether its hash chain is unbroken; 1 if it is not",
  args: { mandate },
  examples: ["0x… --studio 0x…"],
  async run(session, { mandate: mandateId }) {
    const found = await readLog(session, mandateId);
    const token = await tokenOf(session, found);
    const events = [
      ...found.acts.map((act) => [act.blockNumber, actLine(act, token)] as const),
      ...found.decisions.map((each) => [each.blockNumber, decisionLine(each)] as const),
      ...found.lots.map(({ blockNumber, lotId }) => [blockNumber, `committed lot ${lotId}`] as const),
    ];
    events.sort(([one], [other]) => Number(one - other));
    const verdict = found.unbroken ? "The log is unbroken." : "The log is broken: events are missing or false.";
    return {
      json: found,
      text: [
        ...table(
          ["block", "what"],
          events.map(([block, line]) => [block, line]),
        ),
        verdict,
      ],
      exitCode: checked(found.unbroken),
    };
  },
});

function actLine(act: LoggedAct, token: Token | undefined): string {
  const mark = act.chained ? "" : " (does not follow from the act before)";
  switch (act.kind) {
    case "paid":
      return `${act.number}. paid ${amountIn(token, act.amount)} to ${act.payee} for ${act.purpose}${mark}`;
    case "bought":
      return `${act.number}. bought ${act.purchaseId} from ${act.seller} for ${amountIn(token, act.amount)}${mark}`;
    case "called":
      return `${act.number}. called ${act.selector} of ${act.target}${mark}`;
  }
}

function decisionLine(decision: MandateDecision): string {
  switch (decision.kind) {
    case "paused":
      return `paused by ${decision.by} until ${formatTime(decision.until)}`;
    case "lifted":
      return `pause lifted by ${decision.by}`;
    case "revoked":
      return "revoked";
    case "policyChanged":
      return `policy ${decision.version}: ${decision.policyHash}`;
    case "reviewed":
      return `reviewed: ${decision.quota} assets a day until ${formatTime(decision.reviewAt)}`;
  }
}

const scorecard = defineCommand({
  name: "scorecard",
  about: "Show an agent's record, computed from events: what members look at before they let it go on",
  args: { mandate },
  examples: ["0x… --studio 0x…"],
  async run(session, { mandate: mandateId }) {
    const found = await readLog(session, mandateId);
    const { client, addresses } = await session.connect();
    const card = await scorecardOf(client, { log: found, addresses });
    const token = await tokenOf(session, found);
    return { json: card, text: cardLines(card, token) };
  },
});

function cardLines(card: Scorecard, token: Token | undefined): string[] {
  const { verdicts, acceptance, spentBy } = card;
  return [
    ...record([
      ["lots", `${card.lots} of ${card.assets} assets`],
      [
        "accepted",
        acceptance === undefined ? "none judged yet" : `${formatUnits(BigInt(acceptance), 4)} % of those judged`,
      ],
      ["rejected", String(verdicts.rejected)],
      ["blocked assets", String(card.blocked)],
      ["spent", `${amountIn(token, card.spent)} in ${card.acts.paid + card.acts.bought} acts`],
      ["calls", String(card.acts.called)],
      ["pauses", String(card.pauses)],
      ["policies", String(card.policies)],
      ["log", card.unbroken ? "unbroken" : "broken"],
    ]),
    ...spentBy.map(({ account, amount, acts }) => `  ${amountIn(token, amount)} to ${account} in ${acts} acts`),
  ];
}

const review = defineCommand({
  name: "review",
  about: "Let an agent go on, as it was or within other limits; members vote for it (--proposal)",
  sends: true,
  args: { mandate },
  options: {
    reviewAt: needed("time", "when members look again", values.moment),
    quota: option("number", "assets on one day; as it was by default", values.count),
    perTransaction: option("amount", "most in one act; as it was by default", values.amount),
    perPeriod: option("amount", "most in one period; as it was by default", values.amount),
  },
  examples: ["0x… --review-at 2027-03-01 --quota 200 --studio 0x… --proposal review.json"],
  async run(session, { mandate: mandateId, reviewAt, quota, perTransaction, perPeriod }) {
    const { mandate: found, mandates, quota: present } = await readState(session, mandateId);
    const token = await tokenOf(session, found);
    const unitsOf = (written: string | undefined, before: bigint): bigint => {
      if (written === undefined) return before;
      if (token === undefined) throw new UsageError("The mandate has no money: leave the caps out.");
      return parseAmount(written, token);
    };
    const limits = {
      perTransaction: unitsOf(perTransaction, found.limits.perTransaction),
      perPeriod: unitsOf(perPeriod, found.limits.perPeriod),
      period: found.limits.period,
    };
    const args = { mandates, mandateId, reviewAt, quota: quota ?? present.perDay, limits };
    return answerOf(await perform(session, [step("let the agent go on", reviewMandate, args)]));
  },
});

const policy = defineCommand({
  name: "policy",
  about: "Give an agent another policy: another prompt, model or tools; members vote for it (--proposal)",
  sends: true,
  args: { mandate, policy: needed("hash", "hash of the policy's canonical JSON", values.hash) },
  examples: ["0x… 0x… --studio 0x… --proposal policy.json"],
  async run(session, { mandate: mandateId, policy: policyHash }) {
    const mandates = await mandatesOf(session);
    return answerOf(
      await perform(session, [
        step("change the agent's policy", changeMandatePolicy, { mandates, mandateId, policyHash }),
      ]),
    );
  },
});

const revoke = defineCommand({
  name: "revoke",
  about: "End a mandate for good; members vote for it (--proposal)",
  sends: true,
  args: { mandate },
  examples: ["0x… --studio 0x… --proposal revoke.json"],
  async run(session, { mandate: mandateId }) {
    const mandates = await mandatesOf(session);
    return answerOf(await perform(session, [step("end the mandate", revokeMandate, { mandates, mandateId })]));
  },
});

const grant = defineCommand({
  name: "grant",
  about:
    "Give an agent a mandate: who acts under which policy, for how much and until when; members vote for it (--proposal)",
  sends: true,
  args: { agent: needed("address", "who acts", values.address) },
  options: {
    sponsor: needed("address", "member who answers for it", values.address),
    policy: needed("file", "JSON of the policy that runs", values.text),
    validUntil: needed("time", "when the mandate is over, at most 180 days from now", values.moment),
    reviewAt: needed("time", "when members look again", values.moment),
    quota: needed("number", "assets that it may commit on one day", values.count),
    token: option("address", "ERC-20 that it may spend; none by default", values.address),
    perTransaction: option("amount", "most in one act", values.amount),
    perPeriod: option("amount", "most in one period", values.amount),
    period: option("time", "length of a period (default: 1d)", values.duration),
    lifetime: option("amount", "most in all", values.amount),
    window: option("amount", "set what all mandates together may take, and approve twice as much", values.amount),
    windowLength: option("time", "length of the window (default: 7d)", values.duration),
    payee: several("address", "who may be paid, and whose licenses may be bought", values.address),
    allow: several("call", "what may be called: an address, a colon and a selector of 4 bytes", values.callRule),
  },
  examples: [
    "0x… --sponsor 0x… --policy policy.json --valid-until 2027-03-01 --review-at 2027-01-01 --quota 100 --token 0x… --per-transaction 8 --per-period 12 --lifetime 100 --window 20 --payee 0x… --studio 0x… --proposal grant.json",
  ],
  async run(session, given) {
    assertVoted(session);
    const { agent, sponsor, validUntil, reviewAt, quota, payee: payees, allow: calls } = given;
    const mandates = await mandatesOf(session);
    const policyHash = hashPolicy(await readPolicy(session, given.policy));
    const money = await moneyOf(session, given);
    const args = { mandates, agent, sponsor, policyHash, validUntil, reviewAt, quota, payees, calls, ...money?.limits };
    const steps = [...(money?.steps(mandates) ?? []), step(`give ${agent} a mandate`, grantMandate, args)];
    const terms = hashMandateTerms(args);
    return answerOf(await perform(session, steps), {
      json: { policyHash, terms },
      text: [
        ...record([
          ["policy", policyHash],
          ["terms", terms],
        ]),
        "Nobody becomes an agent unasked: before the vote is executed, the agent consents to these terms.",
      ],
    });
  },
});

const consent = defineCommand({
  name: "consent",
  about: "Consent to a mandate as the agent, before its vote is executed; zero takes the consent back",
  sends: true,
  args: { terms: needed("hash", 'the terms that "mandate grant" prints', values.hash) },
  examples: ["0x… --studio 0x… --account agent --yes"],
  async run(session, { terms }) {
    const mandates = await mandatesOf(session);
    return answerOf(await perform(session, [step("consent to the mandate", consentToMandate, { mandates, terms })]));
  },
});

type Money = Readonly<Record<"perTransaction" | "perPeriod" | "lifetime" | "window", string | undefined>> & {
  token?: Address | undefined;
  period?: bigint | undefined;
  windowLength?: bigint | undefined;
};

/** What an agent may spend, and the calls before that let the mandates take it; undefined for no money at all. */
async function moneyOf(session: Session, { token: address, ...given }: Money) {
  const { perTransaction, perPeriod, lifetime, window, period = 86_400n, windowLength = 604_800n } = given;
  if (address === undefined) {
    if ([perTransaction, perPeriod, lifetime, window].every((each) => each === undefined)) return undefined;
    throw new UsageError("Amounts need --token.");
  }
  if (perTransaction === undefined || perPeriod === undefined || lifetime === undefined) {
    throw new UsageError("--token needs --per-transaction, --per-period and --lifetime.");
  }
  const token = await readToken((await session.connect()).client, address);
  const units = (written: string): bigint => parseAmount(written, token);
  const caps = { perTransaction: units(perTransaction), perPeriod: units(perPeriod), period: Number(period) };
  const steps = (mandates: Address): Step[] => {
    if (window === undefined) return [];
    const cap = units(window);
    const open = { mandates, token: address, cap, length: Number(windowLength) };
    return [
      approvalStep(token, { spender: mandates, who: "the mandates", amount: 2n * cap }),
      step(`let all mandates take ${formatAmount(cap, token)} in ${windowLength} seconds`, setMandateWindow, open),
    ];
  };
  return { limits: { token: address, limits: caps, lifetime: units(lifetime) }, steps };
}

export const MANDATE: CommandGroup = {
  name: "mandate",
  about: "What members allow AI agents, and what these did with it",
  commands: [list, grant, consent, show, log, scorecard, review, policy, revoke],
};
