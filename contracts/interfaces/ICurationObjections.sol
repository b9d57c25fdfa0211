// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title ICurationObjections
/// @notice Duplicates and vetoes. See {ICuration}.
interface ICurationObjections {}
