// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// solhint-disable-next-line max-line-length
import {TimelockControllerUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/TimelockControllerUpgradeable.sol";
import {StudioModule} from "../studio/StudioModule.sol";

/// @title StudioTimelock
/// @notice Treasury and identity of one studio: OpenZeppelin's timelock as a clone that knows its studio.
/// @dev The governor is its only PROPOSER, EXECUTOR and CANCELLER from birth; only it administers its own roles.
contract StudioTimelock is TimelockControllerUpgradeable, StudioModule {
    /// @dev Locks the implementation, whose initializer is public. The deployer is not needed.
    constructor(address) {
        _disableInitializers();
    }
}
