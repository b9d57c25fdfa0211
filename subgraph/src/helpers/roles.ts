import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { HolderRole, RoleTotal, TokenHolder } from "../../generated/schema";

/** Adds a grant to what was granted under this tag, zero bytes for none. */
export function addToRole(holder: TokenHolder, role: Bytes, amount: BigInt, raw: BigInt): void {
  const total = loadTotal(holder, role);
  const own = loadHolderRole(holder, role, total.id);
  if (own.grants == 0) total.holders += 1;
  total.grants += 1;
  total.amount = total.amount.plus(amount);
  total.raw = total.raw.plus(raw);
  total.save();
  own.grants += 1;
  own.amount = own.amount.plus(amount);
  own.raw = own.raw.plus(raw);
  own.save();
}

function loadTotal(holder: TokenHolder, role: Bytes): RoleTotal {
  const id = holder.tokenAddress.concat(role);
  const known = RoleTotal.load(id);
  if (known) return known;
  const total = new RoleTotal(id);
  total.governance = holder.governance;
  total.role = role;
  total.grants = 0;
  total.holders = 0;
  total.amount = BigInt.zero();
  total.raw = BigInt.zero();
  return total;
}

function loadHolderRole(holder: TokenHolder, role: Bytes, total: Bytes): HolderRole {
  const id = holder.id.concat(role);
  const known = HolderRole.load(id);
  if (known) return known;
  const own = new HolderRole(id);
  own.total = total;
  own.holder = holder.id;
  own.role = role;
  own.grants = 0;
  own.amount = BigInt.zero();
  own.raw = BigInt.zero();
  return own;
}
