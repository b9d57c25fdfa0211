// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  assetRegistryApprovalEvent,
  assetRegistryApprovalForAllEvent,
  assetRegistryAssetFrozenEvent,
  assetRegistryAssetMintedEvent,
  assetRegistryBlockedSetEvent,
  assetRegistryControlOfferedEvent,
  assetRegistryControlTransferredEvent,
  assetRegistryEIP712DomainChangedEvent,
  assetRegistryExternalRegisteredEvent,
  assetRegistryGateRecordedEvent,
  assetRegistryLotCommittedEvent,
  assetRegistryLotSupersededEvent,
  assetRegistryManifestSupersededEvent,
  assetRegistryRecipeRegisteredEvent,
  assetRegistryRecipeRenewedEvent,
  assetRegistryRecipeStoppedEvent,
  assetRegistryRecipeSuspendedEvent,
  assetRegistryRecipeUseGrantedEvent,
  assetRegistryTransferEvent,
  assetRegistryVerdictSetEvent,
} from "../../abi/items/assetRegistry.ts";

/** Watches `Approval` of AssetRegistry. */
export const watchAssetRegistryApproval: WatchAction<"assetRegistry", typeof assetRegistryApprovalEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryApprovalEvent);

/** Watches `ApprovalForAll` of AssetRegistry. */
export const watchAssetRegistryApprovalForAll: WatchAction<"assetRegistry", typeof assetRegistryApprovalForAllEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryApprovalForAllEvent);

/** Watches `AssetFrozen` of AssetRegistry. */
export const watchAssetFrozen: WatchAction<"assetRegistry", typeof assetRegistryAssetFrozenEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryAssetFrozenEvent);

/** Watches `AssetMinted` of AssetRegistry. */
export const watchAssetMinted: WatchAction<"assetRegistry", typeof assetRegistryAssetMintedEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryAssetMintedEvent);

/** Watches `BlockedSet` of AssetRegistry. */
export const watchBlockedSet: WatchAction<"assetRegistry", typeof assetRegistryBlockedSetEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryBlockedSetEvent);

/** Watches `ControlOffered` of AssetRegistry. */
export const watchControlOffered: WatchAction<"assetRegistry", typeof assetRegistryControlOfferedEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryControlOfferedEvent);

/** Watches `ControlTransferred` of AssetRegistry. */
export const watchControlTransferred: WatchAction<"assetRegistry", typeof assetRegistryControlTransferredEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryControlTransferredEvent);

/** Watches `EIP712DomainChanged` of AssetRegistry. */
export const watchAssetRegistryEIP712DomainChanged: WatchAction<
  "assetRegistry",
  typeof assetRegistryEIP712DomainChangedEvent
> = /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryEIP712DomainChangedEvent);

/** Watches `ExternalRegistered` of AssetRegistry. */
export const watchExternalRegistered: WatchAction<"assetRegistry", typeof assetRegistryExternalRegisteredEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryExternalRegisteredEvent);

/** Watches `GateRecorded` of AssetRegistry. */
export const watchGateRecorded: WatchAction<"assetRegistry", typeof assetRegistryGateRecordedEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryGateRecordedEvent);

/** Watches `LotCommitted` of AssetRegistry. */
export const watchLotCommitted: WatchAction<"assetRegistry", typeof assetRegistryLotCommittedEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryLotCommittedEvent);

/** Watches `LotSuperseded` of AssetRegistry. */
export const watchLotSuperseded: WatchAction<"assetRegistry", typeof assetRegistryLotSupersededEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryLotSupersededEvent);

/** Watches `ManifestSuperseded` of AssetRegistry. */
export const watchManifestSuperseded: WatchAction<"assetRegistry", typeof assetRegistryManifestSupersededEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryManifestSupersededEvent);

/** Watches `RecipeRegistered` of AssetRegistry. */
export const watchRecipeRegistered: WatchAction<"assetRegistry", typeof assetRegistryRecipeRegisteredEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryRecipeRegisteredEvent);

/** Watches `RecipeRenewed` of AssetRegistry. */
export const watchRecipeRenewed: WatchAction<"assetRegistry", typeof assetRegistryRecipeRenewedEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryRecipeRenewedEvent);

/** Watches `RecipeStopped` of AssetRegistry. */
export const watchRecipeStopped: WatchAction<"assetRegistry", typeof assetRegistryRecipeStoppedEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryRecipeStoppedEvent);

/** Watches `RecipeSuspended` of AssetRegistry. */
export const watchRecipeSuspended: WatchAction<"assetRegistry", typeof assetRegistryRecipeSuspendedEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryRecipeSuspendedEvent);

/** Watches `RecipeUseGranted` of AssetRegistry. */
export const watchRecipeUseGranted: WatchAction<"assetRegistry", typeof assetRegistryRecipeUseGrantedEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryRecipeUseGrantedEvent);

/** Watches `Transfer` of AssetRegistry. */
export const watchAssetRegistryTransfer: WatchAction<"assetRegistry", typeof assetRegistryTransferEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryTransferEvent);

/** Watches `VerdictSet` of AssetRegistry. */
export const watchVerdictSet: WatchAction<"assetRegistry", typeof assetRegistryVerdictSetEvent> =
  /* @__PURE__ */ defineWatch("assetRegistry", assetRegistryVerdictSetEvent);
