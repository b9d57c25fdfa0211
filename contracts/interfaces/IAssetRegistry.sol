// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId, LotId} from "../types/Ids.sol";
import {Payee, SplitOptions} from "./IRoyaltySplitter.sol";

/// @notice What a recipe makes. A lot takes its recipe's kind.
enum Kind {
    Work,
    Model,
    Dataset,
    Style,
    TrainingInput
}

/// @notice Verdict on a lot. *Expired* is a view of time, never a stored state.
enum LotStatus {
    None,
    Pending,
    Accepted,
    Rejected,
    Suspended
}

/// @notice How a verdict came about. Independent lots are `SelfPublished`; a gate judges by the last two.
enum VerdictClass {
    None,
    SelfPublished,
    SelfCertified,
    Panel
}

/**
 * @notice One parent of a new recipe.
 * @param asset a committed asset of the parent recipe; index 0xFFFFFF: a whole lot of it, such as all inputs of a
 * dataset
 * @param licenseId record in {ILicenses} that allows the use; zero: own parent (same licensor)
 * @param rate ppm of the child's sales, declared for an own parent; zero for a licensed one, whose rate was bought
 */
struct Parent {
    AssetId asset;
    bytes32 licenseId;
    uint24 rate;
}

/**
 * @notice What the licensor asks of those who build on the recipe, and leaves to those who own its tokens.
 * @param derivativeFloor ppm, least rate of a derivative or training license and of the licensor's own children
 * @param ownerUsages bit set of usages that a token's owner may sell: none but personal, commercial and advertising
 * @param secondaryRate ppm of resales of its tokens (ERC-2981), at most 100,000; paid by whoever honors it
 */
struct Terms {
    uint24 derivativeFloor;
    uint8 ownerUsages;
    uint24 secondaryRate;
}

/**
 * @notice A recipe to register.
 * @param licensor account that controls the recipe and its assets; for a studio its timelock
 * @param kind what the recipe makes
 * @param commitment positional root over the salted fields of the recipe; zero: nothing is committed
 * @param metadata SHA-256 digest of a CIDv1 raw block; not part of the recipe id, but part of the consent
 * @param parents at most 16, strictly ascending by asset
 * @param split at most 64, strictly ascending by account; weights add up to 1,000,000; none for a Merkle split
 * @param options kind of the split, and an advance that is repaid first
 * @param terms what the licensor asks of derivatives
 */
struct RecipeInput {
    address licensor;
    Kind kind;
    bytes32 commitment;
    bytes32 metadata;
    Parent[] parents;
    Payee[] split;
    SplitOptions options;
    Terms terms;
}

/**
 * @notice A lot to commit; its producer is the caller.
 * @param recipeId the recipe it was made by
 * @param nonce any number the producer has not used; fixes the lot id
 * @param root positional Merkle root over the leaves, whose leaf `i` is {IAssetRegistry-hashLeaf} of index `i`
 * @param count number of assets, 1…65,536
 * @param gate Curation clone that judges the lot; zero: independent
 * @param manifest SHA-256 digest of the lot manifest
 */
struct LotInput {
    bytes32 recipeId;
    uint64 nonce;
    bytes32 root;
    uint32 count;
    address gate;
    bytes32 manifest;
}

/**
 * @notice The seven fields of a leaf that do not follow from its place; lot id and index are hashed from the asset id.
 * A field that is absent is zero.
 * @param contentHash SHA-256 of the plain bytes
 * @param c2paHash SHA-256 of the C2PA manifest
 * @param recipeCommitment commitment of the recipe the asset was made by
 * @param createdAt unix seconds
 * @param perceptualHash perceptual hash of the content
 * @param machineScore the producer's own score, ppm
 * @param reportHash SHA-256 of the compliance report
 */
struct AssetLeaf {
    bytes32 contentHash;
    bytes32 c2paHash;
    bytes32 recipeCommitment;
    uint64 createdAt;
    bytes32 perceptualHash;
    uint32 machineScore;
    bytes32 reportHash;
}

/**
 * @notice A registered recipe as stored.
 * @param licensor account that controls it
 * @param ordinal 1, 2, … in registration order, which is a topological order of the lineage; zero: unknown
 * @param validUntil earliest expiry of its licenses, unix seconds; from then on no new lots; 2^40-1 = never
 * @param kind what it makes
 * @param flags bit 0: terms are set; the rest is reserved
 */
struct Recipe {
    address licensor;
    uint32 ordinal;
    uint40 validUntil;
    Kind kind;
    uint16 flags;
}

