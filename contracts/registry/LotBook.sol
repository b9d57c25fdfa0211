// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Lot, LotInput, LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";
import {MAX_LOT} from "../types/Constants.sol";
import {AssetId, LotId} from "../types/Ids.sol";
import {toVerdict, Verdict} from "./Verdict.sol";

/// @title LotBook
/// @notice Committed lots and what their gates say of them.
library LotBook {
    /// @dev Two slots. `lastIndex` is the count less one, which fits 16 bits. The blocked flag of the verdict says
    /// whether `blockedWords`, the number of words of the mask that are not zero, is above zero.
    struct Record {
        bytes32 root;
        uint32 recipe; // ordinal, zero: unknown lot
        uint32 gate; // ordinal, zero: independent
        uint40 committedAt;
        uint40 releasableAt;
        uint16 lastIndex;
        Verdict verdict;
        uint16 blockedWords;
    }

    struct Book {
        mapping(LotId lotId => Record) lots;
        mapping(LotId lotId => mapping(uint256 word => uint256 mask)) blocked;
    }

    /// @notice Writes a new lot: independent ones are released at once, all others wait for their gate.
    function add(Book storage book, LotId lotId, uint32 recipe, uint32 gate, LotInput calldata input) internal {
        if (input.root == 0) revert IAssetRegistry.AssetRegistryInvalidRoot(lotId);
        if (input.count == 0 || input.count > MAX_LOT) {
            revert IAssetRegistry.AssetRegistryInvalidCount(lotId, input.count, MAX_LOT);
        }
        if (book.lots[lotId].recipe != 0) revert IAssetRegistry.AssetRegistryDuplicateLot(lotId);
        bool independent = gate == 0;
        uint40 committedAt = uint40(block.timestamp);
        book.lots[lotId] = Record({
            root: input.root,
            recipe: recipe,
            gate: gate,
            committedAt: committedAt,
            releasableAt: independent ? committedAt : 0,
            // casting to 'uint16' is safe because the count is 1…65,536
            lastIndex: uint16(input.count - 1),
            verdict: independent
                ? toVerdict(LotStatus.Accepted, VerdictClass.SelfPublished)
                : toVerdict(LotStatus.Pending, VerdictClass.None),
            blockedWords: 0
        });
    }

    /// @notice Replaces the verdict; the flags stay.
    function judge(
        Record storage lot,
        LotId lotId,
        LotStatus status,
        VerdictClass class,
        uint40 releasableAt
    ) internal {
        if (status <= LotStatus.Pending || class <= VerdictClass.SelfPublished) {
            revert IAssetRegistry.AssetRegistryInvalidVerdict(lotId, status, class);
        }
        if (status == LotStatus.Accepted && releasableAt < block.timestamp) {
            revert IAssetRegistry.AssetRegistryBackdatedRelease(lotId, releasableAt, uint40(block.timestamp));
        }
        lot.verdict = lot.verdict.judged(status, class);
        lot.releasableAt = releasableAt;
    }

    /// @notice Replaces one word of the blocked mask and keeps count of the words that are not zero.
    function setBlocked(Book storage book, Record storage lot, LotId lotId, uint16 word, uint256 mask) internal {
        _checkMask(lotId, lot.lastIndex, word, mask);
        bool wasBlocked = book.blocked[lotId][word] != 0;
        book.blocked[lotId][word] = mask;
        if (wasBlocked == (mask != 0)) return;
        uint16 words = wasBlocked ? lot.blockedWords - 1 : lot.blockedWords + 1;
        lot.blockedWords = words;
        lot.verdict = lot.verdict.withBlocked(words != 0);
    }

    /// @notice Whether the asset is in the lot, accepted, past its challenge window, and not blocked. An unknown lot
    /// has no verdict, so none of its assets is.
    function isReleasable(Book storage book, AssetId assetId) internal view returns (bool) {
        Record storage lot = book.lots[assetId.lotOf()];
        uint24 index = assetId.indexOf();
        if (index > lot.lastIndex || !lot.verdict.isOpen() || block.timestamp < lot.releasableAt) return false;
        if (!lot.verdict.isBlocked()) return true;
        return (book.blocked[assetId.lotOf()][index >> 8] >> (index & 0xff)) & 1 == 0;
    }

    /// @notice Number of assets; zero if the lot is unknown.
    function countOf(Record storage lot) internal view returns (uint32) {
        return lot.recipe == 0 ? 0 : uint32(lot.lastIndex) + 1;
    }

    /// @notice The lot, unpacked.
    function unpack(Record storage record) internal view returns (Lot memory lot) {
        lot.root = record.root;
        lot.recipe = record.recipe;
        lot.gate = record.gate;
        lot.committedAt = record.committedAt;
        lot.releasableAt = record.releasableAt;
        lot.count = countOf(record);
        lot.status = record.verdict.statusOf();
        lot.class = record.verdict.classOf();
        lot.blocked = record.verdict.isBlocked();
        lot.superseded = record.verdict.isSuperseded();
        lot.frozen = record.verdict.isFrozen();
    }

    function _checkMask(LotId lotId, uint16 lastIndex, uint16 word, uint256 mask) private pure {
        uint16 lastWord = lastIndex >> 8;
        if (word > lastWord) revert IAssetRegistry.AssetRegistryUnknownWord(lotId, word, lastWord + 1);
        // The last word stands for the assets up to `lastIndex`; of the bits above, none may be set.
        if (word == lastWord && (mask >> (lastIndex & 0xff)) > 1) {
            revert IAssetRegistry.AssetRegistryInvalidMask(lotId, word, mask);
        }
    }
}
