// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What impact is measured in and how much of it is paid. All zero: impact is off.
struct ImpactTerms {
    address token; // ERC-20 of the ledger that counts
    uint24 share; // ppm of what may be issued without a vote, at most 250,000; zero: off
    uint32 version; // number of these terms, from 1 on
    uint32 from; // first epoch they are in force in
    uint128 unitsPerRep; // units of the token that must reach the studio for one REP
}

/// @notice What all recipes together did in one epoch.
struct ImpactEpoch {
    uint128 points; // effective units of reputation, 18 decimals: what is paid if it is within the limits
    uint24 share; // ppm of what may be issued without a vote, from the terms of the epoch
    uint128 pool; // raw units that are divided; zero until the epoch is closed
    uint48 closedAt; // seconds; when it was closed: its parts can be claimed for seven days
}

/// @notice What one recipe did in one epoch.
struct ImpactFlow {
    uint128 amount; // units of the token that reached the studio's treasury
    uint128 points; // the same in effective units of reputation, damped
}

/// @title IImpactEmission
/// @notice Reputation for income: who made a recipe that brings money to the studio's treasury earns votes with it. Off
/// in every studio until its members vote for a clone of it and then for terms.
///
/// What counts is what the ledger of RoyaltySplitter has credited to the studio's timelock as a payee of a recipe, so
/// money in escrow, refunds, referrals and what other payees get count nothing. In an epoch of seven days a recipe that
/// brought `m` units scores `x = m / unitsPerRep` REP up to one REP, and `sqrt(x)` REP above. No score is ever above
/// `m / unitsPerRep`: one REP costs at least `unitsPerRep`, given to the studio for good, however purchases, recipes
/// and accounts are arranged. Scores are paid in full as far as the share of the issuance without a vote reaches, else
/// in proportion; the recipe's other payees divide them by weight.
/// @dev Only recipes with a fixed split and no advance, of which the timelock has 10 % at least and not everything.
/// Assumption: units of the token are worth what members thought when they voted. The ledger keeps no payers, so
/// nothing is damped per payer.
interface IImpactEmission {
    /// @notice Other terms were voted for.
    /// @param version Their number
    /// @param from First epoch they are in force in
    /// @param token ERC-20 that counts
    /// @param unitsPerRep Units of the token for one REP
    /// @param share ppm of what may be issued without a vote; zero: off
    event ImpactTermsSet(uint32 indexed version, uint32 from, address indexed token, uint128 unitsPerRep, uint24 share);

    /// @notice A recipe is looked at for the first time under the present terms. What it brought before does not count.
    /// @param recipe Ordinal of the recipe
    /// @param version Number of the terms
    /// @param reached What the timelock has had from it so far, units of the token
    event ImpactMarked(uint32 indexed recipe, uint32 indexed version, uint256 reached);

    /// @notice A recipe brought money to the treasury.
    /// @param epoch Epoch it counts in
    /// @param recipe Ordinal of the recipe
    /// @param amount What came in since it was last looked at, units of the token
    /// @param points Score of the recipe in the epoch so far, effective units of reputation
    event ImpactMeasured(uint32 indexed epoch, uint32 indexed recipe, uint256 amount, uint256 points);

    /// @notice What an epoch pays is fixed.
    /// @param epoch The epoch
    /// @param points Sum of all scores, effective units of reputation
    /// @param pool What is divided, raw units
    event ImpactEpochClosed(uint32 indexed epoch, uint256 points, uint256 pool);

    /// @notice A payee got its part.
    /// @param epoch The epoch
    /// @param recipe Ordinal of the recipe
    /// @param account The payee
    /// @param raw What was minted, raw units
    event ImpactClaimed(uint32 indexed epoch, uint32 indexed recipe, address indexed account, uint256 raw);

    /// @notice The caller may not call this function, or not with this effect.
    /// @param caller Who called
    error ImpactEmissionUnauthorized(address caller);

    /// @notice No terms are in force now.
    error ImpactEmissionOff();

    /// @notice The share is above its bound.
    /// @param share ppm asked for
    /// @param max Most ppm
    error ImpactEmissionInvalidShare(uint24 share, uint24 max);

    /// @notice A token without code cannot be what counts.
    /// @param token The address that was given
    error ImpactEmissionUnknownToken(address token);

    /// @notice A unit of reputation must cost something.
    error ImpactEmissionZeroPrice();

    /// @notice The recipe's split is not a plain list of payees: its parts can change hands, or an advance comes first.
    /// @param recipe Ordinal of the recipe
    error ImpactEmissionUnsupportedSplit(uint32 recipe);

    /// @notice The studio's part of the recipe is too small, or leaves nothing to others.
    /// @param recipe Ordinal of the recipe
    /// @param weight The timelock's part, ppm
    /// @param min Least part, ppm
    error ImpactEmissionTreasuryShare(uint32 recipe, uint32 weight, uint32 min);

