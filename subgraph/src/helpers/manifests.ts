import { DataSourceContext } from "@graphprotocol/graph-ts";
import { LotManifest as ManifestSource } from "../../generated/templates";
import { Lot } from "../../generated/schema";
import { cidOf } from "./cid";
import { nonZero } from "./ids";

/** Rows of every chunk of a manifest but the last. */
export const CHUNK_ROWS = 1024;

/** Keys of what a file's data source is told: whose file it is. The file itself is not believed. */
export const LOT_KEY = "lot";
export const COUNT_KEY = "count";
export const ROOT_KEY = "root";
export const FIRST_KEY = "first";
export const CHUNKS_KEY = "chunks";
export const SEALED_KEY = "sealed";

/** Reads the lot's manifest as soon as somebody serves it. */
export function followManifest(lot: Lot): void {
  if (!nonZero(lot.manifest)) return;
  const context = new DataSourceContext();
  context.setBytes(LOT_KEY, lot.id);
  context.setI32(COUNT_KEY, lot.count);
  context.setBytes(ROOT_KEY, lot.root);
  ManifestSource.createWithContext(cidOf(lot.manifest), context);
}
