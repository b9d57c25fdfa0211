// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId} from "../types/Ids.sol";
import {AssetLeaf} from "./IAssetRegistry.sol";

/// @notice Which assets an offer covers: a filter, never an authority. `Licensor`: those of every recipe that the
/// licensor had registered when the offer was published and that never changed hands, each sale paid to its own recipe.
enum Scope {
    Recipe,
    Lot,
    Asset,
    Licensor
}

/**
 * @notice Immutable terms of a license offer.
 * @param recipeId hash id of the recipe whose assets are licensed and whose node is paid
 * @param scope which assets are covered; `Licensor` sells plain licenses only
 * @param scopeId lot id for `Lot`; asset id for `Asset`, whose index 0xFFFFFF sells the whole lot as one; else zero
 * @param token ERC-20 in which the price is paid
 * @param price token units per seat; zero only together with `free`
 * @param duration seconds a license lasts, never zero; 2^40-1 = perpetual
 * @param start first second of sale, unix time; zero sells from publication on
 * @param end first second after the sale, unix time; after `start` and after publication
 * @param usages bit set of {Usage}, empty only for a title; `Sublicense` is not supported yet
 * @param rate ppm of a derivative recipe's sales owed to this one, frozen into every license sold; only with training
 * or derivative usages, at least the recipe's `derivativeFloor` and at most {ILicenseMarket-headroom}
 * @param referral ppm of the gross for the referrer, at most 100,000; needs `referrerRoot`
 * @param free confirms that a price of zero is meant
 * @param title conveys the token of one asset, minted if it is not yet; a plain license of `usages` comes with it;
 * the supply is one, so that it is sold once even if the licensor buys the token back
 * @param exclusive nobody else may be licensed meanwhile; one asset only, whose leaf every purchase proves
 * @param transferable the license may change hands
 * @param revocable the timelock that committed the lot may end the license against a refund
 * @param supply most licenses that may be sold, refunded ones not counted; zero = unlimited
 * @param perPayer most licenses of one payer, refunded ones not counted; needed with a supply; zero = unlimited
 * @param seats most seats of one license; zero = one
 * @param refundWindow seconds in which a license may be returned, one hour to 30 days and at most `duration`; zero =
 * never
 * @param penalty ppm of the gross that the recipe keeps on a return, 50,000 to 500,000; zero without a window
 * @param referrerRoot root of an OpenZeppelin standard tree over (address); of one referrer, its leaf
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
 * @param scopeId lot id or asset id; for `Licensor`, `licensor << 32 | ordinal` of the last recipe covered; else zero
 * @param free whether a price of zero was confirmed
 * @param recorded whether each sale becomes a record instead of extending the plain license
 * @param withdrawn whether the licensor ended the sale
 * @param title whether it conveys the title
 * @param exclusive whether nobody else may be licensed meanwhile
 * @param transferable whether a license may change hands
 * @param revocable whether a ruling may end a license against a refund
 * @param supply most licenses that may be sold; zero = unlimited
 * @param sold licenses sold and not refunded; counted only where the supply is limited
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
 * @notice What a sale needs to see beside the purchase; empty parts where it needs nothing.
 * @param leaf the asset's leaf, for a title or an exclusive license
 * @param proof its positional Merkle proof
 * @param referrerProof proof of the referrer in the offer's list; empty if it is the only one
 */
struct Evidence {
    AssetLeaf leaf;
    bytes32[] proof;
    bytes32[] referrerProof;
}

/// @notice How the price reaches RoyaltySplitter.
enum PaymentMethod {
    Allowance,
    Permit,
    Authorization,
    Permit2
}

/**
 * @notice Who pays and with what consent.
 * @param method `Allowance`, `Permit`: the caller pays; `Authorization`, `Permit2`: the signer pays, anyone relays
 * @param payer the signer; the caller or zero where the caller pays
 * @param data `Allowance`: ignored; `Permit`: abi.encode(uint256 value, uint256 deadline, uint8 v, bytes32 r,
 * bytes32 s); `Authorization`, `Permit2`: the signature
 */
struct Payment {
    PaymentMethod method;
    address payer;
    bytes data;
}

