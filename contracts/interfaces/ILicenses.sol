// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {AssetId, LotId} from "../types/Ids.sol";
import {AssetLeaf} from "./IAssetRegistry.sol";

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
 * another's. Nobody can take a license away but under terms its buyer saw: one that is refundable until its window is
 * closed and while it is unused and unmoved, and one that is revocable by a ruling.
 *
 * A transferable record is an ERC-721 token whose id is its license id: whoever owns the token holds the license. A
 * transfer clears the seats, ends the right of return, and is refused once a recipe was registered with the license. A
 * record that ends is burned. The holder is seat 0 and gives seats 1 to `seats - 1`, one to an account.
 *
 * Exclusive means: while the license is in force nothing else is sold on its asset or on the whole of its lot, and no
 * exclusive license on the same content but of an asset committed earlier. It is refused where a license that is not
 * exclusive was ever sold on the asset or its whole lot, unless it was returned. Renewals are sales. A copy in the
 * same or a later lot sells nothing either once it is proved. What was sold before stays.
 *
 * Warning: what was sold on other copies of the content before, and on earlier commits of it, is not seen here.
 */
interface ILicenses is IERC721Metadata, IERC4906 {
    /**
     * @notice A license record was granted.
     * @param licenseId its id, the purchase id
     * @param assetId licensed asset
     * @param holder account that may use it
     * @param usages bit set of {Usage}
     * @param rate ppm of a derivative recipe's sales
     * @param expiry first second in which it is over; 2^40-1 = perpetual
     * @param seats accounts that may use it at once, the holder included
     */
    event LicenseRecorded(
        bytes32 indexed licenseId,
        AssetId indexed assetId,
        address indexed holder,
        uint8 usages,
        uint24 rate,
        uint40 expiry,
        uint32 seats
    );

    /**
     * @notice A recipe was registered with a license; the license registers no other.
     * @param licenseId the record
     * @param recipe ordinal of the recipe
     */
    event LicenseUsed(bytes32 indexed licenseId, uint32 indexed recipe);

    /**
     * @notice A license was extended.
     * @param licenseId the record
     * @param expiry first second in which it is over now; 2^40-1 = perpetual
     */
    event LicenseRenewed(bytes32 indexed licenseId, uint40 expiry);

    /**
     * @notice A license was ended before its expiry.
     * @param licenseId the record
     * @param status how: `Refunded` or `Revoked`
     */
    event LicenseEnded(bytes32 indexed licenseId, LicenseStatus status);

    /**
     * @notice A holder gave a seat, or emptied it. A transfer of the license empties all seats without this event.
     * @param licenseId the record
     * @param seat number of the seat, from 1
     * @param account who may use the license now, zero for nobody
     * @param previous who could before, zero for nobody
     */
    event SeatAssigned(bytes32 indexed licenseId, uint32 indexed seat, address indexed account, address previous);

    /**
     * @notice An asset was proved to be a copy of an exclusively licensed one; it sells nothing while that license is
     * in force.
     * @param licenseId the exclusive license
     * @param copy the asset
     */
    event BreachProved(bytes32 indexed licenseId, AssetId indexed copy);

    /**
     * @notice What exclusive licenses that are over held of an asset's lot and content was let go.
     * @param assetId the asset
     */
    event ExclusiveReleased(AssetId indexed assetId);

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
     * @notice The record was returned or revoked.
     * @param licenseId the record
     * @param status how it ended
     */
    error LicensesEndedLicense(bytes32 licenseId, LicenseStatus status);

    /**
     * @notice A license cannot end like this.
     * @param licenseId the record
     * @param status status asked for, neither `Refunded` nor `Revoked`
     */
    error LicensesInvalidEnd(bytes32 licenseId, LicenseStatus status);

    /**
     * @notice The license cannot be returned, or no longer.
     * @param licenseId the record
     */
    error LicensesFinalLicense(bytes32 licenseId);

    /**
     * @notice The license was sold without the term that a ruling may end it.
     * @param licenseId the record
     */
    error LicensesNotRevocable(bytes32 licenseId);

    /**
     * @notice The license was sold without the right to pass it on.
     * @param licenseId the record
     */
    error LicensesNotTransferable(bytes32 licenseId);

    /**
     * @notice The license changed hands, so it cannot be returned.
     * @param licenseId the record
     */
    error LicensesTransferredLicense(bytes32 licenseId);

    /**
     * @notice The license has no such seat to give.
     * @param licenseId the record
     * @param seat the seat; 0 is always the holder's
     * @param seats number of its seats, that of the holder included
     */
    error LicensesUnknownSeat(bytes32 licenseId, uint32 seat, uint32 seats);

    /**
     * @notice The account has a seat already.
     * @param licenseId the record
     * @param account the account
     * @param seat its seat; 0 is the holder's
     */
    error LicensesSeatedAccount(bytes32 licenseId, address account, uint32 seat);

    /**
     * @notice An exclusive license stands against the sale.
     * @param assetId asset to be sold
     * @param licenseId the exclusive license
     */
    error LicensesExclusiveAsset(AssetId assetId, bytes32 licenseId);

    /**
     * @notice An exclusive license on one of its assets stands against the sale of a whole lot, or one that is over was
     * not released: see {ILicenses-releaseExclusive}.
     * @param lotId the lot
     */
    error LicensesExclusiveLot(LotId lotId);

    /**
     * @notice A license that is not exclusive was sold before and not returned, so none can be exclusive.
     * @param assetId the asset, or its whole lot, on which it was sold
     */
    error LicensesSoldAsset(AssetId assetId);

