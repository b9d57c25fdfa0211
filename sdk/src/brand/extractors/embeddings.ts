import { askService, assertService, type ServiceMessage, type ServiceOptions } from "../../agent/services/service.ts";
import { reasonIn } from "../../agent/services/imageService.ts";
import { GeneratorServiceError } from "../../errors/agent.ts";
import { FeatureExtractorError } from "../../errors/brand.ts";
import type { Json } from "../../storage/json.ts";
import type { BrandPicture, FeatureExtractor, FeatureVector } from "../features.ts";

/** What {@link embeddingExtractor} needs. */
export type EmbeddingExtractorOptions = ServiceOptions & {
  /** What reports call it; the model's name by default. */
  name?: string;
  /** How much it counts beside the others; 2 by default. */
  weight?: number;
  /** How the service wants a picture, given as a `data:` address; as it is by default. */
  inputOf?: (dataUrl: string) => Json;
  /** Pictures that are sent at once; 16 by default. */
  batch?: number;
};

const WEIGHT = 2;
const BATCH = 16;
const MAX_DIMENSIONS = 65_536;
/** 1 − cosine of two pictures that models take for the same, scaled or compressed. */
const RESOLUTION = 0.01;

/**
 * Embeddings of a service that speaks OpenAI's protocol (`POST embeddings`) with a model that sees pictures and reads
 * words in one space, hosted or local. Pictures are sent to it: choose one that may have them. The distance of two is
 * 1 − their cosine.
 *
 * @example
 * ```ts
 * const seeing = embeddingExtractor({ url: "http://127.0.0.1:7997/v1", model: "clip-1" });
 * const calibrated = await calibrateBrandKit(kit, { decode, extractors: [...defaultExtractors(kit.manifest), seeing] });
 * ```
 */
export function embeddingExtractor(options: EmbeddingExtractorOptions): FeatureExtractor {
  const { model, name = model, weight = WEIGHT, inputOf = (dataUrl: string): Json => dataUrl, batch = BATCH } = options;
  assertService(options);
  const embed = async (input: readonly Json[], signal: AbortSignal): Promise<FeatureVector[]> => {
    const body = { model, input, encoding_format: "float" };
    const read = (messages: AsyncIterable<ServiceMessage>) => vectorsIn(messages, input.length);
    try {
      return await askService(options, { path: "embeddings", body, signal }, read);
    } catch (error) {
      if (!(error instanceof GeneratorServiceError)) throw error;
      throw new FeatureExtractorError(name, `failed. ${error.shortMessage.replace(/\.$/u, "")}`, error);
    }
  };
  return {
    ...{ name, unit: "1 − cosine", weight, resolution: RESOLUTION },
    extract: async (pictures, { signal }) => {
      const vectors: FeatureVector[] = [];
      for (let first = 0; first < pictures.length; first += batch) {
        const part = pictures.slice(first, first + batch).map((picture) => inputOf(dataUrlOf(picture)));
        vectors.push(...(await embed(part, signal)));
      }
      return vectors;
    },
    extractText: async (text, { signal }) => (await embed([text], signal))[0] as FeatureVector,
    distance: (one, other) => {
      if (one.length === other.length) return Math.max(0, 1 - dot(one, other));
      throw new FeatureExtractorError(name, `gave vectors of ${one.length} and ${other.length} numbers`);
    },
  };
}

const dot = (one: FeatureVector, other: FeatureVector): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);

function dataUrlOf({ mediaType, bytes }: BrandPicture): string {
  let text = "";
  for (let first = 0; first < bytes.length; first += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(first, first + 0x8000));
  }
  return `data:${mediaType};base64,${btoa(text)}`;
}

/** The vectors of an answer in the order of the question, each of length 1. */
async function vectorsIn(messages: AsyncIterable<ServiceMessage>, count: number): Promise<FeatureVector[]> {
  for await (const message of messages) {
    const { data, error } = (typeof message === "object" && message !== null ? message : {}) as Record<string, unknown>;
    if (error !== undefined) throw new GeneratorServiceError(`refused: ${reasonIn(error)}`);
    const found = new Map((Array.isArray(data) ? data : []).map(vectorOf));
    const vectors = Array.from({ length: count }, (_, at) => found.get(at));
    if (vectors.every((vector) => vector !== undefined) && found.size === count) return vectors;
    throw new GeneratorServiceError(`answered ${found.size} vectors for ${count} inputs`);
  }
  throw new GeneratorServiceError("answered nothing");
}

function vectorOf(entry: unknown): [number, FeatureVector] {
  const { index, embedding } = (typeof entry === "object" && entry !== null ? entry : {}) as Record<string, unknown>;
  const isVector = Array.isArray(embedding) && embedding.length <= MAX_DIMENSIONS && embedding.every(Number.isFinite);
  if (!Number.isInteger(index) || !isVector) throw new GeneratorServiceError("answered something that is no vector");
  const vector = Float64Array.from(embedding as number[]);
  const length = Math.sqrt(dot(vector, vector));
  if (!(length > 0)) throw new GeneratorServiceError("answered a vector without a direction");
  return [index as number, vector.map((value) => value / length)];
}