/**
 * @notice A purchase with all it may need.
 * @param purchase what to buy
 * @param evidence proofs of the asset and of the referrer
 * @param payment who pays and how
 * @param settle whether to credit the recipe's parents in the same transaction; nothing while it may be refunded
 */
struct Order {
    Purchase purchase;
    Evidence evidence;
    Payment payment;
    bool settle;
}

/**
 * @notice What a licensor lets an agent publish for one recipe. Never free, a title, exclusive, for the whole licensor
 * or a whole lot, or with a referral, whatever this says.
 * @param until first second in which the agency is over, unix time; also the latest end of its offers; zero: none
 * @param minRate ppm, least rate of its derivative and training offers
 * @param usages bit set of {Usage} that it may sell
 * @param token the only ERC-20 it may sell in
 * @param minPrice token units, least price of a seat
 */
struct Agency {
    uint40 until;
    uint24 minRate;
    uint8 usages;
    address token;
    uint96 minPrice;
}

/**
 * @notice A sale that may still be undone.
 * @param payer who gets the refund
 * @param refundableUntil first second in which the window is over, unix time
 * @param referrer who gets the referral once the sale is final
 */
struct Escrow {
    address payer;
    uint40 refundableUntil;
    address referrer;
}

/**
 * @notice What a buyer signs or sends.
 * @param offerId the offer bought from
 * @param assetId the licensed asset; index 0xFFFFFF = the whole lot, only from an offer for just that
 * @param licensee account that may use the asset, or gets the title; need not be the payer
 * @param referrer account credited with the referral, on the offer's list; neither payer nor licensee; zero = none
 * @param seats number of seats bought; 0 and 1 are both one
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
 * An offer of nothing but personal, commercial or advertising use sells *plain* licenses: they extend one slot per
 * (asset, account). A territory, more seats than one, exclusive, transferable, revocable, a refund window, training and
 * derivative use make *records*, whose license id is the purchase id; a record never touches the slot. A *title* is
 * neither: it is the asset's token.
 *
 * The recipe's licensor publishes; so may its agents, within bounds, and the owner of an asset's token, who sells plain
 * licenses of that asset for the recipe's `ownerUsages` and keeps what its lineage leaves.
 *
 * A price that may be refunded waits in a pot of RoyaltySplitter under the license id and is booked when the sale is
 * final: nobody earns before.
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
     * @notice A license or title was sold, or a license renewed. What the recipe earned is `gross - referral`; of a
     * license that may be refunded, only with {LicenseFinalized}.
     * @param offerId the offer
     * @param assetId the licensed asset
     * @param licensee account that may use it
     * @param purchaseId hash of the purchase; of a record, also its license id; of a renewal, the license id
     * @param payer account that paid
     * @param referrer account credited with `referral`, zero if none
     * @param recipe ordinal of the recipe that earned
     * @param token ERC-20 paid in
     * @param gross token units paid
     * @param referral token units of `gross` credited to the referrer
     * @param license the licensee's plain license slot after the sale: expiries (unix seconds, 40 bits each) of
     * personal, commercial, advertising from bit 0; zero for a record, and for a title that brings no usage
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
     * @notice A licensor gave an agent bounds within which it may publish, or ended its agency.
     * @param recipe ordinal of the recipe
     * @param agent the agent
     * @param agency the bounds; `until` zero: none
     */
    event AgentAppointed(uint32 indexed recipe, address indexed agent, Agency agency);

    /**
     * @notice An order of a batch failed and was left out.
     * @param position place of the order in the batch, from 0
     * @param offerId offer it would have bought from
     * @param assetId asset it would have licensed
     * @param reason revert data, at most its first 512 bytes
     */
    event PurchaseSkipped(uint256 indexed position, bytes32 indexed offerId, AssetId indexed assetId, bytes reason);

    /**
     * @notice A license was returned within its window.
     * @param licenseId the record
     * @param offerId offer it was bought under
     * @param payer account credited with `refund`
     * @param token ERC-20 paid in
     * @param refund token units credited to the payer
     * @param penalty token units that the recipe keeps
     */
    event LicenseRefunded(
        bytes32 indexed licenseId,
        bytes32 indexed offerId,
        address indexed payer,
        address token,
        uint256 refund,
        uint256 penalty
    );

    /**
     * @notice A license can no longer be returned: the recipe earned its price.
     * @param licenseId the record
     * @param offerId offer it was bought under
     * @param referrer account credited with `referral`, zero if none
     * @param recipe ordinal of the recipe that earned
     * @param token ERC-20 paid in
     * @param net token units that the recipe earned
     * @param referral token units credited to the referrer
     */
    event LicenseFinalized(
        bytes32 indexed licenseId,
        bytes32 indexed offerId,
        address indexed referrer,
        uint32 recipe,
        address token,
        uint256 net,
        uint256 referral
    );

    /**
     * @notice A ruling ended a license.
     * @param licenseId the record
     * @param ruler timelock that ruled
     * @param holder account that held it
     * @param token ERC-20 of the refund
     * @param refund token units credited: to the holder out of the ruler's allowance, or, where the license could still
     * be returned, all of the price to its payer
     */
    event LicenseRevoked(
        bytes32 indexed licenseId,
        address indexed ruler,
        address indexed holder,
        address token,
        uint256 refund
    );

    /**
     * @notice The caller may not do this to the recipe, offer or license.
     * @param caller who called
     */
    error LicenseMarketUnauthorized(address caller);

    /**
     * @notice A term that cannot be sold yet is set.
     * @param field the term, an {OfferField}
     */
    error LicenseMarketUnsupportedTerm(uint8 field);

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
     * @notice More for the referrer than there may be: nothing without a list. Or a list without anything for it.
     * @param referral ppm given
     * @param maxReferral most ppm
     */
    error LicenseMarketInvalidReferral(uint24 referral, uint24 maxReferral);

    /**
     * @notice A supply without a limit per payer, or with one above it.
     * @param supply most licenses
     * @param perPayer most licenses of one payer
     */
    error LicenseMarketInvalidLimits(uint32 supply, uint32 perPayer);

    /**
     * @notice The window is out of bounds, or nothing is paid that could be refunded, or the penalty does not go with
     * it.
     * @param refundWindow seconds
     * @param penalty ppm of the gross
     */
    error LicenseMarketInvalidRefund(uint32 refundWindow, uint24 penalty);

    /**
     * @notice A title is of one asset, in a supply of one, for plain use if any, and has nothing that only a record
     * could keep.
     * @param recipeId recipe of the offer
     */
    error LicenseMarketInvalidTitle(bytes32 recipeId);

    /**
     * @notice An exclusive license is of one asset.
     * @param recipeId recipe of the offer
     */
    error LicenseMarketInvalidExclusive(bytes32 recipeId);

    /**
     * @notice A token's owner, and an offer for everything of a licensor, sell plain licenses only.
     * @param recipeId recipe of the offer
     */
    error LicenseMarketNotPlain(bytes32 recipeId);

    /**
     * @notice The token's owner may not sell these usages.
     * @param usages bit set offered
     * @param ownerUsages bit set that the recipe leaves to owners
     */
    error LicenseMarketOwnerUsages(uint8 usages, uint8 ownerUsages);

    /**
     * @notice The agent may not offer this.
     * @param agent the agent
     * @param field the term, an {OfferField}
     */
    error LicenseMarketOverAgency(address agent, uint8 field);

    /**
     * @notice The same account published the same terms before.
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
     * @notice The sale needs the asset's leaf, and this leaf and proof are not it.
     * @param assetId the asset
     */
    error LicenseMarketInvalidProof(AssetId assetId);

    /**
     * @notice Every license that the offer may sell is sold.
     * @param offerId the offer
     * @param supply most licenses
     */
    error LicenseMarketSoldOut(bytes32 offerId, uint32 supply);

    /**
     * @notice The payer has bought as many licenses as the offer sells to one.
     * @param offerId the offer
     * @param payer who pays
     * @param perPayer most licenses of one payer
     */
    error LicenseMarketOverPayerLimit(bytes32 offerId, address payer, uint32 perPayer);

    /**
     * @notice The owner who published the offer does not own the token any more.
     * @param offerId the offer
     * @param seller who published
     * @param owner who owns the token
     */
    error LicenseMarketForeignSeller(bytes32 offerId, address seller, address owner);

    /**
     * @notice Somebody other than the caller would pay without having signed: by allowance or permit, or nothing at
     * all.
     * @param payer who is named
     * @param caller who called
     */
    error LicenseMarketInvalidPayer(address payer, address caller);

    /**
     * @notice More orders than one batch may hold.
     * @param orders number of orders
     * @param maxOrders most orders
     */
    error LicenseMarketTooManyOrders(uint256 orders, uint256 maxOrders);

    /**
     * @notice The license cannot be returned: it never could, was closed already, was used, or changed hands.
     * @param licenseId the record
     */
    error LicenseMarketNotRefundable(bytes32 licenseId);

    /**
     * @notice The window of the refund is over.
     * @param licenseId the record
     * @param refundableUntil first second in which it was over, unix time
     */
    error LicenseMarketRefundOver(bytes32 licenseId, uint40 refundableUntil);

    /**
     * @notice The license may still be returned.
     * @param licenseId the record
     * @param refundableUntil first second in which its window is over, unix time
     */
    error LicenseMarketRefundOpen(bytes32 licenseId, uint40 refundableUntil);

    /**
     * @notice The license was not sold as revocable, or is over.
     * @param licenseId the record
     */
    error LicenseMarketNotRevocable(bytes32 licenseId);

    /**
     * @notice The license never ends, or its sale is not final yet.
     * @param licenseId the record
     */
    error LicenseMarketNotRenewable(bytes32 licenseId);

    /**
     * @notice The offer is for another lot or asset, or not for whole lots.
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
     * @notice Publishes an offer; the terms can never change. The recipe's licensor may; an agent may within the bounds
     * it was given; the owner of a minted asset may sell plain licenses of it for the recipe's `ownerUsages`, and such
     * an offer sells only while it owns the token.
     * @param input the terms
     * @return offerId keccak256(abi.encode(caller, input))
     */
    function publishOffer(OfferInput calldata input) external returns (bytes32 offerId);

    /**
     * @notice Ends an offer for good; licenses sold under it stay. Only the recipe's licensor may; of an owner's offer,
     * the owner who published it; of one for all recipes of a licensor, that licensor.
     * @param offerId the offer
     */
    function withdrawOffer(bytes32 offerId) external;

    /**
     * @notice Lets an agent publish offers for a recipe, replaces its bounds, or ends its agency (`until` zero). Offers
     * that it published stay. Only the recipe's licensor may; a new licensor starts without agents.
     * @param recipeId the recipe
     * @param agent the agent
     * @param agency its bounds
     */
    function appointAgent(bytes32 recipeId, address agent, Agency calldata agency) external;

    /**
     * @notice Buys a license; the caller pays, from its allowance to RoyaltySplitter. Anyone may buy for anyone.
     * Sending the same plain purchase twice buys twice (the expiry is extended twice); the same purchase of a record
     * is refused by {ILicenses}, since its id is taken. Titles and exclusive licenses need {purchaseOrder}.
     * @param purchase what to buy
     * @param settle whether to credit the recipe's parents in the same transaction
     * @return purchaseId hash of the purchase
     */
    function purchaseLicense(Purchase calldata purchase, bool settle) external returns (bytes32 purchaseId);

    /**
     * @notice Buys a license for which `payer` signed the token's EIP-3009 `ReceiveWithAuthorization` with
     * to = RoyaltySplitter, value = the price of all seats, validAfter = 0, validBefore = deadline + 1 and
     * nonce = {purchaseIdOf}. Anyone may relay it: no field of the purchase can be changed, only `settle` is the
     * relayer's choice. What is free only the payer itself may buy: nobody else's signature is checked by more than the
     * offer's token.
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

    /**
     * @notice Buys whatever an offer sells. A permit that fails is ignored, because anyone may have used it up before:
     * then the allowance decides. By Permit2 the payer signs `PermitWitnessTransferFrom` with the purchase as witness,
     * spender = RoyaltySplitter, the price of all seats, nonce = {purchaseIdOf} and the purchase's deadline.
     * @param order what to buy, and how
     * @return purchaseId hash of the purchase
     */
    function purchaseOrder(Order calldata order) external returns (bytes32 purchaseId);

    /**
     * @notice Fills up to 16 orders.
     * @param orders what to buy
     * @param skipFailures whether an order that fails is left out, with {PurchaseSkipped}; else all is undone
     * @return purchaseIds hashes of the purchases; zero where one was left out
     */
    function purchaseBatch(Order[] calldata orders, bool skipFailures) external returns (bytes32[] memory purchaseIds);

    /**
     * @notice One order of a batch, undone alone if it fails. Only this contract may call it.
     * @param order what to buy
     * @param caller who called {purchaseBatch}
     * @return purchaseId hash of the purchase
     */
    function fillOrder(Order calldata order, address caller) external returns (bytes32 purchaseId);

    /**
     * @notice Adds the offer's duration to a record, counted from now where it is over. The caller pays the offer's
     * price for all seats, from its allowance to RoyaltySplitter; the offer must still be open and the asset for sale.
     * Not refundable. Anyone may renew anyone's.
     * @param licenseId the record
     * @param maxTotal most token units the caller gives
     * @param deadline last second in which the call is valid, unix time
     * @param settle whether to credit the recipe's parents in the same transaction
     * @return expiry first second in which the license is over, unix time
     */
    function renewLicense(
        bytes32 licenseId,
        uint96 maxTotal,
        uint40 deadline,
        bool settle
    ) external returns (uint40 expiry);

    /**
     * @notice Returns a license within its window; only if it was never used for a recipe and never changed hands. The
     * price without the penalty becomes a credit of the payer in RoyaltySplitter. Its payer or holder may.
     * @param licenseId the record
     */
    function refundLicense(bytes32 licenseId) external;

    /**
     * @notice Books the price of a license that can no longer be returned, and pays the referral. Anyone may.
     * @param licenseId the record
     * @param settle whether to credit the recipe's parents in the same transaction
     */
    function finalizeLicense(bytes32 licenseId, bool settle) external;

    /**
     * @notice Ends a revocable license by ruling, and refunds it in the same call. Only the timelock whose gate
     * committed the lot may; where there is none, nobody. If the license may still be returned, all of the price goes
     * back to its payer; else the caller pays {revocationRefundOf} to the holder, from its allowance to
     * RoyaltySplitter: no money, no revocation.
     * @param licenseId the record
     * @param maxRefund most token units the caller gives
     */
    function revokeLicense(bytes32 licenseId, uint96 maxRefund) external;

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
     * @notice Id under which `publisher` publishes, or has published, these terms.
     * @param publisher account that calls {publishOffer}
     * @param input the terms
     * @return offerId keccak256(abi.encode(publisher, input))
     */
    function offerIdOf(address publisher, OfferInput calldata input) external pure returns (bytes32 offerId);

    /**
     * @notice What an agent may publish for a recipe under its present licensor; all zero if nothing.
     * @param recipe ordinal
     * @param agent the agent
     * @return agency its bounds
     */
    function agencyOf(uint32 recipe, address agent) external view returns (Agency memory agency);

    /**
     * @notice Licenses that a payer bought under an offer and did not return; counted only where payers are limited.
     * @param offerId the offer
     * @param payer the payer
     * @return count number of licenses
     */
    function boughtBy(bytes32 offerId, address payer) external view returns (uint32 count);

    /**
     * @notice The sale of a license that is not final yet; all zero once it is, and where it always was.
     * @param licenseId the record
     * @return escrow who gets what back until when
     */
    function escrowOf(bytes32 licenseId) external view returns (Escrow memory escrow);

    /**
     * @notice What a ruling would take from its timelock to revoke a license now: the part of the price for the time
     * left, rounded up; of a perpetual license, on a straight line over five years from the purchase; nothing while it
     * can be returned.
     * @param licenseId the record
     * @return token ERC-20 it was paid in
     * @return amount token units
     */
    function revocationRefundOf(bytes32 licenseId) external view returns (address token, uint256 amount);

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
