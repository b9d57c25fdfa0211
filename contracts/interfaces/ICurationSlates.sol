// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AssetId} from "../types/Ids.sol";

/// @notice A vote on the best k of n candidates: two slots.
struct Slate {
    bytes32 candidates; // positional Merkle root over the asset ids, ascending: candidate i is leaf i
    uint16 count; // candidates, 1…4,096
    uint16 k; // how many are selected at most, 1…count
    uint40 clock; // ballot deadline; after a close the end of the window (seconds)
    uint16 epoch; // whose standings count
    uint16 weight; // behind the present result; zero until the first close
    uint16 terms; // version of the terms whose quorum and windows count; zero: the defaults
    bytes16 digest; // first 128 bits of keccak256(abi.encodePacked(selected)); zero until the first close
}

/**
 * @title ICurationSlates
 * @notice The vote by which a studio picks what it releases, features or refines: curators approve any of up to 4,096
 * assets of the gate's lots, and the k with the most weight behind them are selected.
 * @dev Every curator with a standing may vote, also on assets of its own; nobody is excluded, for a slate decides what
 * the studio prefers, never what may be sold. A curator weighs what {Sortition} gives it under the slate's seed: up to
 * 255 curators the expected weight of all is about 2,048, so everybody with a thousandth of all standings is asked; of
 * more curators a panel of expected weight 128 is drawn. A ballot is an {AuditBallot} of kind 2 on the slate's id,
 * firstWord 0, one word for every 256 candidates: bit b of word w approves candidate 256·w + b. Bits beyond the last
 * candidate say nothing. On the wire: index u16, r, vs, words (66 + 32·words bytes), drawn weight falling, then index
 * rising. Ties at the cut go to the lower candidate number, so whoever opens a slate orders nothing: asset ids ascend.
 */
interface ICurationSlates {
    /**
     * @notice A vote was opened.
     * @param slateId of the vote; its high 128 bits are the seed of all weights
     * @param by registrar or timelock
     * @param candidates asset ids, strictly ascending; the place in the list is the candidate's number
     * @param k how many are selected at most
     * @param ballotDeadline first second at which the vote can be closed
     * @param epoch whose standings count
     * @param terms version of the terms whose quorum and windows count
     * @param brief CID digest of what the vote is about
     */
    event SlateOpened(
        uint256 indexed slateId,
        address indexed by,
        AssetId[] candidates,
        uint16 k,
        uint40 ballotDeadline,
        uint16 epoch,
        uint16 terms,
        bytes32 brief
    );

    /**
     * @notice A vote was counted, for the first time or by a heavier set of ballots.
     * @param slateId of the vote
     * @param relayer who brought the ballots
     * @param charterVersion that every ballot names
     * @param expectedWeight of all curators; the quorum is a share of it
     * @param weight of the ballots
     * @param threshold weight behind the last selected candidate; zero where fewer than k were approved by anybody
     * @param selected one word for every 256 candidates
     * @param finalAt first second at which the result stands
     * @param ballots as they were relayed
     */
    event SlateClosed(
        uint256 indexed slateId,
        address indexed relayer,
        uint32 charterVersion,
        uint16 expectedWeight,
        uint16 weight,
        uint256 threshold,
        uint256[] selected,
        uint40 finalAt,
        bytes ballots
    );

    /**
     * @notice The studio wants a selected asset to be worked on.
     * @param assetId that was selected
     * @param producer of its lot, whom the note is for
     * @param slateId of the vote that selected it
     * @param note CID digest of what to change
     */
    event RefinementRequested(AssetId indexed assetId, address indexed producer, uint256 indexed slateId, bytes32 note);

    /**
     * @notice No, or too many, candidates, or no such number of them can be selected.
     * @param count candidates, 1…4,096
     * @param k how many should be selected, 1…count
     */
    error CurationInvalidSlate(uint256 count, uint16 k);

    /**
     * @notice The vote would end too soon or too late.
     * @param ballotDeadline that was asked for, seconds
     * @param earliest one hour from now, seconds
     * @param latest seven days from now, seconds
     */
    error CurationInvalidSlateDeadline(uint40 ballotDeadline, uint256 earliest, uint256 latest);