    /// @notice The treasury's income goes to another recipient.
    /// @param recipient Who receives it
    error ImpactEmissionForeignRecipient(address recipient);

    /// @notice The epoch can be closed later.
    /// @param epoch The epoch
    /// @param time Present time, seconds
    /// @param end When it can be closed, seconds
    error ImpactEmissionEpochOpen(uint32 epoch, uint256 time, uint256 end);

    /// @notice The epoch was closed before.
    /// @param epoch The epoch
    error ImpactEmissionEpochClosed(uint32 epoch);

    /// @notice Nothing scored in the epoch.
    /// @param epoch The epoch
    error ImpactEmissionEmptyEpoch(uint32 epoch);

    /// @notice Issuance without a vote is used up. It flows back evenly; for a week less than what is wanted is not
    /// taken.
    /// @param epoch The epoch
    /// @param available What could be reserved, raw units
    /// @param wanted What the scores want within the share, raw units
    error ImpactEmissionNoBudget(uint32 epoch, uint256 available, uint256 wanted);

    /// @notice The parts of the epoch were not claimed in time. What was set aside for them is for other claims now.
    /// @param epoch The epoch
    /// @param time Present time, seconds
    /// @param end When the time for claims was over, seconds
    error ImpactEmissionClaimExpired(uint32 epoch, uint256 time, uint256 end);

    /// @notice Nothing is due, not yet or not any more.
    /// @param recipe Ordinal of the recipe
    /// @param account Who was to be paid
    error ImpactEmissionNothingToClaim(uint32 recipe, address account);

    /// @notice Sets terms from the next epoch on. Only the studio's timelock. What came in before and was not measured
    /// does not count under them.
    /// @param token ERC-20 that counts
    /// @param unitsPerRep Units of the token for one REP
    /// @param share ppm of what may be issued without a vote, at most 250,000; zero: off, whatever the others are
    function setTerms(address token, uint128 unitsPerRep, uint24 share) external;

    /// @notice Claims the treasury's income from a recipe and counts what is new of it in the present epoch. Under new
    /// terms the first call only marks where counting begins. Anyone may call it, as often as they like: it is the sum
    /// of an epoch that is damped.
    /// @param recipe Ordinal of the recipe
    /// @return points Score of the recipe in the present epoch, effective units of reputation
    function measure(uint32 recipe) external returns (uint256 points);

    /// @notice Fixes what an epoch pays, after its end and seven days after another one was closed. Anyone may call it.
    /// Waits for up to a week until the whole pool can be reserved.
    /// @param epoch The epoch
    function closeEpoch(uint32 epoch) external;

    /// @notice Pays a payee of a recipe its part of an epoch that was closed in the last seven days: all modules pay
    /// out of one pool, and whoever came later would be paid out of what was set aside for others. Never reverts for a
    /// limit of issuance as long as anything is left; what the limit of an account cuts off is lost, so only the
    /// account itself may take less than its part.
    /// @param epoch The epoch
    /// @param recipe Ordinal of the recipe
    /// @param account The payee
    /// @return raw What was minted, raw units
    function claim(uint32 epoch, uint32 recipe, address account) external returns (uint256 raw);

    /// @notice The epoch that income counts in now.
    /// @return Epochs of seven days since the clone was created, from 0 on
    function epochNow() external view returns (uint32);

    /// @notice Terms in force in an epoch; only the present and the next one are known.
    /// @param epoch Present or next epoch
    /// @return The terms; all zero if none are in force
    function termsOf(uint32 epoch) external view returns (ImpactTerms memory);

    /// @notice What all recipes together did in an epoch.
    /// @param epoch The epoch
    /// @return Points, share, pool and when it was closed
    function epochOf(uint32 epoch) external view returns (ImpactEpoch memory);

    /// @notice What a recipe did in an epoch.
    /// @param epoch The epoch
    /// @param recipe Ordinal of the recipe
    /// @return Money and points
    function flowOf(uint32 epoch, uint32 recipe) external view returns (ImpactFlow memory);

    /// @notice Where counting goes on for a recipe.
    /// @param recipe Ordinal of the recipe
    /// @return reached What the timelock had had from it when it was last measured, units of the token
    /// @return version Number of the terms of then; zero: never
    function markOf(uint32 recipe) external view returns (uint128 reached, uint32 version);

    /// @notice What {claim} would ask for now.
    /// @param epoch The epoch
    /// @param recipe Ordinal of the recipe
    /// @param account The payee
    /// @return Raw units; zero before the epoch is closed, after the claim, and when the time for claims is over
    function claimable(uint32 epoch, uint32 recipe, address account) external view returns (uint256);
}
