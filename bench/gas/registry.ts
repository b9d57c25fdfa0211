import type { Account, Address, Hash } from "viem";
import { deposit, startPaying } from "../../test/curation/disputes.ts";
import { commitLot, openGateOn, registerCurators } from "../../test/curation/fixture.ts";
import { leafHash } from "../../test/models/lotTree.ts";
import {
  commitBuilt,
  contractsOf,
  grantLicense,
  hashOf,
  leafOf,
  lotIdOf,
  lotInput,
  type RecipeInput,
  recipeInput,
  type Registry,
  registerRecipe,
  USAGES,
} from "../../test/registry/registry.ts";
import type { BenchContext, Measurement } from "../context.ts";

/** Accounts that no other role uses. */
const DAY = 86_400;
const LICENSOR = 5;
const AUTHOR = 6;

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
