// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title OwnCode
/// @notice Which accounts keep the code that they have.
library OwnCode {
    /// @dev Code of an account that delegated to a contract (EIP-7702): these bytes and an address. No other code can
    /// begin with the first of them (EIP-3541).
    bytes3 private constant _DESIGNATOR = 0xef0100;
    uint256 private constant _DESIGNATOR_SIZE = 23;

    /// @notice Whether an account has code, and not just borrows some that its key can replace.
    function hasOwnCode(address account) internal view returns (bool) {
        uint256 size = account.code.length;
        return size != 0 && (size != _DESIGNATOR_SIZE || bytes3(account.code) != _DESIGNATOR);
    }
}
