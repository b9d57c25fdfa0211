// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title FalseReturnToken
/// @notice Answers a failed transfer with `false` instead of a revert; may also be told to fail always.
/// @dev For local networks only.
contract FalseReturnToken is TestToken {
    bool private _failing;

    constructor() TestToken("False return", "FALSE", 18) {}

    /// @notice Makes every transfer fail, or only those that lack balance or allowance.
    function setFailing(bool failing) external {
        _failing = failing;
    }

    /// @notice Moves `value` units of the caller to `to`, or returns false.
    function transfer(address to, uint256 value) public override returns (bool) {
        if (_failing || balanceOf(msg.sender) < value) return false;
        return super.transfer(to, value);
    }

    /// @notice Moves `value` units of `from` to `to`, or returns false.
    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        if (_failing || balanceOf(from) < value || allowance(from, msg.sender) < value) return false;
        return super.transferFrom(from, to, value);
    }
}
