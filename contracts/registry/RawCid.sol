// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title RawCid
/// @notice IPFS content ids of raw blocks, from the SHA-256 digest of their bytes.
library RawCid {
    bytes32 private constant _ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /// @dev Version 1, raw codec, SHA-256, 32 bytes.
    bytes4 private constant _PREFIX = 0x01551220;

    /// @dev 36 bytes are 57 digits of 5 bits and one of 3; the multibase letter precedes them.
    uint256 private constant _LENGTH = 59;

    /// @notice The CIDv1 of a raw block in lower-case base32.
    function toString(bytes32 digest) internal pure returns (string memory) {
        bytes memory text = new bytes(_LENGTH);
        text[0] = "b";
        // The 288 bits, shifted left by two to a multiple of five, in two words of which the lower holds 29 digits.
        uint256 high = (uint256(uint32(_PREFIX)) << 113) | (uint256(digest) >> 143);
        uint256 low = (uint256(digest) << 2) & ((1 << 145) - 1);
        for (uint256 i = 0; i < 29; ++i) {
            text[_LENGTH - 1 - i] = _ALPHABET[(low >> (5 * i)) & 31];
            text[_LENGTH - 30 - i] = _ALPHABET[(high >> (5 * i)) & 31];
        }
        return string(text);
    }
}
