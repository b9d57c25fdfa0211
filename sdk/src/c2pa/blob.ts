/**
 * Bytes as the engine reads what it signs: as a Blob, through `FileReaderSync`, which only workers have. Here the Blob
 * keeps its bytes at hand, and where there is no such reader one is put in place that takes them.
 */
export class ByteBlob extends Blob {
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

/** Puts the reader of {@link ByteBlob}s in place; a worker's own keeps serving all other Blobs. */
export function prepareBlobReader(): void {
  const scope = globalThis as { FileReaderSync?: new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer } };
  const Native = scope.FileReaderSync;
  scope.FileReaderSync = class {
    readAsArrayBuffer(blob: Blob): ArrayBuffer {
      if (blob instanceof ByteBlob) return blob.copy();
      if (Native === undefined) throw new TypeError("Only a worker reads other Blobs.");
      return new Native().readAsArrayBuffer(blob);
    }
  };
}
