import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type BuiltLot,
  CLASS,
  commitBuilt,
  deployRegistry,
  GAS,
  grantLicense,
  hashOf,
  KIND,
  type LicenseTerms,
  lotIdOf,
  lotInput,
  PERPETUAL,
  recipeIdOf,
  type RecipeInput,
  recipeInput,
  type RecipeRecord,
  recordStudio,
  type Registry,
  registerRecipe,
  STACK_CAP,
  STATUS,
  USAGE,
  USAGES,
  WHOLE_LOT,
} from "./registry.ts";

type ParentInput = RecipeInput["parents"][number];

/** A recipe with a committed lot, as a parent to be. */
interface Source {
  recipe: RecipeRecord;
  licensor: Address;
  lot: BuiltLot;
}

const FLOOR = 50_000;
const HOUR = 3600;

describe("registerRecipe: parents", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  /** Makes the child. */
  let licensor: Address;
  /** Owns the parents of others. */
  let author: Address;
  let nonce: bigint;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    author = getAddress(registry.stranger.account.address);
    nonce = 0n;
  });

  const makeSource = async (
    owner: Address,
    { kind = KIND.work, floor = 0 }: { kind?: number; floor?: number } = {},
  ): Promise<Source> => {
    nonce += 1n;
    const recipe = await registerRecipe(registry, {
      licensor: owner,
      kind,
      commitment: hashOf(`source ${nonce}`),
      terms: { derivativeFloor: floor, ownerUsages: 0, secondaryRate: 0 },
    });
    return { recipe, licensor: owner, lot: await commitBuilt(registry, recipe.id, owner, { nonce }) };
  };

  const own = (source: Source, rate = 0, index = 0): ParentInput => ({
    asset: source.lot.assetId(index),
    licenseId: zeroHash,
    rate,
  });

  const licensed = async (
    source: Source,
    { index = 0, holder = licensor, ...terms }: Partial<LicenseTerms> & { index?: number; holder?: Address } = {},
  ): Promise<ParentInput> => {
    const asset = { recipeId: source.recipe.id, licensor: source.licensor, assetId: source.lot.assetId(index) };
    const licenseId = await grantLicense(registry, asset, holder, { usages: USAGES.derivative, ...terms });
    return { asset: asset.assetId, licenseId, rate: 0 };
  };

  const childOf = (parents: ParentInput[], overrides: Partial<RecipeInput> = {}): RecipeInput =>
    recipeInput({
      licensor,
      commitment: hashOf("child"),
      parents: [...parents].sort((a, b) => (a.asset < b.asset ? -1 : 1)),
      ...overrides,
    });

  const register = (input: RecipeInput) =>
    contract.write.registerRecipe([input, 0n, "0x"], { account: input.licensor, gas: GAS });

  const refuse = (
    input: RecipeInput,
    error: Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, () => register(input), { by: contract, error, args });

  const refuseByLicenses = (
    input: RecipeInput,
    error: Parameters<typeof expectRefused<Registry["contracts"]["licenses"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, () => register(input), { by: registry.contracts.licenses, error, args });

  const refuseBySplitter = (
    input: RecipeInput,
    error: Parameters<typeof expectRefused<Registry["contracts"]["splitter"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, () => register(input), { by: registry.contracts.splitter, error, args });

  /** Registers and returns [parent ordinal, rate] of each edge. */
  const edgesOf = async (input: RecipeInput) => {
    await register(input);
    const { ordinal } = await contract.read.recipeOf([recipeIdOf(input)]);
    const edges = await registry.contracts.splitter.read.edgesOf([ordinal]);
    return edges.map(({ parent, rate }) => [parent, rate]);
  };

  describe("refuses", () => {
    it("one parent too many", async () => {
      const source = await makeSource(licensor);
      const parents = Array.from({ length: 17 }, (_, index) => ({ ...own(source), asset: BigInt(index) }));
      await refuse(childOf(parents), "AssetRegistryTooManyParents", [17n, 16n]);
    });

    it("parents out of order or named twice", async () => {
      const source = await makeSource(licensor);
      const [low, high] = [own(source, 1, 0), own(source, 1, 1)];
      await refuse(childOf([], { parents: [high, low] }), "AssetRegistryUnsortedParents", [low.asset, high.asset]);
      await refuse(childOf([low, low]), "AssetRegistryUnsortedParents", [low.asset, low.asset]);
    });

    it("an asset of no lot or outside its lot, and the whole of no lot", async () => {
      const source = await makeSource(licensor);
      const unknown = lotIdOf(licensor, 999n) << 24n;
      const outside = [source.lot.assetId(5), source.lot.assetId(2 ** 24 - 2)];
      for (const asset of [0n, unknown, unknown | WHOLE_LOT, ...outside, 2n ** 256n - 1n]) {
        await refuse(childOf([{ asset, licenseId: zeroHash, rate: 0 }]), "AssetRegistryUnknownAsset", [asset]);
      }
    });

    it("a parent of somebody else without license", async () => {
      const source = await makeSource(author);
      await refuseByLicenses(childOf([own(source)]), "LicensesUnknownLicense", [zeroHash]);
      const unknown = { ...own(source), licenseId: hashOf("no license") };
      await refuseByLicenses(childOf([unknown]), "LicensesUnknownLicense", [unknown.licenseId]);
    });

    it("somebody else's license, and one for another asset", async () => {
      const source = await makeSource(author);
      const relayer = getAddress(registry.relayer.account.address);
      const foreign = await licensed(source, { holder: relayer });
      await refuseByLicenses(childOf([foreign]), "LicensesForeignLicense", [foreign.licenseId, licensor, relayer]);
      const other = await licensed(source, { index: 1 });
      const misused = { ...other, asset: source.lot.assetId(2) };
      await refuseByLicenses(childOf([misused]), "LicensesOutOfScope", [misused.licenseId, misused.asset, other.asset]);
    });

    it("an expired license", async () => {
      const source = await makeSource(author);
      const parent = await licensed(source, { duration: HOUR });
      const { expiry } = await registry.contracts.licenses.read.recordOf([parent.licenseId]);
      await connection.networkHelpers.time.setNextBlockTimestamp(expiry);
      await refuseByLicenses(childOf([parent]), "LicensesExpiredLicense", [parent.licenseId, expiry]);
    });

    it("a license that another recipe used", async () => {
      const source = await makeSource(author);
      const parent = await licensed(source);
      await register(childOf([parent]));
      const again = childOf([parent], { commitment: hashOf("second child") });
      await refuseByLicenses(again, "LicensesUsedLicense", [parent.licenseId, 2]);
    });

    it("a rate declared beside a license", async () => {
      const source = await makeSource(author);
      const parent = { ...(await licensed(source)), rate: 1 };
      await refuse(childOf([parent]), "AssetRegistryUnexpectedRate", [parent.asset, 1]);
    });

    it("a stack over the cap, with own and with licensed parents", async () => {
      const source = await makeSource(licensor);
      await refuseBySplitter(childOf([own(source, STACK_CAP + 1)]), "RoyaltySplitterOverStackCap", [
        2,
        900_001n,
        900_000n,
      ]);
      const foreign = await makeSource(author);
      const parent = await licensed(foreign, { rate: 500_000 });
      await refuseBySplitter(childOf([own(source, 400_001), parent]), "RoyaltySplitterOverStackCap", [
        3,
        900_001n,
        900_000n,
      ]);
      await refuseBySplitter(childOf([own(source, 2 ** 24 - 1)]), "RoyaltySplitterOverStackCap", [
        3,
        BigInt(2 ** 24 - 1),
        900_000n,
      ]);
    });
  });

  describe("asks for the right that the kinds demand", () => {
    const kinds = Object.entries(KIND);
    for (const [kindName, kind] of kinds) {
      for (const [parentName, parentKind] of kinds) {
        const trains = kind === KIND.model && (parentKind === KIND.dataset || parentKind === KIND.trainingInput);
        it(`${trains ? "training" : "derivative"}: ${kindName} from ${parentName}`, async () => {
          const source = await makeSource(author, { kind: parentKind });
          const [right, wrong] = trains
            ? ([USAGES.training, USAGES.derivative] as const)
            : ([USAGES.derivative, USAGES.training] as const);
          const refused = await licensed(source, { usages: wrong });
          await refuseByLicenses(childOf([refused], { kind }), "LicensesMissingUsage", [
            refused.licenseId,
            trains ? USAGE.training : USAGE.derivative,
            wrong,
          ]);
          await register(childOf([await licensed(source, { usages: right })], { kind }));
        });
      }
    }
  });

  describe("takes the rate", () => {
    it("of an own parent: the declared one, but never below its floor", async () => {
      const free = await makeSource(licensor);
      const floored = await makeSource(licensor, { floor: FLOOR });
      const commitment = (text: string) => ({ commitment: hashOf(text) });
      expect(await edgesOf(childOf([own(free, 0)], commitment("a")))).to.deep.equal([[1, 0]]);
      expect(await edgesOf(childOf([own(free, 7)], commitment("b")))).to.deep.equal([[1, 7]]);
      expect(await edgesOf(childOf([own(floored, 0)], commitment("c")))).to.deep.equal([[2, FLOOR]]);
      expect(await edgesOf(childOf([own(floored, FLOOR + 1)], commitment("d")))).to.deep.equal([[2, FLOOR + 1]]);
    });

    it("of a licensed parent: the one that was bought", async () => {
      const source = await makeSource(author, { floor: FLOOR });
      const parent = await licensed(source, { rate: 120_000 });
      await connection.viem.assertions.emitWithArgs(
        register(childOf([parent])),
        registry.contracts.licenses,
        "LicenseUsed",
        [parent.licenseId, 2],
      );
      const edges = await registry.contracts.splitter.read.edgesOf([2]);
      expect(edges.map(({ parent: ordinal, rate }) => [ordinal, rate])).to.deep.equal([[1, 120_000]]);
    });

    it("of an own parent under a license, if one is named", async () => {
      const source = await makeSource(licensor);
      expect(await edgesOf(childOf([await licensed(source, { rate: 30_000 })]))).to.deep.equal([[1, 30_000]]);
    });

    it("that is higher, when two assets are of one recipe", async () => {
      const source = await makeSource(author);
      const low = await licensed(source, { index: 1, rate: 10_000 });
      const high = await licensed(source, { index: 2, rate: 20_000 });
      const lowest = await licensed(source, { index: 3, rate: 5_000 });
      expect(await edgesOf(childOf([low, high, lowest]))).to.deep.equal([[1, 20_000]]);
    });
  });

  it("hands the edges over in the order of registration, whatever the order of the assets", async () => {
    const owners = [author, licensor, author, licensor, author];
    const sources: Source[] = [];
    for (const owner of owners) sources.push(await makeSource(owner));
    const parents: ParentInput[] = [];
    for (const [i, source] of sources.entries()) {
      parents.push(source.licensor === licensor ? own(source, i + 1) : await licensed(source, { rate: i + 1 }));
    }
    // Assets sort by producer first: the order of the recipes is another one.
    const input = childOf(parents);
    const byAsset = input.parents.map(({ asset }) => sources.findIndex(({ lot }) => lot.assetId(0) === asset));
    expect(byAsset).to.not.deep.equal([0, 1, 2, 3, 4]);
    expect(await edgesOf(input)).to.deep.equal([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
    ]);
  });

  it("merges fifteen parents of three recipes into three edges", async () => {
    const sources = [await makeSource(licensor), await makeSource(licensor), await makeSource(licensor)];
    // Each source gives its five assets; the highest rates are those of the last round.
    const parents = Array.from({ length: 15 }, (_, i) => own(sources[i % 3] as Source, 100 + i, i % 5));
    expect(await edgesOf(childOf(parents))).to.deep.equal([
      [1, 112],
      [2, 113],
      [3, 114],
    ]);
  });

  it("registers at the bound of parents and payees", async () => {
    const parents: ParentInput[] = [];
    for (let i = 0; i < 16; ++i) parents.push(await licensed(await makeSource(author), { rate: 10 }));
    const split = Array.from({ length: 64 }, (_, i) => ({
      account: getAddress(`0x${(0x1000 + i).toString(16).padStart(40, "0")}`),
      weight: 15_625,
      roles: 255,
    }));
    const hash = await register(childOf(parents, { split }));
    const { gasUsed } = await registry.protocol.publicClient.waitForTransactionReceipt({ hash });
    expect(Number(gasUsed)).to.be.below(4_000_000);
    expect(await registry.contracts.splitter.read.edgesOf([17])).to.have.length(16);
  });

  describe("expiry", () => {
    it("is the earliest of the licenses; own parents have none", async () => {
      const sources = [await makeSource(author), await makeSource(author), await makeSource(licensor)] as const;
      const long = await licensed(sources[0], { duration: 3 * HOUR });
      const short = await licensed(sources[1], { duration: HOUR });
      const { expiry } = await registry.contracts.licenses.read.recordOf([short.licenseId]);
      const input = childOf([long, short, own(sources[2])]);
      await register(input);
      expect((await contract.read.recipeOf([recipeIdOf(input)])).validUntil).to.equal(expiry);

      const free = childOf([own(sources[2])], { commitment: hashOf("free") });
      await register(free);
      expect((await contract.read.recipeOf([recipeIdOf(free)])).validUntil).to.equal(PERPETUAL);
    });

    it("stops new lots from that second on, and touches no old one", async () => {
      const { time } = connection.networkHelpers;
      const parent = await licensed(await makeSource(author), { duration: HOUR });
      const input = childOf([parent]);
      await register(input);
      const recipeId = recipeIdOf(input);
      const { validUntil } = await contract.read.recipeOf([recipeId]);
      const commit = (lotNonce: bigint) =>
        contract.write.commitLot([lotInput({ recipeId, nonce: lotNonce })], { account: licensor, gas: GAS });

      await time.setNextBlockTimestamp(validUntil - 1);
      await commit(500n);
      await time.setNextBlockTimestamp(validUntil);
      await expectRefused(registry.protocol, () => commit(501n), {
        by: contract,
        error: "AssetRegistryExpiredRecipe",
        args: [recipeId, validUntil],
      });
      expect(await contract.read.isReleasable([lotIdOf(licensor, 500n) << 24n])).to.equal(true);
    });
  });

  it("lets a license be used after sales of the parent have stopped", async () => {
    const { gate } = await recordStudio(registry, author);
    const recipe = await registerRecipe(registry, { licensor: author });
    const lot = await commitBuilt(registry, recipe.id, author, { gate: gate.address });
    const judge = async (status: number) => {
      const args = [lot.lotId, status, CLASS.panel, (await connection.networkHelpers.time.latest()) + 2] as const;
      const data = encodeFunctionData({ abi: contract.abi, functionName: "setVerdict", args });
      await gate.write.call([contract.address, data]);
      await connection.networkHelpers.time.increase(2);
    };
    await judge(STATUS.accepted);
    const parent = await licensed({ recipe, licensor: author, lot }, { rate: 40 });
    await judge(STATUS.suspended);
    expect(await contract.read.isReleasable([parent.asset])).to.equal(false);
    expect(await edgesOf(childOf([parent]))).to.deep.equal([[1, 40]]);
  });
});
