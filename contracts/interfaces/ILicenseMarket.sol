// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import { AssetId } from "../types/Ids.sol";

/// @notice Which assets of the licensor an offer covers: a filter, never an authority.
enum Scope {
    Recipe,
    Lot,
    Asset,
    Licensor
}

/// @notice Immutable terms. Fields whose issue has not come must be zero ({LicenseMarketUnsupportedTerm}).
struct OfferInput {
    bytes32 recipeId;
    Scope scope;
    uint256 scopeId; // lot id or asset id; zero for scope Recipe
    address token;
    uint96 price; // token units per license
    uint40 duration; // seconds; 2^40-1 = perpetual
    uint40 start; // unix seconds
    uint40 end; // unix seconds, never 0
    uint8 usages; // bit set of Usage
    uint24 rate; // ppm, for derivative and training grants
    uint24 referral; // ppm of gross, ≤100,000
    bool free; // price 0 only with this flag
    bool title; // conveys the title instead of a license
    bool exclusive;
    bool transferable;
    bool revocable;
    uint32 supply;
    uint32 seats;
    uint32 refundWindow; // seconds
    uint24 penalty; // ppm
    bytes32 referrerRoot;
    uint16 territory;
    uint8 legalPreset;
    bytes32 textHash;
    bytes32 salt;
}

/// @notice What a buyer signs or sends.
struct Purchase {
    bytes32 offerId;
    AssetId assetId;
    address licensee;
    address referrer;
    uint32 seats;
    uint96 maxTotal; // token units
    uint40 deadline; // unix seconds, last second of validity
    bytes32 salt;
}

/// @title ILicenseMarket
interface ILicenseMarket {
    event OfferPublished(bytes32 indexed offerId, uint32 indexed recipe, address indexed licensor, OfferInput input);
    event OfferWithdrawn(bytes32 indexed offerId);
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

    function publishOffer(OfferInput calldata input) external returns (bytes32 offerId);

    function withdrawOffer(bytes32 offerId) external;

    function purchaseLicense(Purchase calldata purchase, bool settle) external returns (bytes32 purchaseId);

    function purchaseLicenseWithAuthorization(
        Purchase calldata purchase,
        address payer,
        bool settle,
        bytes calldata signature
    ) external returns (bytes32 purchaseId);

    function purchaseIdOf(Purchase calldata purchase) external view returns (bytes32);
}
