import { type Answer } from "../answer.ts";
import { type CommandGroup, defineCommand, needed, option } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { toLine } from "../failure.ts";
import { assertKeepable, assertStandardText, keep, type Wishes } from "../keep.ts";
import { answerOf, perform, type Performed } from "../perform.ts";
import { type Quoted, quoteOf, stepsOf } from "../purchases.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../../types/enums.ts";
import type { Session } from "../session.ts";
import { record } from "../table.ts";
import { formatAmount, parseAmount } from "../token.ts";
import * as values from "../values.ts";

const WHAT = {
  offer: needed("id", "the offer", values.hash),
  asset: needed("id", "the asset", values.integer),
  licensee: option("address", "who may use it; whoever pays by default", values.address),
  seats: option("number", "seats of the license", values.count),
  max: option("amount", "pay no more than this, in whole tokens; the price by default", values.amount),
  referrer: option("address", "who is credited with the referral", values.address),
};

const quote = defineCommand({
  name: "quote",
  about: "Say what a license costs, how it can be paid and what stands against it",
  options: WHAT,
  examples: ["--offer 0x… --asset 1234… --account alice"],
  async run(session, wanted) {
    // A price above the most that is wanted is what a quote is there to say.
    const { max, ...asked } = wanted;
    const { quote: found, requirements, token, payer } = await quoteOf(session, asked, "allowance");
    const { methods, evidence } = found;
    const isOver = max !== undefined && found.gross > parseAmount(max, token);
    const obstacles = [...found.obstacles, ...(isOver ? (["overMax"] as const) : [])];
    const approvals = requirements.map(({ amount }) => `exactly ${formatAmount(amount, token)}`);
    return {
      json: { ...found, obstacles, payer, requirements },
      text: record([
        ["price", formatAmount(found.gross, token)],
        ["of it for the referrer", formatAmount(found.referral, token)],
        ["seats", found.seats],
        ["payer", payer],
        ["payer has", formatAmount(found.balance, token)],
        ["can be paid by", methods.join(", ")],
        ["needs to show", evidence.join(", ") || "nothing"],
        ["approval first", approvals.join(", then ") || "none"],
        ["stands against it", obstacles.join(", ") || "nothing"],
      ]),
      exitCode: obstacles.length === 0 ? EXIT_CODES.ok : EXIT_CODES.failed,
    };
  },
});

const license = defineCommand({
  name: "license",
  about: "Buy a license and keep its receipt, text and certificate",
  sends: true,
  options: {
    ...WHAT,
    pay: {
      ...option("method", `one of ${PAYMENT_METHODS.join(", ")}`, values.oneOf(PAYMENT_METHODS)),
      type: values.oneOf(PAYMENT_METHODS).default("allowance"),
    },
    payer: option("name", "keystore that signs the payment where the account only relays it", values.text),
    receipt: option("file", "where the receipt is written", values.text),
    text: option("file", "where the license text is written", values.text),
    certificate: option("file", "where the certificate is written", values.text),
  },
  examples: [
    "--offer 0x… --asset 1234… --account alice",
    "--offer 0x… --asset 1234… --pay authorization --account alice --receipt receipt.json --text license.md --yes",
  ],
  async run(session, { pay, payer: signer, receipt, text, certificate, ...wanted }) {
    const wishes = { receipt, text, certificate };
    assertTogether(session, { pay, signer, wishes });
    await assertKeepable(session, wishes);
    const paying = signer === undefined ? session : session.as(signer);
    const quoted = await quoteOf(paying, wanted, pay);
    const { quote: found } = quoted;
    const { obstacles } = found;
    if (obstacles.length > 0) throw new CheckFailedError(`The purchase would be refused: ${obstacles.join(", ")}.`);
    assertStandardText(quoted.terms, wishes);
    const steps = await stepsOf(session, paying, quoted);
    if (steps === undefined) return unsigned(quoted);
    const performed = await perform(session, steps);
    if (performed.state === "sent") return sold(session, quoted, performed, wishes);
    return answerOf(performed, { json: factsOf(quoted), text: [titleOf(quoted)] });
  },
});

/** Refuses options that would be ignored beside each other. */
function assertTogether(
  { mode }: Session,
  { pay, signer, wishes }: { pay: PaymentMethod; signer: string | undefined; wishes: Wishes },
): void {
  if (mode.proposal !== undefined && (pay !== "allowance" || signer !== undefined)) {
    throw new UsageError(
      "With --proposal the studio's treasury pays, by allowance: --pay and --payer do not go with it.",
    );
  }
  if (mode.proposal !== undefined && Object.values(wishes).some((wish) => wish !== undefined)) {
    throw new UsageError(
      "With --proposal nothing is bought yet: --receipt, --text and --certificate do not go with it.",
    );
  }
  if (signer !== undefined && (pay === "allowance" || pay === "permit")) {
    throw new UsageError(`--pay ${pay} is paid by the sender: --payer goes with authorization and permit2.`);
  }
}

const titleOf = ({ quote: { gross, seats }, purchase, token }: Quoted): string =>
  `${formatAmount(gross, token)} for ${seats} seat${seats === 1 ? "" : "s"} of asset ${purchase.assetId}`;

function factsOf({ quote: { purchaseId, gross }, purchase, token, requirements }: Quoted): object {
  const { licensee, deadline } = purchase;
  return { purchaseId, licensee, deadline, gross, token: token.address, requirements };
}

/** A payment that has to be signed is not signed to be looked at. */
function unsigned(quoted: Quoted): Answer {
  const approvals = quoted.requirements.filter((requirement) => "call" in requirement);
  return {
    json: { state: "dryRun", ...factsOf(quoted), from: quoted.payer, calls: [] },
    text: [
      titleOf(quoted),
      ...approvals.map(
        ({ amount }) => `Before it an approval of exactly ${formatAmount(amount, quoted.token)} is sent.`,
      ),
      "It would be paid by a signature over exactly this amount.",
      "Nothing was signed or sent. Add --yes to do it.",
    ],
  };
}

/** Tells of the license first: it is paid, whatever becomes of the files. */
async function sold(session: Session, quoted: Quoted, performed: Performed, wishes: Wishes): Promise<Answer> {
  const { purchase, terms } = quoted;
  const { purchaseId: licenseId } = quoted.quote;
  session.say(`License ${licenseId} is bought.`);
  const receipt = { licenseId, purchase, ...performed };
  const { files, failures } = await keep(session, wishes, { receipt, terms, purchase });
  const lines = failures.map((failure) => `The ${failure.keeping} was not kept: ${toLine(failure)}`);
  for (const line of lines) session.say(line);
  const facts = record([["license", licenseId], ...Object.entries(files)]);
  const answer = answerOf(performed, {
    json: { ...factsOf(quoted), licenseId, files, unkept: failures },
    text: [titleOf(quoted), ...facts, ...lines],
  });
  return { ...answer, exitCode: failures.length === 0 ? EXIT_CODES.ok : EXIT_CODES.unkept };
}

export const BUY: CommandGroup = { name: "buy", about: "Quote and buy licenses", commands: [quote, license] };
