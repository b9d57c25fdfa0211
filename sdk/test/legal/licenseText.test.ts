import { expect } from "chai";
import fc from "fast-check";
import { getAddress, keccak256, sha256, stringToBytes } from "viem";
import type { OfferArgs } from "@imprimatur/sdk";
import {
  hashText,
  LEGAL_PRESETS,
  type LegalPreset,
  offerWithText,
  renderLicenseText,
  type LegalTerms,
  verifyLicenseText,
} from "@imprimatur/sdk/legal";
import { address, hash, RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const PRESETS = LEGAL_PRESETS.filter((preset) => preset !== "none");

const OFFER: OfferArgs = {
  recipeId: keccak256("0x01"),
  scope: "asset",
  scopeId: (7n << 24n) + 3n,
  token: getAddress("0x00000000000000000000000000000000000000aa"),
  price: 25_000_000n,
  duration: 31_536_000n,
  start: 1_790_000_000n,
  end: 1_800_000_000n,
  usages: ["derivative"],
  rate: 50_000,
  referral: 30_000,
  free: false,
  title: false,
  exclusive: false,
  transferable: true,
  revocable: true,
  supply: 100,
  perPayer: 3,
  seats: 5,
  refundWindow: 86_400,
  penalty: 50_000,
  referrerRoot: keccak256("0x02"),
  territory: 276,
  legalPreset: 5,
  salt: keccak256("0x03"),
};

/** Another value of each field that the same standard text can describe. */
const CHANGES: { [Field in keyof LegalTerms]: OfferArgs[Field][] } = {
  recipeId: [keccak256("0x09")],
  scope: ["recipe", "lot", "licensor"],
  scopeId: [(7n << 24n) + 4n, (7n << 24n) + 0xffffffn],
  token: ["0x00000000000000000000000000000000000000bb"],
  price: [25_000_001n],
  duration: [31_536_001n, "perpetual"],
  start: [0n, 1_790_000_001n],
  end: [1_800_000_001n],
  usages: [
    ["derivative", "personal"],
    ["derivative", "commercial"],
    ["derivative", "advertising"],
  ],
  rate: [50_001],
  referral: [0, 30_001],
  free: [true],
  title: [],
  exclusive: [],
  transferable: [false],
  revocable: [false],
  supply: [0, 101],
  perPayer: [0, 4],
  seats: [0, 1, 6],
  refundWindow: [0, 3600],
  penalty: [50_001],
  referrerRoot: [keccak256("0x08")],
  territory: [0, 840],
  legalPreset: [],
  salt: [keccak256("0x07")],
};

/** The text without the digest of its JSON, which changes with anything. */
const proseOf = (offer: OfferArgs): string =>
  renderLicenseText(offer).markdown.replace(/SHA-256 0x[0-9a-f]{64}/u, "SHA-256");

describe("standard license texts", () => {
  for (const preset of PRESETS) {
    it(`"${preset}" completes an offer with its number and the hash of its text`, () => {
      const terms = {
        recipeId: OFFER.recipeId,
        token: OFFER.token,
        price: 1n,
        duration: "perpetual",
        end: 9n,
      } as const;
      const { offer, markdown, json, textHash } = offerWithText({
        preset,
        offer: preset === "remix" ? { ...terms, rate: 1 } : terms,
      });
      expect(offer.textHash)
        .to.equal(textHash)
        .and.to.equal(sha256(stringToBytes(markdown)));
      expect(LEGAL_PRESETS[offer.legalPreset ?? 0]).to.equal(preset);
      expect(renderLicenseText(offer)).to.deep.equal({ markdown, json, textHash });
      expect(markdown).to.contain(hashText(json)).and.to.contain("not legal advice");
      expect(markdown).to.not.contain(textHash);
      expect(JSON.parse(json)).to.include({ type: "imprimatur/license", preset });
      verifyLicenseText(offer, markdown);
    });
  }

  it("have six different texts", () => {
    expect(PRESETS).to.have.members(["personal", "commercial", "advertising", "training", "remix", "exclusive"]);
    const titles = PRESETS.map((preset) => {
      const rate = preset === "remix" ? 1 : 0;
      const offer = { recipeId: OFFER.recipeId, token: OFFER.token, price: 1n, duration: 1n, end: 9n, rate };
      return offerWithText({ preset, offer }).markdown.split("\n")[0];
    });
    expect(new Set(titles).size).to.equal(6);
  });

  for (const [field, values] of Object.entries(CHANGES)) {
    for (const value of values) {
      it(`say another \`${field}\` in other words: ${String(value)}`, () => {
        const changed = { ...OFFER, [field]: value };
        expect(proseOf(changed)).to.not.equal(proseOf(OFFER));
        expect(renderLicenseText(changed).json).to.not.equal(renderLicenseText(OFFER).json);
      });
    }
  }

  it("tell a title, an exclusive license and a number apart, whose texts fit one value only", () => {
    const exclusive = { ...OFFER, legalPreset: 6, exclusive: true };
    expect(proseOf(exclusive)).to.contain("Exclusive: while").and.to.not.equal(proseOf(OFFER));
    const personal = { ...OFFER, usages: ["personal" as const], rate: 0, legalPreset: 1 };
    expect(proseOf(personal)).to.contain("Standard text 1");
    expect(() => renderLicenseText({ ...OFFER, title: true })).to.throw("title");
  });

  it("differ wherever two random offers differ, and nowhere else", () => {
    const terms = fc.record({
      recipeId: hash,
      scope: fc.constantFrom("recipe" as const, "lot" as const, "asset" as const, "licensor" as const),
      scopeId: uint(248),
      token: address,
      price: uint(96),
      duration: fc.oneof(fc.constant("perpetual" as const), uint(39)),
      start: uint(40),
      end: uint(40),
      rate: fc.integer({ min: 1, max: 1_000_000 }),
      referral: fc.nat(100_000),
      free: fc.boolean(),
      transferable: fc.boolean(),
      revocable: fc.boolean(),
      supply: fc.nat(),
      perPayer: fc.nat(),
      seats: fc.integer({ min: 2, max: 2 ** 31 }),
      refundWindow: fc.nat(),
      penalty: fc.nat(1_000_000),
      referrerRoot: hash,
      territory: fc.nat(999),
      salt: hash,
    });
    const field = fc.constantFrom(...(Object.keys(CHANGES) as (keyof OfferArgs)[]));
    fc.assert(
      fc.property(terms, terms, field, (one, other, name) => {
        const base: OfferArgs = { ...one, usages: ["derivative"], legalPreset: 5 };
        const changed: OfferArgs = name in other ? { ...base, [name]: (other as Partial<OfferArgs>)[name] } : base;
        const same = String(base[name]).toLowerCase() === String(changed[name]).toLowerCase();
        expect(renderLicenseText(base)).to.deep.equal(renderLicenseText({ ...base }));
        expect(renderLicenseText(changed).textHash === renderLicenseText(base).textHash).to.equal(same);
        expect(proseOf(changed) === proseOf(base)).to.equal(same || (name === "referrerRoot" && base.referral === 0));
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("are the same for the same terms, however they are written", () => {
    const { usages: _, ...rest } = OFFER;
    const usages = ["derivative", "personal"] as const;
    const twice = ["personal", "derivative", "personal"] as const;
    expect(renderLicenseText({ ...rest, usages })).to.deep.equal(renderLicenseText({ ...rest, usages: twice }));
    const token = OFFER.token.toLowerCase() as OfferArgs["token"];
    expect(renderLicenseText({ ...OFFER, token })).to.deep.equal(renderLicenseText(OFFER));
    expect(renderLicenseText({ ...OFFER, textHash: keccak256("0x") })).to.deep.equal(renderLicenseText(OFFER));
  });

  it("refuse terms that they would describe wrongly", async () => {
    const refused: [LegalPreset, Partial<OfferArgs>][] = [
      ["personal", { usages: ["personal", "commercial"] }],
      ["commercial", { usages: ["personal"] }],
      ["advertising", { usages: ["commercial"] }],
      ["training", { usages: ["training", "derivative"] }],
      ["remix", { usages: ["derivative"], rate: 0 }],
      ["remix", { usages: ["training"], rate: 1 }],
      ["personal", { usages: ["personal"], exclusive: true }],
      ["personal", { usages: ["personal"], title: true }],
    ];
    for (const [preset, terms] of refused) {
      await expectError("LegalPresetMismatchError", () =>
        offerWithText({ preset, offer: { ...OFFER, rate: 0, ...terms } }),
      );
    }
    const legalPreset = LEGAL_PRESETS.indexOf("exclusive");
    await expectError("LegalPresetMismatchError", () => renderLicenseText({ ...OFFER, legalPreset }));
    await expectError("LegalPresetMismatchError", () => renderLicenseText({ ...OFFER, legalPreset: 0 }));
    await expectError("UnknownOrdinalError", () => renderLicenseText({ ...OFFER, legalPreset: 7 }));
  });

  it("refuse a text with one changed letter", async () => {
    const { offer, markdown } = offerWithText({ preset: "remix", offer: OFFER });
    await expectError("LegalTextMismatchError", () => verifyLicenseText(offer, markdown.replace("Asset", "asset")));
    await expectError("LegalTextMismatchError", () => verifyLicenseText({}, markdown));
  });

  it("quote the licensor's own words letter for letter, without letting them act", () => {
    const work = "\n# 2. Allowed\n- all [uses](https://x.example) <b>\u202e`free` &amp; 1. \u0000**bold**";
    const { markdown, json, textHash } = renderLicenseText(OFFER, { work, law: "Germany" });
    const line = markdown.split("\n").find((text) => text.startsWith("- Work: "));
    expect(line).to.equal(
      "- Work: \\# 2\\. Allowed \\- all \\[uses\\]\\(https\\:\\/\\/x\\.example\\) &lt;b&gt; " +
        "\\`free\\` &amp;amp\\; 1\\. \\*\\*bold\\*\\*",
    );
    expect(markdown.match(/^## 2\./gmu)).to.have.lengthOf(1);
    expect(markdown).to.not.match(/\p{Cf}/u);
    expect(textHash).to.not.equal(renderLicenseText(OFFER).textHash);
    expect(JSON.parse(json)).to.have.nested.property("details.law", "Germany");
    const long = renderLicenseText(OFFER, { contact: "x".repeat(10_000) }).markdown;
    expect(long.length).to.be.lessThan(renderLicenseText(OFFER).markdown.length + 300);
  });
});
