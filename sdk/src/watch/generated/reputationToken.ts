// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  reputationTokenAccountMigratedEvent,
  reputationTokenAccountMigrationCanceledEvent,
  reputationTokenAccountMigrationStartedEvent,
  reputationTokenApprovalEvent,
  reputationTokenBalancesInheritedEvent,
  reputationTokenDelegateChangedEvent,
  reputationTokenDelegateVotesChangedEvent,
  reputationTokenDormancyNotedEvent,
  reputationTokenEIP712DomainChangedEvent,
  reputationTokenGrantCapacitySetEvent,
  reputationTokenIndexChangedEvent,
  reputationTokenInheritanceClaimedEvent,
  reputationTokenInitializedEvent,
  reputationTokenReputationGrantedEvent,
  reputationTokenReputationPrunedEvent,
  reputationTokenReputationReservedEvent,
  reputationTokenReputationSlashedEvent,
  reputationTokenSponsorSetEvent,
  reputationTokenTransferEvent,
} from "../../abi/items/reputationToken.ts";

/** Watches `AccountMigrated` of ReputationToken. */
export const watchAccountMigrated: WatchAction<"reputation", typeof reputationTokenAccountMigratedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenAccountMigratedEvent);

/** Watches `AccountMigrationCanceled` of ReputationToken. */
export const watchAccountMigrationCanceled: WatchAction<
  "reputation",
  typeof reputationTokenAccountMigrationCanceledEvent
> = /* @__PURE__ */ defineWatch("reputation", reputationTokenAccountMigrationCanceledEvent);

/** Watches `AccountMigrationStarted` of ReputationToken. */
export const watchAccountMigrationStarted: WatchAction<
  "reputation",
  typeof reputationTokenAccountMigrationStartedEvent
> = /* @__PURE__ */ defineWatch("reputation", reputationTokenAccountMigrationStartedEvent);

/** Watches `Approval` of ReputationToken. */
export const watchReputationTokenApproval: WatchAction<"reputation", typeof reputationTokenApprovalEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenApprovalEvent);

/** Watches `BalancesInherited` of ReputationToken. */
export const watchBalancesInherited: WatchAction<"reputation", typeof reputationTokenBalancesInheritedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenBalancesInheritedEvent);

/** Watches `DelegateChanged` of ReputationToken. */
export const watchDelegateChanged: WatchAction<"reputation", typeof reputationTokenDelegateChangedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenDelegateChangedEvent);

/** Watches `DelegateVotesChanged` of ReputationToken. */
export const watchDelegateVotesChanged: WatchAction<"reputation", typeof reputationTokenDelegateVotesChangedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenDelegateVotesChangedEvent);

/** Watches `DormancyNoted` of ReputationToken. */
export const watchDormancyNoted: WatchAction<"reputation", typeof reputationTokenDormancyNotedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenDormancyNotedEvent);

/** Watches `EIP712DomainChanged` of ReputationToken. */
export const watchReputationTokenEIP712DomainChanged: WatchAction<
  "reputation",
  typeof reputationTokenEIP712DomainChangedEvent
> = /* @__PURE__ */ defineWatch("reputation", reputationTokenEIP712DomainChangedEvent);

/** Watches `GrantCapacitySet` of ReputationToken. */
export const watchGrantCapacitySet: WatchAction<"reputation", typeof reputationTokenGrantCapacitySetEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenGrantCapacitySetEvent);

/** Watches `IndexChanged` of ReputationToken. */
export const watchIndexChanged: WatchAction<"reputation", typeof reputationTokenIndexChangedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenIndexChangedEvent);

/** Watches `InheritanceClaimed` of ReputationToken. */
export const watchInheritanceClaimed: WatchAction<"reputation", typeof reputationTokenInheritanceClaimedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenInheritanceClaimedEvent);

/** Watches `Initialized` of ReputationToken. */
export const watchReputationTokenInitialized: WatchAction<"reputation", typeof reputationTokenInitializedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenInitializedEvent);

/** Watches `ReputationGranted` of ReputationToken. */
export const watchReputationGranted: WatchAction<"reputation", typeof reputationTokenReputationGrantedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenReputationGrantedEvent);

/** Watches `ReputationPruned` of ReputationToken. */
export const watchReputationPruned: WatchAction<"reputation", typeof reputationTokenReputationPrunedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenReputationPrunedEvent);

/** Watches `ReputationReserved` of ReputationToken. */
export const watchReputationReserved: WatchAction<"reputation", typeof reputationTokenReputationReservedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenReputationReservedEvent);

/** Watches `ReputationSlashed` of ReputationToken. */
export const watchReputationSlashed: WatchAction<"reputation", typeof reputationTokenReputationSlashedEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenReputationSlashedEvent);

/** Watches `SponsorSet` of ReputationToken. */
export const watchSponsorSet: WatchAction<"reputation", typeof reputationTokenSponsorSetEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenSponsorSetEvent);

/** Watches `Transfer` of ReputationToken. */
export const watchReputationTokenTransfer: WatchAction<"reputation", typeof reputationTokenTransferEvent> =
  /* @__PURE__ */ defineWatch("reputation", reputationTokenTransferEvent);
