// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  studioGovernorActionsVetoedEvent,
  studioGovernorEIP712DomainChangedEvent,
  studioGovernorInitializedEvent,
  studioGovernorLateQuorumVoteExtensionSetEvent,
  studioGovernorOverrideProposedEvent,
  studioGovernorProposalCanceledEvent,
  studioGovernorProposalCreatedEvent,
  studioGovernorProposalExecutedEvent,
  studioGovernorProposalExtendedEvent,
  studioGovernorProposalGuardianSetEvent,
  studioGovernorProposalQueuedEvent,
  studioGovernorProposalThresholdSetEvent,
  studioGovernorQuorumNumeratorUpdatedEvent,
  studioGovernorTimelockChangeEvent,
  studioGovernorVoteCapSetEvent,
  studioGovernorVoteCastEvent,
  studioGovernorVoteCastWithParamsEvent,
  studioGovernorVotingDelaySetEvent,
  studioGovernorVotingPeriodSetEvent,
} from "../../abi/items/studioGovernor.ts";

/** Watches `ActionsVetoed` of StudioGovernor. */
export const watchActionsVetoed: WatchAction<"governor", typeof studioGovernorActionsVetoedEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorActionsVetoedEvent);

/** Watches `EIP712DomainChanged` of StudioGovernor. */
export const watchStudioGovernorEIP712DomainChanged: WatchAction<
  "governor",
  typeof studioGovernorEIP712DomainChangedEvent
> = /* @__PURE__ */ defineWatch("governor", studioGovernorEIP712DomainChangedEvent);

/** Watches `Initialized` of StudioGovernor. */
export const watchStudioGovernorInitialized: WatchAction<"governor", typeof studioGovernorInitializedEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorInitializedEvent);

/** Watches `LateQuorumVoteExtensionSet` of StudioGovernor. */
export const watchLateQuorumVoteExtensionSet: WatchAction<
  "governor",
  typeof studioGovernorLateQuorumVoteExtensionSetEvent
> = /* @__PURE__ */ defineWatch("governor", studioGovernorLateQuorumVoteExtensionSetEvent);

/** Watches `OverrideProposed` of StudioGovernor. */
export const watchOverrideProposed: WatchAction<"governor", typeof studioGovernorOverrideProposedEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorOverrideProposedEvent);

/** Watches `ProposalCanceled` of StudioGovernor. */
export const watchProposalCanceled: WatchAction<"governor", typeof studioGovernorProposalCanceledEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorProposalCanceledEvent);

/** Watches `ProposalCreated` of StudioGovernor. */
export const watchProposalCreated: WatchAction<"governor", typeof studioGovernorProposalCreatedEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorProposalCreatedEvent);

/** Watches `ProposalExecuted` of StudioGovernor. */
export const watchProposalExecuted: WatchAction<"governor", typeof studioGovernorProposalExecutedEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorProposalExecutedEvent);

/** Watches `ProposalExtended` of StudioGovernor. */
export const watchProposalExtended: WatchAction<"governor", typeof studioGovernorProposalExtendedEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorProposalExtendedEvent);

/** Watches `ProposalGuardianSet` of StudioGovernor. */
export const watchProposalGuardianSet: WatchAction<"governor", typeof studioGovernorProposalGuardianSetEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorProposalGuardianSetEvent);

/** Watches `ProposalQueued` of StudioGovernor. */
export const watchProposalQueued: WatchAction<"governor", typeof studioGovernorProposalQueuedEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorProposalQueuedEvent);

/** Watches `ProposalThresholdSet` of StudioGovernor. */
export const watchProposalThresholdSet: WatchAction<"governor", typeof studioGovernorProposalThresholdSetEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorProposalThresholdSetEvent);

/** Watches `QuorumNumeratorUpdated` of StudioGovernor. */
export const watchQuorumNumeratorUpdated: WatchAction<"governor", typeof studioGovernorQuorumNumeratorUpdatedEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorQuorumNumeratorUpdatedEvent);

/** Watches `TimelockChange` of StudioGovernor. */
export const watchTimelockChange: WatchAction<"governor", typeof studioGovernorTimelockChangeEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorTimelockChangeEvent);

/** Watches `VoteCapSet` of StudioGovernor. */
export const watchVoteCapSet: WatchAction<"governor", typeof studioGovernorVoteCapSetEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorVoteCapSetEvent);

/** Watches `VoteCast` of StudioGovernor. */
export const watchVoteCast: WatchAction<"governor", typeof studioGovernorVoteCastEvent> = /* @__PURE__ */ defineWatch(
  "governor",
  studioGovernorVoteCastEvent,
);

/** Watches `VoteCastWithParams` of StudioGovernor. */
export const watchVoteCastWithParams: WatchAction<"governor", typeof studioGovernorVoteCastWithParamsEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorVoteCastWithParamsEvent);

/** Watches `VotingDelaySet` of StudioGovernor. */
export const watchVotingDelaySet: WatchAction<"governor", typeof studioGovernorVotingDelaySetEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorVotingDelaySetEvent);

/** Watches `VotingPeriodSet` of StudioGovernor. */
export const watchVotingPeriodSet: WatchAction<"governor", typeof studioGovernorVotingPeriodSetEvent> =
  /* @__PURE__ */ defineWatch("governor", studioGovernorVotingPeriodSetEvent);
