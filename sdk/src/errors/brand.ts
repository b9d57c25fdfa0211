import { ImprimaturError } from "./base.ts";

/** A brand kit cannot be made, calibrated or asked like this. */
export class BrandInputError extends ImprimaturError {
  override readonly name = "BrandInputError";
  readonly field: string;
  constructor(field: string, problem: string, hint?: string) {
    super(`${field} ${problem}.`, hint === undefined ? {} : { hint });
    this.field = field;
  }
}

/** A lot or a block is not a brand kit. */
export class BrandKitInvalidError extends ImprimaturError {
  override readonly name = "BrandKitInvalidError";
  constructor(problem: string, cause?: unknown) {
    super(`This is no brand kit: ${problem}.`, { cause });
  }
}

/** A file that a brand kit can say nothing about: it is neither a picture nor a text. */
export class BrandFileUnsupportedError extends ImprimaturError {
  override readonly name = "BrandFileUnsupportedError";
  readonly file: string;
  readonly mediaType: string;
  constructor(file: string, mediaType: string) {
    super(`A brand kit measures pictures and texts, and ${JSON.stringify(file)} is ${mediaType}.`);
    this.file = file;
    this.mediaType = mediaType;
  }
}

/** A feature extractor gave something that is no vector, or failed. */
export class FeatureExtractorError extends ImprimaturError {
  override readonly name = "FeatureExtractorError";
  readonly extractor: string;
  constructor(extractor: string, problem: string, cause?: unknown) {
    super(`The feature extractor ${JSON.stringify(extractor)} ${problem}.`, { cause });
    this.extractor = extractor;
  }
}

/** Every file that was made for one place of a lot is beyond the drift that its brand kit allows. */
export class BrandDriftError extends ImprimaturError {
  override readonly name = "BrandDriftError";
  readonly index: number;
  readonly attempts: number;
  /** Drift of the last one, and the most that the kit allows: 0 to 1. */
  readonly score: number;
  readonly threshold: number;
  constructor(index: number, attempts: number, { score, threshold }: { score: number; threshold: number }) {
    const tries = attempts === 1 ? "attempt" : "attempts";
    super(
      `Asset ${index} is off brand after ${attempts} ${tries}: its drift is ${score}, at most ${threshold} is allowed.`,
      {
        hint: "Nothing was committed. Change the brief or the generator, or calibrate the kit with more references.",
      },
    );
    this.index = index;
    this.attempts = attempts;
    this.score = score;
    this.threshold = threshold;
  }
}