/**
 * @notice A committed lot.
 * @param root positional Merkle root over its leaves; zero: unknown lot
 * @param recipe ordinal of its recipe
 * @param gate ordinal of its gate; zero: independent
 * @param committedAt unix seconds
 * @param releasableAt unix seconds from which an accepted lot is releasable
 * @param count number of assets
 * @param status newest verdict
 * @param class how the verdict came about
 * @param blocked whether any word of the blocked mask is set
 * @param superseded whether a corrected lot took its place: nothing of it is sold or minted any more
 * @param frozen whether a ruling ever stopped sales of it or of one of its assets: {IAssetRegistry-frozenUntil}
 */
struct Lot {
    bytes32 root;
    uint32 recipe;
    uint32 gate;
    uint40 committedAt;
    uint40 releasableAt;
    uint32 count;
    LotStatus status;
    VerdictClass class;
    bool blocked;
    bool superseded;
    bool frozen;
}

/**
 * @title IAssetRegistry
 * @notice Who made what, how, and whether it may be released: recipes (the unit of royalties), lots (the unit of
 * commitment and curation) and assets (leaves of lots, the unit of licensing). An asset needs no storage until it is
 * minted as an ERC-721 token whose id is its asset id.
 *
 * One licensor controls a recipe and all its assets, before and after minting; owning a token gives no right to sell
 * licenses. A lot of a studio is judged by its *gate*, a Curation contract recorded here once; the gate pushes its
 * verdict, so a sale never asks it, and it can write nothing but the verdicts of its own lots. An *independent* lot has
 * no gate: only the recipe's licensor commits it, or whom the licensor granted just that, and it is releasable at once.
 *
 * Control of a recipe changes hands in two steps. Rulings on an asset are for the studio whose gate judges its lot:
 * they stop new sales for a time and touch nothing that was sold. Nobody rules an independent lot.
 *
 * There is no owner, no pause and no fee. The same content may be committed again, by anybody: the earliest commit
 * proves only that its content was known then. Contents are named by hashes; whoever buys should hold the leaf.
 */
interface IAssetRegistry {
    /**
     * @notice A gate was bound to a studio for good.
     * @param gate the Curation contract
     * @param timelock identity of the studio it judges for
     * @param studio the studio's directory
     * @param ordinal number of the gate in lots, from 1
     */
    event GateRecorded(address indexed gate, address indexed timelock, address indexed studio, uint32 ordinal);

    /**
     * @notice A recipe was registered with its licensor's consent. Its edges and weights are in
     * {IRoyaltySplitter-NodeOpened}.
     * @param recipeId EIP-712 struct hash of the recipe, without `metadata`
     * @param recipe ordinal
     * @param licensor account that controls it
     * @param kind what it makes
     * @param commitment positional root over its salted fields
     * @param metadata SHA-256 digest of a CIDv1 raw block
     * @param validUntil earliest expiry of its licenses, unix seconds; 2^40-1 = never
     * @param parents the parents as declared
     * @param terms what the licensor asks of derivatives
     */
    event RecipeRegistered(
        bytes32 indexed recipeId,
        uint32 indexed recipe,
        address indexed licensor,
        Kind kind,
        bytes32 commitment,
        bytes32 metadata,
        uint40 validUntil,
        Parent[] parents,
        Terms terms
    );

    /**
     * @notice A lot was committed. With a gate it is `Pending` until {VerdictSet}; without one it is `Accepted`,
     * `SelfPublished` and releasable from this block on.
     * @param lotId `producer << 64 | nonce`
     * @param recipe ordinal of its recipe
     * @param gate the Curation contract that judges it; zero: independent
     * @param producer who committed it
     * @param root positional Merkle root over its leaves
     * @param count number of assets
     * @param manifest SHA-256 digest of the lot manifest
     */
    event LotCommitted(
        LotId indexed lotId,
        uint32 indexed recipe,
        address indexed gate,
        address producer,
        bytes32 root,
        uint32 count,
        bytes32 manifest
    );

    /**
     * @notice The lot's gate set its verdict; it replaces any earlier one.
     * @param lotId the lot
     * @param status Accepted, Rejected or Suspended
     * @param class how the verdict came about
     * @param releasableAt unix seconds from which an accepted lot is releasable
     */
    event VerdictSet(LotId indexed lotId, LotStatus status, VerdictClass class, uint40 releasableAt);

    /**
     * @notice The lot's gate set one word of the blocked mask; it replaces the whole word.
     * @param lotId the lot
     * @param word index of the word: bit `b` stands for the asset at `256 * word + b`
     * @param mask blocked assets of the word
     */
    event BlockedSet(LotId indexed lotId, uint16 word, uint256 mask);

