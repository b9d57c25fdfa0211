// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotStatus} from "../../contracts/interfaces/IAssetRegistry.sol";
import {Audit, Outcome} from "../../contracts/interfaces/ICurationAudits.sol";
import {LotId} from "../../contracts/types/Ids.sol";
import {Vm} from "../helpers/SolidityTest.sol";
import {PanelFixture} from "./PanelFixture.sol";

/// @notice Relayers choose which ballots to show; one honest relayer is enough to undo that.
contract FinalVerdictTest is PanelFixture {
    struct Vote {
        bool signed;
        uint256 ok;
        uint256 defect;
    }

    /// @dev What a naive count of all signed ballots says.
    struct Naive {
        uint256 weight;
        bool decided;
        bool accepted;
        uint256 bad;
    }

    uint256 private constant MAX_COUNT = 2_048;
    uint256 private constant QUORUM = 8;

    uint256 private _entropy;

    /// @dev What the present verdict decided.
    Outcome private _present;

    function setUp() external {
        openPanel();
    }

    /// @notice Whatever subsets were shown before, once all signed ballots are shown the verdict is their naive tally.
    function testFuzz_FinalVerdictIsNaiveTally(uint256 seed, uint32 count, uint8 attempts) external {
        _entropy = seed;
        count = uint32(bound(count, 1, MAX_COUNT));
        LotId lotId = openAudit(1, count, keccak256(abi.encode(seed)));
        Vote[] memory votes = _draw(count);
        Naive memory naive = _countNaively(votes, count);
        vm.warp(curation.auditOf(lotId, 0).clock);

        for (uint256 i = bound(attempts, 0, 3); i != 0; --i) {
            _close(lotId, _someOf(votes, naive.weight));
            _waitWithinWindow(lotId);
        }
        bool replaced = _close(lotId, votes);

        Audit memory audit = curation.auditOf(lotId, 0);
        assertTrue(replaced || !naive.decided || audit.weight == naive.weight, "the honest close was refused");
        assertTrue((audit.weight != 0) == naive.decided, "decided");
        LotStatus status = naive.accepted ? LotStatus.Accepted : LotStatus.Rejected;
        if (!naive.decided) status = LotStatus.Pending;
        assertEq(uint256(registry.lotOf(lotId).status), uint256(status), "status");
        _checkMasks(lotId, count, naive);
    }

    function _checkMasks(LotId lotId, uint32 count, Naive memory naive) private view {
        uint256[] memory masks = new uint256[](MAX_COUNT / 256);
        uint24[] memory sample = curation.sampleOf(lotId, seeds[lotId]);
        for (uint256 lane = 0; lane < sample.length; ++lane) {
            bool blocked = naive.accepted && (naive.bad >> lane) & 1 != 0;
            if (blocked) masks[sample[lane] >> 8] |= 1 << (sample[lane] & 0xff);
        }
        for (uint16 word = 0; word * 256 < count; ++word) {
            assertEq(registry.blockedWord(lotId, word), masks[word], "mask");
        }
    }

    /// @dev Curators that mostly agree on a few defects, or waver about them, so that subsets decide otherwise; some
    /// sleep, some see nothing, some abstain on a lane.
    function _draw(uint256 count) private returns (Vote[] memory votes) {
        votes = new Vote[](CURATORS);
        uint256 sleepiness = _random(4);
        uint256 truth = _lanes(_random(4) == 0 ? count / 3 : 4);
        bool wavers = _random(3) != 0;
        for (uint256 i = 0; i < CURATORS; ++i) {
            votes[i].signed = _random(10) >= sleepiness;
            uint256 seen =
                wavers
                    ? truth & _random(0)
                    : _random(4) == 0
                        ? 0
                        : truth;
            votes[i].defect = _random(8) == 0 ? seen ^ _lanes(2) : seen;
            uint256 silent = _random(3) == 0 ? _lanes(1) : 0;
            votes[i].defect &= ~silent;
            votes[i].ok = ~votes[i].defect & ~silent;
        }
    }

    /// @dev What a relayer shows who wants one lane to come out ok, or defective: few of the others beyond a quorum.
    function _someOf(Vote[] memory votes, uint256 weight) private returns (Vote[] memory some) {
        some = new Vote[](CURATORS);
        uint256 lane = _laneInDoubt(votes);
        bool kind = _random(2) == 0;
        for (uint256 i = 0; i < CURATORS; ++i) {
            some[i] = votes[i];
            bool unwelcome = ((kind ? votes[i].defect : votes[i].ok) >> lane) & 1 == 1;
            if (!votes[i].signed || !unwelcome || weight <= QUORUM || _random(8) == 0) continue;
            some[i] = Vote({signed: false, ok: 0, defect: 0});
            --weight;
        }
    }

    /// @dev A lane that somebody calls defective, if there is one.
    function _laneInDoubt(Vote[] memory votes) private returns (uint256) {
        uint256 doubted = votes[_random(CURATORS)].defect;
        uint256 lane = _random(256);
        for (uint256 i = 0; i < 256; ++i) {
            uint256 next = (lane + i) % 256;
            if ((doubted >> next) & 1 == 1) return next;
        }
        return lane;
    }

    function _close(LotId lotId, Vote[] memory votes) private returns (bool closed) {
        bytes memory ballots;
        for (uint16 i = 0; i < CURATORS; ++i) {
            if (votes[i].signed) ballots = bytes.concat(ballots, ballotOf(lotId, i + 1, votes[i].ok, votes[i].defect));
        }
        vm.recordLogs();
        try curation.closeAudit(lotId, 1, ballots, _present) {
            _present = _outcomeOf(lotId, ballots);
            return true;
        } catch {
            return false;
        }
    }

    function _waitWithinWindow(LotId lotId) private {
        Audit memory audit = curation.auditOf(lotId, 0);
        if (audit.weight != 0) vm.warp(block.timestamp + _random(audit.clock - block.timestamp));
    }

    /// @dev What the next close has to name, from the event.
    function _outcomeOf(LotId lotId, bytes memory ballots) private returns (Outcome memory outcome) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        bytes memory data = logs[logs.length - 1].data;
        (, , , , , uint256 covered, uint256 bad, uint256 weights, , , bytes memory relayed) = abi.decode(
            data,
            (uint32, uint16, uint16, uint8, uint8, uint256, uint256, uint256, LotStatus, uint40, bytes)
        );
        assertTrue(keccak256(relayed) == keccak256(ballots), "ballots");
        outcome = Outcome(seeds[lotId], keccak256(judgmentsOf(ballots)), covered, bad, weights);
        assertTrue(curation.hashOutcome(outcome) == curation.auditOf(lotId, 0).digest, "digest");
    }

    function _countNaively(Vote[] memory votes, uint256 count) private pure returns (Naive memory naive) {
        for (uint256 i = 0; i < CURATORS; ++i) {
            if (votes[i].signed) ++naive.weight;
        }
        if (naive.weight < 3 || naive.weight * 10 < CURATORS * 6) return naive;
        naive.decided = true;
        uint256 badLanes;
        for (uint256 lane = 0; lane < 256 && lane < count; ++lane) {
            (uint256 ok, uint256 defect) = _countLane(votes, lane);
            if (ok * 10 < CURATORS * 4 && defect * 10 < CURATORS * 4) naive.decided = false;
            if (ok > defect) continue;
            naive.bad |= 1 << lane;
            ++badLanes;
        }
        uint256 allowed = count <= 256 && count / 4 > 2 ? count / 4 : 2;
        naive.accepted = naive.decided && badLanes <= allowed;
    }

    function _countLane(Vote[] memory votes, uint256 lane) private pure returns (uint256 ok, uint256 defect) {
        for (uint256 i = 0; i < CURATORS; ++i) {
            if (!votes[i].signed) continue;
            ok += (votes[i].ok >> lane) & 1;
            defect += (votes[i].defect >> lane) & 1;
        }
    }

    /// @dev Up to `most` random lanes.
    function _lanes(uint256 most) private returns (uint256 lanes) {
        for (uint256 i = _random(most + 1); i != 0; --i) {
            lanes |= 1 << _random(256);
        }
    }

    /// @dev A number below `below`, or any at all if that is zero.
    function _random(uint256 below) private returns (uint256) {
        _entropy = uint256(keccak256(abi.encode(_entropy)));
        return below == 0 ? _entropy : _entropy % below;
    }
}
