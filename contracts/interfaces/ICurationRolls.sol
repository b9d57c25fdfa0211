// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LotId} from "../types/Ids.sol";
import {AuditBallot} from "./ICurationAudits.sol";

/// @notice A registered curator: one slot. A standing is effective reputation in tenths of a unit, saturating; it
/// counts for four epochs, or until the next one begins to.
struct Curator {
    address key; // signs the ballots; a plain key, apart from the account
    uint16 epoch; // first epoch of the newest standing
    uint24 standing; // from `epoch` on
    uint24 previous; // the standing before
    uint24 earlier; // the one before that
    uint8 flags; // agent 1, struck off 1, epochs from `previous` to `standing` 3, `earlier` to `previous` 3 (0: >7)
}

/// @notice What an account may commit, did today, and has at stake: one slot.
struct Producer {
    uint32 quota; // assets a day; zero: not admitted
    uint32 used; // assets committed on `day`
    uint32 day; // days since 1970
    uint8 level; // 0 normal, 1 tightened, 2 reduced, 3 stopped
    uint8 accepted; // accepted lots in a row, saturating
    uint8 rejected; // normal: the last five outcomes, bit 0 the newest, set = rejected; tightened: rejections there
    uint16 delegate; // curator to whom it delegates its votes, or its sponsor, as found at its first lot of `day`
    uint112 free; // deposit that is not at stake, units of the audit token
    bool bound; // an agent: the mandates let its lots in, and `quota` is the largest number
}

/// @notice The terms by which lots are audited; a lot keeps those of its commit. Two slots.
struct AuditTerms {
    uint80 bond; // per lot, units of the audit token
    uint80 fee; // per audit or challenge, shared by the panel, units of the audit token
    uint80 challengeBond; // per challenged asset, units of the audit token
    uint16 seedDelay; // blocks from the commit to the seed block, 32…256
    uint24 ballotWindow; // seconds, 1 h…7 d
    uint24 timeOut; // seconds after the ballot deadline, 1 d…30 d
    uint24 challengeWindow; // seconds, 1 h…14 d; together with the two before 18 d at most
    uint24 quorum; // ppm of the expected weight, 500,001…1,000,000
    uint24 coverage; // ppm of the expected weight that agree in a lane, 333,334…quorum
    uint8 panel; // expected weight of a panel, 3…128
    uint8 minHumanBallots; // 0…panel
    uint16 normalSize; // lanes judged, 1…256
    uint8 normalAcceptance; // how many of them may be bad, at most a quarter
    uint16 tightenedSize; // normalSize…256
    uint8 tightenedAcceptance; // 0…normalAcceptance
    uint16 reducedSize; // 1…normalSize
    uint8 reducedAcceptance; // at most a quarter
    uint8 flags; // bit 0 open door, bit 1 agents judge
}

/// @title ICurationRolls
/// @notice Who may commit, who may judge and with what weight, on which terms, and with what at stake. See {ICuration}.
///
/// Time is divided into epochs of 7 days since the studio's creation. What a curator weighs follows from its
/// *standing*: its effective reputation when it was last set. A standing that is set in one epoch counts from the next
/// one on, for four epochs; then it is stale and counts nothing until somebody refreshes it. A lot is judged by the
/// standings of the epoch in which it was committed. Until the studio's first lot a standing counts at once, so that
/// its founders can begin.
interface ICurationRolls {
    // Events

    /// @notice An account may commit `quota` assets a day from now on.
    /// @param producer The account.
    /// @param quota Assets a day; zero: dismissed.
    event ProducerAdmitted(address indexed producer, uint32 quota);

    /// @notice An account is an agent from now on, or none any more. An agent's lots are counted by the studio's
    /// mandates, and its quota here is the largest number; as a curator, if it is one, it gives no human ballots. Who
    /// is none any more has no quota.
    /// @param producer The account.
    /// @param bound Whether it is an agent.
    event ProducerBound(address indexed producer, bool bound);

    /// @notice Lots of agents are counted by these mandates from now on.
    /// @param mandates The studio's module; zero: agents commit nothing.
    event MandatesFollowed(address indexed mandates);

    /// @notice A producer's lots are audited by another plan from now on, or no more lots of it are admitted.
    /// @param producer The account.
    /// @param level 0 normal, 1 tightened, 2 reduced, 3 stopped.
    event ProducerLevelSet(address indexed producer, uint8 level);

