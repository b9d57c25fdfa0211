import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { LicenseFinalized, LicenseRefunded, LicenseRevoked } from "../generated/LicenseMarket/LicenseMarket";
import { Escrow, LicenseFinalization, LicenseRefund, LicenseRevocation, Offer } from "../generated/schema";
import { actor } from "./helpers/actors";
import { describeEarning, describeIncome, newEarning, newIncome, saveEarning, saveIncome } from "./helpers/earnings";
import { eventId, nullable, recipeKey } from "./helpers/ids";
import { lotOf, lotOfRecord } from "./helpers/lots";
import { loadRecord } from "./helpers/records";
import { stamp } from "./helpers/stamp";

// What these events move, the splitter's own events book; here are the statuses and the lines of statements.

export function handleLicenseRefunded(event: LicenseRefunded): void {
  const escrow = Escrow.load(event.params.licenseId)!;
  escrow.penalty = event.params.penalty;
  returnPrice(escrow, event, event.params.refund, "Refunded");
  if (!event.params.penalty.isZero()) {
    const income = newIncome(event, "Penalty", escrow.recipe, escrow.token, event.params.penalty);
    describeIncome(income, escrow);
    saveIncome(income);
  }

  const refund = new LicenseRefund(eventId(event));
  stamp(refund, event);
  refund.record = escrow.record;
  refund.lot = lotOfRecord(escrow.record);
  refund.escrow = escrow.id;
  refund.offer = event.params.offerId;
  refund.payer = actor(event.params.payer);
  refund.token = event.params.token;
  refund.refund = event.params.refund;
  refund.penalty = event.params.penalty;
  refund.save();
}

/** Closes the escrow, tells the payer's statement, and takes the license out of what the offer sold. */
function returnPrice(escrow: Escrow, event: ethereum.Event, amount: BigInt, status: string): void {
  escrow.refund = amount;
  escrow.status = status;
  escrow.closedAt = event.block.timestamp;
  escrow.save();

  const offer = Offer.load(escrow.offer)!;
  offer.refunds = offer.refunds.plus(amount);
  if (status == "Refunded") {
    offer.sold -= 1;
    offer.refunded += 1;
  }
  offer.save();

  if (amount.isZero()) return;
  const line = newEarning(event, "Refund", escrow.payer, escrow.token, amount);
  describeEarning(line, escrow);
  saveEarning(line, escrow.recipe);
}

export function handleLicenseFinalized(event: LicenseFinalized): void {
  const escrow = Escrow.load(event.params.licenseId)!;
  const referrer = nullable(event.params.referrer);
  escrow.status = "Finalized";
  escrow.closedAt = event.block.timestamp;
  escrow.save();

  const income = newIncome(event, "Sale", escrow.recipe, escrow.token, escrow.gross);
  describeIncome(income, escrow);
  income.referral = event.params.referral;
  income.net = event.params.net;
  saveIncome(income);
  if (referrer && !event.params.referral.isZero()) {
    const line = newEarning(event, "Referral", referrer, escrow.token, event.params.referral);
    describeEarning(line, escrow);
    saveEarning(line, escrow.recipe);
  }

  const finalization = new LicenseFinalization(eventId(event));
  stamp(finalization, event);
  finalization.record = escrow.record;
  finalization.lot = lotOfRecord(escrow.record);
  finalization.escrow = escrow.id;
  finalization.offer = event.params.offerId;
  finalization.recipe = recipeKey(event.params.recipe);
  finalization.token = event.params.token;
  finalization.referrer = referrer ? actor(referrer) : null;
  finalization.net = event.params.net;
  finalization.referral = event.params.referral;
  finalization.save();
}

/** While the escrow is open the payer gets the price back, later the holder a part of it. */
export function handleLicenseRevoked(event: LicenseRevoked): void {
  const record = loadRecord(event.params.licenseId);
  const escrow = Escrow.load(event.params.licenseId);
  if (escrow && escrow.status == "Open") returnPrice(escrow, event, event.params.refund, "Revoked");
  else saveCompensation(event);

  const revocation = new LicenseRevocation(eventId(event));
  stamp(revocation, event);
  revocation.record = record.id;
  revocation.lot = lotOf(record.asset);
  revocation.ruler = event.params.ruler;
  revocation.holder = actor(event.params.holder);
  revocation.token = event.params.token;
  revocation.refund = event.params.refund;
  revocation.save();
}

function saveCompensation(event: LicenseRevoked): void {
  if (event.params.refund.isZero()) return;
  const record = loadRecord(event.params.licenseId);
  const offer = Offer.load(record.offer!)!;
  const line = newEarning(event, "Compensation", event.params.holder, event.params.token, event.params.refund);
  line.asset = record.asset;
  line.offer = offer.id;
  line.record = record.id;
  line.payer = actor(event.params.ruler);
  line.licensee = actor(event.params.holder);
  saveEarning(line, offer.recipe);
}
