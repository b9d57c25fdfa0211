import { expect } from "chai";
import {
  createDevelopmentSigner,
  type DevelopmentSigner,
  DEFAULT_LIMITS,
  type FileReport,
  openContainer,
  signAsset,
  verifyFile,
  type VerifyFileParameters,
} from "@imprimatur/sdk/c2pa";
import type { ImprimaturError } from "@imprimatur/sdk";
import { box, CLAIM, drawPng, jpegWith, PIXEL_JPEG, PIXEL_WEBP, stripPng, superbox, withStore } from "./fixtures.ts";

const reasonOf = ({ checks }: FileReport, name: string) => checks.find(({ check }) => check === name);

async function thrownBy(file: Uint8Array, parameters?: VerifyFileParameters): Promise<ImprimaturError> {
  try {
    await verifyFile(file, parameters);
  } catch (error) {
    return error as ImprimaturError;
  }
  return expect.fail("Nothing was thrown.");
}

/** The failure of the manifest itself, as a class. */
async function refusalOf(file: Uint8Array, parameters?: VerifyFileParameters): Promise<ImprimaturError> {
  const report = await verifyFile(file, parameters);
  expect(report).to.include({ outcome: "refused", manifest: undefined });
  const { error } = reasonOf(report, "manifest")!;
  expect(error?.hint).to.be.a("string");
  return error!;
}

/** Where a box is in a store, found apart from the SDK's own reader. */
interface Place {
  type: string;
  start: number;
  end: number;
  depth: number;
}

function boxesIn(store: Uint8Array, start = 0, end = store.length, depth = 0): Place[] {
  const bytes = Buffer.from(store);
  const found: Place[] = [];
  for (let at = start; at < end; at += bytes.readUInt32BE(at)) {
    const place = {
      type: bytes.toString("latin1", at + 4, at + 8),
      start: at,
      end: at + bytes.readUInt32BE(at),
      depth,
    };
    found.push(place, ...(place.type === "jumb" ? boxesIn(store, at + 8, place.end, depth + 1) : []));
  }
  return found;
}

/** Boxes up to this size are tried whole. */
const SMALL = 120;

/** The bytes of all headers and descriptions, and those of small boxes. */
function* headerBytes(boxes: readonly Place[]): Generator<number> {
  for (const { type, start, end } of boxes) {
    const whole = type === "jumd" || (type !== "jumb" && end - start <= SMALL);
    for (let at = start; at < (whole ? end : start + 8); at += 1) yield at;
  }
}

