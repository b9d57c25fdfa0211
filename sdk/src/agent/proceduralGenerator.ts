import type { Pixels } from "../compliance/perceptualHash.ts";
import type { GenerationRequest, Generator } from "./generator.ts";

/** How pictures become files: `encodePng` of `/node`, or a canvas. */
export type EncodePicture = (pixels: Pixels) => Promise<{ bytes: Uint8Array; mediaType: string; extension: string }>;

/** What {@link proceduralGenerator} needs. */
export type ProceduralGeneratorOptions = {
  encode: EncodePicture;
  /** Pixels; 512 by default. */
  width?: number;
  height?: number;
};

const NAME = "imprimatur-landscapes-1";
const SIDE = 512;

/**
 * Draws landscapes: a sky, a sun, and ridges one behind the other, colors and forms from the seed. It needs no model and
 * no service, and the same request gives the same pixels in every engine: only exact arithmetic is used.
 *
 * @example
 * ```ts
 * import { encodePng } from "@imprimatur/sdk/node";
 *
 * const generator = proceduralGenerator({ encode: encodePng });
 * ```
 */
export function proceduralGenerator(options: ProceduralGeneratorOptions): Generator {
  const { encode, width = SIDE, height = SIDE } = options;
  return {
    name: NAME,
    generate: async (request, { signal }) => {
      signal.throwIfAborted();
      const { bytes, mediaType, extension } = await encode(drawLandscape(request.seed, { width, height }));
      return { name: fileName(request, extension), mediaType, bytes };
    },
  };
}

/** "harbor-at-dusk-0007.png": letters, digits and dashes only. */
export function fileName({ brief, index }: Pick<GenerationRequest, "brief" | "index">, extension: string): string {
  const stem = brief.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 40);
  return `${stem === "" ? "work" : stem}-${String(index).padStart(4, "0")}.${extension}`;
}

type Color = readonly [red: number, green: number, blue: number];
type Size = { width: number; height: number };

/** What a landscape is made of. */
type Scenery = {
  sky: readonly [top: Color, bottom: Color];
  sun: { x: number; y: number; radius: number; color: Color };
  ridges: readonly { heights: Float64Array; color: Color }[];
  grain: number;
};

/** A landscape as pixels. */
export function drawLandscape(seed: number, size: Size): Pixels {
  const { width, height } = size;
  const scenery = imagine(seed, size);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const color = colorAt(scenery, x, y, height);
      const noise = (unit(hash3(seed, x, y)) - 0.5) * scenery.grain;
      for (let channel = 0; channel < 3; channel++) data[at + channel] = clamp((color[channel] as number) + noise);
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}

function imagine(seed: number, { width, height }: Size): Scenery {
  const random = randomOf(seed);
  const hue = random();
  const sky = [shade(hue, 0.9, 0.35), shade(hue + 0.08, 0.55, 0.95)] as const;
  const sun = {
    x: width * (0.15 + 0.7 * random()),
    y: height * (0.12 + 0.4 * random()),
    radius: Math.min(width, height) * (0.04 + 0.1 * random()),
    color: shade(hue + 0.1 + 0.1 * random(), 0.25, 1),
  };
  const count = 3 + Math.floor(random() * 4);
  const ridges = Array.from({ length: count }, (_, layer) => {
    const depth = (layer + 1) / count;
    const base = height * (0.35 + 0.5 * depth + 0.08 * (random() - 0.5));
    const relief = height * (0.3 - 0.16 * depth) * (0.4 + random());
    const heights = ridge((seed ^ Math.imul(layer + 1, 0x9e3779b1)) >>> 0, { width, base, relief });
    return { heights, color: shade(hue + 0.5 * random(), 0.35 + 0.4 * depth, 0.8 - 0.65 * depth) };
  });
  return { sky, sun, ridges, grain: 6 + 14 * random() };
}

function colorAt({ sky, sun, ridges }: Scenery, x: number, y: number, height: number): Color {
  for (let layer = ridges.length - 1; layer >= 0; layer--) {
    const { heights, color } = ridges[layer] as Scenery["ridges"][number];
    if (y >= (heights[x] as number)) return color;
  }
  const [dx, dy] = [x - sun.x, y - sun.y];
  const distance = dx * dx + dy * dy;
  if (distance <= sun.radius * sun.radius) return sun.color;
  const glow = (sun.radius * sun.radius) / distance;
  return blend(blend(sky[0], sky[1], y / height), sun.color, 0.6 * glow);
}

/** Heights of a ridge: four octaves of smoothed noise. */
function ridge(seed: number, { width, base, relief }: { width: number; base: number; relief: number }): Float64Array {
  const heights = new Float64Array(width);
  for (let x = 0; x < width; x++) {
    let sum = 0;
    for (let octave = 0; octave < 4; octave++) {
      sum += smoothNoise(seed + octave, (x / width) * (2 << octave)) / (1 << octave);
    }
    heights[x] = base - relief * (sum / 1.875);
  }
  return heights;
}

function smoothNoise(seed: number, at: number): number {
  const left = Math.floor(at);
  const share = at - left;
  const [from, to] = [unit(hash3(seed, left, 7)), unit(hash3(seed, left + 1, 7))];
  return from + (to - from) * share * share * (3 - 2 * share);
}

/** A color by hue (turns), saturation and value. */
function shade(hue: number, saturation: number, value: number): Color {
  const turn = (hue - Math.floor(hue)) * 6;
  const channel = (offset: number): number => {
    const place = (offset + turn) % 6;
    return 255 * value * (1 - saturation * Math.max(0, Math.min(place, 4 - place, 1)));
  };
  return [channel(5), channel(3), channel(1)];
}

const blend = (from: Color, to: Color, share: number): Color => {
  const part = Math.max(0, Math.min(1, share));
  return [0, 1, 2].map((channel) => {
    const start = from[channel] as number;
    return start + ((to[channel] as number) - start) * part;
  }) as unknown as Color;
};

const clamp = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));
const unit = (word: number): number => word / 2 ** 32;

/** Mixes three words into 32 bits. */
function hash3(a: number, b: number, c: number): number {
  let mixed = Math.imul(a ^ 0x27d4eb2f, 0x85ebca6b) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35) ^ Math.imul(c, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Numbers in [0, 1), the same ones for the same seed. */
function randomOf(seed: number): () => number {
  let step = 0;
  return () => unit(hash3(seed, ++step, 0x51));
}
