// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {EthicsBooks} from "./EthicsBooks.sol";

/// @title EthicsClaims
/// @notice See {IEthicsClaims}. {EthicsBoard} runs this code on its own books; called directly it has none.
contract EthicsClaims is EthicsBooks {
    constructor(address deployer) EthicsBooks(deployer) {}
}
