// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Two 128-bit totals in one slot, the first in the low half, as Solidity would pack two fields in this order.
type Pair is uint256;

using {first, second, plus} for Pair global;

/// @notice One of two totals would pass 2^128 - 1.
error PairOverflow(uint256 low, uint256 high);

/// @notice The pair of two totals, which must fit their halves.
function toPair(uint256 low, uint256 high) pure returns (Pair) {
    if ((low | high) > type(uint128).max) revert PairOverflow(low, high);
    return Pair.wrap((high << 128) | low);
}

/// @notice The pair with `low` added to its first and `high` to its second total.
function plus(Pair pair, uint256 low, uint256 high) pure returns (Pair) {
    return toPair(first(pair) + low, second(pair) + high);
}

/// @notice The low half.
function first(Pair pair) pure returns (uint128) {
    // casting to 'uint128' is safe because the low half is wanted
    return uint128(Pair.unwrap(pair));
}

/// @notice The high half.
function second(Pair pair) pure returns (uint128) {
    // casting to 'uint128' is safe because the shift leaves 128 bits
    return uint128(Pair.unwrap(pair) >> 128);
}
