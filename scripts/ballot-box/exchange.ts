import type { BallotBox } from "./box.ts";
import { Refusal } from "./refusal.ts";
import { PAGE } from "./server.ts";
import { type BallotJson, fromJson } from "./wire.ts";

/** Milliseconds that a peer gets for an answer. */
const PATIENCE = 10_000;

interface PeerBallot {
  serial: number;
  ballot: BallotJson;
}

/**
 * Pulls what a peer has and this box lacks; returns how many ballots were new. A peer is trusted with nothing: its
 * ballots are checked like everybody's, those that do not count are passed over, and two of one curator become
 * evidence here as well. The gate has to be fresh, or ballots of a poll that is not known yet would be passed over too.
 */
export async function pullFrom(box: BallotBox, peer: string, token: string): Promise<number> {
  let stored = 0;
  for (;;) {
    const page = await fetchPage(peer, token, box.store.seenOf(peer));
    for (const { serial, ballot } of page) {
      if (await takes(box, ballot)) stored += 1;
      box.store.setSeen(peer, serial);
    }
    if (page.length < PAGE) return stored;
  }
}

async function takes(box: BallotBox, ballot: BallotJson): Promise<boolean> {
  try {
    await box.submit(fromJson(ballot));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function fetchPage(peer: string, token: string, after: number): Promise<PeerBallot[]> {
  const response = await fetch(`${peer.replace(/\/+$/, "")}/v1/ballots?after=${after}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`${peer} answered ${response.status}`);
  const page = (await response.json()) as PeerBallot[];
  const rises = page.every(({ serial }, place) => serial > (page[place - 1]?.serial ?? after));
  if (!Array.isArray(page) || !rises) throw new Error(`${peer} answers in no order`);
  return page;
}
