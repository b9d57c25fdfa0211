// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAgentMandates} from "../interfaces/IAgentMandates.sol";
import {Audit, AuditBallot, ICurationAudits} from "../interfaces/ICurationAudits.sol";
import {AuditTerms, Curator, ICurationRolls, Producer} from "../interfaces/ICurationRolls.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {CappedQuery} from "../registry/CappedQuery.sol";
import {LotId} from "../types/Ids.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {AuditBallots} from "./AuditBallots.sol";
import {AuditFlags} from "./AuditFlags.sol";
import {BlockHistory} from "./BlockHistory.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {Electorate} from "./Electorate.sol";
import {SaltChain} from "./SaltChain.sol";
import {SeedBlock} from "./SeedBlock.sol";
import {TermsBook} from "./TermsBook.sol";
import {TermsRules} from "./TermsRules.sol";

/// @title CurationRolls
/// @notice See {ICurationRolls}. {Curation} runs this code on its own books; called directly it has none.
contract CurationRolls is CurationBooks, ICurationRolls {
    using AuditBallots for AuditBallot;
    using CappedQuery for address;
    using Electorate for Curator;
    using Electorate for Electorate.Head;
    using Electorate for mapping(uint256 epoch => Electorate.Sum sum);
    using SaltChain for SaltChain.Chain;
    using TermsBook for mapping(uint256 version => AuditTerms terms);
    using TermsRules for AuditTerms;

    /// @dev Effective reputation, 18 decimals.
    uint256 private constant _CURATOR_MINIMUM = 10 ether;

    /// @dev A standing counts tenths of a unit.
    uint256 private constant _STANDING_UNIT = 0.1 ether;

    /// @dev Newcomers below the minimum leave half of all indexes to members, so that nobody can use them up.
    uint16 private constant _MAX_NEWCOMERS = 32_767;

    /// @dev Seconds for which a key that was replaced can still be what convicts its curator.
    uint256 private constant _ACCOUNTABLE = 7 days;

    uint8 private constant _TIGHTENED = 1;
    uint8 private constant _STOPPED = 3;

    bytes32 private constant _CURATOR_KEY_TYPEHASH = keccak256("CuratorKey(address account,address key)");

    constructor(address deployer) CurationBooks(deployer) {}

    // Producers

    /// @inheritdoc ICurationRolls
    function admitProducer(address account, uint32 quota) external {
        _requireManager();
        if (account == address(0)) revert CurationInvalidProducer(account);
        _learnAgent(account);
        Producer storage producer = _books().producers[account];
        if (producer.bound) revert CurationBoundProducer(account);
        producer.quota = quota;
        // or else an account dismissed today would pass for a registrar that was asked about today
        if (quota == 0) (producer.used, producer.day) = (0, 0);
        emit ProducerAdmitted(account, quota);
    }

    /// @inheritdoc ICurationRolls
    function bindProducer(address account, bool bound) external {
        address mandates = _followMandates();
        if (msg.sender != mandates) {
            if (bound) revert ICurationAudits.CurationUnauthorized(msg.sender);
            _requireTimelock();
        }
        if (account == address(0)) revert CurationInvalidProducer(account);
        _books().released[account] = !bound;
        Producer storage producer = _books().producers[account];
        if (producer.bound == bound) {
            // another mandate may have another sponsor, whom the next lot asks about
            producer.day = 0;
            return;
        }
        producer.bound = bound;
        // what an agent may do is for its mandate to say; who is none any more is dismissed as in admitProducer
        (producer.quota, producer.used, producer.day) = (bound ? type(uint32).max : 0, 0, 0);
        emit ProducerBound(account, bound);
        uint16 index = _books().indexes[account];
        if (index == 0) return;
        _books().curators[index].flags ^= Electorate.AGENT;
        // nobody waits for ballots that do not count
        if (_isMute(account)) _setStanding(index, 0);
    }

    /// @inheritdoc ICurationRolls
    function followMandates() external {
        _followMandates();
    }

    /// @inheritdoc ICurationRolls
    function liftStop(address account) external {
        _requireTimelock();
        Producer storage producer = _books().producers[account];
        if (producer.level != _STOPPED) revert CurationNotStopped(account);
        (producer.level, producer.accepted, producer.rejected) = (_TIGHTENED, 0, 0);
        emit ProducerLevelSet(account, _TIGHTENED);
    }

    // Curators

    /// @inheritdoc ICurationRolls
    function registerCurator(address key, bytes calldata keySignature) external returns (uint16 index) {
        uint16 holder = _books().holders[key].index;
        if (holder != 0) revert CurationKeyTaken(key, holder);
        (address signer, , ) = ECDSA.tryRecoverCalldata(hashCuratorKey(msg.sender, key), keySignature);
        if (signer == address(0) || signer != key) revert CurationInvalidKeySignature(key, signer);

        index = _books().indexes[msg.sender];
        bool isNew = index == 0;
        uint24 standing;
        if (isNew) (index, standing) = _appendCurator();
        Curator storage curator = _books().curators[index];
        if (!isNew) _books().holders[curator.key].replacedAt = SafeCast.toUint40(block.timestamp);
        curator.key = key;
        _books().holders[key].index = index;
        emit CuratorRegistered(index, msg.sender, key, curator.flags & Electorate.AGENT != 0);
        if (isNew) _setStanding(index, standing);
    }

    /// @inheritdoc ICurationRolls
    function refreshCurators(address[] calldata accounts) external {
        IReputationToken reputation = _reputation();
        uint256 start = _books().head.startOf(_epochNow());
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint16 index = _books().indexes[accounts[i]];
            Curator memory curator = _books().curators[index];
            bool struckOff = curator.flags & Electorate.STRUCK_OFF != 0;
            if (index == 0 || struckOff || !_books().head.maySet(curator, start)) continue;
            uint256 effective = _isMute(accounts[i]) ? 0 : reputation.effectiveBalanceOf(accounts[i]);
            _setStanding(index, _toStanding(effective));
        }
    }

    /// @inheritdoc ICurationRolls
    function proveEquivocation(
        AuditBallot calldata a,
        bytes calldata signatureA,
        AuditBallot calldata b,
        bytes calldata signatureB
    ) external returns (uint16 index) {
        bytes32 hash = a.hashStruct();
        bool sameSubject = a.kind == b.kind && a.subject == b.subject && a.seed == b.seed;
        bool sameWords = a.firstWord == b.firstWord && a.words.length == b.words.length;
        if (!sameSubject || !sameWords) revert CurationNoEquivocation();
        // the same opinion by two charters is none too many; opposite ones are, whatever charters they name
        if (keccak256(abi.encode(a.words)) == keccak256(abi.encode(b.words))) revert CurationNoEquivocation();
        address key = _signerOf(hash, signatureA);
        if (key != _signerOf(b.hashStruct(), signatureB)) revert CurationNoEquivocation();
        Holder memory holder = _books().holders[key];
        index = holder.index;
        bool isOld = holder.replacedAt != 0 && block.timestamp >= holder.replacedAt + _ACCOUNTABLE;
        if (index == 0 || isOld) revert CurationNoEquivocation();
        _strikeOff(index, a.subject);
    }

    /// @inheritdoc ICurationRolls
    function readmitCurator(address account) external {
        _requireTimelock();
        uint16 index = _books().indexes[account];
        Curator storage curator = _books().curators[index];
        if (curator.flags & Electorate.STRUCK_OFF == 0) revert CurationNotStruckOff(index);
        curator.flags &= ~Electorate.STRUCK_OFF;
        emit CuratorReadmitted(index);
    }

    // Terms

    /// @inheritdoc ICurationRolls
    function setAuditToken(address token) external {
        _requireTimelock();
        if (_books().auditToken != address(0)) revert CurationAuditTokenAlreadySet(_books().auditToken);
        if (token.code.length == 0) revert CurationInvalidAuditToken(token);
        _books().auditToken = token;
        emit AuditTokenSet(token);
    }

    /// @inheritdoc ICurationRolls
    function setAuditTerms(AuditTerms calldata terms) external returns (uint16 version) {
        _requireTimelock();
        terms.check();
        bool costs = terms.bond != 0 || terms.fee != 0 || terms.challengeBond != 0;
        if (costs && _books().auditToken == address(0)) revert CurationNoAuditToken();
        version = _books().head.terms + 1;
        _books().head.terms = version;
        _books().terms[version] = terms;
        emit TermsSet(version, terms);
    }

    // Deposits

    /// @inheritdoc ICurationRolls
    function deposit(address account) external returns (uint256 amount) {
        // The pot of nobody is the common one.
        if (account == address(0)) revert CurationInvalidProducer(account);
        address token = _requireToken();
        bytes32 pot = bytes32(uint256(uint160(account)));
        Producer storage producer = _books().producers[account];
        uint256 free = producer.free;
        amount = Math.min(_ROYALTY_SPLITTER.potOf(address(this), pot, token), type(uint112).max - free);
        if (amount == 0) revert CurationNothingDeposited(account);
        producer.free = SafeCast.toUint112(free + amount);
        emit Deposited(account, amount);
        _ROYALTY_SPLITTER.movePot(pot, _POT, token, amount);
    }

    /// @inheritdoc ICurationRolls
    function withdrawDeposit(uint256 amount) external {
        address token = _requireToken();
        Producer storage producer = _books().producers[msg.sender];
        uint256 free = producer.free;
        if (amount > free) revert ICurationAudits.CurationDepositTooSmall(msg.sender, free, amount);
        if (amount == 0) revert CurationNothingDeposited(msg.sender);
        producer.free = SafeCast.toUint112(free - amount);
        emit DepositWithdrawn(msg.sender, amount);
        _ROYALTY_SPLITTER.releasePot(_POT, token, msg.sender, SafeCast.toUint128(amount));
    }

    // Salts

    /// @inheritdoc ICurationRolls
    function setSaltChain(bytes32 anchor) external {
        bool isFirst = _books().saltChain.link == 0;
        if (isFirst) _requireManager();
        else _requireRuler();
        if (!_hasSaltChain()) revert CurationUnexpectedSaltChain();
        // Of the present span some randomness is known already, and lots may wait for it.
        uint256 firstSpan = block.number / SeedBlock.SPAN + (isFirst ? 0 : 1);
        if (anchor == 0) revert CurationWrongSalt(firstSpan, anchor);
        _books().saltChain.start(anchor, firstSpan);
        emit SaltChainSet(anchor, firstSpan);
    }

    /// @inheritdoc ICurationRolls
    function revealSalt(uint256 span, bytes32 link) external {
        if (_books().saltChain.link == 0) revert CurationSaltChainUnset();
        if (block.number / SeedBlock.SPAN <= span) revert CurationSpanNotOver(span, block.number);
        _books().saltChain.reveal(_books().salts, span, link);
        emit SaltRevealed(span, link);
    }

    /// @inheritdoc ICurationRolls
    function redraw(LotId lotId) external {
        uint8 round = _roundOf(lotId);
        Audit storage audit = _books().audits[lotId][round];
        (bytes16 digest, uint256 clock, uint8 flags) = (audit.digest, audit.clock, audit.flags);
        if (clock == 0) revert ICurationAudits.CurationUnknownAudit(lotId);
        if (digest != 0) revert ICurationAudits.CurationSeedAlreadyDrawn(lotId, digest);
        uint256 latest = clock + BlockHistory.WINDOW;
        if (block.number > latest) revert ICurationAudits.CurationSeedTooLate(lotId, block.number, latest);
        bool isLost = _books().saltChain.isLost(_books().salts, clock / SeedBlock.SPAN);
        if (!isLost || block.number <= clock + SaltChain.OVERDUE || flags & AuditFlags.REDRAWN != 0) {
            revert CurationSaltNotOverdue(lotId);
        }
        uint40 seedBlock = _seedBlockAfter(_books().terms.read(audit.terms).seedDelay);
        (audit.clock, audit.flags) = (seedBlock, flags | AuditFlags.REDRAWN);
        emit SeedBlockSet(lotId, round, seedBlock);
    }

    // Views

    /// @inheritdoc ICurationRolls
    function curatorOf(uint16 index) external view returns (Curator memory) {
        return _books().curators[index];
    }

    /// @inheritdoc ICurationRolls
    function standingOf(uint16 index, uint16 epoch) external view returns (uint24) {
        return SafeCast.toUint24(_books().curators[index].standingAt(epoch));
    }

    /// @inheritdoc ICurationRolls
    function indexOf(address account) external view returns (uint16) {
        return _books().indexes[account];
    }

    /// @inheritdoc ICurationRolls
    function indexOfKey(address key) external view returns (uint16) {
        return _books().holders[key].index;
    }

    /// @inheritdoc ICurationRolls
    function electorateOf(uint16 epoch) external view returns (uint16 curators, uint40 standing) {
        (uint256 sum, uint256 number) = _books().sums.sumAt(_books().head, epoch);
        return (SafeCast.toUint16(number), SafeCast.toUint40(sum));
    }

    /// @inheritdoc ICurationRolls
    function curatorCount() external view returns (uint16) {
        return _books().head.curators;
    }

    /// @inheritdoc ICurationRolls
    function producerOf(address account) external view returns (Producer memory) {
        return _books().producers[account];
    }

    /// @inheritdoc ICurationRolls
    function followedMandates() external view returns (address) {
        return _books().head.mandates;
    }

    /// @inheritdoc ICurationRolls
    function auditToken() external view returns (address) {
        return _books().auditToken;
    }

    /// @inheritdoc ICurationRolls
    function termsOf(uint16 version) external view returns (AuditTerms memory) {
        return _requireTerms(version);
    }

    /// @inheritdoc ICurationRolls
    function newestTerms() external view returns (uint16) {
        return _books().head.terms;
    }

    /// @inheritdoc ICurationRolls
    function planOf(uint16 version, uint8 plan) external view returns (uint16 sampleSize, uint8 acceptance) {
        (uint256 n, uint256 c) = AcceptancePlan.limits(_requireTerms(version), plan);
        return (SafeCast.toUint16(n), SafeCast.toUint8(c));
    }

    /// @inheritdoc ICurationRolls
    function epochAt(uint256 time) external view returns (uint16) {
        return SafeCast.toUint16(Electorate.epochAt(Math.max(time, _created()), _created()));
    }

    /// @inheritdoc ICurationRolls
    function saltOf(uint256 span) external view returns (bytes32) {
        return _books().salts[span];
    }

    /// @inheritdoc ICurationRolls
    function saltChain() external view returns (bytes32 link, uint256 nextSpan, uint256 firstSpan) {
        SaltChain.Chain storage chain = _books().saltChain;
        return (chain.link, chain.next, chain.first);
    }

    /// @inheritdoc ICurationRolls
    function hashCuratorKey(address account, address key) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(_CURATOR_KEY_TYPEHASH, account, key)));
    }

    /// @dev A gate that was replaced follows nobody.
    function _followMandates() private returns (address mandates) {
        IStudio directory = IStudio(studio());
        if (directory.moduleOf(Module.Curation) == address(this)) mandates = directory.moduleOf(Module.Mandates);
        if (_books().head.mandates == mandates) return mandates;
        _books().head.mandates = mandates;
        emit MandatesFollowed(mandates);
    }

    /// @dev Who had a mandate is an agent here, too, also if it was over before this gate was there, until members
    /// release it.
    function _learnAgent(address account) private {
        Producer storage producer = _books().producers[account];
        if (producer.bound || _books().released[account]) return;
        address mandates = IStudio(studio()).moduleOf(Module.Mandates);
        (bool answered, uint256 word) = mandates.wordFrom(abi.encodeCall(IAgentMandates.mandateIdOf, (account)));
        if (!answered || word == 0) return;
        (producer.bound, producer.quota) = (true, type(uint32).max);
        emit ProducerBound(account, true);
    }

    /// @dev A new curator without a key yet, and what it weighs.
    function _appendCurator() private returns (uint16 index, uint24 standing) {
        uint256 effective = _reputation().effectiveBalanceOf(msg.sender);
        standing = _toStanding(effective);
        uint16 last = _books().head.curators;
        uint16 maximum = standing == 0 ? _MAX_NEWCOMERS : type(uint16).max;
        uint16 terms = _books().head.terms;
        if (standing == 0 && !_isDoorOpen(terms, _books().terms[terms].flags)) {
            revert CurationInsufficientReputation(msg.sender, effective, _CURATOR_MINIMUM);
        }
        if (last >= maximum) revert CurationCuratorsExhausted(maximum);
        index = last + 1;
        _books().head.curators = index;
        _books().indexes[msg.sender] = index;
        _learnAgent(msg.sender);
        if (_books().producers[msg.sender].bound) _books().curators[index].flags = Electorate.AGENT;
        if (_isMute(msg.sender)) standing = 0;
    }

    function _setStanding(uint16 index, uint24 standing) private {
        uint16 start = _books().sums.set(_books().head, _books().curators[index], _epochNow(), standing);
        emit StandingSet(index, start, standing);
    }

    /// @dev The present sum stays: audits may count on it, and whoever is struck off is simply absent from them.
    function _strikeOff(uint16 index, uint256 subject) private {
        Curator storage curator = _books().curators[index];
        if (curator.flags & Electorate.STRUCK_OFF != 0) revert ICurationAudits.CurationStruckOff(index);
        curator.flags |= Electorate.STRUCK_OFF;
        _setStanding(index, 0);
        uint256 pay = _books().scores[index].pay;
        _books().scores[index].pay = 0;
        emit CuratorStruckOff(index, subject, pay);
        if (pay == 0) return;
        address timelock = IStudio(studio()).moduleOf(Module.Timelock);
        _ROYALTY_SPLITTER.releasePot(_POT, _books().auditToken, timelock, SafeCast.toUint128(pay));
    }

    function _reputation() private view returns (IReputationToken) {
        return IReputationToken(IStudio(studio()).moduleOf(Module.Reputation));
    }

    /// @dev Whether an account is an agent in a studio whose agents do not judge.
    function _isMute(address account) private view returns (bool) {
        bool judges = _books().terms[_books().head.terms].flags & TermsBook.AGENTS_JUDGE != 0;
        return _books().producers[account].bound && !judges;
    }

    function _requireTerms(uint16 version) private view returns (AuditTerms memory terms) {
        if (version > _books().head.terms) revert CurationUnknownTerms(version);
        terms = _books().terms.read(version);
        if (_isDoorOpen(version, terms.flags)) terms.flags |= TermsBook.OPEN_DOOR;
    }

    function _requireToken() private view returns (address token) {
        token = _books().auditToken;
        if (token == address(0)) revert CurationNoAuditToken();
    }

    /// @dev Whose key signed a ballot: 64 bytes, r and vs as on the wire; zero if nobody's.
    function _signerOf(bytes32 structHash, bytes calldata signature) private view returns (address signer) {
        if (signature.length != 64) return address(0);
        (signer, , ) = ECDSA.tryRecover(_hashTypedDataV4(structHash), bytes32(signature[:32]), bytes32(signature[32:]));
    }

    /// @dev Tenths of a unit, saturating; nothing below the minimum.
    function _toStanding(uint256 effective) private pure returns (uint24) {
        if (effective < _CURATOR_MINIMUM) return 0;
        return SafeCast.toUint24(Math.min(effective / _STANDING_UNIT, type(uint24).max));
    }
}
