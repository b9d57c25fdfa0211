// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IStudioGovernor} from "../interfaces/IStudioGovernor.sol";
import {OwnCode} from "../studio/OwnCode.sol";

/// @title BareTargets
/// @notice Pins the targets of a proposal that have no code of their own: they can be paid, never called.
/// @dev Since EIP-6780 only they can have got other code since the proposal was made.
library BareTargets {
    using OwnCode for address;

    /// @dev One bit each.
    uint256 private constant _MAX_ACTIONS = 256;

    /// @dev Bit i: the target of action i is bare, and its calldata is empty.
    function find(address[] memory targets, bytes[] memory calldatas) internal view returns (uint256 bits) {
        if (targets.length > _MAX_ACTIONS) {
            revert IStudioGovernor.StudioGovernorTooManyActions(targets.length, _MAX_ACTIONS);
        }
        for (uint256 i = 0; i < targets.length; ++i) {
            if (targets[i].hasOwnCode()) continue;
            if (calldatas[i].length != 0) revert IStudioGovernor.StudioGovernorCallToBareTarget(targets[i]);
            bits |= 1 << i;
        }
    }

    /// @dev Refuses if a target of `bits` has code of its own by now.
    function check(address[] memory targets, uint256 bits) internal view {
        for (uint256 i = 0; bits >> i != 0; ++i) {
            bool pinned = (bits >> i) & 1 != 0;
            if (pinned && targets[i].hasOwnCode()) revert IStudioGovernor.StudioGovernorTargetChanged(targets[i]);
        }
    }
}
