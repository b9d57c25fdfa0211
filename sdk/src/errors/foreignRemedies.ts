import { BY_VOTE, type Remedy } from "./remedy.ts";
import type { ErrorName } from "./revert.ts";

/** Errors of OpenZeppelin and of ERC-6093 that users of the protocol meet; the others have no remedy of their own. */
export const FOREIGN_REMEDIES: Readonly<Partial<Record<ErrorName, Remedy>>> = {
  AccessControlUnauthorizedAccount: ["unauthorized", "Only the governor acts through the timelock."],
  ERC20InsufficientAllowance: ["payment", "Approve exactly the price to RoyaltySplitter first: see quotePurchase."],
  ERC20InsufficientBalance: ["payment", "The payer does not hold enough."],
  ERC20InvalidReceiver: ["payment", "The token refuses this receiver."],
  ERC3009InvalidAuthorizationTime: ["timing", "Sign a payment for a later deadline."],
  ERC3009InvalidSignature: [
    "proof",
    "The payer must sign exactly this purchase: one changed field makes another payment.",
  ],
  ERC3009UsedAuthorization: ["duplicate", "This purchase was paid; choose another salt to buy again."],
  ERC5805FutureLookup: ["timing", "Ask for a past timepoint."],
  ERC721NonexistentToken: ["unknown", "The asset is not minted."],
  FailedCall: ["state", "A call of the proposal failed without saying why."],
  GovernorAlreadyCastVote: ["duplicate", "Votes cannot be changed."],
  GovernorAlreadyQueuedProposal: ["duplicate", "The proposal is queued."],
  GovernorInsufficientProposerVotes: ["limit", "Collect delegated reputation up to the threshold."],
  GovernorInvalidProposalLength: ["input", "A proposal needs at least one call."],
  GovernorInvalidSignature: ["proof", "The voter must sign this vote with its next nonce: signVote."],
  GovernorInvalidVoteType: ["input", "Vote against, for or abstain."],
  GovernorNonexistentProposal: ["unknown", "The calls and the description must be exactly the proposal's."],
  GovernorOnlyExecutor: ["unauthorized", BY_VOTE],
  GovernorRestrictedProposer: [
    "unauthorized",
    "Only the account in the description's last line may submit this proposal.",
  ],
  GovernorUnableToCancel: ["unauthorized", "Only the proposer may cancel, while the proposal is pending."],
  GovernorUnexpectedProposalState: ["state", "See getProposalState: the proposal is not at this step."],
  InsufficientBalance: ["payment", "The timelock does not hold enough."],
  InvalidAccountNonce: ["duplicate", "The authorization was used: choose another salt, sign again."],
  InvalidInitialization: ["duplicate", "The contract is initialized already."],
  ReentrancyGuardReentrantCall: ["state", "A token called back; such tokens are not taken."],
  SafeERC20FailedOperation: ["payment", "The token refused the transfer: check balance and allowance."],
  TimelockInsufficientDelay: ["limit", "The delay is shorter than the timelock's."],
  TimelockUnauthorizedCaller: ["unauthorized", BY_VOTE],
  TimelockUnexpectedOperationState: ["timing", "Wait until the timelock's delay is over."],
  VotesExpiredSignature: ["timing", "Sign the delegation again."],
};
