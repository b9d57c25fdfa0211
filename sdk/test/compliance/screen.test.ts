import { expect } from "chai";
import {
  buildHashIndex,
  indexProvider,
  notSearched,
  screen,
  type ScreeningAnswer,
  type ScreeningItem,
  type ScreeningProvider,
} from "@imprimatur/sdk/compliance";
import { type Hex, sha256, stringToBytes } from "viem";
import { expectError } from "../helpers/errors.ts";

const item = (name: string, perceptualHash?: Hex): ScreeningItem => ({
  name,
  mediaType: "image/png",
  contentHash: sha256(stringToBytes(name)),
  ...(perceptualHash === undefined ? {} : { perceptualHash }),
});
const ITEMS = ["a", "b", "c"].map((name) => item(name));
const NOTHING: ScreeningAnswer = { outcome: "searched", methods: ["exact"], matches: [] };

function provider(name: string, answer: (items: readonly ScreeningItem[]) => unknown): ScreeningProvider {
  return { name, corpus: "a test", screen: async (items) => answer(items) as ScreeningAnswer[] };
}

const good = provider("good", (items) => items.map(() => NOTHING));

/** What one provider's answers come to, beside one that works. */
async function reasonsOf(odd: ScreeningProvider, deadline = 1_000): Promise<string[]> {
  const [first, second] = await screen({ items: ITEMS, providers: [odd, good], deadline });
  expect(second!.answers).to.deep.equal(ITEMS.map(() => NOTHING));
  return first!.answers.map((answer) => (answer.outcome === "searched" ? "searched" : answer.reason));
}

