// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title DecayIndex
/// @notice The numeraire of decaying reputation: `a` earned at time t are stored as `a · g(t)` raw units, and raw units
/// are worth `raw / g(s)` at time s. The divisor is common to everybody, so decay is never applied to any account, and
/// sums, delegation, quorum and majorities are exact in raw units.
/// @dev g doubles with every half-life and is linear in between. It stops at G_MAX: decay ends there, votes go on.
library DecayIndex {
    /// @dev One slot.
    struct State {
        uint176 gBase; // g at tBase
        uint48 tBase; // seconds since the epoch
        uint32 halfLife; // seconds
    }

    /// @dev g at the beginning: relative error of the curve at most 2^-40.
    uint176 internal constant G0 = 2 ** 40;

    /// @dev Binary digits of G0.
    uint256 private constant _SHIFT = 40;

    /// @dev Binary logarithm of G_MAX.
    uint256 private constant _LAST = 87;

    /// @dev Binary digits of amounts that can be multiplied by any index.
    uint256 private constant _MOST_BITS = 168;

    /// @dev Doublings until g stops. Votes, quorum and caps then stay in 128 bits for 2^80 effective units (10^6 REP).
    uint256 internal constant K = 47;

    /// @dev Largest g.
    uint256 internal constant G_MAX = uint256(G0) << K;

    /// @dev g at time `time`, which is not before `tBase`.
    function at(State memory state, uint256 time) internal pure returns (uint256) {
        return at(state.gBase, state.tBase, state.halfLife, time);
    }

    /// @dev g at time `time`, which is not before `tBase`, when it was `gBase`, at most G_MAX; `halfLife` has 32 bits
    /// and is not zero. In assembly because every grant pays for it: the checks that are left out cannot fail.
    function at(uint256 gBase, uint256 tBase, uint256 halfLife, uint256 time) internal pure returns (uint256 g) {
        assembly ("memory-safe") {
            let elapsed := sub(time, tBase)
            let doublings := div(elapsed, halfLife)
            g := shl(doublings, div(mul(gBase, add(halfLife, mod(elapsed, halfLife))), halfLife))
            if or(gt(doublings, K), shr(_LAST, g)) {
                g := shl(_LAST, 1)
            }
        }
    }

    /// @dev The same curve with another half-life from `time` on, continuous there.
    function rebase(State memory state, uint256 time, uint32 halfLife) internal pure returns (State memory) {
        return State(SafeCast.toUint176(at(state, time)), SafeCast.toUint48(time), halfLife);
    }

    /// @dev Raw units for `amount` effective ones at index `g`; more than any supply if they do not fit.
    function toRawDown(uint256 amount, uint256 g) internal pure returns (uint256) {
        if (amount >> _MOST_BITS != 0) return type(uint256).max;
        // the product fits because the index has at most 88 bits
        unchecked {
            return (amount * g) >> _SHIFT;
        }
    }

    /// @dev Effective units of `raw` ones at index `g`.
    function toEffectiveDown(uint256 raw, uint256 g) internal pure returns (uint256) {
        return Math.mulDiv(raw, G0, g);
    }
}
