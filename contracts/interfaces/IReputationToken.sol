// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Preset} from "./IStudio.sol";

/// @title IReputationToken
/// @notice Earned, non-transferable, decaying voting power of one studio.
/// @dev Two units. *Effective* units (18 decimals) are what reputation is worth now and what everybody should show.
/// *Raw* units are what is stored: effective units times the index of the moment they were earned. The whole ERC-20 and
/// ERC-5805 surface (balances, supply, votes, checkpoints, Transfer, DelegateVotesChanged) speaks raw units, which
/// never change by themselves, so indexers need no event for decay; `effective = raw · 2^40 / index`. Relative power,
/// quorum and majorities are the same in both.
/// Warning: raw balances double per half-life. The index runs on timestamps whatever the governor's clock counts.
interface IReputationToken {
    /// @notice Reputation was earned. Transfer tells the same in raw units only.
    /// @param account Whose it is: who earned it, or its sponsor, or the account that it goes on as
    /// @param source Where from: "founder", "grant", "curation", "review" or "impact", left-aligned ASCII
    /// @param amount Effective units, 18 decimals
    /// @param raw Raw units
    /// @param role What it was earned as, a tag of the studio's own; zero: none, as always without a vote
    /// @param evidence What it was earned with: digest of a file, an id, or the charter for founders
    event ReputationGranted(
        address indexed account,
        bytes32 indexed source,
        uint256 amount,
        uint256 raw,
        bytes32 role,
        bytes32 evidence
    );

    /// @notice Reputation was taken away by vote.
    /// @param account Who lost it
    /// @param amount Effective units, 18 decimals
    /// @param raw Raw units
    /// @param evidence Digest of the file that says why
    event ReputationSlashed(address indexed account, uint256 amount, uint256 raw, bytes32 evidence);

    /// @notice Somebody wants to go on under another address.
    /// @param from The account until now
    /// @param to The account from then on
    /// @param readyAt When {finishAccountMigration} works, seconds
    event AccountMigrationStarted(address indexed from, address indexed to, uint48 readyAt);

    /// @notice An account stays where it is.
    /// @param from The account
    /// @param by Who canceled: the account itself or the timelock
    event AccountMigrationCanceled(address indexed from, address indexed by);

    /// @notice All reputation of an account went to another one.
    /// @param from The account until now
    /// @param to The account from now on
    /// @param raw Raw units
    event AccountMigrated(address indexed from, address indexed to, uint256 raw);

    /// @notice Somebody says that an account is dormant; if nothing changes, it can be pruned.
    /// @param account The account
    /// @param raw Its raw units
    /// @param index The index at this moment
    event DormancyNoted(address indexed account, uint256 raw, uint256 index);

    /// @notice The dust of a dormant account is gone, and counts in no quorum any more.
    /// @param account The account
    /// @param raw Raw units that it had
    event ReputationPruned(address indexed account, uint256 raw);

    /// @notice An agent works for a sponsor: it has no votes, and what it earns is the sponsor's.
    /// @param agent The mandated account
    /// @param sponsor Who answers for it; zero: it is on its own again
    /// @param until When the mandate ends, seconds
    event SponsorSet(address indexed agent, address indexed sponsor, uint48 until);

    /// @notice How much votes may grant changes.
    /// @param oldCapacity ppm of the supply in 90 days until then
    /// @param newCapacity ppm of the supply in 90 days from then on
    /// @param from When, seconds: at once if it falls, an epoch later if it rises
    event GrantCapacitySet(uint24 oldCapacity, uint24 newCapacity, uint48 from);

    /// @notice The balances of another reputation token go on here.
    /// @param predecessor The other token
    /// @param root Merkle root of its accounts and raw units
    /// @param total Raw units
    event BalancesInherited(address indexed predecessor, bytes32 root, uint256 total);

    /// @notice An account has its old balance again.
    /// @param account The account
    /// @param raw Raw units
    event InheritanceClaimed(address indexed account, uint256 raw);

    /// @notice Reputation was set aside, to be divided among those who earned it.
    /// @param minter The module that divides it
    /// @param raw Raw units
    event ReputationReserved(address indexed minter, uint256 raw);

    /// @notice The curve of the index changed from now on; enough to compute {index} at any time until the next event.
    /// @param gBase Index at `tBase`, 2^40 at the beginning
    /// @param tBase Block timestamp, seconds
    /// @param halfLife Seconds in which the index doubles
    event IndexChanged(uint176 gBase, uint48 tBase, uint32 halfLife);

    /// @notice The caller may not call this function.
    /// @param caller Who called
    error ReputationTokenUnauthorized(address caller);