    /**
     * @notice The content is exclusively licensed as an asset of a lot that was not committed later, or such a license
     * is over and was not released: see {ILicenses-releaseExclusive}.
     * @param contentHash the content
     * @param licenseId newest exclusive license of it
     */
    error LicensesExclusiveContent(bytes32 contentHash, bytes32 licenseId);

    /**
     * @notice An exclusive license must name its content.
     * @param assetId the asset
     */
    error LicensesNoContent(AssetId assetId);

    /**
     * @notice The license is not exclusive.
     * @param licenseId the record
     */
    error LicensesNotExclusive(bytes32 licenseId);

    /**
     * @notice The asset is not a copy of what the license covers: the same asset, another content, a wrong proof, or a
     * lot that was committed earlier.
     * @param licenseId the exclusive license
     * @param copy the asset
     */
    error LicensesNoBreach(bytes32 licenseId, AssetId copy);

    /**
     * @notice No exclusive license that is over holds anything of the asset's lot or content.
     * @param assetId the asset
     */
    error LicensesNothingToRelease(AssetId assetId);

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
     * @notice Writes a license record and books the sale; a transferable one is minted to its holder without calling
     * it back. Only LicenseMarket may call, which proves the content of an exclusive one.
     * @param grant the record; its id must be new
     */
    function grantRecord(RecordGrant calldata grant) external;

    /**
     * @notice Extends a record: `max(expiry, now) + duration`; perpetual stays perpetual. A renewal is a sale: what
     * would stand against a new license stands against it, but for the license itself. Only LicenseMarket may call.
     * @param licenseId the record
     * @param duration seconds; 2^40-1 = perpetual
     * @return expiry first second in which it is over now
     */
    function renewRecord(bytes32 licenseId, uint40 duration) external returns (uint40 expiry);

    /**
     * @notice Ends the right to return a record. Only LicenseMarket may call.
     * @param licenseId the record
     */
    function closeRefund(bytes32 licenseId) external;

    /**
     * @notice Ends a record before its expiry: returned while it is refundable, unused and never transferred, or
     * revoked if it is revocable. A transferable one is burned. Only LicenseMarket may call.
     * @param licenseId the record
     * @param status `Refunded` or `Revoked`
     */
    function endRecord(bytes32 licenseId, LicenseStatus status) external;

    /**
     * @notice Gives a seat of a license to an account, or empties it. Only the holder may call. Seats of an expired
     * license may be given, because it may be renewed.
     * @param licenseId the record
     * @param seat 1 to `seats - 1`
     * @param account who may use the license as the holder may, but not pass it on, give seats or register a recipe;
     * zero for nobody
     */
    function assignSeat(bytes32 licenseId, uint32 seat, address account) external;

    /**
     * @notice Marks a copy of an exclusively licensed content, in the same or a later committed lot, so that it and
     * the whole of its lot sell nothing while the license is in force. Anyone may call. One license is noted of a copy:
     * while it is in force only one that lasts longer and cannot end early takes its place.
     * @param licenseId the exclusive license, in force
     * @param copy the other asset
     * @param leaf leaf of the copy
     * @param proof positional Merkle proof of the leaf
     */
    function proveBreach(bytes32 licenseId, AssetId copy, AssetLeaf calldata leaf, bytes32[] calldata proof) external;

    /**
     * @notice Lets go what exclusive licenses that are over, and could have ended before, hold of an asset's lot and
     * content, so that these can be sold again; the asset itself needs none of this. Anyone may call.
     * @param assetId the licensed asset, or a copy of its content
     */
    function releaseExclusive(AssetId assetId) external;

    /**
     * @notice Marks a license used by a recipe: one record registers one recipe, and may be used for that one again, to
     * renew it. Only AssetRegistry may call.
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
     * @notice Whether `account` holds the record `licenseId`, or has a seat of it, live, for `usage` of `assetId`. A
     * record that has registered a recipe still licenses its holder.
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
     * @return sold whether a license that is not exclusive was sold and not returned
     * @return exclusive whether an exclusive one was sold on it, on an asset of the whole lot, or on what it copies
     */
    function soldOf(AssetId assetId) external view returns (bool sold, bool exclusive);

    /**
     * @notice The exclusive license that stands against sales on an asset: its own, or one whose content it copies.
     * @param assetId the asset
     * @return licenseId the record, zero if none is in force
     */
    function exclusiveOf(AssetId assetId) external view returns (bytes32 licenseId);

    /**
     * @notice What exclusive licenses hold of a lot: while any does, the whole lot is not sold.
     * @param lotId the lot
     * @return until first second after the last of those that cannot end early, unix time
     * @return open number of those that can, and of proved copies, that were not released
     */
    function exclusivesIn(LotId lotId) external view returns (uint40 until, uint32 open);

    /**
     * @notice Content of an exclusive license.
     * @param licenseId the record
     * @return contentHash SHA-256 of the plain bytes, zero if it is not exclusive
     */
    function contentHashOf(bytes32 licenseId) external view returns (bytes32 contentHash);

    /**
     * @notice Who may use a license by one of its seats.
     * @param licenseId the record
     * @param seat 0 (the holder) to `seats - 1`
     * @return account the account, zero while nobody has the seat
     */
    function seatOf(bytes32 licenseId, uint32 seat) external view returns (address account);

    /// @notice The stateless contract that renders token metadata, created with this one.
    function renderer() external view returns (address);

    /// @notice Collection metadata as a data URI (ERC-7572).
    function contractURI() external view returns (string memory);
}
