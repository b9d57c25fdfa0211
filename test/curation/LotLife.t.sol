// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Lot, LotStatus} from "../../contracts/interfaces/IAssetRegistry.sol";
import {Audit, AuditBallot, Outcome} from "../../contracts/interfaces/ICurationAudits.sol";
import {Challenge, Dispute} from "../../contracts/interfaces/ICurationDisputes.sol";
import {AuditTerms} from "../../contracts/interfaces/ICurationRolls.sol";
import {IRoyaltySplitter} from "../../contracts/interfaces/IRoyaltySplitter.sol";
import {IStudio, Module} from "../../contracts/interfaces/IStudio.sol";
import {TestToken} from "../../contracts/mocks/TestToken.sol";
import {LotId, toLotId} from "../../contracts/types/Ids.sol";
import {Names} from "../../contracts/types/Names.sol";
import {SolidityTest, Vm} from "../helpers/SolidityTest.sol";
import {PanelFixture} from "./PanelFixture.sol";

/// @notice Lives of lots at random, through everything that can happen to them: two audits with replacements,
/// challenges and panels, vetoes, settlement and expiry, with bonds and fees.
contract LotLifeHandler is PanelFixture {
    uint80 private constant _BOND = 1_000;
    uint80 private constant _FEE = 107;
    uint80 private constant _CHALLENGE_BOND = 10;
    uint256 private constant _MAX_LOTS = 60;
    uint256 private constant _MAX_COUNT = 700;
    uint256 private constant _WORDS = 3;
    uint256 private constant _BLOCK_HASHES = 256; // as many of the latest blocks have a hash
    uint8 private constant _STOPPED = 3;
    uint8 private constant _SETTLED = 4;
    uint8 private constant _PAID = 1;
    uint8 private constant _WHOLE = 2;
    bytes32 private constant _EVIDENCE = keccak256("evidence");
    bytes32 private constant _CLOSED = keccak256(
        "AuditClosed(uint256,address,uint32,uint16,uint16,uint8,uint8,uint256,uint256,uint256,uint8,uint40,bytes)"
    );

    /// @dev A lot, what its calls need, and what was seen of it.
    struct Life {
        LotId lotId;
        uint32 count;
        bool closed; // ever
        bool rejected; // for good
        Outcome[2] outcomes;
        bytes[2] ballots;
        uint256[_WORDS] vetoed;
        uint16[] words; // of challenge i + 1; 65,535: of the whole lot
        uint256[] masks; // of challenge i + 1
    }

    address public immutable challenger = address(0xC4A1);

    /// @notice How often a call did what it is for.
    mapping(string what => uint256 times) public done;

    address private immutable _timelock;
    TestToken private immutable _token;
    IRoyaltySplitter private immutable _splitter;
    uint256 private _entropy;
    Life[] private _lots;

    constructor() {
        openPanel();
        _splitter = IRoyaltySplitter(deployer.addressOf(Names.ROYALTY_SPLITTER));
        _token = new TestToken("Audit", "AUDIT", 6);
        _token.mint(address(this), type(uint128).max);
        _token.approve(address(_splitter), type(uint256).max);
        _timelock = IStudio(curation.studio()).moduleOf(Module.Timelock);
        vm.startPrank(_timelock);
        curation.setAuditToken(address(_token));
        curation.setAuditTerms(_terms());
        vm.stopPrank();
        _deposit(PRODUCER);
        _deposit(challenger);
        _commit(1, 300, 0);
    }

    /// @dev What was seen before the next call is kept.
    modifier living(uint256 seed) {
        _entropy = seed;
        _;
        for (uint256 i = 0; i < _lots.length; ++i) {
            Life storage life = _lots[i];
            Audit memory audit = curation.auditOf(life.lotId, curation.roundOf(life.lotId));
            bool isFinal = audit.weight != 0 && block.timestamp >= audit.clock;
            if (isFinal && _lotOf(life).status == LotStatus.Rejected) life.rejected = true;
        }
    }

    function commit(uint256 seed) external living(seed) {
        if (_lots.length == _MAX_LOTS) return;
        uint32 count = uint32(1 + _random(_random(2) == 0 ? 300 : _MAX_COUNT));
        uint64 nonce = uint64(_lots.length + 1);
        if (curation.producerOf(PRODUCER).level == _STOPPED) {
            vm.prank(_timelock);
            curation.liftStop(PRODUCER);
        }
        _commit(nonce, count, seed);
    }

    /// @notice Draws the second audit of a suspended lot.
    function draw(uint256 seed) external living(seed) {
        Life storage life = _any();
        uint8 round = curation.roundOf(life.lotId);
        Audit memory audit = curation.auditOf(life.lotId, round);
        if (audit.digest != 0 || block.number > audit.clock + _BLOCK_HASHES) return;
        bytes memory header = _reach(audit.clock);
        curation.drawSeed(life.lotId, header, 0);
        seeds[life.lotId] = curation.auditOf(life.lotId, round).digest;
    }

    /// @notice Closes an audit, or replaces its verdict, with the ballots of some curators.
    function close(uint256 seed) external living(seed) {
        Life storage life = _any();
        uint8 round = curation.roundOf(life.lotId);
        Audit memory audit = curation.auditOf(life.lotId, round);
        if (audit.digest == 0) return;
        if (audit.weight == 0 && block.timestamp < audit.clock) vm.warp(audit.clock);
        (bytes memory ballots, uint256 bad) = _vote(life);
        Outcome memory previous;
        if (audit.weight != 0) previous = life.outcomes[round];
        vm.recordLogs();
        try curation.closeAudit(life.lotId, 1, ballots, previous) {
            Outcome memory outcome = _readOutcome(life.lotId, ballots);
            assertEq(outcome.bad, bad, "the naive tally");
            (life.closed, life.outcomes[round], life.ballots[round]) = (true, outcome, ballots);
            ++done[
                audit.weight != 0
                    ? "replace"
                    : round == 0
                        ? "close"
                        : "close again"
            ];
        } catch {
            // too late, no quorum, not heavier
        }
    }

    /// @notice Nobody counts twice, whatever the second ballot says.
    function closeTwice(uint256 seed) external living(seed) {
        Life storage life = _any();
        uint8 round = curation.roundOf(life.lotId);
        Audit memory audit = curation.auditOf(life.lotId, round);
        bytes memory ballots;
        uint16 twice = uint16(1 + _random(CURATORS));
        for (uint16 i = 1; i <= CURATORS; ++i) {
            ballots = bytes.concat(ballots, ballotOf(life.lotId, i, type(uint256).max, 0));
            if (i == twice) ballots = bytes.concat(ballots, ballotOf(life.lotId, i, 0, _random(0)));
        }
        Outcome memory previous;
        if (audit.weight != 0) previous = life.outcomes[round];
        bytes memory call = abi.encodeCall(curation.closeAudit, (life.lotId, 1, ballots, previous));
        bool counted = _succeeds("close twice", call, challenger);
        assertTrue(!counted, "a curator counted twice");
    }

    function challenge(uint256 seed) external living(seed) {
        Life storage life = _any();
        uint16 word = uint16(_random((life.count + 255) / 256));
        uint256 mask = _sparse(2 + _random(7)) & ~registry.blockedWord(life.lotId, word) & _lotMask(life, word);
        if (mask == 0) return;
        uint256[] memory masks = new uint256[](1);
        masks[0] = mask;
        bytes memory call = abi.encodeCall(curation.challenge, (life.lotId, word, masks, _EVIDENCE));
        if (!_succeeds("challenge", call, challenger)) return;
        life.words.push(word);
        life.masks.push(mask);
    }

    function challengeLot(uint256 seed) external living(seed) {
        Life storage life = _any();
        bytes memory call = abi.encodeCall(curation.challengeLot, (life.lotId, _EVIDENCE));
        if (!_succeeds("challenge lot", call, challenger)) return;
        life.words.push(type(uint16).max);
        life.masks.push(0);
    }

    function callPanel(uint256 seed) external living(seed) {
        Life storage life = _any();
        if (!_succeeds("call panel", abi.encodeCall(curation.callPanel, (life.lotId)), challenger)) return;
        if (_random(5) == 0) return;
        bytes memory header = _reach(curation.disputeOf(life.lotId).clock);
        curation.drawPanel(life.lotId, header, 0);
    }

    /// @notice Judges a challenge; most curators agree, and some lanes stay undecided.
    function adjudicate(uint256 seed) external living(seed) {
        Life storage life = _any();
        if (life.words.length == 0) return;
        uint256 i = _random(life.words.length);
        Dispute memory dispute = curation.disputeOf(life.lotId);
        if (dispute.seed == 0 || life.words[i] == type(uint16).max) return;
        if (block.timestamp < dispute.clock) vm.warp(dispute.clock);
        (uint256 truth, uint256 wavering) = (_random(0), _random(0) & _random(0));
        bytes memory ballots;
        for (uint16 index = 1; index <= CURATORS; ++index) {
            if (_random(12) == 0) continue;
            uint256 defect = truth ^ (index % 2 == 0 ? wavering : 0);
            ballots = bytes.concat(ballots, _ruling(life.lotId, dispute.seed, index, life.words[i], defect));
        }
        uint256[] memory masks = new uint256[](1);
        masks[0] = life.masks[i];
        uint16 id = uint16(i + 1);
        bytes memory call = abi.encodeCall(curation.adjudicate, (life.lotId, id, life.words[i], masks, 1, ballots));
        vm.recordLogs();
        if (_succeeds("adjudicate", call, challenger)) life.masks[i] &= ~_readDecided();
    }

    function dropChallenge(uint256 seed) external living(seed) {
        Life storage life = _lots[_random(_lots.length)];
        if (life.words.length == 0) return;
        uint256 i = _random(life.words.length);
        bool whole = life.words[i] == type(uint16).max;
        uint256[] memory masks = new uint256[](whole ? 0 : 1);
        if (!whole) masks[0] = life.masks[i];
        uint16 word = whole ? 0 : life.words[i];
        bytes memory call = abi.encodeCall(curation.dropChallenge, (life.lotId, uint16(i + 1), word, masks));
        _succeeds("drop", call, challenger);
    }

    function veto(uint256 seed) external living(seed) {
        Life storage life = _any();
        uint16 word = uint16(_random((life.count + 255) / 256));
        uint256 mask = _sparse(4) & _lotMask(life, word);
        bytes memory call = abi.encodeCall(curation.veto, (life.lotId, word, mask, _EVIDENCE, _EVIDENCE));
        _succeeds("veto", call, _timelock);
        (life.vetoed[word], , ) = curation.vetoOf(life.lotId, word);
    }

    function liftVeto(uint256 seed) external living(seed) {
        Life storage life = _any();
        uint16 word = uint16(_random((life.count + 255) / 256));
        address by = _random(2) == 0 ? _timelock : challenger;
        _succeeds("lift veto", abi.encodeCall(curation.liftVeto, (life.lotId, word, _random(0))), by);
        (life.vetoed[word], , ) = curation.vetoOf(life.lotId, word);
    }

    function settle(uint256 seed) external living(seed) {
        Life storage life = _lots[_random(_lots.length)];
        uint8 round = uint8(_random(2));
        Outcome memory outcome = life.outcomes[round];
        bytes memory call = abi.encodeCall(
            curation.settleLot,
            (life.lotId, round, outcome, judgmentsOf(life.ballots[round]))
        );
        _succeeds(round == 0 ? "settle" : "settle again", call, challenger);
    }

    function expire(uint256 seed) external living(seed) {
        _succeeds("expire", abi.encodeCall(curation.expireLot, (_lots[_random(_lots.length)].lotId)), challenger);
    }

    function wait(uint256 seed) external living(seed) {
        vm.warp(block.timestamp + 1 + _random(_random(8) == 0 ? 9 days : 10 hours));
        if (_random(8) == 0) vm.roll(block.number + 8_200);
        if (_random(2) == 0) curation.refreshCurators(people(CURATORS));
    }

    // What must hold

    /// @notice An asset is releasable exactly if its lot is accepted, the window over, and nothing blocks it.
    function checkReleases() external view {
        for (uint256 i = 0; i < _lots.length; ++i) {
            Life storage life = _lots[i];
            Lot memory lot = _lotOf(life);
            bool released = lot.status == LotStatus.Accepted && block.timestamp >= lot.releasableAt;
            for (uint16 word = 0; word < _WORDS; ++word) {
                uint256 blocked = registry.blockedWord(life.lotId, word);
                assertEq(blocked & ~_lotMask(life, word), 0, "blocked beyond the lot");
                assertEq(life.vetoed[word] & ~blocked, 0, "vetoed but not blocked");
                _checkAsset(life, word, 0, released, blocked);
                _checkAsset(life, word, uint8(uint256(keccak256(abi.encode(blocked, word)))), released, blocked);
                _checkAsset(life, word, uint8(life.count), released, blocked);
                _checkAsset(life, word, uint8(life.count - 1), released, blocked);
            }
        }
    }

    /// @notice Nothing is accepted that nobody judged, and nothing that was rejected for good.
    function checkStatus() external view {
        for (uint256 i = 0; i < _lots.length; ++i) {
            LotStatus status = _lotOf(_lots[i]).status;
            if (!_lots[i].closed) assertEq(uint256(status), uint256(LotStatus.Pending), "not judged");
            if (_lots[i].rejected) assertEq(uint256(status), uint256(LotStatus.Rejected), "rejected");
            Audit memory audit = curation.auditOf(_lots[i].lotId, 1);
            bool open = audit.clock != 0 && audit.weight == 0;
            if (open) assertEq(uint256(status), uint256(LotStatus.Suspended), "suspended");
        }
    }

    /// @notice What the gate owes, by its own books, to everybody.
    function owed() external view returns (uint256 sum) {
        sum = _freeOf(PRODUCER) + _freeOf(challenger) + _freeOf(_timelock);
        for (uint16 index = 1; index <= CURATORS; ++index) {
            sum += curation.scoreOf(index).pay;
        }
        for (uint256 i = 0; i < _lots.length; ++i) {
            sum += _stakeOf(_lots[i].lotId) + _challengesOf(_lots[i].lotId);
        }
    }

    function pot() external view returns (uint256) {
        return _splitter.potOf(address(curation), 0, address(_token));
    }

    /// @dev Bond and fees of the audits that are not settled.
    function _stakeOf(LotId lotId) private view returns (uint256 sum) {
        uint8 last = curation.roundOf(lotId);
        for (uint8 round = 0; round <= last; ++round) {
            if (curation.auditOf(lotId, round).flags & _SETTLED == 0) sum += _FEE;
        }
        bool settled = curation.auditOf(lotId, last).flags & _SETTLED != 0;
        if (!settled) sum += _BOND - curation.disputeOf(lotId).paid;
    }

    /// @dev Bonds and fees of the challenges that are not resolved. Who challenges a whole lot pays the second audit
    /// only.
    function _challengesOf(LotId lotId) private view returns (uint256 sum) {
        uint16 challenges = curation.disputeOf(lotId).challenges;
        for (uint16 id = 1; id <= challenges; ++id) {
            Challenge memory record = curation.challengeOf(lotId, id);
            sum += record.bond;
            if (record.masks != 0 && record.flags & (_PAID | _WHOLE) == 0) sum += _FEE;
        }
    }

    function _checkAsset(Life storage life, uint16 word, uint8 bit, bool released, uint256 blocked) private view {
        uint24 index = uint24(word) * 256 + bit;
        bool free = index < life.count && (blocked >> bit) & 1 == 0;
        bool expected = released && free;
        assertTrue(registry.isReleasable(life.lotId.assetAt(index)) == expected, "releasable");
    }

    /// @dev Unless nobody has a standing any more.
    function _commit(uint64 nonce, uint32 count, uint256 seed) private {
        (uint16 curators, ) = curation.electorateOf(curation.epochAt(block.timestamp));
        if (curators < 3) return;
        openAudit(nonce, count, keccak256(abi.encode(seed)));
        Life storage life = _lots.push();
        (life.lotId, life.count) = (toLotId(PRODUCER, nonce), count);
    }

    function _vote(Life storage life) private returns (bytes memory ballots, uint256 bad) {
        uint256 judged = curation.sampleOf(life.lotId, seeds[life.lotId]).length;
        uint256 mask = type(uint256).max >> (256 - judged);
        uint256 truth = _random(2) == 0 ? 0 : _sparse(2 + _random(8));
        uint256 sleepers = _random(6);
        uint256[256] memory lead; // votes for ok less votes for defect, from 128 on
        for (uint16 index = 1; index <= CURATORS; ++index) {
            if (_random(12) < sleepers) continue;
            uint256 defect = ((truth ^ (_random(3) == 0 ? truth & _random(0) : 0)) & mask) | (_random(0) & ~mask);
            ballots = bytes.concat(ballots, ballotOf(life.lotId, index, ~defect, defect));
            for (uint256 lane = 0; lane < judged; ++lane) {
                if ((defect >> lane) & 1 == 1) lead[lane] += 1;
                else lead[lane] += 1 << 128;
            }
        }
        for (uint256 lane = 0; lane < judged; ++lane) {
            if (lead[lane] >> 128 <= uint128(lead[lane])) bad |= 1 << lane;
        }
    }

    /// @dev A ballot of a panel on one word of a challenge.
    function _ruling(
        LotId lotId,
        bytes16 seed,
        uint16 index,
        uint16 word,
        uint256 defect
    ) private view returns (bytes memory) {
        uint256[] memory words = new uint256[](2);
        (words[0], words[1]) = (~defect, defect);
        return signed(index, AuditBallot(1, LotId.unwrap(lotId), seed, 1, word, words));
    }

    /// @dev The outcome that the last close announced.
    function _readOutcome(LotId lotId, bytes memory ballots) private returns (Outcome memory outcome) {
        bytes memory data = _readLog(_CLOSED);
        (, , , , , uint256 covered, uint256 bad, uint256 weights, , , ) = abi.decode(
            data,
            (uint32, uint16, uint16, uint8, uint8, uint256, uint256, uint256, uint8, uint40, bytes)
        );
        return Outcome(seeds[lotId], keccak256(judgmentsOf(ballots)), covered, bad, weights);
    }

    /// @dev The assets that the last ruling decided.
    function _readDecided() private returns (uint256) {
        bytes memory data = _readLog(
            keccak256("ChallengeJudged(uint256,uint16,address,uint32,uint16,uint256[],uint256[],bytes)")
        );
        (, , uint256[] memory decided, , ) = abi.decode(data, (uint32, uint16, uint256[], uint256[], bytes));
        return decided[0];
    }

    function _readLog(bytes32 topic) private returns (bytes memory) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = logs.length; i != 0; --i) {
            if (logs[i - 1].topics[0] == topic) return logs[i - 1].data;
        }
        revert AssertionFailed("no such event", 0, 1);
    }

    /// @dev Goes behind a block, and gives its header.
    function _reach(uint256 number) private returns (bytes memory header) {
        header = headerOf(number, bytes32(_random(0)));
        if (block.number <= number) vm.roll(number + 1);
        vm.setBlockhash(number, keccak256(header));
    }

    function _succeeds(string memory what, bytes memory call, address by) private returns (bool success) {
        vm.prank(by);
        (success, ) = address(curation).call(call);
        if (success) ++done[what];
    }

    function _deposit(address account) private {
        bytes32 id = bytes32(uint256(uint160(account)));
        _splitter.fundPot(address(curation), id, address(_token), 50_000);
        curation.deposit(account);
    }

    function _freeOf(address account) private view returns (uint256) {
        return curation.producerOf(account).free;
    }

    function _lotOf(Life storage life) private view returns (Lot memory) {
        return registry.lotOf(life.lotId);
    }

    function _lotMask(Life storage life, uint16 word) private view returns (uint256) {
        if (life.count <= uint256(word) * 256) return 0;
        uint256 assets = life.count - uint256(word) * 256;
        return assets >= 256 ? type(uint256).max : (1 << assets) - 1;
    }

    /// @dev Any lot, the newest ones more often.
    function _any() private returns (Life storage) {
        uint256 among = _random(4) == 0 || _lots.length < 3 ? _lots.length : 3;
        return _lots[_lots.length - 1 - _random(among)];
    }

    /// @dev Each bit is set once in 2^`rarity` times.
    function _sparse(uint256 rarity) private returns (uint256 word) {
        word = type(uint256).max;
        for (uint256 i = 0; i < rarity; ++i) {
            word &= _random(0);
        }
    }

    /// @dev A number below `below`, or any at all if that is zero.
    function _random(uint256 below) private returns (uint256) {
        _entropy = uint256(keccak256(abi.encode(_entropy)));
        return below == 0 ? _entropy : _entropy % below;
    }

    function _terms() private pure returns (AuditTerms memory) {
        return
            AuditTerms({
                bond: _BOND,
                fee: _FEE,
                challengeBond: _CHALLENGE_BOND,
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
                reducedSize: 64,
                reducedAcceptance: 0,
                flags: 0
            });
    }
}

