// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @dev Ratios are parts per million of this.
uint24 constant ONE = 1_000_000;

/// @dev Most that a recipe's lineage may take of its sales, ppm.
uint24 constant STACK_CAP = 900_000;

/// @dev Most that a recipe may ask of a resale of its tokens, ppm.
uint24 constant SECONDARY_CAP = 100_000;

/// @dev Most parents a recipe may name.
uint256 constant MAX_PARENTS = 16;

/// @dev Most payees of a recipe's split.
uint256 constant MAX_PAYEES = 64;

/// @dev Most recipes of a settlement upward, and of a path to simulate.
uint256 constant MAX_PATH = 64;

/// @dev Most assets in a lot.
uint32 constant MAX_LOT = 65_536;

/// @dev Expiry and duration that never end.
uint40 constant PERPETUAL = type(uint40).max;
