// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId, LotId} from "../types/Ids.sol";
import {AssetLeaf} from "./IAssetRegistry.sol";
import {Finding} from "./IEthicsReviews.sol";

/**
 * @notice A contest as it is stored.
 * @param claimant who says that a parent was left out; zero: unknown contest
 * @param deadline unix seconds: until then it is ruled, from then on it lapses
 * @param finding what the home studio ruled; None: nothing
 * @param closed whether it was ruled or has lapsed, and the bond went where it belongs
 * @param token of the bond
 * @param bond units of the token
 * @param recipeId whose lineage is contested
 * @param parent asset, or whole lot, that was left out
 */
struct Contest {
    address claimant;
    uint40 deadline;
    Finding finding;
    bool closed;
    address token;
    uint96 bond;
    bytes32 recipeId;
    AssetId parent;
}

/**
 * @title IProvenance
 * @notice What can be shown of lots that AssetRegistry has: their leaves, who committed a content first, and parents
 * that a recipe left out. Nothing here stops a sale, moves a royalty or changes a record: a proof is evidence, and whom
 * it convinces is for those who read it.
 *
 * *Leaves.* A lot is a root on chain. {publishLeaves} puts the hashes below it into the log, so that whoever has a file
 * and its leaf can prove it without the producer's help.
 *
 * *Content.* Any number of lots may commit the same file. {proveContent} keeps, for each content, the earliest commit
 * that anybody has proved; whoever proves an earlier one replaces it, so the order in which leaves become known does
 * not matter. Of two lots of one second neither is a copy of the other. Earliest is not first author: it proves that
 * the content was known then. A copy may be the resubmission of a producer: both ids name their producers.
 *
 * *Contests.* A recipe's parents are what its licensor declared. Anyone may say, with a bond, that one was left out;
 * the home studio, that of the recipe's licensor, rules by its timelock in 30 days, or the bond goes back. Its rulings
 * move the bond and nothing else: the cure, {IAssetRegistry-supersedeLot} under a corrected recipe, is a call of the
 * same proposal. A studio judges itself here, in public; silence costs the claimant nothing, and stops nothing, or
 * strangers could stop a studio. The recipe of an account that is no studio has no judge and is not contested.
 *
 * Bonds lie in pots of RoyaltySplitter that this contract opened. What is put aside for contests is in the pot with the
 * claimant's address as its id: `fundPot(provenance, bytes32(uint256(uint160(claimant))), token, amount)`. The bond of
 * an open contest is in the pot `bytes32(contestId | 1 << 255)`. What a claimant does not use comes back by
 * {withdrawBond}. A bond that is returned is credited in RoyaltySplitter, where it is withdrawn.
 *
 * There is no owner, no pause and no fee.
 */
interface IProvenance {
    /**
     * @notice Hashes of consecutive leaves of a lot, proved by its root.
     * @param lotId the lot
     * @param first index of the first of them
     * @param leaves {IAssetRegistry-hashLeaf} of each
     */
    event LeavesPublished(LotId indexed lotId, uint24 first, bytes32[] leaves);

    /**
     * @notice A commit of this content was proved that is earlier than any that was known.
     * @param contentHash SHA-256 of the plain bytes
     * @param assetId the earliest now
     * @param former the earliest until now; zero: none was known
     * @param committedAt when the earliest was committed, unix seconds
     */
    event EarliestProved(
        bytes32 indexed contentHash,
        AssetId indexed assetId,
        AssetId indexed former,
        uint40 committedAt
    );

    /**
     * @notice An asset was proved to have the content of one that was committed before it, or before it in its lot.
     * @param copy the later asset
     * @param earliest the earliest with this content, as far as is known now
     * @param contentHash SHA-256 of the plain bytes
     */
    event CopyProved(AssetId indexed copy, AssetId indexed earliest, bytes32 indexed contentHash);

    /**
     * @notice A studio said what a contest of its recipes costs.
     * @param timelock the studio's
     * @param token of the bond; zero: the claimant chooses token and amount
     * @param bond least units of the token
     */
    event ContestTermsSet(address indexed timelock, address token, uint96 bond);

