// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {BitSlice, PLANES} from "./BitSlice.sol";

/// @title BallotTally
/// @notice What verified ballots say, lane by lane.
library BallotTally {
    using AuditBallots for bytes;
    using BitSlice for uint256[PLANES];

    /// @notice Both sides of one pair of words.
    struct Tally {
        uint256[PLANES] ok; // weight that calls a lane ok, bit-sliced
        uint256[PLANES] defect; // weight that calls a lane defective, bit-sliced
    }

    /// @notice Adds word number `word` of all ballots of a poll.
    /// @param poll counted by {BallotPoll-count}: the heaviest ballots stand first.
    function addWord(
        uint256[PLANES] memory planes,
        BallotPoll.Poll memory poll,
        bytes calldata ballots,
        uint256 word
    ) internal pure {
        uint256 end = ballots.length / poll.stride;
        uint256 shift;
        // from the lightest, who stand last, up; no byte counts more ballots than there are
        unchecked {
            for (uint256 weights = poll.weights; weights != 0; weights >>= 8) {
                uint256 count = weights & 0xff;
                end -= count;
                uint256 offset = ballots.offsetOf(end, poll.stride, word);
                if (count != 0) planes.addRun(BitSlice.Run(offset, poll.stride, count, shift));
                ++shift;
            }
        }
    }

    /// @notice Counts pair number `pair` of all ballots of a poll, whatever `tally` held before.
    function countPair(
        Tally memory tally,
        BallotPoll.Poll memory poll,
        bytes calldata ballots,
        uint256 pair
    ) internal pure {
        _clear(tally.ok);
        _clear(tally.defect);
        addWord(tally.ok, poll, ballots, 2 * pair);
        addWord(tally.defect, poll, ballots, 2 * pair + 1);
    }

    /// @notice Lanes where one side has at least `threshold`, and lanes that are bad: not strictly more weight calls
    /// them ok. Both include lanes beyond the sample.
    /// @param weight of all ballots.
    function judge(
        Tally memory tally,
        uint256 weight,
        uint256 threshold
    ) internal pure returns (uint256 covered, uint256 bad) {
        // no lane counts more than all ballots weigh, so the planes above are empty
        uint256 width = Math.log2(weight) + 1;
        covered = tally.ok.ge(threshold, width) | tally.defect.ge(threshold, width);
        bad = ~tally.ok.gt(tally.defect, width);
    }

    function _clear(uint256[PLANES] memory planes) private pure {
        // behind the end of the calldata there is nothing but zeros
        assembly ("memory-safe") {
            calldatacopy(planes, calldatasize(), mul(PLANES, 0x20))
        }
    }
}
