// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Curator, ICurationRolls, Producer} from "../interfaces/ICurationRolls.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {ONE} from "../types/Constants.sol";
import {CurationBooks} from "./CurationBooks.sol";

/// @title CurationRolls
/// @notice See {ICurationRolls}. {Curation} runs this code on its own books; called directly it has none.
contract CurationRolls is CurationBooks, ICurationRolls {
    uint256 private constant _CURATOR_MINIMUM = 10 ether;
    uint8 private constant _FIRST_TIER = 1;
    uint16 private constant _AGENT_FLAG = 1;

    /// @dev A close takes 255 ballots, a quorum of 60 % of so many curators. With one more of them, all of tier 1, no
    /// audit of the studio could ever be closed.
    uint16 private constant _MAX_CURATORS = 425;

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
        uint16 holder = _books().indexesOfKeys[key];
        if (holder != 0) revert CurationKeyTaken(key, holder);
        (address signer, , ) = ECDSA.tryRecoverCalldata(hashCuratorKey(msg.sender, key), keySignature);
        if (signer == address(0) || signer != key) revert CurationInvalidKeySignature(key, signer);

        index = _books().indexes[msg.sender];
        if (index == 0) index = _appendCurator();
        Curator storage curator = _books().curators[index];
        curator.key = key;
        _books().indexesOfKeys[key] = index;
        emit CuratorRegistered(index, msg.sender, key, curator.flags & _AGENT_FLAG != 0, curator.tier);
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
    function electorate() external view returns (uint16 curators, uint16 weight) {
        return (_books().voters.curators, _books().voters.weight);
    }

    /// @inheritdoc ICurationRolls
    function producerOf(address account) external view returns (Producer memory) {
        return _books().producers[account];
    }

    /// @inheritdoc ICurationRolls
    function hashCuratorKey(address account, address key) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(_CURATOR_KEY_TYPEHASH, account, key)));
    }

    /// @dev A new curator without a key yet.
    function _appendCurator() private returns (uint16 index) {
        uint32 share = _shareOf(msg.sender);
        Voters memory voters = _books().voters;
        if (voters.curators >= _MAX_CURATORS) revert CurationCuratorsExhausted(_MAX_CURATORS);
        index = voters.curators + 1;
        _books().voters = Voters({curators: index, weight: voters.weight + 1});
        _books().indexes[msg.sender] = index;
        Curator storage curator = _books().curators[index];
        curator.tier = _FIRST_TIER;
        curator.since = SafeCast.toUint40(block.timestamp);
        curator.share = share;
    }

    /// @dev ppm of the studio's effective reputation that a member holds, which must be enough for a curator.
    function _shareOf(address account) private view returns (uint32) {
        IReputationToken reputation = IReputationToken(IStudio(studio()).moduleOf(Module.Reputation));
        uint256 effective = reputation.effectiveBalanceOf(account);
        if (effective < _CURATOR_MINIMUM) revert CurationInsufficientReputation(account, effective, _CURATOR_MINIMUM);
        return SafeCast.toUint32(Math.mulDiv(effective, ONE, reputation.effectiveTotalSupply()));
    }
}
