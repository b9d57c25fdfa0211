// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {VetoBudget} from "../../contracts/governance/VetoBudget.sol";
import {IEthicsReviews} from "../../contracts/interfaces/IEthicsReviews.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";

/// @notice Spends vetoes at random times, under limits that change, and remembers all of them.
contract VetoBudgetHandler is SolidityTest {
    using VetoBudget for VetoBudget.Budget;

    uint256 private constant _WINDOW = 90 days;

    VetoBudget.Budget private _budget;
    uint8 private _limit = 4;
    uint8 private _highest = 4;
    uint256[] private _times;
    bool private _spends; // whoever else calls, and be it this contract by chance, spends nothing

    constructor() {
        vm.warp(1_790_000_000);
    }

    /// @notice Time passes: seldom much of a window at once.
    function wait(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 0, 30 days));
    }

    /// @notice To the second at which a veto leaves the window, or the one before.
    function waitFor(uint256 seed) external {
        if (_times.length == 0) return;
        uint256 end = _times[seed % _times.length] + _WINDOW - (seed % 3 == 0 ? 1 : 0);
        if (end > block.timestamp) vm.warp(end);
    }

    /// @notice The studio votes for another limit.
    function setLimit(uint8 limit) external {
        _limit = uint8(bound(limit, 1, VetoBudget.MAX_LIMIT));
        if (_limit > _highest) _highest = _limit;
    }

    /// @notice A veto that is allowed if and only if fewer than the limit were made in 90 days.
    function veto() external {
        uint256 count = used();
        assertEq(left(), count < _limit ? _limit - count : 0, "left");
        _spends = true;
        if (count < _limit) {
            _times.push(block.timestamp);
        } else {
            vm.expectRevert(abi.encodeWithSelector(IEthicsReviews.EthicsBoardVetoLimit.selector, count, _limit));
        }
        this.spend();
        _spends = false;
    }

    /// @notice Spends one, as the board does; a call of its own, so that it can be refused.
    function spend() external {
        if (!_spends) return;
        _budget.spend(_limit);
    }

    /// @notice How many are left.
    function left() public view returns (uint256) {
        return _budget.leftOf(_limit);
    }

    /// @notice Vetoes in the 90 days that end now.
    function used() public view returns (uint256 count) {
        for (uint256 i = _times.length; i != 0 && _times[i - 1] + _WINDOW > block.timestamp; --i) {
            ++count;
        }
    }

    /// @notice The most vetoes in any 90 days that there ever were: a window is fullest when a veto has just been made.
    function fullest() external view returns (uint256 most) {
        uint256 first;
        for (uint256 i = 0; i < _times.length; ++i) {
            while (_times[first] + _WINDOW <= _times[i]) ++first;
            if (i + 1 - first > most) most = i + 1 - first;
        }
    }

    /// @notice The highest limit that ever was.
    function highest() external view returns (uint256) {
        return _highest;
    }
}

/// @notice The limit of vetoes holds in every window of 90 days, not in some.
contract BoardVetoes is SolidityTest {
    VetoBudgetHandler private _handler;

    function setUp() public {
        _handler = new VetoBudgetHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function invariant_VetoLimit() public view {
        assertLe(_handler.fullest(), _handler.highest(), "more vetoes than any limit");
    }
}
