// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Dispute, ICurationDisputes} from "../interfaces/ICurationDisputes.sol";
import {AuditTerms, Curator} from "../interfaces/ICurationRolls.sol";
import {LotId} from "../types/Ids.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {BlockHistory} from "./BlockHistory.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {Electorate} from "./Electorate.sol";
import {SaltChain} from "./SaltChain.sol";
import {SeedBlock} from "./SeedBlock.sol";

/// @title DisputePanel
/// @notice The panel of a dispute: when it is called, drawn and over, and when its ballots are enough. One sits at a
/// time.
library DisputePanel {
    using BallotPoll for BallotPoll.Poll;
    using Electorate for Curator;
    using SaltChain for SaltChain.Chain;

    /// @dev Place of the challenger among those whom a poll keeps out.
    uint256 private constant _CHALLENGER = 2;

    /// @notice Calls a panel by the standings of `epoch`; the one before it must be over, by `timeOut` seconds.
    function summon(Dispute storage dispute, LotId lotId, uint40 seedBlock, uint256 timeOut, uint256 epoch) internal {
        (bool over, ) = timeOf(dispute, timeOut);
        if (dispute.clock != 0 && !over) revert ICurationDisputes.CurationPanelAlreadyCalled(lotId);
        dispute.seed = 0;
        dispute.clock = seedBlock;
        // casting to 'uint8' is safe because the rest of the epoch follows from when it is asked
        dispute.epoch = uint8(epoch);
    }

    /// @notice Refuses to replace a panel that nobody could draw because the salt of its seed block is withheld: who
    /// has the salts would call panels until one suits it. Another chain in the place of that one ends this.
    function requireDrawable(CurationBooks.Books storage books, LotId lotId) internal view {
        Dispute storage dispute = books.disputes[lotId];
        uint256 clock = dispute.clock;
        if (dispute.seed != 0 || !SeedBlock.isLost(clock) || clock == 0) return;
        uint256 span = clock / SeedBlock.SPAN;
        if (books.salts[span] != 0 || books.saltChain.isLost(books.salts, span)) return;
        revert ICurationAudits.CurationSaltNotRevealed(lotId, span);
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

    /// @notice Keeps the challenger out, unless fewer than three others would be left to judge: with three judges in
    /// all nobody could decide the challenge of one of them.
    /// @param poll without the producer and its delegate already.
    /// @param index of the challenger; zero: not a curator.
    function barChallenger(
        CurationBooks.Books storage books,
        BallotPoll.Poll memory poll,
        uint256 index
    ) internal view {
        // casting to 'uint16' is safe because each who is barred has 16 bits
        (uint256 producer, uint256 delegate) = (uint16(poll.barred), uint16(poll.barred >> 16));
        if (index == 0 || index == producer || index == delegate) return;
        (, uint256 judges) = Electorate.sumAt(books.sums, books.head, poll.epoch);
        uint256 barred = _standing(books, poll, index) + _standing(books, poll, producer);
        if (delegate != producer) barred += _standing(books, poll, delegate);
        if (judges >= BallotPoll.MIN_BALLOTS + barred) poll.bar(books.curators, _CHALLENGER, index);
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

    /// @dev How many of one curator have a standing: 1 or 0.
    function _standing(
        CurationBooks.Books storage books,
        BallotPoll.Poll memory poll,
        uint256 index
    ) private view returns (uint256) {
        return books.curators[index].standingAt(poll.epoch) == 0 ? 0 : 1;
    }
}
