// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title RoundCap
/// @notice Caps, in units of a token, of at most five significant digits in 24 bits: 19 bits of digits, then 5 bits of
/// exponent, which together say `digits * 10 ** exponent`. Some of six digits fit, too: all below 524,288, times a
/// power of ten. Nothing is rounded: an amount that does not fit is refused by whoever packs it, and what is unpacked
/// is what was packed, to the unit.
library RoundCap {
    uint256 private constant _MOST = (1 << 19) - 1;
    uint256 private constant _BITS = 5;
    uint256 private constant _EXPONENT = 31;

    /// @notice The amount that was packed, exactly: units of the token.
    function decode(uint24 self) internal pure returns (uint96) {
        // Only amounts of 96 bits are packed: nothing overflows, and casting back is safe. A checked power is a loop.
        unchecked {
            return uint96((self >> _BITS) * 10 ** uint256(self & _EXPONENT));
        }
    }

    /// @notice Packs an amount, units of the token, if it has no more digits than fit.
    /// @return exact Whether it fits; `packed` means nothing if not
    /// @return packed The amount, with as small an exponent as there is
    function encode(uint96 amount) internal pure returns (bool exact, uint24 packed) {
        (uint256 digits, uint256 exponent) = (amount, 0);
        while (digits > _MOST && digits % 10 == 0) (digits, exponent) = (digits / 10, exponent + 1);
        // casting to 'uint24' is safe because an amount of 96 bits has fewer than 30 digits
        if (digits <= _MOST) (exact, packed) = (true, uint24((digits << _BITS) | exponent));
    }
}
