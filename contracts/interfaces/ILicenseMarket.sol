// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId} from "../types/Ids.sol";

/// @notice Which assets of its recipe an offer covers: a filter, never an authority.
enum Scope {
    Recipe,
    Lot,
    Asset,
    Licensor
}

/**
 * @notice Immutable terms of a license offer.
 * @param recipeId hash id of the recipe whose assets are licensed and whose node is paid
 * @param scope which of the recipe's assets are covered; `Licensor` is not supported yet
 * @param scopeId lot id for `Lot`, asset id for `Asset`, zero for `Recipe`
 * @param token ERC-20 in which the price is paid
 * @param price token units per license; zero only together with `free`
 * @param duration seconds a license lasts, never zero; 2^40-1 = perpetual
 * @param start first second of sale, unix time; zero sells from publication on
 * @param end first second after the sale, unix time; after `start` and after publication
 * @param usages bit set of {Usage}, never empty; `Sublicense` is not supported yet
 * @param rate ppm of a derivative recipe's sales owed to this one, frozen into every license sold; only with training
 * or derivative usages, at least the recipe's `derivativeFloor` and at most {ILicenseMarket-headroom}
 * @param referral ppm of the gross for the referrer; not supported yet, must be zero
 * @param free confirms that a price of zero is meant
 * @param title conveys the title instead of a license; not supported yet
 * @param exclusive nobody else may be licensed meanwhile; not supported yet
 * @param transferable the license may change hands; not supported yet
 * @param revocable a ruling may end the license against a refund; not supported yet
 * @param supply most licenses that may be sold; not supported yet, zero = unlimited
 * @param perPayer most licenses one payer may buy; not supported yet, zero = unlimited
 * @param seats most seats of one license; not supported yet, zero = one
 * @param refundWindow seconds in which a license may be returned; not supported yet
 * @param penalty ppm kept on a return; not supported yet
 * @param referrerRoot Merkle root of accepted referrers; not supported yet
 * @param territory ISO 3166-1 numeric code the licensee declares to keep to, zero = world-wide; a license bound to a
 * territory is always a record
 * @param legalPreset number of the standard text that applies; carried by the event only
 * @param textHash SHA-256 of the license text; carried by the event only
 * @param salt lets the same terms be published again
 */
struct OfferInput {
    bytes32 recipeId;
    Scope scope;
    uint256 scopeId;
    address token;
    uint96 price;
    uint40 duration;
    uint40 start;
    uint40 end;
    uint8 usages;
    uint24 rate;
    uint24 referral;
    bool free;
    bool title;
    bool exclusive;
    bool transferable;
    bool revocable;
    uint32 supply;
    uint32 perPayer;
    uint32 seats;
    uint32 refundWindow;
    uint24 penalty;
    bytes32 referrerRoot;
    uint16 territory;
    uint8 legalPreset;
    bytes32 textHash;
    bytes32 salt;
}

/// @notice Fields of {OfferInput} in its order; a refused one is named by its position, counted from 0.
enum OfferField {
    RecipeId,
    Scope,
    ScopeId,
    Token,
    Price,
    Duration,
    Start,
    End,
    Usages,
    Rate,
    Referral,
    Free,
    Title,
    Exclusive,
    Transferable,
    Revocable,
    Supply,
    PerPayer,
    Seats,
    RefundWindow,
    Penalty,
    ReferrerRoot,
    Territory,
    LegalPreset,
    TextHash,
    Salt
}

