// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {BoardSeat, IEthicsSeats} from "../interfaces/IEthicsSeats.sol";

/// @title SeatBook
/// @notice Seats of a board by their numbers. A seat is live while it has a holder and its term is not over, so a term
/// ends without anybody's doing.
library SeatBook {
    /// @dev Seats are numbered from 1 on.
    uint8 internal constant MAX_SEATS = 9;

    uint256 private constant _TERM = 365 days;

    /// @dev First term of odd seats, so that the two cohorts never leave together.
    uint256 private constant _SHORT_TERM = 182 days;

    /// @notice Seats the first holders of a board, all with one event.
    function seatFirst(mapping(uint256 number => BoardSeat seat) storage seats, address[] memory holders) internal {
        if (holders.length > MAX_SEATS) revert IEthicsSeats.EthicsBoardInvalidSeat(MAX_SEATS + 1, MAX_SEATS);
        uint48 time = SafeCast.toUint48(block.timestamp);
        (uint48 oddEnd, uint48 evenEnd) = (_termEnd(_SHORT_TERM), _termEnd(_TERM));
        uint256 seen;
        for (uint256 i = 0; i < holders.length; ++i) {
            address holder = holders[i];
            // who shares the last byte with nobody before is nobody before
            uint256 bit = 1 << (uint160(holder) & 0xff);
            if (holder == address(0) || (seen & bit != 0 && _isAmong(holders, i, holder))) {
                revert IEthicsSeats.EthicsBoardInvalidHolder(holder);
            }
            seen |= bit;
            _write(seats[i + 1], holder, time, i % 2 == 0 ? oddEnd : evenEnd);
        }
        if (holders.length != 0) emit IEthicsSeats.FirstSeatsGranted(holders, oddEnd, evenEnd);
    }

    /// @notice Seats somebody for a year. Who sits there already goes on without a break; anybody else begins now.
    function seat(mapping(uint256 number => BoardSeat seat) storage seats, uint8 number, address holder) internal {
        BoardSeat memory old = seats[number];
        bool live = isLive(old);
        uint48 since = live && old.holder == holder ? old.since : SafeCast.toUint48(block.timestamp);
        if (live && old.holder != holder) emit IEthicsSeats.SeatVacated(number, old.holder, 0);
        _seat(seats, number, holder, since, _TERM);
    }

    /// @notice Empties a seat, if it is live.
    function vacate(mapping(uint256 number => BoardSeat seat) storage seats, uint8 number, bytes32 evidence) internal {
        BoardSeat memory old = seats[number];
        if (!isLive(old)) return;
        delete seats[number];
        emit IEthicsSeats.SeatVacated(number, old.holder, evidence);
    }

    /// @notice Live seats of `among`, and how many seats are live at all.
    /// @param among bit n: seat n is looked at
    /// @param before seconds; only holders since before then are counted in `kept`
    /// @return kept those of `among` whose holder was seated before then
    /// @return live number of all live seats
    function count(
        mapping(uint256 number => BoardSeat seat) storage seats,
        uint16 among,
        uint48 before
    ) internal view returns (uint16 kept, uint256 live) {
        for (uint8 number = 1; number <= MAX_SEATS; ++number) {
            BoardSeat memory found = seats[number];
            if (!isLive(found)) continue;
            ++live;
            uint16 bit = bitOf(number);
            if (among & bit != 0 && found.since < before) kept |= bit;
        }
    }

    /// @notice The live seat that an account holds; zero: none.
    function heldBy(
        mapping(uint256 number => BoardSeat seat) storage seats,
        address account
    ) internal view returns (uint8) {
        for (uint8 number = 1; number <= MAX_SEATS; ++number) {
            BoardSeat memory found = seats[number];
            if (found.holder == account && isLive(found)) return number;
        }
        return 0;
    }

    /// @notice Whether a seat has a holder whose term is not over.
    function isLive(BoardSeat memory found) internal view returns (bool) {
        return found.holder != address(0) && block.timestamp < found.termEnd;
    }

    /// @notice The bit that stands for a seat.
    function bitOf(uint8 number) internal pure returns (uint16) {
        return uint16(1) << number;
    }

    function _seat(
        mapping(uint256 number => BoardSeat seat) storage seats,
        uint8 number,
        address holder,
        uint48 since,
        uint256 term
    ) private {
        uint48 termEnd = _termEnd(term);
        _write(seats[number], holder, since, termEnd);
        emit IEthicsSeats.SeatGranted(number, holder, termEnd);
    }

    /// @dev The compiler would write the slot field by field.
    function _write(BoardSeat storage stored, address holder, uint48 since, uint48 termEnd) private {
        uint256 word = uint256(uint160(holder)) | (uint256(since) << 160) | (uint256(termEnd) << 208);
        assembly ("memory-safe") {
            sstore(stored.slot, word)
        }
    }

    function _termEnd(uint256 term) private view returns (uint48) {
        return SafeCast.toUint48(block.timestamp + term);
    }

    function _isAmong(address[] memory holders, uint256 first, address holder) private pure returns (bool) {
        for (uint256 i = 0; i < first; ++i) {
            if (holders[i] == holder) return true;
        }
        return false;
    }
}
