import { LotSuperseded, ManifestSuperseded } from "../generated/AssetRegistry/AssetRegistry";
import { Lot, LotSupersession, ManifestSupersession } from "../generated/schema";
import { actor } from "./helpers/actors";
import { eventId, lotKey } from "./helpers/ids";
import { loadLot } from "./helpers/lots";
import { followManifest } from "./helpers/manifests";
import { stamp } from "./helpers/stamp";

export function handleLotSuperseded(event: LotSuperseded): void {
  const lot = new Lot(lotKey(event.params.lotId));
  lot.supersededBy = lotKey(event.params.successor);
  lot.supersededAt = event.block.timestamp;
  lot.save();

  const supersession = new LotSupersession(eventId(event));
  stamp(supersession, event);
  supersession.lot = lot.id;
  supersession.successor = lotKey(event.params.successor);
  supersession.licensor = actor(event.params.licensor);
  supersession.save();
}

/** Root and leaves stay, so the files of either say the same of them: of each part, whichever is served first is shown. */
export function handleManifestSuperseded(event: ManifestSuperseded): void {
  const lot = loadLot(event.params.lotId);
  lot.manifest = event.params.manifest;
  lot.save();
  followManifest(lot);

  const supersession = new ManifestSupersession(eventId(event));
  stamp(supersession, event);
  supersession.lot = lot.id;
  supersession.by = actor(event.params.by);
  supersession.manifest = event.params.manifest;
  supersession.save();
}
