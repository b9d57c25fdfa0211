// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Curator} from "../interfaces/ICurationRolls.sol";
import {ONE} from "../types/Constants.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {Electorate} from "./Electorate.sol";
import {Sortition} from "./Sortition.sol";

/// @title BallotPoll
/// @notice Whose ballots count on one subject, and with what weight: audits, adjudications and slates alike.
/// @dev Make a poll with {ask}, keep out whom it concerns with {bar}, say whether `agents` judge and how wide it is
/// drawn, and with {name} what is signed; then {count} the ballots. After that `weights` says what each of them weighs.
library BallotPoll {
    using AuditBallots for bytes;
    using Electorate for Curator;

    uint256 internal constant MIN_BALLOTS = 3;
    uint256 internal constant MAX_BALLOTS = 255;

    /// @dev Weights are powers of two up to 2¹²: no panel weighs more than 2,048, and each curator at most the double.
    uint256 internal constant SHIFTS = 13;

    /// @notice One subject's panel, and what was counted of it.
    struct Poll {
        bytes32 domainSeparator;
        AuditBallots.Fields fields; // what all ballots name
        uint256 stride; // bytes of a ballot
        uint256 epoch; // whose standings count
        uint256 standing; // of all curators
        uint256 judging; // of those who are not barred
        uint256 panel; // expected weight of all curators
        uint256 factor; // weight per unit of standing, fixed-point
        uint256 widening; // 0…2
        uint256 barred; // 16 bits each: index of the producer, of its delegate, of the challenger; zero: none
        bool agents; // whether they may judge
        uint256 cursor; // order of the last ballot: weight falling, then index rising
        uint256 weight; // of the ballots so far
        uint256 humans; // ballots so far whose curator is not flagged as an agent
        uint256 weights; // byte k: how many of the ballots so far weigh 2ᵏ
    }

    /// @notice A panel of expected weight `panel`, or what fits fewer curators, by the standings of `epoch`.
    function ask(
        uint256 panel,
        uint256 epoch,
        uint256 standing,
        uint256 curators
    ) internal pure returns (Poll memory poll) {
        begin(poll, panel, epoch, standing, curators);
    }

    /// @notice The same for a poll that has its place in memory.
    function begin(Poll memory poll, uint256 panel, uint256 epoch, uint256 standing, uint256 curators) internal pure {
        poll.epoch = epoch;
        (poll.standing, poll.judging) = (standing, standing);
        poll.panel = Sortition.panelOf(panel, curators);
        if (standing != 0) poll.factor = Sortition.factorOf(poll.panel, standing);
    }

    /// @notice Keeps a curator out: 0 as the producer, 1 as its delegate, 2 as the challenger. Zero is nobody.
    function bar(
        Poll memory poll,
        mapping(uint256 index => Curator curator) storage curators,
        uint256 role,
        uint256 index
    ) internal view {
        if (index == 0) return;
        if (!_isBarred(poll, index)) poll.judging -= curators[index].standingAt(poll.epoch);
        poll.barred |= index << (16 * role);
    }

    /// @notice Says what the ballots are on, and in how many words.
    function name(
        Poll memory poll,
        bytes32 domainSeparator,
        AuditBallots.Fields memory fields,
        uint256 words
    ) internal pure {
        poll.domainSeparator = domainSeparator;
        poll.fields = fields;
        poll.stride = AuditBallots.strideOf(words);
    }

    /// @notice What the panel weighs on average without those who are barred; never widened.
    function expectedWeight(Poll memory poll) internal pure returns (uint256) {
        return poll.standing == 0 ? 0 : (poll.panel * poll.judging) / poll.standing;
    }

    /// @notice What a curator weighs; zero: not asked.
    function weightOf(Poll memory poll, Curator memory curator, uint256 index) internal pure returns (uint256) {
        bool mute = curator.flags & Electorate.AGENT != 0 && !poll.agents;
        return mute || _isBarred(poll, index) ? 0 : _draw(poll, curator, index);
    }

    /// @notice Verifies all ballots: signed by the key that the curator has now, drawn, heaviest first.
    function count(
        Poll memory poll,
        mapping(uint256 index => Curator curator) storage curators,
        bytes calldata ballots
    ) internal view {
        uint256 total = ballots.count(poll.stride);
        uint256 subject = poll.fields.subject;
        if (total < MIN_BALLOTS) revert ICurationAudits.CurationTooFewBallots(subject, total, MIN_BALLOTS);
        if (total > MAX_BALLOTS) revert ICurationAudits.CurationTooManyBallots(subject, total, MAX_BALLOTS);
        AuditBallots.Ballot memory ballot;
        bool pairs = poll.fields.kind != AuditBallots.SLATE;
        // at most 255 ballots
        unchecked {
            for (uint256 i = 0; i < total; ++i) {
                ballots.read(i, poll.stride, pairs, ballot);
                _add(poll, curators[ballot.index], ballot);
            }
        }
    }

    /// @notice What the curator of one verified ballot weighs; zero if it is not drawn. Everything else is refused.
    function check(
        Poll memory poll,
        Curator memory curator,
        AuditBallots.Ballot memory ballot
    ) internal pure returns (uint256 weight) {
        uint16 index = ballot.index;
        if (curator.key == address(0)) revert ICurationAudits.CurationUnknownCurator(index);
        if (index == _barredAs(poll, 0)) revert ICurationAudits.CurationOwnLot(index);
        if (index == _barredAs(poll, 1)) revert ICurationAudits.CurationDelegateOfProducer(index);
        if (index == _barredAs(poll, 2)) revert ICurationAudits.CurationOwnChallenge(index);
        if (curator.flags != 0) _requireGoodStanding(poll, curator, index);
        weight = _draw(poll, curator, index);
        _requireSigned(poll, ballot, curator.key);
    }

    /// @notice Refuses a weight below `quorum` ppm of the expected one.
    function requireQuorum(Poll memory poll, uint256 quorum) internal pure {
        uint256 needed = shareOf(expectedWeight(poll), quorum);
        if (poll.weight < needed) revert ICurationAudits.CurationNoQuorum(poll.fields.subject, poll.weight, needed);
    }

    /// @notice `share` ppm of `weight`, rounded up.
    function shareOf(uint256 weight, uint256 share) internal pure returns (uint256) {
        return Math.ceilDiv(weight * share, ONE);
    }

    /// @notice Weight of ballot number `i` of those that `weights` counted.
    function weightAt(uint256 weights, uint256 i) internal pure returns (uint256) {
        for (uint256 shift = SHIFTS; shift != 0;) {
            --shift;
            uint256 ballots = ballotsAt(weights, shift);
            if (i < ballots) return 1 << shift;
            i -= ballots;
        }
        return 0;
    }

    /// @notice How many ballots weigh 2^shift.
    function ballotsAt(uint256 weights, uint256 shift) internal pure returns (uint256) {
        return (weights >> (8 * shift)) & 0xff;
    }

    /// @notice How wide a panel is drawn now: its sleepers are replaced from the ballot deadline on, and once more.
    function wideningAt(uint256 deadline, uint256 timeOut) internal view returns (uint256) {
        if (block.timestamp < deadline) return 0;
        return block.timestamp < deadline + timeOut / 2 ? 1 : 2;
    }

    /// @notice How many curators of 1…`last` are drawn: bounded by the caller.
    function drawn(
        Poll memory poll,
        mapping(uint256 index => Curator curator) storage curators,
        uint256 last
    ) internal view returns (uint256 total) {
        for (uint256 index = 1; index <= last; ++index) {
            if (weightOf(poll, curators[index], index) != 0) ++total;
        }
    }

    /// @dev Most curators have nothing about them that {check} would have to look at.
    function _add(Poll memory poll, Curator storage curator, AuditBallots.Ballot memory ballot) private view {
        uint256 index = ballot.index;
        uint256 word = _wordOf(curator);
        uint256 weight;
        if (_isPlain(poll, word, index)) {
            weight = Sortition.weightOf(poll.fields.seed, index, uint24(word >> 176), poll.factor, poll.widening);
            // casting to 'uint160' is safe because the low bits of the slot are the key by definition
            _requireSigned(poll, ballot, address(uint160(word)));
        } else {
            weight = check(poll, curator, ballot);
        }
        if (weight == 0) revert ICurationAudits.CurationNotDrawn(ballot.index, uint8(poll.widening));
        // at most 255 ballots of at most 2¹²: a byte counts those of one weight, and 20 bits add them all up
        unchecked {
            uint256 cursor = ((type(uint16).max - weight) << 16) | index;
            if (cursor <= poll.cursor) revert ICurationAudits.CurationUnsortedBallots(ballot.index);
            poll.cursor = cursor;
            poll.weight += weight;
            if ((word >> 248) & Electorate.AGENT == 0) ++poll.humans;
            poll.weights += 1 << (8 * _log2(weight));
        }
    }

    /// @dev The slot of a curator: key 160, epoch 16, standing 24, previous 24, earlier 24, flags 8.
    function _wordOf(Curator storage curator) private view returns (uint256 word) {
        assembly ("memory-safe") {
            word := sload(curator.slot)
        }
    }

    /// @dev Whether a curator is a person who may judge this, by its newest standing.
    function _isPlain(Poll memory poll, uint256 word, uint256 index) private pure returns (bool) {
        // a later epoch than the poll's wraps around to a large number
        unchecked {
            if (poll.epoch - uint16(word >> 160) >= Electorate.LIFE) return false;
        }
        bool marked = (word >> 248) & (Electorate.AGENT | Electorate.STRUCK_OFF) != 0;
        return !marked && uint160(word) != 0 && !_isBarred(poll, index);
    }

    function _requireSigned(Poll memory poll, AuditBallots.Ballot memory ballot, address key) private pure {
        uint16 index = ballot.index;
        if (ballot.both != 0) revert ICurationAudits.CurationContradictoryBallot(index, ballot.both);
        bytes32 structHash = AuditBallots.hashStruct(poll.fields, ballot.words);
        bytes32 digest = MessageHashUtils.toTypedDataHash(poll.domainSeparator, structHash);
        (address signer, , ) = ECDSA.tryRecover(digest, ballot.r, ballot.vs);
        if (signer != key) revert ICurationAudits.CurationWrongSigner(index, signer, key);
    }

    function _requireGoodStanding(Poll memory poll, Curator memory curator, uint16 index) private pure {
        if (curator.flags & Electorate.STRUCK_OFF != 0) revert ICurationAudits.CurationStruckOff(index);
        if (curator.flags & Electorate.AGENT != 0 && !poll.agents) revert ICurationAudits.CurationAgentBallot(index);
    }

    function _draw(Poll memory poll, Curator memory curator, uint256 index) private pure returns (uint256) {
        uint256 standing = curator.standingAt(poll.epoch);
        if (standing == 0) return 0;
        return Sortition.weightOf(poll.fields.seed, index, standing, poll.factor, poll.widening);
    }

    function _isBarred(Poll memory poll, uint256 index) private pure returns (bool) {
        uint256 barred = poll.barred;
        return index == uint16(barred) || index == uint16(barred >> 16) || index == barred >> 32;
    }

    function _barredAs(Poll memory poll, uint256 role) private pure returns (uint256) {
        return uint16(poll.barred >> (16 * role));
    }

    /// @dev Of a power of two.
    function _log2(uint256 weight) private pure returns (uint256 shift) {
        while (weight > 1) {
            weight >>= 1;
            ++shift;
        }
    }
}
