// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAssetRegistry} from "../interfaces/IAssetRegistry.sol";
import {ICurationDisputes} from "../interfaces/ICurationDisputes.sol";
import {ICurationObjections} from "../interfaces/ICurationObjections.sol";
import {LotId} from "../types/Ids.sol";
import {CurationBooks} from "./CurationBooks.sol";

/// @title VetoBook
/// @notice Assets that were blocked for what they are, not for how they are made: one veto a word.
/// @dev A veto owns the bits that it blocked itself, so that lifting it frees nothing that others blocked.
library VetoBook {
    /// @dev Seconds.
    uint256 private constant _LIFE = 30 days;
    uint256 private constant _LIFE_AFTER_APPEAL = 14 days;

    /// @notice Blocks what of `mask` is not blocked yet.
    /// @return fresh that part of the mask
    /// @return until when the veto lapses, seconds
    function place(
        CurationBooks.Veto storage record,
        IAssetRegistry registry,
        LotId lotId,
        uint16 word,
        uint256 mask
    ) internal returns (uint256 fresh, uint40 until) {
        if (record.mask != 0) revert ICurationObjections.CurationAlreadyVetoed(lotId, word);
        uint256 blocked = registry.blockedWord(lotId, word);
        fresh = mask & ~blocked;
        if (fresh == 0) revert ICurationDisputes.CurationAlreadyBlocked(lotId, word, mask);
        until = SafeCast.toUint40(block.timestamp + _LIFE);
        // a verdict may have taken everything out of the last veto on this word, which then is not forgotten
        (record.mask, record.until) = (fresh, until);
        (record.confirmed, record.appealed) = (false, false);
        registry.setBlocked(lotId, word, blocked | fresh);
    }

    /// @notice Keeps the veto from lapsing.
    function confirm(CurationBooks.Veto storage record, LotId lotId, uint16 word) internal {
        requireOpen(record, lotId, word);
        record.confirmed = true;
    }

    /// @notice Brings the lapse forward, once.
    /// @return until when the veto lapses now, seconds
    function appeal(CurationBooks.Veto storage record, LotId lotId, uint16 word) internal returns (uint40 until) {
        requireOpen(record, lotId, word);
        if (record.appealed) revert ICurationObjections.CurationAlreadyAppealed(lotId, word);
        until = SafeCast.toUint40(Math.min(record.until, block.timestamp + _LIFE_AFTER_APPEAL));
        (record.until, record.appealed) = (until, true);
    }

    /// @notice Unblocks what of `mask` the veto blocked; `ruled`: whether a ruler says so, who need not wait.
    /// @return lifted that part of the mask
    function lift(
        CurationBooks.Veto storage record,
        IAssetRegistry registry,
        LotId lotId,
        uint16 word,
        uint256 mask,
        bool ruled
    ) internal returns (uint256 lifted) {
        lifted = record.mask & mask;
        if (lifted == 0) revert ICurationObjections.CurationUnknownVeto(lotId, word);
        bool open = ruled || (!record.confirmed && block.timestamp >= record.until);
        if (!open) revert ICurationObjections.CurationVetoStands(lotId, word, record.until);
        disown(record, lifted);
        registry.setBlocked(lotId, word, registry.blockedWord(lotId, word) & ~lifted);
    }

    /// @notice Takes assets out of the veto that are blocked for another reason from now on. A veto on nothing is over.
    function disown(CurationBooks.Veto storage record, uint256 mask) internal {
        uint256 left = record.mask & ~mask;
        record.mask = left;
        if (left == 0) (record.until, record.confirmed, record.appealed) = (0, false, false);
    }

    /// @notice Refuses a word without a veto, and one whose veto is confirmed.
    function requireOpen(CurationBooks.Veto storage record, LotId lotId, uint16 word) internal view {
        if (record.mask == 0) revert ICurationObjections.CurationUnknownVeto(lotId, word);
        if (record.confirmed) revert ICurationObjections.CurationVetoStands(lotId, word, record.until);
    }
}
