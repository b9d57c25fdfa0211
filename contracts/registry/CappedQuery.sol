// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title CappedQuery
/// @notice Questions to contracts that nobody vouches for. Whatever they do, the answer costs a bounded amount of gas
/// and changes no state, and anything but one word of the expected shape is a no.
library CappedQuery {
    uint256 private constant _GAS_CAP = 100_000;

    /// @notice Whether `target` answers `query` with exactly one word, `expected`.
    function answers(address target, bytes memory query, uint256 expected) internal view returns (bool) {
        (bool answered, uint256 word) = wordFrom(target, query);
        return answered && word == expected;
    }

    /// @notice The address with which `target` answers `query`; zero if it answers anything else.
    function addressFrom(address target, bytes memory query) internal view returns (address) {
        (bool answered, uint256 word) = wordFrom(target, query);
        // casting to 'uint160' is safe because the word has no more bits
        return answered && word <= type(uint160).max ? address(uint160(word)) : address(0);
    }

    /// @notice The one word with which `target` answers `query`; meaningless unless it `answered` with just one.
    function wordFrom(address target, bytes memory query) internal view returns (bool answered, uint256 word) {
        // A high-level call would copy all return data, however much there is.
        assembly ("memory-safe") {
            let success := staticcall(_GAS_CAP, target, add(query, 0x20), mload(query), 0x00, 0x20)
            answered := and(success, eq(returndatasize(), 0x20))
            word := mload(0x00)
        }
    }
}
