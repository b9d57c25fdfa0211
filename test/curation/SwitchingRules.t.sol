// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SwitchingRules} from "../../contracts/curation/SwitchingRules.sol";
import {Producer} from "../../contracts/interfaces/ICurationRolls.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice The rules keep two counters; they are compared with rules that look at all verdicts since the last move.
contract SwitchingRulesTest is SolidityTest {
    using SwitchingRules for Producer;

    uint256 private constant VERDICTS = 200;

    bool[] private _since; // verdicts since the last move, accepted = true
    uint8 private _level;

    /// @notice Mostly accepted, mostly rejected, or anything between.
    function testFuzz_LevelsFollowAllVerdicts(uint256 entropy, uint8 quality) external {
        Producer memory producer;
        for (uint256 i = 0; i < VERDICTS; ++i) {
            entropy = uint256(keccak256(abi.encode(entropy)));
            bool accepted = uint8(entropy) <= quality;
            producer.count(accepted);
            _countNaively(accepted);
            assertEq(producer.level, _level, "level");
        }
    }

    function test_TwoRejectionsAmongFiveTighten() external pure {
        for (uint256 gap = 0; gap < 8; ++gap) {
            Producer memory producer;
            producer.count(false);
            for (uint256 i = 0; i < gap; ++i) {
                producer.count(true);
            }
            producer.count(false);
            assertEq(producer.level, gap < 4 ? SwitchingRules.TIGHTENED : SwitchingRules.NORMAL, "level");
        }
    }

    function test_FiveAcceptedInARowRelax() external pure {
        Producer memory producer = _at(SwitchingRules.TIGHTENED);
        _countRow(producer, true, 4);
        producer.count(false);
        _countRow(producer, true, 4);
        assertEq(producer.level, SwitchingRules.TIGHTENED, "not in a row");
        producer.count(true);
        assertEq(producer.level, SwitchingRules.NORMAL, "in a row");
        assertEq(producer.rejected, 0, "no past");
    }

    function test_FiveRejectionsWhileTightenedStop() external pure {
        Producer memory producer = _at(SwitchingRules.TIGHTENED);
        for (uint256 i = 0; i < 4; ++i) {
            producer.count(false);
            _countRow(producer, true, 4);
        }
        assertEq(producer.level, SwitchingRules.TIGHTENED, "four");
        producer.count(false);
        assertEq(producer.level, SwitchingRules.STOPPED, "five");
    }

    function test_TenAcceptedInARowReduce() external pure {
        Producer memory producer;
        _countRow(producer, true, 9);
        producer.count(false);
        _countRow(producer, true, 9);
        assertEq(producer.level, SwitchingRules.NORMAL, "not in a row");
        producer.count(true);
        assertEq(producer.level, SwitchingRules.REDUCED, "in a row");
    }

    /// @notice And that rejection is one of the last five at once.
    function test_OneRejectionEndsReduced() external pure {
        Producer memory producer = _at(SwitchingRules.REDUCED);
        _countRow(producer, true, 300);
        assertEq(producer.level, SwitchingRules.REDUCED, "saturated");
        producer.count(false);
        assertEq(producer.level, SwitchingRules.NORMAL, "normal");
        producer.count(false);
        assertEq(producer.level, SwitchingRules.TIGHTENED, "two of five");
    }

    function test_NothingCountsForTheStopped() external pure {
        Producer memory producer = _at(SwitchingRules.STOPPED);
        _countRow(producer, true, 20);
        _countRow(producer, false, 20);
        assertEq(producer.level, SwitchingRules.STOPPED, "level");
        assertEq(producer.accepted, 0, "accepted");
        assertEq(producer.rejected, 0, "rejected");
    }

    function _countNaively(bool accepted) private {
        if (_level == SwitchingRules.STOPPED) return;
        _since.push(accepted);
        uint8 next = _nextLevel(accepted);
        // from reduced to normal the rejection itself stays among the last five
        if (next != _level) delete _since;
        if (_level == SwitchingRules.REDUCED && next == SwitchingRules.NORMAL) _since.push(false);
        _level = next;
    }

    function _nextLevel(bool accepted) private view returns (uint8) {
        if (_level == SwitchingRules.REDUCED) return accepted ? _level : SwitchingRules.NORMAL;
        if (_level == SwitchingRules.TIGHTENED) {
            if (_rejectedAmong(_since.length) >= 5) return SwitchingRules.STOPPED;
            return _rowOf() >= 5 ? SwitchingRules.NORMAL : _level;
        }
        if (_rejectedAmong(5) >= 2) return SwitchingRules.TIGHTENED;
        return _rowOf() >= 10 ? SwitchingRules.REDUCED : _level;
    }

    function _rejectedAmong(uint256 last) private view returns (uint256 rejected) {
        for (uint256 i = _since.length; i != 0 && last != 0; --i) {
            if (!_since[i - 1]) ++rejected;
            --last;
        }
    }

    function _rowOf() private view returns (uint256 row) {
        for (uint256 i = _since.length; i != 0 && _since[i - 1]; --i) {
            ++row;
        }
    }

    function _countRow(Producer memory producer, bool accepted, uint256 times) private pure {
        for (uint256 i = 0; i < times; ++i) {
            producer.count(accepted);
        }
    }

    function _at(uint8 level) private pure returns (Producer memory producer) {
        producer.level = level;
    }
}
