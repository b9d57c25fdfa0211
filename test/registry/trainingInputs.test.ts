import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { provenanceOf } from "./provenance.ts";
import {
  type BuiltLot,
  commitBuilt,
  deployRegistry,
  GAS,
  grantLicense,
  hashOf,
  KIND,
  recipeIdOf,
  recipeInput,
  type RecipeInput,
  type RecipeRecord,
  type Registry,
  registerRecipe,
  USAGES,
  WHOLE_LOT,
} from "./registry.ts";

const INPUTS = 300;

/** What a dataset was made of, as a lot: one commit gives each of its inputs a time and an owner. */
describe("registry/trainingInputs", () => {
  let connection: Connection;
  let registry: Registry;
  let curator: Address;
  let trainer: Address;
  let inputs: BuiltLot;
  let source: RecipeRecord;
  let whole: bigint;
  const fixture = async () => {
    registry = await deployRegistry(connection);
    curator = getAddress(registry.licensor.account.address);
    trainer = getAddress(registry.stranger.account.address);
    source = await registerRecipe(registry, { licensor: curator, kind: KIND.trainingInput });
    inputs = await commitBuilt(registry, source.id, curator, { count: INPUTS });
    whole = inputs.assetId(WHOLE_LOT);
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  const modelOf = (parents: RecipeInput["parents"], overrides: Partial<RecipeInput> = {}): RecipeInput =>
    recipeInput({ licensor: trainer, kind: KIND.model, commitment: hashOf("model"), parents, ...overrides });
  const register = (input: RecipeInput): Promise<Hash> =>
    registry.contracts.registry.write.registerRecipe([input, 0n, "0x"], { account: input.licensor, gas: GAS });
  const license = (assetId: bigint, usages: number, rate = 30_000): Promise<Hash> => {
    const asset = { recipeId: source.id, licensor: curator, assetId };
    return grantLicense(registry, asset, trainer, { usages, rate });
  };
  const refusedByLicenses = (
    input: RecipeInput,
    error: Parameters<typeof expectRefused<Registry["contracts"]["licenses"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, () => register(input), { by: registry.contracts.licenses, error, args });

  it("are time-stamped each by one commit: whoever has a file and its leaf shows when it was in the dataset", async () => {
    const { registry: contract } = registry.contracts;
    const provenance = await provenanceOf(registry);
    const { committedAt } = await contract.read.lotOf([inputs.lotId]);
    for (const index of [0, 1, 127, 255, 256, INPUTS - 1]) {
      const [assetId, leaf, proof] = [inputs.assetId(index), inputs.leaf(index), inputs.proof(index)];
      expect(await contract.read.verify([assetId, leaf, proof])).to.equal(true);
      await provenance.write.proveContent([assetId, leaf, proof]);
      expect(await provenance.read.earliestOf([leaf.contentHash])).to.deep.equal([assetId, committedAt]);
    }
    expect((await contract.read.recipeOf([source.id])).kind).to.equal(KIND.trainingInput);
  });

  it("are named as a whole by the dataset of the same licensor, without a license, and are paid its rate", async () => {
    const { registry: contract, splitter } = registry.contracts;
    const dataset = await registerRecipe(registry, {
      licensor: curator,
      kind: KIND.dataset,
      parents: [{ asset: whole, licenseId: zeroHash, rate: 70_000 }],
    });
    const [edge, ...others] = await splitter.read.edgesOf([dataset.ordinal]);
    expect([edge?.parent, edge?.rate, others.length]).to.deep.equal([source.ordinal, 70_000, 0]);
    expect((await contract.read.recipeOf([dataset.id])).kind).to.equal(KIND.dataset);
  });

  it("are named as a whole by somebody else's model, with a training license of the whole lot", async () => {
    const { splitter, licenses } = registry.contracts;
    const licenseId = await license(whole, USAGES.training);
    const input = modelOf([{ asset: whole, licenseId, rate: 0 }]);
    await register(input);
    const { ordinal } = await registry.contracts.registry.read.recipeOf([recipeIdOf(input)]);
    expect((await splitter.read.edgesOf([ordinal])).map(({ parent, rate }) => [parent, rate])).to.deep.equal([
      [source.ordinal, 30_000],
    ]);
    expect((await licenses.read.recordOf([licenseId])).usedBy).to.equal(ordinal);
  });

  it("are not all licensed by a license of one of them, which is one edge to the same recipe", async () => {
    const one = await license(inputs.assetId(5), USAGES.training);
    await refusedByLicenses(modelOf([{ asset: whole, licenseId: one, rate: 0 }]), "LicensesOutOfScope", [
      one,
      whole,
      inputs.assetId(5),
    ]);
    const all = await license(whole, USAGES.training, 90_000);
    const input = modelOf([
      { asset: inputs.assetId(5), licenseId: one, rate: 0 },
      { asset: whole, licenseId: all, rate: 0 },
    ]);
    await register(input);
    const { ordinal } = await registry.contracts.registry.read.recipeOf([recipeIdOf(input)]);
    const edges = await registry.contracts.splitter.read.edgesOf([ordinal]);
    expect(edges.map(({ parent, rate }) => [parent, rate])).to.deep.equal([[source.ordinal, 90_000]]);
  });

  it("are not learned from without leave: a derivative license is none, and neither is no license", async () => {
    const derivative = await license(whole, USAGES.derivative);
    await refusedByLicenses(modelOf([{ asset: whole, licenseId: derivative, rate: 0 }]), "LicensesMissingUsage", [
      derivative,
      3,
      USAGES.derivative,
    ]);
    const none = modelOf([{ asset: whole, licenseId: zeroHash, rate: 0 }]);
    await refusedByLicenses(none, "LicensesUnknownLicense", [zeroHash]);
  });

  it("may have been superseded since: the license was bought, and the edge pays their recipe", async () => {
    const { registry: contract } = registry.contracts;
    const licenseId = await license(whole, USAGES.training);
    const next = await commitBuilt(registry, source.id, curator, { nonce: 1n, count: INPUTS });
    await contract.write.supersedeLot([inputs.lotId, next.lotId], { account: curator });
    await register(modelOf([{ asset: whole, licenseId, rate: 0 }]));
  });
});
