// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurationDisputes} from "../interfaces/ICurationDisputes.sol";
import {CurationBooks} from "./CurationBooks.sol";

/// @title CurationDisputes
/// @notice See {ICurationDisputes}. {Curation} runs this code on its own books; called directly it has none.
contract CurationDisputes is CurationBooks, ICurationDisputes {
    constructor(address deployer) CurationBooks(deployer) {}
}
