import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Escrow, Pot } from "../../generated/schema";

/** Id of a pot. */
export function potKey(opener: Bytes, potId: Bytes, token: Bytes): Bytes {
  return opener.concat(potId).concat(token);
}

/** Tokens that wait for the opener's decision; a new one is not saved. */
export function loadPot(opener: Bytes, potId: Bytes, token: Bytes): Pot {
  const id = potKey(opener, potId, token);
  const known = Pot.load(id);
  if (known) return known;
  const pot = new Pot(id);
  pot.opener = opener;
  pot.potId = potId;
  pot.token = token;
  pot.amount = BigInt.zero();
  pot.funded = BigInt.zero();
  pot.movedIn = BigInt.zero();
  pot.movedOut = BigInt.zero();
  pot.released = BigInt.zero();
  pot.booked = BigInt.zero();
  return pot;
}

/** Whether the pot is the market's for a license: anybody may open one of the same id. */
export function isEscrow(pot: Pot): boolean {
  const escrow = Escrow.load(pot.potId);
  return escrow != null && escrow.pot == pot.id;
}
