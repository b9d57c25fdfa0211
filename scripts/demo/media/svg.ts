import { between, seededRandom } from "./random.ts";

const SIDE = 240;
const MOST_SHAPES = 24;

/** A generative composition of circles and bars, palette and density from the seed. */
export function generateSvg(seed: number): string {
  const random = seededRandom(seed);
  const hue = between(random, 0, 359);
  const shapes = Array.from({ length: between(random, 3, MOST_SHAPES) }, () => shape(random, hue));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${shapes.join("")}</svg>\n`;
}

function shape(random: () => number, hue: number): string {
  const x = between(random, 0, SIDE);
  const y = between(random, 0, SIDE);
  const size = between(random, 4, SIDE / 4);
  const fill = `hsl(${(hue + between(random, 0, 60)) % 360} ${between(random, 40, 90)}% ${between(random, 25, 75)}%)`;
  return random() < 0.5
    ? `<circle cx="${x}" cy="${y}" r="${size}" fill="${fill}"/>`
    : `<rect x="${x}" y="${y}" width="${size}" height="${size * 2}" fill="${fill}"/>`;
}
