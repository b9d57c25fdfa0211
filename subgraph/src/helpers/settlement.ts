import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Ledger, RoyaltyNode, Settlement, SettlementHop } from "../../generated/schema";
import { loadLedger } from "./money";
import { ONE, shareGained } from "./numbers";

/**
 * Repeats a settlement as RoyaltySplitter computed it: the event states the cumulative totals, the frozen edges do the
 * rest. Returns what the recipe's own payees gained.
 */
export function settleLedger(ledger: Ledger, settlement: Settlement): BigInt {
  const node = RoyaltyNode.load(ledger.recipe)!;
  for (let i = 0; i < node.parents.length; i++) {
    forward(ledger, settlement, node, i);
  }
  const ownWeight = ONE.minus(BigInt.fromI32(node.stack));
  const ownIncome = shareGained(ledger.settledSales, settlement.sales, ownWeight, ONE);
  ledger.own = ledger.own.plus(ownIncome);
  ledger.settledSales = settlement.sales;
  ledger.settledPassed = settlement.passed;
  ledger.settleCount += 1;
  ledger.save();
  return ownIncome;
}

function forward(ledger: Ledger, settlement: Settlement, node: RoyaltyNode, position: i32): void {
  const stack = BigInt.fromI32(node.stack);
  const own = gained(ledger, settlement, BigInt.fromI32(node.rates[position]), stack);
  const pass = gained(ledger, settlement, BigInt.fromI32(node.passes[position]), stack);
  if (own.isZero() && pass.isZero()) return;

  const parent = loadLedger(node.parents[position], ledger.token);
  parent.own = parent.own.plus(own);
  parent.passed = parent.passed.plus(pass);
  parent.save();
  saveHop(settlement, ledger.recipe, parent, own, pass);
}

/** What a weight gains of the new sales and, as part of the stack, of the new pass-through. */
function gained(ledger: Ledger, settlement: Settlement, weight: BigInt, stack: BigInt): BigInt {
  const ofSales = shareGained(ledger.settledSales, settlement.sales, weight, ONE);
  if (settlement.passed.equals(ledger.settledPassed)) return ofSales;
  return ofSales.plus(shareGained(ledger.settledPassed, settlement.passed, weight, stack));
}

function saveHop(settlement: Settlement, child: Bytes, parent: Ledger, own: BigInt, pass: BigInt): void {
  const hop = new SettlementHop(settlement.id.concat(parent.recipe));
  hop.settlement = settlement.id;
  hop.child = child;
  hop.parent = parent.recipe;
  hop.token = parent.token;
  hop.own = own;
  hop.pass = pass;
  hop.save();
}