    /// @notice An account judges under a ballot key from now on. Emitted again, with the same index, for a new key.
    /// @param index Place in the list of curators, from 1 on, for ever.
    /// @param account The member.
    /// @param key The key that signs ballots.
    /// @param agent Whether the account acts under a mandate; such ballots do not count as human.
    event CuratorRegistered(uint16 indexed index, address indexed account, address indexed key, bool agent);

    /// @notice A curator's standing was set. All standings and sums of any epoch follow from these events: a standing
    /// counts in the epochs `epoch` to `epoch + 3`, or until the curator's next one begins; if both name the same epoch
    /// the later event counts. The sum of the epoch that is present when somebody is struck off is not changed by it.
    /// @param index The curator.
    /// @param epoch First epoch for which it counts.
    /// @param standing Effective reputation in tenths of a unit, at most 2^24 − 1; zero below the minimum.
    event StandingSet(uint16 indexed index, uint16 indexed epoch, uint24 standing);

    /// @notice A curator signed two different ballots on one subject: none of its ballots counts any more. A
    /// {StandingSet} of zero in the same transaction takes it out of the sums of later epochs.
    /// @param index The curator.
    /// @param subject What both ballots judge.
    /// @param forfeited Pay it had not claimed, units of the audit token; now the timelock's.
    event CuratorStruckOff(uint16 indexed index, uint256 indexed subject, uint256 forfeited);

    /// @notice A curator that was struck off may judge again, once its standing is refreshed.
    /// @param index The curator.
    event CuratorReadmitted(uint16 indexed index);

    /// @notice Deposits, bonds, fees and pay are in this token, for ever.
    /// @param token The ERC-20.
    event AuditTokenSet(address indexed token);

    /// @notice Lots are audited by these terms from now on; lots committed before keep theirs.
    /// @param version Their number, from 1 on.
    /// @param terms All of them.
    event TermsSet(uint16 indexed version, AuditTerms terms);

    /// @notice An account's deposit grew.
    /// @param account Whose it is.
    /// @param amount Units of the audit token.
    event Deposited(address indexed account, uint256 amount);

    /// @notice An account took back deposit that was not at stake; RoyaltySplitter pays it out.
    /// @param account Whose it was.
    /// @param amount Units of the audit token.
    event DepositWithdrawn(address indexed account, uint256 amount);

    /// @notice Seeds of blocks from span `firstSpan` on need the links of this chain.
    /// @param anchor The hash of the link of `firstSpan`; each link is the hash of the next one.
    /// @param firstSpan Number of the first 256 blocks that have a link: block number / 256.
    event SaltChainSet(bytes32 anchor, uint256 firstSpan);

    /// @notice The link of a span is known.
    /// @param span Number of 256 blocks.
    /// @param link Salt of every seed whose block lies in them.
    event SaltRevealed(uint256 indexed span, bytes32 link);

    /// @notice A lot has another seed block, because the link of the first one was withheld.
    /// @param lotId The lot.
    /// @param round Number of the audit.
    /// @param seedBlock The block whose prevRandao makes the seed now.
    event SeedBlockSet(LotId indexed lotId, uint8 round, uint40 seedBlock);

    // Errors: producers and deposits

    /// @notice The zero address cannot commit lots, and has no deposit.
    error CurationInvalidProducer(address account);

    /// @notice The account has no quota and is not the registrar.
    error CurationUnknownProducer(address account);

    /// @notice The account is an agent, whose mandate says what it may commit, or was one: members release it first.
    error CurationBoundProducer(address account);

    /// @notice The lot would bring today's assets to `used`.
    error CurationQuotaExceeded(address producer, uint256 used, uint32 quota);

    /// @notice The producer is not stopped.
    error CurationNotStopped(address producer);

    /// @notice Nothing waits for the account, or nothing is asked for.
    error CurationNothingDeposited(address account);

    // Errors: curators

    /// @notice The member's effective reputation is below the minimum (18 decimals), and the studio's door is not open.
    error CurationInsufficientReputation(address account, uint256 reputation, uint256 minimum);

    /// @notice No more curators of this kind fit the roll: 65,535, and 32,767 if they are below the minimum.
    error CurationCuratorsExhausted(uint16 maximum);

