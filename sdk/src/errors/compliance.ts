import { ImprimaturError } from "./base.ts";

/** A picture cannot be decoded: damaged, empty, or of a format that no decoder here knows. */
export class ImageUnreadableError extends ImprimaturError {
  override readonly name = "ImageUnreadableError";
  readonly file: string;
  constructor(file: string, reason: string, cause?: unknown) {
    super(`Cannot read ${file} as a picture: ${reason}.`, {
      cause,
      hint: "Export it again as PNG, JPEG, WebP, GIF, AVIF, TIFF or SVG; the other files are not affected.",
    });
    this.file = file;
  }
}

/** A picture would take more memory than is allowed once it is decoded. */
export class ImageTooLargeError extends ImprimaturError {
  override readonly name = "ImageTooLargeError";
  readonly file: string;
  readonly pixels: number;
  readonly maxPixels: number;
  constructor(file: string, pixels: number, maxPixels: number) {
    super(`${file} has ${pixels} pixels, at most ${maxPixels} are decoded.`, {
      hint: "It may be a decompression bomb. If it is yours, scale it down or raise maxPixels.",
    });
    this.file = file;
    this.pixels = pixels;
    this.maxPixels = maxPixels;
  }
}

/** A perceptual hash is not one that can be compared here. */
export class PerceptualHashError extends ImprimaturError {
  override readonly name = "PerceptualHashError";
  constructor(hash: string, reason: string) {
    super(`${hash} is not a perceptual hash that is known here: ${reason}.`, {
      hint: "Compute it again from the file, or update the SDK.",
    });
  }
}

/** Bytes are not an index of hashes. */
export class HashIndexInvalidError extends ImprimaturError {
  override readonly name = "HashIndexInvalidError";
  constructor(reason: string, cause?: unknown) {
    super(`The bytes are not an index of hashes: ${reason}.`, { cause, hint: "Build the index again and save it." });
  }
}

/** What was asked of a screening cannot be done. */
export class ScreeningInputError extends ImprimaturError {
  override readonly name = "ScreeningInputError";
}

/** A list of known files has lines that cannot be read; nothing of it is taken. */
export class IndexListInvalidError extends ImprimaturError {
  override readonly name = "IndexListInvalidError";
  /** One for each bad line. */
  readonly problems: readonly { line: number; problem: string }[];
  constructor(problems: readonly { line: number; problem: string }[]) {
    super(`The list has ${problems.length} bad ${problems.length === 1 ? "line" : "lines"}.`, {
      details: problems.slice(0, 20).map(({ line, problem }) => `Line ${line}: ${problem}`),
      hint: "Columns: contentHash, perceptualHash (may be empty), item. Mend the lines and read the whole list again.",
    });
    this.problems = problems;
  }
}

/** A service that screens cannot be used with these settings. */
export class ScreeningServiceError extends ImprimaturError {
  override readonly name = "ScreeningServiceError";
}

/** The package that decodes pictures in Node is not installed. */
export class ImageDecoderMissingError extends ImprimaturError {
  override readonly name = "ImageDecoderMissingError";
  constructor(cause?: unknown) {
    super("Pictures cannot be decoded: the package sharp is not installed.", { cause, hint: "npm install sharp" });
  }
}

/** Bytes are not a screening report. */
export class ScreeningReportInvalidError extends ImprimaturError {
  override readonly name = "ScreeningReportInvalidError";
  constructor(reason: string, cause?: unknown) {
    super(`This is no screening report: ${reason}.`, { cause, hint: "Screen the files again and sign a new report." });
  }
}

/** A lot's screening is missing or false. */
export class LotUnscreenedError extends ImprimaturError {
  override readonly name = "LotUnscreenedError";
  readonly lotId: bigint;
  readonly findings: readonly { problem: string; assets: readonly number[]; detail: string }[];
  constructor(lotId: bigint, findings: readonly { problem: string; assets: readonly number[]; detail: string }[]) {
    super(`The screening of lot ${lotId} is missing or false.`, {
      details: findings.map(({ problem, assets, detail }) => `${problem}, ${assets.length} assets: ${detail}`),
      hint: "Screen its files, sign the report, and build the lot again with the report's hash in its leaves.",
    });
    this.lotId = lotId;
    this.findings = findings;
  }
}
