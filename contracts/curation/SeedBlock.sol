// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {LotId} from "../types/Ids.sol";
import {BlockHeader} from "./BlockHeader.sol";
import {BlockHistory} from "./BlockHistory.sol";
import {Sortition} from "./Sortition.sol";

/// @title SeedBlock
/// @notice Draws seeds from the prevRandao of a block that was in the future when the draw was announced.
library SeedBlock {
    /// @dev Blocks whose seeds need the same link of a salt chain.
    uint256 internal constant SPAN = 256;

    /// @notice The seed of a lot, proved by the header of its seed block.
    function draw(
        LotId lotId,
        uint256 seedBlock,
        bytes calldata header,
        bytes32 salt
    ) internal view returns (bytes16 seed) {
        if (block.number <= seedBlock) {
            revert ICurationAudits.CurationSeedTooEarly(lotId, block.number, seedBlock + 1);
        }
        if (isLost(seedBlock)) {
            revert ICurationAudits.CurationSeedTooLate(lotId, block.number, seedBlock + BlockHistory.WINDOW);
        }
        (uint256 number, bytes32 prevRandao) = BlockHeader.read(header);
        if (number != seedBlock) revert ICurationAudits.CurationWrongHeaderNumber(lotId, number, seedBlock);
        bytes32 hash = keccak256(header);
        bytes32 expected = BlockHistory.hashOf(seedBlock);
        if (hash != expected) revert ICurationAudits.CurationWrongHeaderHash(lotId, hash, expected);
        return Sortition.seedOf(LotId.unwrap(lotId), prevRandao, salt);
    }

    /// @notice Refuses any salt but the expected one: zero without a chain, else the link of the seed block's span.
    function requireSalt(
        mapping(uint256 span => bytes32 link) storage salts,
        bool chained,
        LotId lotId,
        uint256 seedBlock,
        bytes32 salt
    ) internal view {
        bytes32 expected = chained ? salts[seedBlock / SPAN] : bytes32(0);
        if (chained && expected == 0) revert ICurationAudits.CurationSaltNotRevealed(lotId, seedBlock / SPAN);
        if (salt != expected) revert ICurationAudits.CurationUnexpectedSalt(lotId, salt);
    }

    /// @notice Whether the chain no longer tells the hash of the block.
    function isLost(uint256 seedBlock) internal view returns (bool) {
        return block.number > seedBlock + BlockHistory.WINDOW;
    }
}
