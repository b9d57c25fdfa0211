import { LicenseRecorded, LicenseUsed } from "../generated/Licenses/Licenses";
import { LicenseGrant, LicenseRecord, LicenseUse } from "../generated/schema";
import { actor } from "./helpers/actors";
import { usagesOf } from "./helpers/enums";
import { eventId, recipeKey } from "./helpers/ids";
import { loadAsset } from "./helpers/lots";
import { stamp } from "./helpers/stamp";

export function handleLicenseRecorded(event: LicenseRecorded): void {
  const asset = loadAsset(event.params.assetId);
  asset.save();

  const record = new LicenseRecord(event.params.licenseId);
  record.asset = asset.id;
  record.holder = actor(event.params.holder);
  record.usages = usagesOf(event.params.usages);
  record.usageMask = event.params.usages;
  record.rate = event.params.rate;
  record.expiry = event.params.expiry;
  record.grantedAt = event.block.timestamp;
  record.save();

  const grant = new LicenseGrant(eventId(event));
  stamp(grant, event);
  grant.record = record.id;
  grant.asset = asset.id;
  grant.holder = record.holder;
  grant.save();
}

export function handleLicenseUsed(event: LicenseUsed): void {
  const record = LicenseRecord.load(event.params.licenseId)!;
  record.usedBy = recipeKey(event.params.recipe);
  record.usedAt = event.block.timestamp;
  record.save();

  const use = new LicenseUse(eventId(event));
  stamp(use, event);
  use.record = record.id;
  use.recipe = recipeKey(event.params.recipe);
  use.save();
}
