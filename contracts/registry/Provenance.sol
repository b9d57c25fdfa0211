// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetLeaf, IAssetRegistry, Lot, Recipe} from "../interfaces/IAssetRegistry.sol";
import {IDeployer} from "../interfaces/IDeployer.sol";
import {Finding} from "../interfaces/IEthicsReviews.sol";
import {Contest, IProvenance} from "../interfaces/IProvenance.sol";
import {Edge, IRoyaltySplitter} from "../interfaces/IRoyaltySplitter.sol";
import {AssetId, LotId} from "../types/Ids.sol";
import {Names} from "../types/Names.sol";
import {ContentBook} from "./ContentBook.sol";
import {ContestBook} from "./ContestBook.sol";
import {LeafChunk} from "./LeafChunk.sol";

/// @title Provenance
/// @notice See {IProvenance}.
contract Provenance is IProvenance {
    using ContestBook for ContestBook.Book;
    using LeafChunk for bytes32[];

    uint40 private constant _RULING_TIME = 30 days;

    /// @dev Marks the pots of contests; no address has this bit.
    uint256 private constant _CONTEST_POT = 1 << 255;

    IAssetRegistry private immutable _ASSET_REGISTRY;
    IRoyaltySplitter private immutable _ROYALTY_SPLITTER;

    ContentBook.Book private _contents;
    ContestBook.Book private _contests;

    constructor(address deployer) {
        _ASSET_REGISTRY = IAssetRegistry(IDeployer(deployer).addressOf(Names.ASSET_REGISTRY));
        _ROYALTY_SPLITTER = IRoyaltySplitter(IDeployer(deployer).addressOf(Names.ROYALTY_SPLITTER));
    }

    // Leaves and content

    /// @inheritdoc IProvenance
    function publishLeaves(
        LotId lotId,
        uint24 first,
        bytes32[] calldata leaves,
        bytes32[] calldata subtreeProof
    ) external {
        Lot memory lot = _ASSET_REGISTRY.lotOf(lotId);
        leaves.check(subtreeProof, lotId, first, lot.root, lot.count);
        emit LeavesPublished(lotId, first, leaves);
    }

    /// @inheritdoc IProvenance
    function proveContent(
        AssetId assetId,
        AssetLeaf calldata leaf,
        bytes32[] calldata proof
    ) external returns (AssetId earliest) {
        bytes32 contentHash = leaf.contentHash;
        if (!_ASSET_REGISTRY.verify(assetId, leaf, proof)) revert ProvenanceInvalidProof(assetId);
        if (contentHash == 0) revert ProvenanceInvalidContent(assetId);
        earliest = _contents.earliest[contentHash];
        if (earliest == assetId) revert ProvenanceKnownContent(assetId);
        (uint40 time, uint40 known) = (_committedAt(assetId), _committedAt(earliest));
        if (AssetId.unwrap(earliest) == 0 || ContentBook.precedes(assetId, time, earliest, known)) {
            _contents.earliest[contentHash] = assetId;
            emit EarliestProved(contentHash, assetId, earliest, time);
            (assetId, time, earliest, known) = (earliest, known, assetId, time);
        }
        if (AssetId.unwrap(assetId) != 0 && ContentBook.isOriginal(earliest, known, assetId, time)) {
            emit CopyProved(assetId, earliest, contentHash);
        }
    }

    // Contests

    /// @inheritdoc IProvenance
    function setContestTerms(address token, uint96 bond) external {
        if (_ASSET_REGISTRY.studioOf(msg.sender) == address(0)) revert ProvenanceUnauthorized(msg.sender);
        bool isValid = bond == 0 ? token == address(0) : token.code.length != 0;
        if (!isValid) revert ProvenanceInvalidBond(token, bond);
        _contests.terms[msg.sender] = ContestBook.Terms(token, bond);
        emit ContestTermsSet(msg.sender, token, bond);
    }

    /// @inheritdoc IProvenance
    function contestLineage(
        bytes32 recipeId,
        AssetId parent,
        bytes32 evidence,
        address token,
        uint96 bond
    ) external returns (uint256 contestId) {
        uint32 recipe = _checkContest(recipeId, parent, token, bond);
        if (evidence == 0) revert ProvenanceMissingEvidence(recipeId);
        uint40 deadline = uint40(block.timestamp) + _RULING_TIME;
        Contest memory contest = Contest(msg.sender, deadline, Finding.None, false, token, bond, recipeId, parent);
        contestId = _contests.add(contest);
        emit LineageContested(contestId, recipeId, msg.sender, recipe, parent, evidence, token, bond, deadline);
        _stake(contestId, token, bond);
    }

    /// @inheritdoc IProvenance
    function ruleContest(uint256 contestId, Finding finding) external {
        Contest storage contest = _contests.requireOpen(contestId);
        if (msg.sender != judgeOf(contest.recipeId)) revert ProvenanceUnauthorized(msg.sender);
        if (finding == Finding.None) revert ProvenanceNoFinding(contestId);
        uint40 deadline = contest.deadline;
        if (block.timestamp >= deadline) revert ProvenanceLate(contestId, deadline);
        _contests.close(contest, finding);
        // A judge in its own cause shall not earn by calling somebody abusive: those do whose name was used.
        address to = finding == Finding.Abusive ? _receiverOf(contest.parent) : contest.claimant;
        emit ContestRuled(contestId, msg.sender, finding, to);
        _ROYALTY_SPLITTER.releasePot(_potOf(contestId), contest.token, to, contest.bond);
    }

    /// @inheritdoc IProvenance
    function lapseContest(uint256 contestId) external {
        Contest storage contest = _contests.requireOpen(contestId);
        uint40 deadline = contest.deadline;
        if (block.timestamp < deadline) revert ProvenanceEarly(contestId, deadline);
        _contests.close(contest, Finding.None);
        emit ContestLapsed(contestId);
        _ROYALTY_SPLITTER.releasePot(_potOf(contestId), contest.token, contest.claimant, contest.bond);
    }

    /// @inheritdoc IProvenance
    function withdrawBond(address token, uint128 amount) external {
        _ROYALTY_SPLITTER.releasePot(_potOf(msg.sender), token, msg.sender, amount);
    }

    // Views

    /// @inheritdoc IProvenance
    function earliestOf(bytes32 contentHash) external view returns (AssetId assetId, uint40 committedAt) {
        assetId = _contents.earliest[contentHash];
        committedAt = _committedAt(assetId);
    }

    /// @inheritdoc IProvenance
    function contestTermsOf(address timelock) external view returns (address token, uint96 bond) {
        ContestBook.Terms storage terms = _contests.terms[timelock];
        return (terms.token, terms.bond);
    }

    /// @inheritdoc IProvenance
    function contestCount() external view returns (uint256) {
        return _contests.count;
    }

    /// @inheritdoc IProvenance
    function contestOf(uint256 contestId) external view returns (Contest memory) {
        return _contests.contests[contestId];
    }

    /// @inheritdoc IProvenance
    function openContestOf(
        bytes32 recipeId,
        AssetId parent,
        address claimant
    ) external view returns (uint256 contestId) {
        return _contests.open[ContestBook.keyOf(recipeId, parent, claimant)];
    }

    /// @inheritdoc IProvenance
    function judgeOf(bytes32 recipeId) public view returns (address) {
        address licensor = _ASSET_REGISTRY.recipeOf(recipeId).licensor;
        return _ASSET_REGISTRY.studioOf(licensor) == address(0) ? address(0) : licensor;
    }

    /// @dev Zero for the asset that there is not.
    function _committedAt(AssetId assetId) private view returns (uint40) {
        return AssetId.unwrap(assetId) == 0 ? 0 : _ASSET_REGISTRY.lotOf(assetId.lotOf()).committedAt;
    }

    /// @dev Ordinal of the recipe, if the caller may contest that this is no parent of it.
    function _checkContest(
        bytes32 recipeId,
        AssetId parent,
        address token,
        uint96 bond
    ) private view returns (uint32 recipe) {
        Recipe memory contested = _ASSET_REGISTRY.recipeOf(recipeId);
        recipe = contested.ordinal;
        if (recipe == 0) revert ProvenanceUnknownRecipe(recipeId);
        if (judgeOf(recipeId) == address(0)) revert ProvenanceNoJudge(recipeId, contested.licensor);
        if (msg.sender == contested.licensor) revert ProvenanceOwnRecipe(recipeId, msg.sender);
        Lot memory lot = _ASSET_REGISTRY.lotOf(parent.lotOf());
        bool isKnown = parent.indexOf() < lot.count || (lot.count != 0 && parent.isWholeLot());
        if (!isKnown) revert ProvenanceUnknownAsset(parent);
        if (lot.recipe == recipe || _hasEdge(recipe, lot.recipe)) revert ProvenanceKnownParent(recipeId, parent);
        if (bond == 0) revert ProvenanceInvalidBond(token, bond);
        _contests.checkBond(contested.licensor, token, bond);
    }

    function _hasEdge(uint32 recipe, uint32 parent) private view returns (bool) {
        Edge[] memory edges = _ROYALTY_SPLITTER.edgesOf(recipe);
        for (uint256 i = 0; i < edges.length; ++i) {
            if (edges[i].parent == parent) return true;
        }
        return false;
    }

    /// @dev Where money waits for those whom the asset's recipe pays.
    function _receiverOf(AssetId assetId) private view returns (address) {
        return _ROYALTY_SPLITTER.receiverOf(_ASSET_REGISTRY.lotOf(assetId.lotOf()).recipe);
    }

    /// @dev Moves the bond out of what the caller put aside.
    function _stake(uint256 contestId, address token, uint96 bond) private {
        uint256 found = _ROYALTY_SPLITTER.potOf(address(this), _potOf(msg.sender), token);
        if (found < bond) revert ProvenanceBondTooSmall(msg.sender, found, bond);
        _ROYALTY_SPLITTER.movePot(_potOf(msg.sender), _potOf(contestId), token, bond);
    }

    function _potOf(address claimant) private pure returns (bytes32) {
        return bytes32(uint256(uint160(claimant)));
    }

    function _potOf(uint256 contestId) private pure returns (bytes32) {
        return bytes32(contestId | _CONTEST_POT);
    }
}
