// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Curator, ICuration, Producer} from "../interfaces/ICuration.sol";
import {IReputationToken} from "../interfaces/IReputationToken.sol";
import {IStudio, Module} from "../interfaces/IStudio.sol";
import {StudioModule} from "../studio/StudioModule.sol";
import {ONE} from "../types/Constants.sol";
import {LotId} from "../types/Ids.sol";

/// @title CurationRolls
/// @notice The two rolls of a gate: who may commit, and who may judge. See {ICuration}.
abstract contract CurationRolls is ICuration, StudioModule, EIP712 {
    uint32 private constant _REGISTRAR_QUOTA = 200_000;
    uint256 private constant _CURATOR_MINIMUM = 10 ether;
    uint8 private constant _FIRST_TIER = 1;
    uint16 private constant _AGENT_FLAG = 1;
    uint256 internal constant _MIN_CURATORS = 3;

    /// @dev A close takes 255 ballots, a quorum of 60 % of so many curators. With one more of them, all of tier 1, no
    /// audit of the studio could ever be closed.
    uint16 private constant _MAX_CURATORS = 425;

    bytes32 private constant _CURATOR_KEY_TYPEHASH = keccak256("CuratorKey(address account,address key)");

    /// @dev How many curators there are, and what they weigh together.
    struct Electorate {
        uint16 curators;
        uint16 weight;
    }

    mapping(address account => Producer producer) private _producers;
    mapping(uint256 index => Curator curator) private _curators;
    mapping(address account => uint16 index) private _indexes;
    mapping(address key => uint16 index) private _indexesOfKeys;
    Electorate private _electorate;

    constructor() EIP712("Imprimatur Curation", "1") {}

    /// @inheritdoc ICuration
    function admitProducer(address account, uint32 quota) external {
        _requireManager();
        if (account == address(0)) revert CurationInvalidProducer(account);
        Producer storage producer = _producers[account];
        producer.quota = quota;
        // or else an account dismissed today would pass for a registrar that was asked about today
        if (quota == 0) (producer.used, producer.day) = (0, 0);
        emit ProducerAdmitted(account, quota);
    }

    /// @inheritdoc ICuration
    function registerCurator(address key, bytes calldata keySignature) external returns (uint16 index) {
        uint16 holder = _indexesOfKeys[key];
        if (holder != 0) revert CurationKeyTaken(key, holder);
        (address signer, , ) = ECDSA.tryRecoverCalldata(hashCuratorKey(msg.sender, key), keySignature);
        if (signer == address(0) || signer != key) revert CurationInvalidKeySignature(key, signer);

        index = _indexes[msg.sender];
        if (index == 0) index = _appendCurator();
        Curator storage curator = _curators[index];
        curator.key = key;
        _indexesOfKeys[key] = index;
        emit CuratorRegistered(index, msg.sender, key, curator.flags & _AGENT_FLAG != 0, curator.tier);
    }

    /// @inheritdoc ICuration
    function curatorOf(uint16 index) external view returns (Curator memory) {
        return _curators[index];
    }

    /// @inheritdoc ICuration
    function indexOf(address account) external view returns (uint16) {
        return _indexes[account];
    }

    /// @inheritdoc ICuration
    function indexOfKey(address key) external view returns (uint16) {
        return _indexesOfKeys[key];
    }

    /// @inheritdoc ICuration
    function electorate() external view returns (uint16 curators, uint16 weight) {
        return (_electorate.curators, _electorate.weight);
    }

    /// @inheritdoc ICuration
    function producerOf(address account) external view returns (Producer memory) {
        return _producers[account];
    }

    /// @inheritdoc ICuration
    function hashCuratorKey(address account, address key) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(_CURATOR_KEY_TYPEHASH, account, key)));
    }

    function _requireManager() internal view {
        IStudio directory = IStudio(studio());
        if (msg.sender == directory.moduleOf(Module.Timelock) || directory.isRegistrar(msg.sender)) return;
        revert CurationUnauthorized(msg.sender);
    }

    /// @dev Counts a lot against the producer's quota of today. The studio is asked about its registrar once a day.
    function _useQuota(address account, uint32 count) internal {
        Producer storage producer = _producers[account];
        (uint32 quota, uint32 used, uint32 day) = (producer.quota, producer.used, producer.day);
        uint32 today = SafeCast.toUint32(block.timestamp / 1 days);
        if (quota == 0) {
            if (day != today && !IStudio(studio()).isRegistrar(account)) revert CurationUnknownProducer(account);
            quota = _REGISTRAR_QUOTA;
        }
        uint256 total = (day == today ? used : 0) + uint256(count);
        if (total > quota) revert CurationQuotaExceeded(account, total, quota);
        used = SafeCast.toUint32(total);
        producer.used = used;
        producer.day = today;
    }

    /// @dev Number of curators at this moment, and the weight of those among them who may judge the lot.
    function _freezeElectorate(LotId lotId) internal view returns (uint16 curators, uint16 weight) {
        (curators, weight) = (_electorate.curators, _electorate.weight);
        uint16 own = _indexes[lotId.producerOf()];
        uint256 judges = curators;
        if (own != 0) {
            --judges;
            weight -= _weightOf(_curators[own].tier);
        }
        if (judges < _MIN_CURATORS) revert CurationTooFewCurators(lotId, judges, _MIN_CURATORS);
    }

    function _curatorAt(uint256 index) internal view returns (address key, uint8 tier, bool agent) {
        Curator storage curator = _curators[index];
        return (curator.key, curator.tier, curator.flags & _AGENT_FLAG != 0);
    }

    function _indexOf(address account) internal view returns (uint16) {
        return _indexes[account];
    }

    /// @dev Tiers are 0…9, so the weight is at most 2⁸.
    function _weightOf(uint8 tier) internal pure returns (uint16) {
        return uint16((uint256(1) << tier) >> 1);
    }

    /// @dev A new curator without a key yet.
    function _appendCurator() private returns (uint16 index) {
        uint32 share = _shareOf(msg.sender);
        Electorate memory electorate_ = _electorate;
        if (electorate_.curators >= _MAX_CURATORS) revert CurationCuratorsExhausted(_MAX_CURATORS);
        index = electorate_.curators + 1;
        _electorate = Electorate({curators: index, weight: electorate_.weight + 1});
        _indexes[msg.sender] = index;
        Curator storage curator = _curators[index];
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
