// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {ILicenses} from "../interfaces/ILicenses.sol";
import {AssetId, LotId, WHOLE_LOT} from "../types/Ids.sol";
import {SoldMap, SoldMaps} from "./SoldMap.sol";
import {StoredRecord, StoredRecords} from "./StoredRecord.sol";

/**
 * @notice What exclusive licenses hold of a lot or of a content, in one slot.
 * @param until first second after the last of those that cannot end before their expiry, unix time
 * @param open number of those that can: returnable, revocable, or proved against a copy
 * @param earliest commit time of the earliest lot among the licensed assets, unix time; of a content only
 */
struct Hold {
    uint40 until;
    uint32 open;
    uint40 earliest;
}

/// @title ExclusiveBook
/// @notice What may still be sold beside exclusive licenses, each question at a bounded number of reads.
library ExclusiveBook {
    using SoldMaps for SoldMap;
    using StoredRecords for StoredRecord;

    /// @dev `returnable`: licenses that are not exclusive and may still be returned; `licenseOf`: newest exclusive
    /// license of an asset; `breachOf`: exclusive license of whose content an asset is a copy; `newestOf`: newest
    /// exclusive license of a content.
    struct Book {
        SoldMap soldMap;
        mapping(AssetId assetId => uint32 count) returnable;
        mapping(AssetId assetId => bytes32 licenseId) licenseOf;
        mapping(AssetId assetId => bytes32 licenseId) breachOf;
        mapping(LotId lotId => Hold hold) lots;
        mapping(bytes32 licenseId => bytes32 contentHash) contentHashOf;
        mapping(bytes32 contentHash => bytes32 licenseId) newestOf;
        mapping(bytes32 contentHash => Hold hold) contents;
    }

    /// @dev Records that may end before their expiry.
    uint16 private constant _MAY_END = StoredRecords.REVOCABLE | StoredRecords.REFUNDABLE;

    /// @notice Books the sale of a license that is not exclusive, of an asset or a whole lot.
    function sell(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        AssetId assetId
    ) internal {
        if (self.soldMap.markSold(assetId)) _requireFree(self, records, assetId, 0);
    }

    /// @notice Books the sale of one that may be returned: it stands against exclusive ones until then, or for good.
    function sellReturnable(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        AssetId assetId
    ) internal {
        _requireFree(self, records, assetId, 0);
        ++self.returnable[assetId];
    }

    /// @notice Books the sale of an exclusive license whose record is written.
    function sellExclusive(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        IAssetRegistry registry,
        bytes32 licenseId,
        bytes32 contentHash
    ) internal {
        StoredRecord storage record = records[licenseId];
        AssetId assetId = record.licensed();
        if (contentHash == 0) revert ILicenses.LicensesNoContent(assetId);
        self.contentHashOf[licenseId] = contentHash;
        _enter(self, records, registry, licenseId, contentHash);
        _mark(self, assetId);
    }

    /// @notice Books that a record was extended: a sale like the first one.
    /// @param wasLive whether it was in force until now
    function renew(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        IAssetRegistry registry,
        bytes32 licenseId,
        bool wasLive
    ) internal {
        StoredRecord storage record = records[licenseId];
        if (!record.has(StoredRecords.EXCLUSIVE)) return sell(self, records, record.licensed());
        if (!wasLive) return _enter(self, records, registry, licenseId, self.contentHashOf[licenseId]);
        _requireFree(self, records, record.licensed(), licenseId);
        if (!record.has(StoredRecords.COUNTED)) _hold(self, licenseId, record);
    }

    /// @notice Books that a license can no longer be returned; its flag is cleared already.
    function close(Book storage self, bytes32 licenseId, StoredRecord storage record) internal {
        if (!record.has(StoredRecords.EXCLUSIVE)) {
            --self.returnable[record.licensed()];
            self.soldMap.markSold(record.licensed());
            return;
        }
        if (!record.has(StoredRecords.COUNTED) || record.has(_MAY_END)) return;
        drop(self, licenseId, record);
        _hold(self, licenseId, record);
    }

    /// @notice Books that a license ended before its expiry.
    function end(Book storage self, bytes32 licenseId, StoredRecord storage record) internal {
        if (record.has(StoredRecords.EXCLUSIVE)) drop(self, licenseId, record);
        else if (record.has(StoredRecords.REFUNDABLE)) --self.returnable[record.licensed()];
    }

    /// @notice Takes an exclusive license that is over out of the counts; does nothing for one that is not in them.
    function drop(Book storage self, bytes32 licenseId, StoredRecord storage record) internal {
        if (!record.has(StoredRecords.COUNTED)) return;
        record.clear(StoredRecords.COUNTED);
        --self.lots[record.licensed().lotOf()].open;
        --self.contents[self.contentHashOf[licenseId]].open;
    }

    /// @notice Books that an asset is a copy of what an exclusive license covers.
    function breach(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        bytes32 licenseId,
        AssetId copy
    ) internal {
        (bytes32 known, StoredRecord storage record) = (self.breachOf[copy], records[licenseId]);
        // Only what surely outlasts the license in force takes its place: nothing is open in between.
        bool outlasts = record.expiry > records[known].expiry && !record.has(_MAY_END);
        if (!outlasts && records[known].isLive()) revert ILicenses.LicensesExclusiveAsset(copy, known);
        if (known == 0) ++self.lots[copy.lotOf()].open;
        self.breachOf[copy] = licenseId;
        _mark(self, copy);
    }

    /// @notice Takes out of the counts what an exclusive license that is over left on an asset.
    function release(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        AssetId assetId
    ) internal {
        (bytes32 licenseId, bytes32 proved) = (self.licenseOf[assetId], self.breachOf[assetId]);
        StoredRecord storage record = records[licenseId];
        bool isOver = record.has(StoredRecords.COUNTED) && !record.isLive();
        bool isHealed = proved != 0 && !records[proved].isLive();
        if (!isOver && !isHealed) revert ILicenses.LicensesNothingToRelease(assetId);
        if (isOver) drop(self, licenseId, record);
        if (!isHealed) return;
        delete self.breachOf[assetId];
        --self.lots[assetId.lotOf()].open;
    }

    /// @notice The exclusive license that stands against sales of the asset, zero if none.
    function inForce(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        AssetId assetId
    ) internal view returns (bytes32 licenseId) {
        licenseId = self.licenseOf[assetId];
        if (records[licenseId].isLive()) return licenseId;
        licenseId = self.breachOf[assetId];
        if (!records[licenseId].isLive()) return 0;
    }

    /// @notice What was sold of the asset or whole lot, but for what was returned.
    function soldOf(Book storage self, AssetId assetId) internal view returns (bool sold, bool exclusive) {
        (sold, exclusive) = self.soldMap.soldOf(assetId);
        sold = sold || self.returnable[assetId] != 0;
    }

    /// @notice Whether a hold stands: exclusive licenses are in force, or were not released yet.
    function stands(Hold memory hold) internal view returns (bool) {
        return hold.open != 0 || hold.until > block.timestamp;
    }

    /// @dev Checks a license that begins to be exclusive, and books it.
    function _enter(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        IAssetRegistry registry,
        bytes32 licenseId,
        bytes32 contentHash
    ) private {
        StoredRecord storage record = records[licenseId];
        AssetId assetId = record.licensed();
        _requireUnsold(self, assetId);
        _requireUnsold(self, assetId.lotOf().assetAt(WHOLE_LOT));
        _requireFree(self, records, assetId, licenseId);
        // The asset's last exclusive license is over, but may still be counted.
        bytes32 previous = self.licenseOf[assetId];
        drop(self, previous, records[previous]);
        self.licenseOf[assetId] = licenseId;
        _enterContent(self, records, registry, licenseId, contentHash);
        _count(self, licenseId, record);
    }

    /// @dev The same file is exclusively licensed once at a time, unless the new asset was committed before the others:
    /// whoever copies a file cannot lock out its maker, and of two lots of one second nobody can say which copied. The
    /// newest license is always that of an earliest asset, so another one on this asset may follow it.
    function _enterContent(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        IAssetRegistry registry,
        bytes32 licenseId,
        bytes32 contentHash
    ) private {
        AssetId assetId = records[licenseId].licensed();
        uint40 committedAt = registry.lotOf(assetId.lotOf()).committedAt;
        Hold storage hold = self.contents[contentHash];
        bytes32 newest = self.newestOf[contentHash];
        AssetId other = records[newest].licensed();
        bool isTied = committedAt == hold.earliest && !(other.lotOf() == assetId.lotOf());
        bool isFirst = committedAt < hold.earliest || isTied || other == assetId;
        if (!isFirst && stands(hold)) revert ILicenses.LicensesExclusiveContent(contentHash, newest);
        hold.earliest = committedAt;
        self.newestOf[contentHash] = licenseId;
    }

    function _count(Book storage self, bytes32 licenseId, StoredRecord storage record) private {
        if (!record.has(_MAY_END)) return _hold(self, licenseId, record);
        record.set(StoredRecords.COUNTED);
        ++self.lots[record.licensed().lotOf()].open;
        ++self.contents[self.contentHashOf[licenseId]].open;
    }

    function _hold(Book storage self, bytes32 licenseId, StoredRecord storage record) private {
        _extend(self.lots[record.licensed().lotOf()], record.expiry);
        _extend(self.contents[self.contentHashOf[licenseId]], record.expiry);
    }

    function _extend(Hold storage hold, uint40 until) private {
        if (hold.until < until) hold.until = until;
    }

    function _mark(Book storage self, AssetId assetId) private {
        self.soldMap.markExclusive(assetId);
        self.soldMap.markExclusive(assetId.lotOf().assetAt(WHOLE_LOT));
    }

    function _requireUnsold(Book storage self, AssetId assetId) private view {
        (bool sold, ) = soldOf(self, assetId);
        if (sold) revert ILicenses.LicensesSoldAsset(assetId);
    }

    /// @dev Nothing is sold beside an exclusive license but the license `own` itself.
    function _requireFree(
        Book storage self,
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        AssetId assetId,
        bytes32 own
    ) private view {
        if (assetId.isWholeLot()) {
            if (stands(self.lots[assetId.lotOf()])) revert ILicenses.LicensesExclusiveLot(assetId.lotOf());
            return;
        }
        _requireOver(records, assetId, self.licenseOf[assetId], own);
        _requireOver(records, assetId, self.breachOf[assetId], own);
    }

    function _requireOver(
        mapping(bytes32 licenseId => StoredRecord record) storage records,
        AssetId assetId,
        bytes32 licenseId,
        bytes32 own
    ) private view {
        if (licenseId != own && records[licenseId].isLive()) {
            revert ILicenses.LicensesExclusiveAsset(assetId, licenseId);
        }
    }
}
