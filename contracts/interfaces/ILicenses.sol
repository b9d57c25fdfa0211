// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId} from "../types/Ids.sol";

/// @notice What a license allows: bits of a `usages` set, in this order from bit 0.
enum Usage {
    Personal,
    Commercial,
    Advertising,
    Training,
    Derivative,
    Sublicense
}

/// @notice State of a license record; both ends are for good, and leave nothing of what it allowed.
enum LicenseStatus {
    None,
    Granted,
    Refunded,
    Revoked
}

/**
 * @notice A license record as granted: derivative and training rights, and everything that is not plain.
 * @param licenseId id of the record, the purchase id
 * @param offerId offer it was bought under
 * @param assetId licensed asset; index 0xFFFFFF = every asset of the lot
 * @param holder account that may use it
 * @param expiry first second in which it is over, unix time; 2^40-1 = perpetual
 * @param rate ppm of a derivative recipe's sales
 * @param usages bit set of {Usage}
 * @param price token units paid
 * @param seats accounts that may use it at once, the holder included; at least 1
 * @param transferable whether it becomes an ERC-721 token that may change hands
 * @param exclusive whether nothing else may be sold on the asset while it is in force
 * @param revocable whether a ruling may end it
 * @param refundable whether it may be returned until {ILicenses-closeRefund}
 * @param contentHash SHA-256 of the licensed bytes, proved by the caller; of an exclusive license only, else zero
 */
struct RecordGrant {
    bytes32 licenseId;
    bytes32 offerId;
    AssetId assetId;
    address holder;
    uint40 expiry;
    uint24 rate;
    uint8 usages;
    uint96 price;
    uint32 seats;
    bool transferable;
    bool exclusive;
    bool revocable;
    bool refundable;
    bytes32 contentHash;
}

/**
 * @notice A license record as stored.
 * @param holder account that may use it
 * @param expiry first second in which it is over, unix time; 2^40-1 = perpetual
 * @param rate ppm of a derivative recipe's sales, frozen at the purchase
 * @param usages bit set of {Usage}
 * @param status whether it was granted, and how it ended; expiry is a matter of time and not of status
 * @param assetId licensed asset; index 0xFFFFFF = every asset of the lot
 * @param usedBy ordinal of the recipe registered with it, 0 = unused
 * @param boughtAt unix seconds of the purchase
 * @param price token units paid
 * @param seats accounts that may use it at once, the holder included
 * @param offerId offer it was bought under
 * @param transferable whether it is an ERC-721 token that may change hands
 * @param exclusive whether nothing else may be sold on the asset while it is in force
 * @param revocable whether a ruling may end it
 * @param transferred whether it changed hands, after which it cannot be returned
 */
struct LicenseRecord {
    address holder;
    uint40 expiry;
    uint24 rate;
    uint8 usages;
    LicenseStatus status;
    AssetId assetId;
    uint32 usedBy;
    uint40 boughtAt;
    uint96 price;
    uint32 seats;
    bytes32 offerId;
    bool transferable;
    bool exclusive;
    bool revocable;
    bool transferred;
}

/**
 * @title ILicenses
 * @notice Every entitlement of the protocol. Plain licenses (personal, commercial, advertising) share one slot per
 * (asset, account); everything else is a record with its own id, so that the terms of one purchase never change
 * another's. Nobody can take a license away.
 */
interface ILicenses {
    /**
     * @notice A license record was granted.
     * @param licenseId its id, the purchase id
     * @param assetId licensed asset
     * @param holder account that may use it
     * @param usages bit set of {Usage}
     * @param rate ppm of a derivative recipe's sales
     * @param expiry first second in which it is over; 2^40-1 = perpetual
     */
    event LicenseRecorded(
        bytes32 indexed licenseId,
        AssetId indexed assetId,
        address indexed holder,
        uint8 usages,
        uint24 rate,
        uint40 expiry
    );

    /**
     * @notice A recipe was registered with a license; the license registers no other.
     * @param licenseId the record
     * @param recipe ordinal of the recipe
     */
    event LicenseUsed(bytes32 indexed licenseId, uint32 indexed recipe);

    /**
     * @notice The caller is not the contract that may do this.
     * @param caller who called
     */
    error LicensesUnauthorized(address caller);

    /**
     * @notice The record exists already.
     * @param licenseId its id
     */
    error LicensesDuplicateLicense(bytes32 licenseId);

    /**
     * @notice No record has this id.
     * @param licenseId the id
     */
    error LicensesUnknownLicense(bytes32 licenseId);

