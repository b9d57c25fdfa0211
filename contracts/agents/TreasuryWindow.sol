// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IAgentMandates} from "../interfaces/IAgentMandates.sol";

/// @title TreasuryWindow
/// @notice What all mandates together may take from the treasury: in any span of the window's length, at most its cap.
/// @dev A ring of eight buckets, each a seventh of the length, so that the eight always cover the whole length. Amounts
/// are counted in steps of a power of ten, rounded up; caps are whole numbers of steps, so none is exceeded.
library TreasuryWindow {
    /// @dev Two slots. `ring` from bit 0 on: eight buckets of 25 bits, number of the newest bucket 24, its length in
    /// seconds 24, exponent of the step 8.
    struct Window {
        address token;
        uint96 cap;
        uint256 ring;
    }

    uint256 internal constant MIN_LENGTH = 1 days;
    uint256 internal constant MAX_LENGTH = 90 days;

    uint256 private constant _BUCKETS = 8;
    uint256 private constant _BITS = 25;
    uint256 private constant _MOST = (1 << _BITS) - 1;
    uint256 private constant _NEWEST = 200;
    uint256 private constant _LENGTH = 224;
    uint256 private constant _EXPONENT = 248;
    uint256 private constant _U24 = type(uint24).max;

    /// @notice Sets cap and length. What was spent within the old window counts as if it had been spent now.
    function set(Window storage self, address token, uint96 cap, uint32 length) internal {
        (uint256 exponent, uint256 step) = _stepOf(cap);
        bool valid = cap != 0 && cap % step == 0 && length >= MIN_LENGTH && length <= MAX_LENGTH;
        if (!valid) revert IAgentMandates.AgentMandatesInvalidWindow(token, cap, length);
        uint256 steps = self.token == address(0) ? 0 : Math.ceilDiv(spentOf(self), step);
        uint256 seconds_ = Math.ceilDiv(length, _BUCKETS - 1);
        uint256 newest = block.timestamp / seconds_;
        uint256 ring = Math.min(steps, _MOST) << _shiftOf(newest);
        self.ring = ring | (newest << _NEWEST) | (seconds_ << _LENGTH) | (exponent << _EXPONENT);
        (self.token, self.cap) = (token, cap);
    }

    /// @notice Counts an amount, or refuses it.
    function spend(Window storage self, address token, uint96 cap, uint256 amount) internal {
        uint256 ring = _roll(self.ring);
        uint256 step = 10 ** (ring >> _EXPONENT);
        uint256 steps = Math.ceilDiv(amount, step);
        uint256 total = (_sum(ring) + steps) * step;
        if (total > cap) revert IAgentMandates.AgentMandatesOverWindow(token, total, cap);
        // A bucket holds as many steps as the largest cap has, so this never carries into the next one.
        self.ring = ring + (steps << _shiftOf((ring >> _NEWEST) & _U24));
    }

    /// @notice What was spent within the window, rounded up to steps.
    function spentOf(Window storage self) internal view returns (uint256) {
        uint256 ring = self.ring;
        return _sum(_roll(ring)) * 10 ** (ring >> _EXPONENT);
    }

    /// @dev Empties the buckets that are older than the window.
    function _roll(uint256 ring) private view returns (uint256) {
        uint256 newest = (ring >> _NEWEST) & _U24;
        uint256 present = block.timestamp / ((ring >> _LENGTH) & _U24);
        if (present == newest) return ring;
        uint256 first = Math.max(newest + 1, present - (_BUCKETS - 1));
        for (uint256 i = first; i <= present; ++i) {
            ring &= ~(_MOST << _shiftOf(i));
        }
        return (ring & ~(_U24 << _NEWEST)) | (present << _NEWEST);
    }

    function _sum(uint256 ring) private pure returns (uint256 steps) {
        for (uint256 i = 0; i < _BUCKETS; ++i) {
            steps += (ring >> (i * _BITS)) & _MOST;
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