/**
 * @notice A published offer as stored; every other term is in {ILicenseMarket-OfferPublished}.
 * @param token ERC-20 in which the price is paid
 * @param price token units per license
 * @param recipe ordinal of the recipe, never zero
 * @param duration seconds; 2^40-1 = perpetual
 * @param start first second of sale, unix time
 * @param end first second after the sale, unix time
 * @param usages bit set of {Usage}
 * @param rate ppm of a derivative recipe's sales
 * @param referral ppm of the gross
 * @param controlEpoch epoch of the recipe's licensor at publication; the offer sells in that epoch only
 * @param scope which of the recipe's assets are covered
 * @param scopeId lot id or asset id; zero for scope Recipe
 * @param free whether a price of zero was confirmed
 * @param recorded whether each sale becomes a record instead of extending the plain license
 * @param withdrawn whether the licensor ended the sale
 * @param title whether it conveys the title
 * @param exclusive whether nobody else may be licensed meanwhile
 * @param transferable whether a license may change hands
 * @param revocable whether a ruling may end a license against a refund
 * @param supply most licenses that may be sold; zero = unlimited
 * @param sold licenses sold and not refunded; counted only where supply or payers are limited
 * @param perPayer most licenses one payer may buy; zero = unlimited
 * @param seats most seats of one license; zero = one
 * @param refundWindow seconds in which a license may be returned; zero = none
 * @param penalty ppm of the gross that the recipe keeps on a return
 * @param referrerRoot Merkle root of accepted referrers; zero = none
 * @param seller owner of the token who published the offer in its own name; zero: the licensor sells
 */
struct Offer {
    address token;
    uint96 price;
    uint32 recipe;
    uint40 duration;
    uint40 start;
    uint40 end;
    uint8 usages;
    uint24 rate;
    uint24 referral;
    uint16 controlEpoch;
    Scope scope;
    uint256 scopeId;
    bool free;
    bool recorded;
    bool withdrawn;
    bool title;
    bool exclusive;
    bool transferable;
    bool revocable;
    uint32 supply;
    uint32 sold;
    uint32 perPayer;
    uint32 seats;
    uint32 refundWindow;
    uint24 penalty;
    bytes32 referrerRoot;
    address seller;
}

/**
 * @notice What a buyer signs or sends.
 * @param offerId the offer bought from
 * @param assetId the licensed asset; whole lots (index 0xFFFFFF) are not supported yet
 * @param licensee account that may use the asset; need not be the payer
 * @param referrer account credited with the referral; zero = none, others are not supported yet
 * @param seats 0 or 1, both one seat
 * @param maxTotal most token units the payer gives
 * @param deadline last second in which the purchase is valid, unix time
 * @param salt makes otherwise equal purchases differ
 */
struct Purchase {
    bytes32 offerId;
    AssetId assetId;
    address licensee;
    address referrer;
    uint32 seats;
    uint96 maxTotal;
    uint40 deadline;
    bytes32 salt;
}

/**
 * @title ILicenseMarket
 * @notice Sells licenses under immutable offers of a recipe's licensor. The market holds no money and no
 * entitlement: {IRoyaltySplitter} collects the price, {ILicenses} keeps what was bought. It has no owner, no pause
 * and no fee.
 *
 * An offer whose usages are only personal, commercial or advertising, world-wide, sells *plain* licenses: they
 * extend one slot per (asset, account). Any other offer, and every one with training or derivative among its
 * usages, sells *records*, whose license id is the purchase id; a record never touches the slot.
 *
 * Assumption: a recipe's stack is frozen at its registration, so a rate that fits at publication fits at every sale.
 * Warning: a license names an asset by its place in a lot. Check and keep the leaf before paying: without it the
 * license cannot be shown to cover a file. Territory is declared, not enforced.
 */
interface ILicenseMarket {
    /**
     * @notice An offer was published.
     * @param offerId keccak256(abi.encode(publisher, input))
     * @param recipe ordinal of the recipe
     * @param licensor account that controls the recipe
     * @param publisher account that published the terms
     * @param input all terms as published
     */
    event OfferPublished(
        bytes32 indexed offerId,
        uint32 indexed recipe,
        address indexed licensor,
        address publisher,
        OfferInput input
    );

    /**
     * @notice An offer will sell no more; licenses sold under it stay.
     * @param offerId the offer
     */
    event OfferWithdrawn(bytes32 indexed offerId);

    /**
     * @notice A license was sold; what the recipe earned is `gross - referral`.
     * @param offerId the offer
     * @param assetId the licensed asset
     * @param licensee account that may use it
     * @param purchaseId hash of the purchase; of a record, also its license id
     * @param payer account that paid
     * @param referrer account credited with `referral`, zero if none
     * @param recipe ordinal of the recipe that earned
     * @param token ERC-20 paid in
     * @param gross token units paid
     * @param referral token units of `gross` credited to the referrer
     * @param license the licensee's plain license slot after the sale: expiries (unix seconds, 40 bits each) of
     * personal, commercial, advertising from bit 0; zero for a record
     */
    event LicensePurchased(
        bytes32 indexed offerId,
        AssetId indexed assetId,
        address indexed licensee,
        bytes32 purchaseId,
        address payer,
        address referrer,
        uint32 recipe,
        address token,
        uint256 gross,
        uint256 referral,
        uint256 license
    );

