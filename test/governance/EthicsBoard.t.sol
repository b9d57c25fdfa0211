// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {StudioGovernor} from "../../contracts/governance/StudioGovernor.sol";
import {IEthicsBoard} from "../../contracts/interfaces/IEthicsBoard.sol";
// solhint-disable-next-line max-line-length
import {
    Finding,
    IEthicsReviews,
    Power,
    ProposalActions,
    ReviewInput,
    SubjectKind
} from "../../contracts/interfaces/IEthicsReviews.sol";
import {BoardSeat} from "../../contracts/interfaces/IEthicsSeats.sol";
import {IStudio, Module, Preset} from "../../contracts/interfaces/IStudio.sol";
import {StudioFixture} from "./StudioFixture.sol";

/// @notice A board whose seats come and go, and which vetoes what it can and what it cannot.
contract BoardHandler is StudioFixture {
    uint256 public constant ACTORS = 12;
    uint256 private constant _WINDOW = 90 days;
    uint256 private constant _LIMIT = 4;

    IEthicsBoard public board;
    StudioGovernor public governor;
    address private _studio;
    address private _timelock;
    address private _founder;

    uint256[] private _vetoes;
    uint256[] public exempt;
    uint256 private _nonce;

    constructor() {
        deployProtocol();
        address[] memory seats = new address[](5);
        for (uint256 i = 0; i < 5; ++i) {
            seats[i] = actorAt(i);
        }
        IStudio studio = createStudio(Preset.Solo, people(1), seats);
        _studio = address(studio);
        _founder = people(1)[0];
        _timelock = address(timelockOf(studio));
        governor = governorOf(studio);
        board = IEthicsBoard(studio.moduleOf(Module.Board));
        vm.warp(block.timestamp + 1);
    }

    /// @notice One of those who sit or might.
    function actorAt(uint256 i) public pure returns (address) {
        return people(ACTORS + 1)[1 + (i % ACTORS)];
    }

    /// @notice Time passes.
    function wait(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 40 days));
    }

    /// @notice Somebody is elected: succeeds if and only if they stood or go on.
    function elect(uint8 seat, uint256 actor, bool stands) external {
        (address holder, uint8 number) = (actorAt(actor), uint8(bound(seat, 1, 9)));
        if (stands) {
            vm.prank(holder);
            board.stand(keccak256("statement"));
        }
        uint8 held = board.seatHeldBy(holder);
        bool may = held == number || (held == 0 && block.timestamp < board.candidateUntil(holder));
        vm.prank(_timelock);
        try board.electSeat(number, holder) {
            assertTrue(may, "elected without a candidacy or twice");
        } catch {
            assertTrue(!may, "not elected");
        }
    }

    /// @notice A seat is emptied, seldom.
    function remove(uint8 seat, uint256 chance) external {
        if (chance % 4 != 0) return;
        vm.prank(_timelock);
        board.removeSeat(uint8(bound(seat, 1, 9)), keccak256("evidence"));
    }

    /// @notice The board is about to veto something that it may not: opening is refused, in whatever company.
    function vetoExempt(uint256 choice, bool withOther) external {
        (, ProposalActions memory other) = _propose(address(uint160(++_nonce)), "");
        (uint256 id, ProposalActions memory ruling) = choice % 2 == 0
            ? _propose(address(board), abi.encodeCall(board.setVetoLimit, (uint8(_LIMIT))))
            : _propose(_studio, abi.encodeCall(IStudio.setBoard, (address(board))));
        exempt.push(id);
        ProposalActions[] memory proposals = new ProposalActions[](withOther ? 2 : 1);
        proposals[0] = withOther ? other : ruling;
        if (withOther) proposals[1] = ruling;
        address opener = _anySeat();
        if (opener == address(0)) return;
        vm.prank(opener);
        try board.openReview(_inputOf(proposals)) {
            assertTrue(false, "an exempt proposal under review");
        } catch (bytes memory error) {
            assertEq(uint32(bytes4(error)), uint32(IEthicsReviews.EthicsBoardExemptProposal.selector), "error");
        }
    }

    /// @notice A veto by some of the seats: succeeds if and only if there are enough of them, and vetoes left.
    function veto(uint16 voters) external {
        (uint256 id, ProposalActions memory actions) = _propose(address(uint160(++_nonce)), "");
        ProposalActions[] memory proposals = new ProposalActions[](1);
        proposals[0] = actions;
        address opener = _anySeat();
        if (opener == address(0)) return;
        uint256 reviewId = _open(opener, proposals);
        if (reviewId == 0) return;
        uint256 votes = _vote(reviewId, opener, voters);
        uint256 live = liveSeats();
        bool enough = live >= 3 && 3 * votes >= 2 * live && used() < _LIMIT;
        try board.enactReview(reviewId, abi.encode(proposals)) {
            assertTrue(enough, "vetoed by too few or too often");
            _vetoes.push(block.timestamp);
            assertEq(uint8(governor.state(id)), uint8(IGovernor.ProposalState.Canceled), "state");
        } catch {
            assertTrue(!enough, "not vetoed");
            assertEq(uint8(governor.state(id)), uint8(IGovernor.ProposalState.Pending), "state");
        }
    }

    /// @notice How many proposals were made that no board may veto.
    function exemptCount() external view returns (uint256) {
        return exempt.length;
    }

    /// @notice Seats with a holder in their term, counted one by one.
    function liveSeats() public view returns (uint256 live) {
        for (uint8 number = 1; number <= 9; ++number) {
            BoardSeat memory seat = board.seatOf(number);
            if (seat.holder != address(0) && block.timestamp < seat.termEnd) ++live;
        }
    }

    /// @notice Vetoes in the 90 days that end now.
    function used() public view returns (uint256 count) {
        for (uint256 i = _vetoes.length; i != 0 && _vetoes[i - 1] + _WINDOW > block.timestamp; --i) {
            ++count;
        }
    }

    /// @notice The most vetoes in any 90 days.
    function fullest() external view returns (uint256 most) {
        uint256 first;
        for (uint256 i = 0; i < _vetoes.length; ++i) {
            while (_vetoes[first] + _WINDOW <= _vetoes[i]) ++first;
            if (i + 1 - first > most) most = i + 1 - first;
        }
    }

    function _open(address opener, ProposalActions[] memory proposals) private returns (uint256) {
        vm.prank(opener);
        try board.openReview(_inputOf(proposals)) returns (uint256 reviewId) {
            return reviewId;
        } catch (bytes memory error) {
            assertEq(uint32(bytes4(error)), uint32(IEthicsReviews.EthicsBoardCannotVote.selector), "not opened");
            return 0;
        }
    }

    function _vote(uint256 reviewId, address opener, uint16 voters) private returns (uint256 votes) {
        votes = 1;
        for (uint8 number = 1; number <= 9; ++number) {
            BoardSeat memory seat = board.seatOf(number);
            bool live = seat.holder != address(0) && block.timestamp < seat.termEnd;
            if (!live || seat.holder == opener || voters & (1 << number) == 0) continue;
            vm.prank(seat.holder);
            try board.voteOnReview(reviewId, true, "") {
                assertTrue(seat.since < block.timestamp, "a newcomer's vote");
                ++votes;
            } catch {
                assertEq(seat.since, block.timestamp, "a vote refused");
            }
        }
    }

    function _propose(address target, bytes memory data) private returns (uint256 id, ProposalActions memory actions) {
        actions.targets = new address[](1);
        actions.values = new uint256[](1);
        actions.calldatas = new bytes[](1);
        (actions.targets[0], actions.calldatas[0]) = (target, data);
        string memory text = string(abi.encode(++_nonce));
        actions.descriptionHash = keccak256(bytes(text));
        vm.prank(_founder);
        id = governor.propose(actions.targets, actions.values, actions.calldatas, text);
    }

    function _anySeat() private view returns (address) {
        for (uint8 number = 9; number != 0; --number) {
            BoardSeat memory seat = board.seatOf(number);
            if (seat.holder != address(0) && block.timestamp < seat.termEnd) return seat.holder;
        }
        return address(0);
    }

    function _inputOf(ProposalActions[] memory proposals) private pure returns (ReviewInput memory) {
        ProposalActions memory first = proposals[0];
        return
            ReviewInput({
                kind: SubjectKind.Proposal,
                subject: uint256(
                    keccak256(abi.encode(first.targets, first.values, first.calldatas, first.descriptionHash))
                ),
                power: Power.Veto,
                payload: abi.encode(proposals),
                reasonCode: "harm",
                evidence: keccak256("evidence"),
                claimId: 0,
                finding: Finding.None
            });
    }
}

