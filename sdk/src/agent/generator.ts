/** What is asked for. */
export type Brief = {
  /** Names the files. */
  title: string;
  /** What members or a customer ask for, in words. */
  text: string;
  /** Assets of the lot, 1 to 65,536. */
  count: number;
  /** Makes the run repeatable where the generator is; 0 by default. */
  seed?: number;
};

/** One file that a generator made, or that it works from. */
export type GeneratedFile = {
  /** File name with its ending; untrusted where others made it. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
};

/** What a file should look and sound like: out of a brand kit, by whoever made that one. */
export type BrandStyle = {
  name: string;
  /** How it speaks, in words: untrusted text. */
  tone?: string;
  /** Colors as `#rrggbb`. */
  palette: readonly string[];
  words: { required: readonly string[]; forbidden: readonly string[] };
  /** Pictures of the kit that are nearest to the brief. */
  references: readonly GeneratedFile[];
};

/** One file that is to be made. */
export type GenerationRequest = {
  brief: Brief;
  /** Its place in the lot. */
  index: number;
  /** 0 for the first try; each further one follows a refusal. */
  attempt: number;
  /** 32 bits that differ for each index and attempt, and are the same in each run of the same brief. */
  seed: number;
  /** Works of others that it builds on, as a milestone's dependencies. */
  inputs: readonly GeneratedFile[];
  /** Why the last one did not do: untrusted text. */
  feedback?: string;
  /** What it should look like, where the lot is made for a brand. */
  style?: BrandStyle;
};

/** A plug-in that makes files: a model behind a service, a program, a person with a folder. */
export interface Generator {
  /** The model, as recipes and certificates call it. */
  readonly name: string;
  /** Makes one file; ends when `signal` aborts. */
  generate(request: GenerationRequest, options: { signal: AbortSignal }): Promise<GeneratedFile>;
}

/** The seed of one try: FNV-1a over brief seed, index and attempt, so that neighbors are unlike. */
export function seedOf({ seed = 0 }: Pick<Brief, "seed">, index: number, attempt: number): number {
  let state = 0x811c9dc5;
  for (const word of [seed, index, attempt]) {
    for (let shift = 0; shift < 32; shift += 8) {
      state = Math.imul(state ^ ((word >>> shift) & 0xff), 0x01000193);
    }
  }
  return state >>> 0;
}
