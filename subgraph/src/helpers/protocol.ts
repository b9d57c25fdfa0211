import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Protocol } from "../../generated/schema";

const PROTOCOL_ID = Bytes.fromHexString("0x00");

/** The totals over all studios. */
export function loadProtocol(): Protocol {
  const known = Protocol.load(PROTOCOL_ID);
  if (known) return known;
  const protocol = new Protocol(PROTOCOL_ID);
  protocol.studios = 0;
  protocol.recipes = 0;
  protocol.lots = 0;
  protocol.assets = BigInt.zero();
  protocol.minted = 0;
  protocol.offers = 0;
  protocol.purchases = 0;
  return protocol;
}
