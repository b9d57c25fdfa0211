// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title AddressBook
/// @notice Stands in for a Deployer whose every name is one and the same contract.
/// @dev For local networks only.
contract AddressBook {
    address private immutable _SIBLING;

    constructor(address sibling) {
        _SIBLING = sibling;
    }

    /// @notice The one sibling, whatever its name.
    function addressOf(bytes32) external view returns (address) {
        return _SIBLING;
    }
}
