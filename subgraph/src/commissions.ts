import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  Commission,
  CommissionOpening,
  Milestone,
  MilestoneDelivery,
  MilestonePayment,
  MilestoneReturn,
  RestReturn,
} from "../generated/schema";
import {
  CommissionOpened,
  MilestoneDelivered,
  MilestonePaid,
  MilestoneReturned,
  RestReturned,
} from "../generated/templates/Commissions/Commissions";
import { actor } from "./helpers/actors";
import { bigEndianOf, eventId, lotKey } from "./helpers/ids";
import { studioOf } from "./helpers/modules";
import { loadToken } from "./helpers/money";
import { potKey } from "./helpers/pots";
import { stamp } from "./helpers/stamp";

const NONE = BigInt.zero();

export function handleCommissionOpened(event: CommissionOpened): void {
  const id = event.params.commissionId;
  const input = event.params.input;
  const token = loadToken(input.token);
  token.save();
  const commission = new Commission(id);
  commission.studio = studioOf(event.address);
  commission.module = event.address;
  commission.token = token.id;
  commission.pot = potKey(event.address, id, token.id);
  commission.total = saveMilestones(event);
  commission.paid = NONE;
  commission.returned = NONE;
  commission.rest = NONE;
  commission.salt = input.salt;
  commission.openedAt = event.block.timestamp;
  commission.milestoneCount = input.milestones.length;
  commission.save();

  const opening = new CommissionOpening(eventId(event));
  stamp(opening, event);
  opening.commission = id;
  opening.save();
}

/** Returns the sum of the rewards. */
function saveMilestones(event: CommissionOpened): BigInt {
  let total = NONE;
  for (let i = 0; i < event.params.input.milestones.length; i++) {
    const input = event.params.input.milestones[i];
    const milestone = new Milestone(milestoneKey(event.params.commissionId, i));
    milestone.commission = event.params.commissionId;
    milestone.position = i;
    milestone.assignee = actor(input.assignee);
    milestone.reward = input.reward;
    milestone.deadline = input.deadline;
    milestone.dependsOn = input.dependsOn;
    milestone.brief = input.brief;
    milestone.status = "Open";
    milestone.save();
    total = total.plus(input.reward);
  }
  return total;
}

export function handleMilestoneDelivered(event: MilestoneDelivered): void {
  const milestone = new Milestone(milestoneKey(event.params.commissionId, event.params.milestone));
  milestone.lot = lotKey(event.params.lotId);
  milestone.save();

  const delivery = new MilestoneDelivery(eventId(event));
  stamp(delivery, event);
  delivery.milestone = milestone.id;
  delivery.lot = lotKey(event.params.lotId);
  delivery.save();
}

export function handleMilestonePaid(event: MilestonePaid): void {
  const id = event.params.commissionId;
  const milestone = resolve(id, event.params.milestone, "Paid", event.block.timestamp);
  const commission = Commission.load(id)!;
  commission.paid = commission.paid.plus(event.params.amount);
  commission.save();

  const payment = new MilestonePayment(eventId(event));
  stamp(payment, event);
  payment.milestone = milestone;
  payment.assignee = actor(event.params.assignee);
  payment.amount = event.params.amount;
  payment.save();
}

export function handleMilestoneReturned(event: MilestoneReturned): void {
  const id = event.params.commissionId;
  const milestone = resolve(id, event.params.milestone, "Returned", event.block.timestamp);
  const commission = Commission.load(id)!;
  commission.returned = commission.returned.plus(event.params.amount);
  commission.save();

  const back = new MilestoneReturn(eventId(event));
  stamp(back, event);
  back.milestone = milestone;
  back.amount = event.params.amount;
  back.save();
}

export function handleRestReturned(event: RestReturned): void {
  const commission = Commission.load(event.params.commissionId)!;
  if (commission.token == event.params.token) {
    commission.rest = commission.rest.plus(event.params.amount);
    commission.save();
  }

  const rest = new RestReturn(eventId(event));
  stamp(rest, event);
  rest.commission = commission.id;
  rest.token = event.params.token;
  rest.amount = event.params.amount;
  rest.save();
}

/** Says where the milestone stands now; returns its id. */
function resolve(commission: Bytes, position: i32, status: string, now: BigInt): Bytes {
  const milestone = new Milestone(milestoneKey(commission, position));
  milestone.status = status;
  milestone.resolvedAt = now;
  milestone.save();
  return milestone.id;
}

function milestoneKey(commission: Bytes, position: i32): Bytes {
  return commission.concat(bigEndianOf(position, 1));
}