    /**
     * @notice An asset became an ERC-721 token of its recipe's licensor.
     * @param assetId asset and token id
     * @param to the licensor
     * @param contentHash SHA-256 of the plain bytes
     * @param leafHash hash of the leaf that was proved
     */
    event AssetMinted(AssetId indexed assetId, address indexed to, bytes32 contentHash, bytes32 leafHash);

    /**
     * @notice A recipe may make new lots for longer.
     * @param recipe ordinal
     * @param validUntil earliest expiry of its licenses now, unix seconds; 2^40-1 = never
     * @param licenseIds the license used for each parent, in the order of registration; zero: own parent
     */
    event RecipeRenewed(uint32 indexed recipe, uint40 validUntil, bytes32[] licenseIds);

    /**
     * @notice A recipe makes no more lots until it is renewed: a license it was registered or renewed with was revoked.
     * @param recipe ordinal
     * @param validUntil time of the revocation, unix seconds
     */
    event RecipeStopped(uint32 indexed recipe, uint40 validUntil);

    /**
     * @notice A licensor let somebody commit lots under its recipe, or ended that.
     * @param recipe ordinal
     * @param user timelock whose gates may commit; with `independent` also an account that commits lots without a gate
     * @param until unix seconds from which it may no more
     * @param independent whether `user` itself may commit independent lots
     */
    event RecipeUseGranted(uint32 indexed recipe, address indexed user, uint40 until, bool independent);

    /**
     * @notice A licensor offered control of its recipe, or took the offer back.
     * @param recipe ordinal
     * @param licensor who controls it
     * @param to who may accept; zero: nobody
     */
    event ControlOffered(uint32 indexed recipe, address indexed licensor, address indexed to);

    /**
     * @notice Control of a recipe changed hands. Offers, agents and uses of before are over.
     * @param recipe ordinal
     * @param from former licensor
     * @param to new licensor
     * @param controlEpoch how often control has changed hands
     */
    event ControlTransferred(uint32 indexed recipe, address indexed from, address indexed to, uint16 controlEpoch);

    /**
     * @notice A token of another collection became an asset; its lot was announced by {LotCommitted}.
     * @param assetId index 0 of its lot
     * @param collection ERC-721 contract on this chain
     * @param tokenId token of the collection
     */
    event ExternalRegistered(AssetId indexed assetId, address indexed collection, uint256 indexed tokenId);

    /**
     * @notice A ruling stopped new sales of an asset or a whole lot, or let them go on.
     * @param assetId the asset; index 0xFFFFFF: the whole lot
     * @param ruler board or timelock of the studio whose gate judges the lot
     * @param until unix seconds until which nothing is sold; zero: the freeze was lifted
     */
    event AssetFrozen(AssetId indexed assetId, address indexed ruler, uint40 until);

    /**
     * @notice A ruling stopped new lots of a recipe, or let them go on.
     * @param recipeId the recipe
     * @param ruler board or timelock of the studio that licenses the recipe; of a suspension that was over, anybody
     * @param until unix seconds until which no new lots are committed, and until somebody resumes the recipe; zero: it
     * was resumed
     */
    event RecipeSuspended(bytes32 indexed recipeId, address indexed ruler, uint40 until);

    /**
     * @notice A corrected lot took the place of another one: nothing of that is sold or minted any more.
     * @param lotId the lot that was corrected
     * @param successor the lot whose asset `i` takes the place of its asset `i`
     * @param licensor who controls both
     */
    event LotSuperseded(LotId indexed lotId, LotId indexed successor, address indexed licensor);

    /**
     * @notice A lot's leaves are described by another file from now on. Neither root nor leaves have changed.
     * @param lotId the lot
     * @param by licensor of its recipe, or a registrar of that studio
     * @param manifest SHA-256 digest of the lot manifest
     */
    event ManifestSuperseded(LotId indexed lotId, address indexed by, bytes32 manifest);

    /// @notice `caller` has no right to do this.
    error AssetRegistryUnauthorized(address caller);

    /// @notice The timelock is recorded already; its studio never changes.
    error AssetRegistryDuplicateTimelock(address timelock);

    /// @notice The gate is recorded already; whom it judges for never changes.
    error AssetRegistryDuplicateGate(address gate);

    /// @notice `studio` does not answer that `timelock` is its own.
    error AssetRegistryUnconfirmedTimelock(address timelock, address studio);

    /// @notice `gate` does not answer that it belongs to `studio`.
    error AssetRegistryUnconfirmedGate(address gate, address studio);

    /// @notice The gate is not recorded.
    error AssetRegistryUnknownGate(address gate);

    /// @notice The gate judges for `timelock`, the recipe belongs to `licensor`.
    error AssetRegistryForeignGate(address gate, address timelock, address licensor);

