// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {AuditBallot} from "../interfaces/ICurationAudits.sol";

/// @title AuditBallots
/// @notice How an audit ballot travels and how it is hashed: index u16, r, vs, ok, defect.
library AuditBallots {
    uint8 internal constant AUDIT = 0;

    /// @dev Bytes of one ballot, and where its two words lie.
    uint256 internal constant STRIDE = 130;
    uint256 internal constant OK = 66;
    uint256 internal constant DEFECT = 98;

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
        uint256 ok;
        uint256 defect;
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

    /// @notice Number of ballots in `packed`.
    function count(bytes calldata packed) internal pure returns (uint256 ballots) {
        ballots = packed.length / STRIDE;
        if (ballots * STRIDE != packed.length) revert AuditBallotsInvalidLength(packed.length);
    }

    /// @notice Overwrites `ballot` with ballot number `i`, which the caller knows to be below {count}.
    function read(bytes calldata packed, uint256 i, Ballot memory ballot) internal pure {
        // `i` is below the count, so the end of the ballot lies within `packed`; slices would check that five times.
        assembly ("memory-safe") {
            let start := add(packed.offset, mul(i, STRIDE))
            mstore(ballot, shr(240, calldataload(start)))
            calldatacopy(add(ballot, 0x20), add(start, 2), 0x80)
        }
    }

    /// @notice Calldata offset of a word, {OK} or {DEFECT}, of ballot number `i`.
    function offsetOf(bytes calldata packed, uint256 i, uint256 word) internal pure returns (uint256 offset) {
        assembly ("memory-safe") {
            offset := add(add(packed.offset, mul(i, STRIDE)), word)
        }
    }

    /// @notice What all ballots on a lot have in common; `words` differs.
    function fieldsOf(uint256 lotId, bytes16 seed, uint32 charterVersion) internal pure returns (Fields memory) {
        return Fields(TYPEHASH, AUDIT, lotId, seed, charterVersion, 0, 0);
    }

    /// @notice hashStruct of a ballot on one word.
    function hashStruct(Fields memory fields, uint256 ok, uint256 defect) internal pure returns (bytes32) {
        fields.words = Hashes.efficientKeccak256(bytes32(ok), bytes32(defect));
        return _hash(fields);
    }

    /// @notice hashStruct of any ballot.
    function hashStruct(AuditBallot calldata ballot) internal pure returns (bytes32) {
        Fields memory fields = fieldsOf(ballot.subject, ballot.seed, ballot.charterVersion);
        (fields.kind, fields.firstWord) = (ballot.kind, ballot.firstWord);
        fields.words = keccak256(abi.encodePacked(ballot.words));
        return _hash(fields);
    }

    function _hash(Fields memory fields) private pure returns (bytes32 structHash) {
        assembly ("memory-safe") {
            structHash := keccak256(fields, 0xe0)
        }
    }
}
