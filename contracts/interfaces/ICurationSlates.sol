// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A vote on the best k of n candidates: two slots.
struct Slate {
    bytes32 candidates; // keccak(abi.encodePacked(assetIds))
    uint16 count; // 1…4,096
    uint16 k; // 1…count
    uint40 clock; // ballot deadline, after a close the end of the window (seconds)
    uint16 epoch; // whose standings count
    uint16 weight; // behind the present result
    uint16 terms;
    bytes16 digest; // first 128 bits of keccak(selected words)
}

/// @title ICurationSlates
/// @notice Votes on the best of many candidates. See {ICuration}.
interface ICurationSlates {}
