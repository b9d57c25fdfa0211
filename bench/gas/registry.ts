import type { Account, Address, Hash } from "viem";
import { nextNonce, openHouseOn } from "../../test/agents/committing.ts";
import { grant } from "../../test/agents/mandates.ts";
import { deposit, startPaying } from "../../test/curation/disputes.ts";
import { commitLot, openGateOn, registerCurators } from "../../test/curation/fixture.ts";
import { leafHash, lotTree, rootOf } from "../../test/models/lotTree.ts";
import { actorInput } from "../../test/registry/attestations.ts";
import {
  commitBuilt,
  contractsOf,
  grantLicense,
  hashOf,
  leafOf,
  lotIdOf,
  lotInput,
  MAX_LOT,
  type RecipeInput,
  recipeInput,
  type Registry,
  registerRecipe,
  USAGES,
} from "../../test/registry/registry.ts";
import { chunkProof } from "../../test/registry/provenance.ts";
import { type BenchContext, divide, type Measurement } from "../context.ts";

/** Accounts that no other role uses. */
const DAY = 86_400;
const LICENSOR = 5;
const AUTHOR = 6;
/** Leaves that are published in one call. */
const CHUNK = 2_048;

async function registryOf(context: BenchContext): Promise<Registry> {
  const wallets = [LICENSOR, AUTHOR, AUTHOR + 1].map((index) => {
    const wallet = context.wallets[index];
    if (wallet === undefined) throw new Error("Too few accounts");
    return wallet;
  });
  const [licensor, stranger, relayer] = wallets as [Registry["licensor"], Registry["stranger"], Registry["relayer"]];
  return { protocol: context, licensor, stranger, relayer, contracts: await contractsOf(context) };
}

/**
 * The third lot of a producer, through the Curation clone of a collective that takes a bond and a fee. The key is
 * measured for the registrar, about whom the gate asks its studio each day; a producer with a quota pays the same.
 */
export async function lotCommit(context: BenchContext): Promise<Record<string, Measurement>> {
  const gate = await openGateOn(context);
  await registerCurators(gate);
  await startPaying(gate);
  await deposit(gate, gate.registrar);
  const commit = async (by: Account, nonce: bigint): Promise<Measurement> => {
    await commitLot(gate, { by, nonce, count: 1_000 });
    const [hash] = (await context.publicClient.getBlock()).transactions;
    if (hash === undefined) throw new Error("The last block is empty");
    return context.measure(hash);
  };
  const [registrar, producer] = [gate.registrar.account, gate.producer.account];
  const first = await commit(registrar, 0n);
  for (const account of [registrar, producer]) await commit(account, 1n);
  return {
    "gas.lot.commitFirst": first,
    "gas.lot.commit": await commit(registrar, 2n),
    "gas.lot.commitWithQuota": await commit(producer, 2n),
  };
}

/** The third lot of an agent within its mandate, through the clones of a house that takes a bond and a fee. */
export async function mandatedCommit(context: BenchContext): Promise<Record<string, Measurement>> {
  const house = await openHouseOn(context);
  await startPaying(house);
  await grant(house, { quota: 10_000 });
  const commit = async (): Promise<Measurement> => {
    await commitLot(house, { nonce: await nextNonce(house), count: 1_000 });
    const [hash] = (await context.publicClient.getBlock()).transactions;
    if (hash === undefined) throw new Error("The last block is empty");
    return context.measure(hash);
  };
  for (let lot = 0; lot < 2; ++lot) await commit();
  return { "gas.lot.commitMandated": await commit() };
}

/** An independent work of a licensor who owns one already; every field of the leaf is set. */
export async function registerSingle(context: BenchContext): Promise<Record<string, Measurement>> {
  const registry = await registryOf(context);
  const licensor = registry.licensor.account.address;
  const recipe = await registerRecipe(registry, { licensor });
  const register = (nonce: bigint): Promise<Hash> => {
    const root = leafHash(lotIdOf(licensor, nonce), 0, leafOf(0));
    const input = lotInput({ recipeId: recipe.id, root, count: 1, nonce });
    return registry.contracts.registry.write.register([input, leafOf(0)], { account: licensor });
  };
  const first = await register(0n);
  return {
    "gas.asset.registerSingleFirst": await context.measure(first),
    "gas.asset.registerSingle": await context.measure(await register(1n)),
  };
}

