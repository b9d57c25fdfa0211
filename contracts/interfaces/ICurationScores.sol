// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What a curator has scored and earned: one slot.
struct Score {
    uint24 hits; // lanes with an independent truth, saturating: defects called defects
    uint24 misses; // defects called ok
    uint24 falseAlarms; // good ones called defects
    uint16 epoch; // epoch of the points below
    uint24 points;
    uint24 canaryPoints; // of them from canaries, not in `points`
    uint112 pay; // earned and not withdrawn, units of the audit token
}

/// @notice Points of all curators in one epoch: one slot.
struct EpochPoints {
    uint64 points;
    uint64 canaryPoints;
    uint128 budget; // raw reputation that is shared; zero until the epoch is closed
}

/// @notice A set of canary lots that was announced: two slots.
struct CanarySet {
    address poster;
    uint40 deadline; // seconds; opened until then, or the bond is lost
    uint16 count;
    uint16 opened;
    uint112 bond;
}

/// @title ICurationScores
/// @notice What judging earns: pay, points, and canaries. See {ICuration}.
interface ICurationScores {}
