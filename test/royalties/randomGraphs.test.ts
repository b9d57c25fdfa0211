import { expect } from "chai";
import { network } from "hardhat";
import { type Address, keccak256, toHex } from "viem";
import { Random } from "../helpers/random.ts";
import { ONE, type RoyaltyGraph, RoyaltyModel } from "../models/royaltyGraph.ts";
import { type Lineage, type LineageNode, randomLineage, toGraph } from "./randomLineage.ts";
import { type Books, prepareRehearsals, type Rehearsal, type Rehearse, type Step } from "./rehearsal.ts";
import { interleave, plainSchedule, randomSales, randomSchedule } from "./schedules.ts";

/** A release checks as many as it states; everyday runs fewer, seeded alike. */
const RELEASE = process.env["RELEASE"] === "1";
const LINEAGES = RELEASE ? 4_000 : 150;
const SHELLS = RELEASE ? 400 : 20;
const SCHEDULES = 3;
const STACK_CAP = 900_000n;
const ACCOUNTS = Array.from({ length: 6 }, (_, index): Address => `0x${keccak256(toHex(index)).slice(26)}`);

function take(model: RoyaltyModel, step: Step): bigint {
  const [account, other] = [ACCOUNTS[step.account] as Address, ACCOUNTS[step.other] as Address];
  switch (step.act) {
    case "sell":
      model.sell(step.recipe, step.amount, step.referral, account);
      if (step.settleNow) model.settle(step.recipe);
      return 0n;
    case "sellForOwner":
      model.sellForOwner(step.recipe, step.amount, step.referral, account, other);
      if (step.settleNow) model.settle(step.recipe);
      return 0n;
    case "transfer":
      return model.transfer(step.recipe, account, other, step.amount);
    case "settle":
      model.settle(step.recipe);
      return 0n;
    case "claim":
      return model.claim(step.recipe, account);
    case "claimToWallet":
      return model.claimToWallet(step.recipe, account);
    case "withdraw":
      return model.withdraw(account);
  }
}

function expectedBooks(graph: RoyaltyGraph, model: RoyaltyModel, step: Step, returned: bigint): Books {
  const shown = [step.recipe, ...graph.node(step.recipe).edges.map(({ parent }) => parent)];
  return {
    returned,
    held: model.held,
    balance: model.balance(ACCOUNTS[step.account] as Address),
    ledgers: shown.map((recipe) => ({ ...model.ledger(recipe), paid: 0n })),
  };
}

/** What is held is what is owed, and no settlement keeps back more than its floors can. */
function expectConserved(graph: RoyaltyGraph, model: RoyaltyModel): void {
  expect(model.liabilities()).to.equal(model.held);
  for (let recipe = 1; recipe <= graph.size; recipe++) {
    const most = 2n * BigInt(graph.node(recipe).edges.length);
    const [ofSales, ofPassed] = [model.salesDust(recipe), model.passedDust(recipe)];
    if (ofSales < 0n || ofSales > most) expect.fail(`dust of ${ofSales} in the sales of recipe ${recipe}`);
    const mostPassed = most === 0n ? 0n : most - 1n;
    if (ofPassed < 0n || ofPassed > mostPassed) expect.fail(`dust of ${ofPassed} passed through recipe ${recipe}`);
  }
}

/**
 * Once all is settled, nobody has more than the exact part of all sales, or lacks a unit and two for each edge. What an
 * owner's sale left to the lineage is shared out by the same parts of the stack.
 */
