// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {TestToken} from "../TestToken.sol";

/// @title ResetFirstToken
/// @notice Like USDT: an allowance has to be taken back before another can be given.
/// @dev For local networks only.
contract ResetFirstToken is TestToken {
    /// @notice `spender` may still take `allowance` units of `owner`.
    error ResetFirstTokenAllowance(address owner, address spender, uint256 allowance);

    constructor() TestToken("Reset First", "RST", 6) {}

    /// @inheritdoc ERC20
    function approve(address spender, uint256 value) public override returns (bool) {
        uint256 given = allowance(msg.sender, spender);
        if (value != 0 && given != 0) revert ResetFirstTokenAllowance(msg.sender, spender, given);
        return super.approve(spender, value);
    }
}