/** A token of another collection, the second one of its licensor. */
export async function registerExternal(context: BenchContext): Promise<Record<string, Measurement>> {
  const registry = await registryOf(context);
  const account = registry.licensor.account.address;
  const recipe = await registerRecipe(registry, { licensor: account });
  const collection = await context.connection.viem.deployContract("TestCollection");
  const register = async (nonce: bigint): Promise<Hash> => {
    await collection.write.mint([account, nonce]);
    return registry.contracts.registry.write.registerExternal([recipe.id, nonce, collection.address, nonce], {
      account,
    });
  };
  await register(1n);
  return { "gas.asset.registerExternal": await context.measure(await register(2n)) };
}

/** A recipe of one payee without parents, and one of four payees with four licensed parents, then renewed. */
export async function registerRecipes(context: BenchContext): Promise<Record<string, Measurement>> {
  const registry = await registryOf(context);
  const licensor = registry.licensor.account.address;
  const author = registry.stranger.account.address;
  const parents: RecipeInput["parents"][number][] = [];
  const renewals: Hash[] = [];
  for (let nonce = 0n; nonce < 4n; ++nonce) {
    const recipe = await registerRecipe(registry, { licensor: author, commitment: hashOf(`parent ${nonce}`) });
    const lot = await commitBuilt(registry, recipe.id, author, { nonce, count: 1 });
    const asset = { recipeId: recipe.id, licensor: author, assetId: lot.assetId(0) };
    const terms = { usages: USAGES.derivative, rate: 50_000 };
    const licenseId = await grantLicense(registry, asset, licensor, { ...terms, duration: DAY });
    parents.push({ asset: asset.assetId, licenseId, rate: 0 });
    renewals.push(await grantLicense(registry, asset, licensor, terms));
  }
  const register = (overrides: Partial<RecipeInput>): Promise<Hash> =>
    registry.contracts.registry.write.registerRecipe([recipeInput({ licensor, ...overrides }), 0n, "0x"], {
      account: licensor,
    });
  const account = (index: number): Address => `0x${index.toString(16).padStart(40, "0")}`;
  const split = [1, 2, 3, 4].map((index) => ({ account: account(0x1000 + index), weight: 250_000, roles: index }));
  const child = { commitment: hashOf("p4"), parents, split };
  const renew = (): Promise<Hash> =>
    registry.contracts.registry.write.renewRecipe([recipeInput({ licensor, ...child }), renewals], {
      account: licensor,
    });
  return {
    "gas.recipe.register.p0": await context.measure(await register({ commitment: hashOf("p0") })),
    "gas.recipe.register.p4": await context.measure(await register(child)),
    "gas.recipe.renew.p4": await context.measure(await renew()),
  };
}

/** The last chunk of the largest lot: as many leaves, and siblings, as a call takes. */
export async function publishLeaves(context: BenchContext): Promise<Record<string, Measurement>> {
  const registry = await registryOf(context);
  const licensor = registry.licensor.account.address;
  const recipe = await registerRecipe(registry, { licensor });
  const leaves = Array.from({ length: MAX_LOT }, (_, index) => hashOf(`leaf ${index}`));
  const tree = lotTree(leaves);
  const input = lotInput({ recipeId: recipe.id, root: rootOf(tree), count: MAX_LOT });
  await registry.contracts.registry.write.commitLot([input], { account: licensor });
  const first = MAX_LOT - CHUNK;
  const provenance = await context.connection.viem.getContractAt("Provenance", context.addressOf("Provenance"));
  const hash = await provenance.write.publishLeaves([
    lotIdOf(licensor, 0n),
    first,
    leaves.slice(first),
    chunkProof(tree, first, CHUNK),
  ]);
  return { "gas.lot.publishLeavesPerLeaf": divide(await context.measure(hash), CHUNK) };
}

/** The first proof of a content, in a lot of 1,000. */
export async function proveContent(context: BenchContext): Promise<Record<string, Measurement>> {
  const registry = await registryOf(context);
  const licensor = registry.licensor.account.address;
  const recipe = await registerRecipe(registry, { licensor });
  const lot = await commitBuilt(registry, recipe.id, licensor, { count: 1_000 });
  const provenance = await context.connection.viem.getContractAt("Provenance", context.addressOf("Provenance"));
  const hash = await provenance.write.proveContent([lot.assetId(7), lot.leaf(7), lot.proof(7)]);
  return { "gas.lot.proveContent": await context.measure(hash) };
}

/** An account says who it is, with the DID of a domain. */
export async function attest(context: BenchContext): Promise<Record<string, Measurement>> {
  const registry = await registryOf(context);
  const account = registry.licensor.account.address;
  const attestations = await context.connection.viem.getContractAt("Attestations", context.addressOf("Attestations"));
  const hash = await attestations.write.attest([actorInput(account)], { account });
  return { "gas.attestation.attest": await context.measure(hash) };
}
