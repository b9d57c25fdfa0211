// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/token/ERC721/extensions/IERC721Metadata.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {AssetLeaf, IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {ILicenseRenderer} from "../interfaces/ILicenseRenderer.sol";
import {ILicenses, LicenseRecord, LicenseStatus, RecordGrant, Usage} from "../interfaces/ILicenses.sol";
import {AssetId, LotId, WHOLE_LOT} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {ExclusiveBook, Hold} from "./ExclusiveBook.sol";
import {LicenseRenderer} from "./LicenseRenderer.sol";
import {extendedExpiry, PlainLicense} from "./PlainLicense.sol";
import {SeatTable, SeatTables} from "./SeatTable.sol";
import {StoredRecord, StoredRecords} from "./StoredRecord.sol";

/// @title Licenses
/// @notice Keeps every entitlement; the prose is in {ILicenses}.
contract Licenses is ILicenses, ERC721 {
    using ExclusiveBook for ExclusiveBook.Book;
    using SeatTables for SeatTable;
    using StoredRecords for StoredRecord;

    /// @dev ERC-4906 has no functions, so its number is not computed from any.
    bytes4 private constant _METADATA_UPDATES = 0x49064906;

    address private immutable _LICENSE_MARKET;
    IAssetRegistry private immutable _ASSET_REGISTRY;
    ILicenseRenderer private immutable _RENDERER;

    mapping(AssetId assetId => mapping(address account => PlainLicense license)) private _plainLicenses;
    mapping(bytes32 licenseId => StoredRecord record) private _records;
    ExclusiveBook.Book private _exclusives;
    mapping(bytes32 licenseId => mapping(uint32 transfers => SeatTable table)) private _seats;

    constructor(address deployer) ERC721("Imprimatur Licenses", "IMPRL") {
        _LICENSE_MARKET = IDeployer(deployer).addressOf(Names.LICENSE_MARKET);
        _ASSET_REGISTRY = IAssetRegistry(IDeployer(deployer).addressOf(Names.ASSET_REGISTRY));
        _RENDERER = new LicenseRenderer();
    }

    /// @inheritdoc ILicenses
    function grantPlain(
        AssetId assetId,
        address licensee,
        uint8 usages,
        uint40 duration
    ) external returns (uint256 slot) {
        _onlyFrom(_LICENSE_MARKET);
        _exclusives.sell(_records, assetId);
        mapping(address account => PlainLicense license) storage licensesOfAsset = _plainLicenses[assetId];
        PlainLicense license = licensesOfAsset[licensee].extend(usages, duration);
        licensesOfAsset[licensee] = license;
        return PlainLicense.unwrap(license);
    }

    /// @inheritdoc ILicenses
    function grantRecord(RecordGrant calldata grant) external {
        _onlyFrom(_LICENSE_MARKET);
        bytes32 licenseId = grant.licenseId;
        StoredRecord storage record = _records[licenseId];
        if (record.status != LicenseStatus.None) revert LicensesDuplicateLicense(licenseId);
        record.write(grant);
        if (grant.exclusive) _exclusives.sellExclusive(_records, _ASSET_REGISTRY, licenseId, grant.contentHash);
        else if (grant.refundable) _exclusives.sellReturnable(_records, grant.assetId);
        else _exclusives.sell(_records, grant.assetId);
        _emitRecorded(grant);
        // The holder is not called back: it asked for the license, and a refusal could only hurt itself.
        if (grant.transferable) _mint(grant.holder, uint256(licenseId));
    }

    /// @inheritdoc ILicenses
    function renewRecord(bytes32 licenseId, uint40 duration) external returns (uint40 expiry) {
        _onlyFrom(_LICENSE_MARKET);
        StoredRecord storage record = _unended(licenseId);
        bool wasLive = record.isLive();
        expiry = extendedExpiry(record.expiry, duration);
        record.expiry = expiry;
        _exclusives.renew(_records, _ASSET_REGISTRY, licenseId, wasLive);
        emit LicenseRenewed(licenseId, expiry);
        _updateMetadata(record, licenseId);
    }

    /// @inheritdoc ILicenses
    function closeRefund(bytes32 licenseId) external {
        _onlyFrom(_LICENSE_MARKET);
        StoredRecord storage record = _unended(licenseId);
        if (!record.has(StoredRecords.REFUNDABLE)) revert LicensesFinalLicense(licenseId);
        record.clear(StoredRecords.REFUNDABLE);
        _exclusives.close(licenseId, record);
    }

    /// @inheritdoc ILicenses
    function endRecord(bytes32 licenseId, LicenseStatus status) external {
        _onlyFrom(_LICENSE_MARKET);
        StoredRecord storage record = _unended(licenseId);
        _checkEnd(record, licenseId, status);
        record.status = status;
        _exclusives.end(licenseId, record);
        emit LicenseEnded(licenseId, status);
        if (record.has(StoredRecords.TRANSFERABLE)) _burn(uint256(licenseId));
        if (record.usedBy != 0) _ASSET_REGISTRY.stopRecipe(record.usedBy);
    }

    /// @inheritdoc ILicenses
    function assignSeat(bytes32 licenseId, uint32 seat, address account) external {
        StoredRecord storage record = _unended(licenseId);
        if (record.holder != msg.sender) revert LicensesUnauthorized(msg.sender);
        if (seat == 0 || seat >= record.seats) revert LicensesUnknownSeat(licenseId, seat, record.seats);
        if (account == msg.sender) revert LicensesSeatedAccount(licenseId, account, 0);
        address previous = _seats[licenseId][record.transfers].assign(licenseId, seat, account);
        emit SeatAssigned(licenseId, seat, account, previous);
    }

    /// @inheritdoc ILicenses
    function useLicense(
        bytes32 licenseId,
        address holder,
        AssetId parentAsset,
        Usage usage,
        uint32 recipe
    ) external returns (uint24 rate, uint40 expiry) {
        _onlyFrom(address(_ASSET_REGISTRY));
        StoredRecord storage record = _unended(licenseId);
        _checkHeld(record, licenseId, holder, parentAsset);
        _checkUsable(record, licenseId, usage);
        if (record.usedBy == 0) _use(record, licenseId, recipe);
        else if (record.usedBy != recipe) revert LicensesUsedLicense(licenseId, record.usedBy);
        return (record.rate, record.expiry);
    }

    /// @inheritdoc ILicenses
    function proveBreach(bytes32 licenseId, AssetId copy, AssetLeaf calldata leaf, bytes32[] calldata proof) external {
        StoredRecord storage record = _unended(licenseId);
        if (!record.has(StoredRecords.EXCLUSIVE)) revert LicensesNotExclusive(licenseId);
        if (!record.isLive()) revert LicensesExpiredLicense(licenseId, record.expiry);
        bool isCopy =
            _isLater(copy, record.licensed()) &&
                _exclusives.contentHashOf[licenseId] == leaf.contentHash &&
                _ASSET_REGISTRY.verify(copy, leaf, proof);
        if (!isCopy) revert LicensesNoBreach(licenseId, copy);
        _exclusives.breach(_records, licenseId, copy);
        emit BreachProved(licenseId, copy);
    }

    /// @inheritdoc ILicenses
    function releaseExclusive(AssetId assetId) external {
        _exclusives.release(_records, assetId);
        emit ExclusiveReleased(assetId);
    }

    /// @inheritdoc ILicenses
    function assetRegistry() external view returns (address) {
        return address(_ASSET_REGISTRY);
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
            record.isLive() &&
            record.allows(usage) &&
            record.covers(assetId) &&
            (record.holder == account || _seats[licenseId][record.transfers].seats[account] != 0);
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
        return _exclusives.soldOf(assetId);
    }

    /// @inheritdoc ILicenses
    function exclusiveOf(AssetId assetId) external view returns (bytes32 licenseId) {
        return _exclusives.inForce(_records, assetId);
    }

    /// @inheritdoc ILicenses
    function exclusivesIn(LotId lotId) external view returns (uint40 until, uint32 open) {
        Hold storage hold = _exclusives.lots[lotId];
        return (hold.until, hold.open);
    }

    /// @inheritdoc ILicenses
    function contentHashOf(bytes32 licenseId) external view returns (bytes32) {
        return _exclusives.contentHashOf[licenseId];
    }

    /// @inheritdoc ILicenses
    function seatOf(bytes32 licenseId, uint32 seat) external view returns (address) {
        StoredRecord storage record = _known(licenseId);
        if (seat >= record.seats) revert LicensesUnknownSeat(licenseId, seat, record.seats);
        return seat == 0 ? record.holder : _seats[licenseId][record.transfers].accounts[seat];
    }

    /// @inheritdoc ILicenses
    function renderer() external view returns (address) {
        return address(_RENDERER);
    }

    /// @inheritdoc ILicenses
    function contractURI() external view returns (string memory) {
        return _RENDERER.contractURI(name(), symbol());
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 tokenId) public view override(ERC721, IERC721Metadata) returns (string memory) {
        _requireOwned(tokenId);
        return _RENDERER.tokenURI(bytes32(tokenId), _records[bytes32(tokenId)].unpack());
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool) {
        return interfaceId == _METADATA_UPDATES || super.supportsInterface(interfaceId);
    }

    /// @dev The license follows its token. `auth` is zero where this contract mints and burns.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        if (auth == address(0)) return super._update(to, tokenId, auth);
        StoredRecord storage record = _unended(bytes32(tokenId));
        if (!record.has(StoredRecords.TRANSFERABLE)) revert LicensesNotTransferable(bytes32(tokenId));
        if (record.usedBy != 0) revert LicensesUsedLicense(bytes32(tokenId), record.usedBy);
        from = super._update(to, tokenId, auth);
        record.passTo(to);
    }

    function _emitRecorded(RecordGrant calldata grant) private {
        emit LicenseRecorded(
            grant.licenseId,
            grant.assetId,
            grant.holder,
            grant.usages,
            grant.rate,
            grant.expiry,
            grant.seats
        );
    }

    function _use(StoredRecord storage record, bytes32 licenseId, uint32 recipe) private {
        record.usedBy = recipe;
        emit LicenseUsed(licenseId, recipe);
        _updateMetadata(record, licenseId);
    }

    function _updateMetadata(StoredRecord storage record, bytes32 licenseId) private {
        if (record.has(StoredRecords.TRANSFERABLE)) emit MetadataUpdate(uint256(licenseId));
    }

    function _onlyFrom(address allowed) private view {
        if (msg.sender != allowed) revert LicensesUnauthorized(msg.sender);
    }

    function _known(bytes32 licenseId) private view returns (StoredRecord storage record) {
        record = _records[licenseId];
        if (record.status == LicenseStatus.None) revert LicensesUnknownLicense(licenseId);
    }

    function _unended(bytes32 licenseId) private view returns (StoredRecord storage record) {
        record = _known(licenseId);
        if (record.status != LicenseStatus.Granted) revert LicensesEndedLicense(licenseId, record.status);
    }

    function _checkEnd(StoredRecord storage record, bytes32 licenseId, LicenseStatus status) private view {
        if (status <= LicenseStatus.Granted) revert LicensesInvalidEnd(licenseId, status);
        if (status == LicenseStatus.Revoked) {
            if (!record.has(StoredRecords.REVOCABLE)) revert LicensesNotRevocable(licenseId);
            return;
        }
        if (!record.has(StoredRecords.REFUNDABLE)) revert LicensesFinalLicense(licenseId);
        if (record.usedBy != 0) revert LicensesUsedLicense(licenseId, record.usedBy);
        if (record.transfers != 0) revert LicensesTransferredLicense(licenseId);
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
    }

    /// @dev A lot holds its own copies; of two lots of one second nobody can say which was first, so neither is later.
    function _isLater(AssetId copy, AssetId original) private view returns (bool) {
        if (copy.lotOf() == original.lotOf()) return !(copy == original);
        return _committedAt(copy) > _committedAt(original);
    }

    function _committedAt(AssetId assetId) private view returns (uint40) {
        return _ASSET_REGISTRY.lotOf(assetId.lotOf()).committedAt;
    }
}
