import { expect } from "chai";
import { assetAt, hashRecipe, type RecipeArgs, registerRecipe } from "@imprimatur/sdk";
import { buildLot } from "@imprimatur/sdk/lot";
import { assetRegistryAbi } from "@imprimatur/sdk/abi";
import { commitRecipe, hashLeaf, toLeaf } from "@imprimatur/sdk/merkle";
import { type Hex, keccak256, numberToHex, sha256, stringToHex } from "viem";
import { expectError, expectRefusal, setStage, type Stage } from "./fixture.ts";

describe("sdk: registry", () => {
  let stage: Stage;

  before(async () => {
    stage = await setStage();
  });

  const dataset = (label: string): RecipeArgs => ({
    licensor: stage.addressOf(1),
    kind: "dataset",
    commitment: commitRecipe({ contents: { parameters: label } }).commitment,
    metadata: keccak256(stringToHex(label)),
    split: [
      { account: stage.addressOf(3), weight: 400_000, roles: ["dataContributor"] },
      { account: stage.addressOf(2), weight: 600_000, roles: ["artist", "editor"] },
    ],
    terms: { derivativeFloor: 20_000 },
  });

  const lotOf = (recipeId: Hex, recipeCommitment: Hex, nonce: bigint, count: number) =>
    buildLot({
      chainId: 31337,
      assetRegistry: stage.addresses.assetRegistry,
      producer: stage.addressOf(1),
      nonce,
      recipeId,
      recipeCommitment,
      items: Array.from({ length: count }, (_, i) => ({
        name: `${i}.png`,
        mediaType: "image/png",
        bytes: i,
        contentHash: sha256(numberToHex(i)),
      })),
    });

  it("hashes recipes as the registry does, in any order of payees", async () => {
    const recipe = dataset("hash");
    const { recipeId } = await stage.as(1).registerRecipeAndWait(recipe);
    expect(recipeId).to.equal(hashRecipe(recipe));
    expect(recipeId).to.equal(hashRecipe({ ...recipe, split: recipe.split.toReversed() }));
    await expectRefusal("DuplicateError", "AssetRegistryDuplicateRecipe", () => stage.as(1).registerRecipe(recipe));
  });

  it("reads a recipe back by id and by ordinal", async () => {
    const { recipe, recipeId } = await stage.as(1).registerRecipeAndWait(dataset("read"));
    const byId = await stage.reader.getRecipe({ recipeId });
    expect(byId).to.deep.include({ recipe, kind: "dataset", validUntil: 2n ** 40n - 1n, stack: 0, edges: [] });
    expect(byId.terms.derivativeFloor).to.equal(20_000);
    expect(await stage.reader.getRecipe({ recipe })).to.deep.equal(byId);
    await expectError("RecipeUnknownError", () => stage.reader.getRecipe({ recipe: 999 }));
    await expectError("RecipeUnknownError", () => stage.reader.getRecipe({ recipeId: keccak256("0x") }));
  });

  it("lets anybody register with the licensor's signature, and nobody without or with another's", async () => {
    const recipe = dataset("consent");
    const deadline = (await stage.now()) + 60n;
    const signature = await stage.as(1).signRecipeConsent({ ...recipe, deadline });
    await expectRefusal("ProofError", "AssetRegistryInvalidConsent", () =>
      stage.as(8).registerRecipe({ ...recipe, metadata: keccak256("0x02"), deadline, signature }),
    );
    const foreign = await stage.as(8).signRecipeConsent({ ...recipe, deadline });
    await expectRefusal("ProofError", "AssetRegistryInvalidConsent", () =>
      stage.as(8).registerRecipe({ ...recipe, deadline, signature: foreign }),
    );
    const { licensor } = await stage.as(8).registerRecipeAndWait({ ...recipe, deadline, signature });
    expect(licensor.toLowerCase()).to.equal(stage.addressOf(1));
  });

  it("explains what the splitter refuses through the registry", async () => {
    const recipe = dataset("weights");
    await expectRefusal("InvalidInputError", "RoyaltySplitterWrongWeightSum", () =>
      stage.as(1).registerRecipe({ ...recipe, split: [{ account: stage.addressOf(2), weight: 1 }] }),
    );
  });

  it("says what a call would register", () => {
    const recipe = dataset("decode");
    const { data } = registerRecipe.encode({ ...recipe, assetRegistry: stage.addresses.assetRegistry });
    const decoded = registerRecipe.decode(data);
    expect(decoded).to.include({ kind: "dataset", commitment: recipe.commitment, metadata: recipe.metadata });
    expect(decoded.split.map(({ roles }) => roles)).to.have.deep.members([["artist", "editor"], ["dataContributor"]]);
  });

  it("commits a lot, proves and mints its assets", async () => {
    const { commitment } = commitRecipe({ contents: { model: "m" } });
    const maker = stage.as(1);
    const { recipeId, recipe } = await maker.registerRecipeAndWait({ ...dataset("lot"), commitment });
    const lot = await lotOf(recipeId, commitment, 77n, 5);
    const committed = await maker.commitLotAndWait(lot.input);
    expect(committed).to.include({ lotId: lot.lotId, recipe, root: lot.root, count: 5, manifest: lot.manifest });

    const stored = await stage.reader.getLot({ lotId: lot.lotId });
    expect(stored).to.include({ recipeId, status: "accepted", class: "selfPublished", root: lot.root });
    expect(stored.blocked).to.deep.equal([]);

    const assetId = assetAt(lot.lotId, 3);
    const claim = { assetId, leaf: lot.rows[3]!.leaf, proof: lot.tree.proof(3) };
    expect(await stage.reader.verifyAsset(claim)).to.equal(true);
    expect(await stage.reader.verifyAsset({ ...claim, assetId: assetAt(lot.lotId, 2) })).to.equal(false);
    await expectRefusal("ProofError", "AssetRegistryInvalidProof", () =>
      maker.mint({ ...claim, assetId: assetAt(lot.lotId, 2) }),
    );
    await expectRefusal("UnauthorizedError", "AssetRegistryUnauthorized", () => stage.as(9).mint(claim));
    const minted = await maker.mintAndWait(claim);
    expect(minted).to.include({ assetId, contentHash: claim.leaf.contentHash, leafHash: lot.tree.leaf(3) });
    expect(await stage.reader.getAsset({ assetId })).to.deep.include({
      lotId: lot.lotId,
      index: 3,
      recipe,
      releasable: true,
      contentHash: claim.leaf.contentHash,
      sold: false,
    });
    await expectRefusal("DuplicateError", "AssetRegistryDuplicateAsset", () => maker.mint(claim));
    await expectRefusal("DuplicateError", "AssetRegistryDuplicateLot", () => maker.commitLot(lot.input));
  });

  it("explains a transaction that was overtaken after its simulation", async () => {
    const { commitment } = commitRecipe({ contents: { model: "race" } });
    const { recipeId } = await stage.as(1).registerRecipeAndWait({ ...dataset("race"), commitment });
    const lot = await lotOf(recipeId, commitment, 99n, 1);
    const { provider } = stage.protocol.connection;
    const sent = () => stage.reader.getTransactionCount({ address: stage.addressOf(1), blockTag: "pending" });
    const before = await sent();
    await provider.request({ method: "evm_setAutomine", params: [false] });
    // Gas is named, because an estimation would see the other transaction waiting.
    const commits = [1, 2].map(() => stage.as(1).commitLotAndWait({ ...lot.input, gas: 500_000n }));
    const outcomes = Promise.allSettled(commits);
    while ((await sent()) < before + 2) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await provider.request({ method: "evm_mine", params: [] });
    await provider.request({ method: "evm_setAutomine", params: [true] });
    const [accepted] = (await outcomes).filter(({ status }) => status === "fulfilled");
    expect(accepted).to.have.nested.property("value.lotId", lot.lotId);
    const [overtaken] = (await outcomes).filter(({ status }) => status === "rejected");
    expect(overtaken).to.have.nested.property("reason.name", "TransactionRevertedError");
    expect(overtaken).to.have.nested.property("reason.cause.errorName", "AssetRegistryDuplicateLot");
  });

  it("hashes leaves as the registry does", async () => {
    const leaf = toLeaf({ contentHash: sha256("0x05"), createdAt: 9n, machineScore: 77, reportHash: keccak256("0x") });
    const assetId = assetAt((BigInt(stage.addressOf(4)) << 64n) | 3n, 65_535);
    const address = stage.addresses.assetRegistry;
    const hash = await stage.reader.readContract({
      address,
      abi: assetRegistryAbi,
      functionName: "hashLeaf",
      args: [assetId, leaf],
    });
    expect(hashLeaf(assetId, leaf)).to.equal(hash);
  });

  it("registers a single work in one step, whoever of the accounts sends it", async () => {
    const { recipeId } = await stage.as(1).registerRecipeAndWait(dataset("single"));
    const leaf = toLeaf({ contentHash: sha256("0x07") });
    const { assetId, receipt: _, ...minted } = await stage.as(1).registerAndWait({ recipeId, nonce: 5n, leaf });
    expect(minted.leafHash).to.equal(hashLeaf(assetId, leaf));
    expect((await stage.reader.getAsset({ assetId })).contentHash).to.equal(leaf.contentHash);
    await expectRefusal("UnauthorizedError", "AssetRegistryUnauthorized", () =>
      stage.as(2).register({ recipeId, nonce: 5n, leaf }),
    );
  });

  it("knows neither lots nor assets that were not committed", async () => {
    await expectError("LotUnknownError", () => stage.reader.getLot({ lotId: 12n }));
    await expectError("LotUnknownError", () => stage.reader.getAsset({ assetId: 12n << 24n }));
  });
});
