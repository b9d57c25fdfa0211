import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  CallExecution,
  CallSchedule,
  OperationCancellation,
  OperationSalt,
  RoleChange,
  RoleMember,
  TimelockOperation,
} from "../generated/schema";
import {
  CallExecuted,
  CallSalt,
  CallScheduled,
  Cancelled,
  Initialized,
  MinDelayChange,
  RoleGranted,
  RoleRevoked,
} from "../generated/templates/StudioTimelock/StudioTimelock";
import { eventId } from "./helpers/ids";
import { saveInitialization } from "./helpers/initialization";
import { saveParameterChange } from "./helpers/parameters";
import { stamp } from "./helpers/stamp";
import { currentStudio, loadFramework, loadStudio } from "./helpers/studios";

export function handleStudioTimelockInitialized(event: Initialized): void {
  saveInitialization(event, event.params.version);
}

export function handleCallScheduled(event: CallScheduled): void {
  const operation = loadOperation(event, event.params.id);
  operation.predecessor = event.params.predecessor;
  operation.delay = event.params.delay;
  operation.readyAt = event.block.timestamp.plus(event.params.delay);
  operation.save();

  const call = new CallSchedule(eventId(event));
  stamp(call, event);
  call.operation = operation.id;
  call.index = event.params.index;
  call.target = event.params.target;
  call.value = event.params.value;
  call.data = event.params.data;
  call.predecessor = event.params.predecessor;
  call.delay = event.params.delay;
  call.save();
}

export function handleCallExecuted(event: CallExecuted): void {
  const operation = loadOperation(event, event.params.id);
  operation.executedAt = event.block.timestamp;
  operation.save();

  const call = new CallExecution(eventId(event));
  stamp(call, event);
  call.operation = operation.id;
  call.studio = operation.studio;
  call.index = event.params.index;
  call.target = event.params.target;
  call.value = event.params.value;
  call.data = event.params.data;
  call.save();
}

export function handleCallSalt(event: CallSalt): void {
  const operation = loadOperation(event, event.params.id);
  operation.salt = event.params.salt;
  operation.save();

  const salt = new OperationSalt(eventId(event));
  stamp(salt, event);
  salt.operation = operation.id;
  salt.salt = event.params.salt;
  salt.save();
}

export function handleCancelled(event: Cancelled): void {
  const operation = loadOperation(event, event.params.id);
  operation.canceledAt = event.block.timestamp;
  operation.save();

  const cancellation = new OperationCancellation(eventId(event));
  stamp(cancellation, event);
  cancellation.operation = operation.id;
  cancellation.save();
}

export function handleMinDelayChange(event: MinDelayChange): void {
  const framework = loadFramework(loadStudio(currentStudio()).governance);
  framework.minDelay = event.params.newDuration;
  framework.save();
  saveParameterChange(event, null, "MinDelay", event.params.oldDuration, event.params.newDuration);
}

export function handleRoleGranted(event: RoleGranted): void {
  saveRoleChange(event, event.params.role, event.params.account, event.params.sender, true);
}

export function handleRoleRevoked(event: RoleRevoked): void {
  saveRoleChange(event, event.params.role, event.params.account, event.params.sender, false);
}

function saveRoleChange(event: ethereum.Event, role: Bytes, account: Bytes, sender: Bytes, granted: boolean): void {
  const member = new RoleMember(event.address.concat(role).concat(account));
  member.studio = currentStudio();
  member.contract = event.address;
  member.role = role;
  member.account = account;
  member.active = granted;
  member.save();

  const change = new RoleChange(eventId(event));
  stamp(change, event);
  change.member = member.id;
  change.granted = granted;
  change.sender = sender;
  change.save();
}

/** Calls and salt of one batch arrive as separate events, the salt perhaps alone. */
function loadOperation(event: ethereum.Event, operationId: Bytes): TimelockOperation {
  const id = event.address.concat(operationId);
  const known = TimelockOperation.load(id);
  if (known) return known;
  const operation = new TimelockOperation(id);
  operation.studio = currentStudio();
  operation.operationId = operationId;
  operation.predecessor = Bytes.empty();
  operation.delay = BigInt.zero();
  operation.scheduledAt = event.block.timestamp;
  operation.readyAt = event.block.timestamp;
  return operation;
}
