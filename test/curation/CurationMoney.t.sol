// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotStatus} from "../../contracts/interfaces/IAssetRegistry.sol";
import {Audit, Outcome} from "../../contracts/interfaces/ICurationAudits.sol";
import {AuditTerms} from "../../contracts/interfaces/ICurationRolls.sol";
import {CanarySet} from "../../contracts/interfaces/ICurationScores.sol";
import {IRoyaltySplitter} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {Module} from "../../contracts/interfaces/IStudio.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {LotId, toLotId} from "../../contracts/types/Ids.sol";
import {Names} from "../../contracts/types/Names.sol";
import {SolidityTest} from "../helpers/SolidityTest.sol";
import {PanelFixture} from "./PanelFixture.sol";

/// @notice Moves money through a gate at random: deposits, lots accepted, rejected or forgotten, canaries, pay.
contract CurationMoneyHandler is PanelFixture {
    uint80 private constant _BOND = 1_000;
    uint80 private constant _FEE = 107;
    uint256 private constant _MAX_LOTS = 24;
    uint256 private constant _DEPOSIT = 20_000;

    /// @dev A lot and what a settlement of it needs.
    struct Life {
        LotId lotId;
        uint32 count;
        bool closed;
        bool done; // settled or expired
        bytes32 root; // of the set that announced it as a canary
        uint256 mask; // assets that are defective then
        Outcome outcome;
        bytes ballots;
    }

    TestToken public immutable token;
    IRoyaltySplitter public immutable splitter;
    address public immutable timelock;
    Life[] private _lots;
    uint256 public settled;
    uint256 public opened;

    constructor() {
        openPanel();
        splitter = IRoyaltySplitter(deployer.addressOf(Names.ROYALTY_SPLITTER));
        token = new TestToken("Audit", "AUDIT", 6);
        token.mint(address(this), type(uint128).max);
        token.approve(address(splitter), type(uint256).max);
        timelock = studio.moduleOf(Module.Timelock);
        vm.startPrank(timelock);
        curation.setAuditToken(address(token));
        curation.setAuditTerms(_terms());
        vm.stopPrank();
        _deposit(PRODUCER, _DEPOSIT);
        _deposit(timelock, _DEPOSIT);
        for (uint256 seed = 0; seed < 4; ++seed) {
            commit(seed);
        }
    }

    function deposit(uint256 who, uint256 amount) external {
        _deposit(accountAt(who), bound(amount, 1, 5_000));
    }

    function withdraw(uint256 who, uint256 amount) external {
        address account = accountAt(who);
        uint256 free = curation.producerOf(account).free;
        if (free == 0) return;
        vm.prank(account);
        curation.withdrawDeposit(bound(amount, 1, free));
    }

    /// @notice Commits a lot, half of them announced as canaries before, and draws its seed unless it is forgotten.
    function commit(uint256 seed) public {
        if (_lots.length == _MAX_LOTS || curation.producerOf(PRODUCER).free < _BOND + _FEE) return;
        if (curation.producerOf(PRODUCER).level == 3) return;
        // standings count for four epochs
        curation.refreshCurators(people(CURATORS));
        uint64 nonce = uint64(_lots.length + 1);
        Life storage lot = _lots.push();
        (lot.lotId, lot.count) = (toLotId(PRODUCER, nonce), uint32(bound(seed, 3, 256)));
        if (seed % 2 == 0) _announce(lot, seed);
        if (seed % 5 == 0) commitLot(nonce, lot.count);
        else openAudit(nonce, lot.count, keccak256(abi.encode(seed)));
    }

    /// @notice Closes a lot with what most curators say of it.
    function close(uint256 which, uint256 defect, uint256 ballots) external {
        Life storage lot = _lotAt(which);
        Audit memory audit = curation.auditOf(lot.lotId, 0);
        if (lot.closed || lot.done || audit.digest == 0 || block.timestamp > audit.clock + 6 days) return;
        defect = defect % 2 == 0 ? 0 : uint256(keccak256(abi.encode(defect)));
        uint256 count = bound(ballots, 8, CURATORS);
        bytes memory packed;
        for (uint16 i = 1; i <= count; ++i) {
            packed = bytes.concat(packed, ballotOf(lot.lotId, i, ~defect, defect));
        }
        uint256 covered = type(uint256).max >> (256 - lot.count);
        Outcome memory outcome = Outcome(
            audit.digest,
            keccak256(judgmentsOf(packed)),
            covered,
            defect & covered,
            count
        );
        if (block.timestamp < audit.clock) vm.warp(audit.clock);
        Outcome memory nothing;
        curation.closeAudit(lot.lotId, 1, packed, nothing);
        (lot.closed, lot.outcome, lot.ballots) = (true, outcome, packed);
        assertEq(uint128(curation.auditOf(lot.lotId, 0).digest), uint128(curation.hashOutcome(outcome)), "digest");
    }

    /// @notice Opens a canary while its window is open.
    function open(uint256 which) external {
        Life storage lot = _lotAt(which);
        if (lot.root == 0 || !lot.closed || lot.done) return;
        if (block.timestamp >= curation.auditOf(lot.lotId, 0).clock) return;
        if (block.timestamp > curation.canariesOf(lot.root).deadline) return;
        uint256[] memory masks = new uint256[](1);
        masks[0] = lot.mask;
        vm.prank(PRODUCER);
        curation.openCanary(lot.lotId, lot.root, new bytes32[](0), 0, masks, lot.outcome);
        ++opened;
    }

    function resolve(uint256 which) external {
        Life storage lot = _lotAt(which);
        CanarySet memory set = curation.canariesOf(lot.root);
        if (set.count == 0 || (set.opened == 0 && block.timestamp <= set.deadline)) return;
        curation.resolveCanaries(lot.root);
    }

    function settle(uint256 which) external {
        Life storage lot = _lotAt(which);
        if (!lot.closed || lot.done) return;
        uint40 end = curation.auditOf(lot.lotId, 0).clock;
        if (block.timestamp < end) vm.warp(end);
        curation.settleLot(lot.lotId, 0, lot.outcome, judgmentsOf(lot.ballots));
        lot.done = true;
        ++settled;
    }

    function expire(uint256 which) external {
        Life storage lot = _lotAt(which);
        if (lot.done || !curation.isExpired(lot.lotId)) return;
        curation.expireLot(lot.lotId);
        lot.done = true;
    }

    function claim(uint256 curator) external {
        uint16 index = uint16(1 + (curator % CURATORS));
        if (curation.scoreOf(index).pay != 0) curation.claimPay(people(CURATORS)[index - 1]);
    }

    function wait(uint256 time, bool blocks) external {
        vm.warp(block.timestamp + bound(time, 1, 3 days));
        if (blocks) vm.roll(block.number + 8_200);
    }

    /// @notice What the gate owes, by its own books, to everybody.
    function owed() external view returns (uint256 sum) {
        for (uint256 i = 0; i < 3; ++i) {
            sum += curation.producerOf(accountAt(i)).free;
        }
        for (uint16 index = 1; index <= CURATORS; ++index) {
            sum += curation.scoreOf(index).pay;
        }
        for (uint256 i = 0; i < _lots.length; ++i) {
            if (!_lots[i].done) sum += _BOND + _FEE;
            sum += curation.canariesOf(_lots[i].root).bond;
        }
    }

    function pot() external view returns (uint256) {
        return splitter.potOf(address(curation), 0, address(token));
    }

    /// @notice Points of all curators in the present epoch, and their sum by the books.
    function pointsNow() external view returns (uint256 sum, uint256 booked) {
        uint16 epoch = curation.epochAt(block.timestamp);
        for (uint16 index = 1; index <= CURATORS; ++index) {
            (uint256 points, uint256 canaryPoints) = curation.pointsOf(index, epoch);
            sum += points + canaryPoints;
        }
        booked = curation.epochPointsOf(epoch).points + curation.epochPointsOf(epoch).canaryPoints;
    }

    /// @notice No lot that a canary voided, or nobody accepted, is releasable.
    function checkStatus() external view {
        for (uint256 i = 0; i < _lots.length; ++i) {
            LotStatus status = registry.lotOf(_lots[i].lotId).status;
            (bool voided, ) = curation.truthOf(_lots[i].lotId);
            if (voided) assertEq(uint256(status), uint256(LotStatus.Rejected), "a canary");
            if (!_lots[i].closed) assertEq(uint256(status), uint256(LotStatus.Pending), "not closed");
        }
    }

    function accountAt(uint256 who) public view returns (address) {
        if (who % 3 == 0) return PRODUCER;
        return who % 3 == 1 ? timelock : address(0xD0);
    }

    function _announce(Life storage lot, uint256 seed) private {
        if (curation.producerOf(timelock).free < _BOND) return;
        lot.mask = uint256(keccak256(abi.encode(seed))) >> (256 - lot.count);
        uint256[] memory masks = new uint256[](1);
        masks[0] = lot.mask;
        bytes32 truth = keccak256(abi.encode(bytes32(0), masks));
        lot.root = keccak256(bytes.concat(keccak256(abi.encode(lot.lotId, truth))));
        vm.prank(timelock);
        curation.commitCanaries(lot.root, 1, uint40(block.timestamp + 5 days));
    }

    function _deposit(address account, uint256 amount) private {
        bytes32 id = bytes32(uint256(uint160(account)));
        splitter.fundPot(address(curation), id, address(token), uint128(amount));
        curation.deposit(account);
    }

    function _lotAt(uint256 which) private view returns (Life storage) {
        return _lots[which % _lots.length];
    }

    function _terms() private pure returns (AuditTerms memory) {
        return
            AuditTerms({
                bond: _BOND,
                fee: _FEE,
                challengeBond: 10,
                seedDelay: 32,
                ballotWindow: 1 days,
                timeOut: 7 days,
                challengeWindow: 1 days,
                quorum: 600_000,
                coverage: 400_000,
                panel: 16,
                minHumanBallots: 0,
                normalSize: 256,
                normalAcceptance: 2,
                tightenedSize: 256,
                tightenedAcceptance: 0,
                reducedSize: 256,
                reducedAcceptance: 0,
                flags: 0
            });
    }
}

/// @notice What the gate owes is what waits in its pot, whatever happened.
contract CurationMoneyTest is SolidityTest {
    CurationMoneyHandler private _handler;

    function setUp() external {
        _handler = new CurationMoneyHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    function invariant_PotIsWhatTheGateOwes() external view {
        assertEq(_handler.pot(), _handler.owed(), "pot");
    }

    function invariant_PointsAddUp() external view {
        (uint256 sum, uint256 booked) = _handler.pointsNow();
        assertEq(sum, booked, "points");
    }

    function invariant_VoidStaysVoid() external view {
        _handler.checkStatus();
    }
}
