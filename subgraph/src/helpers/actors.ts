import { Bytes } from "@graphprotocol/graph-ts";
import { Actor, Agent } from "../../generated/schema";

// Nothing is looked up first: the store keeps the row that it has, and to ask for an account that is new, as most are,
// would be a query each time.

/** Makes sure that the account can be referred to; returns its id. */
export function actor(account: Bytes): Bytes {
  new Actor(account).save();
  return account;
}

/** Records that the account is an AI agent; returns its id. */
export function agentActor(account: Bytes): Bytes {
  const agent = new Agent(account);
  agent.actor = actor(account);
  agent.save();
  return account;
}
