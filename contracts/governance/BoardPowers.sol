// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {ICurationObjections} from "../interfaces/ICurationObjections.sol";
import {IEthicsReviews, Power, Review, SubjectKind} from "../interfaces/IEthicsReviews.sol";
import {IMandatePause} from "../interfaces/IMandatePause.sol";
import {IStudio} from "../interfaces/IStudio.sol";
import {AssetId, LotId} from "../types/Ids.sol";
import {BoardSubjects} from "./BoardSubjects.sol";
import {VetoedAssets} from "./VetoedAssets.sol";

/// @title BoardPowers
/// @notice What a board does to assets, recipes and mandates. Each of them is asked whether the caller is its board, so
/// that one which was replaced does nothing.
library BoardPowers {
    using VetoedAssets for VetoedAssets.Entry[];

    uint256 internal constant MAX_QUARANTINE = 30 days;
    uint256 internal constant MAX_PAUSE = 14 days;

    /// @dev A shorter stop would do nothing but use up the one of 180 days.
    uint256 private constant _SHORTEST = 1 days;
    uint256 private constant _PAUSE_INTERVAL = 180 days;
    uint256 private constant _WORDS = 256;

    /// @dev Bytes of payloads with one, two and three words.
    uint256 private constant _ONE = 32;
    uint256 private constant _TWO = 64;
    uint256 private constant _THREE = 96;

    /// @notice Stops new sales of an asset, or new lots of a recipe; the registry allows it once in 180 days.
    function quarantine(IAssetRegistry registry, SubjectKind kind, uint256 subject, uint256 duration) internal {
        uint40 until = SafeCast.toUint40(block.timestamp + duration);
        if (kind == SubjectKind.Asset) registry.freeze(AssetId.wrap(subject), until);
        else registry.suspendRecipe(bytes32(subject), until);
    }

    /// @notice Stops a mandate, once in 180 days.
    function pause(
        mapping(uint256 mandateId => uint48 next) storage pauses,
        IStudio directory,
        uint256 mandateId,
        uint256 duration
    ) internal {
        uint48 next = pauses[mandateId];
        if (block.timestamp < next) revert IEthicsReviews.EthicsBoardStoppedRecently(mandateId, next);
        address mandates = BoardSubjects.mandatesOf(directory);
        pauses[mandateId] = SafeCast.toUint48(block.timestamp + _PAUSE_INTERVAL);
        IMandatePause(mandates).pause(bytes32(mandateId), SafeCast.toUint48(block.timestamp + duration));
    }

    /// @notice Blocks assets of a lot that are not blocked yet, each once in 180 days.
    function vetoMask(
        mapping(uint256 word => VetoedAssets.Entry[] entries) storage vetoed,
        IAssetRegistry registry,
        Review storage review,
        bytes memory payload
    ) internal {
        (ICurationObjections gate, uint16 word, uint256 mask) = _decodeMask(payload);
        LotId lotId = _lotOf(review.subject);
        vetoed[word].add(review.subject, mask & ~registry.blockedWord(lotId, word));
        gate.veto(lotId, word, mask, review.reasonCode, review.evidence);
    }

    /// @notice Ends early what a board stopped or blocked.
    function lift(IAssetRegistry registry, IStudio directory, Review storage review, bytes memory payload) internal {
        (SubjectKind kind, uint256 subject) = (review.kind, review.subject);
        if (payload.length != 0) {
            (ICurationObjections gate, uint16 word, uint256 mask) = _decodeMask(payload);
            gate.liftVeto(_lotOf(subject), word, mask);
        } else if (kind == SubjectKind.Asset) {
            registry.unfreeze(AssetId.wrap(subject));
        } else if (kind == SubjectKind.Recipe) {
            registry.resumeRecipe(bytes32(subject));
        } else {
            address mandates = BoardSubjects.mandatesOf(directory);
            IMandatePause(mandates).pause(bytes32(subject), SafeCast.toUint48(block.timestamp));
        }
    }

    /// @notice Refuses a power that does not apply to the kind of subject, and a payload that it does not take.
    /// @dev What is checked here never changes, so it is not checked again when the review is enacted.
    function requireApplicable(
        IAssetRegistry registry,
        SubjectKind kind,
        uint256 subject,
        Power power,
        bytes memory payload
    ) internal view {
        if (!_applies(power, kind)) revert IEthicsReviews.EthicsBoardInvalidSubject(kind, subject);
        if (power == Power.Veto) return;
        uint256 size = payload.length;
        if (power == Power.MaskVeto || (power == Power.Lift && size != 0)) {
            _requireMask(registry, kind, subject, power, payload);
            return;
        }
        if (size != _sizeOf(power)) revert IEthicsReviews.EthicsBoardInvalidReview(power);
        if (power == Power.Quarantine) _requireDuration(payload, MAX_QUARANTINE);
        if (power == Power.Pause) _requireDuration(payload, MAX_PAUSE);
        if (power == Power.Certify && uint256(bytes32(payload)) > 1) {
            revert IEthicsReviews.EthicsBoardInvalidReview(power);
        }
    }

    /// @dev A word of assets of a whole lot, and the gate that judges it: the studio's present or an earlier one.
    function _requireMask(
        IAssetRegistry registry,
        SubjectKind kind,
        uint256 subject,
        Power power,
        bytes memory payload
    ) private view {
        AssetId asset = AssetId.wrap(subject);
        if (kind != SubjectKind.Asset || !asset.isWholeLot()) {
            revert IEthicsReviews.EthicsBoardInvalidSubject(kind, subject);
        }
        if (payload.length != _THREE) revert IEthicsReviews.EthicsBoardInvalidReview(power);
        (uint256 gate, uint256 word, uint256 mask) = abi.decode(payload, (uint256, uint256, uint256));
        bool valid = gate <= type(uint160).max && word < _WORDS && mask != 0;
        if (!valid) revert IEthicsReviews.EthicsBoardInvalidReview(power);
        (, uint32 ordinal) = registry.gateOf(address(uint160(gate)));
        if (ordinal == 0 || ordinal != registry.lotOf(asset.lotOf()).gate) {
            revert IEthicsReviews.EthicsBoardInvalidReview(power);
        }
    }

    function _requireDuration(bytes memory payload, uint256 max) private pure {
        uint256 duration = abi.decode(payload, (uint256));
        if (duration < _SHORTEST || duration > max) revert IEthicsReviews.EthicsBoardInvalidDuration(duration, max);
    }

    function _applies(Power power, SubjectKind kind) private pure returns (bool) {
        if (power == Power.Answer) return true;
        if (power == Power.Veto) return kind == SubjectKind.Proposal;
        if (power == Power.Pause) return kind == SubjectKind.Mandate;
        if (power == Power.MaskVeto) return kind == SubjectKind.Asset;
        if (power == Power.Lift && kind == SubjectKind.Mandate) return true;
        return kind == SubjectKind.Asset || kind == SubjectKind.Recipe;
    }

    function _sizeOf(Power power) private pure returns (uint256) {
        if (power == Power.Certify) return _TWO;
        return power == Power.Answer || power == Power.Lift ? 0 : _ONE;
    }

    function _decodeMask(
        bytes memory payload
    ) private pure returns (ICurationObjections gate, uint16 word, uint256 mask) {
        return abi.decode(payload, (ICurationObjections, uint16, uint256));
    }

    function _lotOf(uint256 subject) private pure returns (LotId) {
        return AssetId.wrap(subject).lotOf();
    }
}
