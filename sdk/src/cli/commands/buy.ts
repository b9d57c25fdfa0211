import { type Address, erc20Abi, zeroAddress } from "viem";
import { purchaseLicense } from "../../actions/licensing/purchaseLicense.ts";
import { purchaseLicenseWithAuthorization } from "../../actions/licensing/purchaseLicenseWithAuthorization.ts";
import { purchaseOrder } from "../../actions/licensing/purchaseOrder.ts";
import { quotePurchase } from "../../actions/licensing/quotePurchase.ts";
import { signPermit } from "../../actions/licensing/signPermit.ts";
import { signPermit2Purchase } from "../../actions/licensing/signPermit2Purchase.ts";
import { signPurchaseAuthorization } from "../../actions/licensing/signPurchaseAuthorization.ts";
import { toPurchase } from "../../actions/licensing/toPurchase.ts";
import { issueCertificate } from "../../legal/certificate.ts";
import { renderLicenseText } from "../../legal/licenseText.ts";
import type { Evidence } from "../../licensing/order.ts";
import type { Purchase } from "../../licensing/purchase.ts";
import { indexOf, lotOf } from "../../types/ids.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../../types/enums.ts";
import { readLot } from "../../storage/readLot.ts";
import { type Answer, toJson } from "../answer.ts";
import { type CommandGroup, defineCommand, needed, option } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { writeNew } from "../files.ts";
import { listLots } from "../lots.ts";
import { findOffer } from "../offers.ts";
import { answerOf, perform, type Performed, type Step, step } from "../perform.ts";
import type { Session } from "../session.ts";
import { record } from "../table.ts";
import { formatAmount, parseAmount, readToken, type Token } from "../token.ts";
import * as values from "../values.ts";

const WHAT = {
  offer: needed("id", "the offer", values.hash),
  asset: needed("id", "the asset", values.integer),
  licensee: option("address", "who may use it; the account by default", values.address),
  seats: option("number", "seats of the license", values.count),
  max: option("amount", "pay no more than this, in whole tokens; the price by default", values.amount),
  referrer: option("address", "who is credited with the referral", values.address),
};

type Wanted = {
  offer: `0x${string}`;
  asset: bigint;
  licensee?: Address | undefined;
  seats?: number | undefined;
  max?: string | undefined;
  referrer?: Address | undefined;
};

type Quoted = { purchase: Purchase; quote: quotePurchase.ReturnType; token: Token; payer: Address };

/** Completes the purchase and asks what it costs and what stands against it. */
async function quoteOf(session: Session, wanted: Wanted): Promise<Quoted> {
  const { client, addresses } = await session.connect();
  const payer = await session.address();
  const { offer: offerId, asset: assetId, licensee = payer, seats = 0, max, referrer = zeroAddress } = wanted;
  const { terms } = await findOffer(session, offerId);
  const token = await readToken(client, terms.token);
  const price = terms.price * BigInt(Math.max(seats, 1));
  const maxTotal = max === undefined ? price : parseAmount(max, token);
  if (price > maxTotal) {
    throw new CheckFailedError(`It costs ${formatAmount(price, token)}; --max is ${formatAmount(maxTotal, token)}.`);
  }
  const purchase = await toPurchase(client, { offerId, assetId, licensee, maxTotal, seats, referrer });
  return { purchase, quote: await quotePurchase(client, { ...addresses, purchase, payer }), token, payer };
}

/** What the payer has to give besides the purchase: never more than the price. */
function requirementsOf(method: PaymentMethod, { quote, token }: Quoted, spender: Address) {
  const common = { token: token.address, spender, amount: quote.gross };
  if (method === "allowance")
    return quote.requirements.map(({ to, data }) => ({ kind: "approval", ...common, to, data }));
  return [{ kind: method, ...common }];
}