    /// @notice Reputation cannot be transferred, nor an allowance given.
    error ReputationTokenNonTransferable();

    /// @notice A founder is the zero address or named twice.
    /// @param founder The account concerned
    error ReputationTokenInvalidFounder(address founder);

    /// @notice Nothing would be granted, taken or inherited.
    error ReputationTokenZeroAmount();

    /// @notice There is no reputation to take, move, note or prune.
    /// @param account The account concerned
    error ReputationTokenNoBalance(address account);

    /// @notice The studio's votes have granted too much reputation lately.
    /// @param amount Effective units asked for, 18 decimals
    /// @param available Effective units that may be granted now, 18 decimals
    error ReputationTokenOverGrantLimit(uint256 amount, uint256 available);

    /// @notice The half-life is out of bounds.
    /// @param halfLife Seconds asked for
    /// @param min Least seconds
    /// @param max Most seconds
    error ReputationTokenInvalidHalfLife(uint32 halfLife, uint32 min, uint32 max);

    /// @notice What votes may grant is out of bounds.
    /// @param capacity ppm of the supply asked for
    /// @param min Least ppm
    /// @param max Most ppm
    error ReputationTokenInvalidGrantCapacity(uint24 capacity, uint24 min, uint24 max);

    /// @notice The signatures of a migration came too late.
    /// @param deadline Until when they counted, seconds
    error ReputationTokenExpiredMigration(uint256 deadline);

    /// @notice Somebody has not agreed to a migration.
    /// @param account Whose signature is wrong
    error ReputationTokenInvalidSignature(address account);

    /// @notice The account is moving already.
    /// @param from The account concerned
    error ReputationTokenMigrationPending(address from);

    /// @notice The account is not moving.
    /// @param from The account concerned
    error ReputationTokenNoMigration(address from);

    /// @notice The migration can still be canceled.
    /// @param from The account concerned
    /// @param readyAt When it can be finished, seconds
    error ReputationTokenMigrationNotReady(address from, uint48 readyAt);

    /// @notice Only a fresh account takes over another one's reputation: without any of its own, without a delegate,
    /// with nobody's votes when the migration starts, neither moving nor moved, and nobody's agent.
    /// @param to The account concerned
    error ReputationTokenNotFresh(address to);

    /// @notice The account has moved, and stays so.
    /// @param account The account concerned
    error ReputationTokenMoved(address account);

    /// @notice The note stands until the balance moves; only the account itself may begin anew before.
    /// @param account The account concerned
    error ReputationTokenAlreadyNoted(address account);

    /// @notice Dormancy was not noted, or the balance has moved since, or four half-lives or the year of an inheritance
    /// have not passed.
    /// @param account The account concerned
    error ReputationTokenNotDormant(address account);

    /// @notice The account has too much to be pruned.
    /// @param account The account concerned
    /// @param amount What it has, effective units, 18 decimals
    error ReputationTokenNotDust(address account, uint256 amount);

    /// @notice An agent neither votes nor lends votes, nor moves to another account.
    /// @param agent The account concerned
    error ReputationTokenAgent(address agent);

    /// @notice Nobody answers for itself, and no agent for another one.
    /// @param sponsor The account concerned
    error ReputationTokenInvalidSponsor(address sponsor);

    /// @notice A mandate ends in the future, and within 180 days.
    /// @param until When it would end, seconds
    /// @param max When it must end at the latest, seconds
    error ReputationTokenInvalidTerm(uint48 until, uint256 max);

    /// @notice Only an empty token inherits.
    /// @param supply Raw units that it has issued
    error ReputationTokenAlreadyIssued(uint256 supply);

    /// @notice The predecessor's index cannot be taken over.
    /// @param predecessor The token concerned
    error ReputationTokenInvalidCurve(address predecessor);

    /// @notice The tree does not hold this balance.
    /// @param account The account concerned
    error ReputationTokenInvalidProof(address account);

    /// @notice The account has its old balance already.
    /// @param account The account concerned
    error ReputationTokenAlreadyClaimed(address account);

    /// @notice Grants the founders their reputation. Only StudioFactory, which calls it once, in the transaction that
    /// creates the clone.
    /// @param founders Accounts, unique and non-zero
    /// @param amount Effective units for each, 18 decimals
    /// @param evidence SHA-256 digest of the first charter
    function initialize(address[] calldata founders, uint256 amount, bytes32 evidence) external;