describe("screening", () => {
  it("refuses no provider, two of a name, and impossible limits", async () => {
    await expectError("ScreeningInputError", () => screen({ items: ITEMS, providers: [] }));
    await expectError("ScreeningInputError", () => screen({ items: ITEMS, providers: [good, good] }));
    await expectError("ScreeningInputError", () => screen({ items: ITEMS, providers: [good], deadline: 0 }));
    await expectError("ScreeningInputError", () => screen({ items: ITEMS, providers: [good], deadline: NaN }));
    await expectError("ScreeningInputError", () => screen({ items: ITEMS, providers: [good], batch: 0 }));
  });

  it("says not searched where a provider throws, and asks the others", async () => {
    const throws = provider("odd", () => {
      throw new Error("no database");
    });
    expect(await reasonsOf(throws)).to.deep.equal(["failed", "failed", "failed"]);
  });

  it("says not searched where a provider is late, even one that does not listen", async () => {
    const late: ScreeningProvider = { name: "odd", corpus: "", screen: () => new Promise(() => undefined) };
    expect(await reasonsOf(late, 30)).to.deep.equal(["timeout", "timeout", "timeout"]);
  });

  it("tells a provider that its time is over", async () => {
    let told = false;
    const listens: ScreeningProvider = {
      name: "odd",
      corpus: "",
      screen: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            told = true;
            reject(new Error("aborted"));
          });
        }),
    };
    expect(await reasonsOf(listens, 30)).to.deep.equal(["timeout", "timeout", "timeout"]);
    expect(told).to.equal(true);
  });

  it("ends with its signal: what was not searched says so", async () => {
    const stop = new AbortController();
    const stopping = provider("stopping", (items) => {
      stop.abort();
      return items.map(() => NOTHING);
    });
    const [found] = await screen({ items: ITEMS, providers: [stopping], batch: 1, signal: stop.signal });
    expect(found!.answers.map(({ outcome }) => outcome)).to.include.members(["notSearched"]);
    expect(found!.answers).to.have.length(3);
  });

  const malformed: [what: string, answer: (items: readonly ScreeningItem[]) => unknown][] = [
    ["nothing", () => undefined],
    ["fewer answers than files", (items) => items.slice(1).map(() => NOTHING)],
    ["answers that are no objects", (items) => items.map(() => "clean")],
    ["a third outcome", (items) => items.map(() => ({ outcome: "cleared", methods: ["exact"], matches: [] }))],
    ["no methods", (items) => items.map(() => ({ ...NOTHING, methods: [] }))],
    ["unknown methods", (items) => items.map(() => ({ ...NOTHING, methods: ["magic"] }))],
    [
      "matches without a source",
      (items) => items.map(() => ({ ...NOTHING, matches: [{ method: "exact", item: "x" }] })),
    ],
    [
      "a likeness above all",
      (items) =>
        items.map(() => ({
          ...NOTHING,
          matches: [{ method: "exact", source: "s", item: "i", similarity: 1_000_001 }],
        })),
    ],
  ];
  for (const [what, answer] of malformed) {
    it(`says not searched where a provider answers ${what}`, async () => {
      expect(await reasonsOf(provider("odd", answer))).to.deep.equal(["malformed", "malformed", "malformed"]);
    });
  }

  it("cuts what a provider writes: long texts, half characters, thousands of matches", async () => {
    const match = { method: "service", source: `\ud800${"x".repeat(10_000)}`, item: "i", similarity: 5 } as const;
    const many = Array.from({ length: 1_000 }, (_, similarity) => ({ ...match, similarity }));
    const talkative = provider("odd", (items) =>
      items.map(() => ({ outcome: "searched", methods: ["service"], matches: many })),
    );
    const [found] = await screen({ items: ITEMS, providers: [talkative] });
    const answer = found!.answers[0];
    if (answer?.outcome !== "searched") return expect.fail("not searched");
    expect(answer.matches).to.have.length(64);
    expect(answer.matches[0]!.similarity).to.equal(999);
    expect(answer.matches[0]!.source)
      .to.have.length(500)
      .and.match(/^\ufffdx+…$/u);
  });

  it("keeps the reason of a provider that did not search", async () => {
    const unable = provider("odd", (items) => items.map(() => notSearched("unsupported", "no audio")));
    expect(await reasonsOf(unable)).to.deep.equal(["unsupported", "unsupported", "unsupported"]);
  });

  it("gives every provider batches of the size that was asked for, and tells of the progress", async () => {
    const sizes: number[] = [];
    const counting = provider("counting", (items) => {
      sizes.push(items.length);
      return items.map(() => NOTHING);
    });
    const progress: unknown[] = [];
    await screen({ items: ITEMS, providers: [counting], batch: 2, onProgress: (step) => progress.push(step) });
    expect(sizes).to.deep.equal([2, 1]);
    expect(progress).to.deep.equal([
      { provider: "counting", items: 2 },
      { provider: "counting", items: 3 },
    ]);
  });

  it("seeks the views of a picture only where nothing looks like it, and lists each find once, the likest first", async () => {
    const hashes: Hex[] = ["a5", "5a", "33"].map((byte): Hex => `0x0128${byte.repeat(30)}`);
    const close: Hex = `0x0128${"5a".repeat(29)}5b`;
    const asked: Hex[] = [];
    const known = buildHashIndex(
      hashes.map((perceptualHash, at) => ({ ...ITEMS[at]!, perceptualHash, source: "known", item: `${at}` })),
    );
    const index = {
      ...known,
      nearest: (...question: Parameters<typeof known.nearest>) => {
        asked.push(question[0]);
        return known.nearest(...question);
      },
    };
    const registry = indexProvider({ index, name: "registry", corpus: "" });
    const far: Hex = `0x0128${"0f".repeat(30)}`;
    const items = [
      { ...item("x", hashes[0]), views: [close] },
      { ...item("y", far), views: [close, hashes[2]!, hashes[1]!] },
      { ...item("z"), views: [close] },
    ];
    const [found] = await screen({ items, providers: [registry] });
    const named = found!.answers.map((answer) =>
      answer.outcome === "searched" ? answer.matches.map(({ item: of, similarity }) => `${of} ${similarity}`) : [],
    );
    expect(named).to.deep.equal([["0 1000000"], ["1 1000000", "2 1000000"], []]);
    expect(asked).to.deep.equal([hashes[0], far, close, hashes[2], hashes[1]]);
  });

  it("searches an index by bytes and by looks, says which, and leaves out the lot itself", async () => {
    const [hash, near, plain]: Hex[] = [
      `0x0128${"a5".repeat(30)}`,
      `0x0128${"a5".repeat(29)}a4`,
      `0x0100${"a5".repeat(30)}`,
    ];
    const index = buildHashIndex([
      { contentHash: ITEMS[0]!.contentHash, perceptualHash: hash!, source: "lot:1", item: "0" },
      { contentHash: ITEMS[1]!.contentHash, perceptualHash: near!, source: "lot:2", item: "7" },
    ]);
    const items = [item("a", hash), item("c", hash), item("d"), item("e", plain)];
    const registry = indexProvider({
      index,
      name: "registry",
      corpus: "block 9",
      except: (source) => source === "lot:1",
    });
    const [found] = await screen({ items, providers: [registry] });
    const similar = { method: "picture", source: "lot:2", item: "7", similarity: 995_833 };
    expect(found).to.deep.equal({
      provider: "registry",
      corpus: "block 9",
      answers: [
        { outcome: "searched", methods: ["exact", "picture"], matches: [similar] },
        { outcome: "searched", methods: ["exact", "picture"], matches: [similar] },
        { outcome: "searched", methods: ["exact"], matches: [] },
        { outcome: "searched", methods: ["exact"], matches: [] },
      ],
    });
    const [all] = await screen({ items: [ITEMS[0]!], providers: [indexProvider({ index, name: "x", corpus: "" })] });
    expect(all!.answers[0]).to.deep.include({
      matches: [{ method: "exact", source: "lot:1", item: "0", similarity: 1_000_000 }],
    });
  });
});
