import sharp from "sharp";
import type { BrandReferenceFile } from "../../src/brand/index.ts";
import { randomFrom } from "../compliance/pictures.ts";

const WIDTH = 320;
const HEIGHT = 240;

/** A way of drawing: colors, and what is drawn with them. */
export interface Style {
  ground: readonly string[];
  colors: readonly string[];
  draw: "circles" | "stripes";
}

/** Calm blues and sand in round forms. */
export const HARBOR: Style = {
  ground: ["#f1e9d2", "#e8dcc0", "#f6f0e0"],
  colors: ["#1d3557", "#457b9d", "#a8dadc", "#e9c46a"],
  draw: "circles",
};

/** Loud colors on black, the same forms. */
export const NEON: Style = {
  ground: ["#0b0014", "#14001f"],
  colors: ["#ff00aa", "#39ff14", "#fffb00"],
  draw: "circles",
};

/** The colors of the harbor in hard slanting stripes. */
export const STRIPES: Style = { ...HARBOR, draw: "stripes" };

/** A picture in a style, another one for every seed, as a PNG. */
export async function drawn(style: Style, seed: number): Promise<Buffer> {
  const random = randomFrom(seed * 7919 + 1);
  const pick = (colors: readonly string[]): string => colors[Math.floor(random() * colors.length)] as string;
  const forms = Array.from({ length: 9 }, () => {
    const [x, y, size, color] = [WIDTH * random(), HEIGHT * random(), 15 + 45 * random(), pick(style.colors)];
    return style.draw === "circles"
      ? `<circle cx="${x}" cy="${y}" r="${size}" fill="${color}"/>`
      : `<rect x="${x - 200}" y="${y}" width="500" height="${size / 6}" fill="${color}" transform="rotate(-40 ${x} ${y})"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${pick(style.ground)}"/>${forms.join("")}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** References of a style, as a folder of a studio has them. */
export async function referencesOf(style: Style, count: number, first = 0): Promise<BrandReferenceFile[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const bytes = await drawn(style, first + at);
      return { name: `reference-${at}.png`, mediaType: "image/png", bytes, tags: [`number ${at}`] };
    }),
  );
}
