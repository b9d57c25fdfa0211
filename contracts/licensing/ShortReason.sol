// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Why a call failed, in no more words than its caller can afford.
library ShortReason {
    uint256 private constant _MAX_LENGTH = 512;

    /// @notice The first bytes of what the last call answered.
    function read() internal pure returns (bytes memory reason) {
        uint256 maxLength = _MAX_LENGTH;
        // Solidity itself would copy all of it, and a hostile token may answer with a megabyte.
        assembly ("memory-safe") {
            let length := returndatasize()
            if gt(length, maxLength) {
                length := maxLength
            }
            reason := mload(0x40)
            mstore(reason, length)
            returndatacopy(add(reason, 0x20), 0, length)
            mstore(0x40, and(add(add(reason, length), 0x3f), not(0x1f)))
        }
    }
}
