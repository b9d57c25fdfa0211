import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { LicensePurchased, PurchaseSkipped } from "../generated/LicenseMarket/LicenseMarket";
import {
  Escrow,
  License,
  LicensePurchase,
  LicenseRecord,
  Lot,
  Offer,
  PurchaseSkip,
  RoyaltyNode,
  Token,
} from "../generated/schema";
import { actor } from "./helpers/actors";
import { creditReferral } from "./helpers/credits";
import { newEarning, newIncome, saveEarning, saveIncome } from "./helpers/earnings";
import { assetKey, eventId, nullable, recipeKey } from "./helpers/ids";
import { loadAsset, lotOf } from "./helpers/lots";
import { loadLedger, loadToken, receive } from "./helpers/money";
import { ONE, share } from "./helpers/numbers";
import { loadPot } from "./helpers/pots";
import { loadProtocol } from "./helpers/protocol";
import { applyPurchase } from "./helpers/records";
import { stamp } from "./helpers/stamp";

const EXPIRY_RANGE = BigInt.fromI32(2).pow(40);

export function handleLicensePurchased(event: LicensePurchased): void {
  const offer = Offer.load(event.params.offerId)!;
  const purchase = newPurchase(event, offer);
  // A sale leaves a plain license or a record: to look for the latter after a plain one would be a query each time.
  const record: LicenseRecord | null = purchase.license ? null : LicenseRecord.load(purchase.purchaseId);
  if (record) applyToRecord(record, purchase, offer);
  purchase.escrowed = !purchase.renewal && offer.refundWindow.gt(BigInt.zero());

  const token = loadToken(purchase.token);
  token.gross = token.gross.plus(purchase.gross);
  token.purchaseCount += 1;
  if (purchase.escrowed) {
    openEscrow(purchase, offer);
  } else {
    receive(token, purchase.gross);
    bookSale(event, purchase, token);
  }
  token.save();
  purchase.save();
  countPurchase(event, purchase, offer);
}

function newPurchase(event: LicensePurchased, offer: Offer): LicensePurchase {
  const referrer = nullable(event.params.referrer);
  const purchase = new LicensePurchase(eventId(event));
  stamp(purchase, event);
  purchase.purchaseId = event.params.purchaseId;
  purchase.offer = offer.id;
  purchase.asset = assetKey(event.params.assetId);
  purchase.lot = lotOf(purchase.asset);
  purchase.licensee = actor(event.params.licensee);
  purchase.payer = actor(event.params.payer);
  purchase.referrer = referrer ? actor(referrer) : null;
  purchase.recipe = recipeKey(event.params.recipe);
  purchase.token = event.params.token;
  purchase.gross = event.params.gross;
  purchase.referral = event.params.referral;
  purchase.net = event.params.gross.minus(event.params.referral);
  purchase.seller = offer.seller;
  purchase.sellerPart = sellerPartOf(purchase);
  purchase.renewal = false;
  purchase.slot = event.params.license;
  if (!purchase.slot.isZero()) purchase.license = saveLicense(purchase.asset, purchase.licensee, purchase.slot);
  return purchase;
}

/** An owner keeps what the lineage does not take; the recipe's own payees gave their part away with `ownerUsages`. */
function sellerPartOf(purchase: LicensePurchase): BigInt {
  if (!purchase.seller) return BigInt.zero();
  const stack = BigInt.fromI32(RoyaltyNode.load(purchase.recipe)!.stack);
  return share(purchase.net, ONE.minus(stack), ONE);
}

/** A slot holds the expiries of personal, commercial and advertising use, 40 bits each from the lowest. */
function saveLicense(asset: Bytes, account: Bytes, slot: BigInt): Bytes {
  const license = new License(asset.concat(account));
  license.asset = asset;
  license.account = account;
  license.personalExpiry = slot.mod(EXPIRY_RANGE);
  license.commercialExpiry = slot.rightShift(40).mod(EXPIRY_RANGE);
  license.advertisingExpiry = slot.rightShift(80).mod(EXPIRY_RANGE);
  license.slot = slot;
  license.save();
  return license.id;
}

/** A record has the id of its first purchase; a purchase of a record that has an offer renews it. */
function applyToRecord(record: LicenseRecord, purchase: LicensePurchase, offer: Offer): void {
  purchase.record = record.id;
  purchase.renewal = record.offer !== null;
  if (purchase.renewal) return;
  applyPurchase(record, offer, purchase.gross);
  record.save();
}