function expectAccurate(graph: RoyaltyGraph, model: RoyaltyModel): void {
  for (let owner = 1; owner <= graph.size; owner++) {
    let [exact, most] = [0n, 0n];
    for (let seller = owner; seller <= graph.size; seller++) {
      exact += model.sales(seller) * graph.share(seller, owner);
      const { stack } = graph.node(seller);
      if (seller === owner || stack === 0n) continue;
      const part = model.leftByOwners(seller) * graph.share(seller, owner) * ONE;
      exact += part / stack;
      most += part % stack === 0n ? 0n : 1n;
    }
    const shortfall = exact - model.own(owner) * ONE;
    if (shortfall + most < 0n) expect.fail(`recipe ${owner} got too much`);
    if (shortfall >= (1n + 2n * graph.edgesBelow(owner)) * ONE) expect.fail(`recipe ${owner} got too little`);
  }
}

function expectStacksToBePathSums(graph: RoyaltyGraph): void {
  for (let seller = 1; seller <= graph.size; seller++) {
    let total = 0n;
    for (let owner = 1; owner < seller; owner++) total += graph.share(seller, owner);
    expect(graph.node(seller).stack).to.equal(total);
  }
}

/** Walks through a rehearsal beside one model a token; returns the models as they are in the end. */
function expectAgreement({ graph, nodes }: Lineage, steps: readonly Step[], rehearsal: Rehearsal): RoyaltyModel[] {
  const models = Array.from({ length: SCHEDULES }, (_, token) => new RoyaltyModel(graph, token));
  expect(rehearsal.stacks).to.deep.equal(nodes.map((_, index) => graph.node(index + 1).stack));
  expect(rehearsal.books).to.have.lengthOf(steps.length);
  for (const [index, step] of steps.entries()) {
    const model = models[step.token] as RoyaltyModel;
    const returned = take(model, step);
    expect(rehearsal.books[index], `step ${index}`).to.deep.equal(expectedBooks(graph, model, step, returned));
    expectConserved(graph, model);
  }
  for (const [token, model] of models.entries()) {
    const recipes = nodes.map((_, index) => index + 1);
    expect(rehearsal.closing[token]).to.deep.equal({
      ledgers: recipes.map((recipe) => ({ ...model.ledger(recipe), paid: 0n })),
      claimed: recipes.map((recipe) => ACCOUNTS.map((account) => model.claimed(recipe, account))),
      balances: ACCOUNTS.map((account) => model.balance(account)),
    });
  }
  return models;
}

/** Mostly small lineages, some of up to ten recipes, and some whose last recipe has sixteen parents. */
function sizeOf(seed: number, random: Random): [recipes: number, maxParents: number] {
  if (seed % 50 === 0) return [random.integer(17, 19), 16];
  return seed % 10 === 0 ? [random.integer(6, 10), 9] : [random.integer(1, 5), 4];
}

/** The same lineage with a new recipe between one child and one of its parents, and where each old recipe went. */
function withShell(random: Random, { nodes }: Lineage): { nodes: LineageNode[]; moved: number[] } {
  const children = nodes.flatMap(({ edges }, index) => (edges.length === 0 ? [] : [index]));
  const child = random.pick(children);
  const at = (index: number) => (index >= child ? index + 1 : index);
  const shifted = nodes.map(({ edges, ...rest }) => ({
    edges: edges.map((edge) => ({ ...edge, parent: at(edge.parent - 1) + 1 })),
    ...rest,
  }));
  const { edges, payees, ...options } = shifted[child] as LineageNode;
  const cut = random.pick(edges);
  const shell = { edges: [cut], payees };
  const build = (rate: bigint) => [
    ...shifted.slice(0, child),
    shell,
    { edges: [...edges.filter((edge) => edge !== cut), { parent: child + 1, rate }], payees, ...options },
    ...shifted.slice(child + 1),
  ];
  const dear = build(random.big(1n, 20_000n));
  const fits = dear.every((_, index) => toGraph(dear).node(index + 1).stack <= STACK_CAP);
  return { nodes: fits ? dear : build(0n), moved: nodes.map((_, index) => at(index) + 1) };
}

