import { expect } from "chai";
import { base32 } from "multiformats/bases/base32";
import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { sha256 } from "multiformats/hashes/sha2";
import { type Address, encodeFunctionData, getAddress, type Hex, hexToBytes, numberToHex, toHex } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { leafHash } from "../models/lotTree.ts";
import {
  CLASS,
  commitBuilt,
  deployRegistry,
  hashOf,
  KIND,
  leafOf,
  lotIdOf,
  lotInput,
  recordStudio,
  type Registry,
  registerRecipe,
  STATUS,
} from "./registry.ts";

interface Metadata {
  name: string;
  description: string;
  image: string;
  animation_url: string;
  attributes: { trait_type: string; value: string | number; display_type?: string }[];
}

const PREFIX = "data:application/json;base64,";

function decode(uri: string): Metadata {
  expect(uri.startsWith(PREFIX)).to.equal(true);
  return JSON.parse(Buffer.from(uri.slice(PREFIX.length), "base64").toString("utf8")) as Metadata;
}

const attributesOf = ({ attributes }: Metadata) =>
  Object.fromEntries(attributes.map(({ trait_type, value }) => [trait_type, value]));

describe("tokenURI", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let licensor: Address;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
  });

  /** Registers `content` as a lot of one and returns its metadata. */
  const registered = async (content: Uint8Array, nonce = 0n): Promise<Metadata> => {
    const recipe = await registerRecipe(registry, { licensor, commitment: hashOf(`recipe ${nonce}`) });
    const { digest } = await sha256.digest(content);
    const leaf = { ...leafOf(0), contentHash: toHex(digest) };
    const lotId = lotIdOf(licensor, nonce);
    const root = leafHash(lotId, 0, leaf);
    await contract.write.register([lotInput({ recipeId: recipe.id, root, count: 1, nonce }), leaf], {
      account: licensor,
    });
    return decode(await contract.read.tokenURI([lotId << 24n]));
  };

  it("refuses a token that was not minted", async () => {
    const recipe = await registerRecipe(registry, { licensor });
    const lot = await commitBuilt(registry, recipe.id, licensor);
    await connection.viem.assertions.revertWithCustomErrorWithArgs(
      contract.read.tokenURI([lot.assetId(0)]),
      contract,
      "ERC721NonexistentToken",
      [lot.assetId(0)],
    );
  });

  it("points at the file itself: the CID that IPFS gives its bytes as one raw block", async () => {
    const files = [new Uint8Array(0), new TextEncoder().encode("<svg/>"), new Uint8Array(100_000).fill(7)];
    for (const [nonce, bytes] of files.entries()) {
      const { image, animation_url } = await registered(bytes, BigInt(nonce));
      const cid = CID.create(1, raw.code, await sha256.digest(bytes));
      expect(image).to.equal(`ipfs://${cid.toString(base32)}`);
      expect(animation_url).to.equal(image);
    }
  });

  it("renders any digest, to its last bit", async () => {
    const renderer = await connection.viem.getContractAt("IAssetRenderer", await contract.read.renderer());
    const facts = { assetId: 1n, recipeId: hashOf("r"), kind: 0, status: 2, class: 1 };
    const digests: Hex[] = [0n, 1n, 2n ** 255n, 2n ** 256n - 1n, 2n ** 143n, 2n ** 142n].map((value) =>
      numberToHex(value, { size: 32 }),
    );
    for (let i = 0; i < 200; ++i) digests.push(hashOf(`digest ${i}`));
    for (const contentHash of digests) {
      const { image } = decode(await renderer.read.tokenURI([{ ...facts, contentHash }]));
      const cid = CID.parse(image.slice("ipfs://".length), base32);
      expect([cid.version, cid.code, cid.multihash.code]).to.deep.equal([1, raw.code, sha256.code]);
      expect(cid.multihash.digest).to.deep.equal(hexToBytes(contentHash));
      expect(image.slice("ipfs://".length)).to.equal(cid.toString(base32));
    }
  });

  it("says what the registry knows, and nothing anybody could have typed", async () => {
    const metadata = await registered(new TextEncoder().encode("hello"), 3n);
    const lotId = lotIdOf(licensor, 3n);
    expect(metadata.name).to.equal("Work 0 of lot 3");
    expect(attributesOf(metadata)).to.deep.equal({
      Kind: "Work",
      Producer: licensor,
      Lot: numberToHex(lotId, { size: 28 }),
      Index: 0,
      Recipe: await contract.read.recipeIdOf([1]),
      Status: "Accepted",
      Verdict: "SelfPublished",
    });
    expect(Object.keys(metadata).sort()).to.deep.equal(["animation_url", "attributes", "description", "image", "name"]);
  });

  it("follows the verdict on the lot", async () => {
    const recipe = await registerRecipe(registry, { licensor, kind: KIND.dataset });
    const { gate } = await recordStudio(registry, licensor);
    const lot = await commitBuilt(registry, recipe.id, licensor, { gate: gate.address });
    const { time } = connection.networkHelpers;
    const judge = async (status: number, verdictClass: number) => {
      const data = encodeFunctionData({
        abi: contract.abi,
        functionName: "setVerdict",
        args: [lot.lotId, status, verdictClass, (await time.latest()) + 2],
      });
      await gate.write.call([contract.address, data]);
      await time.increase(2);
    };
    const shown = async () => attributesOf(decode(await contract.read.tokenURI([lot.assetId(2)])));

    await judge(STATUS.accepted, CLASS.selfCertified);
    await contract.write.mint([lot.assetId(2), lot.leaf(2), lot.proof(2)], { account: licensor });
    expect(await shown()).to.deep.include({ Kind: "Dataset", Index: 2, Status: "Accepted", Verdict: "SelfCertified" });
    await judge(STATUS.rejected, CLASS.panel);
    expect(await shown()).to.deep.include({ Status: "Rejected", Verdict: "Panel" });
    await judge(STATUS.suspended, CLASS.panel);
    expect(await shown()).to.deep.include({ Status: "Suspended" });
  });

  it("names every kind", async () => {
    const renderer = await connection.viem.getContractAt("IAssetRenderer", await contract.read.renderer());
    const facts = { assetId: 1n, contentHash: hashOf("c"), recipeId: hashOf("r"), status: 0, class: 0 };
    const names = await Promise.all(
      Object.values(KIND).map(async (kind) => attributesOf(decode(await renderer.read.tokenURI([{ ...facts, kind }])))),
    );
    expect(names.map(({ Kind }) => Kind)).to.deep.equal(["Work", "Model", "Dataset", "Style", "TrainingInput"]);
    expect(names[0]).to.deep.include({ Status: "None", Verdict: "None" });
  });

  it("describes the collection", async () => {
    const collection = decode(await contract.read.contractURI());
    expect(collection).to.deep.include({ name: "Imprimatur Assets", symbol: "IMPR" });
    expect(collection.description).to.be.a("string").that.is.not.empty;
    expect([await contract.read.name(), await contract.read.symbol()]).to.deep.equal(["Imprimatur Assets", "IMPR"]);
  });

  it("is an ERC-721 with metadata", async () => {
    for (const [id, supported] of [
      ["0x80ac58cd", true],
      ["0x5b5e139f", true],
      ["0x01ffc9a7", true],
      ["0xffffffff", false],
    ] as const) {
      expect(await contract.read.supportsInterface([id])).to.equal(supported);
    }
  });
});
