// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Kind, Parent} from "../../contracts/interfaces/IAssetRegistry.sol";
import {ILicenseMarket, OfferInput} from "../../contracts/interfaces/ILicenseMarket.sol";
import {Usage} from "../../contracts/interfaces/ILicenses.sol";
import {AssetId, LotId} from "../../contracts/types/Ids.sol";
import {LicensingFixture} from "./LicensingFixture.sol";

/// @notice Whoever buys a right to derive can use it: what the market takes money for, the registry accepts.
contract SoldRightRegistersTest is LicensingFixture {
    /// @dev One right to derive, for sale: of a parent with this stack and floor, at this rate and price.
    struct Right {
        uint24 stack;
        uint24 floor;
        uint24 rate;
        uint8 parentKind;
        uint8 childKind;
        uint96 price;
        uint16 index;
    }

    uint24 private constant CAP = 900_000;

    address private constant LICENSOR = address(0xA11CE);
    address private constant LICENSEE = address(0xB0B);

    function setUp() external {
        deployLicensing();
        fund(LICENSEE);
    }

    function testFuzz_SoldRightRegisters(Right memory right) external {
        (right.stack, right.floor) = (uint24(bound(right.stack, 0, CAP)), uint24(bound(right.floor, 0, CAP)));
        right.rate = uint24(bound(right.rate, 0, 1_000_000));
        (Kind parentKind, Kind childKind) = (Kind(right.parentKind % 5), Kind(right.childKind % 5));
        (bytes32 recipeId, AssetId asset) = _makeParent(parentKind, right);
        OfferInput memory input = offerOf(recipeId, right.price, 1, _usagesFor(parentKind, childKind), right.rate);

        if (right.rate < right.floor || right.rate > CAP - right.stack) return _expectRefused(input, right);
        vm.prank(LICENSOR);
        bytes32 offerId = market.publishOffer(input);
        vm.prank(LICENSEE);
        bytes32 licenseId = market.purchaseLicense(purchaseOf(offerId, asset, LICENSEE), true);
        (bytes32 childId, ) = makeLot(LICENSEE, childKind, 0, _parent(asset, licenseId, 0), 1);
        assertEq(splitter.stackOf(registry.recipeOf(childId).ordinal), right.rate + right.stack, "stack of the child");
    }

    function _expectRefused(OfferInput memory input, Right memory right) private {
        bytes4 selector = ILicenseMarket.LicenseMarketInvalidRate.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, right.rate, right.floor, CAP - right.stack));
        vm.prank(LICENSOR);
        market.publishOffer(input);
    }

    function _usagesFor(Kind parentKind, Kind childKind) private pure returns (uint8) {
        bool isData = parentKind == Kind.Dataset || parentKind == Kind.TrainingInput;
        return uint8(1 << uint8(childKind == Kind.Model && isData ? Usage.Training : Usage.Derivative));
    }

    /// @dev A recipe whose own lineage takes `stack` ppm, and one of its assets.
    function _makeParent(Kind kind, Right memory right) private returns (bytes32 recipeId, AssetId asset) {
        (, LotId root) = makeLot(LICENSOR, Kind.Work, 0, new Parent[](0), 1);
        LotId lot;
        (recipeId, lot) = makeLot(LICENSOR, kind, right.floor, _parent(root.assetAt(0), 0, right.stack), 65_536);
        return (recipeId, lot.assetAt(right.index));
    }

    function _parent(AssetId asset, bytes32 licenseId, uint24 rate) private pure returns (Parent[] memory parents) {
        parents = new Parent[](1);
        parents[0] = Parent({asset: asset, licenseId: licenseId, rate: rate});
    }
}
