import { type Address, zeroAddress } from "viem";
import {
  ethicsBoardChamberOf,
  ethicsBoardClaimCount,
  ethicsBoardClaimTerms,
  ethicsBoardLiveSeats,
  ethicsBoardReviewCount,
  ethicsBoardSeatOf,
  ethicsBoardVetoesLeft,
} from "../../abi/items/ethicsBoard.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

/** A seat that has a holder, whether or not its term is over. */
export type BoardSeat = {
  /** 1 to 9. */
  seat: number;
  holder: Address;
  /** The holder votes on reviews opened after, unix seconds. */
  since: bigint;
  /** From then on the seat neither votes nor counts, unix seconds. */
  termEnd: bigint;
};

export declare namespace getBoard {
  type Parameters = On<"board"> & ReadOptions;
  type ReturnType = {
    seats: BoardSeat[];
    /** How many seats count now. */
    live: number;
    /** In the present 90 days. */
    vetoesLeft: { board: number; chamber: number };
    /** Who may veto from outside; undefined: nobody. */
    chamber: { address: Address; until: bigint } | undefined;
    /** What a claim costs. */
    claimTerms: { token: Address; bond: bigint };
    reviewCount: bigint;
    claimCount: bigint;
  };
  type ErrorType = ReadErrorType;
}

const seatCall = (address: Address, seat: number) =>
  ({ address, abi: [ethicsBoardSeatOf], functionName: "seatOf", args: [seat] }) as const;

/**
 * Reads the ethics board: its seats, limits and terms, in one round trip.
 *
 * @example
 * ```ts
 * const { seats, vetoesLeft } = await client.getBoard();
 * ```
 */
export async function getBoard(client: ActionClient, parameters: getBoard.Parameters): Promise<getBoard.ReturnType> {
  const address = addressIn("board", parameters);
  const [live, [board, chamber], [outside, until], [token, bond], reviewCount, claimCount, ...seats] = await readMany(
    client,
    [
      { address, abi: [ethicsBoardLiveSeats], functionName: "liveSeats" },
      { address, abi: [ethicsBoardVetoesLeft], functionName: "vetoesLeft" },
      { address, abi: [ethicsBoardChamberOf], functionName: "chamberOf" },
      { address, abi: [ethicsBoardClaimTerms], functionName: "claimTerms" },
      { address, abi: [ethicsBoardReviewCount], functionName: "reviewCount" },
      { address, abi: [ethicsBoardClaimCount], functionName: "claimCount" },
      seatCall(address, 1),
      seatCall(address, 2),
      seatCall(address, 3),
      seatCall(address, 4),
      seatCall(address, 5),
      seatCall(address, 6),
      seatCall(address, 7),
      seatCall(address, 8),
      seatCall(address, 9),
    ],
    parameters,
  );
  return {
    seats: seats
      .map(({ holder, since, termEnd }, place) => ({
        ...{ seat: place + 1, holder, since: BigInt(since), termEnd: BigInt(termEnd) },
      }))
      .filter(({ holder }) => holder !== zeroAddress),
    live: Number(live),
    vetoesLeft: { board: Number(board), chamber: Number(chamber) },
    chamber: outside === zeroAddress ? undefined : { address: outside, until: BigInt(until) },
    claimTerms: { token, bond },
    reviewCount,
    claimCount,
  };
}
