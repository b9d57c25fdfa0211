// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {Producer} from "../interfaces/ICurationRolls.sol";
import {CanarySet, ICurationScores} from "../interfaces/ICurationScores.sol";
import {LotId} from "../types/Ids.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {SampleLanes} from "./SampleLanes.sol";

/// @title CanaryBook
/// @notice Sets of lots whose defects somebody knew before, with the bonds that make them be opened.
library CanaryBook {
    uint256 private constant _MAX_TERM = 90 days;

    /// @notice Announces a set and takes the bond of each of its lots from the caller's deposit.
    function announce(CurationBooks.Books storage books, bytes32 root, uint16 count, uint40 deadline) internal {
        bool timely = deadline > block.timestamp && deadline <= block.timestamp + _MAX_TERM;
        // A full tree of as many levels as the proofs have has no room for a lot that may be left out.
        if (count == 0 || count & (count - 1) != 0 || !timely)
            revert ICurationScores.CurationInvalidCanaries(count, deadline);
        if (books.canaries[root].count != 0) revert ICurationScores.CurationDuplicateCanaries(root);

        // at most 96 bits
        uint112 bond = uint112(books.terms[books.head.terms].bond) * count;
        Producer storage poster = books.producers[msg.sender];
        uint112 free = poster.free;
        if (free < bond) revert ICurationAudits.CurationDepositTooSmall(msg.sender, free, bond);
        poster.free = free - bond;
        books.canaries[root] = CanarySet({
            poster: msg.sender,
            deadline: deadline,
            count: count,
            opened: 0,
            bond: bond,
            committedAt: SafeCast.toUint40(block.timestamp)
        });
        emit ICurationScores.CanariesCommitted(root, msg.sender, count, deadline, bond);
    }

    /// @notice Counts a lot of a set that was announced before the lot was committed.
    /// @return lots how many the set has
    function countOpening(
        CurationBooks.Books storage books,
        LotId lotId,
        bytes32 root,
        uint40 committedAt
    ) internal returns (uint256 lots) {
        CanarySet memory set = read(books, root);
        if (block.timestamp > set.deadline) {
            revert ICurationScores.CurationCanaryTooLate(lotId, block.timestamp, set.deadline);
        }
        if (committedAt < set.committedAt) revert ICurationScores.CurationCanaryCommittedLate(lotId, root);
        books.canaries[root].opened = set.opened + 1;
        return set.count;
    }

    /// @notice Closes a set whose lots are all open, or whose time is over.
    /// @return forfeited what the timelock is owed.
    function resolve(CurationBooks.Books storage books, bytes32 root) internal returns (uint256 forfeited) {
        CanarySet memory set = read(books, root);
        bool opened = set.opened == set.count;
        if (!opened && block.timestamp <= set.deadline) {
            revert ICurationScores.CurationCanariesPending(root, set.opened, set.count);
        }
        delete books.canaries[root];
        if (!opened) {
            emit ICurationScores.CanariesForfeited(root, set.bond);
            return set.bond;
        }
        books.producers[set.poster].free += set.bond;
        emit ICurationScores.CanariesReturned(root, set.bond);
    }

    /// @notice A set that is announced.
    function read(CurationBooks.Books storage books, bytes32 root) internal view returns (CanarySet memory set) {
        set = books.canaries[root];
        if (set.count == 0) revert ICurationScores.CurationUnknownCanaries(root);
    }

    /// @notice Refuses what is not the truth about a lot that the root holds.
    /// @param set how many lots the root holds: a power of two, so that every proof has the same length.
    function requireProved(
        bytes32 root,
        bytes32[] calldata proof,
        uint256 set,
        LotId lotId,
        uint256 assets,
        bytes32 salt,
        uint256[] calldata masks
    ) internal pure {
        bytes32 truth = keccak256(abi.encode(salt, masks));
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(lotId, truth))));
        bool fits = masks.length == SampleLanes.wordsOf(assets) && proof.length == Math.log2(set);
        if (fits && MerkleProof.verifyCalldata(proof, root, leaf)) return;
        revert ICurationScores.CurationWrongCanaryProof(lotId, root);
    }
}
