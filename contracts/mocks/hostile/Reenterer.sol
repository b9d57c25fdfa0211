// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";

/// @title Reenterer
/// @notice Answers every call by making the one it was armed with.
contract Reenterer {
    address private _target;
    bytes private _data;

    /// @notice What to call from now on.
    function arm(address target, bytes calldata data) external {
        _target = target;
        _data = data;
    }

    fallback() external {
        Address.functionCall(_target, _data);
    }
}