    /**
     * @notice Candidates are strictly ascending: this one repeats the one before, or is below it.
     * @param assetId out of place
     */
    error CurationDuplicateCandidate(AssetId assetId);

    /**
     * @notice This is no asset of a lot of this gate.
     * @param assetId that cannot be a candidate
     */
    error CurationForeignCandidate(AssetId assetId);

    /**
     * @notice No such vote.
     * @param slateId that was asked for
     */
    error CurationUnknownSlate(uint256 slateId);

    /**
     * @notice The vote, or the window in which heavier ballots replace its result, is not over.
     * @param slateId of the vote
     * @param time now, seconds
     * @param deadline first second at which the call would be in time
     */
    error CurationSlateOpen(uint256 slateId, uint256 time, uint40 deadline);

    /**
     * @notice The result stands, or nobody closed the vote in time.
     * @param slateId of the vote
     * @param time now, seconds
     * @param finalAt first second at which the result stood, or last one at which the vote could have been closed
     */
    error CurationSlateFinal(uint256 slateId, uint256 time, uint40 finalAt);

    /**
     * @notice These words are not the result of the vote.
     * @param slateId of the vote
     */
    error CurationWrongSelection(uint256 slateId);

    /**
     * @notice The asset is not this candidate of the vote.
     * @param slateId of the vote
     * @param assetId that was named
     */
    error CurationUnknownCandidate(uint256 slateId, AssetId assetId);

    /**
     * @notice The candidate was not selected.
     * @param slateId of the vote
     * @param candidate its number
     */
    error CurationNotSelected(uint256 slateId, uint16 candidate);

    /**
     * @notice Opens a vote. Only the registrar or the timelock.
     * @dev Candidates need no verdict: a slate may well ask which of a pending lot to refine. One external call for
     * every distinct lot. 4,096 candidates of one lot fit a transaction; so many of as many lots do not.
     * @param candidates asset ids of this gate's lots, strictly ascending, 1…4,096
     * @param k how many to select at most, 1…candidates
     * @param ballotDeadline one hour to seven days from now, seconds
     * @param brief CID digest of what the vote is about
     * @return slateId of the vote
     */
    function openSlate(
        AssetId[] calldata candidates,
        uint16 k,
        uint40 ballotDeadline,
        bytes32 brief
    ) external returns (uint256 slateId);

    /**
     * @notice Counts a vote after its deadline. Anybody may; until the challenge window is over a strictly heavier set
     * of ballots replaces the result, and if it selects others, the window begins anew.
     * @dev Without a quorum there is no result, and three days after the deadline there never will be.
     * @param slateId of the vote
     * @param charterVersion that every ballot names
     * @param ballots 3…255 of them, drawn weight falling, then index rising
     */
    function closeSlate(uint256 slateId, uint32 charterVersion, bytes calldata ballots) external;

    /**
     * @notice Sends a note to the producer of an asset that a final vote selected. Only the registrar or the timelock.
     * @param slateId of the vote
     * @param candidate number of the asset in it
     * @param assetId of the candidate
     * @param proof that it is that candidate: siblings from the leaf up
     * @param selected result of the vote, as in {SlateClosed}
     * @param note CID digest of what to change
     */
    function requestRefinement(
        uint256 slateId,
        uint16 candidate,
        AssetId assetId,
        bytes32[] calldata proof,
        uint256[] calldata selected,
        bytes32 note
    ) external;

    /**
     * @notice What is stored of a vote; all zero if there is none.
     * @param slateId of the vote
     */
    function slateOf(uint256 slateId) external view returns (Slate memory);

    /**
     * @notice Seed of all weights in a vote: the high half of its id.
     * @param slateId of the vote
     */
    function slateSeedOf(uint256 slateId) external view returns (bytes16);

    /**
     * @notice What a curator weighs in a vote.
     * @param slateId of the vote
     * @param index of the curator
     * @return weight zero, or a power of two up to 4,096
     */
    function slateWeightOf(uint256 slateId, uint16 index) external view returns (uint16 weight);
}
