// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title AnyCurve
/// @notice A token of which only the curve of its index is known, and that may be anything.
/// @dev For local networks only.
contract AnyCurve {
    uint176 private _gBase;
    uint48 private _tBase;
    uint32 private _halfLife;

    /// @notice What to answer from now on.
    function set(uint176 gBase, uint48 tBase, uint32 halfLife) external {
        (_gBase, _tBase, _halfLife) = (gBase, tBase, halfLife);
    }

    function curve() external view returns (uint176 gBase, uint48 tBase, uint32 halfLife) {
        return (_gBase, _tBase, _halfLife);
    }
}