    /**
     * @notice Somebody says that a recipe left out a parent.
     * @param contestId number of the contest, from 1 on
     * @param recipeId whose lineage is contested
     * @param claimant who says so
     * @param recipe ordinal of the recipe
     * @param parent asset, or whole lot, that was left out
     * @param evidence SHA-256 digest of a CIDv1 raw block
     * @param token of the bond
     * @param bond units of the token
     * @param deadline until when it is ruled, unix seconds
     */
    event LineageContested(
        uint256 indexed contestId,
        bytes32 indexed recipeId,
        address indexed claimant,
        uint32 recipe,
        AssetId parent,
        bytes32 evidence,
        address token,
        uint96 bond,
        uint40 deadline
    );

    /**
     * @notice The home studio ruled, and the bond was credited.
     * @param contestId the contest
     * @param judge timelock of the recipe's licensor
     * @param finding Upheld: the parent was left out; Mistaken; or Abusive
     * @param to the claimant, or for an abusive contest the receiver of the parent's recipe
     */
    event ContestRuled(uint256 indexed contestId, address indexed judge, Finding finding, address to);

    /**
     * @notice The home studio did not rule in time; the bond was credited to the claimant.
     * @param contestId the contest
     */
    event ContestLapsed(uint256 indexed contestId);

    /// @notice `caller` has no right to do this.
    error ProvenanceUnauthorized(address caller);

    /// @notice No lot has this id.
    error ProvenanceUnknownLot(LotId lotId);

    /// @notice The leaves are none, more than `maxLength` in a call, or reach beyond the lot's last one.
    error ProvenanceInvalidLength(LotId lotId, uint256 length, uint256 maxLength);

    /// @notice A chunk of `length` leaves begins at a multiple of the next power of two, and is one itself unless it
    /// ends the lot.
    error ProvenanceUnaligned(LotId lotId, uint24 first, uint256 length);

    /// @notice The leaves and the proof do not lead to the lot's root.
    error ProvenanceForeignLeaves(LotId lotId, uint24 first);

    /// @notice The leaf and the proof do not lead to the root of the asset's lot.
    error ProvenanceInvalidProof(AssetId assetId);

    /// @notice The leaf names no content.
    error ProvenanceInvalidContent(AssetId assetId);

    /// @notice The asset is known as the earliest of its content.
    error ProvenanceKnownContent(AssetId assetId);

    /// @notice A bond has a token, or terms without a bond have none.
    error ProvenanceInvalidBond(address token, uint96 bond);

    /// @notice No recipe has this id.
    error ProvenanceUnknownRecipe(bytes32 recipeId);

    /// @notice The recipe's licensor is no studio: nobody judges.
    error ProvenanceNoJudge(bytes32 recipeId, address licensor);

    /// @notice The licensor corrects its recipe without a contest.
    error ProvenanceOwnRecipe(bytes32 recipeId, address licensor);

    /// @notice No committed lot has this asset.
    error ProvenanceUnknownAsset(AssetId assetId);

    /// @notice The asset's recipe is the contested one itself, or a parent of it already.
    error ProvenanceKnownParent(bytes32 recipeId, AssetId parent);

    /// @notice A contest shows evidence.
    error ProvenanceMissingEvidence(bytes32 recipeId);

    /// @notice The claimant contests the same parent of the same recipe already.
    error ProvenanceOpenContest(uint256 contestId);

    /// @notice The bond is not what the home studio asks for.
    error ProvenanceWrongBond(address token, uint96 bond, address expectedToken, uint96 minBond);

    /// @notice What the claimant put aside does not cover the bond; units of its token.
    error ProvenanceBondTooSmall(address claimant, uint256 found, uint256 bond);

    /// @notice No contest has this number.
    error ProvenanceUnknownContest(uint256 contestId);

    /// @notice The contest was ruled or has lapsed; each is resolved once.
    error ProvenanceClosedContest(uint256 contestId);

    /// @notice A ruling finds something.
    error ProvenanceNoFinding(uint256 contestId);

    /// @notice The contest could be ruled until `deadline`, unix seconds; now it lapses.
    error ProvenanceLate(uint256 contestId, uint40 deadline);

    /// @notice The home studio may rule until `deadline`, unix seconds.
    error ProvenanceEarly(uint256 contestId, uint40 deadline);

