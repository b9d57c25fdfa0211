// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Producer} from "../interfaces/ICurationRolls.sol";

/// @title SwitchingRules
/// @notice How verdicts move a producer between plans, in the manner of ISO 2859-1: two rejections among five lots make
/// inspection tighter, five accepted in a row normal again, ten in a row lighter; who is rejected five times while it
/// is tight stops.
library SwitchingRules {
    uint8 internal constant NORMAL = 0;
    uint8 internal constant TIGHTENED = 1;
    uint8 internal constant REDUCED = 2;
    uint8 internal constant STOPPED = 3;

    uint8 private constant _TO_RELAX = 5;
    uint8 private constant _TO_REDUCE = 10;
    uint8 private constant _TO_STOP = 5;

    /// @dev The last five outcomes.
    uint8 private constant _HISTORY = 0x1f;

    /// @notice Counts one verdict. Of a stopped producer nothing counts any more: only the timelock lifts a stop.
    function count(Producer memory producer, bool accepted) internal pure {
        if (producer.level == STOPPED) return;
        producer.accepted = accepted ? _increased(producer.accepted) : 0;
        if (producer.level == TIGHTENED) _countTightened(producer, accepted);
        else _countUntightened(producer, accepted);
    }

    function _countTightened(Producer memory producer, bool accepted) private pure {
        if (!accepted) ++producer.rejected;
        if (producer.rejected >= _TO_STOP) _move(producer, STOPPED);
        else if (producer.accepted >= _TO_RELAX) _move(producer, NORMAL);
    }

    function _countUntightened(Producer memory producer, bool accepted) private pure {
        uint8 before = (producer.rejected << 1) & _HISTORY;
        producer.rejected = accepted ? before : before | 1;
        if (producer.level == REDUCED) {
            if (!accepted) producer.level = NORMAL;
        } else if (!accepted && before != 0) {
            _move(producer, TIGHTENED);
        } else if (producer.accepted >= _TO_REDUCE) {
            _move(producer, REDUCED);
        }
    }

    /// @dev A new level begins without a past.
    function _move(Producer memory producer, uint8 level) private pure {
        (producer.level, producer.accepted, producer.rejected) = (level, 0, 0);
    }

    function _increased(uint8 row) private pure returns (uint8) {
        return row == type(uint8).max ? row : row + 1;
    }
}
