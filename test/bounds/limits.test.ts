import { expect } from "chai";
import { type Address, getAddress, type Hash, keccak256, numberToHex, parseEther, size } from "viem";
import {
  blockedAssets,
  closeAudit,
  commitLot,
  drawnOf,
  laneMask,
  openAudit,
  openGate,
  openSoloGate,
  passDeadline,
  unanimous,
} from "../curation/fixture.ts";
import { DEFAULT_TERMS } from "../curation/rolls.ts";
import { inventCurators } from "../curation/storage.ts";
import { makeProposal, makeReady, setUpGovernance } from "../governance/governance.ts";
import { callArgs } from "../helpers/governance.ts";
import { createStudio, deployProtocol, type Protocol, type PublicClient } from "../helpers/protocol.ts";
import { leafHash, lotTree, rootOf } from "../models/lotTree.ts";
import { MAX_CHUNK, provenanceOf } from "../registry/provenance.ts";
import {
  assetIdOf,
  commitBuilt,
  deployRegistry,
  grantLicense,
  leafOf,
  lotIdOf,
  lotInput,
  MAX_LOT,
  ONE,
  recipeInput,
  registerRecipe,
  USAGES,
} from "../registry/registry.ts";
import { useRoyaltyStage } from "../royalties/stage.ts";

/** A transaction takes less gas (EIP-7825) and less data than the public pool lets through. */
const MAX_GAS = 16_777_216n;
const MAX_DATA = 131_072;
const GAS = MAX_GAS - 1n;

const DAY = 86_400;
const MAX_PARENTS = 16;
const MAX_PAYEES = 64;
const MAX_BALLOTS = 255;
const MAX_ACTIONS = 256;
const MAX_PATH = 64;

/** Accounts that nobody has used, ascending. */
const accounts = (count: number): Address[] =>
  Array.from({ length: count }, (_, i) => getAddress(numberToHex((1n << 152n) + BigInt(i), { size: 20 })));

async function expectWithinLimits(publicClient: PublicClient, hash: Hash): Promise<void> {
  const { status, gasUsed } = await publicClient.getTransactionReceipt({ hash });
  const { input } = await publicClient.getTransaction({ hash });
  expect(status).to.equal("success");
  expect(Number(gasUsed)).to.be.below(Number(MAX_GAS));
  expect(size(input)).to.be.below(MAX_DATA);
}

