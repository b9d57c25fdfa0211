// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {BitSlice, PLANES} from "./BitSlice.sol";

/// @title BallotTally
/// @notice What the ballots of one close say, lane by lane.
library BallotTally {
    using AuditBallots for bytes;
    using BitSlice for uint256[PLANES];

    /// @notice What was counted so far.
    struct Tally {
        uint256 weight; // of all ballots
        uint256 humans; // ballots whose curator is not flagged as an agent
        uint256[PLANES] ok; // weight that calls a lane ok, bit-sliced
        uint256[PLANES] defect; // weight that calls a lane defective, bit-sliced
    }

    /// @notice Adds ballots `first` to `end` − 1, each of the same weight, a power of two.
    function addRun(
        Tally memory tally,
        bytes calldata ballots,
        uint256 first,
        uint256 end,
        uint256 weight
    ) internal pure {
        if (first == end) return;
        BitSlice.Run memory run = BitSlice.Run({
            offset: ballots.offsetOf(first, AuditBallots.OK),
            stride: AuditBallots.STRIDE,
            count: end - first,
            shift: Math.log2(weight)
        });
        tally.ok.addRun(run);
        run.offset = ballots.offsetOf(first, AuditBallots.DEFECT);
        tally.defect.addRun(run);
    }

    /// @notice Lanes where one side has at least `threshold`, and lanes that are bad: not strictly more weight calls
    /// them ok. Both include lanes beyond the sample.
    function judge(Tally memory tally, uint256 threshold) internal pure returns (uint256 covered, uint256 bad) {
        // no lane counts more than all ballots weigh, so the planes above are empty
        uint256 width = Math.log2(tally.weight) + 1;
        covered = tally.ok.ge(threshold, width) | tally.defect.ge(threshold, width);
        bad = ~tally.ok.gt(tally.defect, width);
    }
}
