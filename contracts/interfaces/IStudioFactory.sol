// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import { Preset } from "./IStudio.sol";

/// @notice What a studio is created with. Durations inside the preset are seconds, divided by `secondsPerTick`.
struct StudioConfig {
    string name; // ≤31 bytes
    string symbol; // ≤31 bytes
    Preset preset;
    ClockMode clockMode;
    uint32 secondsPerTick; // 1 for timestamps, 1…60 for block numbers
    address registrar; // zero: none
    address[] founders; // unique, non-zero
    bytes32 charter; // SHA-256 digest of the first charter file
    bytes32 salt;
}

/// @notice What a governor's clock counts.
enum ClockMode {
    Timestamp,
    BlockNumber
}

/// @title IStudioFactory
interface IStudioFactory {
    event StudioCreated(
        address indexed studio,
        address indexed timelock,
        address indexed creator,
        StudioConfig config,
        address governor,
        address reputation,
        address curation
    );

    function createStudio(StudioConfig calldata config) external returns (address studio);
}
