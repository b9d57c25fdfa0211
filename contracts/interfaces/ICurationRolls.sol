// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice A registered curator: one slot. A standing is effective reputation in tenths of a unit, saturating.
struct Curator {
    address key; // signs the ballots; a plain key, apart from the account
    uint16 epoch; // first epoch of the newest standing
    uint24 standing; // from `epoch` on, for four epochs
    uint24 previous; // in the epoch before
    uint24 earlier; // two epochs before
    uint8 flags; // bit 0 agent, bit 1 struck off
}

/// @notice What an account may commit, did today, and has at stake: one slot.
struct Producer {
    uint32 quota; // assets a day; zero: not admitted
    uint32 used; // assets committed on `day`
    uint32 day; // days since 1970
    uint8 level; // 0 normal, 1 tightened, 2 reduced, 3 stopped
    uint8 accepted; // accepted lots in a row, saturating
    uint8 rejected; // normal: the last five outcomes, bit 0 the newest, set = rejected; tightened: rejections there
    uint16 delegate; // index of the curator to whom it delegates its votes, as found at its first lot of `day`
    uint112 free; // deposit that is not at stake, units of the audit token
}

/// @notice The terms by which lots are audited; a lot keeps those of its commit. Two slots.
struct AuditTerms {
    uint80 bond; // per lot, units of the audit token
    uint80 fee; // per audit or challenge, shared by the panel
    uint80 challengeBond; // per challenged asset
    uint16 seedDelay; // blocks, 32…256
    uint24 ballotWindow; // seconds, 1 h…7 d
    uint24 timeOut; // seconds after the ballot deadline, 1 d…30 d
    uint24 challengeWindow; // seconds, 1 h…14 d
    uint24 quorum; // ppm of the expected weight, >500,000
    uint24 coverage; // ppm of the expected weight that agree in a lane, ≥333,334
    uint8 panel; // expected weight of a panel, 3…128
    uint8 minHumanBallots;
    uint16 normalSize; // lanes judged, 1…256, and how many of them may be bad
    uint8 normalAcceptance;
    uint16 tightenedSize;
    uint8 tightenedAcceptance;
    uint16 reducedSize;
    uint8 reducedAcceptance;
    uint8 flags; // bit 0 open door, bit 1 agents judge
}

/// @title ICurationRolls
/// @notice Who may commit, and who may judge. See {ICuration}.
interface ICurationRolls {
    /// @notice An account may commit `quota` assets a day from now on.
    /// @param producer The account.
    /// @param quota Assets a day; zero: dismissed.
    event ProducerAdmitted(address indexed producer, uint32 quota);

    /// @notice An account judges under a ballot key from now on. Emitted again, with the same index, for a new key.
    /// @param index Place in the list of curators, from 1 on, for ever.
    /// @param account The member.
    /// @param key The key that signs ballots.
    /// @param agent Whether the account acts under a mandate; such ballots do not count as human.
    event CuratorRegistered(uint16 indexed index, address indexed account, address indexed key, bool agent);

    /// @notice A curator's effective reputation was read.
    /// @param index The curator.
    /// @param epoch The first epoch in which it counts.
    /// @param standing Tenths of a unit; zero below the minimum.
    event StandingSet(uint16 indexed index, uint16 indexed epoch, uint24 standing);

    /// @notice The zero address cannot commit lots.
    error CurationInvalidProducer(address account);

    /// @notice The account has no quota and is not the registrar.
    error CurationUnknownProducer(address account);

    /// @notice The lot would bring today's assets to `used`.
    error CurationQuotaExceeded(address producer, uint256 used, uint32 quota);

    /// @notice The member's effective reputation is below the minimum (18 decimals).
    error CurationInsufficientReputation(address account, uint256 reputation, uint256 minimum);

    /// @notice The key is, or once was, the key of curator `index`.
    error CurationKeyTaken(address key, uint16 index);

    /// @notice The signature is not the key's; `signer` is zero if it is nobody's.
    error CurationInvalidKeySignature(address key, address signer);

    /// @notice Lets an account commit `quota` assets a day; only the registrar or the timelock.
    /// @dev The registrar needs no admission: while it has no quota of its own, it has 200,000 a day. The studio is
    /// asked once a day who its registrar is, at the first lot of the day (UTC); a registrar that was replaced after
    /// that is stopped at once by dismissing it. Another quota keeps what was used today; a dismissal forgets it.
    /// @param account The producer.
    /// @param quota Assets a day; zero dismisses.
    function admitProducer(address account, uint32 quota) external;

    /// @notice Registers the caller as curator, or gives a curator a new key.
    /// @dev A first registration needs 10 units of effective reputation in the studio at this moment. A curator keeps
    /// its index; ballots under its old key stop counting at once, and no key is ever used again, so that a key names
    /// one curator for ever. A new key needs no minimum: a member must always be able to disarm a stolen one.
    /// @param key A plain key, apart from the account if it is a contract.
    /// @param keySignature 65 bytes by `key` over `CuratorKey(address account,address key)` in this clone's domain.
    /// @return index The curator's index, from 1 on.
    function registerCurator(address key, bytes calldata keySignature) external returns (uint16 index);

    /// @notice The curator with this index; all zero if there is none.
    function curatorOf(uint16 index) external view returns (Curator memory);

    /// @notice Index of an account among the curators; 0 = none.
    function indexOf(address account) external view returns (uint16);

    /// @notice Index of the curator that uses or used the key; 0 = none.
    function indexOfKey(address key) external view returns (uint16);

    /// @notice Curators with a standing that counts in `epoch`, and their standings together (tenths of a unit).
    function electorateOf(uint16 epoch) external view returns (uint16 curators, uint40 standing);

    /// @notice Number of curators ever registered.
    function curatorCount() external view returns (uint16);

    /// @notice Number of the epoch of seven days at `time` (seconds); epoch 0 begins with the studio.
    function epochAt(uint256 time) external view returns (uint16);

    /// @notice Terms by version; version 0 are the defaults.
    function termsOf(uint16 version) external view returns (AuditTerms memory);

    /// @notice A row of the plan table of some terms: lanes to judge, and how many of them may be bad.
    function planOf(uint16 terms, uint8 plan) external view returns (uint16 sampleSize, uint8 acceptance);

    /// @notice The producer as stored; the registrar may be missing here and still commit.
    function producerOf(address account) external view returns (Producer memory);

    /// @notice EIP-712 digest that a ballot key signs to serve a member.
    function hashCuratorKey(address account, address key) external view returns (bytes32);
}