    /**
     * @notice The caller does not control the offer's recipe.
     * @param caller who called
     */
    error LicenseMarketUnauthorized(address caller);

    /**
     * @notice A term that cannot be sold yet is set.
     * @param field the term, an {OfferField}
     */
    error LicenseMarketUnsupportedTerm(uint8 field);

    /**
     * @notice Licenses of whole lots cannot be sold yet.
     * @param assetId the whole-lot id asked for
     */
    error LicenseMarketUnsupportedWholeLot(AssetId assetId);

    /**
     * @notice No recipe has this id.
     * @param recipeId the id
     */
    error LicenseMarketUnknownRecipe(bytes32 recipeId);

    /**
     * @notice The scope id does not fit the scope.
     * @param scope kind of scope
     * @param scopeId id given for it
     */
    error LicenseMarketInvalidScope(Scope scope, uint256 scopeId);

    /**
     * @notice The token is zero or has no code.
     * @param token address given
     */
    error LicenseMarketInvalidToken(address token);

    /**
     * @notice The price is zero without `free`, or not zero with it.
     * @param price token units
     * @param free the flag
     */
    error LicenseMarketInvalidPrice(uint96 price, bool free);

    /**
     * @notice A license must last: the duration is zero.
     * @param duration seconds
     */
    error LicenseMarketInvalidDuration(uint40 duration);

    /**
     * @notice The sale would end before it starts, or has ended already.
     * @param start first second of sale
     * @param end first second after the sale
     */
    error LicenseMarketInvalidPeriod(uint40 start, uint40 end);

    /**
     * @notice The usages are empty or contain unknown bits.
     * @param usages the bit set
     */
    error LicenseMarketInvalidUsages(uint8 usages);

    /**
     * @notice The rate is under the recipe's floor or above what its lineage leaves. Both bounds are zero where no
     * derivative or training right is sold.
     * @param rate ppm given
     * @param minRate least ppm
     * @param maxRate most ppm
     */
    error LicenseMarketInvalidRate(uint24 rate, uint24 minRate, uint24 maxRate);

    /**
     * @notice The same licensor published the same terms before.
     * @param offerId the existing offer, withdrawn or not
     */
    error LicenseMarketDuplicateOffer(bytes32 offerId);

    /**
     * @notice No offer has this id.
     * @param offerId the id
     */
    error LicenseMarketUnknownOffer(bytes32 offerId);

    /**
     * @notice The offer was withdrawn.
     * @param offerId the offer
     */
    error LicenseMarketWithdrawnOffer(bytes32 offerId);

    /**
     * @notice The sale has not started.
     * @param offerId the offer
     * @param start first second of sale
     */
    error LicenseMarketOfferNotStarted(bytes32 offerId, uint40 start);

    /**
     * @notice The sale is over.
     * @param offerId the offer
     * @param end first second after the sale
     */
    error LicenseMarketOfferEnded(bytes32 offerId, uint40 end);

    /**
     * @notice The recipe has changed hands since the offer was published.
     * @param offerId the offer
     * @param controlEpoch the recipe's epoch now
     * @param offerEpoch the only epoch in which the offer sells
     */
    error LicenseMarketStaleOffer(bytes32 offerId, uint16 controlEpoch, uint16 offerEpoch);

    /**
     * @notice The purchase is past its deadline.
     * @param deadline its last second
     */
    error LicenseMarketExpiredPurchase(uint40 deadline);

    /**
     * @notice Nobody would be licensed.
     * @param licensee the zero address
     */
    error LicenseMarketInvalidLicensee(address licensee);

    /**
     * @notice The offer accepts no such referrer.
     * @param offerId the offer
     * @param referrer account named
     */
    error LicenseMarketUnlistedReferrer(bytes32 offerId, address referrer);

