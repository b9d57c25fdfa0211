// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AssetLeaf, LotStatus} from "../interfaces/IAssetRegistry.sol";
import {Audit, ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {ICurationDisputes} from "../interfaces/ICurationDisputes.sol";
import {ICurationObjections} from "../interfaces/ICurationObjections.sol";
import {AuditTerms, Producer} from "../interfaces/ICurationRolls.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {AssetId, LotId} from "../types/Ids.sol";
import {AuditFlags} from "./AuditFlags.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {DisputePurse} from "./DisputePurse.sol";
import {DuplicateProof} from "./DuplicateProof.sol";
import {TermsBook} from "./TermsBook.sol";
import {VetoBook} from "./VetoBook.sol";

/// @title CurationObjections
/// @notice See {ICurationObjections}. {Curation} runs this code on its own books; called directly it has none.
contract CurationObjections is CurationBooks, ICurationObjections {
    using DisputePurse for Producer;
    using TermsBook for mapping(uint256 version => AuditTerms terms);
    using VetoBook for Veto;

    constructor(address deployer) CurationBooks(deployer) {}

    /// @inheritdoc ICurationObjections
    function proveDuplicate(
        AssetId copy,
        AssetLeaf calldata copyLeaf,
        bytes32[] calldata copyProof,
        AssetId original,
        AssetLeaf calldata originalLeaf,
        bytes32[] calldata originalProof
    ) external {
        DuplicateProof.check(
            _ASSET_REGISTRY,
            DuplicateProof.Claim(copy, copyLeaf, copyProof),
            DuplicateProof.Claim(original, originalLeaf, originalProof)
        );
        LotId lotId = copy.lotOf();
        // casting to 'uint16' is safe because a releasable asset has an index below 65,536
        uint16 word = uint16(copy.indexOf() >> 8);
        uint256 blocked = _ASSET_REGISTRY.blockedWord(lotId, word);
        _ASSET_REGISTRY.setBlocked(lotId, word, blocked | (1 << (copy.indexOf() & 0xff)));

        uint256 reward = _rewardProver(lotId, original.lotOf().producerOf());
        emit DuplicateProved(copy, original, msg.sender, reward);
    }

    /// @inheritdoc ICurationObjections
    function veto(LotId lotId, uint16 word, uint256 mask, bytes32 reasonCode, bytes32 evidence) external {
        _requireRuler();
        if (evidence == 0) revert ICurationDisputes.CurationEmptyEvidence();
        _flagVetoed(lotId);
        (uint256 fresh, uint40 until) = _books().vetoes[lotId][word].place(_ASSET_REGISTRY, lotId, word, mask);
        emit AssetsVetoed(lotId, word, msg.sender, fresh, reasonCode, evidence, until);
    }

    /// @inheritdoc ICurationObjections
    function confirmVeto(LotId lotId, uint16 word) external {
        _requireTimelock();
        _books().vetoes[lotId][word].confirm(lotId, word);
        emit VetoConfirmed(lotId, word);
    }

    /// @inheritdoc ICurationObjections
    function appealVeto(LotId lotId, uint16 word, bytes32 evidence) external {
        if (msg.sender != lotId.producerOf() && msg.sender != _licensorOf(lotId)) {
            revert ICurationAudits.CurationUnauthorized(msg.sender);
        }
        if (evidence == 0) revert ICurationDisputes.CurationEmptyEvidence();
        uint40 until = _books().vetoes[lotId][word].appeal(lotId, word);
        emit VetoAppealed(lotId, word, msg.sender, evidence, until);
    }

    /// @inheritdoc ICurationObjections
    function liftVeto(LotId lotId, uint16 word, uint256 mask) external {
        Veto storage record = _books().vetoes[lotId][word];
        uint256 lifted = record.lift(_ASSET_REGISTRY, lotId, word, mask, _isRuler(record.confirmed));
        emit VetoLifted(lotId, word, msg.sender, lifted);
    }

    /// @inheritdoc ICurationObjections
    function vetoOf(LotId lotId, uint16 word) external view returns (uint256 mask, uint40 until, bool confirmed) {
        Veto storage record = _books().vetoes[lotId][word];
        return (record.mask, record.until, record.confirmed);
    }

    /// @dev A copy of another producer's asset costs its own producer the bond of a challenge.
    function _rewardProver(LotId lotId, address author) private returns (uint256 reward) {
        address producer = lotId.producerOf();
        if (producer == author) return 0;
        Producer storage purse = _books().producers[producer];
        reward = Math.min(_books().terms.read(_books().audits[lotId][0].terms).challengeBond, purse.free);
        purse.take(producer, reward);
        _books().producers[msg.sender].give(reward);
    }

    /// @dev What members confirmed, only they lift.
    function _isRuler(bool confirmed) private view returns (bool) {
        IStudio directory = IStudio(studio());
        if (msg.sender == directory.moduleOf(Module.Timelock)) return true;
        return !confirmed && msg.sender == directory.moduleOf(Module.Board);
    }

    /// @dev From now on a verdict on the lot only adds to what is blocked. A lot that was self-certified has no other.
    function _flagVetoed(LotId lotId) private {
        Audit storage audit = _books().audits[lotId][_roundOf(lotId)];
        if (audit.clock == 0) {
            if (_ASSET_REGISTRY.lotOf(lotId).status == LotStatus.Accepted) return;
            revert ICurationAudits.CurationUnknownAudit(lotId);
        }
        if (audit.flags & AuditFlags.VETOED == 0) audit.flags |= AuditFlags.VETOED;
    }

    function _licensorOf(LotId lotId) private view returns (address) {
        bytes32 recipeId = _ASSET_REGISTRY.recipeIdOf(_ASSET_REGISTRY.lotOf(lotId).recipe);
        return _ASSET_REGISTRY.recipeOf(recipeId).licensor;
    }
}