    /// @notice Grants reputation. Only the studio's timelock, within a share of the supply per 90 days, at first 5 %
    /// (10^3 REP count as the least supply). The account's first reputation is delegated to itself unless it has chosen
    /// a delegate. An agent's goes to its sponsor, that of an account that has moved to its new one.
    /// @param account Who earned it
    /// @param amount Effective units, 18 decimals; the effective balance rises by `amount` or one unit less
    /// @param role What it was earned as, a tag of the studio's own; zero: none
    /// @param evidence Digest of a file or id of what it was earned with
    function mint(address account, uint256 amount, bytes32 role, bytes32 evidence) external;

    /// @notice Takes reputation away, from the new account if the account has moved. Only the studio's timelock; never
    /// more than there is.
    /// @param account Who loses it
    /// @param amount Effective units, 18 decimals; as much as there is or more: everything
    /// @param evidence Digest of the file that says why
    function slash(address account, uint256 amount, bytes32 evidence) external;

    /// @notice Takes over the curve of another token and holds its balances until they are claimed. Only StudioFactory,
    /// at most once and before anything is issued, in the transaction that creates the clone.
    /// @param predecessor The token until now
    /// @param root Root of OpenZeppelin's StandardMerkleTree of (address account, uint256 raw), one leaf an account
    /// @param total Raw units that the tree holds; counted in the supply from now on, voting nowhere until claimed
    function inheritBalances(address predecessor, bytes32 root, uint256 total) external;

    /// @notice Gives an account its old balance, delegated to itself unless it has chosen a delegate or is an agent.
    /// Anyone may call it, once for each account, for a year at least.
    /// @param account Whose balance
    /// @param raw Raw units
    /// @param proof Path in the tree
    function claimInheritance(address account, uint256 raw, bytes32[] calldata proof) external;

    /// @notice Starts moving all reputation of an account to a fresh one that its owner also controls. Anyone may bring
    /// the two signatures, which name the nonce of `from`.
    /// @param from The account until now
    /// @param to The account from then on, without reputation and delegation
    /// @param deadline Until when the signatures count, seconds
    /// @param fromSignature EIP-712 `AccountMigration(address from,address to,uint256 nonce,uint256 deadline)`, or
    /// ERC-1271
    /// @param toSignature The same by `to`
    function startAccountMigration(
        address from,
        address to,
        uint256 deadline,
        bytes calldata fromSignature,
        bytes calldata toSignature
    ) external;

    /// @notice Stops a migration that has not been finished. Only the account itself or the timelock.
    /// @param from The account
    function cancelAccountMigration(address from) external;

    /// @notice Moves the reputation after seven days: to the same delegate, or to `to` itself where `from` was its own.
    /// What `from` would earn later goes to `to`, and what it may earn by machine goes on. Anyone may call it.
    /// @param from The account
    function finishAccountMigration(address from) external;

    /// @notice Notes that an account is dormant. Anyone may call it, again once the balance has moved; the account
    /// itself at any time, which starts anew.
    /// @param account The account
    function noteDormancy(address account) external;

    /// @notice Burns the dust of an account whose balance has not moved for four half-lives since it was noted: less
    /// than one effective REP and than a thousandth of the supply. Or, of the token itself, what nobody has claimed a
    /// year after it inherited. Anyone may call it; past votes stay what they were.
    /// @param account The account, or the token itself
    function prune(address account) external;

    /// @notice Makes an account the agent of a sponsor: its votes are undelegated, it cannot delegate, nobody delegates
    /// to it, and what it would earn goes to the sponsor, within the sponsor's limit. Votes that others lent to it
    /// before count for nothing, also those of the past, until they are lent to somebody else or the account is no
    /// agent any more. Only the studio's present Mandates module.
    /// @param agent The account
    /// @param sponsor Who answers for it; zero: nobody any more
    /// @param until When that ends by itself, seconds, within 180 days; ignored without a sponsor
    function setSponsor(address agent, address sponsor, uint48 until) external;

    /// @notice Sets what votes may grant in 90 days. Only the studio's timelock; a rise counts seven days later.
    /// @param newCapacity ppm of the supply, 1 to 100,000
    function setGrantCapacity(uint24 newCapacity) external;

    /// @notice Who earns for an account, and until when.
    /// @param agent The account asked about
    /// @return sponsor Where its sponsor is now, if that moved to another account; zero if it is nobody's agent now
    /// @return until Seconds
    function sponsorOf(address agent) external view returns (address sponsor, uint48 until);

    /// @notice The migration of an account that was started and neither finished nor canceled.
    /// @param from The account asked about
    /// @return to Zero if there is none
    /// @return readyAt Seconds
    function accountMigrationOf(address from) external view returns (address to, uint48 readyAt);

