import { type Address, type Hex, numberToHex, zeroAddress, zeroHash } from "viem";
import { type OfferArgs, type SplitOptions, toOfferInput, toRecipeInput } from "@imprimatur/sdk";
import { buildMerkleSplit, buildReferrerList, hashLeaf, type MerkleSplit, toLeaf } from "@imprimatur/sdk/merkle";
import type { Desk, Good } from "./randomDesk.ts";

const RECIPES = 12;
const STACK_CAP = 900_000;
const ONE = 1_000_000;
const NEVER = 4_000_000_000n;
const AGENT = 1;
const NEW_LICENSOR = 1;

/** Registers a random lineage of recipes, each with one asset, offers of every kind for it, and an agent. */
export async function setUp(desk: Desk): Promise<void> {
  for (let recipe = 1; recipe <= RECIPES; recipe++) {
    const good = await registerGood(desk, recipe);
    await appointAgent(desk, good);
    await publishOffers(desk, good);
    desk.goods.push(good);
  }
  await handOver(desk);
  await desk.mine();
}

async function registerGood(desk: Desk, recipe: number): Promise<Good> {
  const { client, accounts, contracts, random, tokens } = desk;
  const [licensor = zeroAddress] = accounts;
  const token = random.pick(tokens);
  const { parents, stack } = pickParents(desk);
  const { split, options, merkle } = pickSplit(desk, recipe, token);
  const terms = { derivativeFloor: 0, ownerUsages: 7, secondaryRate: 50_000 };
  const texts = { commitment: numberToHex(recipe, { size: 32 }), metadata: zeroHash };
  const defaults = toRecipeInput({ licensor, kind: "work", split: [], options });
  const input = { ...defaults, kind: recipe % 5, ...texts, parents, split, terms };
  await desk.send({ ...contracts.registry, functionName: "registerRecipe", args: [input, 0n, "0x"] });
  await desk.mine();

  const recipeId = await client.readContract({ ...contracts.registry, functionName: "recipeIdOf", args: [recipe] });
  const asset = ((BigInt(licensor) << 64n) | BigInt(recipe)) << 24n;
  const leaf = toLeaf({ contentHash: numberToHex(1_000 + recipe, { size: 32 }) });
  const lot = { recipeId, nonce: BigInt(recipe), root: hashLeaf(asset, leaf), count: 1, gate: zeroAddress };
  await desk.send({ ...contracts.registry, functionName: "commitLot", args: [{ ...lot, manifest: zeroHash }] });
  const payees = split.map(({ account }) => account);
  const tradable = options.kind === "tradable";
  return { recipe, recipeId, asset, leaf, token, stack, payees, tradable, merkle, offers: [], records: [], proved: [] };
}

/** Up to three of the recipes so far, as far as the cap on the stack lets them in. */
function pickParents({ goods, random }: Desk): { parents: object[]; stack: number } {
  let stack = 0;
  const parents = [...goods].slice(-5).flatMap((good) => {
    const rate = random.integer(0, 80_000);
    if (random.chance(400_000) || stack + good.stack + rate > STACK_CAP) return [];
    stack += good.stack + rate;
    return [{ asset: good.asset, licenseId: zeroHash, rate }];
  });
  return { parents, stack };
}

interface Line {
  account: Address;
  weight: number;
  roles: number;
}

/** All kinds of splits in turn; every third recipe repays an advance first. */
function pickSplit(
  desk: Desk,
  recipe: number,
  token: Address,
): { split: Line[]; options: SplitOptions; merkle: MerkleSplit | undefined } {
  const { accounts, random } = desk;
  const advance = { account: random.pick(accounts), token, amount: random.big(1n, 2_000n) };
  const repaid = recipe % 3 === 0 ? { advance } : {};
  if (recipe % 4 === 1) {
    const lines = accounts.slice(0, 4).map((account) => ({ account, weight: random.big(1n, 100n) }));
    const merkle = buildMerkleSplit(lines);
    return { split: [], options: { ...merkle.options, ...repaid }, merkle };
  }
  const kind: SplitOptions = recipe % 4 === 2 ? { kind: "tradable", token } : {};
  return { split: pickLines(desk), options: { ...kind, ...repaid }, merkle: undefined };
}

