import type { Hex } from "viem";
import { ClaimSigningError, SigningCertificateError } from "../errors/c2pa.ts";
import { ImprimaturError } from "../errors/base.ts";
import { BIRTH_LABEL, type BirthClaim, encodeBirth } from "./birth.ts";
import { withBlobs } from "./blob.ts";
import { readStore } from "./boxes.ts";
import { openContainer, type SignableMediaType } from "./container.ts";
import { reservedBytes, signClaim } from "./cose.ts";
import { digestOf } from "./digest.ts";
import { loadC2pa } from "./engine.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits.ts";
import { ENGINE_SETTINGS } from "./settings.ts";
import type { ClaimSigner } from "./signer.ts";
import {
  type DigitalSourceType,
  encodePermissions,
  TRAINING_LABEL,
  type TrainingPermissions,
  toSourceTypeUri,
} from "./vocabulary.ts";

/** A file that went into the signed one; its own manifest, if it has one, goes along. */
export type Ingredient = {
  file: Uint8Array;
  title: string;
  /** `inputTo` by default: what a model was given. */
  relationship?: "parentOf" | "componentOf" | "inputTo";
};

/** What {@link signAsset} needs beside the file. */
export type SignAssetParameters = {
  claim: BirthClaim;
  signer: ClaimSigner;
  /** How the file came to be; `trainedAlgorithmicMedia` by default. */
  digitalSourceType?: DigitalSourceType;
  /** What machines may do with it; nothing is said by default. */
  permissions?: TrainingPermissions;
  /** Shown by readers; untrusted text to them. */
  title?: string;
  ingredients?: readonly Ingredient[];
  limits?: ReadLimits;
};

/** A signed file, and what its leaf takes of it. */
export type SignedAsset = {
  bytes: Uint8Array;
  mediaType: SignableMediaType;
  /** SHA-256 of the signed file as it is stored. */
  contentHash: Hex;
  /** SHA-256 of the manifest store in it. */
  c2paHash: Hex;
};

/**
 * Signs a picture: JPEG, PNG or WebP, in Node and in browsers.
 *
 * Before the lot is committed: asset and lot id follow from producer, nonce and index, so the file names its record and
 * the record's leaf names the file. A file must not be changed afterwards.
 *
 * @example
 * ```ts
 * const assetId = assetAt(toLotId(producer, 1n), 0);
 * const claim = { chainId, assetRegistry, assetId, recipeId, recipeCommitment, model: "sdxl-1.0" };
 * const { bytes, contentHash, c2paHash } = await signAsset(png, { claim, signer });
 * const item = { name: "a.png", mediaType: "image/png", bytes: bytes.length, contentHash, evidence: { c2paHash } };
 * ```
 */
export async function signAsset(file: Uint8Array, parameters: SignAssetParameters): Promise<SignedAsset> {
  const { signer, ingredients = [], limits = DEFAULT_LIMITS } = parameters;
  const { mediaType } = openContainer(file, limits);
  const inputs = ingredients.map((ingredient) => openIngredient(ingredient, limits));
  const definition = JSON.stringify(definitionOf(parameters, mediaType));
  if (signer.certificates.length === 0) throw new SigningCertificateError("there is none");
  const { WasmBuilder } = await loadC2pa();
  const failures: unknown[] = [];
  const callback = {
    alg: signer.algorithm,
    reserveSize: reservedBytes(signer.algorithm, signer.certificates),
    sign: (claim: Uint8Array) =>
      signClaim(claim, signer).catch((error: unknown) => {
        failures.push(error);
        throw error;
      }),
  };
  const builder = WasmBuilder.fromJson(definition, JSON.stringify(ENGINE_SETTINGS));
  try {
    const { asset, manifest } = await withBlobs(async (toBlob) => {
      for (const { mediaType: type, bytes, definition: about } of inputs) {
        await builder.addIngredientFromBlob(about, type, toBlob(bytes, type));
      }
      const signed: unknown = await builder.signAndGetManifestBytes(callback, [], mediaType, toBlob(file, mediaType));
      return signed as { asset: Uint8Array; manifest: Uint8Array };
    });
    // With all its ingredients a manifest may have grown beyond what anybody reads.
    readStore(manifest, limits);
    return { bytes: asset, mediaType, contentHash: await digestOf(asset), c2paHash: await digestOf(manifest) };
  } catch (error) {
    const [cause = error] = failures;
    throw cause instanceof ImprimaturError ? cause : new ClaimSigningError(cause);
  } finally {
    builder.free();
  }
}

/** An ingredient is somebody else's file: the engine gets it once its manifest was read within the limits. */
function openIngredient({ file, title, relationship = "inputTo" }: Ingredient, limits: ReadLimits) {
  const { mediaType, store } = openContainer(file, limits);
  if (store !== undefined) readStore(store, limits);
  return { mediaType, bytes: file, definition: JSON.stringify({ title, relationship }) };
}

/** What the manifest will hold; everything is the signer's own statement, hence `created`. */
function definitionOf(parameters: SignAssetParameters, format: SignableMediaType) {
  const { claim, title, permissions, digitalSourceType = "trainedAlgorithmicMedia" } = parameters;
  const created = {
    action: "c2pa.created",
    digitalSourceType: toSourceTypeUri(digitalSourceType),
    ...(claim.model === undefined ? {} : { softwareAgent: { name: claim.model } }),
  };
  return {
    claim_generator_info: [{ name: "imprimatur" }],
    format,
    ...(title === undefined ? {} : { title }),
    assertions: [
      { label: "c2pa.actions.v2", created: true, data: { actions: [created] } },
      { label: BIRTH_LABEL, created: true, kind: "Json", data: encodeBirth(claim) },
      ...(permissions === undefined
        ? []
        : [{ label: TRAINING_LABEL, created: true, data: encodePermissions(permissions) }]),
    ],
  };
}
