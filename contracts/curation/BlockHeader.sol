// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title BlockHeader
/// @notice Reads number and prevRandao out of an RLP-encoded block header. It says nothing about whether the header is
/// real: the caller compares its hash.
/// @dev The first seven fields have one size in every header, so they are stepped over at once. Calldata is read by
/// position, because slices would check the same bounds again for every field; beyond its end it reads as zero.
library BlockHeader {
    /// @dev List prefix 3, parentHash 33, ommersHash 33, beneficiary 21, three roots of 33; then the bloom filter.
    uint256 private constant BLOOM_OFFSET = 189;
    uint256 private constant BLOOM_SIZE = 259;
    uint256 private constant BLOOM_PREFIX = 0xb90100;

    /// @dev A list whose length takes two bytes; every header has that size because of its bloom filter.
    uint256 private constant LIST_PREFIX = 0xf9;
    uint256 private constant LIST_PREFIX_SIZE = 3;

    uint256 private constant MAX_NUMBER_SIZE = 8;
    uint256 private constant RANDAO_SIZE = 32;

    /// @notice Not a header: another length than it says, or a field that no header has there.
    error BlockHeaderMalformed();

    /// @notice Fields 8 and 13 of the header.
    function read(bytes calldata header) internal pure returns (uint256 number, bytes32 prevRandao) {
        uint256 cursor = _open(header);
        uint256 start;
        uint256 size;
        (, , cursor) = _field(cursor); // difficulty
        (start, size, cursor) = _field(cursor);
        if (size > MAX_NUMBER_SIZE) revert BlockHeaderMalformed();
        // the word begins with `size` ≤ 8 bytes of number
        unchecked {
            number = _word(start) >> (256 - 8 * size);
        }

        (, , cursor) = _field(cursor); // gasLimit
        (, , cursor) = _field(cursor); // gasUsed
        (, , cursor) = _field(cursor); // timestamp
        (, , cursor) = _field(cursor); // extraData
        (start, size, cursor) = _field(cursor);
        if (size != RANDAO_SIZE || cursor > _offsetOf(header) + header.length) revert BlockHeaderMalformed();
        prevRandao = bytes32(_word(start));
    }

    /// @dev Position of the first field after the bloom filter.
    function _open(bytes calldata header) private pure returns (uint256 cursor) {
        cursor = _offsetOf(header);
        uint256 prefix = _word(cursor) >> 232;
        // Positions in calldata are far below 2²⁵⁶, and the comparison of a length below 3 with two bytes fails.
        unchecked {
            bool isList = prefix >> 16 == LIST_PREFIX && (prefix & 0xffff) == header.length - LIST_PREFIX_SIZE;
            if (!isList || _word(cursor + BLOOM_OFFSET) >> 232 != BLOOM_PREFIX) revert BlockHeaderMalformed();
            return cursor + BLOOM_OFFSET + BLOOM_SIZE;
        }
    }

    /// @dev Start and size of the content of the byte string at `cursor`, and the position of the next field.
    function _field(uint256 cursor) private pure returns (uint256 start, uint256 size, uint256 next) {
        uint256 head = _word(cursor);
        uint256 prefix = head >> 248;
        // Positions in calldata are far below 2²⁵⁶, and sizes below 2¹⁶.
        unchecked {
            if (prefix < 0x80) {
                // a single byte is its own encoding
                return (cursor, 1, cursor + 1);
            }
            if (prefix < 0xb8) {
                (start, size) = (cursor + 1, prefix - 0x80);
            } else if (prefix == 0xb8) {
                (start, size) = (cursor + 2, (head >> 240) & 0xff);
            } else if (prefix == 0xb9) {
                (start, size) = (cursor + 3, (head >> 232) & 0xffff);
            } else {
                revert BlockHeaderMalformed();
            }
            next = start + size;
        }
    }

    function _offsetOf(bytes calldata header) private pure returns (uint256 offset) {
        assembly ("memory-safe") {
            offset := header.offset
        }
    }

    function _word(uint256 position) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(position)
        }
    }
}
