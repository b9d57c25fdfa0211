import { RecordMissingError } from "../errors/c2pa.ts";
import { type ContentStore, getBlock } from "../storage/store.ts";
import { readRecord, type RecordSource } from "./record.ts";
import { type FileReport, verifyFile, type VerifyFileParameters } from "./verifyFile.ts";

/** What {@link verifyStoredAsset} needs. */
export type VerifyStoredAssetParameters = Omit<VerifyFileParameters, "record" | "assetId"> & {
  assetId: bigint;
  record: RecordSource & { store: ContentStore };
};

/**
 * From the certificate to the file: fetches the bytes that an asset's record stands for and checks that they name the
 * record back.
 *
 * @example
 * ```ts
 * const { outcome } = await verifyStoredAsset({ assetId, trustAnchors, record: { client, assetRegistry, store } });
 * ```
 */
export async function verifyStoredAsset(parameters: VerifyStoredAssetParameters): Promise<FileReport> {
  const { assetId, record: source, ...rest } = parameters;
  const { leaf } = await readRecord(source, assetId);
  if (leaf === undefined) throw new RecordMissingError(assetId);
  return verifyFile(await getBlock(source.store, leaf.contentHash), { ...rest, assetId, record: source });
}
