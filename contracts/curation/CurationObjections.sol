// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurationObjections} from "../interfaces/ICurationObjections.sol";
import {CurationBooks} from "./CurationBooks.sol";

/// @title CurationObjections
/// @notice See {ICurationObjections}. {Curation} runs this code on its own books; called directly it has none.
contract CurationObjections is CurationBooks, ICurationObjections {
    constructor(address deployer) CurationBooks(deployer) {}
}
