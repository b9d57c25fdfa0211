// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Curator} from "../interfaces/ICurationRolls.sol";

/// @title Electorate
/// @notice What curators weigh in which epoch. A standing that is set in one epoch counts from the next one on, for
/// four epochs, and never changes afterwards: whoever judges a lot weighs what it weighed in the epoch of the commit.
/// @dev Sums are written up to the epoch after the present one whenever a standing is set; what was not written yet
/// follows from what is, so no draw waits for anybody.
library Electorate {
    /// @dev Seconds.
    uint256 internal constant EPOCH = 7 days;

    /// @dev Epochs for which a standing counts; then it is stale and weighs nothing.
    uint256 internal constant LIFE = 4;

    /// @dev Epochs between two standings of one curator, so that the three that are kept reach back four epochs.
    uint256 internal constant SPACING = 2;

    uint8 internal constant AGENT = 1;
    uint8 internal constant STRUCK_OFF = 2;

    /// @dev Flags of a curator from bit 2 on: epochs between its standings, 3 bits each, 0 for all that are larger.
    uint256 private constant _GAP = 2;
    uint256 private constant _EARLIER_GAP = 5;
    uint256 private constant _LARGEST_GAP = 7;

    /// @notice What a gate asks at every commit: one slot.
    struct Head {
        uint16 curators; // registered ever: indexes 1…curators
        uint16 epoch; // the last epoch whose sum is written
        uint16 terms; // newest version of the terms
        bool opened; // a lot was admitted: from then on standings count from the next epoch on
        uint32 charter; // newest version of the charter that was asked for
        address mandates; // that count the lots of agents
    }

    /// @notice Sum of the standings of one epoch, and what leaves it at its beginning: one slot.
    struct Sum {
        uint40 standing;
        uint16 curators;
        uint40 leavingStanding;
        uint16 leavingCurators;
    }

    /// @notice Number of the epoch at `time`, which is not before `created`; epoch 0 begins with the studio.
    function epochAt(uint256 time, uint256 created) internal pure returns (uint256) {
        return (time - created) / EPOCH;
    }

    /// @notice The newest epoch not after `present` with these low 8 bits.
    function unfold(uint8 low, uint256 present) internal pure returns (uint256) {
        // casting to 'uint8' is safe because only the distance modulo 256 is asked for; so may the subtraction wrap
        unchecked {
            return present - uint8(present - low);
        }
    }

    /// @notice Standing of a curator in `epoch`; zero if it is stale, not registered yet, struck off, or forgotten.
    function standingAt(Curator memory curator, uint256 epoch) internal pure returns (uint256) {
        if (curator.flags & STRUCK_OFF != 0) return 0;
        uint256 start = curator.epoch;
        if (epoch >= start) return epoch < start + LIFE ? curator.standing : 0;
        uint256 gap = (curator.flags >> _GAP) & _LARGEST_GAP;
        if (gap == 0) return 0;
        start -= gap;
        if (epoch >= start) return epoch < start + LIFE ? curator.previous : 0;
        gap = curator.flags >> _EARLIER_GAP;
        if (gap == 0) return 0;
        start -= gap;
        return epoch >= start && epoch < start + LIFE ? curator.earlier : 0;
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
        if (curators != 0) return (standing, curators);
        uint256 last = head.epoch;
        if (epoch <= last || epoch - last >= LIFE) return (standing, curators);
        (standing, curators) = (sums[last].standing, sums[last].curators);
        while (last < epoch) {
            ++last;
            standing -= sums[last].leavingStanding;
            curators -= sums[last].leavingCurators;
        }
    }

    /// @notice First epoch of a standing that is set in epoch `present`.
    function startOf(Head storage head, uint256 present) internal view returns (uint256) {
        return head.opened ? present + 1 : present;
    }

    /// @notice Whether a standing may be set that counts from `start` on: not so soon after the last one that one which
    /// a lot may still need would be forgotten. Before the first lot, and after no standing at all, it may be at once.
    function maySet(Head storage head, Curator memory curator, uint256 start) internal view returns (bool) {
        return !head.opened || curator.standing == 0 || start >= curator.epoch + SPACING;
    }

    /// @notice Sets the standing of a curator from the next epoch on, or from the present one until the first lot.
    /// @return start First epoch for which it counts.
    function set(
        mapping(uint256 epoch => Sum sum) storage sums,
        Head storage head,
        Curator storage curator,
        uint256 present,
        uint24 standing
    ) internal returns (uint16 start) {
        _roll(sums, head, present + 1);
        start = SafeCast.toUint16(startOf(head, present));
        Curator memory old = curator;
        if (old.standing != 0) _leave(sums, old, start, present + 1);
        if (standing != 0) _enter(sums, standing, start, present + 1);
        _remember(old, start);
        old.standing = standing;
        (curator.epoch, curator.standing, curator.previous) = (old.epoch, old.standing, old.previous);
        (curator.earlier, curator.flags) = (old.earlier, old.flags);
    }

    /// @dev Moves the newest standing back in the history; one that never counted is overwritten instead.
    function _remember(Curator memory curator, uint16 start) private pure {
        if (start == curator.epoch) return;
        uint256 gap = start - curator.epoch;
        if (gap > _LARGEST_GAP) gap = 0;
        uint256 earlierGap = (curator.flags >> _GAP) & _LARGEST_GAP;
        uint256 flags = curator.flags & (AGENT | STRUCK_OFF);
        // casting to 'uint8' is safe because both gaps have 3 bits
        curator.flags = uint8(flags | (gap << _GAP) | (earlierGap << _EARLIER_GAP));
        (curator.epoch, curator.previous, curator.earlier) = (start, curator.standing, curator.previous);
    }

    /// @dev Writes the sums up to `epoch`. Nothing lives longer than {LIFE}, so later ones are zero as they are.
    function _roll(mapping(uint256 epoch => Sum sum) storage sums, Head storage head, uint256 epoch) private {
        uint256 written = head.epoch;
        if (epoch <= written) return;
        uint256 last = Math.min(epoch, written + LIFE - 1);
        (uint40 standing, uint16 curators) = (sums[written].standing, sums[written].curators);
        for (uint256 e = written + 1; e <= last; ++e) {
            Sum storage sum = sums[e];
            standing -= sum.leavingStanding;
            curators -= sum.leavingCurators;
            (sum.standing, sum.curators) = (standing, curators);
        }
        head.epoch = SafeCast.toUint16(epoch);
    }

    /// @dev Takes the newest standing out of the epochs from `start` on, of which those up to `written` are written.
    function _leave(
        mapping(uint256 epoch => Sum sum) storage sums,
        Curator memory curator,
        uint256 start,
        uint256 written
    ) private {
        uint256 end = uint256(curator.epoch) + LIFE;
        for (uint256 e = start; e <= written && e < end; ++e) {
            sums[e].standing -= curator.standing;
            --sums[e].curators;
        }
        if (end <= written) return;
        sums[end].leavingStanding -= curator.standing;
        --sums[end].leavingCurators;
    }

    /// @dev Adds a standing to the epochs from `start` on.
    function _enter(
        mapping(uint256 epoch => Sum sum) storage sums,
        uint24 standing,
        uint256 start,
        uint256 written
    ) private {
        for (uint256 e = start; e <= written; ++e) {
            sums[e].standing += standing;
            ++sums[e].curators;
        }
        sums[start + LIFE].leavingStanding += standing;
        ++sums[start + LIFE].leavingCurators;
    }
}
