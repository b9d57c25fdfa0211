// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title PhantomToken
/// @notice Lies in `balanceOf`: what others pull is added to the receiver's stated balance, and nothing moves.
/// @dev For local networks only.
contract PhantomToken is TestToken {
    mapping(address account => uint256 amount) private _phantoms;

    constructor() TestToken("Phantom", "PHAN", 6) {}

    /// @notice Only states that `value` came to `to`.
    function transferFrom(address, address to, uint256 value) public override returns (bool) {
        _phantoms[to] += value;
        return true;
    }

    /// @notice What the account has, and what it was only said to have got.
    function balanceOf(address account) public view override returns (uint256) {
        return super.balanceOf(account) + _phantoms[account];
    }
}