    /// @notice The key is, or once was, the key of curator `index`.
    error CurationKeyTaken(address key, uint16 index);

    /// @notice The signature is not the key's; `signer` is zero if it is nobody's.
    error CurationInvalidKeySignature(address key, address signer);

    /// @notice The two ballots say the same, are not on the same subject, or not both by one key that is a curator's
    /// or was less than 7 days ago.
    error CurationNoEquivocation();

    /// @notice The curator is not struck off; zero if the account is no curator.
    error CurationNotStruckOff(uint16 index);

    // Errors: terms

    /// @notice A field of the terms is out of bounds: its place in {AuditTerms}, from 0 on.
    error CurationInvalidTerms(uint8 field);

    /// @notice No such version of the terms.
    error CurationUnknownTerms(uint16 version);

    /// @notice The studio has no audit token yet.
    error CurationNoAuditToken();

    /// @notice The audit token never changes.
    error CurationAuditTokenAlreadySet(address token);

    /// @notice The token has no code.
    error CurationInvalidAuditToken(address token);

    // Errors: salts

    /// @notice The studio draws its seeds without salts.
    error CurationUnexpectedSaltChain();

    /// @notice The studio needs a salt chain and has none yet.
    error CurationSaltChainUnset();

    /// @notice The link is not that of the span, or an anchor is zero.
    error CurationWrongSalt(uint256 span, bytes32 link);

    /// @notice Blocks of the span are still to come.
    error CurationSpanNotOver(uint256 span, uint256 blockNumber);

    /// @notice The link of the span is known, lies before the chain, too far ahead, or before a link that is not known.
    /// `limit` is the first span not revealed yet, or the last that can be revealed in one call.
    error CurationSpanOutOfOrder(uint256 span, uint256 limit);

    /// @notice The lot's link is known, can still be revealed, is not overdue, or the lot was redrawn before.
    error CurationSaltNotOverdue(LotId lotId);

    // Producers

    /// @notice Lets an account commit `quota` assets a day; only the registrar or the timelock.
    /// @dev The registrar needs no admission: while it has no quota of its own, it has 200,000 a day. The studio is
    /// asked once a day who its registrar is, at the first lot of the day (UTC); a registrar that was replaced after
    /// that is stopped at once by dismissing it. Another quota keeps what was used today; a dismissal forgets it.
    /// Emits {ProducerAdmitted}. Reverts with {CurationUnauthorized}, {CurationInvalidProducer},
    /// {CurationBoundProducer}.
    /// @param account The producer.
    /// @param quota Assets a day; zero dismisses.
    function admitProducer(address account, uint32 quota) external;

    /// @notice Makes an account an agent, or none any more; only the studio's present mandates, and to end it also the
    /// timelock.
    /// @dev What an agent commits is for the mandates to count: without one in force it commits nothing, whatever quota
    /// it had, registrar or not. That outlasts its mandate, so that nobody goes on as somebody else. Who is none
    /// any more is a producer that was dismissed. A curator that is an agent gets a standing of zero, unless the newest
    /// terms let agents judge, and a registrar that is one manages nothing here. Follows the mandates as
    /// {followMandates} does. Emits {ProducerBound} unless nothing changes, {StandingSet}. Reverts with
    /// {CurationUnauthorized}, {CurationInvalidProducer}.
    /// @param account The agent.
    /// @param bound Whether it is one.
    function bindProducer(address account, bool bound) external;

    /// @notice Asks the studio whose mandates count from now on; anybody. The studio itself does when it replaces its
    /// mandates or its gate. A gate that was replaced follows none.
    /// @dev Emits {MandatesFollowed} unless nothing changes.
    function followMandates() external;

    /// @notice Lets a producer that was stopped commit again, under the tightened plan; only the timelock.
    /// @dev Emits {ProducerLevelSet}. Reverts with {CurationUnauthorized}, {CurationNotStopped}.
    /// @param producer The producer.
    function liftStop(address producer) external;

    // Curators

