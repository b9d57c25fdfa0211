// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title PartCode
/// @notice Code that one contract has no room for, of a part that keeps the same books.
library PartCode {
    /// @notice Runs the code of a part on the caller's own books, for the present call, and answers with its answer.
    function run(address part) internal {
        // Nothing returns to Solidity from here, so all memory may be used.
        assembly {
            calldatacopy(0, 0, calldatasize())
            let success := delegatecall(gas(), part, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            if iszero(success) {
                revert(0, returndatasize())
            }
            return(0, returndatasize())
        }
    }
}
