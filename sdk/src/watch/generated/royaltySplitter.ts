// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  royaltySplitterApprovalEvent,
  royaltySplitterClaimedEvent,
  royaltySplitterCompensatedEvent,
  royaltySplitterEIP712DomainChangedEvent,
  royaltySplitterMerkleClaimedEvent,
  royaltySplitterMigrationCanceledEvent,
  royaltySplitterMigrationStartedEvent,
  royaltySplitterNodeOpenedEvent,
  royaltySplitterOperatorSetEvent,
  royaltySplitterOwnerPaidEvent,
  royaltySplitterPayeeMigratedEvent,
  royaltySplitterPotBookedEvent,
  royaltySplitterPotFundedEvent,
  royaltySplitterPotMovedEvent,
  royaltySplitterPotReleasedEvent,
  royaltySplitterSettledEvent,
  royaltySplitterSweptEvent,
  royaltySplitterTransferEvent,
  royaltySplitterWithdrawnEvent,
} from "../../abi/items/royaltySplitter.ts";

/** Watches `Approval` of RoyaltySplitter. */
export const watchRoyaltySplitterApproval: WatchAction<"royaltySplitter", typeof royaltySplitterApprovalEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterApprovalEvent);

/** Watches `Claimed` of RoyaltySplitter. */
export const watchClaimed: WatchAction<"royaltySplitter", typeof royaltySplitterClaimedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterClaimedEvent);

/** Watches `Compensated` of RoyaltySplitter. */
export const watchCompensated: WatchAction<"royaltySplitter", typeof royaltySplitterCompensatedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterCompensatedEvent);

/** Watches `EIP712DomainChanged` of RoyaltySplitter. */
export const watchRoyaltySplitterEIP712DomainChanged: WatchAction<
  "royaltySplitter",
  typeof royaltySplitterEIP712DomainChangedEvent
> = /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterEIP712DomainChangedEvent);

/** Watches `MerkleClaimed` of RoyaltySplitter. */
export const watchMerkleClaimed: WatchAction<"royaltySplitter", typeof royaltySplitterMerkleClaimedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterMerkleClaimedEvent);

/** Watches `MigrationCanceled` of RoyaltySplitter. */
export const watchMigrationCanceled: WatchAction<"royaltySplitter", typeof royaltySplitterMigrationCanceledEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterMigrationCanceledEvent);

/** Watches `MigrationStarted` of RoyaltySplitter. */
export const watchMigrationStarted: WatchAction<"royaltySplitter", typeof royaltySplitterMigrationStartedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterMigrationStartedEvent);

/** Watches `NodeOpened` of RoyaltySplitter. */
export const watchNodeOpened: WatchAction<"royaltySplitter", typeof royaltySplitterNodeOpenedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterNodeOpenedEvent);

/** Watches `OperatorSet` of RoyaltySplitter. */
export const watchOperatorSet: WatchAction<"royaltySplitter", typeof royaltySplitterOperatorSetEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterOperatorSetEvent);

/** Watches `OwnerPaid` of RoyaltySplitter. */
export const watchOwnerPaid: WatchAction<"royaltySplitter", typeof royaltySplitterOwnerPaidEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterOwnerPaidEvent);

/** Watches `PayeeMigrated` of RoyaltySplitter. */
export const watchPayeeMigrated: WatchAction<"royaltySplitter", typeof royaltySplitterPayeeMigratedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterPayeeMigratedEvent);

/** Watches `PotBooked` of RoyaltySplitter. */
export const watchPotBooked: WatchAction<"royaltySplitter", typeof royaltySplitterPotBookedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterPotBookedEvent);

/** Watches `PotFunded` of RoyaltySplitter. */
export const watchPotFunded: WatchAction<"royaltySplitter", typeof royaltySplitterPotFundedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterPotFundedEvent);

/** Watches `PotMoved` of RoyaltySplitter. */
export const watchPotMoved: WatchAction<"royaltySplitter", typeof royaltySplitterPotMovedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterPotMovedEvent);

/** Watches `PotReleased` of RoyaltySplitter. */
export const watchPotReleased: WatchAction<"royaltySplitter", typeof royaltySplitterPotReleasedEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterPotReleasedEvent);

/** Watches `Settled` of RoyaltySplitter. */
export const watchSettled: WatchAction<"royaltySplitter", typeof royaltySplitterSettledEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterSettledEvent);

/** Watches `Swept` of RoyaltySplitter. */
export const watchSwept: WatchAction<"royaltySplitter", typeof royaltySplitterSweptEvent> = /* @__PURE__ */ defineWatch(
  "royaltySplitter",
  royaltySplitterSweptEvent,
);

/** Watches `Transfer` of RoyaltySplitter. */
export const watchRoyaltySplitterTransfer: WatchAction<"royaltySplitter", typeof royaltySplitterTransferEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterTransferEvent);

/** Watches `Withdrawn` of RoyaltySplitter. */
export const watchWithdrawn: WatchAction<"royaltySplitter", typeof royaltySplitterWithdrawnEvent> =
  /* @__PURE__ */ defineWatch("royaltySplitter", royaltySplitterWithdrawnEvent);