    /// @notice Registers the caller as curator, or gives a curator a new key.
    /// @dev A first registration needs 10 units of effective reputation at this moment, and sets the standing. Where
    /// the terms leave the door open, anybody may register below that, with a standing of zero: its ballots are
    /// practice. A curator keeps its index; ballots under its old key stop counting at once, and no key is ever used
    /// again, so that a key names one curator for ever. A new key needs no minimum, since a member must always be able
    /// to disarm a stolen one, and changes no standing. Emits {CuratorRegistered}, and {StandingSet} the first time.
    /// Reverts with {CurationKeyTaken}, {CurationInvalidKeySignature}, {CurationInsufficientReputation},
    /// {CurationCuratorsExhausted}.
    /// @param key A plain key, apart from the account if it is a contract.
    /// @param keySignature 65 bytes by `key` over `CuratorKey(address account,address key)` in this clone's domain.
    /// @return index The curator's index, from 1 on.
    function registerCurator(address key, bytes calldata keySignature) external returns (uint16 index);

    /// @notice Sets the standings of curators to what their reputation is worth now; anybody, for anybody.
    /// @dev Passes over accounts that are no curators, that are struck off, or whose newest standing begins less than
    /// two epochs before the new one would: nobody changes what is known about an audit that runs. Emits {StandingSet}.
    /// @param accounts The members.
    function refreshCurators(address[] calldata accounts) external;

    /// @notice Strikes off a curator that signed two different ballots on one subject; anybody.
    /// @dev Both ballots are of the same kind, subject, seed, first word and number of words. Their words differ, and
    /// they may name two charters. One key signed them: the curator's, or one that it replaced less than 7 days ago. So
    /// nobody escapes by changing its key, and an older one that was lost accuses nobody. Its ballots stop counting at
    /// once, everywhere. Emits {CuratorStruckOff}, {StandingSet}. Reverts with {CurationNoEquivocation},
    /// {CurationStruckOff}.
    /// @param a One ballot.
    /// @param signatureA 64 bytes, r and vs, as ballots are relayed.
    /// @param b Another ballot.
    /// @param signatureB 64 bytes, r and vs.
    /// @return index The curator.
    function proveEquivocation(
        AuditBallot calldata a,
        bytes calldata signatureA,
        AuditBallot calldata b,
        bytes calldata signatureB
    ) external returns (uint16 index);

    /// @notice Lets a curator judge again that was struck off; only the timelock. Its standing has to be refreshed.
    /// @dev Emits {CuratorReadmitted}. Reverts with {CurationUnauthorized}, {CurationNotStruckOff}.
    /// @param account The member.
    function readmitCurator(address account) external;

    // Terms

    /// @notice Says in which token bonds, fees and pay are; only the timelock, once.
    /// @dev Emits {AuditTokenSet}. Reverts with {CurationUnauthorized}, {CurationAuditTokenAlreadySet},
    /// {CurationInvalidAuditToken}.
    /// @param token An ERC-20 that delivers what is sent.
    function setAuditToken(address token) external;

    /// @notice Sets the terms of lots that are committed from now on; only the timelock.
    /// @dev Emits {TermsSet}. Reverts with {CurationUnauthorized}, {CurationInvalidTerms}, {CurationNoAuditToken} if
    /// something costs and there is no token.
    /// @param terms All of them, within the bounds of {AuditTerms}.
    /// @return version Their number.
    function setAuditTerms(AuditTerms calldata terms) external returns (uint16 version);

    // Deposits

    /// @notice Books what was put into an account's pot for this gate as its deposit; anybody, for anybody. The pot is
    /// filled by `RoyaltySplitter.fundPot(gate, bytes32(uint256(uint160(account))), auditToken, amount)`.
    /// @dev What would not fit 112 bits stays in the pot. Emits {Deposited}. Reverts with {CurationInvalidProducer},
    /// {CurationNoAuditToken}, {CurationNothingDeposited}.
    /// @param account Whose deposit it is.
    /// @return amount What was booked, units of the audit token.
    function deposit(address account) external returns (uint256 amount);

    /// @notice Takes back deposit of the caller that is not at stake: RoyaltySplitter credits it, and pays it out.
    /// @dev Emits {DepositWithdrawn}. Reverts with {CurationNoAuditToken}, {CurationDepositTooSmall},
    /// {CurationNothingDeposited} for zero.
    /// @param amount Units of the audit token.
    function withdrawDeposit(uint256 amount) external;

    // Salts

