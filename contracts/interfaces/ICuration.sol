// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {ICurationAudits} from "./ICurationAudits.sol";
import {ICurationBallots} from "./ICurationBallots.sol";
import {ICurationDisputes} from "./ICurationDisputes.sol";
import {ICurationObjections} from "./ICurationObjections.sol";
import {ICurationRolls} from "./ICurationRolls.sol";
import {ICurationScores} from "./ICurationScores.sol";
import {ICurationSlates} from "./ICurationSlates.sol";
import {IStudioModule} from "./IStudioModule.sol";

/// @title ICuration
/// @notice The gate of one studio: acceptance sampling of lots with signed ballots and a verified tally.
///
/// A producer commits a lot; 32 blocks later its seed can be drawn, which fixes sample and electorate. Curators sign
/// ballots for 24 hours; anyone relays them. The verdict is provisional for another 24 hours, in which any strictly
/// heavier set of ballots replaces it; after that it stands, by time alone. Everything is denied until accepted:
/// without quorum, without coverage, and after a time-out nothing is.
///
/// A solo studio draws no audits: it certifies its own lots, and the verdict says so.
///
/// Lanes are the 256 bits of a word. In a census (the lot has no more assets than the plan samples) lane i is index
/// i; in a sample lane j is `lanePosition(seed, j, count)`. Lanes beyond that are padding and never count.
///
/// Warning: `closeAudit` proves what curators signed, not that they looked. Ballots are visible to their relayer
/// before the close, and to everybody after it.
interface ICuration is
    IStudioModule,
    IERC5267,
    ICurationAudits,
    ICurationBallots,
    ICurationRolls,
    ICurationScores,
    ICurationDisputes,
    ICurationObjections,
    ICurationSlates
{}
