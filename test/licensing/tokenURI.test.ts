import { expect } from "chai";
import { SaxesParser } from "saxes";
import { toHex } from "viem";
import { connect } from "../helpers/protocol.ts";
import {
  deployGrants,
  exclusiveOf,
  granted,
  grantOf,
  type Grants,
  type RecordGrant,
  renew,
  wholeOf,
} from "./grants.ts";
import { DAY, type Hash, hashOf, PERPETUAL, registerRecipe, USAGES } from "./market.ts";

interface Metadata {
  name: string;
  description: string;
  image: string;
  attributes: { trait_type: string; value: string | number; display_type?: string }[];
}

const JSON_PREFIX = "data:application/json;base64,";
const SVG_PREFIX = "data:image/svg+xml;base64,";

const decoded = (uri: string, prefix: string): string => {
  expect(uri.startsWith(prefix)).to.equal(true);
  return Buffer.from(uri.slice(prefix.length), "base64").toString("utf8");
};

/** Texts of a drawing, read by a strict XML parser. */
function textsOf(svg: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (text) => texts.push(text));
  parser.write(svg).close();
  return texts.filter((text) => text.trim() !== "");
}

describe("tokenURI of licenses", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let grants: Grants;
  const fixture = () => deployGrants(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    grants = await connection.networkHelpers.loadFixture(fixture);
  });

  const now = () => connection.networkHelpers.time.latest();

  const token = (overrides: Partial<RecordGrant> = {}) =>
    granted(grants, grantOf(grants, { assetId: grants.assets(7), transferable: true, ...overrides }));

  const metadataOf = async (licenseId: Hash): Promise<Metadata> =>
    JSON.parse(decoded(await grants.licenses.read.tokenURI([BigInt(licenseId)]), JSON_PREFIX)) as Metadata;

  const traitsOf = async (licenseId: Hash) => {
    const { attributes } = await metadataOf(licenseId);
    return Object.fromEntries(attributes.map(({ trait_type, value }) => [trait_type, value]));
  };

  const drawingOf = async (licenseId: Hash) => textsOf(decoded((await metadataOf(licenseId)).image, SVG_PREFIX));

  it("is refused for records that are no tokens", async () => {
    const { licenses } = grants;
    for (const id of [hashOf("nothing"), await granted(grants, grantOf(grants))]) {
      await connection.viem.assertions.revertWithCustomErrorWithArgs(
        licenses.read.tokenURI([BigInt(id)]),
        licenses,
        "ERC721NonexistentToken",
        [BigInt(id)],
      );
    }
  });

  it("says what was bought", async () => {
    const expiry = (await now()) + 30 * DAY;
    const usages = USAGES.personal | USAGES.commercial | USAGES.derivative;
    const licenseId = await token({ usages, expiry, rate: 123_456, seats: 25, revocable: true });
    const { name, description } = await metadataOf(licenseId);
    expect(name).to.equal(`License of asset 7 of lot ${grants.lot & ((1n << 64n) - 1n)}`);
    expect(description).to.include("Whoever owns this token holds it");
    expect(await traitsOf(licenseId)).to.deep.equal({
      Asset: toHex(grants.assets(7), { size: 31 }),
      Usages: "Personal, Commercial, Derivative",
      Status: "Valid",
      Exclusive: "No",
      Revocable: "Yes",
      Offer: hashOf("offer"),
      Rate: "12.3456 %",
      Expiry: expiry,
      Bought: await now(),
      Seats: 25,
    });
    const { attributes } = await metadataOf(licenseId);
    const typed = attributes.filter(({ display_type }) => display_type !== undefined);
    expect(typed.map(({ trait_type, display_type }) => [trait_type, display_type])).to.deep.equal([
      ["Expiry", "date"],
      ["Bought", "date"],
      ["Seats", "number"],
    ]);
  });

  it("draws the same in well-formed SVG", async () => {
    const expiry = (await now()) + 30 * DAY;
    const licenseId = await granted(
      grants,
      exclusiveOf(grants, grants.early, 2, { expiry, seats: 2, transferable: true }),
    );
    const date = new Date(expiry * 1000).toISOString().slice(0, 10);
    const lot = grants.early.lotId & ((1n << 64n) - 1n);
    expect(await drawingOf(licenseId)).to.deep.equal([
      "Imprimatur",
      `License of asset 2 of lot ${lot}`,
      "Commercial",
      `until ${date}`,
      "2 seats",
      "Exclusive",
      "Valid",
      licenseId,
    ]);
  });

  it("names whole lots, single seats and what never ends", async () => {
    const licenseId = await token({ assetId: wholeOf(grants.early) });
    const lot = grants.early.lotId & ((1n << 64n) - 1n);
    expect((await metadataOf(licenseId)).name).to.equal(`License of lot ${lot}`);
    expect((await traitsOf(licenseId))["Expiry"]).to.equal("Perpetual");
    const texts = await drawingOf(licenseId);
    expect(texts).to.include("Perpetual");
    expect(texts).to.include("1 seat");
    expect(texts).to.include("Not exclusive");
  });

  it("follows the license: used, renewed, expired", async () => {
    const expiry = (await now()) + DAY;
    const licenseId = await token({ expiry, usages: USAGES.derivative });
    const recipe = registerRecipe(grants, {
      licensor: grants.licensee.address,
      parents: [{ asset: grants.assets(7), licenseId, rate: 0 }],
    });
    await recipe;
    expect((await traitsOf(licenseId))["Status"]).to.equal("Used");
    await connection.networkHelpers.time.increaseTo(expiry);
    expect((await traitsOf(licenseId))["Status"]).to.equal("Expired");
    await renew(grants, licenseId, DAY);
    expect(await traitsOf(licenseId)).to.include({ Status: "Used", Expiry: (await now()) + DAY });
    expect((await drawingOf(licenseId))[6]).to.equal("Used");
  });

  it("is JSON at every extreme of the numbers in it", async () => {
    for (const [usages, rate] of [
      [0, 0],
      [63, 2 ** 24 - 1],
      [255, 1_000_000],
    ] as const) {
      const licenseId = await token({ usages, rate, seats: 2 ** 32 - 1, expiry: PERPETUAL - 1 });
      const traits = await traitsOf(licenseId);
      expect(traits["Rate"]).to.equal(`${Math.floor(rate / 10_000)}.${String(rate % 10_000).padStart(4, "0")} %`);
      expect(traits["Expiry"]).to.equal(PERPETUAL - 1);
      expect(await drawingOf(licenseId)).to.include("until 36812-02-20");
    }
  });

  it("writes dates as the calendar has them", async () => {
    const days = [
      ...["2027-02-28", "2027-03-01", "2028-02-29", "2028-03-01", "2028-12-31", "2029-01-01", "2100-02-28"],
      ...["2100-03-01", "2399-12-31", "2400-02-29", "2400-03-01", "9999-12-31"],
    ];
    for (const day of days) {
      const expiry = Date.parse(`${day}T23:59:59Z`) / 1000;
      const licenseId = await token({ expiry });
      expect(await drawingOf(licenseId)).to.include(`until ${day}`);
    }
  });

  it("has a collection beside it, and a renderer that everybody can read", async () => {
    const { licenses } = grants;
    const collection = JSON.parse(decoded(await licenses.read.contractURI(), JSON_PREFIX)) as Record<string, string>;
    expect(collection["name"]).to.equal("Imprimatur Licenses");
    expect(collection["symbol"]).to.equal("IMPRL");
    const renderer = await connection.viem.getContractAt("LicenseRenderer", await licenses.read.renderer());
    const licenseId = await token();
    const record = await licenses.read.recordOf([licenseId]);
    expect(await renderer.read.tokenURI([licenseId, record])).to.equal(
      await licenses.read.tokenURI([BigInt(licenseId)]),
    );
  });
});