    /// @notice The recipe is registered already.
    error AssetRegistryDuplicateRecipe(bytes32 recipeId);

    /// @notice No recipe has this id.
    error AssetRegistryUnknownRecipe(bytes32 recipeId);

    /// @notice The consent was valid until `deadline`, unix seconds.
    error AssetRegistryExpiredConsent(uint256 deadline);

    /// @notice The signature is not `licensor`'s consent to this recipe, metadata and deadline.
    error AssetRegistryInvalidConsent(bytes32 recipeId, address licensor);

    /// @notice No child could pay a floor above the cap; both ppm.
    error AssetRegistryOverFloorCap(uint24 floor, uint24 cap);

    /// @notice A token's owner may be allowed to sell personal, commercial and advertising use, and nothing else.
    error AssetRegistryInvalidOwnerUsages(uint8 ownerUsages);

    /// @notice More than a recipe may ask of resales; both ppm.
    error AssetRegistryOverSecondaryCap(uint24 secondaryRate, uint24 maxRate);

    /// @notice More parents than a recipe may have.
    error AssetRegistryTooManyParents(uint256 parents, uint256 maxParents);

    /// @notice Parents must ascend strictly by asset.
    error AssetRegistryUnsortedParents(AssetId asset, AssetId previous);

    /// @notice A licensed parent declares a rate (ppm), but its license fixes the rate.
    error AssetRegistryUnexpectedRate(AssetId asset, uint24 rate);

    /// @notice No committed lot has this asset.
    error AssetRegistryUnknownAsset(AssetId assetId);

    /// @notice A renewal needs one license id for each parent.
    error AssetRegistryLengthMismatch(uint256 found, uint256 expected);

    /// @notice A renewal names a license for an own parent, which needs none.
    error AssetRegistryUnexpectedLicense(AssetId asset, bytes32 licenseId);

    /// @notice The license asks `rate` (ppm) for the parent recipe, but its edge pays `edgeRate` for ever.
    error AssetRegistryRateMismatch(uint32 parent, uint24 rate, uint24 edgeRate);

    /// @notice The licenses end no later than those of before (unix seconds); they would be spent for nothing.
    error AssetRegistryNotLater(bytes32 recipeId, uint40 validUntil, uint40 current);

    /// @notice Nobody offered control of the recipe to `account`.
    error AssetRegistryNoOffer(bytes32 recipeId, address account);

    /// @notice The zero address, the protocol's own contracts and the gates of studios can never withdraw.
    error AssetRegistryInvalidPayee(address account);

    /// @notice The payee would earn nothing.
    error AssetRegistryZeroWeight(address account);

    /// @notice The producer has used this nonce.
    error AssetRegistryDuplicateLot(LotId lotId);

    /// @notice No lot has this id.
    error AssetRegistryUnknownLot(LotId lotId);

    /// @notice The root is zero.
    error AssetRegistryInvalidRoot(LotId lotId);

    /// @notice The lot is empty or too large.
    error AssetRegistryInvalidCount(LotId lotId, uint32 count, uint32 maxCount);

    /// @notice A license of the recipe has expired (unix seconds): it makes no new lots.
    error AssetRegistryExpiredRecipe(bytes32 recipeId, uint40 validUntil);

    /// @notice Only independent lots are registered in one step; this one names a gate.
    error AssetRegistryNotIndependent(address gate);

    /// @notice Only lots of one asset are registered in one step.
    error AssetRegistryNotSingle(uint32 count);

    /// @notice A gate judges by Accepted, Rejected or Suspended, as SelfCertified or Panel.
    error AssetRegistryInvalidVerdict(LotId lotId, LotStatus status, VerdictClass class);

    /// @notice An acceptance cannot release the lot before `earliest`, the time of the verdict (unix seconds).
    error AssetRegistryBackdatedRelease(LotId lotId, uint40 releasableAt, uint40 earliest);

    /// @notice The lot has only `words` words of 256 assets.
    error AssetRegistryUnknownWord(LotId lotId, uint16 word, uint16 words);

    /// @notice The mask has bits that stand for no asset of the lot.
    error AssetRegistryInvalidMask(LotId lotId, uint16 word, uint256 mask);

    /// @notice The asset is unknown, not accepted, still in its challenge window, blocked, frozen or superseded; or it
    /// is external and its recipe's licensor does not own the token.
    error AssetRegistryNotReleasable(AssetId assetId);

    /// @notice The leaf and proof do not lead to the lot's root.
    error AssetRegistryInvalidProof(AssetId assetId);

    /// @notice The leaf names no content, so a token would show nothing.
    error AssetRegistryInvalidContent(AssetId assetId);

