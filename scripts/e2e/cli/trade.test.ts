import { expect } from "chai";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { erc20Abi, formatUnits, type Hex } from "viem";
import { PRICES } from "../../demo/story/scene.ts";
import { openWorld, type World } from "./world.ts";

interface Offers {
  offers: { offerId: Hex; price: string; title: boolean }[];
}

describe("imprimatur offer, buy and earn", () => {
  let world: World;
  let offerId: Hex;
  let asset: string;
  /** What a purchase of the commercial license names. */
  const order = (...more: string[]): string[] => ["buy", "license", "--offer", offerId, "--asset", asset, ...more];

  before(async () => {
    world = await openWorld();
    const { end } = world.story;
    asset = String(end.license.piece.assetId);
    const { offers } = await world.json<Offers>(["offer", "list", "--recipe", String(end.works.recipe)]);
    offerId = offers.find(({ price }) => price === String(PRICES.commercial))!.offerId;
  });
  after(() => world[Symbol.asyncDispose]());

  const balanceOf = (account: Hex): Promise<bigint> =>
    world.story.cast
      .as("relayer")
      .readContract({ address: world.story.token, abi: erc20Abi, functionName: "balanceOf", args: [account] });

  const allowanceOf = (account: Hex): Promise<bigint> =>
    world.story.cast.as("relayer").readContract({
      ...{ address: world.story.token, abi: erc20Abi, functionName: "allowance" },
      args: [account, world.story.stack.deployment.addressOf("RoyaltySplitter")],
    });

  it("shows an offer as stored, refuses an unknown one", async () => {
    const shown = await world.json<{ price: string; usages: string[] }>(["offer", "show", offerId]);
    expect(shown).to.deep.include({ price: String(PRICES.commercial), usages: ["personal", "commercial"] });
    await world.refuses(["offer", "show", `0x${"11".repeat(32)}`], 1, /No offer 0x1111.* was published/);
    await world.refuses(["offer", "show", "0x11"], 2, /offer is no hash/);
  });

  it("says what stands against a purchase", async () => {
    const account = world.story.cast.addressOf("volunteer");
    const args = ["buy", "quote", "--offer", offerId, "--asset", asset, "--account", account];
    const { obstacles, gross } = await world.json<{ obstacles: string[]; gross: string }>(args, 1);
    expect(obstacles).to.deep.equal(["balanceTooSmall"]);
    expect(gross).to.equal(String(PRICES.commercial));
    await world.refuses(order("--account", account), 1, /would be refused: balanceTooSmall/);
    await world.refuses(order("--account", account, "--max", "1"), 1, /49\.990003 USDC.* 1 USDC/);
    await world.refuses(order("--account", account, "--max", "1.1234567"), 2, /more digits than USDC, which has 6/);
  });

  it("is a dry run by default: says what it would send, sends nothing, needs no password", async () => {
    await world.fund("licensee", PRICES.commercial);
    const buyer = world.story.cast.addressOf("licensee");
    const before = [await balanceOf(buyer), await allowanceOf(buyer)];
    const args = order("--account", await world.account("licensee"));
    const plan = await world.json<{
      state: string;
      requirements: { kind: string; amount: string }[];
      calls: { function: string; contract: string; args: Record<string, unknown>; gas?: string; cost?: string }[];
    }>(args, 0, { IMPRIMATUR_PASSWORD: "not the password" });
    expect(plan.state).to.equal("dryRun");
    expect(plan.requirements.map(({ kind, amount }) => ({ kind, amount }))).to.deep.equal([
      { kind: "approval", amount: String(PRICES.commercial) },
    ]);
    expect(plan.calls.map((call) => [call.contract, call.function])).to.deep.equal([
      ["TestUSDC", "approve"],
      ["LicenseMarket", "purchaseLicense"],
    ]);
    expect(plan.calls[0]!.args["amount"] ?? plan.calls[0]!.args["value"]).to.equal(String(PRICES.commercial));
    expect(Number(plan.calls[0]!.gas)).to.be.greaterThan(21_000);
    expect(Number(plan.calls[0]!.cost)).to.be.greaterThan(0);
    expect([await balanceOf(buyer), await allowanceOf(buyer)]).to.deep.equal(before);
    const { stdout } = await world.run(args);
    expect(stdout).to.include("Nothing was sent. Add --yes").and.to.include("exactly 49.990003 USDC");
  });

  it("does not sign with a wrong password, and does not sell", async () => {
    const buyer = world.story.cast.addressOf("licensee");
    const before = await balanceOf(buyer);
    const args = order("--account", await world.account("licensee"), "--yes");
    await world.refuses(args, 6, /password does not open licensee/, { IMPRIMATUR_PASSWORD: "wrong" });
    await world.refuses(order("--account", buyer, "--yes"), 6, /is an address: nothing can be signed/);
    await world.refuses(order("--account", "nobody", "--yes"), 6, /There is no keystore nobody/);
    await world.refuses(order("--yes"), 6, /no account to act with/);
    expect(await balanceOf(buyer)).to.equal(before);
  });

  it("buys with an exact approval, and keeps receipt, text and certificate", async () => {
    const buyer = world.story.cast.addressOf("licensee");
    const before = await balanceOf(buyer);
    const args = order("--account", await world.account("licensee"), "--yes");
    const files = ["--receipt", "receipt.json", "--text", "license.md", "--certificate", "certificate.json"];
    const sold = await world.json<{ state: string; licenseId: Hex; calls: { result: { gross?: string } }[] }>([
      ...args,
      ...files,
    ]);
    expect(sold.state).to.equal("sent");
    expect(sold.calls.at(-1)!.result.gross).to.equal(String(PRICES.commercial));
    expect(before - (await balanceOf(buyer))).to.equal(PRICES.commercial);
    expect(await allowanceOf(buyer), "nothing is left of the approval").to.equal(0n);
    const read = (name: string) => readFile(join(world.folder, name), "utf8");
    const receipt = JSON.parse(await read("receipt.json")) as { licenseId: Hex };
    expect(receipt.licenseId).to.equal(sold.licenseId);
    const certificate = JSON.parse(await read("certificate.json")) as {
      account: Hex;
      purchases: { purchaseId: Hex; textHash: Hex }[];
    };
    expect(certificate.account).to.equal(buyer.toLowerCase());
    const textHash = `0x${createHash("sha256")
      .update(await read("license.md"))
      .digest("hex")}`;
    expect(certificate.purchases.at(-1)).to.include({ purchaseId: sold.licenseId, textHash });
    await world.refuses(args, 1, /balanceTooSmall/);
  });

  it("pays by one signature that somebody else relays (EIP-3009)", async () => {
    await world.fund("collector", PRICES.commercial);
    const buyer = world.story.cast.addressOf("collector");
    const before = await balanceOf(buyer);
    await world.account("collector");
    const args = order("--account", await world.account("relayer"), "--payer", "collector", "--pay", "authorization");
    const plan = await world.json<{ state: string; calls: unknown[] }>(args);
    expect(plan).to.deep.include({ state: "dryRun", calls: [] });
    const sold = await world.json<{ calls: { result: { payer: Hex } }[] }>([...args, "--yes"]);
    expect(sold.calls.at(-1)!.result.payer).to.equal(buyer);
    expect(before - (await balanceOf(buyer))).to.equal(PRICES.commercial);
  });

  it("pays by a permit of exactly the price", async () => {
    await world.fund("gallery", PRICES.commercial);
    const args = order("--account", await world.account("gallery"), "--pay", "permit", "--yes");
    const sold = await world.json<{ calls: { function: string; result: { gross: string } }[] }>(args);
    expect(sold.calls.map((call) => call.function)).to.deep.equal(["purchaseOrder"]);
    expect(await allowanceOf(world.story.cast.addressOf("gallery"))).to.equal(0n);
  });

  it("earns: a statement that adds up, a claim, a withdrawal, and then there is nothing", async () => {
    const payee = world.story.cast.addressOf("promptEngineer");
    const before = await balanceOf(payee);
    const { rows, totals } = await world.json<{ rows: { share: string }[]; totals: { earned: string }[] }>([
      ...["earn", "statement", "--payee", payee, "--csv", "statement.csv"],
    ]);
    const sum = rows.reduce((total, { share }) => total + BigInt(share), 0n);
    expect(String(sum)).to.equal(totals[0]!.earned);
    const csv = (await readFile(join(world.folder, "statement.csv"), "utf8")).trim().split("\r\n");
    expect(csv).to.have.length(rows.length + 1);

    const { tokens } = await world.json<{ tokens: { claimable: string; balance: string }[] }>([
      ...["earn", "claimable", "--payee", payee],
    ]);
    const coming = BigInt(tokens[0]!.claimable);
    expect(coming > 0n, "three licenses were sold").to.equal(true);
    const account = await world.account("relayer");
    await world.json(["earn", "claim", "--payee", payee, "--account", account, "--yes"]);
    const { token } = world.story;
    const withdrawal = ["earn", "withdraw", "--payee", payee, "--token", token, "--account", account];
    const { calls } = await world.json<{ calls: { does: string }[] }>(withdrawal);
    expect(calls[0]!.does).to.include(`withdraw ${formatUnits(coming + BigInt(tokens[0]!.balance), 6)} USDC`);
    await world.json([...withdrawal, "--yes"]);
    expect((await balanceOf(payee)) - before).to.equal(coming + BigInt(tokens[0]!.balance));
    await world.refuses(["earn", "claim", "--payee", payee, "--account", account, "--yes"], 1, /nothing to claim/);
    await world.refuses([...withdrawal, "--yes"], 1, /nothing to withdraw/);
  });

  it("settles a lineage for anybody", async () => {
    const { end, token } = world.story;
    const account = await world.account("relayer");
    const args = [
      "earn",
      "settle",
      "--recipe",
      String(end.works.recipe),
      "--token",
      token,
      "--account",
      account,
      "--yes",
    ];
    expect(await world.json<{ state: string }>(args)).to.include({ state: "sent" });
  });

  it("leaves offers of a studio to its vote: refuses to publish, writes the proposal instead", async () => {
    const { end, token } = world.story;
    const recipe = String(end.works.recipe);
    const account = await world.account("founder0");
    const terms = [
      "--recipe",
      recipe,
      "--token",
      token,
      "--price",
      "12.5",
      "--end",
      "2030-01-01",
      "--preset",
      "personal",
    ];
    await world.refuses(
      ["offer", "publish", ...terms, "--account", account],
      3,
      /LicenseMarketUnauthorized.*by proposal/,
    );
    const args = ["offer", "publish", ...terms, "--proposal", "offer.json", "--out", "personal.md"];
    const { textHash } = await world.json<{ textHash: Hex }>(args);
    const text = await readFile(join(world.folder, "personal.md"));
    expect(textHash).to.equal(`0x${createHash("sha256").update(text).digest("hex")}`);
    const proposed = await world.json<{ sentences: string[]; understood: boolean }>([
      ...["vote", "propose", "offer.json", "--account", account],
    ]);
    expect(proposed.understood).to.equal(true);
    expect(proposed.sentences.join(" ")).to.include("12.5 USDC");
    await world.refuses(["offer", "publish", ...terms, "--proposal", "offer.json"], 2, /it is there already/);
    await world.refuses([...args, "--yes"], 2, /exclude each other/);
  });

  it("publishes and withdraws an offer of one's own recipe", async () => {
    const list = await world.json<{ offers: { recipe: number; price: string }[] }>(["offer", "list"]);
    const { recipe } = list.offers.find(({ price }) => price === String(PRICES.training))!;
    const own = ["--recipe", String(recipe), "--token", world.story.token, "--price", "1", "--rate", "5%"];
    const account = ["--account", await world.account("collector"), "--yes"];
    const terms = [...own, "--end", "2030-01-01", "--preset", "training"];
    const files = await readdir(world.folder);
    const text = ["--out", "training.md"];
    await world.json(["offer", "publish", ...terms, ...text, ...account.slice(0, -1)]);
    expect(await readdir(world.folder), "a dry run writes nothing").to.deep.equal(files);
    await world.refuses(
      ["offer", "publish", ...own, "--end", "2030-01-01", "--usages", "personal", ...text, ...account],
      2,
      /--out needs/,
    );
    const published = await world.json<{
      textHash: Hex;
      calls: { result: { offerId: Hex; offer: { rate: number } } }[];
    }>(["offer", "publish", ...terms, ...text, ...account]);
    const written = await readFile(join(world.folder, "training.md"));
    expect(published.textHash).to.equal(`0x${createHash("sha256").update(written).digest("hex")}`);
    await world.refuses(["offer", "publish", ...terms, ...text, ...account], 2, /training\.md.* it is there already/);
    const { offerId: made, offer } = published.calls[0]!.result;
    expect(offer.rate).to.equal(50_000);
    await world.refuses(["offer", "publish", ...terms, ...account], 3, /The contract refused the call/);
    await world.json(["offer", "withdraw", made, ...account]);
    expect(await world.json(["offer", "show", made])).to.include({ withdrawn: true });
    await world.refuses(["offer", "withdraw", made, ...account], 3, /The contract refused the call/);
  });

  it("refuses a malformed proposal", async () => {
    await writeFile(
      join(world.folder, "bad.json"),
      JSON.stringify({ title: "x", calls: [{ to: "0x12", data: "0x" }] }),
    );
    const args = ["vote", "propose", "bad.json", "--account", await world.account("founder0")];
    await world.refuses(args, 2, /bad\.json: calls\.0\.to is no address/);
  });
});
