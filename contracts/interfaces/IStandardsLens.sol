// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/**
 * @notice One line of a royalty statement, shaped as ERC-8034 has it.
 * @param recipient account to pay
 * @param royaltyAmount units of the sale's currency; basis points where no price is given
 */
struct RoyaltyInfo {
    address recipient;
    uint256 royaltyAmount;
}

/**
 * @notice A royalty statement, shaped as ERC-8034 has it.
 * @param royaltyInfos whom to pay, one line at most
 * @param referenceDepth how far up the lineage the payment reaches; 2^256-1: as far as the lineage goes
 */
struct ReferenceRoyalty {
    RoyaltyInfo[] royaltyInfos;
    uint256 referenceDepth;
}

/**
 * @title IStandardsLens
 * @notice Answers, in the words of four standards, what the protocol knows: ERC-5643 (expiring tokens), ERC-5218
 * (licenses), ERC-5521 (references between tokens) and ERC-8034 (royalties along references). It only reads, so it does
 * not announce these standards by ERC-165: what they change is done by the protocol's own contracts. It has no owner
 * and no storage.
 *
 * A license is named by its id as a number. Its token is the asset, in AssetRegistry, or a whole lot (index 0xFFFFFF).
 * References are kept between recipes, which are tokens of RoyaltySplitter (ERC-6909) by their ordinals: the references
 * of an asset are those of its recipe.
 */
interface IStandardsLens {
    /**
     * @notice No license has this id, or it is over or ended.
     * @param licenseId the id
     */
    error StandardsLensInactiveLicense(uint256 licenseId);

    /**
     * @notice The collection is not one that the question can be about.
     * @param collection the contract
     */
    error StandardsLensForeignCollection(address collection);

    /**
     * @notice No such asset was committed, or no such recipe registered.
     * @param collection AssetRegistry or RoyaltySplitter
     * @param tokenId asset id, or ordinal of a recipe
     */
    error StandardsLensUnknownToken(address collection, uint256 tokenId);

    /**
     * @notice More recipes than may be searched in one call.
     * @param span how many
     * @param maxSpan how many may be
     */
    error StandardsLensTooLong(uint256 span, uint256 maxSpan);

    /**
     * @notice ERC-5643: when a license is over; reverts if there is none.
     * @param tokenId the license
     * @return first second in which it is over, unix time; 2^40-1 = perpetual, 0 = returned or revoked
     */
    function expiresAt(uint256 tokenId) external view returns (uint64);

    /**
     * @notice ERC-5643: whether the offer under which a license was bought would extend it now; reverts if there is no
     * such license. An exclusive license sold meanwhile may still stand against it.
     * @param tokenId the license
     */
    function isRenewable(uint256 tokenId) external view returns (bool);

    /**
     * @notice ERC-5218: whether a license is in force.
     * @param licenseId the license
     */
    function isLicenseActive(uint256 licenseId) external view returns (bool);

    /**
     * @notice ERC-5218: the asset, or whole lot, that an active license covers.
     * @param licenseId the license
     */
    function getLicenseTokenId(uint256 licenseId) external view returns (uint256);

    /**
     * @notice ERC-5218: the license that an active one was granted under: always 0, there are no sublicenses.
     * @param licenseId the license
     */
    function getParentLicenseId(uint256 licenseId) external view returns (uint256);

    /**
     * @notice ERC-5218: who holds an active license.
     * @param licenseId the license
     */
    function getLicenseHolder(uint256 licenseId) external view returns (address);

    /**
     * @notice ERC-5218: an active license as a data URI, whether or not it is a token.
     * @param licenseId the license
     */
    function getLicenseURI(uint256 licenseId) external view returns (string memory);

    /**
     * @notice ERC-5218: whose ruling may end an active license against a refund.
     * @param licenseId the license
     * @return timelock of the studio that judged the asset; zero where the license is not revocable or no studio did
     */
    function getLicenseRevoker(uint256 licenseId) external view returns (address);

    /**
     * @notice ERC-5218: the license that goes with a token: always 0. Whoever owns an asset's token has the usages that
     * its recipe's terms leave to owners, and no license.
     * @param tokenId the asset
     */
    function getLicenseIdByTokenId(uint256 tokenId) external view returns (uint256);

    /**
     * @notice ERC-5521: the parents of a token's recipe.
     * @param collection AssetRegistry or RoyaltySplitter
     * @param tokenId asset id there, ordinal of a recipe here
     * @return collections RoyaltySplitter, or nothing
     * @return tokenIds ordinals of the parents, ascending
     */
    function referringOf(
        address collection,
        uint256 tokenId
    ) external view returns (address[] memory collections, uint256[][] memory tokenIds);

    /**
     * @notice ERC-5521: the children of a token's recipe among the 256 recipes registered next. The rest is found with
     * {childrenBetween}, or by any index of the events.
     * @param collection AssetRegistry or RoyaltySplitter
     * @param tokenId asset id there, ordinal of a recipe here
     * @return collections RoyaltySplitter, or nothing
     * @return tokenIds ordinals of the children, ascending
     */
    function referredOf(
        address collection,
        uint256 tokenId
    ) external view returns (address[] memory collections, uint256[][] memory tokenIds);

    /**
     * @notice ERC-5521: when an asset's lot was committed.
     * @param collection AssetRegistry; the time of a recipe is in its events only
     * @param tokenId asset id
     * @return unix seconds
     */
    function createdTimestampOf(address collection, uint256 tokenId) external view returns (uint256);

    /**
     * @notice Children of a recipe among those with ordinals `from` to `to`; later than the last one there are none.
     * @param recipe ordinal of the parent
     * @param from first ordinal searched
     * @param to last ordinal searched, at most 255 later
     * @return children their ordinals, ascending
     */
    function childrenBetween(uint32 recipe, uint32 from, uint32 to) external view returns (uint256[] memory children);

    /**
     * @notice ERC-8034: what a resale of an asset's token owes. One payment to the recipe's receiver is shared with its
     * whole lineage by RoyaltySplitter, so paying parents beside it would pay them twice.
     * @param collection AssetRegistry
     * @param tokenId asset id
     * @param salePrice price in units of any currency
     */
    function getReferenceRoyaltyInfo(
        address collection,
        uint256 tokenId,
        uint256 salePrice
    ) external view returns (ReferenceRoyalty memory royalties);

    /**
     * @notice ERC-8034: the same in basis points of the price, rounded down.
     * @param collection AssetRegistry
     * @param tokenId asset id
     */
    function getReferenceRoyaltyInfo(
        address collection,
        uint256 tokenId
    ) external view returns (ReferenceRoyalty memory royalties);
}
