// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenses, LicenseRecord, LicenseStatus, RecordGrant, Usage} from "../interfaces/ILicenses.sol";
import {AssetId, WHOLE_LOT} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {PlainLicense} from "./PlainLicense.sol";
import {SoldMap, SoldMaps} from "./SoldMap.sol";
import {StoredRecord, StoredRecords} from "./StoredRecord.sol";

/// @title Licenses
/// @notice Keeps every entitlement; the prose is in {ILicenses}.
contract Licenses is ILicenses {
    using SoldMaps for SoldMap;
    using StoredRecords for StoredRecord;

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
        record.write(grant);
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
        return record.isLive() && record.holder == account && record.allows(usage) && record.covers(assetId);
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
        return _known(licenseId).unpack();
    }

    /// @inheritdoc ILicenses
    function soldOf(AssetId assetId) external view returns (bool sold, bool exclusive) {
        return _soldMap.soldOf(assetId);
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
        if (!record.covers(assetId)) {
            revert LicensesOutOfScope(licenseId, assetId, record.licensed());
        }
    }

    function _checkUsable(StoredRecord storage record, bytes32 licenseId, Usage usage) private view {
        if (!record.allows(usage)) revert LicensesMissingUsage(licenseId, usage, record.usages);
        if (record.expiry <= block.timestamp) revert LicensesExpiredLicense(licenseId, record.expiry);
        if (record.usedBy != 0) revert LicensesUsedLicense(licenseId, record.usedBy);
    }
}