function pickLines({ accounts, random }: Desk): Line[] {
  const chosen = accounts.filter(() => random.chance(500_000));
  const payees = chosen.length === 0 ? accounts.slice(0, 1) : chosen;
  let left = ONE;
  const lines = payees.map((account, i) => {
    const weight = i === payees.length - 1 ? left : random.integer(1, left - (payees.length - i));
    left -= weight;
    return { account, weight, roles: random.integer(0, 255) };
  });
  return lines.sort((a, b) => (BigInt(a.account) < BigInt(b.account) ? -1 : 1));
}

async function appointAgent({ accounts, contracts, send }: Desk, { recipeId, token }: Good): Promise<void> {
  const agency = { until: Number(NEVER), minRate: 0, usages: 7, token, minPrice: 1n };
  await send({ ...contracts.market, functionName: "appointAgent", args: [recipeId, accounts[AGENT], agency] });
}

async function publishOffers(desk: Desk, good: Good): Promise<void> {
  const { accounts, random } = desk;
  const { root } = buildReferrerList(accounts.slice(-1));
  const one = { scope: "asset", scopeId: good.asset } as const;
  const record = { usages: ["derivative"], transferable: true, seats: 3, supply: 40, perPayer: 40 } as const;
  const returned = { refundWindow: 3_600, penalty: random.integer(50_000, 500_000) };
  const referred = { referral: random.integer(1, 100_000), referrerRoot: root };
  good.offers = [
    await publishOffer(desk, good, random.chance(500_000) ? referred : {}),
    await publishOffer(desk, good, {}, AGENT),
  ];
  good.records = [
    await publishOffer(desk, good, { ...record, ...returned, ...referred }),
    await publishOffer(desk, good, record),
  ];
  const exclusive = { usages: ["commercial"], exclusive: true, duration: 40_000n } as const;
  good.proved = [
    await publishOffer(desk, good, { ...one, usages: [], title: true, supply: 1, perPayer: 1 }),
    await publishOffer(desk, good, { ...one, ...exclusive }),
  ];
}

/** Publishes an offer with these terms, otherwise a plain one for the whole recipe; returns its id. */
export async function publishOffer(
  { client, contracts, accounts, random, send }: Desk,
  { recipeId, token }: Good,
  terms: Partial<OfferArgs>,
  from = 0,
): Promise<Hex> {
  const input = toOfferInput({
    recipeId,
    token,
    price: random.big(1n, random.chance(500_000) ? 50n : 10n ** 9n),
    duration: random.chance(300_000) ? "perpetual" : BigInt(random.integer(3_600, 10_000_000)),
    end: NEVER,
    usages: random.chance(500_000) ? ["personal"] : ["commercial", "advertising"],
    ...terms,
  });
  const publisher = accounts[from] ?? zeroAddress;
  const read = { ...contracts.market, functionName: "offerIdOf", args: [publisher, input] } as const;
  await send({ ...contracts.market, functionName: "publishOffer", args: [input] }, from);
  return client.readContract(read);
}

/** The last recipe changes hands, with the offers so far. */
async function handOver({ accounts, contracts, goods, mine, send }: Desk): Promise<void> {
  const recipeId = goods.at(-1)?.recipeId;
  const until = Number(NEVER);
  const args = [recipeId, accounts[2], until, true];
  await mine();
  await send({ ...contracts.registry, functionName: "grantRecipeUse", args });
  await send({ ...contracts.registry, functionName: "offerControl", args: [recipeId, accounts[NEW_LICENSOR]] });
  await mine();
  await send({ ...contracts.registry, functionName: "acceptControl", args: [recipeId] }, NEW_LICENSOR);
}
