// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IEthicsClaims} from "../interfaces/IEthicsClaims.sol";
import {SubjectKind} from "../interfaces/IEthicsReviews.sol";
import {IMandatePause} from "../interfaces/IMandatePause.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {AssetId} from "../types/Ids.sol";

/// @title ClaimStops
/// @notice What silence does to a subject. A stop that is refused, because the subject was stopped lately or is the
/// board's no more, must not keep a claim from ending, nor its bond.
library ClaimStops {
    uint256 private constant _QUARANTINE = 30 days;
    uint256 private constant _PAUSE = 14 days;
    uint256 private constant _PAUSE_INTERVAL = 180 days;

    /// @dev More than any stop takes, so that it never fails for want of gas alone.
    uint256 private constant _GAS = 400_000;

    /// @notice Stops a subject that may be stopped now.
    /// @return until seconds; zero: it is not stopped
    function stop(
        mapping(uint256 mandateId => uint48 next) storage pauses,
        IAssetRegistry registry,
        IStudio directory,
        SubjectKind kind,
        uint256 subject
    ) internal returns (uint48 until) {
        if (kind == SubjectKind.Proposal) return 0;
        uint256 left = gasleft();
        if (left < _GAS) revert IEthicsClaims.EthicsBoardTooLittleGas(left, _GAS);
        if (kind == SubjectKind.Mandate) return _pause(pauses, directory, subject);
        until = SafeCast.toUint48(block.timestamp + _QUARANTINE);
        uint40 end = SafeCast.toUint40(until);
        bytes memory order =
            kind == SubjectKind.Asset
                ? abi.encodeCall(registry.freeze, (AssetId.wrap(subject), end))
                : abi.encodeCall(registry.suspendRecipe, (bytes32(subject), end));
        if (!LowLevelCall.callNoReturn(address(registry), order)) until = 0;
    }

    function _pause(
        mapping(uint256 mandateId => uint48 next) storage pauses,
        IStudio directory,
        uint256 mandateId
    ) private returns (uint48 until) {
        uint48 next = pauses[mandateId];
        address mandates = directory.moduleOf(Module.Mandates);
        if (block.timestamp < next || mandates.code.length == 0) return 0;
        pauses[mandateId] = SafeCast.toUint48(block.timestamp + _PAUSE_INTERVAL);
        until = SafeCast.toUint48(block.timestamp + _PAUSE);
        bytes memory order = abi.encodeCall(IMandatePause.pause, (bytes32(mandateId), until));
        if (LowLevelCall.callNoReturn(mandates, order)) return until;
        pauses[mandateId] = next;
        return 0;
    }
}
