import { expect } from "chai";
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hash,
  type Hex,
  keccak256,
  stringToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import {
  actAs,
  type BuiltLot,
  CLASS,
  commitBuilt,
  deployRegistry,
  expectRegistryRefused,
  GAS,
  type RecipeRecord,
  recordStudio,
  type Registry,
  type RegistryError,
  registerRecipe,
  STATUS,
  WHOLE_LOT,
} from "./registry.ts";

const COUNT = 5;

describe("registry/title", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let licensor: Address;
  let buyer: Address;
  let stranger: Address;
  let market: Address;
  let recipe: RecipeRecord;
  let lot: BuiltLot;

  const fixture = async () => {
    registry = await deployRegistry(connection);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    buyer = getAddress(registry.stranger.account.address);
    stranger = getAddress(registry.relayer.account.address);
    market = getAddress(registry.contracts.market.address);
    recipe = await registerRecipe(registry, { licensor });
    lot = await commitBuilt(registry, recipe.id, licensor, { count: COUNT });
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
    await actAs(registry, market);
  });

  interface Conveyance {
    from?: Address;
    to?: Address;
    of?: BuiltLot;
    assetId?: bigint;
    proof?: Hex[];
  }

  const convey = (index: number, { from = market, to = buyer, of = lot, ...over }: Conveyance = {}) =>
    contract.write.conveyTitle([over.assetId ?? of.assetId(index), of.leaf(index), over.proof ?? of.proof(index), to], {
      account: from,
      gas: GAS,
    });

  const mint = (index: number) =>
    contract.write.mint([lot.assetId(index), lot.leaf(index), lot.proof(index)], { account: licensor });

  const refuse = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRegistryRefused(registry, call, error, args);

  it("refuses everybody but the market, the licensor included", async () => {
    for (const from of [licensor, buyer, stranger]) {
      await refuse(() => convey(0, { from }), "AssetRegistryUnauthorized", [from]);
    }
  });

  it("refuses an asset that is not releasable", async () => {
    const { gate } = await recordStudio(registry, licensor);
    const gated = await commitBuilt(registry, recipe.id, licensor, { nonce: 1n, count: COUNT, gate: gate.address });
    const { abi, address } = contract;
    const asset = gated.assetId(1);
    await refuse(() => convey(1, { of: gated }), "AssetRegistryNotReleasable", [asset]);
    const at = (await connection.networkHelpers.time.latest()) + 5;
    const args = [gated.lotId, STATUS.accepted, CLASS.panel, at] as const;
    await gate.write.call([address, encodeFunctionData({ abi, functionName: "setVerdict", args })]);
    await gate.write.call([
      address,
      encodeFunctionData({ abi, functionName: "setBlocked", args: [gated.lotId, 0, 2n] }),
    ]);
    await connection.networkHelpers.time.increaseTo(at);
    await refuse(() => convey(1, { of: gated }), "AssetRegistryNotReleasable", [asset]);
    await convey(0, { of: gated });
    expect(await contract.read.ownerOf([gated.assetId(0)])).to.equal(buyer);
  });

  it("refuses a leaf that is not proved, and a whole lot", async () => {
    const asset = lot.assetId(0);
    for (const proof of [[], lot.proof(1), [...lot.proof(0), zeroHash]]) {
      await refuse(() => convey(0, { proof }), "AssetRegistryInvalidProof", [asset]);
    }
    await refuse(() => convey(0, { assetId: lot.assetId(1) }), "AssetRegistryInvalidProof", [lot.assetId(1)]);
    const whole = lot.assetId(WHOLE_LOT);
    await refuse(() => convey(0, { assetId: whole }), "AssetRegistryInvalidProof", [whole]);
  });

  it("refuses a token that somebody else owns: sold before, or kept by a former licensor", async () => {
    await convey(0);
    await refuse(() => convey(0, { to: stranger }), "AssetRegistryNotOwned", [lot.assetId(0), buyer, licensor]);
    await mint(1);
    await contract.write.offerControl([recipe.id, stranger], { account: licensor });
    await contract.write.acceptControl([recipe.id], { account: stranger });
    await refuse(() => convey(1), "AssetRegistryNotOwned", [lot.assetId(1), licensor, stranger]);
  });

  it("refuses to convey to nobody", async () => {
    for (const index of [0, 1]) {
      if (index === 1) await mint(1);
      await refuse(() => convey(index, { to: zeroAddress }), "ERC721InvalidReceiver", [zeroAddress]);
    }
  });

  it("mints to the licensor and transfers in one call", async () => {
    const hash = await convey(2);
    const { logs } = await registry.protocol.publicClient.getTransactionReceipt({ hash });
    const [minted, announced, transferred] = logs;
    const transfer = keccak256(stringToHex("Transfer(address,address,uint256)"));
    const topic = (account: Address) => `0x${account.slice(2).toLowerCase().padStart(64, "0")}`;
    expect(minted?.topics.slice(0, 3)).to.deep.equal([transfer, topic(zeroAddress), topic(licensor)]);
    await connection.viem.assertions.emitWithArgs(Promise.resolve(hash), contract, "AssetMinted", [
      lot.assetId(2),
      licensor,
      lot.leaf(2).contentHash,
      await contract.read.hashLeaf([lot.assetId(2), lot.leaf(2)]),
    ]);
    expect(announced?.topics).to.have.length(3);
    expect(transferred?.topics.slice(0, 3)).to.deep.equal([transfer, topic(licensor), topic(buyer)]);
    expect(logs).to.have.length(3);
    expect(await contract.read.ownerOf([lot.assetId(2)])).to.equal(buyer);
    expect(await contract.read.contentHashOf([lot.assetId(2)])).to.equal(lot.leaf(2).contentHash);
  });

  it("transfers what the licensor has minted, without looking at the leaf, and clears approvals", async () => {
    await mint(3);
    const asset = lot.assetId(3);
    await contract.write.approve([stranger, asset], { account: licensor });
    await convey(3, { proof: [] });
    expect(await contract.read.ownerOf([asset])).to.equal(buyer);
    expect(await contract.read.getApproved([asset])).to.equal(zeroAddress);
  });

  it("calls no receiver back", async () => {
    const gate = await connection.viem.deployContract("HostileGate");
    await convey(4, { to: gate.address });
    expect(await contract.read.ownerOf([lot.assetId(4)])).to.equal(getAddress(gate.address));
  });

  it("leaves control where it was: the buyer of a title sells no rights", async () => {
    await convey(0);
    expect((await contract.read.recipeOf([recipe.id])).licensor).to.equal(licensor);
    await refuse(
      () => contract.write.mint([lot.assetId(1), lot.leaf(1), lot.proof(1)], { account: buyer, gas: GAS }),
      "AssetRegistryUnauthorized",
      [buyer],
    );
  });
});
