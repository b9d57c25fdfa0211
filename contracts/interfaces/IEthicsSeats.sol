// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A seat of the board: one slot.
struct BoardSeat {
    address holder; // zero: empty
    uint48 since; // seconds; the holder votes on reviews that were opened later
    uint48 termEnd; // seconds; from then on the seat neither votes nor counts
}

/// @title IEthicsSeats
/// @notice Who sits on a studio's ethics board. Seats are numbered 1…9; odd ones are cohort 1, even ones cohort 2.
/// A term lasts a year at most and ends by itself. Votes of the studio elect and remove; the board cannot veto that.
interface IEthicsSeats {
    /// @notice A seat has a holder. Who held it before, and still does, goes on without a break; anybody else begins in
    /// this block. The holder is no candidate any more.
    /// @param seat Number of the seat, 1…9
    /// @param holder Who holds it
    /// @param termEnd When the term ends, seconds
    event SeatGranted(uint8 indexed seat, address indexed holder, uint48 termEnd);

    /// @notice A board was made with its first holders: seat n is held by the n-th of them.
    /// @param holders First holders, from seat 1 on
    /// @param oddTermEnd When the terms of seats 1, 3, … end, seconds
    /// @param evenTermEnd When the terms of seats 2, 4, … end, seconds
    event FirstSeatsGranted(address[] holders, uint48 oddTermEnd, uint48 evenTermEnd);

    /// @notice A seat is empty before the end of its term, or its next holder begins in this very call.
    /// @param seat Number of the seat
    /// @param holder Who held it
    /// @param evidence Digest of the file that says why; zero if the holder resigned or another was elected
    event SeatVacated(uint8 indexed seat, address indexed holder, bytes32 evidence);

    /// @notice Somebody is ready to be elected in the next 90 days.
    /// @param candidate Who
    /// @param statement Digest of a file: who they are and what they stand for
    event CandidateStood(address indexed candidate, bytes32 statement);

    /// @notice The caller may not call this function.
    /// @param caller Who called
    error EthicsBoardUnauthorized(address caller);

    /// @notice Seats are numbered from 1 on.
    /// @param seat Number that was given
    /// @param max Highest number
    error EthicsBoardInvalidSeat(uint8 seat, uint8 max);

    /// @notice Somebody who is zero, holds another live seat, or has not stood as a candidate in the last 90 days.
    /// @param holder Who shall hold a seat
    error EthicsBoardInvalidHolder(address holder);

    /// @notice A statement is the digest of a file, and no file has digest zero.
    /// @param candidate Who stood without one
    error EthicsBoardEmptyStatement(address candidate);

    /// @notice Seats the first holders, cohort 1 for 182 days, cohort 2 for a year. Only StudioFactory, in the
    /// transaction that creates the clone.
    /// @param holders Unique, non-zero accounts for seats 1, 2, …; at most nine; none: a vote elects them
    function initialize(address[] calldata holders) external;

    /// @notice The caller is ready to be elected in the next 90 days.
    /// @param statement Digest of a file: who they are and what they stand for
    function stand(bytes32 statement) external;

    /// @notice Elects for 365 days. Only the studio's timelock. Who else held the seat leaves it.
    /// @param seat Number of the seat
    /// @param holder A candidate without another live seat, or the present holder, who goes on without a break
    function electSeat(uint8 seat, address holder) external;

    /// @notice Empties a seat. Only the studio's timelock. A seat that is empty by then stays so, which lets a vote
    /// remove and elect in one go whatever the holder does meanwhile.
    /// @param seat Number of the seat
    /// @param evidence Digest of the file that says why; may be zero
    function removeSeat(uint8 seat, bytes32 evidence) external;

    /// @notice Empties the caller's own seat.
    /// @param seat Number of the seat
    function resign(uint8 seat) external;

    /// @notice A seat as it is stored, whether or not its term is over.
    /// @param seat Number of the seat
    /// @return The seat
    function seatOf(uint8 seat) external view returns (BoardSeat memory);

    /// @notice Number of seats with a holder whose term is not over.
    /// @return live 0…9
    function liveSeats() external view returns (uint256 live);

    /// @notice The live seat of an account.
    /// @param account The account asked about
    /// @return seat Its number; zero: none
    function seatHeldBy(address account) external view returns (uint8 seat);

    /// @notice Until when somebody can be elected.
    /// @param candidate The account asked about
    /// @return Seconds; from then on no more; zero: never stood, or elected since
    function candidateUntil(address candidate) external view returns (uint48);
}
