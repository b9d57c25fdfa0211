import sharp, { type Sharp } from "sharp";

const WIDTH = 480;
const HEIGHT = 360;

/** Numbers between 0 and 1 that are the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A picture with shapes on a cloudy ground, as a PNG file; another one for every seed. */
export async function picture(seed: number): Promise<Buffer> {
  const random = randomFrom(seed);
  const color = () => `hsl(${Math.floor(360 * random())},70%,${20 + Math.floor(60 * random())}%)`;
  const shapes = Array.from({ length: 12 }, () => {
    const [x, y, a, b] = [WIDTH * random(), HEIGHT * random(), 20 + 90 * random(), 20 + 90 * random()];
    return `<ellipse cx="${x}" cy="${y}" rx="${a}" ry="${b}" fill="${color()}" opacity="${0.4 + 0.6 * random()}"/>`;
  });
  const noise = `<feTurbulence type="fractalNoise" baseFrequency="${0.003 + 0.01 * random()}" numOctaves="4" seed="${seed}"/>`;
  const ground = `<rect width="100%" height="100%" fill="${color()}"/><rect width="100%" height="100%" filter="url(#n)"/>`;
  return sharp(Buffer.from(svg(`<filter id="n">${noise}</filter>${ground}${shapes.join("")}`)))
    .png()
    .toBuffer();
}

/** Shapes in the middle of a white page: what all have in common is most of the picture. */
export async function product(seed: number): Promise<Buffer> {
  const random = randomFrom(seed);
  const shapes = Array.from({ length: 4 }, () => {
    const [x, y, size] = [150 + 180 * random(), 100 + 160 * random(), 25 + 60 * random()];
    return `<circle cx="${x}" cy="${y}" r="${size}" fill="hsl(${Math.floor(360 * random())},70%,45%)"/>`;
  });
  return sharp(Buffer.from(svg(`<rect width="100%" height="100%" fill="white"/>${shapes.join("")}`)))
    .png()
    .toBuffer();
}

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${content}</svg>`;
}

/** Cuts a fraction off on all sides together. */
export function cropped(image: Buffer, fraction: number): Sharp {
  const [left, top] = [Math.round((WIDTH * fraction) / 2), Math.round((HEIGHT * fraction) / 2)];
  return sharp(image).extract({ left, top, width: WIDTH - 2 * left, height: HEIGHT - 2 * top });
}
