// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Usage} from "../../contracts/interfaces/ILicenses.sol";
import {extendedExpiry, PlainLicense} from "../../contracts/licensing/PlainLicense.sol";
import {SoldMap, SoldMaps} from "../../contracts/licensing/SoldMap.sol";
import {AssetId} from "../../contracts/types/Ids.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice The slot arithmetic of plain licenses and of the map of sold assets, over their whole range.
contract PlainLicenseTest is SolidityTest {
    using SoldMaps for SoldMap;

    uint256 private constant FOREVER = 2 ** 40 - 1;

    SoldMap private _map;

    function testFuzz_ExtendTouchesOnlyItsUsages(uint256 seed, uint8 usages, uint40 duration, uint40 time) external {
        usages = uint8(bound(usages, 1, 7));
        vm.warp(bound(time, 1, FOREVER - 1));
        // Any three expiries, the spare bits zero.
        PlainLicense before = PlainLicense.wrap(seed >> 136);
        PlainLicense afterwards = before.extend(usages, duration);
        for (uint256 i = 0; i < 3; ++i) {
            uint256 was = before.expiryOf(Usage(i));
            uint256 expected = (usages >> i) & 1 == 0 ? was : _naive(was, duration);
            assertEq(afterwards.expiryOf(Usage(i)), expected, "expiry");
        }
        assertEq(PlainLicense.unwrap(afterwards) >> 120, 0, "spare bits");
    }

    function testFuzz_ExtensionNeverTakesTimeAway(uint40 expiry, uint40 duration, uint40 time) external {
        vm.warp(bound(time, 1, FOREVER - 1));
        uint256 extended = extendedExpiry(expiry, duration);
        assertLe(expiry, extended, "before the extension");
        if (duration != 0) assertTrue(extended > block.timestamp, "over at once");
        if (expiry == FOREVER) assertEq(extended, FOREVER, "perpetual is sticky");
    }

    /// @dev The distances are those at which a wrong word or a wrong place in it would meet the asset again.
    function testFuzz_SoldMapKeepsNeighborsApart(uint248 assetId) external {
        uint16[9] memory distances = [1, 2, 63, 64, 127, 128, 129, 255, 256];
        AssetId asset = AssetId.wrap(assetId);
        _map.markSold(asset);
        _expectSold(asset, true);
        for (uint256 i = 0; i < distances.length; ++i) {
            AssetId neighbor = AssetId.wrap(uint256(assetId) + distances[i]);
            _expectSold(neighbor, false);
            _map.markSold(neighbor);
            _expectSold(neighbor, true);
        }
        _map.markSold(asset);
        _expectSold(asset, true);
    }

    function testFuzz_SoldAndExclusiveLieApart(uint248 assetId, bool exclusiveFirst) external {
        AssetId asset = AssetId.wrap(assetId);
        if (exclusiveFirst) _map.markExclusive(asset);
        assertTrue(_map.markSold(asset) == exclusiveFirst, "exclusive of the first sale");
        if (!exclusiveFirst) _expectSold(asset, true);
        _map.markExclusive(asset);
        assertTrue(_map.markSold(asset), "exclusive");
        (bool sold, bool exclusive) = _map.soldOf(asset);
        assertTrue(sold && exclusive, "both");
        _expectSold(AssetId.wrap(uint256(assetId) ^ 1), false);
        _expectSold(AssetId.wrap(uint256(assetId) ^ 128), false);
    }

    function _expectSold(AssetId assetId, bool expected) private view {
        (bool sold, bool exclusive) = _map.soldOf(assetId);
        assertTrue(sold == expected, "sold");
        assertTrue(!exclusive, "exclusive");
    }

    function _naive(uint256 expiry, uint256 duration) private view returns (uint256) {
        if (expiry == FOREVER) return FOREVER;
        uint256 end = (expiry > block.timestamp ? expiry : block.timestamp) + duration;
        return end > FOREVER ? FOREVER : end;
    }
}
