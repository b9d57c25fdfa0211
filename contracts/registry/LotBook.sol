// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IAssetRegistry, Lot, LotInput, LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";
import {MAX_LOT} from "../types/Constants.sol";
import {AssetId, LotId, WHOLE_LOT} from "../types/Ids.sol";
import {LotWord, toLotWord} from "./LotWord.sol";

/// @title LotBook
/// @notice Committed lots and what their gates say of them.
library LotBook {
    /// @dev Two slots.
    struct Record {
        bytes32 root;
        LotWord word;
    }

    /// @dev Bit `b` of word `w` of a lot's blocked mask stands for the asset at `256 * w + b`.
    struct Book {
        mapping(LotId lotId => Record) lots;
        mapping(LotId lotId => mapping(uint256 word => uint256 mask)) blocked;
    }

    /// @notice Writes a new lot: an independent one is released at once, any other waits for its gate.
    function add(Book storage book, LotId lotId, uint32 recipe, uint32 gate, LotInput memory input) internal {
        if (input.root == 0) revert IAssetRegistry.AssetRegistryInvalidRoot(lotId);
        uint32 count = input.count;
        if (count == 0 || count > MAX_LOT) {
            revert IAssetRegistry.AssetRegistryInvalidCount(lotId, count, MAX_LOT);
        }
        Record storage lot = book.lots[lotId];
        if (lot.word.recipe() != 0) revert IAssetRegistry.AssetRegistryDuplicateLot(lotId);
        uint40 time = uint40(block.timestamp);
        // casting to 'uint16' is safe because the count is 1…65,536
        LotWord word = toLotWord(recipe, gate, time, uint16(count - 1));
        lot.root = input.root;
        lot.word =
            gate == 0
                ? word.withVerdict(LotStatus.Accepted, VerdictClass.SelfPublished, time)
                : word.withVerdict(LotStatus.Pending, VerdictClass.None, 0);
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
        lot.word = lot.word.withVerdict(status, class, releasableAt);
    }

    /// @notice Replaces one word of the blocked mask and keeps count of the words that are not zero.
    function setBlocked(Book storage book, LotId lotId, uint16 index, uint256 mask) internal {
        Record storage lot = book.lots[lotId];
        LotWord word = lot.word;
        _checkMask(lotId, word.lastIndex(), index, mask);
        bool wasBlocked = book.blocked[lotId][index] != 0;
        book.blocked[lotId][index] = mask;
        if (wasBlocked == (mask != 0)) return;
        lot.word = word.withBlockedWords(wasBlocked ? word.blockedWords() - 1 : word.blockedWords() + 1);
    }

    /// @notice Replaces consecutive words of the blocked mask. What stays as it is costs a read, and the lot is written
    /// once.
    function setBlocked(Book storage book, LotId lotId, uint16 first, uint256[] calldata masks) internal {
        Record storage lot = book.lots[lotId];
        LotWord word = lot.word;
        uint16 lastIndex = word.lastIndex();
        uint256 words = (lastIndex >> 8) + 1;
        if (first + masks.length > words) revert IAssetRegistry.AssetRegistryUnknownWord(lotId, first, uint16(words));
        mapping(uint256 word => uint256 mask) storage blocked = book.blocked[lotId];
        uint256 count = word.blockedWords();
        for (uint256 i = 0; i < masks.length; ++i) {
            // casting to 'uint16' is safe because a lot has at most 256 words; likewise below
            uint16 index = uint16(first + i);
            (uint256 old, uint256 mask) = (blocked[index], masks[i]);
            if (mask == old) continue;
            _checkMask(lotId, lastIndex, index, mask);
            blocked[index] = mask;
            if (old == 0) ++count;
            if (mask == 0) --count;
            emit IAssetRegistry.BlockedSet(lotId, index, mask);
        }
        if (count != word.blockedWords()) lot.word = word.withBlockedWords(uint16(count));
    }

    /// @notice Whether the asset is in the lot, accepted, past its challenge window, and not blocked; and the lot's
    /// word. A whole lot is only asked for its verdict. An unknown lot has none, so none of its assets is released.
    function releaseOf(Book storage book, AssetId assetId) internal view returns (bool releasable, LotWord word) {
        word = book.lots[assetId.lotOf()].word;
        if (!word.isOpen() || block.timestamp < word.releasableAt()) return (false, word);
        uint24 index = assetId.indexOf();
        if (index > word.lastIndex()) return (index == WHOLE_LOT, word);
        if (!word.isBlocked()) return (true, word);
        uint256 mask = book.blocked[assetId.lotOf()][index >> 8];
        return ((mask >> (index & 0xff)) & 1 == 0, word);
    }

    /// @notice The lot, unpacked.
    function unpack(Record storage record) internal view returns (Lot memory) {
        LotWord word = record.word;
        return
            Lot({
                root: record.root,
                recipe: word.recipe(),
                gate: word.gate(),
                committedAt: word.committedAt(),
                releasableAt: word.releasableAt(),
                count: word.count(),
                status: word.status(),
                class: word.class(),
                blocked: word.isBlocked(),
                superseded: word.isSuperseded(),
                frozen: word.isFrozen()
            });
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
