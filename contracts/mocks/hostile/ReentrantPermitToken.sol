// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title ReentrantPermitToken
/// @notice Calls somebody else from its permit, once per arming, grants what was asked for whatever the signature says,
/// and remembers whether the call went through.
/// @dev For local networks only.
contract ReentrantPermitToken is TestToken {
    /// @notice Whether the armed call succeeded.
    bool public succeeded;

    address private _target;
    bytes private _data;

    constructor() TestToken("Reentrant permit", "REPERMIT", 18) {}

    /// @notice The next permit calls `target` with `data`.
    function arm(address target, bytes calldata data) external {
        _target = target;
        _data = data;
    }

    /// @notice An EIP-2612 permit that checks nothing.
    function permit(address owner, address spender, uint256 value, uint256, uint8, bytes32, bytes32) external {
        address target = _target;
        _target = address(0);
        if (target != address(0)) (succeeded, ) = target.call(_data);
        _approve(owner, spender, value);
    }
}
