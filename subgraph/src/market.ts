import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { LicensePurchased, OfferPublished, OfferWithdrawn } from "../generated/LicenseMarket/LicenseMarket";
import {
  License,
  LicensePurchase,
  LicenseRecord,
  Lot,
  Offer,
  OfferPublication,
  OfferWithdrawal,
  SalePoint,
} from "../generated/schema";
import { actor } from "./helpers/actors";
import { SCOPES, usagesOf } from "./helpers/enums";
import { eventId, nullable, recipeKey } from "./helpers/ids";
import { loadAsset } from "./helpers/lots";
import { loadBalance, loadLedger, loadToken } from "./helpers/money";
import { loadProtocol } from "./helpers/protocol";
import { stamp } from "./helpers/stamp";

const EXPIRY_RANGE = BigInt.fromI32(2).pow(40);

export function handleOfferPublished(event: OfferPublished): void {
  const offer = newOffer(event);
  offer.publishedAt = event.block.timestamp;
  offer.sold = 0;
  offer.gross = BigInt.zero();
  offer.save();
  loadToken(offer.token).save();

  const protocol = loadProtocol();
  protocol.offers += 1;
  protocol.save();

  const publication = new OfferPublication(eventId(event));
  stamp(publication, event);
  publication.offer = offer.id;
  publication.recipe = offer.recipe;
  publication.licensor = offer.licensor;
  publication.save();
}

function newOffer(event: OfferPublished): Offer {
  const input = event.params.input;
  const offer = new Offer(event.params.offerId);
  offer.recipe = recipeKey(event.params.recipe);
  offer.licensor = actor(event.params.licensor);
  offer.scope = SCOPES[input.scope];
  offer.scopeId = input.scopeId;
  offer.token = input.token;
  offer.price = input.price;
  offer.duration = input.duration;
  offer.start = input.start;
  offer.end = input.end;
  offer.usages = usagesOf(input.usages);
  offer.usageMask = input.usages;
  offer.rate = input.rate;
  offer.referral = input.referral;
  offer.free = input.free;
  offer.title = input.title;
  offer.exclusive = input.exclusive;
  offer.transferable = input.transferable;
  offer.revocable = input.revocable;
  offer.supply = input.supply;
  offer.seats = input.seats;
  offer.refundWindow = input.refundWindow;
  offer.penalty = input.penalty;
  offer.referrerRoot = input.referrerRoot;
  offer.territory = input.territory;
  offer.legalPreset = input.legalPreset;
  offer.textHash = input.textHash;
  offer.salt = input.salt;
  return offer;
}

export function handleOfferWithdrawn(event: OfferWithdrawn): void {
  const offer = Offer.load(event.params.offerId)!;
  offer.withdrawnAt = event.block.timestamp;
  offer.save();

  const withdrawal = new OfferWithdrawal(eventId(event));
  stamp(withdrawal, event);
  withdrawal.offer = offer.id;
  withdrawal.save();
}

export function handleLicensePurchased(event: LicensePurchased): void {
  countPurchase(event);
  bookSale(event);
  savePurchase(event);

  const point = new SalePoint(0);
  point.token = event.params.token;
  point.recipe = recipeKey(event.params.recipe);
  point.gross = event.params.gross;
  point.referral = event.params.referral;
  point.net = net(event);
  point.save();
}

function net(event: LicensePurchased): BigInt {
  return event.params.gross.minus(event.params.referral);
}

function countPurchase(event: LicensePurchased): void {
  const offer = Offer.load(event.params.offerId)!;
  offer.sold += 1;
  offer.gross = offer.gross.plus(event.params.gross);
  offer.save();

  const asset = loadAsset(event.params.assetId);
  asset.purchaseCount += 1;
  asset.save();

  const lot = Lot.load(asset.lot)!;
  lot.purchaseCount += 1;
  lot.save();

  const protocol = loadProtocol();
  protocol.purchases += 1;
  protocol.save();
}

/** The splitter credits the referrer at once and the net to the recipe's sales, to be settled. */
function bookSale(event: LicensePurchased): void {
  const token = loadToken(event.params.token);
  token.gross = token.gross.plus(event.params.gross);
  token.referrals = token.referrals.plus(event.params.referral);
  token.net = token.net.plus(net(event));
  token.held = token.gross.minus(token.withdrawn);
  token.purchaseCount += 1;
  token.save();

  const ledger = loadLedger(recipeKey(event.params.recipe), token.id);
  ledger.sales = ledger.sales.plus(net(event));
  ledger.saleCount += 1;
  ledger.save();

  const referrer = nullable(event.params.referrer);
  if (!referrer || event.params.referral.isZero()) return;
  const balance = loadBalance(referrer, token.id);
  balance.referrals = balance.referrals.plus(event.params.referral);
  balance.balance = balance.balance.plus(event.params.referral);
  balance.save();
}

function savePurchase(event: LicensePurchased): void {
  const referrer = nullable(event.params.referrer);
  const purchase = new LicensePurchase(eventId(event));
  stamp(purchase, event);
  purchase.purchaseId = event.params.purchaseId;
  purchase.offer = event.params.offerId;
  purchase.asset = loadAsset(event.params.assetId).id;
  purchase.licensee = actor(event.params.licensee);
  purchase.payer = actor(event.params.payer);
  purchase.referrer = referrer ? actor(referrer) : null;
  purchase.recipe = recipeKey(event.params.recipe);
  purchase.token = event.params.token;
  purchase.gross = event.params.gross;
  purchase.referral = event.params.referral;
  purchase.net = net(event);
  purchase.slot = event.params.license;
  if (purchase.slot.isZero()) purchase.record = recordOf(event.params.purchaseId);
  else purchase.license = saveLicense(purchase.asset, purchase.licensee, purchase.slot);
  purchase.save();
}

/** A record has the id of its purchase. */
function recordOf(purchaseId: Bytes): Bytes | null {
  return LicenseRecord.load(purchaseId) ? purchaseId : null;
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
