// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

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
    /// @param account Who earned it
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

    /// @notice Nothing would be granted.
    error ReputationTokenZeroAmount();

    /// @notice The studio's votes have granted too much reputation lately.
    /// @param amount Effective units asked for, 18 decimals
    /// @param available Effective units that may be granted now, 18 decimals
    error ReputationTokenOverGrantLimit(uint256 amount, uint256 available);

    /// @notice The half-life is out of bounds.
    /// @param halfLife Seconds asked for
    /// @param min Least seconds
    /// @param max Most seconds
    error ReputationTokenInvalidHalfLife(uint32 halfLife, uint32 min, uint32 max);

    /// @notice Grants the founders their reputation. Only StudioFactory, which calls it once, in the transaction that
    /// creates the clone.
    /// @param founders Accounts, unique and non-zero
    /// @param amount Effective units for each, 18 decimals
    /// @param evidence SHA-256 digest of the first charter
    function initialize(address[] calldata founders, uint256 amount, bytes32 evidence) external;

    /// @notice Grants reputation. Only the studio's timelock, within 5 % of the supply per 90 days (10^3 REP count as
    /// the least supply). The account's first reputation is delegated to itself unless it has chosen a delegate.
    /// @param account Who earned it
    /// @param amount Effective units, 18 decimals; the effective balance rises by `amount` or one unit less
    /// @param role What it was earned as, a tag of the studio's own; zero: none
    /// @param evidence Digest of a file or id of what it was earned with
    function mint(address account, uint256 amount, bytes32 role, bytes32 evidence) external;

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

    /// @notice Seconds in which reputation loses half its worth.
    /// @return Seconds
    function halfLife() external view returns (uint32);
}