    /// @notice The asset is a token already.
    error AssetRegistryDuplicateAsset(AssetId assetId);

    /// @notice The title is for the licensor to convey, but `owner` owns the token.
    error AssetRegistryNotOwned(AssetId assetId, address owner, address licensor);

    /// @notice The asset is a token of another collection: it has no leaf, and never becomes a token here.
    error AssetRegistryExternalAsset(AssetId assetId);

    /// @notice Only contracts outside the protocol hold external assets.
    error AssetRegistryInvalidCollection(address collection);

    /// @notice The collection does not name `caller` as the token's owner.
    error AssetRegistryNotExternalOwner(address collection, uint256 tokenId, address caller);

    /// @notice The lot is independent: no studio rules it.
    error AssetRegistryNoRuler(AssetId assetId);

    /// @notice A freeze ends after now and no later than `maxUntil`, 30 days from now (unix seconds); one that is
    /// ratified, later than before and no later than `maxUntil`, 365 days from now, or never.
    error AssetRegistryInvalidFreeze(AssetId assetId, uint40 until, uint40 maxUntil);

    /// @notice The subject was frozen in the last 180 days, or still is; not again before `nextFreeze`, unix seconds.
    error AssetRegistryFrozenRecently(AssetId assetId, uint40 nextFreeze);

    /// @notice There is no freeze of just this subject to lift.
    error AssetRegistryNotFrozen(AssetId assetId);

    /// @notice A suspension ends after now and no later than `maxUntil`, 30 days from now (unix seconds); one that is
    /// ratified, later than before.
    error AssetRegistryInvalidSuspension(bytes32 recipeId, uint40 until, uint40 maxUntil);

    /// @notice The recipe was suspended in the last 180 days, or is suspended; not again before `next`, unix seconds.
    error AssetRegistrySuspendedRecently(bytes32 recipeId, uint40 next);

    /// @notice There is no suspension to end.
    error AssetRegistryNotSuspended(bytes32 recipeId);

    /// @notice The lot was superseded already, which is for good.
    error AssetRegistrySupersededLot(LotId lotId);

    /// @notice A successor is another lot of as many assets, committed no earlier, whose recipe has the same licensor.
    error AssetRegistryInvalidSuccessor(LotId lotId, LotId successor);

    /// @notice The digest is zero.
    error AssetRegistryInvalidManifest(LotId lotId);

    /**
     * @notice Records a studio with its timelock and first gate, once and for good. Only the timelock itself may, or
     * StudioFactory, whose code calls this for the clones of the same transaction and for nothing else. Studio and gate
     * are asked here (100,000 gas each, exactly 32 bytes) whether they agree, and never again.
     * @param timelock identity of the studio, licensor of its recipes
     * @param studio directory that names the studio's registrars; its timelock must be `timelock`
     * @param gate the studio's Curation contract; its studio must be `studio`
     */
    function recordStudio(address timelock, address studio, address gate) external;

    /**
     * @notice Records one more gate of the calling timelock's studio, once and for good; older gates keep their lots.
     * Only a recorded timelock may.
     * @param gate Curation contract whose studio must be the caller's
     */
    function recordGate(address gate) external;

    /**
     * @notice Registers a recipe, once, and opens its royalty node. Needs the consent of its licensor: the licensor
     * calls, or a registrar of the studio recorded for it calls, or `signature` is the licensor's EIP-712 or ERC-1271
     * signature of `RecipeConsent(bytes32 recipeId,bytes32 metadata,uint256 deadline)`.
     *
     * A parent is an asset, or a whole lot where all of it was used; then its license must be for the whole lot. One
     * without license must have the same licensor; it earns the higher of its `derivativeFloor` and the
     * declared rate. Any other parent spends a license of the licensor: a training license if a Model names a Dataset
     * or TrainingInput, else a derivative one; {ILicenses} refuses what is missing, expired, used or foreign. Assets of
     * one recipe are merged into one edge at the highest rate. {IRoyaltySplitter} refuses a stack over the cap, and a
     * split that is too long, not in order, does not add up, or does not fit its options.
     *
     * Warning: payees are not asked; being named only pays them. A payee that is a contract must be able to receive the
     * tokens it is paid in.
     * @param input the recipe
     * @param deadline last second in which the signature is valid, unix time; ignored without signature
     * @param signature the licensor's consent; ignored if the caller needs none
     * @return recipeId {hashRecipe} of the input
     */
    function registerRecipe(
        RecipeInput calldata input,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 recipeId);

