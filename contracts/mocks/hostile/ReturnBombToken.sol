// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title ReturnBombToken
/// @notice Answers every transfer with as many bytes as it is told, of which the first word is `true`, or reverts with
/// them: a caller that copies the answer pays for it.
/// @dev For local networks only.
contract ReturnBombToken is TestToken {
    uint256 private _size;
    bool private _reverting;

    constructor() TestToken("Return bomb", "BOMB", 18) {}

    /// @notice Sets the size of the answer in bytes and whether it comes as a revert.
    function setBomb(uint256 size, bool reverting) external {
        _size = size;
        _reverting = reverting;
    }

    /// @notice Moves `value` units of the caller to `to`.
    function transfer(address to, uint256 value) public override returns (bool) {
        super.transfer(to, value);
        _explode();
    }

    /// @notice Moves `value` units of `from` to `to`.
    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        super.transferFrom(from, to, value);
        _explode();
    }

    function _explode() private view {
        (uint256 size, bool reverting) = (_size, _reverting);
        // Solidity cannot return more than a function's declared type.
        assembly {
            mstore(0, 1)
            if reverting {
                revert(0, size)
            }
            return(0, size)
        }
    }
}
