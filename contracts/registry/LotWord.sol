// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotStatus, VerdictClass} from "../interfaces/IAssetRegistry.sol";

/// @notice The slot of a lot beside its root. From bit 0: recipe 32, gate 32, committedAt 40, releasableAt 40,
/// lastIndex 16, verdict 8 (status 3, class 2, blocked 1, superseded 1, frozen 1), blockedWords 16, external 1; 71 bits
/// are spare. The blocked flag says whether blockedWords, the number of words of the blocked mask that are not zero, is
/// not zero. The frozen flag says that the lot or one of its assets was frozen at any time: until when is kept
/// elsewhere.
type LotWord is uint256;

using {
    recipe,
    gate,
    committedAt,
    releasableAt,
    lastIndex,
    count,
    status,
    class,
    isBlocked,
    isSuperseded,
    isFrozen,
    isExternal,
    isOpen,
    isCertain,
    blockedWords,
    withVerdict,
    withBlockedWords,
    asSuperseded,
    asFrozen,
    asExternal
} for LotWord global;

uint256 constant _GATE_SHIFT = 32;
uint256 constant _COMMITTED_SHIFT = 64;
uint256 constant _RELEASABLE_SHIFT = 104;
uint256 constant _LAST_INDEX_SHIFT = 144;
uint256 constant _STATUS_SHIFT = 160;
uint256 constant _CLASS_SHIFT = 163;
uint256 constant _BLOCKED_WORDS_SHIFT = 168;

uint256 constant _STATUS_MASK = 7;
uint256 constant _CLASS_MASK = 3;
uint256 constant _BLOCKED = 1 << 165;
uint256 constant _SUPERSEDED = 1 << 166;
uint256 constant _FROZEN = 1 << 167;
uint256 constant _EXTERNAL = 1 << 184;

/// @notice A new lot without verdict.
function toLotWord(uint32 recipeOrdinal, uint32 gateOrdinal, uint40 time, uint16 last) pure returns (LotWord) {
    uint256 bits = uint256(recipeOrdinal) | (uint256(gateOrdinal) << _GATE_SHIFT);
    return LotWord.wrap(bits | (uint256(time) << _COMMITTED_SHIFT) | (uint256(last) << _LAST_INDEX_SHIFT));
}

/// @notice Ordinal of the recipe; zero in the word of an unknown lot only.
function recipe(LotWord word) pure returns (uint32) {
    // casting to 'uint32' is safe because the low 32 bits are the recipe by definition; likewise below
    return uint32(LotWord.unwrap(word));
}

/// @notice Ordinal of the gate; zero: independent.
function gate(LotWord word) pure returns (uint32) {
    return uint32(LotWord.unwrap(word) >> _GATE_SHIFT);
}

/// @notice Time of the commit, unix seconds.
function committedAt(LotWord word) pure returns (uint40) {
    return uint40(LotWord.unwrap(word) >> _COMMITTED_SHIFT);
}

/// @notice Time from which an accepted lot is releasable, unix seconds.
function releasableAt(LotWord word) pure returns (uint40) {
    return uint40(LotWord.unwrap(word) >> _RELEASABLE_SHIFT);
}

/// @notice Index of the last asset: the count less one.
function lastIndex(LotWord word) pure returns (uint16) {
    return uint16(LotWord.unwrap(word) >> _LAST_INDEX_SHIFT);
}

/// @notice Number of assets; zero if the lot is unknown.
function count(LotWord word) pure returns (uint32) {
    return recipe(word) == 0 ? 0 : uint32(lastIndex(word)) + 1;
}

/// @notice Newest verdict.
function status(LotWord word) pure returns (LotStatus) {
    return LotStatus((LotWord.unwrap(word) >> _STATUS_SHIFT) & _STATUS_MASK);
}

/// @notice How the verdict came about.
function class(LotWord word) pure returns (VerdictClass) {
    return VerdictClass((LotWord.unwrap(word) >> _CLASS_SHIFT) & _CLASS_MASK);
}

/// @notice Whether any word of the blocked mask is set, so that the mask must be read.
function isBlocked(LotWord word) pure returns (bool) {
    return LotWord.unwrap(word) & _BLOCKED != 0;
}

/// @notice Whether a corrected lot took its place.
function isSuperseded(LotWord word) pure returns (bool) {
    return LotWord.unwrap(word) & _SUPERSEDED != 0;
}

/// @notice Whether a ruling ever stopped sales of the lot or of one of its assets.
function isFrozen(LotWord word) pure returns (bool) {
    return LotWord.unwrap(word) & _FROZEN != 0;
}

/// @notice Whether its only asset is a token of another collection.
function isExternal(LotWord word) pure returns (bool) {
    return LotWord.unwrap(word) & _EXTERNAL != 0;
}

/// @notice Whether the lot is accepted and not superseded.
function isOpen(LotWord word) pure returns (bool) {
    uint256 bits = LotWord.unwrap(word) & ((_STATUS_MASK << _STATUS_SHIFT) | _SUPERSEDED);
    return bits == uint256(LotStatus.Accepted) << _STATUS_SHIFT;
}

/// @notice Whether word and blocked mask say all there is to say: nothing was ever frozen, and nothing is external.
function isCertain(LotWord word) pure returns (bool) {
    return LotWord.unwrap(word) & (_FROZEN | _EXTERNAL) == 0;
}

/// @notice Number of words of the blocked mask that are not zero.
function blockedWords(LotWord word) pure returns (uint16) {
    return uint16(LotWord.unwrap(word) >> _BLOCKED_WORDS_SHIFT);
}

/// @notice The word with a new verdict; the flags stay as they are.
function withVerdict(LotWord word, LotStatus newStatus, VerdictClass newClass, uint40 time) pure returns (LotWord) {
    uint256 cleared =
        LotWord.unwrap(word) &
            ~((_STATUS_MASK << _STATUS_SHIFT) |
                (_CLASS_MASK << _CLASS_SHIFT) |
                (uint256(type(uint40).max) << _RELEASABLE_SHIFT));
    return
        LotWord.wrap(
            cleared |
                (uint256(newStatus) << _STATUS_SHIFT) |
                (uint256(newClass) << _CLASS_SHIFT) |
                (uint256(time) << _RELEASABLE_SHIFT)
        );
}

/// @notice The word with a new number of blocked words and the flag that follows from it.
function withBlockedWords(LotWord word, uint16 words) pure returns (LotWord) {
    uint256 mask = (uint256(type(uint16).max) << _BLOCKED_WORDS_SHIFT) | _BLOCKED;
    uint256 bits = (uint256(words) << _BLOCKED_WORDS_SHIFT) | (words == 0 ? 0 : _BLOCKED);
    return LotWord.wrap((LotWord.unwrap(word) & ~mask) | bits);
}

/// @notice The word of a lot whose place a corrected one took.
function asSuperseded(LotWord word) pure returns (LotWord) {
    return LotWord.wrap(LotWord.unwrap(word) | _SUPERSEDED);
}

/// @notice The word of a lot with an asset that was frozen.
function asFrozen(LotWord word) pure returns (LotWord) {
    return LotWord.wrap(LotWord.unwrap(word) | _FROZEN);
}

/// @notice The word of a lot whose only asset is a token of another collection.
function asExternal(LotWord word) pure returns (LotWord) {
    return LotWord.wrap(LotWord.unwrap(word) | _EXTERNAL);
}
