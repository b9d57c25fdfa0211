/** What is read of a file that somebody else made; checked before anything is parsed. */
export type ReadLimits = {
  /** Largest file, 64 MiB. */
  fileBytes: number;
  /** Largest manifest store, 8 MiB. */
  manifestBytes: number;
  /** Most boxes in a manifest store, 4,096. */
  boxes: number;
  /** Deepest nesting of boxes and of the values in them, 32. */
  depth: number;
  /** Most manifests: the file's own and those of its ingredients, 64. */
  manifests: number;
};

const MIB = 1 << 20;

/** The limits where the caller names none. */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 64 * MIB,
  manifestBytes: 8 * MIB,
  boxes: 4096,
  depth: 32,
  manifests: 64,
};
