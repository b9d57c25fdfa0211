// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {OfferInput} from "./ILicenseMarket.sol";

/**
 * @notice What the market keeps of an offer beside its terms.
 * @param recipe ordinal of the recipe
 * @param licensor account that controls the recipe
 * @param controlEpoch how often control of the recipe has changed hands
 * @param owned whether the publisher sells as the owner of the asset's token
 * @param scopeId scope id as stored: see {Offer}
 */
struct ReviewedOffer {
    uint32 recipe;
    address licensor;
    uint16 controlEpoch;
    bool owned;
    uint256 scopeId;
}

/**
 * @title IOfferReview
 * @notice Judges what an account wants to publish, for the market that made it. It keeps nothing and can change
 * nothing; it is a contract of its own because the market has no room for so many rules.
 */
interface IOfferReview {
    /**
     * @notice Reverts with the market's errors unless the publisher may publish these terms. Only a market may call: it
     * is asked what the publisher was allowed as an agent.
     * @param input the terms
     * @param publisher account that publishes
     * @return what the market keeps
     */
    function review(OfferInput calldata input, address publisher) external view returns (ReviewedOffer memory);
}
