// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {AssetLeaf, IAssetRegistry, LotInput, RecipeInput} from "../interfaces/IAssetRegistry.sol";
import {AssetFacts, IAssetRenderer} from "../interfaces/IAssetRenderer.sol";
import {PartCode} from "../studio/PartCode.sol";
import {ONE} from "../types/Constants.sol";
import {AssetId, LotId} from "../types/Ids.sol";
import {AssetRenderer} from "./AssetRenderer.sol";
import {LotDesk} from "./LotDesk.sol";
import {LotRolls} from "./LotRolls.sol";
import {LotWord} from "./LotWord.sol";
import {RecipeDesk} from "./RecipeDesk.sol";
import {RecipeRolls} from "./RecipeRolls.sol";
import {RegistryBooks} from "./RegistryBooks.sol";
import {RegistryHashes} from "./RegistryHashes.sol";

/// @title AssetRegistry
/// @notice See {IAssetRegistry}.
contract AssetRegistry is RecipeRolls, LotRolls, ERC721, EIP712 {
    using PartCode for address;

    IAssetRenderer private immutable _RENDERER;
    address private immutable _RECIPE_DESK;
    address private immutable _LOT_DESK;

    mapping(AssetId assetId => bytes32 contentHash) private _contentHashes;

    constructor(
        address deployer
    ) RegistryBooks(deployer) ERC721("Imprimatur Assets", "IMPR") EIP712("Imprimatur AssetRegistry", "1") {
        _RENDERER = new AssetRenderer();
        _RECIPE_DESK = address(new RecipeDesk(deployer));
        _LOT_DESK = address(new LotDesk(deployer));
    }

    // Writes, in the order of an asset's life

    /// @inheritdoc IAssetRegistry
    function registerRecipe(RecipeInput calldata, uint256, bytes calldata) external returns (bytes32 recipeId) {
        return abi.decode(Address.functionDelegateCall(_RECIPE_DESK, msg.data), (bytes32));
    }

    /// @inheritdoc IAssetRegistry
    function renewRecipe(RecipeInput calldata, bytes32[] calldata) external returns (uint40 validUntil) {
        return abi.decode(Address.functionDelegateCall(_RECIPE_DESK, msg.data), (uint40));
    }

    /// @inheritdoc IAssetRegistry
    function suspendRecipe(bytes32, uint40) external {
        _RECIPE_DESK.run();
    }

    /// @inheritdoc IAssetRegistry
    function resumeRecipe(bytes32) external {
        _RECIPE_DESK.run();
    }

    /// @inheritdoc IAssetRegistry
    function supersedeLot(LotId, LotId) external {
        _LOT_DESK.run();
    }

    /// @inheritdoc IAssetRegistry
    function supersedeManifest(LotId, bytes32) external {
        _LOT_DESK.run();
    }

    /// @inheritdoc IAssetRegistry
    function register(LotInput calldata input, AssetLeaf calldata leaf) external returns (AssetId assetId) {
        if (input.gate != address(0)) revert AssetRegistryNotIndependent(input.gate);
        if (input.count != 1) revert AssetRegistryNotSingle(input.count);
        assetId = _commit(input).assetAt(0);
        bytes32 leafHash = RegistryHashes.hashLeaf(assetId, leaf);
        if (leafHash != input.root) revert AssetRegistryInvalidProof(assetId);
        _mintAsset(_recipe(input.recipeId).licensor, assetId, leaf.contentHash, leafHash);
    }

    /// @inheritdoc IAssetRegistry
    function mint(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof) external {
        address licensor = _licensor(_requireReleasable(assetId));
        if (!_speaksFor(licensor, msg.sender)) revert AssetRegistryUnauthorized(msg.sender);
        _proveAndMint(licensor, assetId, leaf, proof);
    }

    /// @inheritdoc IAssetRegistry
    function conveyTitle(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof, address to) external {
        if (msg.sender != _LICENSE_MARKET) revert AssetRegistryUnauthorized(msg.sender);
        address licensor = _licensor(_requireReleasable(assetId));
        address owner = _ownerOf(AssetId.unwrap(assetId));
        if (owner == address(0)) _proveAndMint(licensor, assetId, leaf, proof);
        else if (owner != licensor) revert AssetRegistryNotOwned(assetId, owner, licensor);
        // The receiver is not called back: it agreed to be the buyer, and a refusal could only hurt itself.
        _transfer(licensor, to, AssetId.unwrap(assetId));
    }

    // Views

    /// @inheritdoc IAssetRegistry
    function contentHashOf(AssetId assetId) external view returns (bytes32) {
        return _contentHashes[assetId];
    }

    /// @inheritdoc IAssetRegistry
    function royaltyInfo(uint256 tokenId, uint256 salePrice) external view returns (address receiver, uint256 amount) {
        uint32 recipe = _lotWord(AssetId.wrap(tokenId)).recipe();
        uint24 rate = _recipes().terms[_recipeId(recipe)].secondaryRate;
        if (rate == 0) return (address(0), 0);
        // In two parts, so that no price is too large.
        amount = (salePrice / ONE) * rate + ((salePrice % ONE) * rate) / ONE;
        receiver = _ROYALTY_SPLITTER.receiverOf(recipe);
    }

    /// @inheritdoc IAssetRegistry
    function hashLeaf(AssetId assetId, AssetLeaf calldata leaf) external pure returns (bytes32) {
        return RegistryHashes.hashLeaf(assetId, leaf);
    }

    /// @inheritdoc IAssetRegistry
    function hashRecipe(RecipeInput calldata input) external pure returns (bytes32 recipeId) {
        return RegistryHashes.hashRecipe(input);
    }

    /// @inheritdoc IAssetRegistry
    function renderer() external view returns (address) {
        return address(_RENDERER);
    }

    /// @inheritdoc IAssetRegistry
    function contractURI() external view returns (string memory) {
        return _RENDERER.contractURI(name(), symbol());
    }

    /// @inheritdoc ERC721
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        AssetId assetId = AssetId.wrap(tokenId);
        LotWord word = _lotWord(assetId);
        bytes32 recipeId = _recipeId(word.recipe());
        AssetFacts memory facts = AssetFacts({
            assetId: assetId,
            contentHash: _contentHashes[assetId],
            recipeId: recipeId,
            kind: _recipe(recipeId).kind,
            status: word.status(),
            class: word.class()
        });
        return _RENDERER.tokenURI(facts);
    }

    /// @inheritdoc ERC721
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(IERC2981).interfaceId || super.supportsInterface(interfaceId);
    }

    // Assets

    function _proveAndMint(
        address licensor,
        AssetId assetId,
        AssetLeaf calldata leaf,
        bytes32[] calldata proof
    ) private {
        bytes32 leafHash = RegistryHashes.hashLeaf(assetId, leaf);
        _requireProof(assetId, leafHash, proof);
        _mintAsset(licensor, assetId, leaf.contentHash, leafHash);
    }

    function _mintAsset(address licensor, AssetId assetId, bytes32 contentHash, bytes32 leafHash) private {
        if (contentHash == 0) revert AssetRegistryInvalidContent(assetId);
        uint256 tokenId = AssetId.unwrap(assetId);
        if (_ownerOf(tokenId) != address(0)) revert AssetRegistryDuplicateAsset(assetId);
        _contentHashes[assetId] = contentHash;
        // The receiver is not called back: it agreed to be licensor, and a refusal could only hurt itself.
        _mint(licensor, tokenId);
        emit AssetMinted(assetId, licensor, contentHash, leafHash);
    }
}
