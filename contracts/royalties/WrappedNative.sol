// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title WrappedNative
/// @notice The wrapped native currency of the chains that have one everybody means. A table and no parameter: whoever
/// could name the token could name one of their own and take the currency.
library WrappedNative {
    /// @notice Its address on this chain, or zero: then native currency waits where it is.
    function onThisChain() internal view returns (address) {
        uint256 chain = block.chainid;
        if (chain == 1) return 0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2; // Ethereum
        if (chain == 42161) return 0x82aF49447D8a07e3bd95BD0d56f35241523fBab1; // Arbitrum One
        if (chain == 137) return 0x0d500B1d8E8eF31E21C99d1Db9A6444d3ADf1270; // Polygon
        if (chain == 11155111) return 0xfFf9976782d46CC05630D1f6eBAb18b2324d6B14; // Sepolia
        // The OP stack has it at the same place everywhere: OP Mainnet, Base, and the test networks of both.
        bool optimistic = chain == 10 || chain == 8453 || chain == 11155420 || chain == 84532;
        return optimistic ? 0x4200000000000000000000000000000000000006 : address(0);
    }
}
