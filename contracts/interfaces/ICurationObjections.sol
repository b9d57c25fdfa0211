// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId, LotId} from "../types/Ids.sol";
import {AssetLeaf} from "./IAssetRegistry.sol";

/// @title ICurationObjections
/// @notice What blocks assets without a panel: duplicates, which prove themselves, and vetoes of the ethics board or
/// the timelock. A veto does not touch the verdict, and no verdict touches a veto.
interface ICurationObjections {
    // Duplicates

    /// @notice An asset is the same file as an earlier one, and is blocked for it.
    /// @param copy The later asset.
    /// @param original The earlier asset.
    /// @param prover Who proved it.
    /// @param reward From the deposit of the copy's producer to that of the prover; zero if both assets are of one
    /// producer.
    event DuplicateProved(AssetId indexed copy, AssetId indexed original, address indexed prover, uint256 reward);

    // Vetoes

    /// @notice Assets are blocked for what the studio stands for, whatever the panel says of their quality.
    /// @param lotId The lot.
    /// @param word Index of the word.
    /// @param by The ethics board, or the timelock.
    /// @param mask Assets that were not blocked before.
    /// @param reasonCode From the charter's taxonomy; given as it is.
    /// @param evidence Hash of what shows it.
    /// @param until Seconds; from then on anybody may lift it, unless the timelock confirmed it.
    event AssetsVetoed(
        LotId indexed lotId,
        uint16 indexed word,
        address indexed by,
        uint256 mask,
        bytes32 reasonCode,
        bytes32 evidence,
        uint40 until
    );

    /// @notice A veto is contested; unless the timelock confirms it, it lapses sooner.
    /// @param lotId The lot.
    /// @param word Index of the word.
    /// @param by The lot's producer, or the licensor of its recipe.
    /// @param evidence Hash of what is said against it.
    /// @param until Seconds; when it lapses now.
    event VetoAppealed(LotId indexed lotId, uint16 indexed word, address indexed by, bytes32 evidence, uint40 until);

    /// @notice The timelock confirmed a veto: it does not lapse any more.
    /// @param lotId The lot.
    /// @param word Index of the word.
    event VetoConfirmed(LotId indexed lotId, uint16 indexed word);

    /// @notice Vetoed assets are free again.
    /// @param lotId The lot.
    /// @param word Index of the word.
    /// @param by Who lifted it.
    /// @param mask The assets.
    event VetoLifted(LotId indexed lotId, uint16 indexed word, address indexed by, uint256 mask);

    // Errors: duplicates

    /// @notice Both assets must be of lots that this gate judges.
    error CurationForeignLot(LotId lotId);

    /// @notice The asset is not releasable: what is not for sale is no copy, and nothing is a copy of it.
    error CurationNotReleasable(AssetId assetId);

    /// @notice One and the same asset, or two different files.
    error CurationNoDuplicate(AssetId copy, AssetId original);

    /// @notice The original was not committed before the copy.
    error CurationNotEarlier(AssetId copy, AssetId original);

    /// @notice The leaf is not that asset's.
    error CurationUnverifiedLeaf(AssetId assetId);

    // Errors: vetoes

    /// @notice The word has no veto, or none on these assets.
    error CurationUnknownVeto(LotId lotId, uint16 word);

    /// @notice The word has a veto already; it is lifted before another one.
    error CurationAlreadyVetoed(LotId lotId, uint16 word);

    /// @notice The veto is confirmed, or has not lapsed yet (seconds).
    error CurationVetoStands(LotId lotId, uint16 word, uint40 until);

    /// @notice A veto is appealed once.
    error CurationAlreadyAppealed(LotId lotId, uint16 word);

    // Duplicates

    /**
     * @notice Proves that two assets which this gate accepted are the same file, and blocks the one that was committed
     * later. If they are of two producers, the later one pays the prover the bond of a challenge out of its free
     * deposit, as far as that reaches. Nothing is proved between two lots of one second. Anybody may.
     * @param copy the later asset; releasable
     * @param copyLeaf its leaf
     * @param copyProof its siblings from the leaf up
     * @param original the earlier asset; releasable
     * @param originalLeaf its leaf
     * @param originalProof its siblings from the leaf up
     */
    function proveDuplicate(
        AssetId copy,
        AssetLeaf calldata copyLeaf,
        bytes32[] calldata copyProof,
        AssetId original,
        AssetLeaf calldata originalLeaf,
        bytes32[] calldata originalProof
    ) external;

    // Vetoes

    /**
     * @notice Blocks assets for 30 days; those that are blocked already are left out. Licenses that were sold stay.
     * Only the ethics board or the timelock.
     * @param lotId a lot that this gate judges, at any time
     * @param word index of the word
     * @param mask assets to block, at least one of them not blocked yet
     * @param reasonCode from the charter's taxonomy
     * @param evidence hash of what shows it
     */
    function veto(LotId lotId, uint16 word, uint256 mask, bytes32 reasonCode, bytes32 evidence) external;

    /**
     * @notice Keeps a veto from lapsing. Only the timelock.
     * @param lotId the lot
     * @param word index of the word
     */
    function confirmVeto(LotId lotId, uint16 word) external;

    /**
     * @notice Contests a veto: it lapses 14 days from now at the latest, unless the timelock confirms it. Only the
     * lot's producer or the licensor of its recipe, once.
     * @param lotId the lot
     * @param word index of the word
     * @param evidence hash of what is said against it
     */
    function appealVeto(LotId lotId, uint16 word, bytes32 evidence) external;

    /**
     * @notice Unblocks vetoed assets. The timelock at any time, the ethics board unless the veto is confirmed, anybody
     * once it lapsed.
     * @param lotId the lot
     * @param word index of the word
     * @param mask assets to unblock; those that the veto did not block are left out
     */
    function liftVeto(LotId lotId, uint16 word, uint256 mask) external;

    // Views

    /// @notice The vetoed assets of a word, when the veto lapses (seconds), and whether it does not.
    function vetoOf(LotId lotId, uint16 word) external view returns (uint256 mask, uint40 until, bool confirmed);
}
