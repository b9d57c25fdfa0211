// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId} from "../types/Ids.sol";
import {Kind, LotStatus, VerdictClass} from "./IAssetRegistry.sol";

/**
 * @notice What is rendered of a minted asset.
 * @param assetId asset and token id
 * @param contentHash SHA-256 of the plain bytes
 * @param recipeId id of its recipe
 * @param kind what the recipe makes
 * @param status newest verdict on its lot
 * @param class how the verdict came about
 */
struct AssetFacts {
    AssetId assetId;
    bytes32 contentHash;
    bytes32 recipeId;
    Kind kind;
    LotStatus status;
    VerdictClass class;
}

/**
 * @title IAssetRenderer
 * @notice What wallets show of assets, as data URIs. Stateless; AssetRegistry creates it in its constructor, so the
 * code of one fixes the code of the other. Only numbers, hashes and fixed words are rendered, so there is nothing to
 * escape: names and media types of contents are untrusted text and live in the lot manifest.
 */
interface IAssetRenderer {
    /**
     * @notice ERC-721 metadata: `image` and `animation_url` are the raw block of the content on IPFS; a wallet shows
     * the one whose media type it knows.
     * @param facts the asset
     */
    function tokenURI(AssetFacts calldata facts) external pure returns (string memory);

    /**
     * @notice ERC-7572 metadata of the collection.
     * @param name ERC-721 name, free of quotes and backslashes
     * @param symbol ERC-721 symbol, likewise
     */
    function contractURI(string calldata name, string calldata symbol) external pure returns (string memory);
}
