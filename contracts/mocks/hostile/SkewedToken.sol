// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title SkewedToken
/// @notice Every transfer changes the receiver's balance by more or less than was sent, even below what it held before.
/// @dev For local networks only.
contract SkewedToken is TestToken {
    int256 private _skew;

    constructor() TestToken("Skewed", "SKEW", 18) {}

    /// @notice Sets what each transfer adds to the receiver's balance beyond its value.
    function setSkew(int256 skew) external {
        _skew = skew;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from == address(0) || to == address(0)) return;
        if (_skew > 0) _mint(to, uint256(_skew));
        else if (_skew < 0) _burn(to, uint256(-_skew));
    }
}