describe("royalties/randomGraphs", function () {
  this.timeout(RELEASE ? 1_800_000 : 600_000);
  let rehearse: Rehearse;

  before(async function () {
    // One call carries a whole history: far more gas than a transaction may use on a public chain.
    const connection = await network.create({ override: { hardfork: "cancun", blockGasLimit: 1_000_000_000n } });
    rehearse = await prepareRehearsals(connection, SCHEDULES, ACCOUNTS);
  });

  async function checkLineage(seed: number): Promise<void> {
    const random = new Random(seed);
    const [size, maxParents] = sizeOf(seed, random);
    const lineage = randomLineage(random, size, maxParents, ACCOUNTS);
    const sales = randomSales(random, size, ACCOUNTS.length);
    const schedules = Array.from({ length: SCHEDULES }, (_, token) =>
      randomSchedule(random, token, lineage, sales, ACCOUNTS),
    );
    const steps = interleave(random, schedules);
    const models = expectAgreement(lineage, steps, await rehearse(lineage.nodes, ACCOUNTS, steps));
    const [first, ...others] = models.map((model) => lineage.nodes.map((_, index) => model.ledger(index + 1)));
    for (const other of others) expect(other, "the order of events must not matter").to.deep.equal(first);
    expectStacksToBePathSums(lineage.graph);
    expectAccurate(lineage.graph, models[0] as RoyaltyModel);
  }

  it(`equals the model after every step of ${SCHEDULES} interleaved schedules on ${LINEAGES} lineages`, async function () {
    for (let seed = 1; seed <= LINEAGES; seed++) {
      await checkLineage(seed).catch((error: unknown) => {
        throw new Error(`lineage of seed ${seed}`, { cause: error });
      });
    }
  });

  it(`takes nothing from the ancestors above a shell put into a lineage (${SHELLS} lineages)`, async function () {
    for (let seed = 1; seed <= SHELLS; seed++) {
      const random = new Random(LINEAGES + seed);
      const before = randomLineage(random, random.integer(3, 8), 4, ACCOUNTS);
      if (before.nodes.every(({ edges }) => edges.length === 0)) continue;
      const { nodes, moved } = withShell(random, before);
      const after = { nodes, graph: toGraph(nodes) };
      const sales = randomSales(random, before.nodes.length, ACCOUNTS.length);
      const movedSales = sales.map((sale) => ({ ...sale, recipe: moved[sale.recipe - 1] as number }));
      const plain = plainSchedule(0, before.nodes.length, sales);
      const shelled = plainSchedule(0, nodes.length, movedSales);
      const [plainModel] = expectAgreement(before, plain, await rehearse(before.nodes, ACCOUNTS, plain));
      const [shelledModel] = expectAgreement(after, shelled, await rehearse(nodes, ACCOUNTS, shelled));
      expectAccurate(after.graph, shelledModel as RoyaltyModel);
      expectAncestorsUnharmed(
        before.graph,
        plainModel as RoyaltyModel,
        after.graph,
        shelledModel as RoyaltyModel,
        moved,
      );
    }
  });
});

/** Every recipe above the shell keeps its exact part of everybody's sales, and its income but for rounding. */
function expectAncestorsUnharmed(
  before: RoyaltyGraph,
  plain: RoyaltyModel,
  after: RoyaltyGraph,
  shelled: RoyaltyModel,
  moved: readonly number[],
): void {
  const shell = Array.from({ length: after.size }, (_, index) => index + 1).find((place) => !moved.includes(place));
  for (const [index, place] of moved.entries()) {
    if (shell === undefined || place > shell) continue;
    for (const [seller, sellerPlace] of moved.entries()) {
      const [old, now] = [before.share(seller + 1, index + 1), after.share(sellerPlace, place)];
      expect(now, `part of recipe ${seller + 1} for ${index + 1}`).to.equal(old);
    }
    const lost = plain.own(index + 1) - shelled.own(place);
    expect(lost <= 2n * after.edgesBelow(place), `recipe ${index + 1} lost ${lost}`).to.equal(true);
  }
}
