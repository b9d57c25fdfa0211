import { expect } from "chai";
import { decodeFunctionData, getAddress } from "viem";
import { hashRecipe, publishOffer } from "@imprimatur/sdk";
import { assetRegistryAbi, licenseMarketAbi } from "@imprimatur/sdk/abi";
import { CATALOG_COLUMNS, importCatalog, type ImportCatalogParameters } from "@imprimatur/sdk/catalog";
import type { CatalogInvalidError } from "@imprimatur/sdk/errors";
import { verifyLicenseText } from "@imprimatur/sdk/legal";
import { toLotId } from "@imprimatur/sdk/merkle";
import { expectError } from "../helpers/errors.ts";

const LICENSOR = getAddress("0x00000000000000000000000000000000000000aa");
const PARTNER = getAddress("0x00000000000000000000000000000000000000bb");
const TOKEN = getAddress("0x00000000000000000000000000000000000000cc");
const NFT = getAddress("0x1111111111111111111111111111111111111111");
const PLACE: Omit<ImportCatalogParameters, "csv"> = {
  licensor: LICENSOR,
  addresses: {
    assetRegistry: getAddress("0x2222222222222222222222222222222222222222"),
    licenseMarket: getAddress("0x3333333333333333333333333333333333333333"),
  },
  firstNonce: 7n,
  end: 1_900_000_000n,
  token: TOKEN,
};

const importOf = (csv: string) => importCatalog({ ...PLACE, csv });
const nameOf = (data: `0x${string}`): string =>
  decodeFunctionData({ abi: [...assetRegistryAbi, ...licenseMarketAbi], data }).functionName;

/** What is wrong with a file, line by line. */
async function problemsOf(csv: string): Promise<string[]> {
  const error: unknown = await expectError("CatalogInvalidError", () => importOf(csv));
  const { problems } = error as Pick<CatalogInvalidError, "problems">;
  return problems.map(({ line, column, problem }) => `${line} ${column}: ${problem}`);
}

describe("importCatalog", () => {
  it("registers each recipe once, then every NFT, then offers what has a price", () => {
    const { calls, entries } = importOf(
      `\ufeffcollection,tokenId,price,license,split,days\r\n${NFT},1,25000000,,,\r\n${NFT},2,,,"${LICENSOR}:600000 ${PARTNER}:400000",\r\n${NFT},3,0,personal,,30\r\n`,
    );
    expect(calls.map(({ data }) => nameOf(data))).to.deep.equal([
      "registerRecipe",
      "registerRecipe",
      "registerExternal",
      "registerExternal",
      "registerExternal",
      "publishOffer",
      "publishOffer",
    ]);
    expect(entries.map(({ assetId }) => assetId >> 24n)).to.deep.equal([7n, 8n, 9n].map((at) => toLotId(LICENSOR, at)));
    expect(entries.map(({ line, tokenId }) => [line, tokenId])).to.deep.equal([
      [2, 1n],
      [3, 2n],
      [4, 3n],
    ]);
    expect(entries[1]?.recipe.split).to.deep.equal([
      { account: LICENSOR, weight: 600_000 },
      { account: PARTNER, weight: 400_000 },
    ]);
    const offers = calls.slice(5).map(({ data }) => publishOffer.decode(data));
    expect(offers[0]).to.deep.include({ price: 25_000_000n, token: TOKEN, duration: "perpetual", free: false });
    expect(offers[0]).to.deep.include({
      scope: "asset",
      scopeId: entries[0]?.assetId,
      usages: ["personal", "commercial"],
    });
    expect(offers[1]).to.deep.include({ price: 0n, free: true, duration: 30n * 86_400n, usages: ["personal"] });
    expect(offers[1]?.recipeId).to.equal(hashRecipe(entries[2]!.recipe));
    verifyLicenseText(offers[0]!, entries[0]!.licenseText!);
    expect(entries[1]?.licenseText).to.equal(undefined);
  });

  it("gives the same calls for the same file, whatever its line breaks and quotes", () => {
    const plain = importOf(`collection,tokenId\n${NFT},1\n${NFT},2`);
    expect(importOf(`"collection","tokenId"\r\n"${NFT}","1"\r\n\r\n${NFT.toLowerCase()}, 2 \r\n`).calls).to.deep.equal(
      plain.calls,
    );
    expect(
      importCatalog({ ...PLACE, csv: `collection;tokenId\n${NFT};1\n${NFT};2`, separator: ";" }).calls,
    ).to.deep.equal(plain.calls);
  });

  it("says one thing of each bad row, and imports nothing", async () => {
    const head = "collection,tokenId,kind,split,price,token,license,days,rate";
    const rows = [
      `0x12,1,,,,,,,`,
      `${NFT},1.5,,,,,,,`,
      `${NFT},1,painting,,,,,,`,
      `${NFT},2,,${LICENSOR}:1000,,,,,`,
      `${NFT},3,,${LICENSOR}=1000000,,,,,`,
      `${NFT},4,,,-5,,,,`,
      `${NFT},5,,,1,0x00,,,`,
      `${NFT},6,,,1,,exclusive,,`,
      `${NFT},7,,,1,,remix,,`,
      `${NFT},8,,,1,,,soon,`,
      `${NFT},9,,,,,,,`,
      `${NFT},9,,,,,,,`,
      `${NFT},10,,,,,,,,more`,
      `${NFT},11,,,12,,=cmd(),,`,
    ];
    const problems = await problemsOf([head, ...rows].join("\n"));
    expect(problems.map((problem) => problem.split(":")[0])).to.deep.equal([
      "2 collection",
      "3 tokenId",
      "4 kind",
      "5 split",
      "6 split",
      "7 price",
      "8 token",
      "9 license",
      "10 license",
      "11 days",
      "13 tokenId",
      "14 collection",
      "15 license",
    ]);
    expect(problems[3]).to.contain("1000, not to 1000000");
    expect(problems[10]).to.contain("line 12");
  });

  it("refuses files whose columns are not the documented ones", async () => {
    expect(await problemsOf("")).to.deep.equal(["1 collection: the column is missing"]);
    expect(await problemsOf("collection\n0x")).to.deep.equal(["1 tokenId: the column is missing"]);
    expect((await problemsOf("collection,tokenId,colour\n"))[0]).to.contain(Object.keys(CATALOG_COLUMNS).join(", "));
    expect((await problemsOf("collection,tokenId,price,price\n"))[0]).to.contain("twice");
    expect((await problemsOf("collection,tokenId\n"))[0]).to.contain("no row");
    await expectError("CsvSyntaxError", () => importOf('collection,tokenId\n"x'));
    const { token: _, ...untold } = PLACE;
    const csv = `collection,tokenId,price\n${NFT},1,5`;
    await expectError("CatalogInvalidError", () => importCatalog({ ...untold, csv }));
  });

  it("documents every column", () => {
    for (const text of Object.values(CATALOG_COLUMNS)) expect(text).to.match(/\.$/u);
  });
});
