// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Kind, Parent} from "../../contracts/interfaces/IAssetRegistry.sol";
import {ILicenseMarket, OfferInput, Purchase} from "../../contracts/interfaces/ILicenseMarket.sol";
import {LicenseRecord, Usage} from "../../contracts/interfaces/ILicenses.sol";
import {PERPETUAL} from "../../contracts/types/Constants.sol";
import {AssetId, LotId} from "../../contracts/types/Ids.sol";
import {Vm} from "../helpers/SolidityTest.sol";
import {LicensingFixture} from "./LicensingFixture.sol";

/// @notice Buys at random, and remembers only what the events said.
contract EntitlementsHandler is LicensingFixture {
    uint256 public constant ACTORS = 3;
    uint256 public constant ASSETS = 3;

    bytes32[] private _offerIds;
    LotId private _lot;
    uint32 private _recipe;
    uint256 private _salt;

    /// @notice Sums of what the events carried.
    uint256 public gross;
    uint256 public referrals;

    mapping(address account => mapping(AssetId assetId => uint256 slot)) public slotOf;
    mapping(address account => mapping(AssetId assetId => bytes32[] licenseIds)) private _licenseIds;

    constructor() {
        deployLicensing();
        address licensor = address(0xA11CE);
        bytes32 recipeId;
        (recipeId, _lot) = makeLot(licensor, Kind.Work, 0, new Parent[](0), uint32(ASSETS));
        _recipe = registry.recipeOf(recipeId).ordinal;
        uint40[4] memory durations = [uint40(1), 30 days, 5 * 365 days, PERPETUAL];
        // Every set of plain usages, and two that become records.
        for (uint8 usages = 1; usages < 8; ++usages) {
            for (uint256 i = 0; i < 4; ++i) {
                _publish(licensor, offerOf(recipeId, uint96(1 + i * 1e6), durations[i], usages, 0));
            }
        }
        _publish(licensor, offerOf(recipeId, 0, 7, 5, 0));
        _publish(licensor, offerOf(recipeId, 3e6, 30 days, 16, 100_000));
        _publish(licensor, offerOf(recipeId, 5e6, PERPETUAL, 31, 900_000));
        for (uint256 i = 0; i < ACTORS; ++i) {
            fund(actor(i));
        }
    }

    function buy(uint256 offer, uint256 asset, uint256 payer, uint256 licensee, bool settle) external {
        Purchase memory purchase = purchaseOf(_offerIds[offer % _offerIds.length], assetAt(asset), actor(licensee));
        purchase.salt = bytes32(++_salt);
        vm.recordLogs();
        vm.prank(actor(payer));
        market.purchaseLicense(purchase, settle);
        _remember(vm.getRecordedLogs());
    }

    function wait(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 0, 40 days));
    }

    function actor(uint256 index) public pure returns (address) {
        return address(uint160(0xB0B + (index % ACTORS)));
    }

    function assetAt(uint256 index) public view returns (AssetId) {
        return _lot.assetAt(uint24(index % ASSETS));
    }

    function licenseIdsOf(address account, AssetId assetId) external view returns (bytes32[] memory) {
        return _licenseIds[account][assetId];
    }

    function hasLicense(address account, AssetId assetId, Usage usage) external view returns (bool) {
        return licenses.hasLicense(account, assetId, usage);
    }

    function recordOf(bytes32 licenseId) external view returns (LicenseRecord memory) {
        return licenses.recordOf(licenseId);
    }

    function holdsLicense(
        bytes32 licenseId,
        address account,
        AssetId assetId,
        Usage usage
    ) external view returns (bool) {
        return licenses.holdsLicense(licenseId, account, assetId, usage);
    }

    function bookedSales() external view returns (uint256) {
        return splitter.ledgerOf(_recipe, address(usdc)).sales;
    }

    function heldByTheSplitter() external view returns (uint256) {
        return usdc.balanceOf(address(splitter));
    }

    function heldByTheMarket() external view returns (uint256) {
        return usdc.balanceOf(address(market)) + usdc.balanceOf(address(licenses));
    }

    function _publish(address licensor, OfferInput memory input) private {
        vm.prank(licensor);
        _offerIds.push(market.publishOffer(input));
    }

    function _remember(Vm.Log[] memory logs) private {
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] != ILicenseMarket.LicensePurchased.selector) continue;
            AssetId assetId = AssetId.wrap(uint256(logs[i].topics[2]));
            address licensee = address(uint160(uint256(logs[i].topics[3])));
            (bytes32 purchaseId, , , , , uint256 paid, uint256 referral, uint256 slot) = abi.decode(
                logs[i].data,
                (bytes32, address, address, uint32, address, uint256, uint256, uint256)
            );
            gross += paid;
            referrals += referral;
            if (slot == 0) _licenseIds[licensee][assetId].push(purchaseId);
            else slotOf[licensee][assetId] = slot;
        }
    }
}

/// @notice R11 and R12 of the ledger: no right without an event that granted it, and no unit unaccounted for.
contract EntitlementsTest is LicensingFixture {
    EntitlementsHandler private _handler;

    function setUp() external {
        _handler = new EntitlementsHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice R11: whoever has a license finds it, to the second, in the last event about it.
    function invariant_LicenseHasEvent() external view {
        for (uint256 i = 0; i < _handler.ACTORS() * _handler.ASSETS(); ++i) {
            (address account, AssetId assetId) = (_handler.actor(i / 3), _handler.assetAt(i));
            uint256 slot = _handler.slotOf(account, assetId);
            for (uint256 usage = 0; usage < 6; ++usage) {
                bool live = uint40(slot >> (40 * usage)) > block.timestamp;
                assertTrue(_handler.hasLicense(account, assetId, Usage(usage)) == live, "plain license");
            }
        }
    }

    /// @notice R11 for records: each was sold once, to this holder, for this asset.
    function invariant_RecordHasEvent() external view {
        for (uint256 i = 0; i < _handler.ACTORS() * _handler.ASSETS(); ++i) {
            (address account, AssetId assetId) = (_handler.actor(i / 3), _handler.assetAt(i));
            bytes32[] memory ids = _handler.licenseIdsOf(account, assetId);
            for (uint256 j = 0; j < ids.length; ++j) {
                LicenseRecord memory record = _handler.recordOf(ids[j]);
                assertTrue(record.holder == account && record.assetId == assetId, "record");
                bool live = record.expiry > block.timestamp;
                assertTrue(_handler.holdsLicense(ids[j], account, assetId, Usage.Derivative) == live, "derivative");
            }
        }
    }

    /// @notice R12: referral + net = gross; all of it lies in the splitter, none in the market.
    function invariant_PriceIsBooked() external view {
        assertEq(_handler.bookedSales() + _handler.referrals(), _handler.gross(), "booked");
        assertEq(_handler.heldByTheSplitter(), _handler.gross(), "collected");
        assertEq(_handler.heldByTheMarket(), 0, "stranded");
    }
}
