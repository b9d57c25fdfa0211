// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Kind, Parent} from "../../contracts/interfaces/IAssetRegistry.sol";
import {Finding} from "../../contracts/interfaces/IEthicsReviews.sol";
import {Contest, IProvenance} from "../../contracts/interfaces/IProvenance.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {AssetId, LotId} from "../../contracts/types/Ids.sol";
import {LicensingFixture} from "../licensing/LicensingFixture.sol";

/// @notice Directory and gate of a studio whose timelock is an ordinary account.
contract HomeStudio {
    address private immutable _TIMELOCK;

    constructor(address timelock) {
        _TIMELOCK = timelock;
    }

    function moduleOf(uint8) external view returns (address) {
        return _TIMELOCK;
    }

    function studio() external view returns (address) {
        return address(this);
    }
}

/// @notice Strangers put bonds aside, contest, withdraw; two studios rule or are silent; control changes hands.
contract ContestsHandler is LicensingFixture {
    uint256 private constant _TOKENS = 2;
    uint256 private constant _CLAIMANTS = 3;
    uint256 private constant _JUDGES = 2;
    uint256 private constant _CONTEST_POT = 1 << 255;

    IProvenance public provenance;
    TestToken[_TOKENS] private _tokens;
    bytes32[_JUDGES] private _recipes;
    LotId private _lot;

    /// @dev What a careful witness wrote down.
    mapping(uint256 token => mapping(address account => uint256 amount)) private _aside;
    mapping(uint256 token => mapping(address account => uint256 amount)) private _credits;
    mapping(uint256 contestId => uint256 times) private _resolved;

    constructor() {
        deployLicensing();
        provenance = IProvenance(create(abi.encodePacked(vm.getCode("Provenance"), abi.encode(deployer))));
        for (uint256 i = 0; i < _TOKENS; ++i) {
            _tokens[i] = new TestToken("Bond", "BOND", 6);
            _tokens[i].mint(address(this), type(uint128).max);
            _tokens[i].approve(address(splitter), type(uint256).max);
        }
        for (uint256 i = 0; i < _JUDGES; ++i) {
            (_recipes[i], ) = makeLot(judgeAt(i), Kind.Work, 0, new Parent[](0), 1);
            address home = address(new HomeStudio(judgeAt(i)));
            vm.prank(judgeAt(i));
            registry.recordStudio(judgeAt(i), home, home);
        }
        (, _lot) = makeLot(address(0xa07402), Kind.Work, 0, new Parent[](0), 3);
    }

    function wait(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1 hours, 40 days));
    }

    /// @notice One in three asks for nothing.
    function setTerms(uint256 who, uint256 token, uint256 bond) external {
        bool free = bond % 3 == 0;
        vm.prank(judgeAt(who));
        address asked = free ? address(0) : address(_tokens[token % _TOKENS]);
        provenance.setContestTerms(asked, free ? 0 : uint96(bound(bond, 1, 500)));
    }

    function fund(uint256 token, uint256 who, uint256 amount) external {
        (token, amount) = (token % _TOKENS, bound(amount, 1, 2_000));
        address account = claimantAt(who);
        _aside[token][account] += amount;
        splitter.fundPot(address(provenance), _potOf(account), address(_tokens[token]), uint128(amount));
    }

    function withdraw(uint256 token, uint256 who, uint256 amount) external {
        token %= _TOKENS;
        address account = claimantAt(who);
        amount = bound(amount, 0, _aside[token][account]);
        _aside[token][account] -= amount;
        _credits[token][account] += amount;
        vm.prank(account);
        provenance.withdrawBond(address(_tokens[token]), uint128(amount));
    }

    /// @notice Succeeds if and only if the claimant does not contest the same parent, the terms are met and the money
    /// is there.
    function contest(uint256 which, uint256 index, uint256 token, uint256 who, uint256 bond) external {
        (which, token, bond) = (which % _JUDGES, token % _TOKENS, bound(bond, 0, 600));
        address account = claimantAt(who);
        AssetId parent = _lot.assetAt(uint24(index % 3));
        (address asked, uint96 least) = provenance.contestTermsOf(provenance.judgeOf(_recipes[which]));
        bool may =
            provenance.openContestOf(_recipes[which], parent, account) == 0 &&
                bond != 0 &&
                bond >= least &&
                (asked == address(0) || asked == address(_tokens[token])) &&
                _aside[token][account] >= bond;
        vm.prank(account);
        try provenance.contestLineage(_recipes[which], parent, "evidence", address(_tokens[token]), uint96(bond)) {
            assertTrue(may, "contested twice, for too little or nothing");
            _aside[token][account] -= bond;
        } catch {
            assertTrue(!may, "not contested");
        }
    }

    /// @notice Either studio rules any contest: the one that licenses its recipe, in time, once, and no other.
    function rule(uint256 which, uint256 who, uint8 finding) external {
        uint256 count = provenance.contestCount();
        if (count == 0) return;
        uint256 contestId = bound(which, 1, count);
        Contest memory found = provenance.contestOf(contestId);
        finding = uint8(bound(finding, 0, 3));
        address judge = judgeAt(who);
        bool may =
            !found.closed &&
                judge == registry.recipeOf(found.recipeId).licensor &&
                finding != 0 &&
                block.timestamp < found.deadline;
        vm.prank(judge);
        try provenance.ruleContest(contestId, Finding(finding)) {
            assertTrue(may, "ruled");
            bool abusive = Finding(finding) == Finding.Abusive;
            _resolve(contestId, found, abusive ? receiver() : found.claimant);
        } catch {
            assertTrue(!may, "not ruled");
        }
    }

    function lapse(uint256 which) external {
        uint256 count = provenance.contestCount();
        if (count == 0) return;
        uint256 contestId = bound(which, 1, count);
        Contest memory found = provenance.contestOf(contestId);
        bool may = !found.closed && block.timestamp >= found.deadline;
        try provenance.lapseContest(contestId) {
            assertTrue(may, "lapsed");
            _resolve(contestId, found, found.claimant);
        } catch {
            assertTrue(!may, "silence has no end");
        }
    }

    /// @notice Control of a recipe goes to the other studio.
    function handOver(uint256 which) external {
        bytes32 recipeId = _recipes[which % _JUDGES];
        address from = registry.recipeOf(recipeId).licensor;
        address to = from == judgeAt(0) ? judgeAt(1) : judgeAt(0);
        vm.prank(from);
        registry.offerControl(recipeId, to);
        vm.prank(to);
        registry.acceptControl(recipeId);
    }

    /// @notice What is put aside lies in its pot, what is at stake in that of its contest, and what was released is
    /// credited to whom the ruling named: nothing else, in either token.
    function checkMoney() external view {
        for (uint256 token = 0; token < _TOKENS; ++token) {
            address bond = address(_tokens[token]);
            uint256 sum;
            for (uint256 i = 0; i < _CLAIMANTS; ++i) {
                address account = claimantAt(i);
                uint256 aside = splitter.potOf(address(provenance), _potOf(account), bond);
                assertEq(aside, _aside[token][account], "put aside");
                sum += aside + _checkCredit(token, account);
            }
            for (uint256 i = 0; i < _JUDGES; ++i) {
                assertEq(splitter.creditOf(judgeAt(i), bond), 0, "judge");
            }
            sum += _checkCredit(token, receiver());
            for (uint256 contestId = provenance.contestCount(); contestId != 0; --contestId) {
                Contest memory found = provenance.contestOf(contestId);
                uint256 staked = splitter.potOf(address(provenance), bytes32(contestId | _CONTEST_POT), bond);
                assertEq(staked, found.token == bond && !found.closed ? found.bond : 0, "bond");
                sum += staked;
            }
            assertEq(_tokens[token].balanceOf(address(splitter)), sum, "tokens");
            assertEq(_tokens[token].balanceOf(address(provenance)), 0, "provenance");
        }
    }

    /// @notice Each contest is resolved at most once, and is open or resolved; a claimant has one of each parent.
    function checkResolved() external view {
        for (uint256 contestId = provenance.contestCount(); contestId != 0; --contestId) {
            Contest memory found = provenance.contestOf(contestId);
            assertEq(_resolved[contestId], found.closed ? 1 : 0, "resolved");
            uint256 open = provenance.openContestOf(found.recipeId, found.parent, found.claimant);
            assertTrue((open == contestId) == !found.closed, "open");
        }
    }

    /// @notice Where money waits for those whose work is named as the parent.
    function receiver() public view returns (address) {
        return splitter.receiverOf(registry.lotOf(_lot).recipe);
    }

    function judgeAt(uint256 who) public pure returns (address) {
        return address(uint160(0x10d9e000 + (who % _JUDGES)));
    }

    function claimantAt(uint256 who) public pure returns (address) {
        return address(uint160(0xc1a13a00 + (who % _CLAIMANTS)));
    }

    function _checkCredit(uint256 token, address account) private view returns (uint256 credit) {
        credit = splitter.creditOf(account, address(_tokens[token]));
        assertEq(credit, _credits[token][account], "credited");
    }

    function _resolve(uint256 contestId, Contest memory found, address to) private {
        ++_resolved[contestId];
        _credits[found.token == address(_tokens[0]) ? 0 : 1][to] += found.bond;
    }

    function _potOf(address account) private pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}

/// @notice What holds for contests after any sequence of calls.
contract ContestsTest is LicensingFixture {
    ContestsHandler private _handler;

    function setUp() external {
        _handler = new ContestsHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function invariant_ContestBondsAreConserved() external view {
        _handler.checkMoney();
    }

    function invariant_ContestsAreResolvedOnce() external view {
        _handler.checkResolved();
    }
}
