// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// solhint-disable max-line-length
import {AccessControlUpgradeable} from "@openzeppelin/contracts-upgradeable/access/AccessControlUpgradeable.sol";
import {TimelockControllerUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/TimelockControllerUpgradeable.sol";
// solhint-enable max-line-length
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {IStudioTimelock} from "../interfaces/IStudioTimelock.sol";
import {StudioModule} from "../studio/StudioModule.sol";

/// @title StudioTimelock
/// @notice See {IStudioTimelock}. OpenZeppelin's timelock as a clone that knows its studio.
/// @dev What an old governor has queued stays in the books but needs an executor, and the old governor is none.
contract StudioTimelock is IStudioTimelock, TimelockControllerUpgradeable, StudioModule {
    uint256 private constant _MIN_DELAY = 1 hours;
    uint256 private constant _MAX_DELAY = 30 days;

    /// @dev Locks the implementation, whose initializer is public. The deployer is not needed.
    constructor(address) {
        _disableInitializers();
    }

    /// @inheritdoc IStudioTimelock
    function announceElectorate(address oldGovernor, address newGovernor) external {
        if (msg.sender != studio()) revert StudioTimelockUnauthorized(msg.sender);
        _announce(PROPOSER_ROLE, oldGovernor, newGovernor);
        _announce(EXECUTOR_ROLE, oldGovernor, newGovernor);
        _announce(CANCELLER_ROLE, oldGovernor, newGovernor);
    }

    /// @inheritdoc AccessControlUpgradeable
    function hasRole(bytes32 role, address account) public view override returns (bool) {
        return _isDerived(role) ? account == _governor() : super.hasRole(role, account);
    }

    /// @dev OpenZeppelin's chain of supers ends before it reaches AccessControl.
    /// @inheritdoc TimelockControllerUpgradeable
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return interfaceId == type(IAccessControl).interfaceId || super.supportsInterface(interfaceId);
    }

    /// @notice Seconds between queue and execution: one hour to 30 days, whatever was voted for. Without a delay nobody
    /// could object, and an endless one would lock the treasury for ever.
    function getMinDelay() public view override returns (uint256) {
        return Math.max(_MIN_DELAY, Math.min(super.getMinDelay(), _MAX_DELAY));
    }

    /// @dev At birth the roles are announced, later on this changes nothing.
    function _grantRole(bytes32 role, address account) internal override returns (bool) {
        if (!_isDerived(role)) return super._grantRole(role, account);
        if (account != _governor()) revert StudioTimelockGovernorOnly(role, account);
        if (_isInitializing()) emit RoleGranted(role, account, msg.sender);
        return false;
    }

    function _revokeRole(bytes32 role, address account) internal override returns (bool) {
        if (_isDerived(role)) revert StudioTimelockGovernorOnly(role, account);
        return super._revokeRole(role, account);
    }

    function _announce(bytes32 role, address oldGovernor, address newGovernor) private {
        emit RoleRevoked(role, oldGovernor, msg.sender);
        emit RoleGranted(role, newGovernor, msg.sender);
    }

    function _governor() private view returns (address) {
        return IStudio(studio()).moduleOf(Module.Governor);
    }

    function _isDerived(bytes32 role) private pure returns (bool) {
        return role == PROPOSER_ROLE || role == EXECUTOR_ROLE || role == CANCELLER_ROLE;
    }
}