    /// @notice Commits to the links of all spans from the present one on; only where the clone's flag asks for salts.
    /// The first time the registrar or the timelock; later the ethics board or the timelock, since a chain that is
    /// replaced takes links away from lots, and then from the span after the present one on.
    /// @dev Emits {SaltChainSet}. Reverts with {CurationUnexpectedSaltChain}, {CurationUnauthorized},
    /// {CurationWrongSalt} for an anchor of zero.
    /// @param anchor The hash of the first span's link.
    function setSaltChain(bytes32 anchor) external;

    /// @notice Makes the link of a span known that is over; anybody who knows it. Whoever knows a later one knows those
    /// that were passed over, which can be brought from the latest to the earliest.
    /// @dev Emits {SaltRevealed}. Reverts with {CurationSaltChainUnset}, {CurationSpanNotOver},
    /// {CurationSpanOutOfOrder}, {CurationWrongSalt}. One call reaches 1,024 spans ahead.
    /// @param span Number of 256 blocks.
    /// @param link Hashed as often as spans lie between, it is the newest link.
    function revealSalt(uint256 span, bytes32 link) external;

    /// @notice Gives a lot another seed block whose link was not revealed within 4,096 blocks of the first one and
    /// never can be, because the chain was replaced; anybody, once for each audit.
    /// @dev Emits {SeedBlockSet}. Reverts with {CurationUnknownAudit}, {CurationSeedAlreadyDrawn},
    /// {CurationSeedTooLate} once the audit has expired, {CurationSaltNotOverdue}.
    /// @param lotId The lot.
    function redraw(LotId lotId) external;

    // Views

    /// @notice The curator with this index; all zero if there is none.
    function curatorOf(uint16 index) external view returns (Curator memory);

    /// @notice Standing of a curator in an epoch, in tenths of a unit; zero if it had none, is struck off, or if the
    /// epoch lies before the three standings that are kept.
    function standingOf(uint16 index, uint16 epoch) external view returns (uint24);

    /// @notice Index of an account among the curators; 0 = none.
    function indexOf(address account) external view returns (uint16);

    /// @notice Index of the curator that uses or used the key; 0 = none.
    function indexOfKey(address key) external view returns (uint16);

    /// @notice Number of curators with a standing in an epoch, and the sum of their standings in tenths of a unit; of a
    /// later epoch than the next one: what will be left if nobody is refreshed.
    function electorateOf(uint16 epoch) external view returns (uint16 curators, uint40 standing);

    /// @notice Number of all curators that ever registered: their indexes are 1 to this.
    function curatorCount() external view returns (uint16);

    /// @notice The producer as stored; the registrar may be missing here and still commit.
    function producerOf(address account) external view returns (Producer memory);

    /// @notice The mandates that count the lots of agents; zero: none, and agents commit nothing.
    function followedMandates() external view returns (address);

    /// @notice Token of deposits, bonds, fees and pay; zero until it is set.
    function auditToken() external view returns (address);

    /// @notice Terms of a version; version 0 is what a studio has that set none.
    /// @dev Reverts with {CurationUnknownTerms}.
    function termsOf(uint16 version) external view returns (AuditTerms memory);

    /// @notice Version of the terms that lots committed now are audited by.
    function newestTerms() external view returns (uint16);

    /// @notice Lanes that a plan of a version of the terms judges, and how many of them may be bad.
    /// @dev Reverts with {CurationUnknownTerms}, or as AcceptancePlan does for an unknown plan.
    /// @param version Of the terms.
    /// @param plan 0 normal, 1 tightened, 2 reduced.
    /// @return sampleSize Lanes judged.
    /// @return acceptance Bad ones in an accepted sample.
    function planOf(uint16 version, uint8 plan) external view returns (uint16 sampleSize, uint8 acceptance);

    /// @notice Number of the epoch at a time in seconds; zero before the studio was created.
    function epochAt(uint256 time) external view returns (uint16);

    /// @notice Link of a span; zero if it was not revealed.
    function saltOf(uint256 span) external view returns (bytes32);

    /// @notice The present salt chain.
    /// @return link The newest link, at first the anchor; zero if there is no chain.
    /// @return nextSpan The first span after the newest one revealed.
    /// @return firstSpan The first span of this chain.
    function saltChain() external view returns (bytes32 link, uint256 nextSpan, uint256 firstSpan);

    /// @notice EIP-712 digest that a ballot key signs to serve a member.
    function hashCuratorKey(address account, address key) external view returns (bytes32);
}
