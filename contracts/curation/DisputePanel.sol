// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Dispute, ICurationDisputes} from "../interfaces/ICurationDisputes.sol";
import {AuditTerms} from "../interfaces/ICurationRolls.sol";
import {LotId} from "../types/Ids.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {BlockHistory} from "./BlockHistory.sol";
import {CurationBooks} from "./CurationBooks.sol";

/// @title DisputePanel
/// @notice The panel of a dispute: when it is called, drawn and over, and when its ballots are enough. One sits at a
/// time.
library DisputePanel {
    using BallotPoll for BallotPoll.Poll;

    /// @notice Calls a panel by the standings of `epoch`; the one before it must be over, by `timeOut` seconds.
    function summon(Dispute storage dispute, LotId lotId, uint40 seedBlock, uint256 timeOut, uint256 epoch) internal {
        (bool over, ) = timeOf(dispute, timeOut);
        if (dispute.clock != 0 && !over) revert ICurationDisputes.CurationPanelAlreadyCalled(lotId);
        dispute.seed = 0;
        dispute.clock = seedBlock;
        // casting to 'uint8' is safe because the rest of the epoch follows from when it is asked
        dispute.epoch = uint8(epoch);
    }

    /// @notice Notes what was drawn; ballots have `window` seconds.
    function draw(Dispute storage dispute, bytes16 seed, uint256 window) internal returns (uint40 deadline) {
        deadline = SafeCast.toUint40(block.timestamp + window);
        (dispute.seed, dispute.clock) = (seed, deadline);
    }

    /// @notice Whether the time of the panel is over, and its last moment: a block until it is drawn, then seconds. A
    /// panel that was not called has no time.
    function timeOf(Dispute storage dispute, uint256 timeOut) internal view returns (bool over, uint256 last) {
        uint256 clock = dispute.clock;
        if (clock == 0) return (false, 0);
        bool drawn = dispute.seed != 0;
        last = clock + (drawn ? timeOut : BlockHistory.WINDOW);
        over = (drawn ? block.timestamp : block.number) > last;
    }

    /// @notice Refuses ballots that are not a panel: too light, too few people, or, before the deadline, not all of
    /// those who are drawn.
    /// @param poll counted by {BallotPoll-count}.
    /// @param ballots how many they are.
    function requireComplete(
        CurationBooks.Books storage books,
        LotId lotId,
        BallotPoll.Poll memory poll,
        AuditTerms memory terms,
        uint256 ballots
    ) internal view {
        poll.requireQuorum(terms.quorum);
        if (poll.humans < terms.minHumanBallots) {
            revert ICurationAudits.CurationTooFewHumans(LotId.unwrap(lotId), poll.humans, terms.minHumanBallots);
        }
        uint40 deadline = books.disputes[lotId].clock;
        if (block.timestamp >= deadline) return;
        uint256 curators = books.head.curators;
        // more of them are not looked at one by one
        if (curators > BallotPoll.MAX_BALLOTS || poll.drawn(books.curators, curators) != ballots) {
            revert ICurationAudits.CurationBallotsOpen(lotId, block.timestamp, deadline);
        }
    }
}
