import { type Address, isAddressEqual, zeroAddress } from "viem";
import { purchaseLicense } from "../actions/licensing/purchaseLicense.ts";
import { purchaseLicenseWithAuthorization } from "../actions/licensing/purchaseLicenseWithAuthorization.ts";
import { purchaseOrder } from "../actions/licensing/purchaseOrder.ts";
import { quotePurchase } from "../actions/licensing/quotePurchase.ts";
import { toPurchase } from "../actions/licensing/toPurchase.ts";
import type { OfferArgs } from "../licensing/offer.ts";
import type { Evidence } from "../licensing/order.ts";
import type { Purchase } from "../licensing/purchase.ts";
import { callsOf, type Requirement } from "../requirements/requirement.ts";
import { requirementsOf } from "../requirements/requirementsOf.ts";
import { sendRequirements } from "../requirements/sendRequirements.ts";
import { defined } from "../types/defined.ts";
import type { PaymentMethod } from "../types/enums.ts";
import { indexOf, lotOf } from "../types/ids.ts";
import { CheckFailedError, UsageError } from "./errors.ts";
import { listLots, readFiles } from "./lots.ts";
import { findOffer } from "./offers.ts";
import { type Step, step } from "./perform.ts";
import { proposalDeadline } from "./proposalDeadline.ts";
import { stepsFor } from "./requirements.ts";
import type { Session } from "./session.ts";
import { formatAmount, parseAmount, readToken, type Token } from "./token.ts";

/** What a purchase is wanted to be. */
export type Wanted = {
  offer: `0x${string}`;
  asset: bigint;
  licensee?: Address | undefined;
  seats?: number | undefined;
  max?: string | undefined;
  referrer?: Address | undefined;
};

/** A purchase with its price, and what its payer has to send or sign first. */
export type Quoted = {
  terms: OfferArgs;
  purchase: Purchase;
  quote: quotePurchase.ReturnType;
  requirements: readonly Requirement[];
  pay: PaymentMethod;
  token: Token;
  payer: Address;
};

/** Completes the purchase and asks what it costs, what stands against it and what it needs. */
export async function quoteOf(session: Session, wanted: Wanted, pay: PaymentMethod): Promise<Quoted> {
  const { client, addresses } = await session.connect();
  const payer = await session.caller();
  const { offer: offerId, asset: assetId, licensee = payer, seats = 0, max, referrer = zeroAddress } = wanted;
  const { terms } = await findOffer(session, offerId);
  const token = await readToken(client, terms.token);
  const price = terms.price * BigInt(Math.max(seats, 1));
  const maxTotal = max === undefined ? price : parseAmount(max, token);
  if (price > maxTotal) {
    throw new CheckFailedError(`It costs ${formatAmount(price, token)}; --max is ${formatAmount(maxTotal, token)}.`);
  }
  const deadline = session.mode.proposal === undefined ? undefined : await proposalDeadline(session);
  const given = { offerId, assetId, licensee, maxTotal, seats, referrer, ...defined({ deadline }) };
  const purchase = await toPurchase(client, given);
  const quote = await quotePurchase(client, { ...addresses, purchase, payer });
  assertPayable(quote, pay);
  const payment = { method: pay, payer };
  const question = { ...addresses, action: "purchaseOrder", purchase, payment, sender: payer } as const;
  return { terms, purchase, quote, requirements: await requirementsOf(client, question), pay, token, payer };
}

function assertPayable({ methods }: quotePurchase.ReturnType, pay: PaymentMethod): void {
  if (!methods.includes(pay)) throw new UsageError(`The token cannot be paid by ${pay}: only ${methods.join(", ")}.`);
}

/** The transactions of a purchase; undefined where a signature is missing that a dry run does not make. */
export async function stepsOf(session: Session, paying: Session, quoted: Quoted): Promise<Step[] | undefined> {
  const { addresses } = await session.connect();
  const { purchase, quote, requirements, token, pay, payer } = quoted;
  await assertOwn(session, quoted);
  const evidence = quote.evidence.length === 0 ? undefined : await evidenceFor(session, purchase, quote.evidence);
  const order = { ...addresses, purchase, ...defined({ evidence }) };
  const does = `buy a license of asset ${purchase.assetId} for ${formatAmount(quote.gross, token)}`;
  const before = stepsFor(requirements, token);
  if (pay === "allowance") {
    const last = evidence === undefined ? step(does, purchaseLicense, order) : step(does, purchaseOrder, order);
    return [...before, last];
  }
  if (!session.mode.send) return undefined;
  const signatures = requirements.filter((requirement) => !("call" in requirement));
  const { payments } = await sendRequirements(await paying.wallet(), signatures);
  const payment = payments.get(0);
  if (payment?.data === undefined) throw new CheckFailedError(`${payer} has not signed the payment.`);
  if (pay === "authorization" && evidence === undefined) {
    const { data: signature } = payment;
    return [...before, step(does, purchaseLicenseWithAuthorization, { ...order, payer, signature })];
  }
  return [...before, step(does, purchaseOrder, { ...order, payment })];
}

/** Refuses what only somebody else can send first: the account that relays a payment cannot allow it. */
async function assertOwn(session: Session, { requirements, payer, token }: Quoted): Promise<void> {
  const [first] = callsOf(requirements);
  if (first === undefined || isAddressEqual(payer, await session.caller())) return;
  const [amount] = requirements.flatMap((each) => ("call" in each ? [formatAmount(each.amount, token)] : []));
  throw new CheckFailedError(`${payer} has to send an approval of exactly ${amount} first: ${first.data}.`);
}

/** The leaf of the asset with its proof, out of the lot's manifest. */
async function evidenceFor(session: Session, { assetId }: Purchase, wanted: readonly string[]): Promise<Evidence> {
  if (wanted.includes("referrerProof")) {
    throw new UsageError("An offer with a list of referrers is bought through the SDK: it needs the list.");
  }
  const lotId = lotOf(assetId);
  const lot = (await listLots(session)).find((each) => each.lotId === lotId);
  if (lot === undefined) throw new CheckFailedError(`There is no lot of asset ${assetId}.`);
  const { rows, tree } = await readFiles(session, session.store(), lot);
  const index = indexOf(assetId);
  const leaf = rows[index]?.leaf;
  if (leaf === undefined) throw new CheckFailedError(`The manifest of lot ${lotId} has no asset ${index}.`);
  return { leaf, proof: tree.proof(index) };
}
