// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReputationToken} from "../../contracts/governance/ReputationToken.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {StudioFixture} from "./StudioFixture.sol";

/// @notice Uses the reputation of a studio at random, as timelock, members and passers-by, over years.
contract ReputationHandler is StudioFixture {
    uint256 public constant ACTORS = 6;

    ReputationToken public token;
    address public timelock;
    address public curation;

    uint256 private _lastIndex;
    uint256 private _granted;
    uint256 private _pastTime;
    uint256 private _pastSupply;

    constructor() {
        deployProtocol();
        IStudio studio = createStudio(Preset.Collective, people(3));
        token = reputationOf(studio);
        timelock = address(timelockOf(studio));
        curation = studio.moduleOf(Module.Curation);
    }

    /// @notice One of the people involved; the first three are founders.
    function actorAt(uint256 i) public pure returns (address) {
        return people(ACTORS)[i % ACTORS];
    }

    /// @notice Grants what may be granted, or a part of it.
    function grant(uint256 actor, uint256 amount) external {
        uint256 most = token.grantable();
        if (most == 0) return;
        address account = actorAt(actor);
        uint256 before = token.effectiveBalanceOf(account);
        amount = bound(amount, 1, most);
        vm.prank(timelock);
        token.mint(account, amount, "role", keccak256("evidence"));
        uint256 gained = token.effectiveBalanceOf(account) - before;
        // Floors of the two balances may differ by one unit either way.
        assertLe(gained, amount + 1, "gained more than granted");
        assertLe(amount, gained + 1, "gained less than granted");
        _granted += amount;
        _checkTime();
    }

    /// @notice More than the limit is refused, and so is a grant by anybody else.
    function overreach(uint256 actor, uint256 excess) external {
        address account = actorAt(actor);
        uint256 most = token.grantable();
        uint256 amount = most + bound(excess, 2, 10 ** 30);
        vm.prank(timelock);
        try token.mint(account, amount, 0, 0) {
            revert AssertionFailed("granted above the limit", amount, most);
        } catch {}
        vm.prank(account);
        try token.mint(account, 1, 0, 0) {
            revert AssertionFailed("granted by a member", 1, 0);
        } catch {}
    }

    /// @notice The gate sets aside what it can of what it wants.
    function reserve(uint256 max) external {
        (uint256 most, uint256 waiting) = (token.reservable(), token.reserved());
        vm.prank(curation);
        uint256 raw = token.reserveIssuance(max);
        assertEq(raw, max < most ? max : most, "reserved");
        assertEq(token.reserved(), waiting + raw, "waiting");
        _checkTime();
    }

    /// @notice The gate mints any amount, and gets what the limits leave.
    function issue(uint256 actor, uint256 raw) external {
        address account = actorAt(actor);
        (uint256 most, uint256 held) = (token.mintableTo(account), token.balanceOf(account));
        uint256 waiting = token.reserved();
        vm.prank(curation);
        uint256 minted = token.mintReserved(account, raw, keccak256("evidence"));
        assertEq(minted, raw < most ? raw : most, "minted");
        assertEq(token.balanceOf(account), held + minted, "received");
        assertEq(token.reserved(), waiting - minted, "left");
        _checkTime();
    }

    /// @notice Delegates to somebody, to oneself or to nobody.
    function delegate(uint256 from, uint256 to) external {
        vm.prank(actorAt(from));
        token.delegate(to % (ACTORS + 1) == ACTORS ? address(0) : actorAt(to));
        _checkTime();
    }

    /// @notice No way leads from one account to another.
    function transfer(uint256 from, uint256 to, uint256 amount) external {
        (address giver, address taker) = (actorAt(from), actorAt(to));
        vm.startPrank(giver);
        try token.transfer(taker, amount) {
            revert AssertionFailed("transferred", amount, 0);
        } catch {}
        try token.approve(taker, amount) {
            revert AssertionFailed("approved", amount, 0);
        } catch {}
        vm.stopPrank();
        vm.prank(taker);
        try token.transferFrom(giver, taker, amount) {
            revert AssertionFailed("transferred from", amount, 0);
        } catch {}
    }

    /// @notice Time passes: up to half a year.
    function wait(uint256 time) external {
        uint256 supply = token.effectiveTotalSupply();
        vm.warp(block.timestamp + bound(time, 1, 180 days));
        assertLe(token.effectiveTotalSupply(), supply, "worth more by waiting");
        _checkTime();
    }

    /// @notice The half-life changes, and nothing is worth more or less at that moment.
    function setHalfLife(uint256 halfLife) external {
        uint256 supply = token.effectiveTotalSupply();
        vm.prank(timelock);
        token.setHalfLife(uint32(bound(halfLife, 30 days, 5 * 365 days)));
        assertEq(token.effectiveTotalSupply(), supply, "a jump");
        _checkTime();
    }

    /// @dev The index never falls, and what was the supply then is so for ever.
    function _checkTime() private {
        uint256 index = token.index();
        assertLe(_lastIndex, index, "the index fell");
        _lastIndex = index;
        if (_pastTime != 0) assertEq(token.getPastTotalSupply(_pastTime), _pastSupply, "the past changed");
        uint256 time = block.timestamp - 1;
        if (time > START) (_pastTime, _pastSupply) = (time, token.getPastTotalSupply(time));
    }
}

