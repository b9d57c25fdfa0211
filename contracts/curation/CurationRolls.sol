// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {AuditTerms, Curator, ICurationRolls, Producer} from "../interfaces/ICurationRolls.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {AcceptancePlan} from "./AcceptancePlan.sol";
import {BallotPoll} from "./BallotPoll.sol";
import {CurationBooks} from "./CurationBooks.sol";
import {Electorate} from "./Electorate.sol";
import {TermsBook} from "./TermsBook.sol";

/// @title CurationRolls
/// @notice See {ICurationRolls}. {Curation} runs this code on its own books; called directly it has none.
contract CurationRolls is CurationBooks, ICurationRolls {
    uint256 private constant _CURATOR_MINIMUM = 10 ether;
    uint256 private constant _STANDING_UNIT = 0.1 ether;

    bytes32 private constant _CURATOR_KEY_TYPEHASH = keccak256("CuratorKey(address account,address key)");

    constructor(address deployer) CurationBooks(deployer) {}

    /// @inheritdoc ICurationRolls
    function admitProducer(address account, uint32 quota) external {
        _requireManager();
        if (account == address(0)) revert CurationInvalidProducer(account);
        Producer storage producer = _books().producers[account];
        producer.quota = quota;
        // or else an account dismissed today would pass for a registrar that was asked about today
        if (quota == 0) (producer.used, producer.day) = (0, 0);
        emit ProducerAdmitted(account, quota);
    }

    /// @inheritdoc ICurationRolls
    function registerCurator(address key, bytes calldata keySignature) external returns (uint16 index) {
        Books storage books = _books();
        uint16 holder = books.indexesOfKeys[key];
        if (holder != 0) revert CurationKeyTaken(key, holder);
        (address signer, , ) = ECDSA.tryRecoverCalldata(hashCuratorKey(msg.sender, key), keySignature);
        if (signer == address(0) || signer != key) revert CurationInvalidKeySignature(key, signer);

        index = books.indexes[msg.sender];
        if (index == 0) index = _appendCurator();
        Curator storage curator = books.curators[index];
        curator.key = key;
        books.indexesOfKeys[key] = index;
        emit CuratorRegistered(index, msg.sender, key, curator.flags & BallotPoll.AGENT != 0);
    }

    /// @inheritdoc ICurationRolls
    function curatorOf(uint16 index) external view returns (Curator memory) {
        return _books().curators[index];
    }

    /// @inheritdoc ICurationRolls
    function indexOf(address account) external view returns (uint16) {
        return _books().indexes[account];
    }

    /// @inheritdoc ICurationRolls
    function indexOfKey(address key) external view returns (uint16) {
        return _books().indexesOfKeys[key];
    }

    /// @inheritdoc ICurationRolls
    function electorateOf(uint16 epoch) external view returns (uint16 curators, uint40 standing) {
        (uint256 total, uint256 number) = Electorate.sumAt(_books().sums, _books().head, epoch);
        return (SafeCast.toUint16(number), SafeCast.toUint40(total));
    }

    /// @inheritdoc ICurationRolls
    function curatorCount() external view returns (uint16) {
        return _books().head.curators;
    }

    /// @inheritdoc ICurationRolls
    function epochAt(uint256 time) external view returns (uint16) {
        return SafeCast.toUint16(Electorate.epochAt(time, _created()));
    }

    /// @inheritdoc ICurationRolls
    function termsOf(uint16 version) external view returns (AuditTerms memory) {
        return TermsBook.read(_books().terms, version);
    }

    /// @inheritdoc ICurationRolls
    function planOf(uint16 terms, uint8 plan) external view returns (uint16 sampleSize, uint8 acceptance) {
        (uint256 n, uint256 c) = AcceptancePlan.limits(TermsBook.read(_books().terms, terms), plan);
        return (SafeCast.toUint16(n), SafeCast.toUint8(c));
    }

    /// @inheritdoc ICurationRolls
    function producerOf(address account) external view returns (Producer memory) {
        return _books().producers[account];
    }

    /// @inheritdoc ICurationRolls
    function hashCuratorKey(address account, address key) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(_CURATOR_KEY_TYPEHASH, account, key)));
    }

    /// @dev A new curator without a key yet. Its standing counts at once until the first lot is admitted.
    function _appendCurator() private returns (uint16 index) {
        uint24 standing = _standingOf(msg.sender);
        Books storage books = _books();
        Electorate.Head memory head = books.head;
        uint256 epoch = _epochNow();
        index = head.curators + 1;
        books.head.curators = index;
        if (head.epoch < epoch + 1) books.head.epoch = SafeCast.toUint16(epoch + 1);
        uint256 first = head.opened ? epoch + 1 : epoch;
        for (uint256 e = first; e <= epoch + 1; ++e) {
            books.sums[e].standing += standing;
            books.sums[e].curators += 1;
        }
        books.indexes[msg.sender] = index;
        books.curators[index].standing = standing;
        books.curators[index].epoch = SafeCast.toUint16(first);
        emit StandingSet(index, SafeCast.toUint16(first), standing);
    }

    /// @dev Effective reputation in tenths of a unit, which must be enough for a curator.
    function _standingOf(address account) private view returns (uint24) {
        IReputationToken reputation = IReputationToken(IStudio(studio()).moduleOf(Module.Reputation));
        uint256 effective = reputation.effectiveBalanceOf(account);
        if (effective < _CURATOR_MINIMUM) revert CurationInsufficientReputation(account, effective, _CURATOR_MINIMUM);
        return SafeCast.toUint24(Math.min(effective / _STANDING_UNIT, type(uint24).max));
    }
}
