// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import { AssetId } from "../types/Ids.sol";

/// @notice What a license allows: bits of a `usages` set, in this order from bit 0.
enum Usage {
    Personal,
    Commercial,
    Advertising,
    Training,
    Derivative,
    Sublicense
}

/// @notice A license record as granted (derivative and training grants, and everything that is not plain).
struct RecordGrant {
    bytes32 licenseId; // = purchaseId
    bytes32 offerId;
    AssetId assetId;
    address holder;
    uint40 expiry;
    uint24 rate; // ppm
    uint8 usages;
    uint96 price;
    uint32 seats;
}

/// @title ILicenses
/// @notice Every entitlement of the protocol: plain licenses in one slot per (asset, account), all else as records.
interface ILicenses {
    event LicenseRecorded(
        bytes32 indexed licenseId,
        AssetId indexed assetId,
        address indexed holder,
        uint8 usages,
        uint24 rate,
        uint40 expiry
    );
    event LicenseUsed(bytes32 indexed licenseId, uint32 indexed recipe);

    /// @notice Extends each usage for itself: `max(expiry, now) + duration`. Returns the slot after it.
    function grantPlain(
        AssetId assetId,
        address licensee,
        uint8 usages,
        uint40 duration
    ) external returns (uint256 slot);

    function grantRecord(RecordGrant calldata grant) external;

    /// @notice Marks a license used by `recipe` and returns the bought rate (ppm) and its expiry.
    function useLicense(
        bytes32 licenseId,
        address holder,
        AssetId parentAsset,
        Usage usage,
        uint32 recipe
    ) external returns (uint24 rate, uint40 expiry);

    /// @notice Whether `account` holds a live plain license of `usage` for the asset or its whole lot (2 reads).
    function hasLicense(address account, AssetId assetId, Usage usage) external view returns (bool);

    /// @notice Whether `account` holds the record `licenseId` live for `usage` of `assetId`.
    function holdsLicense(
        bytes32 licenseId,
        address account,
        AssetId assetId,
        Usage usage
    ) external view returns (bool);
}
