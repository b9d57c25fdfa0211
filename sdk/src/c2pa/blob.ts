/** A Blob that keeps its bytes at hand, for readers that cannot wait. */
class ByteBlob extends Blob {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, type: string) {
    super([], { type });
    this.#bytes = bytes;
  }

  override get size(): number {
    return this.#bytes.length;
  }

  override slice(start = 0, end = this.#bytes.length): ByteBlob {
    return new ByteBlob(this.#bytes.subarray(start, end), this.type);
  }

  /** A copy of the bytes. */
  copy(): ArrayBuffer {
    return Uint8Array.from(this.#bytes).buffer;
  }
}

/** Stands in for the reader that only workers have, while the engine signs. */
class ByteReader {
  readAsArrayBuffer(blob: Blob): ArrayBuffer {
    if (blob instanceof ByteBlob) return blob.copy();
    throw new TypeError("Only a worker reads other Blobs.");
  }
}

const scope = globalThis as { FileReaderSync?: unknown };
let users = 0;

/**
 * Lets the engine read what it signs: as Blobs, through `FileReaderSync`. A worker has one, and it is left alone;
 * elsewhere one is there while `act` runs, for the Blobs that `act` is given the means to make, and gone afterwards.
 */
export async function withBlobs<Result>(
  act: (toBlob: (bytes: Uint8Array, type: string) => Blob) => Promise<Result>,
): Promise<Result> {
  const isNative = scope.FileReaderSync !== undefined && scope.FileReaderSync !== ByteReader;
  if (isNative) return act((bytes, type) => new Blob([Uint8Array.from(bytes)], { type }));
  scope.FileReaderSync = ByteReader;
  users += 1;
  try {
    return await act((bytes, type) => new ByteBlob(bytes, type));
  } finally {
    users -= 1;
    if (users === 0) delete scope.FileReaderSync;
  }
}
