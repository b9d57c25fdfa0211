import { expect } from "chai";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  calibrateBrandKit,
  embeddingExtractor,
  type EmbeddingExtractorOptions,
  retrieve,
  scoreDrift,
} from "../../src/brand/index.ts";
import { PALETTE } from "../../src/brand/extractors/palette.ts";
import { decodeImage } from "../../src/node/index.ts";
import { expectError } from "../helpers/errors.ts";
import { harborKit } from "./kit.ts";
import { drawn, HARBOR, NEON } from "./pictures.ts";

type Asked = { model: string; input: string[]; encoding_format: string };

/** A model that sees the mean color of a picture, and knows two words. */
async function embed(input: string): Promise<number[]> {
  if (input === "dark") return [0.02, 0.02, 0.04];
  if (!input.startsWith("data:image/")) return [0.9, 0.85, 0.75];
  const { data } = await decodeImage(Buffer.from(input.slice(input.indexOf(",") + 1), "base64"));
  const mean = (channel: number): number =>
    Array.from(data).reduce((sum, value, at) => sum + (at % 4 === channel ? value : 0), 0) / (data.length / 4) / 255;
  return [mean(0), mean(1), mean(2)];
}

describe("brand/embeddingExtractor", () => {
  const asked: Asked[] = [];
  let answer: ((response: ServerResponse, body: Asked) => void) | undefined;
  let key: string | undefined;
  let url = "";
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      const body = JSON.parse(text) as Asked;
      asked.push(body);
      key = request.headers.authorization;
      expect(request.url).to.equal("/v1/embeddings");
      if (answer !== undefined) answer(response, body);
      else
        void Promise.all(body.input.map(embed)).then((vectors) => {
          const data = vectors.map((embedding, index) => ({ object: "embedding", index, embedding })).reverse();
          response.end(JSON.stringify({ object: "list", data, model: body.model }));
        });
    });
  });

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  });
  after(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    asked.length = 0;
    answer = undefined;
  });

  const options = (more: object = {}): EmbeddingExtractorOptions => ({
    ...{ url, model: "clip-1", apiKey: "secret", retryDelay: 1 },
    ...more,
  });
  const picture = (bytes: Uint8Array) => ({ name: "work.png", mediaType: "image/png", bytes });
  const calibrate = async (more: object = {}) => {
    const extractors = [embeddingExtractor(options(more)), PALETTE];
    return calibrateBrandKit(await harborKit(), { decode: decodeImage, extractors });
  };

  it("is refused at addresses that would show the key to others", async () => {
    await expectError("GeneratorServiceError", () => embeddingExtractor(options({ url: "http://example.com/v1" })));
  });

  it("refuses answers that are no vectors, in the service's words where it has some", async () => {
    const json =
      (body: unknown, status = 200) =>
      (response: ServerResponse) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const row = (index: unknown, embedding: unknown) => ({ index, embedding });
    const all = (embedding: unknown) => ({ data: Array.from({ length: 12 }, (_, at) => row(at, embedding)) });
    for (const [wrong, told] of [
      [json({ error: { message: "no such model" } }, 404), "no such model"],
      [json({ error: { message: "too large" } }), "too large"],
      [json({ data: [] }), "0 vectors for 12"],
      [json({ data: [...all([1]).data, row(12, [1])] }), "13 vectors for 12"],
      [json(all([0, 0])), "without a direction"],
      [json(all("AAAA")), "no vector"],
      [json(all([1, null])), "no vector"],
      [json({ data: Array.from({ length: 12 }, () => row(0, [1])) }), "1 vectors for 12"],
      [(response: ServerResponse) => response.end("<html>"), "no JSON"],
    ] as const) {
      answer = (response) => void wrong(response);
      const error = await expectError("FeatureExtractorError", () => calibrate());
      expect(error.message).to.contain("clip-1").and.to.contain(told);
    }
  });

  it("asks for pictures in batches with the key, and takes vectors by their index", async () => {
    const calibrated = await calibrate({ batch: 5 });
    expect(asked.map(({ input }) => input.length)).to.deep.equal([5, 5, 2]);
    expect(asked[0]).to.deep.include({ model: "clip-1", encoding_format: "float" });
    expect(asked[0]?.input[0]).to.match(/^data:image\/png;base64,/u);
    expect(key).to.equal("Bearer secret");
    const report = await scoreDrift(calibrated, picture(await drawn(NEON, 1)));
    const seen = report.features.find(({ feature }) => feature === "clip-1");
    expect(seen?.distance).to.be.above(3 * (seen?.usual ?? Infinity));
    expect(report.onBrand).to.equal(false);
    expect((await scoreDrift(calibrated, picture(await drawn(HARBOR, 500)))).onBrand).to.equal(true);
  });

  it("sends pictures in the form that the service wants", async () => {
    await calibrate({ inputOf: (image: string) => `${image}#` });
    expect(asked[0]?.input[0]).to.match(/#$/u);
  });

  it("finds pictures by words in the model's own space", async () => {
    const calibrated = await calibrate();
    const found = await retrieve(calibrated, { text: "dark" }, 12);
    expect(asked.at(-1)?.input).to.deep.equal(["dark"]);
    const wanted = await embed("dark");
    const likeness = await Promise.all(
      calibrated.kit.references.map(async ({ bytes }) => {
        const seen = await embed(`data:image/png;base64,${Buffer.from(bytes).toString("base64")}`);
        const dot = (one: number[], other: number[]): number =>
          one.reduce((sum, x, at) => sum + x * (other[at] ?? 0), 0);
        return dot(wanted, seen) / Math.sqrt(dot(wanted, wanted) * dot(seen, seen));
      }),
    );
    const order = likeness.map((_, at) => at).sort((a, b) => (likeness[b] as number) - (likeness[a] as number));
    expect(found.map(({ index }) => index)).to.deep.equal(order);
  });
});