    /**
     * @notice Puts hashes of consecutive leaves into the log. Anyone may, at any time and again: they follow from the
     * root. With 2,048 in a call a full lot takes 32 calls.
     * @param lotId a committed lot
     * @param first index of the first leaf: a multiple of the number of leaves, rounded up to a power of two
     * @param leaves {IAssetRegistry-hashLeaf} of each, 1…2,048; their number is a power of two unless the last of them
     * is the lot's last
     * @param subtreeProof siblings from their common ancestor up to the root
     */
    function publishLeaves(
        LotId lotId,
        uint24 first,
        bytes32[] calldata leaves,
        bytes32[] calldata subtreeProof
    ) external;

    /**
     * @notice Shows what content an asset has. If no earlier commit of it is known, the asset is the earliest now, and
     * the former earliest is a copy if it is later; else, if a strictly earlier lot or a lower index of the same lot
     * has it, the asset is a copy. Anyone may, also again: an asset that was proved while nothing earlier was known is
     * then called a copy of what is known now.
     * @param assetId a committed asset
     * @param leaf its leaf
     * @param proof siblings from the leaf up
     * @return earliest the earliest with this content, as far as is known now
     */
    function proveContent(
        AssetId assetId,
        AssetLeaf calldata leaf,
        bytes32[] calldata proof
    ) external returns (AssetId earliest);

    /**
     * @notice Says what a contest of the caller's recipes costs from now on; open ones stay as they are. Only the
     * timelock of a studio may.
     * @param token of the bond; zero: the claimant chooses token and amount
     * @param bond least units of the token
     */
    function setContestTerms(address token, uint96 bond) external;

    /**
     * @notice Says that a recipe left out a parent, and puts a bond at stake, from what the caller put aside. Anyone
     * but the licensor may; each claimant once for each recipe and parent at a time, so that nobody keeps others out.
     * @param recipeId whose lineage is contested; its licensor is the timelock of a studio
     * @param parent committed asset, or whole lot (index 0xFFFFFF), that was left out
     * @param evidence SHA-256 digest of a CIDv1 raw block
     * @param token of the bond: what the home studio asks for, or any if it asks for none
     * @param bond units of the token, not zero: at least what the home studio asks for
     * @return contestId number of the contest
     */
    function contestLineage(
        bytes32 recipeId,
        AssetId parent,
        bytes32 evidence,
        address token,
        uint96 bond
    ) external returns (uint256 contestId);

    /**
     * @notice Rules a contest before its deadline and credits its bond: to the claimant, or, if the contest is abusive,
     * to the receiver of the recipe that was named as the parent, from where {IRoyaltySplitter-withdraw} and
     * {IRoyaltySplitter-sweep} make it income of those whose name was abused. The judge is a party, so it is not paid.
     * Only the timelock of the studio that licenses the contested recipe now may.
     * @param contestId the contest
     * @param finding Upheld, Mistaken or Abusive
     */
    function ruleContest(uint256 contestId, Finding finding) external;

    /**
     * @notice Ends a contest that was not ruled in time, and credits its bond to the claimant. Anyone may.
     * @param contestId the contest
     */
    function lapseContest(uint256 contestId) external;

    /**
     * @notice Credits the caller in RoyaltySplitter with what it put aside and did not stake.
     * @param token of the bond
     * @param amount units of the token
     */
    function withdrawBond(address token, uint128 amount) external;

    /// @notice The earliest commit of this content that was proved, and its time in unix seconds; zero: none.
    function earliestOf(bytes32 contentHash) external view returns (AssetId assetId, uint40 committedAt);

    /// @notice Timelock that rules contests of the recipe; zero: nobody does.
    function judgeOf(bytes32 recipeId) external view returns (address);

    /// @notice What a studio asks of those who contest its recipes; token zero: they choose.
    function contestTermsOf(address timelock) external view returns (address token, uint96 bond);

    /// @notice How many contests there ever were.
    function contestCount() external view returns (uint256);

    /// @notice The contest with this number; all zero if unknown.
    function contestOf(uint256 contestId) external view returns (Contest memory);

    /// @notice The open contest of this recipe and parent by this claimant; zero: none.
    function openContestOf(
        bytes32 recipeId,
        AssetId parent,
        address claimant
    ) external view returns (uint256 contestId);
}