const quote = defineCommand({
  name: "quote",
  about: "Say what a license costs, how it can be paid and what stands against it",
  options: WHAT,
  examples: ["--offer 0x… --asset 1234… --account alice"],
  async run(session, wanted) {
    const { addresses } = await session.connect();
    const quoted = await quoteOf(session, wanted);
    const { quote: found, token, payer } = quoted;
    const { obstacles, methods, evidence } = found;
    return {
      json: { ...found, payer, requirements: requirementsOf("allowance", quoted, addresses.royaltySplitter) },
      text: record([
        ["price", formatAmount(found.gross, token)],
        ["of it for the referrer", formatAmount(found.referral, token)],
        ["seats", found.seats],
        ["payer", payer],
        ["payer has", formatAmount(found.balance, token)],
        ["can be paid by", methods.join(", ")],
        ["needs to show", evidence.join(", ") || "nothing"],
        ["approval first", found.requirements.length === 0 ? "none" : `exactly ${formatAmount(found.gross, token)}`],
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
    const { addresses } = await session.connect();
    const paying = signer === undefined ? session : session.as(signer);
    if (signer !== undefined && (pay === "allowance" || pay === "permit")) {
      throw new UsageError(`--pay ${pay} is paid by the sender: --payer goes with authorization and permit2.`);
    }
    const quoted = await quoteOf(paying, wanted);
    const { quote: found, token } = quoted;
    assertPossible(quoted, pay);
    const requirements = requirementsOf(pay, quoted, addresses.royaltySplitter);
    const steps = await stepsOf(session, paying, quoted, pay);
    const lines = [
      `${formatAmount(found.gross, token)} for ${found.seats} seat${found.seats === 1 ? "" : "s"} of asset ${wanted.asset}`,
    ];
    if (steps === undefined) return unsigned(quoted, requirements, lines);
    const performed = await perform(session, steps);
    const { purchaseId } = found;
    const json = { purchaseId, gross: found.gross, token: token.address, requirements };
    if (performed.state !== "sent") return answerOf(performed, { json, text: lines });
    const files = await keep(session, quoted, performed, { receipt, text, certificate });
    return answerOf(performed, {
      json: { ...json, licenseId: purchaseId, files },
      text: [...lines, ...record([["license", purchaseId], ...Object.entries(files)])],
    });
  },
});

function assertPossible({ quote: { obstacles, methods } }: Quoted, pay: PaymentMethod): void {
  if (obstacles.length > 0) throw new CheckFailedError(`The purchase would be refused: ${obstacles.join(", ")}.`);
  if (!methods.includes(pay)) throw new UsageError(`The token cannot be paid by ${pay}: only ${methods.join(", ")}.`);
}

/** A payment that has to be signed is not signed to be looked at. */
function unsigned(quoted: Quoted, requirements: readonly object[], lines: readonly string[]): Answer {
  const { quote: found, payer } = quoted;
  return {
    json: { state: "dryRun", purchaseId: found.purchaseId, gross: found.gross, from: payer, requirements, calls: [] },
    text: [
      ...lines,
      "It would be paid by a signature over exactly this amount.",
      "Nothing was signed or sent. Add --yes to do it.",
    ],
  };
}

/** The transactions of a purchase; undefined where a signature is missing that a dry run does not make. */
async function stepsOf(
  session: Session,
  paying: Session,
  quoted: Quoted,
  pay: PaymentMethod,
): Promise<Step[] | undefined> {
  const { addresses } = await session.connect();
  const { purchase, quote: found, token } = quoted;
  const does = `buy a license of asset ${purchase.assetId} for ${formatAmount(found.gross, token)}`;
  const evidence = found.evidence.length === 0 ? undefined : await evidenceFor(session, purchase, found.evidence);
  const order = { ...addresses, purchase, ...(evidence === undefined ? {} : { evidence }) };
  if (pay === "allowance") {
    const approvals = found.requirements.map(() => approval(quoted, addresses.royaltySplitter));
    return [
      ...approvals,
      evidence === undefined ? step(does, purchaseLicense, order) : step(does, purchaseOrder, order),
    ];
  }
  if (!session.mode.send) return undefined;
  const wallet = await paying.wallet();
  if (pay === "authorization" && evidence === undefined) {
    const signature = await signPurchaseAuthorization(wallet, { ...addresses, purchase });
    return [step(does, purchaseLicenseWithAuthorization, { ...order, payer: quoted.payer, signature })];
  }
  if (pay === "authorization") {
    const data = await signPurchaseAuthorization(wallet, { ...addresses, purchase });
    return [step(does, purchaseOrder, { ...order, payment: { method: pay, payer: quoted.payer, data } })];
  }
  const sign = pay === "permit" ? signPermit : signPermit2Purchase;
  return [step(does, purchaseOrder, { ...order, payment: await sign(wallet, { ...addresses, purchase }) })];
}

function approval({ quote: { gross }, token }: Quoted, spender: Address): Step {
  return {
    does: `allow the royalty ledger to take exactly ${formatAmount(gross, token)}`,
    call: { address: token.address, abi: erc20Abi, functionName: "approve", args: [spender, gross] },
    read: () => ({ allowance: gross }),
  };
}

/** The leaf of the asset with its proof, out of the lot's manifest. */
async function evidenceFor(session: Session, { assetId }: Purchase, wanted: readonly string[]): Promise<Evidence> {
  if (wanted.includes("referrerProof")) {
    throw new UsageError("An offer with a list of referrers is bought through the SDK: it needs the list.");
  }
  const lotId = lotOf(assetId);
  const lot = (await listLots(session)).find((each) => each.lotId === lotId);
  if (lot === undefined) throw new CheckFailedError(`There is no lot of asset ${assetId}.`);
  const { rows, tree } = await readLot(session.store(), lot.manifest);
  const index = indexOf(assetId);
  const leaf = rows[index]?.leaf;
  if (leaf === undefined) throw new CheckFailedError(`The manifest of lot ${lotId} has no asset ${index}.`);
  return { leaf, proof: tree.proof(index) };
}

type Wishes = { receipt: string | undefined; text: string | undefined; certificate: string | undefined };

/** Writes what the buyer wants to keep. */
async function keep(
  session: Session,
  quoted: Quoted,
  performed: Performed,
  wishes: Wishes,
): Promise<Record<string, string>> {
  const { client, addresses, fromBlock } = await session.connect();
  const { purchase, quote: found } = quoted;
  const { terms } = await findOffer(session, purchase.offerId);
  const files: Record<string, string> = {};
  if (wishes.receipt !== undefined) {
    const content = toJson({
      type: "imprimatur/receipt",
      version: 1,
      licenseId: found.purchaseId,
      purchase,
      ...performed,
    });
    files["receipt"] = await writeNew(session.path(wishes.receipt), `${content}\n`);
  }
  if (wishes.text !== undefined) {
    const { markdown, textHash } = renderLicenseText(terms);
    if (textHash !== terms.textHash) session.say("The offer's text has details of its own: ask the licensor for it.");
    else files["text"] = await writeNew(session.path(wishes.text), markdown);
  }
  if (wishes.certificate !== undefined) {
    const [usage = "personal"] = terms.usages;
    const question = { account: purchase.licensee, assetId: purchase.assetId, usage };
    const { json } = await issueCertificate(client, { addresses, fromBlock, ...question });
    files["certificate"] = await writeNew(session.path(wishes.certificate), json);
  }
  return files;
}

export const BUY: CommandGroup = { name: "buy", about: "Quote and buy licenses", commands: [quote, license] };
