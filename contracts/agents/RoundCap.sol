// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title RoundCap
/// @notice Amounts of at most five significant digits in 24 bits: 19 bits that are multiplied by a power of ten, of
/// which the low five bits are the exponent.
library RoundCap {
    uint256 private constant _MOST = (1 << 19) - 1;
    uint256 private constant _BITS = 5;
    uint256 private constant _EXPONENT = 31;

    /// @notice The amount that was packed.
    function decode(uint24 self) internal pure returns (uint96) {
        // Only amounts of 96 bits are packed: nothing overflows, and casting back is safe. A checked power is a loop.
        unchecked {
            return uint96((self >> _BITS) * 10 ** uint256(self & _EXPONENT));
        }
    }

    /// @notice Packs an amount, if it has no more digits than fit.
    function encode(uint96 amount) internal pure returns (bool exact, uint24 packed) {
        (uint256 digits, uint256 exponent) = (amount, 0);
        while (digits > _MOST && digits % 10 == 0) (digits, exponent) = (digits / 10, exponent + 1);
        // casting to 'uint24' is safe because an amount of 96 bits has fewer than 30 digits
        if (digits <= _MOST) (exact, packed) = (true, uint24((digits << _BITS) | exponent));
    }
}
