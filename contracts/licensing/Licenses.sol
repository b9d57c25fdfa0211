// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenses, LicenseRecord, LicenseStatus, RecordGrant, Usage} from "../interfaces/ILicenses.sol";
import {AssetId, WHOLE_LOT} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {PlainLicense} from "./PlainLicense.sol";
import {SoldMap, SoldMaps} from "./SoldMap.sol";

/// @title Licenses
/// @notice Keeps every entitlement; the prose is in {ILicenses}.
contract Licenses is ILicenses {
    using SoldMaps for SoldMap;

    /// @dev Four slots; 16 bits of the first and 56 of the third are spare, 8 of the second are kept for the depth.
    struct StoredRecord {
        address holder;
        uint40 expiry;
        uint24 rate;
        uint8 usages;
        LicenseStatus status;
        uint248 assetId;
        uint32 usedBy;
        uint40 boughtAt;
        uint96 price;
        uint32 seats;
        bytes32 offerId;
    }

    address private immutable _LICENSE_MARKET;
    address private immutable _ASSET_REGISTRY;

    mapping(AssetId assetId => mapping(address account => PlainLicense license)) private _plainLicenses;
    mapping(bytes32 licenseId => StoredRecord record) private _records;
    SoldMap private _soldMap;

    constructor(address deployer) {
        _LICENSE_MARKET = IDeployer(deployer).addressOf(Names.LICENSE_MARKET);
        _ASSET_REGISTRY = IDeployer(deployer).addressOf(Names.ASSET_REGISTRY);
    }

    /// @inheritdoc ILicenses
    function grantPlain(
        AssetId assetId,
        address licensee,
        uint8 usages,
        uint40 duration
    ) external returns (uint256 slot) {
        _onlyFrom(_LICENSE_MARKET);
        mapping(address account => PlainLicense license) storage licensesOfAsset = _plainLicenses[assetId];
        PlainLicense license = licensesOfAsset[licensee].extend(usages, duration);
        licensesOfAsset[licensee] = license;
        _soldMap.markSold(assetId);
        return PlainLicense.unwrap(license);
    }

    /// @inheritdoc ILicenses
    function grantRecord(RecordGrant calldata grant) external {
        _onlyFrom(_LICENSE_MARKET);
        StoredRecord storage record = _records[grant.licenseId];
        if (record.status != LicenseStatus.None) revert LicensesDuplicateLicense(grant.licenseId);
        _write(record, grant);
        _soldMap.markSold(grant.assetId);
        emit LicenseRecorded(grant.licenseId, grant.assetId, grant.holder, grant.usages, grant.rate, grant.expiry);
    }

    /// @inheritdoc ILicenses
    function useLicense(
        bytes32 licenseId,
        address holder,
        AssetId parentAsset,
        Usage usage,
        uint32 recipe
    ) external returns (uint24 rate, uint40 expiry) {
        _onlyFrom(_ASSET_REGISTRY);
        StoredRecord storage record = _known(licenseId);
        _checkHeld(record, licenseId, holder, parentAsset);
        _checkUsable(record, licenseId, usage);
        record.usedBy = recipe;
        emit LicenseUsed(licenseId, recipe);
        return (record.rate, record.expiry);
    }

    /// @inheritdoc ILicenses
    function assetRegistry() external view returns (address) {
        return _ASSET_REGISTRY;
    }

    /// @inheritdoc ILicenses
    function licenseMarket() external view returns (address) {
        return _LICENSE_MARKET;
    }

    /// @inheritdoc ILicenses
    function hasLicense(address account, AssetId assetId, Usage usage) external view returns (bool) {
        AssetId wholeLot = assetId.lotOf().assetAt(WHOLE_LOT);
        return
            _plainLicenses[assetId][account].expiryOf(usage) > block.timestamp ||
            _plainLicenses[wholeLot][account].expiryOf(usage) > block.timestamp;
    }

    /// @inheritdoc ILicenses
    function holdsLicense(
        bytes32 licenseId,
        address account,
        AssetId assetId,
        Usage usage
    ) external view returns (bool) {
        StoredRecord storage record = _records[licenseId];
        return
            record.status == LicenseStatus.Granted &&
            record.holder == account &&
            record.expiry > block.timestamp &&
            _allows(record, usage) &&
            _covers(record, assetId);
    }

    /// @inheritdoc ILicenses
    function plainLicenseOf(
        address account,
        AssetId assetId
    ) external view returns (uint40 personal, uint40 commercial, uint40 advertising) {
        PlainLicense license = _plainLicenses[assetId][account];
        return (
            license.expiryOf(Usage.Personal),
            license.expiryOf(Usage.Commercial),
            license.expiryOf(Usage.Advertising)
        );
    }

    /// @inheritdoc ILicenses
    function recordOf(bytes32 licenseId) external view returns (LicenseRecord memory) {
        StoredRecord storage record = _known(licenseId);
        return
            LicenseRecord({
                holder: record.holder,
                expiry: record.expiry,
                rate: record.rate,
                usages: record.usages,
                status: record.status,
                assetId: AssetId.wrap(record.assetId),
                usedBy: record.usedBy,
                boughtAt: record.boughtAt,
                price: record.price,
                seats: record.seats,
                offerId: record.offerId
            });
    }

    /// @inheritdoc ILicenses
    function soldOf(AssetId assetId) external view returns (bool sold, bool exclusive) {
        return _soldMap.soldOf(assetId);
    }

    function _write(StoredRecord storage record, RecordGrant calldata grant) private {
        record.holder = grant.holder;
        record.expiry = grant.expiry;
        record.rate = grant.rate;
        record.usages = grant.usages;
        record.status = LicenseStatus.Granted;
        // casting to 'uint248' is safe because an asset id is 248 bits wide by definition
        record.assetId = uint248(AssetId.unwrap(grant.assetId));
        // casting to 'uint40' is safe because seconds reach 2^40 in the year 36812
        record.boughtAt = uint40(block.timestamp);
        record.price = grant.price;
        record.seats = grant.seats;
        record.offerId = grant.offerId;
    }

    function _onlyFrom(address allowed) private view {
        if (msg.sender != allowed) revert LicensesUnauthorized(msg.sender);
    }

    function _known(bytes32 licenseId) private view returns (StoredRecord storage record) {
        record = _records[licenseId];
        if (record.status == LicenseStatus.None) revert LicensesUnknownLicense(licenseId);
    }

    function _checkHeld(StoredRecord storage record, bytes32 licenseId, address account, AssetId assetId) private view {
        if (record.holder != account) revert LicensesForeignLicense(licenseId, account, record.holder);
        if (!_covers(record, assetId)) {
            revert LicensesOutOfScope(licenseId, assetId, AssetId.wrap(record.assetId));
        }
    }

    function _checkUsable(StoredRecord storage record, bytes32 licenseId, Usage usage) private view {
        if (!_allows(record, usage)) revert LicensesMissingUsage(licenseId, usage, record.usages);
        if (record.expiry <= block.timestamp) revert LicensesExpiredLicense(licenseId, record.expiry);
        if (record.usedBy != 0) revert LicensesUsedLicense(licenseId, record.usedBy);
    }

    function _allows(StoredRecord storage record, Usage usage) private view returns (bool) {
        return (record.usages >> uint8(usage)) & 1 != 0;
    }

    function _covers(StoredRecord storage record, AssetId assetId) private view returns (bool) {
        AssetId licensed = AssetId.wrap(record.assetId);
        return licensed == assetId || (licensed.isWholeLot() && licensed.lotOf() == assetId.lotOf());
    }
}
