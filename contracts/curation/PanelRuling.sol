// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {BallotTally} from "./BallotTally.sol";
import {BitSlice, PLANES} from "./BitSlice.sol";

/// @title PanelRuling
/// @notice What the ballots of a panel decide about challenged assets, one by one.
library PanelRuling {
    using BallotPoll for BallotPoll.Poll;
    using BallotTally for BallotTally.Tally;
    using BitSlice for uint256[PLANES];

    /// @dev ppm of the expected weight that one side needs, and the other must not have.
    uint256 private constant _DECISIVE = 600_000;

    /// @notice Masks word by word, and how many assets they are.
    struct Ruling {
        uint256[] decided;
        uint256[] upheld; // decided and defective
        uint256[] undecided;
        uint256 decidedAssets;
        uint256 upheldAssets;
        uint256 undecidedAssets;
    }

    /// @notice Counts every word that waits to be decided.
    /// @param poll counted by {BallotPoll-count}.
    /// @param masks what waits; the ballots have a pair of words for each, also where nothing waits any more.
    function rule(
        BallotPoll.Poll memory poll,
        bytes calldata ballots,
        uint256[] calldata masks
    ) internal pure returns (Ruling memory ruling) {
        uint256 words = masks.length;
        (ruling.decided, ruling.upheld, ruling.undecided) = (
            new uint256[](words),
            new uint256[](words),
            new uint256[](words)
        );
        uint256 threshold = BallotPoll.shareOf(poll.expectedWeight(), _DECISIVE);
        // no lane counts more than all ballots weigh, so the planes above are empty
        uint256 width = Math.log2(poll.weight) + 1;
        BallotTally.Tally memory tally;
        for (uint256 word = 0; word < words; ++word) {
            if (masks[word] == 0) continue;
            tally.countPair(poll, ballots, word);
            uint256 defect = tally.defect.ge(threshold, width);
            uint256 decided = (tally.ok.ge(threshold, width) ^ defect) & masks[word];
            _note(ruling, word, masks[word], decided, decided & defect);
        }
    }

    /// @notice Decided assets that are ok.
    function cleared(Ruling memory ruling) internal pure returns (uint256[] memory masks) {
        uint256 words = ruling.decided.length;
        masks = new uint256[](words);
        for (uint256 word = 0; word < words; ++word) {
            masks[word] = ruling.decided[word] & ~ruling.upheld[word];
        }
    }

    function _note(Ruling memory ruling, uint256 word, uint256 mask, uint256 decided, uint256 upheld) private pure {
        uint256 undecided = mask & ~decided;
        (ruling.decided[word], ruling.upheld[word], ruling.undecided[word]) = (decided, upheld, undecided);
        ruling.decidedAssets += BitSlice.popcount(decided);
        ruling.upheldAssets += BitSlice.popcount(upheld);
        ruling.undecidedAssets += BitSlice.popcount(undecided);
    }
}
