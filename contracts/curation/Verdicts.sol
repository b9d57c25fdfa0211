// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Outcome} from "../interfaces/ICurationAudits.sol";
import {AuditTerms} from "../interfaces/ICurationRolls.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {BitSlice} from "./BitSlice.sol";
import {MaskSet} from "./MaskSet.sol";
import {Sortition} from "./Sortition.sol";

/// @title Verdicts
/// @notice What follows from an outcome: whether the lot is accepted, and which assets are behind the bad lanes.
library Verdicts {
    using MaskSet for MaskSet.Set;

    /// @notice Digest of the empty outcome, which a first close names as the previous one.
    bytes16 internal constant NONE = bytes16(
        keccak256(
            hex"0000000000000000000000000000000000000000000000000000000000000000"
            hex"0000000000000000000000000000000000000000000000000000000000000000"
            hex"0000000000000000000000000000000000000000000000000000000000000000"
            hex"0000000000000000000000000000000000000000000000000000000000000000"
            hex"0000000000000000000000000000000000000000000000000000000000000000"
        )
    );

    /// @notice What an audit's slot keeps of an outcome.
    function digestOf(Outcome memory outcome) internal pure returns (bytes16 digest) {
        // five whole words, as abi.encode would write them
        assembly ("memory-safe") {
            digest := shl(128, shr(128, keccak256(outcome, 0xa0)))
        }
    }

    /// @notice Whether so many bad lanes are accepted.
    function isAccepted(AuditTerms memory terms, uint8 plan, uint256 count, uint256 bad) internal pure returns (bool) {
        return BitSlice.popcount(bad) <= AcceptancePlan.allowance(terms, plan, count);
    }

    /// @notice Index of the asset that a lane judges in a lot of `count` assets.
    function positionOf(
        AuditTerms memory terms,
        uint8 plan,
        bytes16 seed,
        uint256 lane,
        uint256 count
    ) internal pure returns (uint256) {
        return AcceptancePlan.isCensus(terms, plan, count) ? lane : Sortition.lanePosition(seed, lane, count);
    }

    /// @notice The assets behind the bad lanes of a lot of `count` assets.
    function locate(
        AuditTerms memory terms,
        uint8 plan,
        bytes16 seed,
        uint256 bad,
        uint256 count
    ) internal pure returns (MaskSet.Set memory masks) {
        if (bad == 0) return masks;
        if (AcceptancePlan.isCensus(terms, plan, count)) {
            masks = MaskSet.create(1);
            masks.add(0, bad);
            return masks;
        }
        masks = MaskSet.create(BitSlice.popcount(bad));
        for (; bad != 0; bad &= bad - 1) {
            uint256 position = Sortition.lanePosition(seed, BitSlice.lowest(bad), count);
            // casting to 'uint16' is safe because a position is below 65,536
            masks.add(uint16(position >> 8), 1 << (position & 0xff));
        }
    }
}
