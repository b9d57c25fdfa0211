import { Bytes } from "@graphprotocol/graph-ts";
import { Actor } from "../../generated/schema";

/** Makes sure that the account can be referred to; returns its id. */
export function actor(account: Bytes): Bytes {
  if (Actor.load(account) == null) saveActor(account, false);
  return account;
}

/** Records that the account is an AI agent; returns its id. */
export function agentActor(account: Bytes): Bytes {
  saveActor(account, true);
  return account;
}

function saveActor(account: Bytes, agent: boolean): void {
  const entity = new Actor(account);
  entity.agent = agent;
  entity.save();
}
