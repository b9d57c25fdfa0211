import type { Hex } from "viem";
import type { Pixels } from "../compliance/perceptualHash.ts";
import type { FeatureExtractor, FeatureVector } from "./features.ts";
import type { BrandManifest, BrandReference } from "./manifest.ts";

/** A file to look at: what a generator makes, or what lies in a folder. */
export type BrandFile = { name: string; mediaType: string; bytes: Uint8Array };

/** A brand kit with its pictures, whether it is committed or not yet. */
export type BrandKit = {
  /** The lot that it is, or will be: its assets are {@link BRAND_FILE} and the references in order. */
  lotId: bigint;
  /** SHA-256 of its manifest. */
  digest: Hex;
  manifest: BrandManifest;
  /** The reference pictures in the order of the manifest, bytes checked. */
  references: readonly (BrandReference & { bytes: Uint8Array })[];
};

/** Decodes a picture and scales it to 128 by 128 pixels: `decodeImage` of `/node`, a canvas in pages. */
export type DecodePicture = (bytes: Uint8Array, options: { name: string }) => Promise<Pixels>;

/** One feature of a calibrated kit. */
export type CalibratedFeature = {
  extractor: FeatureExtractor;
  /** One for each reference. */
  vectors: readonly FeatureVector[];
  /** The distance that is usual between references: what a file's distance is divided by. */
  scale: number;
};

/** A kit that knows how unlike its own references are, and so what drift is. */
export type CalibratedKit = {
  kit: BrandKit;
  decode: DecodePicture;
  features: readonly CalibratedFeature[];
  /** Perceptual hash of each reference. */
  looks: readonly Hex[];
  /** References that a picture is compared with: the nearest ones, by each feature. */
  neighbors: number;
  /** Drift of each reference, measured by the others. */
  leftOut: readonly number[];
  /** Most drift of what is on brand. */
  threshold: number;
};
