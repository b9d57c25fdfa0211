// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Curator} from "../interfaces/ICurationRolls.sol";

/// @title Electorate
/// @notice What curators weigh in which epoch. A standing that is set in one epoch counts from the next one on, for
/// four epochs, and the present and the next total are always written, so no draw waits for anybody.
library Electorate {
    /// @dev Seconds.
    uint256 internal constant EPOCH = 7 days;

    /// @dev Epochs for which a standing counts; then it is stale and weighs nothing.
    uint256 internal constant LIFE = 4;

    /// @notice What a gate asks at every commit: one slot.
    struct Head {
        uint16 curators; // registered ever: indexes 1…curators
        uint16 epoch; // the last epoch whose sum is written
        uint16 terms; // newest version of the terms
        bool opened; // a lot was admitted: from then on standings count from the next epoch on
        uint16 current; // curators with a standing in `epoch` − 1
        uint16 next; // curators with a standing in `epoch`
    }

    /// @notice Sum of the standings of one epoch, and what leaves it at its beginning: one slot.
    struct Sum {
        uint40 standing;
        uint16 curators;
        uint40 leavingStanding;
        uint16 leavingCurators;
    }

    /// @notice Number of the epoch at `time`; epoch 0 begins with the studio.
    function epochAt(uint256 time, uint256 created) internal pure returns (uint256) {
        return (time - created) / EPOCH;
    }

    /// @notice The newest epoch not after `present` with these low 8 bits.
    function unfold(uint8 low, uint256 present) internal pure returns (uint256) {
        return present - uint8(present - low);
    }

    /// @notice Standing of a curator in `epoch`; zero if it is stale, not registered yet, struck off, or forgotten.
    function standingAt(Curator memory curator, uint256 epoch) internal pure returns (uint256) {
        if (curator.flags & 2 != 0) return 0;
        if (epoch >= curator.epoch) return epoch - curator.epoch < LIFE ? curator.standing : 0;
        uint256 age = curator.epoch - epoch;
        if (age == 1) return curator.previous;
        return age == 2 ? curator.earlier : 0;
    }

    /// @notice Total standing of `epoch` and how many curators have one, whether or not anybody wrote it down yet.
    /// @dev A total without curators may not be written yet. Behind the last one that is, each follows from the one
    /// before and from what leaves at its beginning; after {LIFE} epochs nothing is left.
    function sumAt(
        mapping(uint256 epoch => Sum sum) storage sums,
        Head storage head,
        uint256 epoch
    ) internal view returns (uint256 standing, uint256 curators) {
        (standing, curators) = (sums[epoch].standing, sums[epoch].curators);
        uint256 last = head.epoch;
        if (curators != 0 || epoch <= last || epoch - last >= LIFE) return (standing, curators);
        (standing, curators) = (sums[last].standing, sums[last].curators);
        while (last < epoch) {
            ++last;
            standing -= sums[last].leavingStanding;
            curators -= sums[last].leavingCurators;
        }
    }
}