/// @notice G7: what holds for a board after any sequence of calls.
contract EthicsBoardTest is StudioFixture {
    BoardHandler private _handler;
    IEthicsBoard private _board;

    function setUp() external {
        _handler = new BoardHandler();
        _board = _handler.board();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice All of it after each call of one and the same sequence.
    function invariant_SeatsAndVetoes() external view {
        _checkLiveSeats();
        _checkExemptNeverVetoed();
        _checkVetoesInAnyQuarter();
    }

    /// @dev Terms end by themselves, and nobody sits twice.
    function _checkLiveSeats() private view {
        assertEq(_board.liveSeats(), _handler.liveSeats(), "live seats");
        for (uint256 i = 0; i < _handler.ACTORS(); ++i) {
            uint256 held;
            for (uint8 number = 1; number <= 9; ++number) {
                BoardSeat memory seat = _board.seatOf(number);
                if (seat.holder == _handler.actorAt(i) && block.timestamp < seat.termEnd) ++held;
            }
            assertLe(held, 1, "seats of one account");
        }
    }

    /// @dev No rule over the board itself was ever vetoed.
    function _checkExemptNeverVetoed() private view {
        for (uint256 i = 0; i < _handler.exemptCount(); ++i) {
            uint8 state = uint8(_handler.governor().state(_handler.exempt(i)));
            assertTrue(state != uint8(IGovernor.ProposalState.Canceled), "an exempt proposal was vetoed");
        }
    }

    /// @dev At most four vetoes in any 90 days, and what is left says so.
    function _checkVetoesInAnyQuarter() private view {
        assertLe(_handler.fullest(), 4, "vetoes in 90 days");
        (uint256 left, ) = _board.vetoesLeft();
        assertEq(left, 4 - _handler.used(), "left");
    }
}