    /**
     * @notice Lets a recipe make new lots for longer: uses one license for each licensed parent, and takes their
     * earliest expiry. Edges and rates stay as they are; payments for lots of before never depended on any of this.
     * Only the licensor or a registrar of its studio may.
     *
     * Each license must be the licensor's, not expired, not used by another recipe, and ask no more than the frozen
     * edge pays. It may be the one that was used before, if it was renewed meanwhile.
     * @param input the recipe as it was registered; its metadata does not matter
     * @param licenseIds one for each parent, in the same order; zero for a parent that was registered without one
     * @return validUntil the new end, unix seconds, later than the old one
     */
    function renewRecipe(
        RecipeInput calldata input,
        bytes32[] calldata licenseIds
    ) external returns (uint40 validUntil);

    /**
     * @notice Ends new lots of a recipe now, because a license it uses was revoked. Lots of before and payments for
     * them stay; {renewRecipe} with another license lets it go on. Does nothing to a recipe that is over; one that is
     * suspended will be when it is resumed. Only Licenses may.
     * @param recipe ordinal
     */
    function stopRecipe(uint32 recipe) external;

    /**
     * @notice Lets somebody commit lots under a recipe, until a time or until control of it changes hands. Replaces
     * what was granted to the same user before. Only the licensor may.
     *
     * Lots and their assets belong to the recipe like any other: the licensor sells them, and its split is paid.
     * @param recipeId the recipe
     * @param user timelock whose gates may commit; with `independent` also an account that commits lots without a gate
     * @param until unix seconds from which it may no more; zero or past: from now on
     * @param independent whether `user` itself may commit independent lots, which nobody judges
     */
    function grantRecipeUse(bytes32 recipeId, address user, uint40 until, bool independent) external;

    /**
     * @notice Offers control of a recipe, in place of any earlier offer. Only the licensor may.
     * @param recipeId the recipe
     * @param to who may accept; zero: nobody
     */
    function offerControl(bytes32 recipeId, address to) external;

    /**
     * @notice Takes control of a recipe that was offered to the caller. What the former licensor published, appointed
     * or granted for it is dead for good; edges, split, lots, tokens and sold licenses stay.
     * @param recipeId the recipe
     */
    function acceptControl(bytes32 recipeId) external;

    /**
     * @notice Commits a lot of the caller. With a gate, the recipe must belong to the timelock recorded for it, or to a
     * licensor who granted that timelock its use; without one, to the caller, or to a licensor who granted the caller
     * just that. The gate is then asked to admit the lot and refuses it by reverting.
     * @param input the lot
     * @return lotId `caller << 64 | nonce`
     */
    function commitLot(LotInput calldata input) external returns (LotId lotId);

    /**
     * @notice Commits an independent lot of one asset and mints it to the recipe's licensor.
     * @param input the lot; its root is {hashLeaf} of the leaf, its count 1, its gate zero
     * @param leaf the asset
     * @return assetId index 0 of the lot
     */
    function register(LotInput calldata input, AssetLeaf calldata leaf) external returns (AssetId assetId);

    /**
     * @notice Mints a releasable asset to its recipe's licensor. Only the licensor or a registrar of its studio may.
     * The receiver is not called back.
     * @param assetId the asset
     * @param leaf its leaf
     * @param proof siblings from the leaf up; exactly as many as the tree is deep
     */
    function mint(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof) external;

    /**
     * @notice Makes a token of another collection on this chain an asset: an independent lot of one, without a leaf. It
     * is licensed and may be a parent like any other, while its recipe's licensor owns the token; it is never minted,
     * conveyed or sold exclusively here. Only the licensor may, and only for a token it owns.
     *
     * The collection is asked for the owner, now and at each sale, with 100,000 gas; anything but one word is a no. A
     * later owner registers the token again, under a recipe of its own.
     * @param recipeId the recipe
     * @param nonce any number the caller has not used; fixes the lot id
     * @param collection ERC-721 contract; none of the protocol's own
     * @param tokenId token of the collection
     * @return assetId index 0 of the lot, whose root is `keccak256(abi.encode(chainid, collection, tokenId))`
     */
    function registerExternal(
        bytes32 recipeId,
        uint64 nonce,
        address collection,
        uint256 tokenId
    ) external returns (AssetId assetId);

    /**
     * @notice Conveys an asset, as a token, from its recipe's licensor to a buyer; mints it first if need be. Only
     * LicenseMarket may. The receiver is not called back.
     * @param assetId a releasable asset; nobody but the licensor may own it
     * @param leaf its leaf; ignored if it is minted already
     * @param proof siblings from the leaf up; ignored if it is minted already
     * @param to the buyer
     */
    function conveyTitle(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof, address to) external;