/// @notice What holds of every lot, whatever happened to it.
contract LotLifeTest is SolidityTest {
    LotLifeHandler private _handler;

    function setUp() external {
        _handler = new LotLifeHandler();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice One long life, in which all of these calls do happen.
    function test_EverythingHappens() external {
        for (uint256 i = 0; i < 2_500; ++i) {
            _act(uint256(keccak256(abi.encode(i))));
            if (i % 25 == 0) _check();
        }
        string[13] memory whats = [
            "close",
            "replace",
            "close again",
            "challenge",
            "challenge lot",
            "call panel",
            "adjudicate",
            "drop",
            "veto",
            "lift veto",
            "settle",
            "settle again",
            "expire"
        ];
        string memory missing;
        for (uint256 i = 0; i < whats.length; ++i) {
            if (_handler.done(whats[i]) == 0) missing = string.concat(missing, " ", whats[i]);
        }
        assertEq(bytes(missing).length, 0, missing);
    }

    function invariant_ReleasableIsAcceptedAndOverAndFree() external view {
        _handler.checkReleases();
    }

    function invariant_NothingIsAcceptedUnjudgedOrAgain() external view {
        _handler.checkStatus();
    }

    function invariant_PotIsWhatTheGateOwes() external view {
        assertEq(_handler.pot(), _handler.owed(), "pot");
    }

    function _check() private view {
        _handler.checkReleases();
        _handler.checkStatus();
        assertEq(_handler.pot(), _handler.owed(), "pot");
    }

    function _act(uint256 seed) private {
        bytes4[16] memory calls = [
            _handler.commit.selector,
            _handler.draw.selector,
            _handler.close.selector,
            _handler.close.selector,
            _handler.close.selector,
            _handler.challenge.selector,
            _handler.challengeLot.selector,
            _handler.callPanel.selector,
            _handler.adjudicate.selector,
            _handler.dropChallenge.selector,
            _handler.veto.selector,
            _handler.liftVeto.selector,
            _handler.settle.selector,
            _handler.expire.selector,
            _handler.wait.selector,
            _handler.wait.selector
        ];
        (bool success, bytes memory reason) = address(_handler).call(abi.encodeWithSelector(calls[seed % 16], seed));
        assertTrue(success, string(reason));
    }
}
