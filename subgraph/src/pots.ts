import { Compensated, PotBooked, PotFunded, PotMoved, PotReleased } from "../generated/RoyaltySplitter/RoyaltySplitter";
import { Compensation, Escrow, Pot, PotBooking, PotFunding, PotMove, PotRelease } from "../generated/schema";
import { actor } from "./helpers/actors";
import { creditCompensation, creditReferral, creditRefund, creditRelease } from "./helpers/credits";
import { newEarning } from "./helpers/earnings";
import { eventId, nullable, recipeKey } from "./helpers/ids";
import { loadLedger, loadToken, receive } from "./helpers/money";
import { isEscrow, loadPot } from "./helpers/pots";
import { stamp } from "./helpers/stamp";

export function handlePotFunded(event: PotFunded): void {
  const amount = event.params.amount;
  const token = loadToken(event.params.token);
  receive(token, amount);
  token.potted = token.potted.plus(amount);
  token.save();

  const pot = loadPot(event.params.opener, event.params.id, token.id);
  pot.amount = pot.amount.plus(amount);
  pot.funded = pot.funded.plus(amount);
  pot.save();

  const funding = new PotFunding(eventId(event));
  stamp(funding, event);
  funding.pot = pot.id;
  funding.payer = actor(event.params.payer);
  funding.token = token.id;
  funding.amount = amount;
  funding.save();
}

/** Out of an escrow it is a refund, and the market says of which license. */
export function handlePotReleased(event: PotReleased): void {
  const amount = event.params.amount;
  const pot = loadPot(event.params.opener, event.params.id, event.params.token);
  pot.amount = pot.amount.minus(amount);
  pot.released = pot.released.plus(amount);
  pot.save();

  const token = loadToken(event.params.token);
  token.potted = token.potted.minus(amount);
  if (isEscrow(pot)) {
    creditRefund(token, event.params.to, amount);
  } else {
    creditRelease(token, event.params.to, amount);
    newEarning(event, "Release", event.params.to, token.id, amount).save();
  }
  token.save();

  const release = new PotRelease(eventId(event));
  stamp(release, event);
  release.pot = pot.id;
  release.to = actor(event.params.to);
  release.token = token.id;
  release.amount = amount;
  release.save();
}

export function handlePotMoved(event: PotMoved): void {
  const amount = event.params.amount;
  const from = loadPot(event.params.opener, event.params.from, event.params.token);
  from.amount = from.amount.minus(amount);
  from.movedOut = from.movedOut.plus(amount);
  from.save();
  const to = loadPot(event.params.opener, event.params.to, event.params.token);
  to.amount = to.amount.plus(amount);
  to.movedIn = to.movedIn.plus(amount);
  to.save();

  const move = new PotMove(eventId(event));
  stamp(move, event);
  move.opener = event.params.opener;
  move.from = from.id;
  move.to = to.id;
  move.token = event.params.token;
  move.amount = amount;
  move.save();
}

/** Only the market books pots: a sale that is final, or what is kept of one returned. */
export function handlePotBooked(event: PotBooked): void {
  const referrer = nullable(event.params.referrer);
  const amount = event.params.net.plus(event.params.referral);
  const pot = Pot.load(Escrow.load(event.params.id)!.pot)!;
  pot.amount = pot.amount.minus(amount);
  pot.booked = pot.booked.plus(amount);
  pot.save();

  const token = loadToken(event.params.token);
  token.potted = token.potted.minus(amount);
  token.net = token.net.plus(event.params.net);
  if (referrer && !event.params.referral.isZero()) creditReferral(token, referrer, event.params.referral);
  token.save();

  const ledger = loadLedger(recipeKey(event.params.recipe), token.id);
  ledger.sales = ledger.sales.plus(event.params.net);
  if (!event.params.net.isZero()) ledger.saleCount += 1;
  ledger.save();

  const booking = new PotBooking(eventId(event));
  stamp(booking, event);
  booking.pot = pot.id;
  booking.recipe = ledger.recipe;
  booking.token = token.id;
  booking.net = event.params.net;
  booking.referrer = referrer ? actor(referrer) : null;
  booking.referral = event.params.referral;
  booking.save();
}

/** What a ruler brings for a license that it revokes; the market says of which. */
export function handleCompensated(event: Compensated): void {
  const token = loadToken(event.params.token);
  receive(token, event.params.amount);
  creditCompensation(token, event.params.to, event.params.amount);
  token.save();

  const compensation = new Compensation(eventId(event));
  stamp(compensation, event);
  compensation.from = actor(event.params.from);
  compensation.to = actor(event.params.to);
  compensation.token = token.id;
  compensation.amount = event.params.amount;
  compensation.save();
}
