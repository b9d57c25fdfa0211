// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {StudioGovernor} from "../../contracts/governance/StudioGovernor.sol";
import {StudioTimelock} from "../../contracts/governance/StudioTimelock.sol";
import {IAssetRegistry} from "../../contracts/interfaces/IAssetRegistry.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {Successors} from "../../contracts/interfaces/IStudioFactory.sol";
import {StudioFixture} from "../governance/StudioFixture.sol";

/// @notice Replaces electorates at random, and tries to use and to share the timelock beside the present one.
contract ElectorateHandler is StudioFixture {
    IStudio public studio;
    StudioTimelock public timelock;
    IAssetRegistry public registry;

    /// @dev Everybody who ever governed or was made to.
    address[] private _governors;
    address[] private _reputations;
    mapping(address governor => bool) private _wasGovernor;

    /// @dev What a governor has queued, and which one.
    struct Operation {
        address governor;
        bytes32 salt;
    }

    Operation[] private _queued;
    uint256 private _salts;

    constructor() {
        deployProtocol();
        studio = createStudio(Preset.Solo, people(1));
        timelock = timelockOf(studio);
        registry = IAssetRegistry(deployer.addressOf("AssetRegistry"));
        _remember(studio.moduleOf(Module.Governor), studio.moduleOf(Module.Reputation));
        _wasGovernor[_governors[0]] = true;
    }

    /// @notice Accounts that are asked about: every governor, and some who never are one.
    function suspects() external view returns (address[] memory accounts) {
        accounts = new address[](_governors.length + 5);
        for (uint256 i = 0; i < _governors.length; ++i) {
            accounts[i] = _governors[i];
        }
        uint256 next = _governors.length;
        accounts[next] = address(0);
        accounts[next + 1] = address(timelock);
        accounts[next + 2] = address(studio);
        accounts[next + 3] = address(factory);
        accounts[next + 4] = people(1)[0];
    }

    /// @notice Makes an electorate and lets the timelock vote it in; a solo studio may graduate with it.
    function replace(uint8 kind, uint8 founders, bool graduates) external {
        Preset present = studio.preset();
        Preset preset = present == Preset.Solo ? Preset(bound(kind, 0, 3)) : present;
        if (preset == Preset.House && present == Preset.Solo) preset = Preset.Open;
        uint256 count = preset == Preset.Solo ? 1 : bound(founders, 3, 6);
        Successors memory made = _make(preset, count);
        vm.startPrank(address(timelock));
        if (graduates && present == Preset.Solo && preset != Preset.Solo) {
            registry.recordGate(made.curation);
            studio.graduate(preset, made.governor, made.reputation, made.curation);
        } else if (preset == present) {
            studio.replaceElectorate(made.governor, made.reputation);
        } else {
            vm.expectRevert(abi.encodeWithSelector(IStudio.StudioForeignPreset.selector, preset, present));
            studio.replaceElectorate(made.governor, made.reputation);
        }
        vm.stopPrank();
        _wasGovernor[made.governor] = studio.moduleOf(Module.Governor) == made.governor;
    }

    /// @notice Makes an electorate that nobody votes in.
    function makeInVain(uint8 founders) external {
        Preset preset = studio.preset();
        _make(preset, preset == Preset.Solo ? 1 : bound(founders, 3, 6));
    }

    /// @notice A governor that was one before, or the present one, never comes in again, with any votes.
    function bringBack(uint256 which, uint256 votes) external {
        address governor = _governors[which % _governors.length];
        address reputation = _reputations[votes % _reputations.length];
        bool fits = reputation == _reputations[which % _governors.length] && !_wasGovernor[governor];
        if (fits) return;
        vm.prank(address(timelock));
        try studio.replaceElectorate(governor, reputation) {
            revert AssertionFailed("an electorate came back", which, votes);
        } catch {}
    }

    /// @notice Whoever is not the governor can schedule nothing; what the governor schedules is remembered.
    function schedule(uint256 which) external {
        address caller = _governors[which % _governors.length];
        bytes32 salt = bytes32(++_salts);
        (address target, bytes memory data) = (address(studio), abi.encodeCall(IStudio.setCharter, (salt)));
        uint256 delay = timelock.getMinDelay();
        vm.prank(caller);
        try timelock.schedule(target, 0, data, 0, salt, delay) {
            assertTrue(caller == studio.moduleOf(Module.Governor), "scheduled by another");
            _queued.push(Operation(caller, salt));
        } catch {
            assertTrue(caller != studio.moduleOf(Module.Governor), "the governor cannot schedule");
        }
    }

    /// @notice What is ready is executed by the present governor and by nobody else, its scheduler included.
    function execute(uint256 which, uint256 by) external {
        if (_queued.length == 0) return;
        Operation memory operation = _queued[which % _queued.length];
        address caller = by % 2 == 0 ? operation.governor : _governors[by % _governors.length];
        vm.warp(block.timestamp + timelock.getMinDelay());
        bytes memory data = abi.encodeCall(IStudio.setCharter, (operation.salt));
        bytes32 id = timelock.hashOperation(address(studio), 0, data, 0, operation.salt);
        if (timelock.isOperationDone(id)) return;
        uint32 version = studio.charterVersion();
        vm.prank(caller);
        try timelock.execute(address(studio), 0, data, 0, operation.salt) {
            assertTrue(caller == studio.moduleOf(Module.Governor), "executed by another");
            assertEq(studio.charterVersion(), version + 1, "not executed");
        } catch {
            assertTrue(caller != studio.moduleOf(Module.Governor), "the governor cannot execute");
            assertEq(studio.charterVersion(), version, "executed in spite of it");
        }
    }

    /// @notice Not even the timelock, which administers all roles, can share or take away these.
    function shareRole(uint256 which, uint8 kind, bool takes) external {
        address account = _governors[which % _governors.length];
        bytes32[3] memory roles = [timelock.PROPOSER_ROLE(), timelock.EXECUTOR_ROLE(), timelock.CANCELLER_ROLE()];
        bytes32 role = roles[kind % 3];
        vm.prank(address(timelock));
        if (takes) {
            try timelock.revokeRole(role, account) {
                revert AssertionFailed("a derived role was revoked", which, kind);
            } catch {}
        } else {
            try timelock.grantRole(role, account) {
                assertTrue(account == studio.moduleOf(Module.Governor), "a derived role was granted");
            } catch {}
        }
    }

    function _make(Preset preset, uint256 founders) private returns (Successors memory made) {
        vm.warp(block.timestamp + 1);
        made = createSuccessors(studio, preset, people(founders));
        _remember(made.governor, made.reputation);
    }

    function _remember(address governor, address reputation) private {
        _governors.push(governor);
        _reputations.push(reputation);
    }
}