/** The price waits in a pot of the market, and comes to the splitter with the pot's own event. */
function openEscrow(purchase: LicensePurchase, offer: Offer): void {
  const pot = loadPot(purchase.emitter, purchase.purchaseId, purchase.token);
  pot.save();
  const escrow = new Escrow(purchase.purchaseId);
  escrow.record = purchase.purchaseId;
  escrow.offer = purchase.offer;
  escrow.recipe = purchase.recipe;
  escrow.pot = pot.id;
  escrow.token = purchase.token;
  escrow.licensee = purchase.licensee;
  escrow.payer = purchase.payer;
  escrow.referrer = purchase.referrer;
  escrow.gross = purchase.gross;
  escrow.referral = purchase.referral;
  escrow.refundableUntil = purchase.timestamp.plus(offer.refundWindow);
  escrow.status = "Open";
  escrow.refund = BigInt.zero();
  escrow.penalty = BigInt.zero();
  escrow.openedAt = purchase.timestamp;
  escrow.save();

  const record = LicenseRecord.load(purchase.purchaseId)!;
  record.escrow = escrow.id;
  record.save();
}

/**
 * The splitter credits the referrer at once and the rest to the recipe's sales, to be settled. Where an owner sells, its
 * own event says who gets the rest.
 */
function bookSale(event: LicensePurchased, purchase: LicensePurchase, token: Token): void {
  const ledger = loadLedger(purchase.recipe, token.id);
  ledger.saleCount += 1;
  if (!purchase.seller) {
    ledger.sales = ledger.sales.plus(purchase.net);
    token.net = token.net.plus(purchase.net);
  }
  ledger.save();

  if (purchase.referrer && !purchase.referral.isZero()) {
    creditReferral(token, purchase.referrer!, purchase.referral);
    saveLine(event, purchase, "Referral", purchase.referrer!, purchase.referral);
  }
  if (purchase.seller && !purchase.sellerPart.isZero()) {
    saveLine(event, purchase, "OwnerSale", purchase.seller!, purchase.sellerPart);
  }
  bookIncome(event, purchase);
}

function saveLine(
  event: LicensePurchased,
  purchase: LicensePurchase,
  reason: string,
  account: Bytes,
  amount: BigInt,
): void {
  const line = newEarning(event, reason, account, purchase.token, amount);
  line.asset = purchase.asset;
  line.offer = purchase.offer;
  line.record = purchase.record;
  line.payer = purchase.payer;
  line.licensee = purchase.licensee;
  line.referrer = purchase.referrer;
  line.gross = purchase.gross;
  saveEarning(line, purchase.recipe);
}

function bookIncome(event: LicensePurchased, purchase: LicensePurchase): void {
  const reason = purchase.seller ? "OwnerSale" : purchase.renewal ? "Renewal" : "Sale";
  const income = newIncome(event, reason, purchase.recipe, purchase.token, purchase.gross);
  income.asset = purchase.asset;
  income.offer = purchase.offer;
  income.record = purchase.record;
  income.payer = purchase.payer;
  income.licensee = purchase.licensee;
  income.referrer = purchase.referrer;
  income.seller = purchase.seller;
  income.referral = purchase.referral;
  income.sellerPart = purchase.sellerPart;
  income.net = purchase.net.minus(purchase.sellerPart);
  saveIncome(income);
}

/** Of what is known already only the counters are saved, here and in the registry: graph-node keeps the other fields. */
function countPurchase(event: LicensePurchased, purchase: LicensePurchase, offer: Offer): void {
  const counted = new Offer(offer.id);
  if (purchase.renewal) counted.renewed = offer.renewed + 1;
  else counted.sold = offer.sold + 1;
  counted.gross = offer.gross.plus(purchase.gross);
  counted.save();

  const asset = loadAsset(event.params.assetId);
  asset.purchaseCount += 1;
  if (offer.exclusive && !purchase.renewal) asset.exclusive = purchase.record;
  asset.save();

  const lot = new Lot(asset.lot);
  lot.purchaseCount = Lot.load(asset.lot)!.purchaseCount + 1;
  lot.save();

  const protocol = loadProtocol();
  protocol.purchases += 1;
  protocol.save();
}

export function handlePurchaseSkipped(event: PurchaseSkipped): void {
  const skip = new PurchaseSkip(eventId(event));
  stamp(skip, event);
  skip.position = event.params.position;
  skip.offerId = event.params.offerId;
  skip.assetId = event.params.assetId;
  skip.reason = event.params.reason;
  skip.save();
}
