// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title StipendPayer
/// @notice Pays as old marketplaces do: with the 2,300 gas that come with the value and no more.
/// @dev For local networks only.
contract StipendPayer {
    /// @notice Sends on what it is sent.
    function pay(address payable to) external payable {
        to.transfer(msg.value);
    }
}
