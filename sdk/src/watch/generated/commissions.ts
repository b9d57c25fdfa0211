// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  commissionsCommissionOpenedEvent,
  commissionsMilestoneDeliveredEvent,
  commissionsMilestonePaidEvent,
  commissionsMilestoneReturnedEvent,
  commissionsRestReturnedEvent,
} from "../../abi/items/commissions.ts";

/** Watches `CommissionOpened` of Commissions. */
export const watchCommissionOpened: WatchAction<"commissions", typeof commissionsCommissionOpenedEvent> =
  /* @__PURE__ */ defineWatch("commissions", commissionsCommissionOpenedEvent);

/** Watches `MilestoneDelivered` of Commissions. */
export const watchMilestoneDelivered: WatchAction<"commissions", typeof commissionsMilestoneDeliveredEvent> =
  /* @__PURE__ */ defineWatch("commissions", commissionsMilestoneDeliveredEvent);

/** Watches `MilestonePaid` of Commissions. */
export const watchMilestonePaid: WatchAction<"commissions", typeof commissionsMilestonePaidEvent> =
  /* @__PURE__ */ defineWatch("commissions", commissionsMilestonePaidEvent);

/** Watches `MilestoneReturned` of Commissions. */
export const watchMilestoneReturned: WatchAction<"commissions", typeof commissionsMilestoneReturnedEvent> =
  /* @__PURE__ */ defineWatch("commissions", commissionsMilestoneReturnedEvent);

/** Watches `RestReturned` of Commissions. */
export const watchRestReturned: WatchAction<"commissions", typeof commissionsRestReturnedEvent> =
  /* @__PURE__ */ defineWatch("commissions", commissionsRestReturnedEvent);
