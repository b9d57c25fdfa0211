// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IStudioGovernor} from "../interfaces/IStudioGovernor.sol";

/// @title BareTargets
/// @notice Pins the targets of a proposal that have no code of their own: they can be paid, never called.
/// @dev Since EIP-6780 only they can have got other code since the proposal was made.
library BareTargets {
    /// @dev One bit each.
    uint256 private constant _MAX_ACTIONS = 256;

    /// @dev Code of an account that delegated to a contract (EIP-7702): these bytes and an address.
    bytes3 private constant _DESIGNATOR = 0xef0100;
    uint256 private constant _DESIGNATOR_SIZE = 23;

    /// @dev Bit i: the target of action i is bare, and its calldata is empty.
    function find(address[] memory targets, bytes[] memory calldatas) internal view returns (uint256 bits) {
        if (targets.length > _MAX_ACTIONS) {
            revert IStudioGovernor.StudioGovernorTooManyActions(targets.length, _MAX_ACTIONS);
        }
        for (uint256 i = 0; i < targets.length; ++i) {
            if (!_isBare(targets[i])) continue;
            if (calldatas[i].length != 0) revert IStudioGovernor.StudioGovernorCallToBareTarget(targets[i]);
            bits |= 1 << i;
        }
    }

    /// @dev Refuses if a target of `bits` has code of its own by now.
    function check(address[] memory targets, uint256 bits) internal view {
        for (uint256 i = 0; bits >> i != 0; ++i) {
            bool pinned = (bits >> i) & 1 != 0;
            if (pinned && !_isBare(targets[i])) revert IStudioGovernor.StudioGovernorTargetChanged(targets[i]);
        }
    }

    /// @dev No other code can begin with the byte of an EIP-7702 designator (EIP-3541).
    function _isBare(address target) private view returns (bool) {
        uint256 size = target.code.length;
        return size == 0 || (size == _DESIGNATOR_SIZE && bytes3(target.code) == _DESIGNATOR);
    }
}
