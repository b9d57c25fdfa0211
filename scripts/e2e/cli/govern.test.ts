import { expect } from "chai";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { erc20Abi, sha256, stringToHex, type Hex } from "viem";
import { localClock } from "../../demo/clock.ts";
import { PRICES } from "../../demo/story/scene.ts";
import { openWorld, type World } from "./world.ts";

/** Of a solo studio: delay and period of a vote, delay of the timelock, with a little to spare. */
const SOLO = { delay: 61n, period: 3_601n, timelock: 86_401n } as const;

interface Created {
  calls: { result: { studio: Hex; timelock: Hex; board: Hex; governor: Hex } }[];
}

describe("imprimatur vote and board", () => {
  let world: World;
  let founder: string;
  let solo: Created["calls"][number]["result"];
  const charter = sha256(stringToHex("what we stand for"));
  const evidence = sha256(stringToHex("what shows it"));

  before(async () => {
    world = await openWorld();
    founder = await world.account("founder0");
  });
  after(() => world[Symbol.asyncDispose]());

  async function create(...args: string[]): Promise<Created["calls"][number]["result"]> {
    const common = ["--charter", charter, "--symbol", "ONE", "--account", founder, "--yes"];
    const { calls } = await world.json<Created>(["studio", "create", ...args, ...common]);
    return calls[0]!.result;
  }

  it("lists and explains the proposals of the story", async () => {
    const { proposals } = await world.json<{ proposals: { proposalId: string; title: string; state: string }[] }>([
      ...["vote", "list"],
    ]);
    const paid = proposals.find(({ title }) => title.startsWith("Pay the illustrator"))!;
    expect(paid.state).to.equal("executed");
    const shown = await world.json<{ actions: { sentence: string }[]; understood: boolean }>([
      ...["vote", "show", paid.proposalId],
    ]);
    expect(shown.understood).to.equal(true);
    expect(shown.actions[0]!.sentence).to.match(/^Pays 12 USDC to 0x/);
    await world.refuses(["vote", "show", "4711"], 1, /has no proposal 4711/);
    await world.refuses(["vote", "show", "many"], 2, /proposal is no whole number/);
    const relayer = await world.account("relayer");
    await world.refuses(["vote", "cast", paid.proposalId, "maybe", "--account", relayer], 2, /against, for, abstain/);
    await world.refuses(["vote", "cast", paid.proposalId, "for", "--account", relayer], 3, /The contract refused/);
  });

  it("takes a proposal from a file through vote and queue to its execution", async () => {
    solo = await create("--name", "Solo", "--preset", "solo", "--founder", world.story.cast.addressOf("founder0"));
    const here = (...args: string[]): string[] => [...args, "--studio", solo.studio, "--account", founder];
    const clock = localClock(world.story.stack.rpcUrl);
    const { assetRegistry } = { assetRegistry: world.story.stack.deployment.addressOf("AssetRegistry") };
    const calls = [{ to: solo.timelock, data: "0x", value: "0" }];
    const write = (name: string, content: unknown) => writeFile(join(world.folder, name), JSON.stringify(content));
    await write("proposal.json", { title: "Say \u001b[31mhello", body: "Nothing more.", calls });
    await write("failing.json", { title: "Break", calls: [{ to: assetRegistry, data: "0xdeadbeef" }] });
    await world.refuses(here("vote", "propose", "failing.json"), 3, /action 1|Action 1/i);
    const plan = await world.json<{ state: string; proposalId: string }>(here("vote", "propose", "proposal.json"));
    expect(plan.state).to.equal("dryRun");
    const { proposalId } = await world.json<{ proposalId: string }>(here("vote", "propose", "proposal.json", "--yes"));
    expect(proposalId).to.equal(plan.proposalId);
    const purchase = await proposePurchase(here);
    const cast = here("vote", "cast", proposalId, "for", "--reason", "It is polite.", "--yes");
    await world.refuses(cast, 3, /The contract refused/);
    await clock.pass(SOLO.delay);
    await world.json(cast);
    await world.json(here("vote", "cast", purchase, "for", "--yes"));
    const shown = await world.run(here("vote", "show", proposalId));
    expect(shown.stdout)
      .to.include("Say [31mhello")
      .and.to.match(/state +active/);
    await world.refuses(here("vote", "queue", proposalId, "--yes"), 3, /The contract refused/);
    await clock.pass(SOLO.period);
    await world.json(here("vote", "queue", proposalId, "--yes"));
    await world.json(here("vote", "queue", purchase, "--yes"));
    await world.refuses(here("vote", "execute", proposalId, "--yes"), 3, /The contract refused/);
    await clock.pass(SOLO.timelock);
    await world.json(here("vote", "execute", proposalId, "--yes"));
    expect(await world.json(here("vote", "show", proposalId))).to.include({ state: "executed" });
    expect(await treasury()).to.equal(PRICES.commercial);
    await world.json(here("vote", "execute", purchase, "--yes"));
    expect(await treasury(), "an hour would have been over").to.equal(0n);

    const { stdout } = await world.run(["export", "votes", "--studio", solo.studio]);
    expect(stdout.trim().split("\n")).to.have.length(3);
    expect(stdout).to.include("It is polite.");
  });

  const treasury = (): Promise<bigint> =>
    world.story.cast.as("relayer").readContract({
      ...{ address: world.story.token, abi: erc20Abi, functionName: "balanceOf", args: [solo.timelock] },
    });

  /** Proposes that the studio buys a license of the story's work, out of its treasury and for itself. */
  async function proposePurchase(here: (...args: string[]) => string[]): Promise<string> {
    const { end } = world.story;
    const recipe = String(end.works.recipe);
    const { offers } = await world.json<{ offers: { offerId: Hex; price: string }[] }>([
      ...["offer", "list", "--recipe", recipe],
    ]);
    const { offerId } = offers.find(({ price }) => price === String(PRICES.commercial))!;
    const asset = String(end.license.piece.assetId);
    const buy = here("buy", "license", "--offer", offerId, "--asset", asset, "--proposal", "buy.json");
    await world.refuses(buy, 1, /balanceTooSmall/);
    await world.fundAccount(solo.timelock, PRICES.commercial);
    await world.refuses([...buy, "--pay", "permit"], 2, /--pay and --payer do not go with it/);
    await world.refuses([...buy, "--payer", founder], 2, /--pay and --payer do not go with it/);
    await world.refuses([...buy, "--receipt", "receipt.json"], 2, /--receipt, --text and --certificate do not go/);
    const { licensee, calls } = await world.json<{ licensee: Hex; calls: { function: string }[] }>(buy);
    expect(licensee).to.equal(solo.timelock);
    expect(calls.map((call) => call.function)).to.deep.equal(["approve", "purchaseLicense"]);
    const propose = here("vote", "propose", "buy.json", "--yes");
    return (await world.json<{ proposalId: string }>(propose)).proposalId;
  }

  it("delegates", async () => {
    const delegatee = world.story.cast.addressOf("relayer");
    const args = ["vote", "delegate", delegatee, "--studio", solo.studio, "--account", founder, "--yes"];
    const { calls } = await world.json<{ calls: { result: { toDelegate: Hex } }[] }>(args);
    expect(calls[0]!.result.toDelegate).to.equal(delegatee);
  });

  it("says that a studio has no board", () => world.refuses(["board", "seats"], 1, /has no ethics board/));

  it("shows a board, files a claim, votes on the review that answers it", async () => {
    const { cast } = world.story;
    const FOUNDERS = ["founder0", "founder1", "founder2"] as const;
    const SEATS = ["founder3", "founder4", "gallery", "licensee", "publisher"] as const;
    const house = await create(
      ...["--name", "House", "--preset", "house", "--registrar", cast.addressOf("registrar")],
      ...FOUNDERS.flatMap((role) => ["--founder", cast.addressOf(role)]),
      ...SEATS.flatMap((role) => ["--seat", cast.addressOf(role)]),
    );
    const here = (...args: string[]): string[] => [...args, "--studio", house.studio];
    const board = await world.json<{ seats: { holder: Hex }[]; live: number }>(here("board", "seats"));
    expect(board.seats.map(({ holder }) => holder)).to.deep.equal(SEATS.map((role) => cast.addressOf(role)));
    const { commitment } = commitRecipe({ contents: { steps: [`a house ${house.studio}`] } });
    const { recipeId: subject } = await cast.as("registrar").registerRecipeAndWait({
      ...{ licensor: house.timelock, kind: "work", commitment },
      split: [{ account: house.timelock, weight: 1_000_000, roles: ["treasury"] }],
    });
    const claim = ["--kind", "recipe", "--subject", subject, "--reason", "consent", "--evidence", evidence];
    const account = await world.account("founder1");
    const stranger = await world.account("relayer");
    await world.refuses(
      here("board", "file", "--kind", "song", "--subject", "1", "--account", account),
      2,
      /--kind is not/,
    );
    await world.refuses(here("board", "file", ...claim, "--account", stranger, "--yes"), 3, /EthicsBoardNoMember/);
    const filed = await world.json<{ calls: { result: { claimId: string } }[] }>([
      ...here("board", "file", ...claim, "--account", account, "--yes"),
    ]);
    expect(filed.calls.at(-1)!.result.claimId).to.equal("1");
    const { claims } = await world.json<{ claims: { claimant: Hex; finding: string }[] }>(here("board", "claims"));
    expect(claims).to.have.length(1);
    expect(claims[0]).to.include({ claimant: cast.addressOf("founder1"), finding: "none" });
    const { reviews } = await world.json<{ reviews: unknown[] }>(here("board", "reviews"));
    expect(reviews).to.deep.equal([]);
    await localClock(world.story.stack.rpcUrl).mine(1);
    await cast.as("founder3").openReviewAndWait({
      ...{ board: house.board, kind: "recipe", subject: BigInt(subject), decision: { power: "answer" } },
      ...{ reasonCode: stringToHex("consent", { size: 32 }), evidence, claimId: 1n, finding: "mistaken" },
    });
    const seat = await world.account("founder4");
    const vote = here("board", "vote", "1", "--reason", "The data are licensed.", "--account", seat);
    expect(await world.json<{ state: string }>(vote)).to.include({ state: "dryRun" });
    await world.json([...vote, "--yes"]);
    await world.refuses([...vote, "--yes"], 3, /The contract refused/);
    const after = await world.json<{ reviews: { supporters: number[] }[] }>(here("board", "reviews"));
    expect(after.reviews[0]!.supporters).to.deep.equal([1, 2]);
    expect(await world.json(["audit", ...here()])).to.deep.include({
      reviews: 1,
      mandates: 0,
      commissions: 0,
      differences: [],
    });
  });
});
