// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  licensesApprovalEvent,
  licensesApprovalForAllEvent,
  licensesBatchMetadataUpdateEvent,
  licensesBreachProvedEvent,
  licensesExclusiveReleasedEvent,
  licensesLicenseEndedEvent,
  licensesLicenseRecordedEvent,
  licensesLicenseRenewedEvent,
  licensesLicenseUsedEvent,
  licensesMetadataUpdateEvent,
  licensesSeatAssignedEvent,
  licensesTransferEvent,
} from "../../abi/items/licenses.ts";

/** Watches `Approval` of Licenses. */
export const watchLicensesApproval: WatchAction<"licenses", typeof licensesApprovalEvent> = /* @__PURE__ */ defineWatch(
  "licenses",
  licensesApprovalEvent,
);

/** Watches `ApprovalForAll` of Licenses. */
export const watchLicensesApprovalForAll: WatchAction<"licenses", typeof licensesApprovalForAllEvent> =
  /* @__PURE__ */ defineWatch("licenses", licensesApprovalForAllEvent);

/** Watches `BatchMetadataUpdate` of Licenses. */
export const watchBatchMetadataUpdate: WatchAction<"licenses", typeof licensesBatchMetadataUpdateEvent> =
  /* @__PURE__ */ defineWatch("licenses", licensesBatchMetadataUpdateEvent);

/** Watches `BreachProved` of Licenses. */
export const watchBreachProved: WatchAction<"licenses", typeof licensesBreachProvedEvent> = /* @__PURE__ */ defineWatch(
  "licenses",
  licensesBreachProvedEvent,
);

/** Watches `ExclusiveReleased` of Licenses. */
export const watchExclusiveReleased: WatchAction<"licenses", typeof licensesExclusiveReleasedEvent> =
  /* @__PURE__ */ defineWatch("licenses", licensesExclusiveReleasedEvent);

/** Watches `LicenseEnded` of Licenses. */
export const watchLicenseEnded: WatchAction<"licenses", typeof licensesLicenseEndedEvent> = /* @__PURE__ */ defineWatch(
  "licenses",
  licensesLicenseEndedEvent,
);

/** Watches `LicenseRecorded` of Licenses. */
export const watchLicenseRecorded: WatchAction<"licenses", typeof licensesLicenseRecordedEvent> =
  /* @__PURE__ */ defineWatch("licenses", licensesLicenseRecordedEvent);

/** Watches `LicenseRenewed` of Licenses. */
export const watchLicenseRenewed: WatchAction<"licenses", typeof licensesLicenseRenewedEvent> =
  /* @__PURE__ */ defineWatch("licenses", licensesLicenseRenewedEvent);

/** Watches `LicenseUsed` of Licenses. */
export const watchLicenseUsed: WatchAction<"licenses", typeof licensesLicenseUsedEvent> = /* @__PURE__ */ defineWatch(
  "licenses",
  licensesLicenseUsedEvent,
);

/** Watches `MetadataUpdate` of Licenses. */
export const watchMetadataUpdate: WatchAction<"licenses", typeof licensesMetadataUpdateEvent> =
  /* @__PURE__ */ defineWatch("licenses", licensesMetadataUpdateEvent);

/** Watches `SeatAssigned` of Licenses. */
export const watchSeatAssigned: WatchAction<"licenses", typeof licensesSeatAssignedEvent> = /* @__PURE__ */ defineWatch(
  "licenses",
  licensesSeatAssignedEvent,
);

/** Watches `Transfer` of Licenses. */
export const watchLicensesTransfer: WatchAction<"licenses", typeof licensesTransferEvent> = /* @__PURE__ */ defineWatch(
  "licenses",
  licensesTransferEvent,
);
