import type { Pixels } from "../compliance/perceptualHash.ts";

/** A color in CIELAB under D65: lightness 0–100, and two axes of hue. */
export type Lab = readonly [lightness: number, a: number, b: number];

/** White of D65, CIE 1931 2° observer. */
const WHITE = [0.950_47, 1, 1.088_83] as const;
const EPSILON = 216 / 24_389;
const KAPPA = 24_389 / 27;

/** Linear light of the 256 values of an sRGB channel (IEC 61966-2-1). */
const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** An sRGB color of three bytes in CIELAB (CIE 15). */
export function toLab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [LINEAR[red] as number, LINEAR[green] as number, LINEAR[blue] as number];
  const x = root((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / WHITE[0]);
  const y = root((0.212_672_9 * r + 0.715_152_2 * g + 0.072_175 * b) / WHITE[1]);
  const z = root((0.019_333_9 * r + 0.119_192 * g + 0.950_304_1 * b) / WHITE[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function root(value: number): number {
  return value > EPSILON ? Math.cbrt(value) : (KAPPA * value + 16) / 116;
}

/** A picture in CIELAB, three planes of a number a pixel; transparent parts are shown on white. */
export type LabPlanes = { lightness: Float64Array; a: Float64Array; b: Float64Array };

const known = new WeakMap<Pixels, LabPlanes>();

/**
 * The planes of a picture at half its size in each direction: two by two pixels are averaged, which forgets the noise of
 * coders and halves nothing that anybody sees.
 */
export function labOf(pixels: Pixels): LabPlanes {
  const found = known.get(pixels) ?? convert(pixels);
  known.set(pixels, found);
  return found;
}

function convert({ width, height, data }: Pixels): LabPlanes {
  const [columns, rows] = [width >> 1, height >> 1];
  const planes = [0, 1, 2].map(() => new Float64Array(columns * rows)) as [Float64Array, Float64Array, Float64Array];
  for (let at = 0; at < columns * rows; at += 1) {
    const [x, y] = [2 * (at % columns), 2 * Math.floor(at / columns)];
    const corners = [0, 4, 4 * width, 4 * width + 4].map((offset) => 4 * (y * width + x) + offset);
    const color = toLab(...([0, 1, 2].map((channel) => shown(data, corners, channel)) as [number, number, number]));
    planes.forEach((plane, axis) => (plane[at] = color[axis] as number));
  }
  return { lightness: planes[0], a: planes[1], b: planes[2] };
}

/** Mean of a channel over some pixels, as they look on white. */
function shown(data: Pixels["data"], places: readonly number[], channel: number): number {
  const sum = places.reduce((total, at) => {
    const alpha = (data[at + 3] as number) / 255;
    return total + (data[at + channel] as number) * alpha + 255 * (1 - alpha);
  }, 0);
  return Math.round(sum / places.length);
}
