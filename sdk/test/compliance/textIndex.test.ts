import { expect } from "chai";
import { buildTextIndex, minHash, screen, textProvider } from "@imprimatur/sdk/compliance";
import { randomFrom } from "./pictures.ts";

const random = randomFrom(11);
const words = Array.from({ length: 900 }, (_, at) => `word${at}`);
const textOf = (count: number): string[] => Array.from({ length: count }, () => words[Math.floor(900 * random())]!);
const shingles = (text: readonly string[]): Set<string> =>
  new Set(text.slice(0, -3).map((_, at) => text.slice(at, at + 4).join(" ")));

function jaccard(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [shingles(a), shingles(b)];
  const common = [...first].filter((shingle) => second.has(shingle)).length;
  return common / (first.size + second.size - common);
}

describe("near-duplicates of texts", () => {
  it("has no hash of a text without words, and finds none", () => {
    expect(minHash("  …!?  ")).to.equal(undefined);
    const index = buildTextIndex([{ text: "", source: "s", item: "1" }]);
    expect(index.size).to.equal(0);
    expect(index.search("")).to.deep.equal([]);
    expect(index.search("anything at all")).to.deep.equal([]);
  });

  it("ignores case, punctuation, spaces and ways to write a letter", () => {
    expect(minHash("Café, AU lait!")).to.deep.equal(minHash("cafe\u0301   au LAIT"));
    expect(minHash("one two three")).not.to.deep.equal(minHash("one two four"));
  });

  it("estimates how many shingles two texts share", () => {
    for (let round = 0; round < 40; round += 1) {
      const a = textOf(300);
      const b = a.map((word) => (random() < round / 200 ? "changed" : word));
      const index = buildTextIndex([{ text: a.join(" "), source: "s", item: "1" }]);
      const truth = jaccard(a, b);
      const found = index.search(b.join(" "), 0)[0]?.similarity ?? 0;
      if (truth > 0.6) expect(found / 1_000_000, `round ${round}`).to.be.within(truth - 0.15, truth + 0.15);
    }
  });

  it("recalls every copy with a few changed words, takes no other text for one, tells the likest first", () => {
    const texts = Array.from({ length: 300 }, () => textOf(200));
    const index = buildTextIndex(texts.map((text, at) => ({ text: text.join(" "), source: "s", item: String(at) })));
    for (const [at, text] of texts.entries()) {
      const copy = text.map((word, place) => (place % 67 === 5 ? "other" : word));
      expect(index.search(copy.join(" ")).map(({ item }) => item)).to.deep.equal([String(at)]);
    }
    const [first, second] = [texts[0]!.join(" "), texts[0]!.slice(0, 170).join(" ")];
    const two = buildTextIndex([
      { text: second, source: "s", item: "part" },
      { text: first, source: "s", item: "whole" },
    ]);
    expect(two.search(first).map(({ item }) => item)).to.deep.equal(["whole", "part"]);
    expect(two.search(first)[0]!.similarity).to.equal(1_000_000);
  });

  it("compares scripts that do not part words", () => {
    const index = buildTextIndex([
      { text: "春はあけぼの。やうやう白くなりゆく山ぎは、少しあかりて", source: "s", item: "1" },
    ]);
    expect(index.search("春はあけぼの。やうやう白くなりゆく山ぎは少しあかりて、")).to.have.length(1);
    expect(index.search("夏は夜。月のころはさらなり、闇もなほ、蛍の多く飛びちがひたる")).to.deep.equal([]);
  });

  it("answers a screening, and searches nothing where there is no text", async () => {
    const index = buildTextIndex([{ text: "once upon a time there was", source: "tales", item: "1" }]);
    const item = { name: "n", mediaType: "text/plain", contentHash: `0x${"00".repeat(32)}` } as const;
    const items = [{ ...item, text: "Once upon a time there was" }, item, { ...item, text: " …?! " }];
    const [found] = await screen({ items, providers: [textProvider({ index, name: "texts", corpus: "tales" })] });
    const match = { method: "text", source: "tales", item: "1", similarity: 1_000_000 };
    expect(found!.answers).to.deep.equal([
      { outcome: "searched", methods: ["text"], matches: [match] },
      { outcome: "notSearched", reason: "unsupported", detail: "it is not a text" },
      { outcome: "notSearched", reason: "tooPlain", detail: "it has no words" },
    ]);
  });
});
