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

    /// @dev Doublings until g stops. Votes, quorum and caps then stay in 128 bits for 2^80 effective units (10^6 REP).
    uint256 internal constant K = 47;

    /// @dev Largest g.
    uint256 internal constant G_MAX = uint256(G0) << K;

    /// @dev g at time `time`, which is not before `tBase`.
    function at(State memory state, uint256 time) internal pure returns (uint256) {
        return at(state.gBase, time - state.tBase, state.halfLife);
    }

    /// @dev g at `elapsed` seconds after it was `gBase`, which has 176 bits; `halfLife` has 32 bits and is not zero.
    function at(uint256 gBase, uint256 elapsed, uint256 halfLife) internal pure returns (uint256) {
        // the product stays below 2^209, and nothing is divided by zero
        unchecked {
            uint256 doublings = elapsed / halfLife;
            uint256 partOfDoubling = (gBase * (halfLife + (elapsed % halfLife))) / halfLife;
            if (doublings > K || partOfDoubling > G_MAX >> doublings) return G_MAX;
            return partOfDoubling << doublings;
        }
    }

    /// @dev The same curve with another half-life from `time` on, continuous there.
    function rebase(State memory state, uint256 time, uint32 halfLife) internal pure returns (State memory) {
        return State(SafeCast.toUint176(at(state, time)), SafeCast.toUint48(time), halfLife);
    }

    /// @dev Raw units for `amount` effective ones at index `g`.
    function toRawDown(uint256 amount, uint256 g) internal pure returns (uint256) {
        return Math.mulDiv(amount, g, G0);
    }

    /// @dev Effective units of `raw` ones at index `g`.
    function toEffectiveDown(uint256 raw, uint256 g) internal pure returns (uint256) {
        return Math.mulDiv(raw, G0, g);
    }
}