describe("bounds/limits", () => {
  it("a recipe of 16 licensed parents and 64 payees, and its renewal", async () => {
    const registry = await deployRegistry();
    const licensor = registry.licensor.account.address;
    const holder = registry.stranger.account.address;
    const sources: { recipeId: Hash; licensor: Address; assetId: bigint }[] = [];
    for (let i = 0; i < MAX_PARENTS; i++) {
      const { id } = await registerRecipe(registry, { licensor, commitment: numberToHex(i + 1, { size: 32 }) });
      const assetId = (await commitBuilt(registry, id, licensor, { nonce: BigInt(i), count: 1 })).assetId(0);
      sources.push({ recipeId: id, licensor, assetId });
    }
    const licenseAll = async (duration: number): Promise<Hash[]> => {
      const ids: Hash[] = [];
      const terms = { usages: USAGES.derivative, rate: 50_000, duration };
      for (const source of sources) ids.push(await grantLicense(registry, source, holder, terms));
      return ids;
    };
    const licenseIds = await licenseAll(DAY);
    const parents = sources.map(({ assetId }, i) => ({ asset: assetId, licenseId: licenseIds[i] as Hash, rate: 0 }));
    const input = recipeInput({
      licensor: holder,
      parents,
      split: accounts(MAX_PAYEES).map((account) => ({ account, weight: ONE / MAX_PAYEES, roles: 255 })),
      terms: { derivativeFloor: 1, ownerUsages: 0, secondaryRate: 0 },
    });
    const hash = await registry.contracts.registry.write.registerRecipe([input, 0n, "0x"], {
      account: holder,
      gas: GAS,
    });
    await expectWithinLimits(registry.protocol.publicClient, hash);

    const later = await licenseAll(2 * DAY);
    const renewal = await registry.contracts.registry.write.renewRecipe([input, later], { account: holder, gas: GAS });
    await expectWithinLimits(registry.protocol.publicClient, renewal);
  });

  it("a lot of 65,536 assets: commit, and mint of the last one with its sixteen siblings", async () => {
    const registry = await deployRegistry();
    const { contracts, protocol, licensor } = registry;
    const account = licensor.account.address;
    const { id } = await registerRecipe(registry, { licensor: account });
    const lotId = lotIdOf(account, 2n ** 64n - 1n);
    const [last, leaf] = [MAX_LOT - 1, leafOf(MAX_LOT - 1)];
    const proof = Array.from({ length: 16 }, (_, level) => keccak256(numberToHex(level, { size: 32 })));
    // the last leaf is on the right at every level
    const root = proof.reduce((node, sibling) => keccak256(`${sibling}${node.slice(2)}`), leafHash(lotId, last, leaf));
    const input = lotInput({ recipeId: id, nonce: 2n ** 64n - 1n, root, count: MAX_LOT });
    await expectWithinLimits(
      protocol.publicClient,
      await contracts.registry.write.commitLot([input], { account, gas: GAS }),
    );
    const minted = await contracts.registry.write.mint([assetIdOf(lotId, last), leaf, proof], { account, gas: GAS });
    await expectWithinLimits(protocol.publicClient, minted);
  });

  it("2,048 leaves of a lot of 65,536 with their siblings, of which not one byte is zero", async () => {
    const registry = await deployRegistry();
    const account = registry.licensor.account.address;
    const { id } = await registerRecipe(registry, { licensor: account });
    const wordOf = (index: number) => numberToHex(2n ** 256n - 1n - BigInt(index), { size: 32 });
    const leaves = Array.from({ length: MAX_CHUNK }, (_, index) => wordOf(index));
    const proof = Array.from({ length: 5 }, (_, level) => wordOf(level));
    // the last chunk is on the right at every level
    const root = proof.reduce((node, sibling) => keccak256(`${sibling}${node.slice(2)}`), rootOf(lotTree(leaves)));
    const input = lotInput({ recipeId: id, root, count: MAX_LOT });
    await registry.contracts.registry.write.commitLot([input], { account });
    const provenance = await provenanceOf(registry);
    const chunk = [lotIdOf(account, 0n), MAX_LOT - MAX_CHUNK, leaves, proof] as const;
    const published = await provenance.write.publishLeaves(chunk, { gas: GAS });
    await expectWithinLimits(registry.protocol.publicClient, published);
  });

  it("an audit by the largest panel: 255 ballots, and an early close that looks for 255 curators", async () => {
    const gate = await openGate();
    await inventCurators(gate, MAX_BALLOTS);
    await gate.curation.write.setAuditTerms([{ ...DEFAULT_TERMS, panel: 128 }], { account: gate.timelock });
    const quarter = laneMask(...Array.from({ length: 64 }, (_, lane) => 4 * lane));
    const early = await openAudit(gate, { count: 256 });
    const votes = (await drawnOf(gate, early)).map(({ index }) => ({ index, defect: quarter }));
    expect(votes.length).to.be.within(90, 165);
    await expectWithinLimits(gate.protocol.publicClient, await closeAudit(gate, early, votes));

    // 255 equals of 128: widened once, each of them is drawn
    const lotId = await openAudit(gate, { count: 256, nonce: 2n });
    await passDeadline(gate, lotId);
    expect(await drawnOf(gate, lotId)).to.have.length(MAX_BALLOTS);
    const hash = await closeAudit(gate, lotId, unanimous(MAX_BALLOTS, quarter));
    await expectWithinLimits(gate.protocol.publicClient, hash);
    expect(await blockedAssets(gate, lotId)).to.have.length(64);
  });

  it("a self-certified lot of 65,536 assets, blocked in each of its 256 words", async () => {
    const gate = await openSoloGate();
    const lotId = await commitLot(gate, { count: MAX_LOT });
    const words = Array.from({ length: 256 }, (_, word) => word);
    const hash = await gate.curation.write.selfCertify([lotId, words, words.map(() => 2n ** 256n - 1n)], {
      account: gate.registrar.account,
      gas: GAS,
    });
    await expectWithinLimits(gate.protocol.publicClient, hash);
    expect(await gate.registry.read.isReleasable([(lotId << 24n) | 65_535n])).to.equal(false);
  });

  describe("royalties", () => {
    const stage = useRoyaltyStage();

    it("a path of 64 recipes, each settled for the first time", async () => {
      const { openNode, collect, settle, ledger, publicClient } = stage();
      for (let recipe = 1; recipe <= MAX_PATH; recipe++) {
        await openNode(recipe, recipe === 1 ? [] : [[recipe - 1, 10_000]]);
      }
      await collect({ recipe: MAX_PATH, gross: 10n ** 12n });
      const path = Array.from({ length: MAX_PATH }, (_, i) => MAX_PATH - i);
      await expectWithinLimits(publicClient, await settle(path));
      expect((await ledger(1)).own).to.equal(10n ** 10n);
    });

    it("eight recipes of 16 parents, each settled for the first time", async () => {
      const { openNode, collect, settle, ledger, publicClient } = stage();
      const [children, recipes] = [8, [] as number[]];
      for (let parent = 1; parent <= MAX_PARENTS * children; parent++) await openNode(parent);
      for (let i = 0; i < children; i++) {
        const recipe = MAX_PARENTS * children + i + 1;
        const parents = Array.from({ length: MAX_PARENTS }, (_, j) => MAX_PARENTS * i + j + 1);
        await openNode(
          recipe,
          parents.map((parent) => [parent, 50_000] as const),
        );
        await collect({ recipe, gross: 1_000_000n });
        recipes.push(recipe);
      }
      await expectWithinLimits(publicClient, await settle(recipes));
      expect((await ledger(MAX_PARENTS * children)).own).to.equal(50_000n);
    });
  });

  it("a studio of fifteen founders with the longest names", async () => {
    const protocol: Protocol = await deployProtocol();
    const clones = await createStudio(protocol, {
      name: "n".repeat(31),
      symbol: "s".repeat(31),
      founders: accounts(15),
    });
    await expectWithinLimits(protocol.publicClient, clones.hash);
  });

  it("a proposal of 256 actions, each the first payment to somebody: proposed, queued, executed", async () => {
    const governance = await setUpGovernance();
    const { protocol, clones, governor } = governance;
    const { networkHelpers } = protocol.connection;
    await networkHelpers.setBalance(clones.timelock, parseEther("1"));
    const first = await protocol.publicClient.getBlockNumber();
    const targets = accounts(MAX_ACTIONS);
    const proposal = await makeProposal(
      governance,
      targets.map((target) => ({ target, value: 1n })),
    );
    await makeReady(governance, proposal);
    await governor.write.execute(callArgs(proposal), { gas: GAS });
    const last = await protocol.publicClient.getBlockNumber();
    for (let blockNumber = first + 1n; blockNumber <= last; blockNumber++) {
      const { transactions } = await protocol.publicClient.getBlock({ blockNumber });
      for (const hash of transactions) await expectWithinLimits(protocol.publicClient, hash);
    }
    for (const address of targets) expect(await protocol.publicClient.getBalance({ address })).to.equal(1n);
  });
});
