// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ICurationScores} from "../interfaces/ICurationScores.sol";
import {CurationBooks} from "./CurationBooks.sol";

/// @title CurationScores
/// @notice See {ICurationScores}. {Curation} runs this code on its own books; called directly it has none.
contract CurationScores is CurationBooks, ICurationScores {
    constructor(address deployer) CurationBooks(deployer) {}
}
