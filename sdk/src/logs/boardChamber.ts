import type { Address, Hash, Hex } from "viem";
import { isAddressEqual, zeroAddress } from "viem";
import { ethicsBoardChamberAppointedEvent, ethicsBoardChamberVetoedEvent } from "../abi/items/ethicsBoard.ts";
import type { EventArgs } from "../actions/internal/types.ts";
import { type Difference, differ } from "./difference.ts";

/** Who was the chamber, and from when to when. */
export type ReplayedChamber = {
  chamber: Address;
  /** Unix seconds. */
  from: bigint;
  /** Unix seconds: of its term, or of the end of it before that. */
  until: bigint;
};

/** A veto of the chamber. */
export type ReplayedChamberVeto = {
  chamber: Address;
  reasonCode: Hex;
  evidence: Hex;
  /** Unix seconds. */
  at: bigint;
  transactionHash: Hash;
  /** The proposals that it ended. */
  proposals: bigint[];
};

/** Events of the chamber. */
export const CHAMBER_EVENTS = [ethicsBoardChamberAppointedEvent, ethicsBoardChamberVetoedEvent] as const;

/** Follows a board's chamber, and notes vetoes of who was not it. */
export class ChamberReplay {
  readonly chambers: ReplayedChamber[] = [];
  readonly vetoes: ReplayedChamberVeto[] = [];
  readonly differences: Difference[] = [];

  /** Who is the chamber at a time. */
  at(now: bigint): ReplayedChamber | undefined {
    const last = this.chambers.at(-1);
    return last !== undefined && now < last.until ? last : undefined;
  }

  appointed({ oldChamber, chamber, until }: EventArgs<typeof ethicsBoardChamberAppointedEvent>, now: bigint): void {
    const old = this.at(now);
    this.differences.push(...differ("chamber", { before: oldChamber }, { before: old?.chamber ?? zeroAddress }));
    if (old !== undefined) old.until = now;
    if (chamber !== zeroAddress) this.chambers.push({ chamber, from: now, until: BigInt(until) });
  }

  vetoed(told: EventArgs<typeof ethicsBoardChamberVetoedEvent>, now: bigint, transactionHash: Hash): void {
    const chamber = this.at(now);
    const entitled = chamber !== undefined && isAddressEqual(chamber.chamber, told.chamber);
    this.differences.push(...differ(`veto of ${told.chamber}`, { entitled: true }, { entitled }));
    this.vetoes.push({ ...told, at: now, transactionHash, proposals: [] });
  }
}