/// @notice What holds for reputation after any sequence of calls.
contract ReputationTest is StudioFixture {
    ReputationHandler private _handler;
    ReputationToken private _token;

    function setUp() external {
        _handler = new ReputationHandler();
        _token = _handler.token();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice G1: what the members have is all there is.
    function invariant_SumIsSupply() external view {
        uint256 sum;
        for (uint256 i = 0; i < _handler.ACTORS(); ++i) {
            sum += _token.balanceOf(_handler.actorAt(i));
        }
        assertEq(sum, _token.totalSupply(), "sum of balances");
    }

    /// @notice G1: a delegate's votes are the balances of those who chose it, and nobody else has any.
    function invariant_VotesAreDelegatedBalances() external view {
        uint256 votes;
        uint256 undelegated;
        for (uint256 i = 0; i < _handler.ACTORS(); ++i) {
            address account = _handler.actorAt(i);
            uint256 chosen;
            for (uint256 j = 0; j < _handler.ACTORS(); ++j) {
                address member = _handler.actorAt(j);
                if (_token.delegates(member) == account) chosen += _token.balanceOf(member);
            }
            assertEq(_token.getVotes(account), chosen, "votes of a delegate");
            votes += chosen;
            if (_token.delegates(account) == address(0)) undelegated += _token.balanceOf(account);
        }
        assertEq(votes + undelegated, _token.totalSupply(), "votes and who chose nobody");
    }

    /// @notice G2: parts are never worth more than the whole.
    function invariant_EffectivePartsFitTheWhole() external view {
        uint256 sum;
        for (uint256 i = 0; i < _handler.ACTORS(); ++i) {
            sum += _token.effectiveBalanceOf(_handler.actorAt(i));
        }
        uint256 whole = _token.effectiveTotalSupply();
        assertLe(sum, whole, "parts above the whole");
        assertLe(whole, sum + _handler.ACTORS(), "the gap");
    }

    /// @notice G10: what may be granted is at most 5 % of the supply, of which a thousand count as the least.
    function invariant_GrantableIsAShare() external view {
        uint256 supply = _token.effectiveTotalSupply();
        if (supply < 1_000e18) supply = 1_000e18;
        assertLe(_token.grantable(), supply / 20, "above 5 %");
    }

    /// @notice What waits to be minted and what could be set aside are together one capacity at most.
    function invariant_MachineIssuanceIsAShare() external view {
        uint256 supply = _token.totalSupply();
        uint256 least = (1_000e18 * _token.index()) / 2 ** 40;
        if (supply < least) supply = least;
        assertLe(_token.reserved() + _token.reservable(), (supply * 18) / 1_000, "above 1.8 %");
    }

    /// @notice Votes and quorum always fit 128 bits.
    function invariant_SupplyFits() external view {
        assertLe(_token.totalSupply(), type(uint128).max, "supply");
    }
}