/// @notice At any time exactly one governor may use the timelock: the one that the directory names.
contract OneElectorateTest is StudioFixture {
    ElectorateHandler private _handler;

    function setUp() external {
        _handler = new ElectorateHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice Proposer, executor and canceller are the directory's governor alone; its votes are the directory's.
    function invariant_OneElectorate() external view {
        (IStudio studio, StudioTimelock timelock) = (_handler.studio(), _handler.timelock());
        StudioGovernor governor = governorOf(studio);
        assertTrue(governor.timelock() == address(timelock), "another timelock");
        assertTrue(address(governor.token()) == studio.moduleOf(Module.Reputation), "other votes");
        bytes32[3] memory roles = [timelock.PROPOSER_ROLE(), timelock.EXECUTOR_ROLE(), timelock.CANCELLER_ROLE()];
        address[] memory accounts = _handler.suspects();
        for (uint256 i = 0; i < accounts.length; ++i) {
            bool governs = accounts[i] == address(governor);
            for (uint256 r = 0; r < 3; ++r) {
                assertTrue(timelock.hasRole(roles[r], accounts[i]) == governs, "a role beside the governor");
            }
            bool administers = timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), accounts[i]);
            assertTrue(administers == (accounts[i] == address(timelock)), "another administrator");
        }
    }
}
