// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title MaskSet
/// @notice A few assets of a lot as words and masks, the words strictly ascending.
library MaskSet {
    /// @notice Words and their masks at the same place.
    struct Set {
        uint16[] words; // room for the most it may hold; the first `length` count
        uint256[] masks; // bit b of the mask of word w: asset 256·w + b
        uint256 length; // words in use
    }

    /// @notice An empty set with room for `capacity` words.
    function create(uint256 capacity) internal pure returns (Set memory set) {
        set.words = new uint16[](capacity);
        set.masks = new uint256[](capacity);
    }

    /// @notice Adds `mask` to a word; the caller left room for it.
    function add(Set memory set, uint16 word, uint256 mask) internal pure {
        uint256 i = set.length;
        while (i != 0 && set.words[i - 1] > word) --i;
        if (i != 0 && set.words[i - 1] == word) {
            set.masks[i - 1] |= mask;
            return;
        }
        for (uint256 j = set.length; j > i; --j) {
            (set.words[j], set.masks[j]) = (set.words[j - 1], set.masks[j - 1]);
        }
        (set.words[i], set.masks[i]) = (word, mask);
        ++set.length;
    }

    /// @notice The mask of a word; zero if the word is not in the set.
    function maskOf(Set memory set, uint16 word) internal pure returns (uint256) {
        for (uint256 i = 0; i < set.length; ++i) {
            if (set.words[i] == word) return set.masks[i];
        }
        return 0;
    }
}
