// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ReputationToken} from "../../contracts/governance/ReputationToken.sol";
import {Kind, LotInput, Parent, RecipeInput, Terms} from "../../contracts/interfaces/IAssetRegistry.sol";
import {IAssetRegistry} from "../../contracts/interfaces/IAssetRegistry.sol";
import {ICuration} from "../../contracts/interfaces/ICuration.sol";
import {IEthicsBoard} from "../../contracts/interfaces/IEthicsBoard.sol";
import {Claim} from "../../contracts/interfaces/IEthicsClaims.sol";
import {Finding, Power, ReviewInput, SubjectKind} from "../../contracts/interfaces/IEthicsReviews.sol";
import {BoardSeat} from "../../contracts/interfaces/IEthicsSeats.sol";
import {IRoyaltySplitter, Payee, SplitOptions} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {AssetId, toLotId} from "../../contracts/types/Ids.sol";
import {Names} from "../../contracts/types/Names.sol";
import {StudioFixture} from "./StudioFixture.sol";

/// @notice Strangers put bonds aside, file, withdraw; a board answers, stops or is silent; anybody ends what is due.
contract ClaimsHandler is StudioFixture {
    uint256 private constant _TOKENS = 2;
    uint256 private constant _CLAIMANTS = 4;
    uint256 private constant _SUBJECTS = 6;
    uint256 private constant _RECIPES = 2;
    uint256 private constant _MEMBERS = 2; // of the claimants: who may file for nothing
    uint256 private constant _FREE = 3;
    uint256 private constant _INTERVAL = 180 days;
    uint256 private constant _CLAIM_POT = 1 << 255;

    IEthicsBoard public board;
    IAssetRegistry private _registry;
    IRoyaltySplitter private _splitter;
    address private _timelock;
    address private _producer;
    TestToken[_TOKENS] private _tokens;
    bytes32[_RECIPES] private _recipes;

    /// @dev What a careful witness wrote down: what is put aside, what is credited, and when subjects were stopped.
    mapping(uint256 token => mapping(address account => uint256 amount)) private _aside;
    mapping(uint256 token => mapping(address account => uint256 amount)) private _credits;
    mapping(uint256 subject => uint256 time) private _stoppedAt;
    uint256 private _token;
    /// @notice Least time between two stops of one subject, seconds.
    uint256 public leastGap = type(uint256).max;

    constructor() {
        deployProtocol();
        address[] memory everybody = people(1 + 5 + _CLAIMANTS);
        address[] memory seats = new address[](5);
        for (uint256 i = 0; i < 5; ++i) {
            seats[i] = everybody[1 + i];
        }
        _producer = everybody[0];
        IStudio studio = createStudio(Preset.Solo, people(1), seats);
        _registry = IAssetRegistry(deployer.addressOf(Names.ASSET_REGISTRY));
        _splitter = IRoyaltySplitter(deployer.addressOf(Names.ROYALTY_SPLITTER));
        _timelock = address(timelockOf(studio));
        board = IEthicsBoard(studio.moduleOf(Module.Board));
        for (uint256 i = 0; i < _TOKENS; ++i) {
            _tokens[i] = new TestToken("Bond", "BOND", 6);
            _tokens[i].mint(address(this), type(uint128).max);
            _tokens[i].approve(address(_splitter), type(uint256).max);
        }
        for (uint256 i = 0; i < _RECIPES; ++i) {
            _recipes[i] = _register(keccak256(abi.encode(i)));
        }
        address gate = studio.moduleOf(Module.Curation);
        vm.prank(_timelock);
        ICuration(gate).admitProducer(_producer, 1_000);
        vm.prank(_producer);
        _registry.commitLot(LotInput(_recipes[0], 1, keccak256("root"), 300, gate, keccak256("manifest")));
        ReputationToken token = reputationOf(studio);
        for (uint256 i = 0; i < _MEMBERS; ++i) {
            vm.prank(_timelock);
            token.mint(claimantAt(i), 20e18, "member", keccak256("evidence"));
        }
        vm.warp(block.timestamp + 1 days);
        setTerms(0, 100);
    }

    /// @notice Time passes; nobody on the board forgets to be elected again.
    function wait(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1 hours, 90 days));
        for (uint8 number = 1; number <= 5; ++number) {
            BoardSeat memory seat = board.seatOf(number);
            if (block.timestamp + 100 days < seat.termEnd) continue;
            vm.prank(_timelock);
            board.electSeat(number, seat.holder);
        }
    }

    /// @notice One in three asks for no bond.
    function setTerms(uint256 token, uint256 bond) public {
        _token = token % _TOKENS;
        bool free = bond % 3 == 0;
        vm.prank(_timelock);
        board.setClaimTerms(free ? address(0) : address(_tokens[_token]), free ? 0 : uint128(bound(bond, 1, 500)));
    }

    function fund(uint256 token, uint256 who, uint256 amount) external {
        (token, amount) = (token % _TOKENS, bound(amount, 1, 2_000));
        address account = claimantAt(who);
        _aside[token][account] += amount;
        _splitter.fundPot(address(board), _potOf(account), address(_tokens[token]), uint128(amount));
    }

    function withdraw(uint256 token, uint256 who, uint256 amount) external {
        token %= _TOKENS;
        address account = claimantAt(who);
        amount = bound(amount, 0, _aside[token][account]);
        _aside[token][account] -= amount;
        _credits[token][account] += amount;
        vm.prank(account);
        board.withdrawBond(address(_tokens[token]), uint128(amount));
    }

    /// @notice Succeeds if and only if nobody waits for an answer on the subject and the bond is there, or where there
    /// is none a member has fewer than three such claims.
    function file(uint256 who, uint256 which) external {
        address account = claimantAt(who);
        (SubjectKind kind, uint256 subject) = subjectAt(which);
        (, uint128 bond) = board.claimTerms();
        bool pays =
            bond == 0 ? who % _CLAIMANTS < _MEMBERS && freeOf(account) < _FREE : _aside[_token][account] >= bond;
        bool may = board.openClaimOf(kind, subject) == 0 && pays;
        vm.prank(account);
        try board.file(kind, subject, "harm", keccak256("evidence")) {
            assertTrue(may, "filed twice, for too little or too often");
            _aside[_token][account] -= bond;
        } catch {
            assertTrue(!may, "not filed");
        }
    }

    /// @notice All seats answer an open claim.
    function answer(uint256 which, uint8 finding) external {
        (SubjectKind kind, uint256 subject) = subjectAt(which);
        uint256 claimId = board.openClaimOf(kind, subject);
        if (claimId == 0) return;
        ReviewInput memory input = _inputOn(kind, subject, Power.Answer, "");
        (input.claimId, input.finding) = (claimId, Finding(bound(finding, 1, 3)));
        _decide(input);
    }

    /// @notice All seats stop a subject: they can if and only if it was not stopped in 180 days.
    function quarantine(uint256 which, uint256 duration) external {
        (SubjectKind kind, uint256 subject) = subjectAt(which);
        bytes memory payload = abi.encode(bound(duration, 1 days, 30 days));
        bool rested = isRested(subject);
        uint256 reviewId = _vote(_inputOn(kind, subject, Power.Quarantine, payload));
        try board.enactReview(reviewId, payload) {
            assertTrue(rested, "stopped twice in 180 days");
            _noteStop(subject);
        } catch {
            assertTrue(!rested, "not stopped");
        }
    }

    /// @notice Ends the claim on a subject if it is due: then, and only then, the subject stops if it is rested.
    function lapse(uint256 which) external {
        (SubjectKind kind, uint256 subject) = subjectAt(which);
        uint256 claimId = board.openClaimOf(kind, subject);
        if (claimId == 0) return;
        Claim memory claim = board.claimOf(claimId);
        bool due = block.timestamp >= claim.filedAt + 14 days;
        uint256 before = untilOf(kind, subject);
        try board.lapse(claimId) {
            assertTrue(due, "too early");
        } catch {
            assertTrue(!due, "silence has no end");
            return;
        }
        _credit(claim, claim.claimant);
        uint256 until = untilOf(kind, subject);
        assertEq(until, isRested(subject) ? block.timestamp + 30 days : before, "stopped until");
        if (until != before) _noteStop(subject);
    }

    /// @notice Closes any claim: one that is answered and not closed, and no other.
    function close(uint256 which) external {
        uint256 count = board.claimCount();
        if (count == 0) return;
        uint256 claimId = bound(which, 1, count);
        Claim memory claim = board.claimOf(claimId);
        bool may = claim.finding != Finding.None && !claim.closed;
        try board.closeClaim(claimId) {
            assertTrue(may, "closed");
            bool abusive = claim.finding == Finding.Abusive;
            address harmed = claim.kind == SubjectKind.Asset ? _producer : _timelock;
            _credit(claim, abusive ? harmed : claim.claimant);
        } catch {
            assertTrue(!may, "not closed");
        }
    }

    /// @notice What is put aside and what is at stake lies in the board's pots, and what was released is credited.
    function checkMoney() external view {
        for (uint256 i = 0; i < _CLAIMANTS; ++i) {
            address account = claimantAt(i);
            for (uint256 token = 0; token < _TOKENS; ++token) {
                address bond = address(_tokens[token]);
                uint256 aside = _splitter.potOf(address(board), _potOf(account), bond);
                assertEq(aside, _aside[token][account], "put aside");
                assertEq(_splitter.creditOf(account, bond), _credits[token][account], "credited");
            }
        }
        for (uint256 token = 0; token < _TOKENS; ++token) {
            address bond = address(_tokens[token]);
            assertEq(_splitter.creditOf(_producer, bond), _credits[token][_producer], "producer");
            assertEq(_splitter.creditOf(_timelock, bond), _credits[token][_timelock], "timelock");
            assertEq(_tokens[token].balanceOf(address(board)), 0, "board");
            assertEq(_tokens[token].balanceOf(address(_splitter)), _total(token), "tokens");
        }
    }

    /// @notice Claims that cost nothing are counted for their claimants until they are closed.
    function checkFree() external view {
        for (uint256 i = 0; i < _CLAIMANTS; ++i) {
            uint256 count = freeOf(claimantAt(i));
            assertEq(board.freeClaimsOf(claimantAt(i)), count, "free claims");
            assertLe(count, _FREE, "too many free claims");
        }
    }

    /// @notice Every claim's own pot holds its bond until it is closed, in its own token, and nothing in the other.
    function checkBonds() external view {
        for (uint256 claimId = board.claimCount(); claimId != 0; --claimId) {
            Claim memory claim = board.claimOf(claimId);
            for (uint256 token = 0; token < _TOKENS; ++token) {
                address bond = address(_tokens[token]);
                uint256 expected = claim.token == bond && !claim.closed ? claim.bond : 0;
                uint256 found = _splitter.potOf(address(board), bytes32(claimId | _CLAIM_POT), bond);
                assertEq(found, expected, "bond");
            }
        }
    }

    /// @notice Claims of an account that cost nothing and are not closed, counted one by one.
    function freeOf(address account) public view returns (uint256 count) {
        for (uint256 claimId = board.claimCount(); claimId != 0; --claimId) {
            Claim memory claim = board.claimOf(claimId);
            if (claim.claimant == account && claim.bond == 0 && !claim.closed) ++count;
        }
    }

    function isRested(uint256 subject) public view returns (bool) {
        return _stoppedAt[subject] == 0 || block.timestamp >= _stoppedAt[subject] + _INTERVAL;
    }

    function untilOf(SubjectKind kind, uint256 subject) public view returns (uint256 until) {
        if (kind == SubjectKind.Asset) until = _registry.frozenUntil(AssetId.wrap(subject));
        else (until, ) = _registry.suspensionOf(bytes32(subject));
    }

    function claimantAt(uint256 who) public pure returns (address) {
        return people(1 + 5 + _CLAIMANTS)[6 + (who % _CLAIMANTS)];
    }

    /// @notice Recipes, and assets of one lot.
    function subjectAt(uint256 which) public view returns (SubjectKind kind, uint256 subject) {
        which %= _SUBJECTS;
        if (which < _RECIPES) return (SubjectKind.Recipe, uint256(_recipes[which]));
        return (SubjectKind.Asset, AssetId.unwrap(toLotId(_producer, 1).assetAt(uint24(which))));
    }

    /// @dev Everything that the witness knows of in a token.
    function _total(uint256 token) private view returns (uint256 sum) {
        for (uint256 i = 0; i < _CLAIMANTS; ++i) {
            sum += _aside[token][claimantAt(i)] + _credits[token][claimantAt(i)];
        }
        sum += _credits[token][_producer] + _credits[token][_timelock];
        for (uint256 claimId = board.claimCount(); claimId != 0; --claimId) {
            Claim memory claim = board.claimOf(claimId);
            if (claim.token == address(_tokens[token]) && !claim.closed) sum += claim.bond;
        }
    }

    function _credit(Claim memory claim, address to) private {
        _credits[claim.token == address(_tokens[0]) ? 0 : 1][to] += claim.bond;
    }

    function _noteStop(uint256 subject) private {
        uint256 gap = block.timestamp - _stoppedAt[subject];
        if (_stoppedAt[subject] != 0 && gap < leastGap) leastGap = gap;
        _stoppedAt[subject] = block.timestamp;
    }

    function _decide(ReviewInput memory input) private {
        board.enactReview(_vote(input), input.payload);
    }

    function _vote(ReviewInput memory input) private returns (uint256 reviewId) {
        for (uint8 number = 1; number <= 5; ++number) {
            BoardSeat memory seat = board.seatOf(number);
            vm.prank(seat.holder);
            if (number == 1) reviewId = board.openReview(input);
            else board.voteOnReview(reviewId, true, "");
        }
    }

    function _register(bytes32 commitment) private returns (bytes32) {
        Payee[] memory split = new Payee[](1);
        (split[0].account, split[0].weight, split[0].roles) = (_timelock, 1_000_000, 1);
        SplitOptions memory options;
        Terms memory terms;
        RecipeInput memory input = RecipeInput(
            _timelock,
            Kind.Work,
            commitment,
            keccak256("metadata"),
            new Parent[](0),
            split,
            options,
            terms
        );
        vm.prank(_timelock);
        return _registry.registerRecipe(input, 0, "");
    }

    function _inputOn(
        SubjectKind kind,
        uint256 subject,
        Power power,
        bytes memory payload
    ) private pure returns (ReviewInput memory input) {
        (input.kind, input.subject, input.power, input.payload) = (kind, subject, power, payload);
        (input.reasonCode, input.evidence) = ("harm", keccak256("evidence"));
    }

    function _potOf(address account) private pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}

/// @notice What holds for claims after any sequence of calls.
contract ClaimsTest is StudioFixture {
    ClaimsHandler private _handler;

    function setUp() external {
        _handler = new ClaimsHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function invariant_PotsAreDepositsAndOpenBonds() external view {
        _handler.checkMoney();
        _handler.checkBonds();
    }

    function invariant_ThreeFreeClaimsAtOnce() external view {
        _handler.checkFree();
    }

    function invariant_OneStopIn180Days() external view {
        assertLe(180 days, _handler.leastGap(), "two stops in 180 days");
    }
}
