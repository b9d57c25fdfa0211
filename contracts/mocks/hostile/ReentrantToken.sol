// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TestToken} from "../TestToken.sol";

/// @title ReentrantToken
/// @notice Calls somebody else in the middle of a transfer, once per arming, and passes on that call's revert.
/// @dev For local networks only.
contract ReentrantToken is TestToken {
    address private _target;
    bytes private _data;

    constructor() TestToken("Reentrant", "REENTER", 18) {}

    /// @notice The next transfer calls `target` with `data` before it moves anything.
    function arm(address target, bytes calldata data) external {
        _target = target;
        _data = data;
    }

    function _update(address from, address to, uint256 value) internal override {
        address target = _target;
        if (target != address(0)) {
            _target = address(0);
            (bool success, bytes memory answer) = target.call(_data);
            if (!success) _bubble(answer);
        }
        super._update(from, to, value);
    }

    function _bubble(bytes memory answer) private pure {
        // The test must see the error of the call that was refused, not one of this token.
        assembly ("memory-safe") {
            revert(add(answer, 32), mload(answer))
        }
    }
}