    /**
     * @notice More seats than the offer sells.
     * @param seats number asked for
     * @param maxSeats most seats of one license
     */
    error LicenseMarketOverSeats(uint32 seats, uint32 maxSeats);

    /**
     * @notice The offer is for another lot or asset of the recipe.
     * @param offerId the offer
     * @param assetId the asset asked for
     */
    error LicenseMarketOutOfScope(bytes32 offerId, AssetId assetId);

    /**
     * @notice The asset was made under another recipe than the offer's.
     * @param assetId the asset asked for
     * @param recipe ordinal of its recipe
     * @param offerRecipe ordinal of the offer's recipe
     */
    error LicenseMarketForeignAsset(AssetId assetId, uint32 recipe, uint32 offerRecipe);

    /**
     * @notice The price is more than the buyer agreed to.
     * @param total token units asked
     * @param maxTotal most token units the buyer gives
     */
    error LicenseMarketOverMaxTotal(uint256 total, uint256 maxTotal);

    /**
     * @notice Publishes an offer. Only the recipe's licensor may; the terms can never change.
     * @param input the terms
     * @return offerId keccak256(abi.encode(caller, input))
     */
    function publishOffer(OfferInput calldata input) external returns (bytes32 offerId);

    /**
     * @notice Ends an offer for good; licenses sold under it stay. Only the recipe's licensor may.
     * @param offerId the offer
     */
    function withdrawOffer(bytes32 offerId) external;

    /**
     * @notice Buys a license; the caller pays, from its allowance to RoyaltySplitter. Anyone may buy for anyone.
     * Sending the same plain purchase twice buys twice (the expiry is extended twice); the same purchase of a record
     * is refused by {ILicenses}, since its id is taken.
     * @param purchase what to buy
     * @param settle whether to credit the recipe's parents in the same transaction
     * @return purchaseId hash of the purchase
     */
    function purchaseLicense(Purchase calldata purchase, bool settle) external returns (bytes32 purchaseId);

    /**
     * @notice Buys a license for which `payer` signed the token's EIP-3009 `ReceiveWithAuthorization` with
     * to = RoyaltySplitter, value = the offer's price, validAfter = 0, validBefore = deadline + 1 and
     * nonce = {purchaseIdOf}. Anyone may relay it: no field of the purchase can be changed, only `settle` is the
     * relayer's choice.
     * @param purchase what to buy
     * @param payer signer whose tokens pay
     * @param settle whether to credit the recipe's parents in the same transaction
     * @param signature the token's signature bytes: r, s, v, or ERC-1271 data where the token takes them
     * @return purchaseId hash of the purchase
     */
    function purchaseLicenseWithAuthorization(
        Purchase calldata purchase,
        address payer,
        bool settle,
        bytes calldata signature
    ) external returns (bytes32 purchaseId);

    /// @notice The AssetRegistry that says what may be sold.
    function assetRegistry() external view returns (address);

    /// @notice The contract that keeps what was bought.
    function licenses() external view returns (address);

    /// @notice The contract that collects every price: buyers approve it and sign payments to it.
    function royaltySplitter() external view returns (address);

    /**
     * @notice Id of a purchase on this chain and market:
     * keccak256(abi.encode(chainId, market, hashStruct(purchase))) with its low 64 bits cleared, because tokens with
     * keyed nonces count there. Known before the sale.
     * @param purchase the purchase
     * @return purchaseId nonce of the payment; of a record, also the license id
     */
    function purchaseIdOf(Purchase calldata purchase) external view returns (bytes32 purchaseId);

    /**
     * @notice Id under which `licensor` publishes, or has published, these terms.
     * @param licensor controller of the recipe
     * @param input the terms
     * @return offerId keccak256(abi.encode(licensor, input))
     */
    function offerIdOf(address licensor, OfferInput calldata input) external pure returns (bytes32 offerId);

    /**
     * @notice An offer as stored; reverts if there is none.
     * @param offerId the offer
     * @return offer its terms
     */
    function offerOf(bytes32 offerId) external view returns (Offer memory offer);

    /**
     * @notice Highest rate at which a derivative license of a recipe can still be used by a child recipe.
     * @param recipe ordinal
     * @return rate ppm
     */
    function headroom(uint32 recipe) external view returns (uint24 rate);
}
