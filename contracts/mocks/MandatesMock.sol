// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMandatePause} from "../interfaces/IMandatePause.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {IStudioModule} from "../interfaces/IStudioModule.sol";

/// @notice Mandates of a studio that can do nothing but be paused, and call somebody while they are.
contract MandatesMock is IMandatePause, IStudioModule {
    address private immutable _STUDIO;

    mapping(bytes32 mandateId => uint48 until) private _pauses;
    address private _target;
    bytes private _data;

    event MandatePaused(bytes32 indexed mandateId, uint48 until);

    /// @notice The call back succeeded.
    event CalledBack();

    error MandatesMockUnauthorized(address caller);

    constructor(address studio_) {
        _STUDIO = studio_;
    }

    /// @notice Calls `target` back at each pause.
    function callBack(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    /// @inheritdoc IMandatePause
    function pause(bytes32 mandateId, uint48 until) external {
        if (msg.sender != IStudio(_STUDIO).moduleOf(Module.Board)) revert MandatesMockUnauthorized(msg.sender);
        _pauses[mandateId] = until;
        emit MandatePaused(mandateId, until);
        if (_target == address(0)) return;
        (bool success, ) = _target.call(_data);
        if (success) emit CalledBack();
    }

    /// @notice Until when a mandate is paused, seconds.
    function pausedUntil(bytes32 mandateId) external view returns (uint48) {
        return _pauses[mandateId];
    }

    /// @inheritdoc IStudioModule
    function studio() external view returns (address) {
        return _STUDIO;
    }
}
