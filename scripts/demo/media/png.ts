import { encode } from "fast-png";
import { between, seededRandom } from "./random.ts";

const SMALLEST = 24;
const LARGEST = 96;
const CHANNELS = 3;
const MAX_CHANNEL = 255;

/** A generative interference pattern: two wave sources over a color ramp, size and palette from the seed. */
export function generatePng(seed: number): Uint8Array {
  const random = seededRandom(seed);
  const width = between(random, SMALLEST, LARGEST);
  const height = between(random, SMALLEST, LARGEST);
  const sources = [point(random, width, height), point(random, width, height)];
  const frequency = 0.15 + random() * 0.6;
  const tint = Array.from({ length: CHANNELS }, () => random());
  const data = new Uint8Array(width * height * CHANNELS);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    const wave = sources.reduce((sum, s) => sum + Math.sin(Math.hypot(x - s.x, y - s.y) * frequency), 0);
    tint.forEach((share, channel) => {
      data[pixel * CHANNELS + channel] = Math.round(((wave + 2) / 4) * share * MAX_CHANNEL);
    });
  }
  return encode({ width, height, data, channels: CHANNELS });
}

/** A picture in one flat color: readable, and worth nothing. */
export function generateBlankPng(seed: number): Uint8Array {
  const side = between(seededRandom(seed), SMALLEST, LARGEST);
  return encode({ width: side, height: side, data: new Uint8Array(side * side * CHANNELS), channels: CHANNELS });
}

function point(random: () => number, width: number, height: number): { x: number; y: number } {
  return { x: random() * width, y: random() * height };
}
