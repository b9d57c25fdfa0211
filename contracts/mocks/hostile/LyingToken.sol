// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title LyingToken
/// @notice Answers `true` to a transfer, and any call it does not know without an error, and moves nothing.
/// @dev For local networks only.
contract LyingToken is TestToken {
    constructor() TestToken("Lying", "LIE", 18) {}

    /// @notice Takes every unknown call for granted, as wrapped native tokens with a deposit function do.
    fallback() external {}

    /// @notice Claims to have moved `value`.
    function transfer(address, uint256) public pure override returns (bool) {
        return true;
    }

    /// @notice Claims to have moved `value`.
    function transferFrom(address, address, uint256) public pure override returns (bool) {
        return true;
    }
}
