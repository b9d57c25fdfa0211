// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title FeeToken
/// @notice Burns a fee out of every transfer, so less arrives than was sent.
/// @dev For local networks only.
contract FeeToken is TestToken {
    /// @notice Part of each transfer that is burned, in ppm.
    uint256 public fee = 10_000;

    constructor() TestToken("Fee on transfer", "FEE", 18) {}

    /// @notice Sets the fee, in ppm.
    function setFee(uint256 newFee) external {
        fee = newFee;
    }

    function _update(address from, address to, uint256 value) internal override {
        uint256 burned = from == address(0) || to == address(0) ? 0 : (value * fee) / 1_000_000;
        if (burned != 0) super._update(from, address(0), burned);
        super._update(from, to, value - burned);
    }
}
