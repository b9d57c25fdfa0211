// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title TimelockPeer
/// @notice OpenZeppelin's timelock; its administrator makes a governor its proposer.
/// @dev For benchmarks only.
contract TimelockPeer is TimelockController {
    constructor(address admin) TimelockController(2 days, new address[](0), new address[](1), admin) {}
}
