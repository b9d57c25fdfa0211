// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetLeaf, IAssetRegistry, Lot} from "../interfaces/IAssetRegistry.sol";
import {ICurationObjections} from "../interfaces/ICurationObjections.sol";
import {AssetId, LotId} from "../types/Ids.sol";

/// @title DuplicateProof
/// @notice That one file was accepted twice by one gate, and which of the two was committed first.
library DuplicateProof {
    /// @notice One of the two, as it is claimed.
    struct Claim {
        AssetId assetId;
        AssetLeaf leaf;
        bytes32[] proof;
    }

    /// @notice Reverts unless `copy` is the same file as `original`, both releasable and of the caller's own lots, and
    /// was committed later.
    function check(IAssetRegistry registry, Claim memory copy, Claim memory original) internal view {
        (AssetId copyId, AssetId originalId) = (copy.assetId, original.assetId);
        (, uint32 gate) = registry.gateOf(address(this));
        uint40 copiedAt = _committedAt(registry, copyId, gate);
        uint40 createdAt = _committedAt(registry, originalId, gate);
        bytes32 content = copy.leaf.contentHash;
        if (content == 0 || content != original.leaf.contentHash || copyId == originalId) {
            revert ICurationObjections.CurationNoDuplicate(copyId, originalId);
        }
        if (createdAt >= copiedAt) revert ICurationObjections.CurationNotEarlier(copyId, originalId);
        _requireProof(registry, copy);
        _requireProof(registry, original);
    }

    /// @dev Of a lot that this gate judges. A rejected lot was never offered, so its resubmission is no copy.
    function _committedAt(IAssetRegistry registry, AssetId assetId, uint32 gate) private view returns (uint40) {
        LotId lotId = assetId.lotOf();
        Lot memory lot = registry.lotOf(lotId);
        // Independent lots have gate 0, and so has a contract that is no gate.
        if (gate == 0 || lot.gate != gate) revert ICurationObjections.CurationForeignLot(lotId);
        if (!registry.isReleasable(assetId)) revert ICurationObjections.CurationNotReleasable(assetId);
        return lot.committedAt;
    }

    function _requireProof(IAssetRegistry registry, Claim memory claim) private view {
        if (registry.verify(claim.assetId, claim.leaf, claim.proof)) return;
        revert ICurationObjections.CurationUnverifiedLeaf(claim.assetId);
    }
}
