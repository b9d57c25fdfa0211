// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetLeaf, Parent, RecipeInput, Terms} from "../interfaces/IAssetRegistry.sol";
import {Advance, Payee, SplitOptions} from "../interfaces/IRoyaltySplitter.sol";
import {AssetId, LotId} from "../types/Ids.sol";

/// @title RegistryHashes
/// @notice EIP-712 struct hashes of leaves, recipes and consents.
library RegistryHashes {
    bytes32 private constant _LEAF_TYPEHASH = keccak256(
        "AssetLeaf(uint256 lotId,uint32 index,bytes32 contentHash,bytes32 c2paHash,bytes32 recipeCommitment,"
        "uint64 createdAt,bytes32 perceptualHash,uint32 machineScore,bytes32 reportHash)"
    );
    bytes32 private constant _RECIPE_TYPEHASH = keccak256(
        "Recipe(address licensor,uint8 kind,bytes32 commitment,Parent[] parents,Payee[] split,"
        "SplitOptions options,Terms terms)"
        "Advance(address account,address token,uint128 amount)"
        "Parent(uint256 asset,bytes32 licenseId,uint24 rate)"
        "Payee(address account,uint32 weight,uint8 roles)"
        "SplitOptions(uint8 kind,bytes32 root,uint64 totalWeight,address token,Advance advance)"
        "Terms(uint24 derivativeFloor,uint8 ownerUsages,uint24 secondaryRate)"
    );
    bytes32 private constant _PARENT_TYPEHASH = keccak256("Parent(uint256 asset,bytes32 licenseId,uint24 rate)");
    bytes32 private constant _PAYEE_TYPEHASH = keccak256("Payee(address account,uint32 weight,uint8 roles)");
    bytes32 private constant _OPTIONS_TYPEHASH = keccak256(
        "SplitOptions(uint8 kind,bytes32 root,uint64 totalWeight,address token,Advance advance)"
        "Advance(address account,address token,uint128 amount)"
    );
    bytes32 private constant _ADVANCE_TYPEHASH = keccak256("Advance(address account,address token,uint128 amount)");
    bytes32 private constant _TERMS_TYPEHASH = keccak256(
        "Terms(uint24 derivativeFloor,uint8 ownerUsages,uint24 secondaryRate)"
    );
    bytes32 private constant _CONSENT_TYPEHASH = keccak256(
        "RecipeConsent(bytes32 recipeId,bytes32 metadata,uint256 deadline)"
    );

    /// @notice The leaf at the asset's place: ten words, so it cannot pass for an inner node of two.
    function hashLeaf(AssetId assetId, AssetLeaf calldata leaf) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    _LEAF_TYPEHASH,
                    LotId.unwrap(assetId.lotOf()),
                    assetId.indexOf(),
                    leaf.contentHash,
                    leaf.c2paHash,
                    leaf.recipeCommitment,
                    leaf.createdAt,
                    leaf.perceptualHash,
                    leaf.machineScore,
                    leaf.reportHash
                )
            );
    }

    /// @notice The recipe's id.
    function hashRecipe(RecipeInput calldata input) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    _RECIPE_TYPEHASH,
                    input.licensor,
                    input.kind,
                    input.commitment,
                    _hashParents(input.parents),
                    _hashSplit(input.split),
                    _hashOptions(input.options),
                    _hashTerms(input.terms)
                )
            );
    }

    /// @notice What a licensor signs.
    function hashConsent(bytes32 recipeId, bytes32 metadata, uint256 deadline) internal pure returns (bytes32) {
        return keccak256(abi.encode(_CONSENT_TYPEHASH, recipeId, metadata, deadline));
    }

    function _hashParents(Parent[] calldata parents) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](parents.length);
        for (uint256 i = 0; i < parents.length; ++i) {
            hashes[i] = keccak256(abi.encode(_PARENT_TYPEHASH, parents[i]));
        }
        return keccak256(abi.encodePacked(hashes));
    }

    function _hashSplit(Payee[] calldata split) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](split.length);
        for (uint256 i = 0; i < split.length; ++i) {
            hashes[i] = keccak256(abi.encode(_PAYEE_TYPEHASH, split[i]));
        }
        return keccak256(abi.encodePacked(hashes));
    }

    function _hashOptions(SplitOptions calldata options) private pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    _OPTIONS_TYPEHASH,
                    options.kind,
                    options.root,
                    options.totalWeight,
                    options.token,
                    _hashAdvance(options.advance)
                )
            );
    }

    function _hashAdvance(Advance calldata advance) private pure returns (bytes32) {
        return keccak256(abi.encode(_ADVANCE_TYPEHASH, advance));
    }

    function _hashTerms(Terms calldata terms) private pure returns (bytes32) {
        return keccak256(abi.encode(_TERMS_TYPEHASH, terms));
    }
}
