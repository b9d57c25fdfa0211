// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title CappedQuery
/// @notice Yes-or-no questions to contracts that nobody vouches for. Whatever they do, the answer costs a bounded
/// amount of gas and changes no state, and anything but the expected word is a no.
library CappedQuery {
    uint256 private constant _GAS_CAP = 100_000;

    /// @notice Whether `target` answers `query` with exactly one word, `expected`.
    function answers(address target, bytes memory query, uint256 expected) internal view returns (bool matches) {
        // A high-level call would copy all return data, however much there is.
        assembly ("memory-safe") {
            let success := staticcall(_GAS_CAP, target, add(query, 0x20), mload(query), 0x00, 0x20)
            matches := and(and(success, eq(returndatasize(), 0x20)), eq(mload(0x00), expected))
        }
    }
}