    /// @notice The account that another one goes on as.
    /// @param account The account asked about
    /// @return Itself if it has not moved
    function newAccountOf(address account) external view returns (address);

    /// @notice When an account's dormancy was noted, on the index.
    /// @param account The account asked about
    /// @return raw Its raw units then; zero: never
    /// @return index The index then
    function dormancyOf(address account) external view returns (uint256 raw, uint256 index);

    /// @notice What was inherited.
    /// @return root Merkle root of accounts and raw units; zero: nothing
    /// @return since When, seconds
    function inheritance() external view returns (bytes32 root, uint48 since);

    /// @notice Whether an account has its old balance already.
    /// @param account The account asked about
    /// @return True once it was claimed
    function hasClaimedInheritance(address account) external view returns (bool);

    /// @notice How much votes may grant.
    /// @return capacity ppm of the supply in 90 days now
    /// @return next The same from `from` on
    /// @return from Seconds; in the past if nothing changes
    function grantCapacity() external view returns (uint24 capacity, uint24 next, uint48 from);

    /// @notice The curve of the index.
    /// @return gBase Index at `tBase`
    /// @return tBase Seconds
    /// @return halfLife Seconds
    function curve() external view returns (uint176 gBase, uint48 tBase, uint32 halfLife);

    /// @notice Sets aside what may be issued without a vote now: up to 1.8 % of the raw supply, which flow back
    /// evenly within 7 days (10^3 REP count as the least supply, as for grants). What is set aside and not minted yet
    /// counts against it, and lapses one to two weeks later; so never more than 1.8 % can be minted at once, however
    /// long nobody claims. All modules together share this one limit.
    /// @dev Only the studio's present Curation, Board and Impact modules. Never reverts for a limit. Emits
    /// {ReputationReserved}.
    /// @param max Raw units that are wanted at most
    /// @return raw Raw units, zero if nothing is left
    function reserveIssuance(uint256 max) external returns (uint256 raw);

    /// @notice Mints out of what was set aside, as far as it reaches: no more than is left of it, than 0.45 % of the
    /// raw supply in 7 days for one account, and than the largest supply. The account's first reputation is delegated
    /// to itself unless it has chosen a delegate.
    /// @dev Only the studio's present Curation, Board and Impact modules, each of which mints no more than it had set
    /// aside. Never reverts for a limit. Emits {ReputationGranted} with source "curation", "review" or "impact", unless
    /// nothing is minted.
    /// @param account Who earned it
    /// @param raw Raw units asked for
    /// @param evidence Digest of a file or id of what it was earned with
    /// @return minted Raw units minted; the rest is not owed
    function mintReserved(address account, uint256 raw, bytes32 evidence) external returns (uint256 minted);

    /// @notice Changes how fast reputation decays from now on; nothing that was earned changes now. Only the studio's
    /// timelock.
    /// @param halfLife Seconds, 30 days to 5 years
    function setHalfLife(uint32 halfLife) external;

    /// @notice What the timelock may grant now.
    /// @return Effective units, 18 decimals
    function grantable() external view returns (uint256);

    /// @notice What {reserveIssuance} would set aside now at most.
    /// @return Raw units
    function reservable() external view returns (uint256);

    /// @notice What was set aside, not minted, and has not lapsed.
    /// @return Raw units
    function reserved() external view returns (uint256);

    /// @notice What {mintReserved} would mint for an account at most.
    /// @param account The account asked about
    /// @return Raw units
    function mintableTo(address account) external view returns (uint256);

    /// @notice What an account's own reputation is worth now.
    /// @param account The account asked about
    /// @return Effective units, 18 decimals, rounded down
    function effectiveBalanceOf(address account) external view returns (uint256);

    /// @notice What all reputation is worth now; at least the sum of all effective balances.
    /// @return Effective units, 18 decimals, rounded down
    function effectiveTotalSupply() external view returns (uint256);

    /// @notice What the reputation delegated to an account is worth now.
    /// @param account The delegate asked about
    /// @return Effective units, 18 decimals, rounded down
    function effectiveVotes(address account) external view returns (uint256);

    /// @notice The common divisor now: 2^40 at creation, twice that a half-life later, at most 2^87.
    /// @return Raw units per 2^40 effective ones
    function index() external view returns (uint256);

    /// @notice What kind of studio this electorate was made for, from the clone's arguments: what its governor's rules
    /// of quorum and cap follow.
    /// @return The preset that was asked for when the clone was made
    function preset() external view returns (Preset);

    /// @notice Seconds in which reputation loses half its worth.
    /// @return Seconds
    function halfLife() external view returns (uint32);
}
