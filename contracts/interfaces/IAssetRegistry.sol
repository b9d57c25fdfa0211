// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import { AssetId, LotId } from "../types/Ids.sol";
import { Payee } from "./IRoyaltySplitter.sol";

/// @notice What a recipe makes.
enum Kind {
    Work,
    Model,
    Dataset,
    Style,
    TrainingInput
}

/// @notice Verdict on a lot. *Expired* is a view of time, never a stored state.
enum LotStatus {
    None,
    Pending,
    Accepted,
    Rejected,
    Suspended
}

/// @notice How a verdict came about.
enum VerdictClass {
    None,
    SelfPublished,
    SelfCertified,
    Panel
}

/// @notice A parent of a recipe. `rate` (ppm) counts only for own parents; else it comes from the license.
struct Parent {
    AssetId asset;
    bytes32 licenseId; // zero: own parent
    uint24 rate;
}

struct Terms {
    uint24 derivativeFloor; // ppm, least rate of a derivative license
    uint8 ownerUsages; // usages a token's owner may sell
    uint24 secondaryRate; // ppm, ERC-2981
}

struct RecipeInput {
    address licensor;
    Kind kind;
    bytes32 commitment; // positional root over RecipeField
    bytes32 metadata; // SHA-256 digest of a CIDv1 raw block; not part of recipeId, part of the consent
    Parent[] parents; // strictly ascending by asset
    Payee[] split; // strictly ascending by account, weights add up to 1,000,000
    Terms terms;
}

struct LotInput {
    bytes32 recipeId;
    uint64 nonce;
    bytes32 root;
    uint32 count; // 1…65,536
    address gate; // Curation clone; zero: independent
    bytes32 manifest; // SHA-256 digest of the lot manifest
}

/// @notice The seven fields of a leaf that do not follow from its place; lotId and index are hashed from the asset id.
struct AssetLeaf {
    bytes32 contentHash;
    bytes32 c2paHash;
    bytes32 recipeCommitment;
    uint64 createdAt;
    bytes32 perceptualHash;
    uint32 machineScore; // ppm
    bytes32 reportHash;
}

/// @notice A registered recipe as stored.
struct Recipe {
    address licensor;
    uint32 ordinal; // 1, 2, … in registration order; 0 = unknown
    uint40 validUntil;
    Kind kind;
    uint16 flags;
}

/// @notice A committed lot as stored.
struct Lot {
    bytes32 root;
    uint32 recipe; // ordinal
    uint32 gate; // ordinal, 0 = independent
    uint40 committedAt;
    uint40 releasableAt;
    uint32 count;
    LotStatus status;
    VerdictClass class;
    bool blocked; // some word of the blocked mask is set
    bool superseded;
    bool frozen;
}

/// @title IAssetRegistry
interface IAssetRegistry {
    event GateRecorded(address indexed gate, address indexed timelock, address indexed studio, uint32 ordinal);
    event RecipeRegistered(
        bytes32 indexed recipeId,
        uint32 indexed recipe,
        address indexed licensor,
        Kind kind,
        bytes32 commitment,
        bytes32 metadata,
        uint40 validUntil,
        Parent[] parents,
        Terms terms
    );
    event LotCommitted(
        LotId indexed lotId,
        uint32 indexed recipe,
        address indexed gate,
        address producer,
        bytes32 root,
        uint32 count,
        bytes32 manifest
    );
    event VerdictSet(LotId indexed lotId, LotStatus status, VerdictClass class, uint40 releasableAt);
    event BlockedSet(LotId indexed lotId, uint16 word, uint256 mask);
    event AssetMinted(AssetId indexed assetId, address indexed to, bytes32 contentHash, bytes32 leafHash);

    function recordStudio(address timelock, address studio, address gate) external;

    function recordGate(address gate) external;

    function registerRecipe(
        RecipeInput calldata input,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 recipeId);

    function commitLot(LotInput calldata input) external returns (LotId lotId);

    function register(LotInput calldata input, AssetLeaf calldata leaf) external returns (AssetId assetId);

    function mint(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof) external;

    function setVerdict(LotId lotId, LotStatus status, VerdictClass class, uint40 releasableAt) external;

    function setBlocked(LotId lotId, uint16 word, uint256 mask) external;

    function verify(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof) external view returns (bool);

    /// @notice What a sale needs: reverts unless the asset is releasable now.
    function licensable(AssetId assetId) external view returns (uint32 recipe, uint16 controlEpoch);

    function isReleasable(AssetId assetId) external view returns (bool);

    function recipeOf(bytes32 recipeId) external view returns (Recipe memory);

    function recipeIdOf(uint32 recipe) external view returns (bytes32);

    function termsOf(bytes32 recipeId) external view returns (Terms memory);

    function controlEpochOf(uint32 recipe) external view returns (uint16);

    function lotOf(LotId lotId) external view returns (Lot memory);

    function blockedWord(LotId lotId, uint16 word) external view returns (uint256 mask);

    function gateOf(address gate) external view returns (address timelock, uint32 ordinal);

    function studioOf(address timelock) external view returns (address);

    function hashLeaf(AssetId assetId, AssetLeaf calldata leaf) external pure returns (bytes32);
}