    /**
     * @notice The record belongs to somebody else.
     * @param licenseId the record
     * @param account who wanted to use it
     * @param holder who may
     */
    error LicensesForeignLicense(bytes32 licenseId, address account, address holder);

    /**
     * @notice The record is for another asset.
     * @param licenseId the record
     * @param assetId asset it was to be used for
     * @param licensed asset, or whole lot, it covers
     */
    error LicensesOutOfScope(bytes32 licenseId, AssetId assetId, AssetId licensed);

    /**
     * @notice The record is over.
     * @param licenseId the record
     * @param expiry first second in which it was over
     */
    error LicensesExpiredLicense(bytes32 licenseId, uint40 expiry);

    /**
     * @notice The record does not allow the usage.
     * @param licenseId the record
     * @param usage usage asked for
     * @param usages bit set of what it allows
     */
    error LicensesMissingUsage(bytes32 licenseId, Usage usage, uint8 usages);

    /**
     * @notice The record has registered a recipe.
     * @param licenseId the record
     * @param recipe ordinal of that recipe
     */
    error LicensesUsedLicense(bytes32 licenseId, uint32 recipe);

    /**
     * @notice Extends each usage for itself: `max(expiry, now) + duration`; perpetual stays perpetual. Marks the
     * asset as sold. Only LicenseMarket may call.
     * @param assetId licensed asset
     * @param licensee account that may use it
     * @param usages bit set of personal, commercial and advertising
     * @param duration seconds; 2^40-1 = perpetual
     * @return slot the license after it: expiries (unix seconds, 40 bits each) of personal, commercial, advertising
     * from bit 0
     */
    function grantPlain(
        AssetId assetId,
        address licensee,
        uint8 usages,
        uint40 duration
    ) external returns (uint256 slot);

    /**
     * @notice Writes a license record and marks the asset as sold. Only LicenseMarket may call.
     * @param grant the record; its id must be new
     */
    function grantRecord(RecordGrant calldata grant) external;

    /**
     * @notice Marks a license used by a recipe: one record registers one recipe. Only AssetRegistry may call.
     * @param licenseId the record
     * @param holder licensor of the recipe, must hold the record
     * @param parentAsset parent the recipe names, must be covered by the record
     * @param usage right that the parent demands: training or derivative
     * @param recipe ordinal of the recipe
     * @return rate ppm of the recipe's sales, as bought
     * @return expiry first second in which the license is over; 2^40-1 = perpetual
     */
    function useLicense(
        bytes32 licenseId,
        address holder,
        AssetId parentAsset,
        Usage usage,
        uint32 recipe
    ) external returns (uint24 rate, uint40 expiry);

    /// @notice The only contract that may use licenses to register recipes.
    function assetRegistry() external view returns (address);

    /// @notice The only contract that may grant licenses.
    function licenseMarket() external view returns (address);

    /**
     * @notice Whether `account` has a live plain license of `usage` for the asset or its whole lot (2 reads).
     * Training, derivative and sublicense rights are records: see {holdsLicense}.
     * @param account who would use it
     * @param assetId the asset
     * @param usage the usage
     * @return whether it may now
     */
    function hasLicense(address account, AssetId assetId, Usage usage) external view returns (bool);

    /**
     * @notice Whether `account` holds the record `licenseId`, live, for `usage` of `assetId`. A record that has
     * registered a recipe still licenses its holder.
     * @param licenseId the record
     * @param account who would use it
     * @param assetId the asset
     * @param usage the usage
     * @return whether it may now
     */
    function holdsLicense(
        bytes32 licenseId,
        address account,
        AssetId assetId,
        Usage usage
    ) external view returns (bool);

    /**
     * @notice Expiries of an account's plain license, without that of the whole lot. Each is the first second in
     * which the usage is over (unix time), 0 = never bought, 2^40-1 = perpetual.
     * @param account the licensee
     * @param assetId the asset, or a whole lot (index 0xFFFFFF)
     * @return personal expiry of personal use
     * @return commercial expiry of commercial use
     * @return advertising expiry of use in advertising
     */
    function plainLicenseOf(
        address account,
        AssetId assetId
    ) external view returns (uint40 personal, uint40 commercial, uint40 advertising);

    /**
     * @notice A license record; reverts if there is none.
     * @param licenseId the record
     * @return record all of it
     */
    function recordOf(bytes32 licenseId) external view returns (LicenseRecord memory record);

    /**
     * @notice What was ever sold of an asset, whether or not it is still in force.
     * @param assetId the asset, or a whole lot (index 0xFFFFFF)
     * @return sold whether any license was sold
     * @return exclusive whether an exclusive one was sold
     */
    function soldOf(AssetId assetId) external view returns (bool sold, bool exclusive);
}
