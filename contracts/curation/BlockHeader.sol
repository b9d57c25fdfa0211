// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title BlockHeader
/// @notice Reads number and prevRandao out of an RLP-encoded block header. It says nothing about whether the header is
/// real: the caller compares its hash.
/// @dev The first seven fields have one size in every header, so they are stepped over at once. Calldata is read by
/// position, because slices would check the same bounds again for every field; beyond its end it reads as zero.
library BlockHeader {
    /// @dev List prefix 3, parentHash 33, ommersHash 33, beneficiary 21, three roots of 33; then the bloom filter.
    uint256 private constant _BLOOM_OFFSET = 189;
    uint256 private constant _BLOOM_SIZE = 259;
    uint256 private constant _BLOOM_PREFIX = 0xb90100;

    /// @dev A list whose length takes two bytes; every header has that size because of its bloom filter.
    uint256 private constant _LIST_PREFIX = 0xf9;
    uint256 private constant _LIST_PREFIX_SIZE = 3;

    /// @dev Byte strings: below, a byte is its own encoding; then up to 55 bytes, then with a length of 1 or 2 bytes.
    uint256 private constant _SHORT_STRING = 0x80;
    uint256 private constant _LONG_STRING = 0xb8;

    uint256 private constant _MAX_NUMBER_SIZE = 8;
    uint256 private constant _RANDAO_PREFIX = 0xa0;

    /// @notice Not a header: another length than it says, or a field that no header has there.
    error BlockHeaderMalformed();

    /// @notice Fields 8 and 13 of the header.
    function read(bytes calldata header) internal pure returns (uint256 number, bytes32 prevRandao) {
        (uint256 cursor, uint256 end) = _open(header);
        cursor = _next(cursor); // difficulty
        number = _number(cursor);
        cursor = _next(cursor);
        cursor = _next(cursor); // gasLimit
        cursor = _next(cursor); // gasUsed
        cursor = _next(cursor); // timestamp
        cursor = _next(cursor); // extraData
        if (_word(cursor) >> 248 != _RANDAO_PREFIX || _next(cursor) > end) revert BlockHeaderMalformed();
        prevRandao = bytes32(_word(cursor + 1));
    }

    /// @dev Position of the first field after the bloom filter, and of the end of the header.
    function _open(bytes calldata header) private pure returns (uint256 cursor, uint256 end) {
        assembly ("memory-safe") {
            cursor := header.offset
        }
        uint256 prefix = _word(cursor) >> 232;
        // Positions in calldata are far below 2²⁵⁶, and the comparison of a length below 3 with two bytes fails.
        unchecked {
            bool isList = prefix >> 16 == _LIST_PREFIX && (prefix & 0xffff) == header.length - _LIST_PREFIX_SIZE;
            if (!isList || _word(cursor + _BLOOM_OFFSET) >> 232 != _BLOOM_PREFIX) revert BlockHeaderMalformed();
            return (cursor + _BLOOM_OFFSET + _BLOOM_SIZE, cursor + header.length);
        }
    }

    /// @dev The integer at `cursor`.
    function _number(uint256 cursor) private pure returns (uint256) {
        uint256 prefix = _word(cursor) >> 248;
        if (prefix < _SHORT_STRING) return prefix;
        if (prefix > _SHORT_STRING + _MAX_NUMBER_SIZE) revert BlockHeaderMalformed();
        // the word behind the prefix begins with the 0…8 bytes of the number
        unchecked {
            return _word(cursor + 1) >> (256 - 8 * (prefix - _SHORT_STRING));
        }
    }

    /// @dev Position of the field after the one at `cursor`.
    function _next(uint256 cursor) private pure returns (uint256) {
        uint256 head = _word(cursor);
        uint256 prefix = head >> 248;
        // Positions in calldata are far below 2²⁵⁶, and sizes below 2¹⁶.
        unchecked {
            if (prefix < _SHORT_STRING) return cursor + 1;
            if (prefix < _LONG_STRING) return cursor + 1 + prefix - _SHORT_STRING;
            if (prefix == _LONG_STRING) return cursor + 2 + ((head >> 240) & 0xff);
            if (prefix == _LONG_STRING + 1) return cursor + 3 + ((head >> 232) & 0xffff);
        }
        // a list, or a string longer than any header
        revert BlockHeaderMalformed();
    }

    function _word(uint256 position) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(position)
        }
    }
}
