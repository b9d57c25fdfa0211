// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurationSlates} from "../interfaces/ICurationSlates.sol";
import {CurationBooks} from "./CurationBooks.sol";

/// @title CurationSlates
/// @notice See {ICurationSlates}. {Curation} runs this code on its own books; called directly it has none.
contract CurationSlates is CurationBooks, ICurationSlates {
    constructor(address deployer) CurationBooks(deployer) {}
}
