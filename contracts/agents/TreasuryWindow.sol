// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IAgentMandates} from "../interfaces/IAgentMandates.sol";

/// @title TreasuryWindow
/// @notice What all mandates together may take from the treasury: in any span of the window's length, at most its cap.
/// @dev A ring of eight buckets, each a seventh of the length, so that the eight always cover the whole length. Amounts
/// are counted in steps of a power of ten, rounded up; caps are whole numbers of steps, so none is exceeded.
library TreasuryWindow {
    /// @dev One slot. `ring` from bit 0 on: eight buckets of 22 bits, number of the newest bucket 20, its length in
    /// seconds 21, exponent of the step 5, steps of the cap 22.
    struct Window {
        uint256 ring;
    }

    uint256 internal constant MIN_LENGTH = 1 days;
    uint256 internal constant MAX_LENGTH = 90 days;

    uint256 private constant _BUCKETS = 8;
    uint256 private constant _BITS = 22;
    uint256 private constant _MOST = (1 << _BITS) - 1;
    uint256 private constant _NEWEST = 176;
    uint256 private constant _NEWEST_MASK = (1 << 20) - 1;
    uint256 private constant _LENGTH = 196;
    uint256 private constant _LENGTH_MASK = (1 << 21) - 1;
    uint256 private constant _EXPONENT = 217;
    uint256 private constant _EXPONENT_MASK = 31;
    uint256 private constant _CAP = 222;

    /// @dev Every second bucket, and a one for each of these four.
    uint256 private constant _EVEN = _MOST | (_MOST << 44) | (_MOST << 88) | (_MOST << 132);
    uint256 private constant _ONES = 1 | (1 << 44) | (1 << 88) | (1 << 132);

    /// @notice Sets cap and length. What was spent within the old window counts as if it had been spent now.
    function set(Window storage self, address token, uint96 cap, uint32 length) internal {
        (uint256 exponent, uint256 step) = _stepOf(cap);
        bool valid = cap != 0 && cap % step == 0 && length >= MIN_LENGTH && length <= MAX_LENGTH;
        if (!valid) revert IAgentMandates.AgentMandatesInvalidWindow(token, cap, length);
        uint256 steps = self.ring == 0 ? 0 : Math.ceilDiv(spentOf(self), step);
        uint256 seconds_ = Math.ceilDiv(length, _BUCKETS - 1);
        uint256 newest = block.timestamp / seconds_;
        uint256 ring = Math.min(steps, _MOST) << _shiftOf(newest);
        ring |= (newest << _NEWEST) | (seconds_ << _LENGTH) | (exponent << _EXPONENT);
        self.ring = ring | ((cap / step) << _CAP);
    }

    /// @notice Counts an amount, or refuses it.
    /// @return cap Most within the window
    function spend(Window storage self, address token, uint256 amount) internal returns (uint256 cap) {
        uint256 ring = self.ring;
        if (ring == 0) revert IAgentMandates.AgentMandatesUnknownWindow(token);
        ring = _roll(ring);
        uint256 step = _stepIn(ring);
        uint256 steps = Math.ceilDiv(amount, step);
        uint256 total = (_sum(ring) + steps) * step;
        cap = (ring >> _CAP) * step;
        if (total > cap) revert IAgentMandates.AgentMandatesOverWindow(token, total, cap);
        // A bucket holds as many steps as the largest cap has, so this never carries into the next one.
        self.ring = ring + (steps << _shiftOf((ring >> _NEWEST) & _NEWEST_MASK));
    }

    /// @notice What was spent within the window, rounded up to steps.
    function spentOf(Window storage self) internal view returns (uint256) {
        uint256 ring = self.ring;
        return ring == 0 ? 0 : _sum(_roll(ring)) * _stepIn(ring);
    }

    /// @notice Most within the window; zero: there is none.
    function capOf(Window storage self) internal view returns (uint96) {
        uint256 ring = self.ring;
        // casting to 'uint96' is safe because it came from as many bits
        return uint96((ring >> _CAP) * _stepIn(ring));
    }

    /// @dev Empties the buckets that are older than the window.
    function _roll(uint256 ring) private view returns (uint256) {
        uint256 newest = (ring >> _NEWEST) & _NEWEST_MASK;
        uint256 present = block.timestamp / ((ring >> _LENGTH) & _LENGTH_MASK);
        if (present == newest) return ring;
        uint256 first = Math.max(newest + 1, present - (_BUCKETS - 1));
        for (uint256 i = first; i <= present; ++i) {
            ring &= ~(_MOST << _shiftOf(i));
        }
        return (ring & ~(_NEWEST_MASK << _NEWEST)) | (present << _NEWEST);
    }

    /// @dev Adds neighbors, which leaves four sums of 44 bits; multiplied by ones, they add up in the highest of these.
    function _sum(uint256 ring) private pure returns (uint256 steps) {
        // No sum has more than 25 bits, and what the product has above 256 bits counts for nothing.
        unchecked {
            uint256 pairs = (ring & _EVEN) + ((ring >> _BITS) & _EVEN);
            steps = ((pairs * _ONES) >> 132) & ((1 << 44) - 1);
        }
    }

    function _stepIn(uint256 ring) private pure returns (uint256) {
        // Five bits make no power that is too large. A checked one is a loop.
        unchecked {
            return 10 ** ((ring >> _EXPONENT) & _EXPONENT_MASK);
        }
    }

    function _shiftOf(uint256 bucket) private pure returns (uint256) {
        return (bucket % _BUCKETS) * _BITS;
    }

    /// @dev The smallest power of ten of which a bucket can count the cap.
    function _stepOf(uint256 cap) private pure returns (uint256 exponent, uint256 step) {
        step = 1;
        while (cap / step > _MOST) {
            step *= 10;
            ++exponent;
        }
    }
}
