// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Sortition
/// @notice What a seed draws: positions of a lot, and what each curator weighs.
/// @dev A curator whose standing is the fraction s of all standings weighs x = s·panel on average, exactly. Weights are
/// powers of two, or zero; the seed rounds x at random to one of its two neighbors, so that splitting an identity gains
/// nothing. Fixed-point numbers have 64 binary places.
library Sortition {
    uint256 private constant _WHOLE = 1 << 64;

    /// @notice The first 128 bits of keccak(lotId, prevRandao, salt): the lot is in it, so lots of one block differ.
    function seedOf(uint256 lotId, bytes32 prevRandao, bytes32 salt) internal pure returns (bytes16) {
        return bytes16(keccak256(abi.encode(lotId, prevRandao, salt)));
    }

    /// @notice Index of the asset that `lane` judges in a sample of a lot of `count` assets, drawn with replacement.
    /// @dev The bias of the remainder is below 2⁻²³⁹ for lots of at most 2¹⁶ assets.
    function lanePosition(bytes16 seed, uint256 lane, uint256 count) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, lane))) % count;
    }

    /// @notice Expected weight of a panel: `panel`, or where there are fewer curators, their number times the largest
    /// power of two that stays within `panel`, so that equals weigh the same and everybody is asked.
    function panelOf(uint256 panel, uint256 curators) internal pure returns (uint256) {
        if (curators == 0 || curators >= panel) return panel;
        return curators << Math.log2(panel / curators);
    }

    /// @notice Weight per unit of standing, fixed-point, rounded up.
    function factorOf(uint256 panel, uint256 total) internal pure returns (uint256) {
        return Math.ceilDiv(panel * _WHOLE, total);
    }

    /// @notice What a curator weighs in the panel of a seed: 0 (not drawn) or a power of two.
    /// @param standing of the curator, in the unit of `factor`.
    /// @param widening 0…2: the chance of those who are not sure to be drawn is doubled so often.
    function weightOf(
        bytes16 seed,
        uint256 index,
        uint256 standing,
        uint256 factor,
        uint256 widening
    ) internal pure returns (uint256) {
        // the complement keeps curators apart from lanes
        uint256 draw;
        assembly ("memory-safe") {
            mstore(0x00, seed)
            mstore(0x20, not(index))
            draw := shr(192, keccak256(0x00, 0x40))
        }
        // a standing has 24 bits, a factor 64 + 11 at most
        unchecked {
            uint256 x = standing * factor;
            if (x < _WHOLE) return draw < (x << widening) ? 1 : 0;
            uint256 weight = 1;
            for (; x >= 2 * _WHOLE; x >>= 1) {
                weight <<= 1;
            }
            return draw < x - _WHOLE ? weight << 1 : weight;
        }
    }
}
