import { calibrateBrandKit } from "../brand/calibrateBrandKit.ts";
import type { CalibratedKit } from "../brand/kit.ts";
import { type CommittedBrandKit, readBrandKit } from "../brand/readBrandKit.ts";
import { decodeImage } from "../node/decodeImage.ts";
import type { Session } from "./session.ts";

/** A committed brand kit out of the content store, checked against the chain. */
export async function readKit(session: Session, lotId: bigint): Promise<CommittedBrandKit> {
  const { client, addresses, fromBlock } = await session.connect();
  return readBrandKit(client, { ...addresses, lotId, fromBlock, store: session.store() });
}

/** A kit that is ready to measure drift. */
export function calibrated(session: Session, kit: CommittedBrandKit): Promise<CalibratedKit> {
  return calibrateBrandKit(kit, { decode: decodeImage, signal: session.io.signal });
}
