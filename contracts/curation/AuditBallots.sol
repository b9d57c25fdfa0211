// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AuditBallot} from "../interfaces/ICurationAudits.sol";

/// @title AuditBallots
/// @notice How ballots travel and how they are hashed: index u16, r, vs, words.
library AuditBallots {
    uint8 internal constant AUDIT = 0;
    uint8 internal constant ADJUDICATION = 1;
    uint8 internal constant SLATE = 2;

    /// @dev Where the words of a ballot lie.
    uint256 internal constant WORDS = 66;

    bytes32 internal constant TYPEHASH = keccak256(
        "AuditBallot(uint8 kind,uint256 subject,bytes16 seed,uint32 charterVersion,uint16 firstWord,"
        "uint256[] words)"
    );

    /// @notice The bytes are not a whole number of ballots.
    error AuditBallotsInvalidLength(uint256 length);

    /// @notice One ballot off the wire.
    struct Ballot {
        uint16 index;
        bytes32 r;
        bytes32 vs;
        bytes32 words; // their hash
        uint256 both; // lanes that it calls ok and defective, over all words; of approvals: zero
    }

    /// @dev The fields of hashStruct as they lie in memory, one word each: they hash without being encoded.
    struct Fields {
        bytes32 typeHash;
        uint8 kind;
        uint256 subject;
        bytes16 seed;
        uint32 charterVersion;
        uint16 firstWord;
        bytes32 words;
    }

    /// @notice Bytes of a ballot on `words` words.
    function strideOf(uint256 words) internal pure returns (uint256) {
        return WORDS + 32 * words;
    }

    /// @notice Number of ballots of `stride` bytes in `packed`.
    function count(bytes calldata packed, uint256 stride) internal pure returns (uint256 ballots) {
        ballots = packed.length / stride;
        if (ballots * stride != packed.length) revert AuditBallotsInvalidLength(packed.length);
    }

    /// @notice Overwrites `ballot` with ballot number `i`, which the caller knows to be below {count}.
    /// @param pairs whether the words are pairs, ok and defect.
    function read(bytes calldata packed, uint256 i, uint256 stride, bool pairs, Ballot memory ballot) internal pure {
        // `i` is below the count, so the end of the ballot lies within `packed`; slices would check that five times.
        // The words lie behind the end of all memory that is in use, and only until they are hashed.
        assembly ("memory-safe") {
            let start := add(packed.offset, mul(i, stride))
            mstore(ballot, shr(240, calldataload(start)))
            calldatacopy(add(ballot, 0x20), add(start, 2), 0x40)
            let word := mload(0x40)
            let size := sub(stride, WORDS)
            calldatacopy(word, add(start, WORDS), size)
            mstore(add(ballot, 0x60), keccak256(word, size))
            let both := 0
            if pairs {
                for {
                    let end := add(word, size)
                } lt(word, end) {
                    word := add(word, 0x40)
                } {
                    both := or(both, and(mload(word), mload(add(word, 0x20))))
                }
            }
            mstore(add(ballot, 0x80), both)
        }
    }

    /// @notice What ballots of a stride that were counted say, without who signed it: index u16 and words of each.
    function judgments(bytes calldata packed, uint256 stride) internal pure returns (bytes memory stripped) {
        uint256 size = stride - WORDS;
        // the ballots were counted, so their number fits
        unchecked {
            stripped = new bytes((packed.length / stride) * (size + 2));
        }
        assembly ("memory-safe") {
            let to := add(stripped, 0x20)
            let end := add(packed.offset, packed.length)
            for {
                let from := packed.offset
            } lt(from, end) {
                from := add(from, stride)
            } {
                calldatacopy(to, from, 2)
                calldatacopy(add(to, 2), add(from, WORDS), size)
                to := add(add(to, 2), size)
            }
        }
    }

    /// @notice Which curators have a ballot among them: bit i of word w is index 256·w + i.
    function indexSet(bytes calldata packed, uint256 stride) internal pure returns (uint256[] memory set) {
        set = new uint256[](256);
        for (uint256 at = 0; at < packed.length; at += stride) {
            uint256 index = uint16(bytes2(packed[at:at + 2]));
            set[index >> 8] |= 1 << (index & 0xff);
        }
    }

    /// @notice Calldata offset of word number `word` of ballot number `i`.
    function offsetOf(
        bytes calldata packed,
        uint256 i,
        uint256 stride,
        uint256 word
    ) internal pure returns (uint256 offset) {
        assembly ("memory-safe") {
            offset := add(add(packed.offset, mul(i, stride)), add(WORDS, shl(5, word)))
        }
    }

    /// @notice What all ballots on a subject have in common; `words` differs.
    function fieldsOf(
        uint8 kind,
        uint256 subject,
        bytes16 seed,
        uint32 charterVersion,
        uint16 firstWord
    ) internal pure returns (Fields memory) {
        return Fields(TYPEHASH, kind, subject, seed, charterVersion, firstWord, 0);
    }

    /// @notice hashStruct of a ballot with these words.
    function hashStruct(Fields memory fields, bytes32 words) internal pure returns (bytes32 structHash) {
        fields.words = words;
        assembly ("memory-safe") {
            structHash := keccak256(fields, 0xe0)
        }
    }

    /// @notice hashStruct of any ballot.
    function hashStruct(AuditBallot calldata ballot) internal pure returns (bytes32) {
        Fields memory fields = fieldsOf(
            ballot.kind,
            ballot.subject,
            ballot.seed,
            ballot.charterVersion,
            ballot.firstWord
        );
        return hashStruct(fields, keccak256(abi.encodePacked(ballot.words)));
    }
}
