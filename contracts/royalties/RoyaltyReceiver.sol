// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IRoyaltyReceiver} from "../interfaces/IRoyaltyReceiver.sol";
import {IWrappedNative} from "../interfaces/IWrappedNative.sol";

/// @title RoyaltyReceiver
contract RoyaltyReceiver is IRoyaltyReceiver {
    using SafeERC20 for IERC20;

    address private immutable _SPLITTER;

    constructor() {
        _SPLITTER = msg.sender;
    }

    /// @dev Empty calldata ends here at once: senders that give 2,300 gas can pay.
    receive() external payable {}

    /// @inheritdoc IRoyaltyReceiver
    function flush(address token, bool wrap) external returns (uint256 amount) {
        if (msg.sender != _SPLITTER) revert RoyaltyReceiverUnauthorized(msg.sender);
        if (wrap && address(this).balance != 0) IWrappedNative(token).deposit{value: address(this).balance}();
        amount = IERC20(token).balanceOf(address(this));
        if (amount != 0) IERC20(token).safeTransfer(msg.sender, amount);
    }
}
