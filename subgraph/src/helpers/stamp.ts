import { Entity, ethereum, Value } from "@graphprotocol/graph-ts";

/** Fills the fields of `AuditEvent`. */
export function stamp(entity: Entity, event: ethereum.Event): void {
  entity.setBigInt("block", event.block.number);
  entity.setBigInt("timestamp", event.block.timestamp);
  entity.setBytes("txHash", event.transaction.hash);
  entity.set("logIndex", Value.fromI32(event.logIndex.toI32()));
  entity.setBytes("emitter", event.address);
}