describe("c2pa: hostile files", () => {
  let authority: DevelopmentSigner;
  let jpeg: Uint8Array;
  let store: Uint8Array;

  before(async () => {
    authority = await createDevelopmentSigner();
    const permissions = { ai_training: "notAllowed" } as const;
    ({ bytes: jpeg } = await signAsset(PIXEL_JPEG, { claim: CLAIM, signer: authority.signer, permissions }));
    store = openContainer(jpeg).store!;
  });

  const check = (file: Uint8Array) => verifyFile(file, { trustAnchors: authority.trustAnchors });

  /** Turns bits of the file's store and says at which places it is not refused. */
  async function unrefused(file: Uint8Array, places: Iterable<number>, masks: readonly number[]): Promise<string[]> {
    const whole = openContainer(file).store!;
    const found: string[] = [];
    for (const at of places) {
      for (const mask of masks) {
        const changed = withStore(file, whole, whole.with(at, whole[at]! ^ mask));
        const report = await check(changed).catch((error: unknown) => error as ImprimaturError);
        // Where the first box's type is gone, there is no manifest to be found at all.
        const refused = "outcome" in report ? report.outcome === "refused" : report.name === "MediaCorruptError";
        if (!refused) found.push(`byte ${at}, mask ${mask}`);
      }
    }
    return found;
  }

  const BITS = [1, 2, 4, 8, 16, 32, 64, 128];

  it("refuses a flip of any bit of any box's header, description, toggles and label, and of small boxes whole", async () => {
    expect((await check(jpeg)).badge).to.equal("trusted");
    const boxes = boxesIn(store);
    expect(boxes.filter(({ type }) => type === "jumd")).to.have.length(9);
    expect(await unrefused(jpeg, headerBytes(boxes), BITS)).to.deep.equal([]);
  }).timeout(180_000);

  it("refuses a flip of any bit of the headers of an ingredient's manifest, which is stored along", async () => {
    const ingredients = [{ file: jpeg, title: "input" }];
    const { bytes } = await signAsset(PIXEL_JPEG, { claim: CLAIM, signer: authority.signer, ingredients });
    expect((await check(bytes)).badge).to.equal("trusted");
    const along = boxesIn(openContainer(bytes).store!);
    const [inner, outer, ...more] = along.filter(({ type, depth }) => type === "jumb" && depth === 1);
    expect(more).to.deep.equal([]);
    // The ingredient's manifest comes first, as it was in its own store: behind a header and a description.
    expect(inner!.end - inner!.start).to.equal(store.length - boxesIn(store)[2]!.start);
    const parts = along.filter(({ start }) => start < outer!.start);
    expect(await unrefused(bytes, headerBytes(parts), BITS)).to.deep.equal([]);
  }).timeout(180_000);

  it("refuses a flip in what the boxes hold, padding included", async () => {
    const places = Array.from({ length: Math.ceil(store.length / 3) }, (_, at) => 3 * at);
    expect(await unrefused(jpeg, places, [1])).to.deep.equal([]);
  }).timeout(120_000);

  it("refuses salt that is not announced, none where it is, and anything else behind a label", async () => {
    const described = (toggles: number, rest: Uint8Array): Uint8Array => {
      const plain = superbox("c2ma", "one");
      const head = plain.slice(16);
      head[16] = toggles;
      return jpegWith(superbox("c2pa", "c2pa", box("jumb", box("jumd", Buffer.concat([head, rest])))));
    };
    const salt = box("c2sh", new Uint8Array(16));
    const reasonFor = async (toggles: number, rest: Uint8Array) => (await refusalOf(described(toggles, rest))).message;
    for (const [toggles, rest] of [
      [0b0_0011, salt],
      [0b0_0011, Buffer.of(0)],
      [0b1_0011, new Uint8Array()],
      [0b1_0011, Buffer.concat([salt, Buffer.of(0)])],
      [0b1_0011, salt.subarray(0, 20)],
      [0b1_0011, box("free", new Uint8Array(16))],
      [0b0_0111, Buffer.alloc(4)],
      [0b0_1011, Buffer.alloc(32)],
      [0b0_0001, new Uint8Array()],
    ] as const) {
      expect(await reasonFor(toggles, rest), `${toggles} ${rest.length}`).to.contain("does not say what it is");
    }
    // Whole, they are refused for what they do not hold.
    expect(await reasonFor(0b0_0011, new Uint8Array())).to.contain("exactly one box of type c2cl");
    expect(await reasonFor(0b1_0011, salt)).to.contain("exactly one box of type c2cl");
  });

  it("refuses a flip in the picture itself", async () => {
    const changed = Uint8Array.from(jpeg);
    changed[changed.length - 3]! ^= 1;
    const report = await check(changed);
    expect(report).to.include({ badge: "invalid", outcome: "refused" });
    expect(reasonOf(report, "binding")).to.deep.include({ outcome: "failed" });
    expect(reasonOf(report, "signature")).to.deep.include({ outcome: "passed" });
  });

  it("refuses a key that stands in a map twice: readers differ in which of the two they believe", async () => {
    const twice = Uint8Array.of(0xa2, 0x61, 0x61, 0x01, 0x61, 0x61, 0x02);
    const file = jpegWith(superbox("c2pa", "c2pa", superbox("c2ma", "one", box("cbor", twice))));
    expect(await refusalOf(file)).to.include({ name: "ManifestBoxError" });
    const once = jpegWith(superbox("c2pa", "c2pa", superbox("c2ma", "one", box("cbor", twice.with(5, 0x62)))));
    expect((await refusalOf(once)).message).not.to.contain("no CBOR");
    expect((await refusalOf(file)).message).to.contain("no CBOR");
  });

  it("does not take a hostile file for an ingredient, nor write what nobody reads", async () => {
    const { signer } = authority;
    const sign = (ingredient: Uint8Array, limits = DEFAULT_LIMITS) =>
      signAsset(PIXEL_JPEG, { claim: CLAIM, signer, limits, ingredients: [{ file: ingredient, title: "input" }] }).then(
        () => "signed",
        (error: unknown) => (error as Error).name,
      );
    const cycle = jpegWith(superbox("c2pa", "c2pa", superbox("c2cm", "packed")));
    expect(await sign(cycle)).to.equal("ManifestBoxError");
    expect(await sign(jpeg, { ...DEFAULT_LIMITS, fileBytes: jpeg.length - 1 })).to.equal("MediaTooLargeError");
    expect(await sign(jpeg, { ...DEFAULT_LIMITS, manifestBytes: store.length - 1 })).to.equal("ManifestBoxError");
    // The ingredient alone is within the limit, both together are not.
    expect(await sign(jpeg, { ...DEFAULT_LIMITS, manifestBytes: store.length + 1 })).to.equal("ManifestBoxError");
    expect(await sign(jpeg)).to.equal("signed");
  });

  it("sees that a manifest was stripped", async () => {
    const { bytes } = await signAsset(drawPng(8), { claim: CLAIM, signer: authority.signer });
    const report = await check(stripPng(bytes));
    expect(report).to.include({ badge: "none", outcome: "refused", manifest: undefined });
    expect(reasonOf(report, "manifest")?.reason).to.contain("stripped");
  });

  it("refuses a manifest on another picture", async () => {
    const other = Uint8Array.from(PIXEL_JPEG);
    other[other.length - 3]! ^= 8;
    const moved = Buffer.concat([
      other.subarray(0, 2),
      jpeg.subarray(2, jpeg.length - PIXEL_JPEG.length + 2),
      other.subarray(2),
    ]);
    const report = await check(new Uint8Array(moved));
    expect(report.badge).to.equal("invalid");
  });

  it("names what it cannot look at: formats, corrupt files, sizes", async () => {
    for (const file of [
      new Uint8Array(),
      Buffer.from("GIF89a………………"),
      Buffer.from("hello"),
      Buffer.from("%PDF-1.7 ........"),
    ]) {
      expect(await thrownBy(file)).to.include({ name: "MediaFormatError" });
    }
    const png = drawPng(8);
    const { bytes } = await signAsset(png, { claim: CLAIM, signer: authority.signer });
    const broken = Uint8Array.from(bytes);
    const chunk = Buffer.from(bytes).indexOf("caBX");
    broken[chunk + 9]! ^= 1;
    const endless = Uint8Array.from(bytes);
    endless.fill(0xff, chunk - 4, chunk);
    const twice = Buffer.concat([bytes.subarray(0, chunk - 4), bytes.subarray(chunk - 4, chunk + 8 + store.length)]);
    const noWebp = Uint8Array.from(PIXEL_WEBP);
    noWebp[4] = 0xff;
    const longChunk = Uint8Array.from(PIXEL_WEBP);
    longChunk[17] = 0xff;
    const corrupt = [
      broken,
      endless,
      twice,
      png.subarray(0, png.length - 5),
      jpeg.subarray(0, 300),
      PIXEL_JPEG.subarray(0, 30),
      noWebp,
      longChunk,
    ];
    for (const file of corrupt) expect(await thrownBy(new Uint8Array(file))).to.include({ name: "MediaCorruptError" });
    expect(await thrownBy(png, { limits: { ...DEFAULT_LIMITS, fileBytes: 100 } })).to.include({
      name: "MediaTooLargeError",
    });
    expect(await thrownBy(new Uint8Array(DEFAULT_LIMITS.fileBytes + 1))).to.include({ name: "MediaTooLargeError" });
  });

  it("refuses two manifest stores and packets that are missing or mixed", async () => {
    const two = new Uint8Array(
      Buffer.concat([jpegWith(store).subarray(0, -PIXEL_JPEG.length + 2), jpegWith(store).subarray(2)]),
    );
    const second = two.indexOf(0xeb, 20 + store.length);
    two[second + 6] = 9;
    expect(await thrownBy(two)).to.include({ name: "MediaCorruptError" });
    const long = superbox("c2pa", "c2pa", box("free", new Uint8Array(140_000)));
    const whole = jpegWith(long);
    expect(openContainer(whole).store).to.deep.equal(long);
    const gap = Uint8Array.from(whole);
    gap[2 + 20 + 65_000 + 11] = 3;
    expect(await thrownBy(gap)).to.include({ name: "MediaCorruptError" });
    const mixed = Uint8Array.from(whole);
    mixed[2 + 20 + 65_000 + 14]! ^= 1;
    expect(await thrownBy(mixed)).to.include({ name: "MediaCorruptError" });
  });

  it("refuses boxes that are longer than the file, without end, too many or too deep", async () => {
    const manifest = (...boxes: Uint8Array[]) => superbox("c2pa", "c2pa", superbox("c2ma", "urn:c2pa:1", ...boxes));
    const huge = Uint8Array.from(manifest(box("json", new Uint8Array(8))));
    const inner = huge.length - 16;
    let deep = box("json", new Uint8Array());
    for (let level = 0; level < 1000; level += 1) deep = superbox("c2as", "c2pa.assertions", deep);
    const many = Array.from({ length: 5000 }, () => box("free", new Uint8Array()));
    const gigabytes = (value: number): Uint8Array => {
      const changed = Uint8Array.from(huge);
      new DataView(changed.buffer).setUint32(inner, value);
      return changed;
    };
    const bombs = {
      "4 GiB": gigabytes(0xffff_ffff),
      "64-bit length": gigabytes(1),
      "to the end": gigabytes(0),
      deep: superbox("c2pa", "c2pa", deep),
      many: manifest(...many),
      compressed: manifest(box("brob", Buffer.from("jumb"))),
      "compressed manifest": superbox("c2pa", "c2pa", superbox("c2cm", "urn:c2pa:1")),
      "nested values": manifest(superbox("cbor", "x", box("cbor", new Uint8Array(1 << 20).fill(0x81)))),
      "nested maps": manifest(superbox("cbor", "x", box("cbor", new Uint8Array(1 << 20).fill(0xa1)))),
      "nested tags": manifest(superbox("cbor", "x", box("cbor", new Uint8Array(1 << 20).fill(0xc1)))),
      "an endless list": manifest(superbox("cbor", "x", box("cbor", Buffer.from("9affffffff00", "hex")))),
      "an endless text": manifest(superbox("cbor", "x", box("cbor", Buffer.from("7bffffffffffffffff00", "hex")))),
      "more manifests than read": superbox(
        "c2pa",
        "c2pa",
        ...Array.from({ length: 65 }, (_, at) => superbox("c2ma", `urn:c2pa:${at}`)),
      ),
      empty: superbox("c2pa", "c2pa"),
      "no claim": manifest(),
      "two labels": superbox("c2pa", "c2pa", superbox("c2ma", "a"), superbox("c2ma", "a")),
      "too large": manifest(box("free", new Uint8Array(DEFAULT_LIMITS.manifestBytes))),
    };
    for (const [name, bomb] of Object.entries(bombs)) {
      expect(await refusalOf(jpegWith(bomb)), name).to.include({ name: "ManifestBoxError" });
    }
  });

  it("refuses a manifest that is among its own ingredients", async () => {
    const { signer } = authority;
    let file = PIXEL_JPEG;
    for (let generation = 0; generation < 3; generation += 1) {
      const ingredients = generation === 0 ? [] : [{ file, title: "before" }];
      ({ bytes: file } = await signAsset(PIXEL_JPEG, { claim: CLAIM, signer, ingredients }));
    }
    expect((await check(file)).badge).to.equal("trusted");
    const honest = openContainer(file).store!;
    const text = Buffer.from(honest).toString("latin1");
    const labels = [...new Set(text.match(/urn:c2pa:[0-9a-f-]{36}/g))];
    const [second, third] = [text.indexOf(labels[1]!), text.indexOf(labels[2]!)];
    const cycle =
      text.slice(0, second) + text.slice(second, third).replaceAll(labels[0]!, labels[2]!) + text.slice(third);
    const error = await refusalOf(withStore(file, honest, Buffer.from(cycle, "latin1")));
    expect(error).to.include({ name: "ManifestCycleError" });
  });
});
