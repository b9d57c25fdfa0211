// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {
    IAssetRegistry,
    Kind,
    LotInput,
    Parent,
    RecipeInput,
    Terms
} from "../../contracts/interfaces/IAssetRegistry.sol";
import {IDeployer} from "../../contracts/interfaces/IDeployer.sol";
import {ILicenseMarket, OfferInput, Purchase, Scope} from "../../contracts/interfaces/ILicenseMarket.sol";
import {ILicenses} from "../../contracts/interfaces/ILicenses.sol";
import {IRoyaltySplitter, Payee, SplitOptions} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {PERPETUAL} from "../../contracts/types/Constants.sol";
import {AssetId, LotId, toLotId} from "../../contracts/types/Ids.sol";
import {Names} from "../../contracts/types/Names.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice The four singletons of a sale, wired through the real Deployer.
abstract contract LicensingFixture is SolidityTest {
    IDeployer internal deployer;
    IAssetRegistry internal registry;
    IRoyaltySplitter internal splitter;
    ILicenseMarket internal market;
    ILicenses internal licenses;
    TestToken internal usdc;

    uint64 private _nonce;

    /// @dev Reads the creation codes from the artifacts: embedded, they would not fit one contract.
    function deployLicensing() internal {
        bytes32[] memory names = new bytes32[](4);
        (names[0], names[1]) = (Names.ASSET_REGISTRY, Names.ROYALTY_SPLITTER);
        (names[2], names[3]) = (Names.LICENSE_MARKET, Names.LICENSES);
        bytes[] memory codes = new bytes[](4);
        (codes[0], codes[1]) = (vm.getCode("AssetRegistry"), vm.getCode("RoyaltySplitter"));
        (codes[2], codes[3]) = (vm.getCode("LicenseMarket"), vm.getCode("Licenses"));
        deployer = IDeployer(create(abi.encodePacked(vm.getCode("Deployer"), _listOf(names, codes))));
        registry = IAssetRegistry(deployer.deploy(names[0], codes[0]));
        splitter = IRoyaltySplitter(deployer.deploy(names[1], codes[1]));
        market = ILicenseMarket(deployer.deploy(names[2], codes[2]));
        licenses = ILicenses(deployer.deploy(names[3], codes[3]));
        usdc = TestToken(create(vm.getCode("TestUSDC")));
        vm.warp(1_790_000_000);
    }

    /// @notice A recipe of `licensor`, paid to it alone, and an independent lot of `count` assets under it.
    function makeLot(
        address licensor,
        Kind kind,
        uint24 floor,
        Parent[] memory parents,
        uint32 count
    ) internal returns (bytes32 recipeId, LotId lotId) {
        Payee[] memory split = new Payee[](1);
        split[0] = Payee({account: licensor, weight: 1_000_000, roles: 1});
        SplitOptions memory plain;
        RecipeInput memory input = RecipeInput({
            licensor: licensor,
            kind: kind,
            commitment: keccak256(abi.encode(++_nonce)),
            metadata: 0,
            parents: parents,
            split: split,
            options: plain,
            terms: Terms({derivativeFloor: floor, ownerUsages: 0, secondaryRate: 0})
        });
        vm.startPrank(licensor);
        recipeId = registry.registerRecipe(input, 0, "");
        lotId = toLotId(licensor, _nonce);
        registry.commitLot(LotInput(recipeId, _nonce, keccak256("root"), count, address(0), keccak256("manifest")));
        vm.stopPrank();
    }

    /// @notice A recipe-wide offer that never ends.
    function offerOf(
        bytes32 recipeId,
        uint96 price,
        uint40 duration,
        uint8 usages,
        uint24 rate
    ) internal view returns (OfferInput memory input) {
        input.recipeId = recipeId;
        input.scope = Scope.Recipe;
        input.token = address(usdc);
        (input.price, input.duration, input.end) = (price, duration, PERPETUAL);
        (input.usages, input.rate, input.free) = (usages, rate, price == 0);
    }

    /// @notice A purchase at any price, for ever valid.
    function purchaseOf(
        bytes32 offerId,
        AssetId assetId,
        address licensee
    ) internal pure returns (Purchase memory purchase) {
        (purchase.offerId, purchase.assetId, purchase.licensee) = (offerId, assetId, licensee);
        (purchase.maxTotal, purchase.deadline) = (type(uint96).max, PERPETUAL);
    }

    function fund(address account) internal {
        usdc.mint(account, type(uint128).max);
        vm.prank(account);
        usdc.approve(address(splitter), type(uint256).max);
    }

    function _listOf(bytes32[] memory names, bytes[] memory codes) private pure returns (bytes memory) {
        bytes32[] memory hashes = new bytes32[](codes.length);
        for (uint256 i = 0; i < codes.length; ++i) {
            hashes[i] = keccak256(codes[i]);
        }
        return abi.encode(names, hashes);
    }
}
