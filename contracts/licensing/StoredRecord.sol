// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LicenseRecord, LicenseStatus, RecordGrant, Usage} from "../interfaces/ILicenses.sol";
import {AssetId} from "../types/Ids.sol";

/**
 * @notice A license record in four slots; 8 bits of the second are kept for the depth of a sublicense, 24 of the third
 * are spare. `flags` are bits of {StoredRecords}; `transfers` numbers the holders, so that seats given by one are gone
 * with the next.
 */
struct StoredRecord {
    address holder;
    uint40 expiry;
    uint24 rate;
    uint8 usages;
    LicenseStatus status;
    uint16 flags;
    uint248 assetId;
    uint32 usedBy;
    uint40 boughtAt;
    uint96 price;
    uint32 seats;
    uint32 transfers;
    bytes32 offerId;
}

/// @notice Writes records and answers what one of them allows.
library StoredRecords {
    uint16 internal constant TRANSFERABLE = 1;
    uint16 internal constant EXCLUSIVE = 2;
    uint16 internal constant REVOCABLE = 4;
    uint16 internal constant REFUNDABLE = 8;

    /// @dev Whether an exclusive license is counted in {ExclusiveBook}, because it may end before its expiry.
    uint16 internal constant COUNTED = 16;

    /// @notice Writes a new record.
    function write(StoredRecord storage self, RecordGrant calldata grant) internal {
        self.holder = grant.holder;
        self.expiry = grant.expiry;
        self.rate = grant.rate;
        self.usages = grant.usages;
        self.status = LicenseStatus.Granted;
        self.flags = _flagsOf(grant);
        // casting to 'uint248' is safe because an asset id is 248 bits wide by definition
        self.assetId = uint248(AssetId.unwrap(grant.assetId));
        // casting to 'uint40' is safe because seconds reach 2^40 in the year 36812
        self.boughtAt = uint40(block.timestamp);
        self.price = grant.price;
        self.seats = grant.seats;
        self.offerId = grant.offerId;
    }

    /// @notice Sets flags.
    function set(StoredRecord storage self, uint16 flags) internal {
        self.flags |= flags;
    }

    /// @notice Clears flags.
    function clear(StoredRecord storage self, uint16 flags) internal {
        self.flags &= ~flags;
    }

    /// @notice Hands the record to another holder.
    function passTo(StoredRecord storage self, address to) internal {
        self.holder = to;
        ++self.transfers;
    }

    /// @notice Whether any of the flags is set.
    function has(StoredRecord storage self, uint16 flags) internal view returns (bool) {
        return self.flags & flags != 0;
    }

    /// @notice Whether the record is in force.
    function isLive(StoredRecord storage self) internal view returns (bool) {
        return self.status == LicenseStatus.Granted && self.expiry > block.timestamp;
    }

    /// @notice The asset, or whole lot, it licenses.
    function licensed(StoredRecord storage self) internal view returns (AssetId) {
        return AssetId.wrap(self.assetId);
    }

    /// @notice Whether the usage was bought.
    function allows(StoredRecord storage self, Usage usage) internal view returns (bool) {
        return (self.usages >> uint8(usage)) & 1 != 0;
    }

    /// @notice Whether the asset is the licensed one, or of the licensed lot.
    function covers(StoredRecord storage self, AssetId assetId) internal view returns (bool) {
        AssetId own = licensed(self);
        return own == assetId || (own.isWholeLot() && own.lotOf() == assetId.lotOf());
    }

    /// @notice The record as callers see it.
    function unpack(StoredRecord storage self) internal view returns (LicenseRecord memory) {
        return
            LicenseRecord({
                holder: self.holder,
                expiry: self.expiry,
                rate: self.rate,
                usages: self.usages,
                status: self.status,
                assetId: licensed(self),
                usedBy: self.usedBy,
                boughtAt: self.boughtAt,
                price: self.price,
                seats: self.seats,
                offerId: self.offerId,
                transferable: has(self, TRANSFERABLE),
                exclusive: has(self, EXCLUSIVE),
                revocable: has(self, REVOCABLE),
                transferred: self.transfers != 0
            });
    }

    function _flagsOf(RecordGrant calldata grant) private pure returns (uint16 flags) {
        if (grant.transferable) flags |= TRANSFERABLE;
        if (grant.exclusive) flags |= EXCLUSIVE;
        if (grant.revocable) flags |= REVOCABLE;
        if (grant.refundable) flags |= REFUNDABLE;
    }
}
