import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Mandate, MandateAct } from "../generated/schema";
import { MandateBought, MandateCalled, MandatePaid } from "../generated/templates/AgentMandates/AgentMandates";
import { eventId } from "./helpers/ids";
import { actNumber, loadCall, loadMandate, loadPayee, loadWindow, spend } from "./helpers/mandates";
import { stamp } from "./helpers/stamp";

export function handleMandatePaid(event: MandatePaid): void {
  const mandate = loadMandate(event.params.mandateId);
  mandate.paid = mandate.paid.plus(event.params.amount);
  const act = newAct(event, mandate, "Paid", event.params.head);
  act.purpose = event.params.purpose;
  saveSpending(event, act, mandate, event.params.payee, event.params.amount);
}

export function handleMandateBought(event: MandateBought): void {
  const mandate = loadMandate(event.params.mandateId);
  mandate.bought = mandate.bought.plus(event.params.amount);
  const act = newAct(event, mandate, "Bought", event.params.head);
  act.purchaseId = event.params.purchaseId;
  act.offer = event.params.offerId;
  saveSpending(event, act, mandate, event.params.seller, event.params.amount);
}

export function handleMandateCalled(event: MandateCalled): void {
  const mandate = loadMandate(event.params.mandateId);
  const act = newAct(event, mandate, "Called", event.params.head);
  mandate.save();
  act.target = event.params.target;
  act.selector = event.params.selector;
  act.dataHash = event.params.dataHash;
  act.save();
  const call = loadCall(mandate.id, event.params.target, event.params.selector);
  call.count += 1;
  call.save();
}

/** An act that costs nothing; neither it nor the mandate, whose log it extends, is saved. */
function newAct(event: ethereum.Event, mandate: Mandate, kind: string, head: Bytes): MandateAct {
  mandate.head = head;
  mandate.actCount += 1;
  const act = new MandateAct(eventId(event));
  stamp(act, event);
  act.kind = kind;
  act.mandate = mandate.id;
  act.agent = mandate.agent;
  act.studio = mandate.studio;
  act.policy = mandate.policy;
  act.number = actNumber(head);
  act.head = head;
  act.amount = BigInt.zero();
  return act;
}

function saveSpending(event: ethereum.Event, act: MandateAct, mandate: Mandate, payee: Bytes, amount: BigInt): void {
  const token = mandate.token!;
  spend(mandate, amount, event.block.timestamp);
  mandate.save();

  const listed = loadPayee(mandate.id, payee);
  listed.paid = listed.paid.plus(amount);
  listed.save();
  const window = loadWindow(event.address, token);
  window.spent = window.spent.plus(amount);
  window.save();

  act.token = token;
  act.amount = amount;
  act.payee = payee;
  act.save();
}