    /**
     * @notice Stops new sales, minting and titles of an asset or a whole lot for a while. Sold licenses and the flow of
     * money go on. Only the board of the studio whose gate judges the lot may, or, where it has none, its timelock; the
     * same subject at most once in 180 days. While one of its assets is frozen, a lot is not sold as a whole.
     *
     * While just this subject is frozen, that timelock may *ratify* the freeze: give it a later end within a year, or
     * none. A lot as a whole waits for the latest end that was set for one of its assets, even if that was lifted.
     * @param assetId the asset; index 0xFFFFFF: the whole lot
     * @param until unix seconds until which nothing is sold, at most 30 days from now; of a ratified freeze after its
     * present end and at most 365 days from now, or 2^40-1 = never
     */
    function freeze(AssetId assetId, uint40 until) external;

    /**
     * @notice Lifts a freeze early. Only the timelock of the studio whose gate judges the lot may, and, while it did
     * not ratify the freeze, the studio's board. A lot is still not sold as a whole before the end that was set for its
     * asset, unless that was never.
     * @param assetId the asset, or the whole lot, that was frozen
     */
    function unfreeze(AssetId assetId) external;

    /**
     * @notice Stops new lots of a recipe for a while. Lots of before, what was sold and the flow of money go on. Only
     * the board of the studio that licenses the recipe may, or, where it has none, its timelock; at most once in 180
     * days. The recipe's `validUntil` is now, until somebody resumes it; renewals, and revocations of the licenses it
     * uses, count from then on. A recipe of an account that is no studio is never suspended.
     *
     * While the recipe is suspended, that timelock may *ratify* the suspension: give it any later end, or none.
     * @param recipeId the recipe
     * @param until unix seconds until which it is stopped, at most 30 days from now; of a ratified suspension any time
     * after its present end, 2^40-1 = never
     */
    function suspendRecipe(bytes32 recipeId, uint40 until) external;

    /**
     * @notice Lets a suspended recipe make new lots again, for as long as it could without the suspension. Anyone may
     * when the suspension is over; before that only the timelock of the studio that licenses the recipe, and, while it
     * did not ratify the suspension, the studio's board.
     * @param recipeId the recipe
     */
    function resumeRecipe(bytes32 recipeId) external;

    /**
     * @notice Puts a corrected lot in the place of another one, for good: nothing of that is sold, renewed, minted or
     * conveyed any more. What was sold stays: licenses and the derivatives they allow, tokens, and the flow of money.
     * Only the licensor of its recipe may.
     *
     * Leaves name their lot, so the successor has a root of its own; that its asset `i` corrects asset `i` is what the
     * licensor says. It need not be accepted yet.
     * @param lotId a lot that was not superseded, whatever its verdict
     * @param successor another such lot of as many assets, committed no earlier, whose recipe has the same licensor
     */
    function supersedeLot(LotId lotId, LotId successor) external;

    /**
     * @notice Names another file for a lot's leaves, such as one whose links work. It is announced and not kept; who
     * reads it checks it against the lot's root like the first one. Only the licensor of the lot's recipe or a
     * registrar of its studio may.
     * @param lotId the lot
     * @param manifest SHA-256 digest of the lot manifest
     */
    function supersedeManifest(LotId lotId, bytes32 manifest) external;

    /**
     * @notice Sets the verdict on a lot. Only the lot's own gate may.
     * @param lotId the lot
     * @param status Accepted, Rejected or Suspended: a verdict is replaced, never taken back
     * @param class SelfCertified or Panel
     * @param releasableAt unix seconds; of an acceptance, not in the past
     */
    function setVerdict(LotId lotId, LotStatus status, VerdictClass class, uint40 releasableAt) external;

    /**
     * @notice Replaces one word of the lot's blocked mask; zero unblocks. Only the lot's own gate may.
     * @param lotId the lot
     * @param word index of the word: bit `b` stands for the asset at `256 * word + b`
     * @param mask blocked assets of the word
     */
    function setBlocked(LotId lotId, uint16 word, uint256 mask) external;

    /**
     * @notice Replaces consecutive words of the lot's blocked mask. Only the lot's own gate may. Emits {BlockedSet} for
     * each word that changes.
     * @param lotId the lot
     * @param first index of the first word
     * @param masks blocked assets of each word from there on
     */
    function setBlockedMasks(LotId lotId, uint16 first, uint256[] calldata masks) external;

    /**
     * @notice Whether the leaf is the lot's at this index: hashed with the lot's own id, so that a copied root verifies
     * nothing, and proved to the exact depth of the tree.
     * @param assetId lot and index
     * @param leaf the leaf's fields
     * @param proof siblings from the leaf up
     */
    function verify(AssetId assetId, AssetLeaf calldata leaf, bytes32[] calldata proof) external view returns (bool);

