// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  licenseMarketAgentAppointedEvent,
  licenseMarketLicenseFinalizedEvent,
  licenseMarketLicensePurchasedEvent,
  licenseMarketLicenseRefundedEvent,
  licenseMarketLicenseRevokedEvent,
  licenseMarketOfferPublishedEvent,
  licenseMarketOfferWithdrawnEvent,
  licenseMarketPurchaseSkippedEvent,
} from "../../abi/items/licenseMarket.ts";

/** Watches `AgentAppointed` of LicenseMarket. */
export const watchAgentAppointed: WatchAction<"licenseMarket", typeof licenseMarketAgentAppointedEvent> =
  /* @__PURE__ */ defineWatch("licenseMarket", licenseMarketAgentAppointedEvent);

/** Watches `LicenseFinalized` of LicenseMarket. */
export const watchLicenseFinalized: WatchAction<"licenseMarket", typeof licenseMarketLicenseFinalizedEvent> =
  /* @__PURE__ */ defineWatch("licenseMarket", licenseMarketLicenseFinalizedEvent);

/** Watches `LicensePurchased` of LicenseMarket. */
export const watchLicensePurchased: WatchAction<"licenseMarket", typeof licenseMarketLicensePurchasedEvent> =
  /* @__PURE__ */ defineWatch("licenseMarket", licenseMarketLicensePurchasedEvent);

/** Watches `LicenseRefunded` of LicenseMarket. */
export const watchLicenseRefunded: WatchAction<"licenseMarket", typeof licenseMarketLicenseRefundedEvent> =
  /* @__PURE__ */ defineWatch("licenseMarket", licenseMarketLicenseRefundedEvent);

/** Watches `LicenseRevoked` of LicenseMarket. */
export const watchLicenseRevoked: WatchAction<"licenseMarket", typeof licenseMarketLicenseRevokedEvent> =
  /* @__PURE__ */ defineWatch("licenseMarket", licenseMarketLicenseRevokedEvent);

/** Watches `OfferPublished` of LicenseMarket. */
export const watchOfferPublished: WatchAction<"licenseMarket", typeof licenseMarketOfferPublishedEvent> =
  /* @__PURE__ */ defineWatch("licenseMarket", licenseMarketOfferPublishedEvent);

/** Watches `OfferWithdrawn` of LicenseMarket. */
export const watchOfferWithdrawn: WatchAction<"licenseMarket", typeof licenseMarketOfferWithdrawnEvent> =
  /* @__PURE__ */ defineWatch("licenseMarket", licenseMarketOfferWithdrawnEvent);

/** Watches `PurchaseSkipped` of LicenseMarket. */
export const watchPurchaseSkipped: WatchAction<"licenseMarket", typeof licenseMarketPurchaseSkippedEvent> =
  /* @__PURE__ */ defineWatch("licenseMarket", licenseMarketPurchaseSkippedEvent);