    /**
     * @notice What a sale needs; reverts unless the asset is releasable now. Never asks the gate.
     * @param assetId the asset; index 0xFFFFFF: the whole lot, whose blocked assets do not matter
     * @return recipe ordinal of its recipe
     * @return controlEpoch how often control of the recipe has changed hands
     */
    function licensable(AssetId assetId) external view returns (uint32 recipe, uint16 controlEpoch);

    /// @notice Whether the asset is in its lot, accepted, past its challenge window, and neither blocked nor frozen; an
    /// external one, whether its recipe's licensor owns the token. Of a whole lot, whether its verdict stands and
    /// nothing in it is frozen.
    function isReleasable(AssetId assetId) external view returns (bool);

    /// @notice The recipe with this id; all zero if unknown.
    function recipeOf(bytes32 recipeId) external view returns (Recipe memory);

    /// @notice Ordinal of the recipe registered last: how many there are.
    function recipeCount() external view returns (uint32);

    /// @notice Id of the recipe with this ordinal; zero if unknown.
    function recipeIdOf(uint32 recipe) external view returns (bytes32);

    /// @notice What the recipe asks of derivatives.
    function termsOf(bytes32 recipeId) external view returns (Terms memory);

    /// @notice How often control of the recipe has changed hands; offers of another epoch are dead.
    function controlEpochOf(uint32 recipe) external view returns (uint16);

    /// @notice What was granted to `user` since control of the recipe last changed hands; `until` in unix seconds.
    function recipeUseOf(bytes32 recipeId, address user) external view returns (uint40 until, bool independent);

    /// @notice Who may accept control of the recipe; zero: nobody.
    function pendingLicensorOf(bytes32 recipeId) external view returns (address);

    /// @notice Until when the recipe is suspended, unix seconds (past: anybody may resume it; zero: it is not), and
    /// what its `validUntil` will be when it is resumed.
    function suspensionOf(bytes32 recipeId) external view returns (uint40 until, uint40 validUntil);

    /// @notice The lot with this id; all zero if unknown.
    function lotOf(LotId lotId) external view returns (Lot memory);

    /// @notice One word of the lot's blocked mask: bit `b` stands for the asset at `256 * word + b`.
    function blockedWord(LotId lotId, uint16 word) external view returns (uint256 mask);

    /// @notice `count` words of the lot's blocked mask from `first` on; zero beyond its end.
    function blockedMasks(LotId lotId, uint16 first, uint16 count) external view returns (uint256[] memory masks);

    /// @notice The token of another collection that the asset stands for; zero: none.
    function externalOf(AssetId assetId) external view returns (address collection, uint256 tokenId);

    /// @notice When sales of the asset or whole lot may go on, unix seconds; zero or past: they are not stopped.
    function frozenUntil(AssetId assetId) external view returns (uint40 until);

    /// @notice Whose gate judges the asset's lot, and the board of that studio, asked with 100,000 gas; zero: none. The
    /// board rules the asset, or the timelock where there is none.
    function rulersOf(AssetId assetId) external view returns (address timelock, address board);

    /// @notice SHA-256 of the content of a minted asset; zero while it is not minted.
    function contentHashOf(AssetId assetId) external view returns (bytes32);

    /// @notice Whom a gate judges for, and its number in lots; zero if unknown.
    function gateOf(address gate) external view returns (address timelock, uint32 ordinal);

    /// @notice Whom the gate with this ordinal judges for; zero if unknown.
    function timelockOf(uint32 gate) external view returns (address);

    /// @notice The studio recorded for a timelock; zero if none.
    function studioOf(address timelock) external view returns (address);

    /**
     * @notice What a resale owes the asset's recipe (ERC-2981). Nothing makes a buyer pay it.
     * @param tokenId the asset
     * @param salePrice in any unit
     * @return receiver the recipe's receiver, whose money {IRoyaltySplitter-sweep} books; zero: nothing is asked
     * @return amount in the unit of the price, rounded down
     */
    function royaltyInfo(uint256 tokenId, uint256 salePrice) external view returns (address receiver, uint256 amount);

    /// @notice EIP-712 struct hash (no domain) of the leaf at the asset's place.
    function hashLeaf(AssetId assetId, AssetLeaf calldata leaf) external pure returns (bytes32);

    /// @notice EIP-712 struct hash (no domain) of the recipe, without `metadata`: its id on every chain.
    function hashRecipe(RecipeInput calldata input) external pure returns (bytes32 recipeId);

    /// @notice The contract that renders token and collection metadata.
    function renderer() external view returns (address);

    /// @notice Collection metadata as a data URI (ERC-7572).
    function contractURI() external view returns (string memory);
}
