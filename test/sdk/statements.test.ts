import { expect } from "chai";
import type { OfferArgs, Order, RecipeArgs } from "@imprimatur/sdk";
import { auditFromLogs, logReader } from "@imprimatur/sdk/logs";
import { buildMerkleSplit, buildReferrerList, toLeaf } from "@imprimatur/sdk/merkle";
import { exportEarnings, prepareSettlement, simulateRoyalties } from "@imprimatur/sdk/statements";
import { type Address, type Hex, keccak256, sha256, stringToHex, zeroAddress } from "viem";
import { setStage, type Stage, YEAR } from "./fixture.ts";
import { fund } from "./market.ts";

const PRICE = 10_000_003n;
const WINDOW = 3600;

/** Accounts of the story, by what they do. */
const COLLECTOR = 1;
const TRAINER = 2;
const PARTNER = 3;
const ARTIST = 4;
const INVESTOR = 5;
const BANK = 6;
const OWNER = 7;
const BUYER = 8;
const CONTRIBUTORS = [11, 12] as const;
const REFERRER = 13;
const RELAYER = 14;

interface Work {
  recipe: number;
  recipeId: Hex;
  assetId: bigint;
}

describe("sdk: statements", () => {
  let stage: Stage;
  let token: Address;
  let dataset: Work;
  let model: Work;
  let work: Work;
  const list = () => buildReferrerList([stage.addressOf(REFERRER)]);
  const split = () =>
    buildMerkleSplit(
      CONTRIBUTORS.map((account, place) => ({ account: stage.addressOf(account), weight: [3n, 1n][place]! })),
    );
  const line = (place: number) => {
    const merkle = split();
    return { line: merkle.lines[place]!, proof: merkle.proof(BigInt(place)) };
  };

  before(async () => {
    stage = await setStage();
    for (const buyer of [TRAINER, ARTIST, OWNER, BUYER]) {
      token = await fund(stage, "TestUSDC", stage.addressOf(buyer), 100n * PRICE);
      await approve(buyer);
    }
    dataset = await make(COLLECTOR, { kind: "dataset", split: [], options: split().options });
    const trainable = await sell(COLLECTOR, dataset, {
      ...{ usages: ["training"], rate: 70_000, referral: 50_000, referrerRoot: list().root },
    });
    const trained = await buy(TRAINER, trainable, dataset, { referrer: stage.addressOf(REFERRER) });
    model = await make(TRAINER, {
      kind: "model",
      parents: [{ asset: dataset.assetId, licenseId: trained }],
      split: [
        { account: stage.addressOf(TRAINER), weight: 600_000 },
        { account: stage.addressOf(PARTNER), weight: 400_000 },
      ],
      options: { kind: "tradable", token },
    });
    await buy(BUYER, await sell(TRAINER, model, { usages: ["commercial"] }), model);
    await stage
      .as(TRAINER)
      .transferSharesAndWait({ recipe: model.recipe, to: stage.addressOf(INVESTOR), shares: 250_000n });
    const derived = await buy(ARTIST, await sell(TRAINER, model, { usages: ["derivative"], rate: 100_000 }), model);
    work = await make(ARTIST, {
      kind: "work",
      parents: [{ asset: model.assetId, licenseId: derived }],
      split: [{ account: stage.addressOf(ARTIST), weight: 1_000_000 }],
      options: { advance: { account: stage.addressOf(BANK), token, amount: PRICE } },
      terms: { ownerUsages: 1, secondaryRate: 50_000 },
    });
    await trade();
  });

  const approve = async (buyer: number) => {
    const abi = [
      {
        type: "function",
        name: "approve",
        stateMutability: "nonpayable",
        inputs: [{ type: "address" }, { type: "uint256" }],
        outputs: [],
      },
    ] as const;
    const args = [stage.addresses.royaltySplitter, 100n * PRICE] as const;
    await stage.as(buyer).writeContract({ address: token, abi, functionName: "approve", args });
  };

  async function make(maker: number, recipe: Omit<RecipeArgs, "licensor" | "commitment">): Promise<Work> {
    const player = stage.as(maker);
    const commitment = keccak256(stringToHex(recipe.kind));
    const made = await player.registerRecipeAndWait({ ...recipe, licensor: stage.addressOf(maker), commitment });
    const leaf = toLeaf({ contentHash: sha256(stringToHex(recipe.kind)) });
    const { assetId } = await player.registerAndWait({ recipeId: made.recipeId, nonce: 1n, leaf });
    return { recipe: made.recipe, recipeId: made.recipeId, assetId };
  }

  async function sell(
    seller: number,
    { recipeId }: Work,
    terms: Pick<OfferArgs, "usages"> & Partial<OfferArgs>,
  ): Promise<Hex> {
    const end = (await stage.now()) + YEAR;
    const offer = { recipeId, token, price: PRICE, duration: YEAR, end, ...terms };
    return (await stage.as(seller).publishOfferAndWait(offer)).offerId;
  }

  async function buy(
    buyer: number,
    offerId: Hex,
    { assetId }: Work,
    { referrer = zeroAddress, ...order }: Partial<Order> & { referrer?: Address } = {},
  ): Promise<Hex> {
    const licensee = stage.addressOf(buyer);
    const terms = { offerId, assetId, licensee, maxTotal: PRICE, referrer };
    const purchase = await stage.reader.toPurchase(terms);
    return (await stage.as(buyer).purchaseOrderAndWait({ ...order, purchase })).purchaseId;
  }

  /** Everything that can happen to money, much of it left unsettled. */
  async function trade(): Promise<void> {
    const { as, addressOf } = stage;
    const personal = await sell(ARTIST, work, { usages: ["personal"] });
    await buy(BUYER, personal, work);
    await buy(BUYER, personal, work, { settle: true });
    // What the model earns of these sales is not settled up to it when shares change hands.
    await buy(OWNER, personal, work);
    await as(TRAINER).transferSharesAndWait({ recipe: model.recipe, to: addressOf(INVESTOR), shares: 100_000n });
    await as(RELAYER).settleUpAndWait({ recipe: work.recipe, token });
    await as(RELAYER).claimMerkleAndWait({ recipe: dataset.recipe, token, ...line(0) });
    await as(RELAYER).claimAndWait({ recipe: model.recipe, token, payee: addressOf(PARTNER) });
    await as(RELAYER).claimToWalletAndWait({ recipe: work.recipe, token, payee: addressOf(BANK) });

    const refundable = await sell(ARTIST, work, { usages: ["commercial"], refundWindow: WINDOW, penalty: 50_000 });
    const [returned, kept] = [await buy(BUYER, refundable, work), await buy(BUYER, refundable, work)];
    await buy(BUYER, refundable, work);
    await as(BUYER).refundLicenseAndWait({ licenseId: returned });
    await stage.pass(BigInt(WINDOW) + 1n);
    await as(RELAYER).finalizeLicenseAndWait({ licenseId: kept, settle: true });

    const title = await sell(ARTIST, work, {
      usages: [],
      title: true,
      supply: 1,
      perPayer: 1,
      scope: "asset",
      scopeId: work.assetId,
      duration: "perpetual",
    });
    const leaf = toLeaf({ contentHash: sha256(stringToHex("work")) });
    await buy(OWNER, title, work, { evidence: { leaf } });
    const owners = await sell(OWNER, work, { usages: ["personal"], scope: "asset", scopeId: work.assetId });
    await buy(BUYER, owners, work);

    const receiver = await stage.reader.getRoyaltyReceiver({ recipe: work.recipe });
    await fund(stage, "TestUSDC", receiver, 777n);
    expect((await as(RELAYER).sweepAndWait({ recipe: work.recipe, token })).amount).to.equal(777n);
    await as(RELAYER).withdrawAndWait({ token, payee: addressOf(REFERRER) });
  }

  const everyone = () =>
    [TRAINER, PARTNER, ARTIST, INVESTOR, BANK, OWNER, BUYER, ...CONTRIBUTORS, REFERRER].map(stage.addressOf);
  const statementOf = (account: Address, period: { from?: bigint; to?: bigint } = {}) =>
    exportEarnings(stage.reader, { addresses: stage.addresses, account, fromBlock: 0n, ...period });

  it("leave the books without a difference, every kind of income included", async () => {
    const { differences } = await auditFromLogs(stage.reader, { addresses: stage.addresses, fromBlock: 0n });
    expect(differences).to.deep.equal([]);
  });

  it("add up to what the chain has paid, owes and will owe", async () => {
    for (const account of everyone()) {
      const { rows, totals } = await statementOf(account);
      const [total] = totals;
      expect(totals).to.have.length(1);
      expect(rows.reduce((sum, { share }) => sum + share, 0n)).to.equal(total!.earned);
      const { claimed, claimable, unsettled, referrals, ownerSales, refunds, compensations, releases } = total!;
      const parts = claimed + claimable + unsettled + referrals + ownerSales + refunds + compensations + releases;
      expect(total!.earned).to.equal(parts);
      expect([total!.decimals, total!.opening, total!.period]).to.deep.equal([6, 0n, total!.earned]);
    }
  });

  it("name each reason once it applies", async () => {
    const reasonsOf = async (account: number) => {
      const { rows } = await statementOf(stage.addressOf(account));
      return [...new Set(rows.map(({ reason }) => reason))];
    };
    expect(await reasonsOf(REFERRER)).to.deep.equal(["referral"]);
    expect(await reasonsOf(OWNER)).to.deep.equal(["ownerSale"]);
    expect(await reasonsOf(BUYER)).to.deep.equal(["refund"]);
    expect(await reasonsOf(CONTRIBUTORS[0])).to.deep.equal(["merkle"]);
    expect(await reasonsOf(CONTRIBUTORS[1])).to.deep.equal([]);
    expect(await reasonsOf(ARTIST)).to.have.members(["sale", "penalty", "resale"]);
    expect(await reasonsOf(TRAINER)).to.have.members(["sale", "lineage", "penalty", "resale", "shareTransfer"]);
  });

  it("write exact rows: who paid what for which asset, and the share of it", async () => {
    const { csv, json, rows } = await statementOf(stage.addressOf(REFERRER));
    const [row] = rows;
    expect(row).to.include({ gross: PRICE, fee: 0n, referral: (PRICE * 5n) / 100n, share: (PRICE * 5n) / 100n });
    expect(row).to.include({ assetId: dataset.assetId, recipe: dataset.recipe, decimals: 6, reason: "referral" });
    const [head, first, ...more] = csv.trimEnd().split("\r\n");
    expect(more).to.deep.equal([]);
    const cells = Object.fromEntries(head!.split(",").map((name, place) => [name, first!.split(",")[place]]));
    expect(cells).to.deep.include({
      gross: `${PRICE}`,
      fee: "0",
      net: `${PRICE - (PRICE * 5n) / 100n}`,
      decimals: "6",
    });
    expect(cells).to.deep.include({ payer: row!.payer, txHash: row!.txHash, offer: row!.offerId, token: row!.token });
    const parsed = JSON.parse(json) as { totals: { earned: string }[]; rows: object[] };
    expect(parsed.totals[0]?.earned).to.equal(String(row!.share));
    expect(parsed.rows).to.have.length(1);
  });

  it("cut a period out by time, and carry what came before", async () => {
    const account = stage.addressOf(ARTIST);
    const { rows, totals } = await statementOf(account);
    const times = rows.map(({ timestamp }) => timestamp);
    const middle = times[Math.floor(times.length / 2)]!;
    const [early, late] = [
      await statementOf(account, { to: middle - 1n }),
      await statementOf(account, { from: middle }),
    ];
    expect([...early.rows, ...late.rows]).to.deep.equal(rows);
    expect(late.totals[0]?.opening).to.equal(early.totals[0]?.earned);
    expect(late.totals[0]?.earned).to.equal(totals[0]?.earned);
    expect((await statementOf(account, { to: 1n })).rows).to.deep.equal([]);
  });

  it("are what settling and claiming then pays, to the last unit", async () => {
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    for (const [place, payee] of everyone().entries()) {
      const lines =
        payee === stage.addressOf(CONTRIBUTORS[0]) ? [0] : payee === stage.addressOf(CONTRIBUTORS[1]) ? [1] : [];
      const before = await stage.reader.getRoyaltyBalance({ token, payee });
      const { calls, amounts } = await prepareSettlement(stage.reader, {
        ...{ addresses: stage.addresses, payee, fromBlock: 0n },
        lines: lines.map((index) => ({ recipe: dataset.recipe, ...line(index) })),
      });
      const [{ amount } = { amount: 0n }] = amounts;
      const statement = (await statementOf(payee)).totals[0]!;
      if (lines.length === 0) expect(amount, `account ${place}`).to.equal(statement.claimable + statement.unsettled);
      if (calls.length > 0) await stage.as(RELAYER).batchRoyaltiesAndWait({ calls: calls.map(({ data }) => data) });
      expect((await stage.reader.getRoyaltyBalance({ token, payee })) - before).to.equal(amount);
      const again = await prepareSettlement(stage.reader, { addresses: stage.addresses, payee, fromBlock: 0n });
      expect(again).to.deep.equal({ calls: [], amounts: [] });
    }
    await snapshot.restore();
  });

  it("survive a migration: claims go to the new account from then on", async () => {
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    const [payee, to] = [stage.addressOf(PARTNER), stage.addressOf(15)];
    const terms = { payee, to, deadline: (await stage.now()) + YEAR };
    const payeeSignature = await stage.as(PARTNER).signMigration(terms);
    const toSignature = await stage.as(15).signMigration(terms);
    await stage.as(RELAYER).startMigrationAndWait({ ...terms, payeeSignature, toSignature });
    expect((await stage.reader.getMigration({ payee }))?.to.toLowerCase()).to.equal(to);
    await stage.pass(7n * 86_400n + 1n);
    await stage.as(RELAYER).finishMigrationAndWait({ payee });
    await stage.as(RELAYER).settleUpAndWait({ recipe: work.recipe, token });
    const { amount } = await stage.as(RELAYER).claimAndWait({ recipe: model.recipe, token, payee });
    expect(amount > 0n).to.equal(true);
    expect(await stage.reader.getRoyaltyBalance({ token, payee: to })).to.equal(amount);
    const deadline = (await stage.now()) + YEAR;
    const signature = await stage.as(15).signWithdrawal({ token, to: stage.addressOf(9), deadline });
    const order = { token, payee: to, to: stage.addressOf(9), deadline, signature };
    expect((await stage.as(RELAYER).withdrawToAndWait(order)).amount).to.equal(amount);
    const { differences } = await auditFromLogs(stage.reader, { addresses: stage.addresses, fromBlock: 0n });
    expect(differences).to.deep.equal([]);
    await snapshot.restore();
  });

  it("show a difference wherever logs are missing: credits, ledgers, lines, pots and shares", async () => {
    const last = await stage.reader.getBlockNumber({ cacheTime: 0 });
    const subjects: string[] = [];
    for (let missing = 2n; missing <= 24n; missing += 2n) {
      const range = { fromBlock: 0n, toBlock: last - missing };
      const { differences } = await auditFromLogs(stage.reader, { addresses: stage.addresses, ...range, lotIds: [] });
      expect(differences).to.not.deep.equal([]);
      subjects.push(...differences.map(({ subject, field }) => `${subject.split(" ")[0]} ${field}`));
    }
    expect(subjects).to.include.members([
      "balance balance",
      "ledger paid",
      "ledger sales",
      "pot amount",
      "ledger shares",
    ]);
  });

  it("are listed by a log reader: what of each sale is booked, and credits by recipe", async () => {
    const data = logReader(stage.reader, { addresses: stage.addresses, fromBlock: 0n });
    const sales = await data.listPurchases({ recipe: work.recipe });
    const booked = sales.map((sale) => sale.booked);
    const penalty = (PRICE * 50_000n + 999_999n) / 1_000_000n;
    // three sold, one returned, one final, one still held back, the title, and the owner's own sale
    expect(booked).to.deep.equal([PRICE, PRICE, PRICE, penalty, PRICE, 0n, PRICE, 0n]);
    const { sales: total } = await data.getLedger({ recipe: work.recipe, token });
    expect(booked.reduce((sum, amount) => sum + amount, 777n)).to.equal(total);

    const returned = await data.getLicense({ licenseId: sales[3]!.purchaseId });
    expect(returned).to.include({ status: "refunded", seats: 1, transferred: false, assetId: work.assetId });
    const kept = await data.getLicense({ licenseId: sales[4]!.purchaseId });
    const stored = await stage.reader.getLicense({ licenseId: sales[4]!.purchaseId });
    expect(kept).to.include({ status: "granted", holder: stored.holder, expiry: stored.expiry });
    expect(await data.getLicense({ licenseId: keccak256("0x") })).to.equal(undefined);

    const refund = PRICE - penalty;
    expect(await data.listEarnings({ account: stage.addressOf(BUYER), token })).to.deep.equal([
      { recipe: work.recipe, total: refund },
    ]);
    const [referred] = await data.listEarnings({ account: stage.addressOf(REFERRER), token });
    expect(referred).to.deep.equal({ recipe: dataset.recipe, total: (PRICE * 5n) / 100n });
    expect(await data.listEarnings({ account: stage.addressOf(9), token })).to.deep.equal([]);
  });

  it("are simulated offline to the last unit, whatever the kind of split", async () => {
    const account = (place: number) => stage.addressOf(place);
    const sale = ({ recipe }: Work, gross = PRICE) => ({ recipe, token, gross });
    const move = (shares: bigint) => ({ recipe: model.recipe, from: account(TRAINER), to: account(INVESTOR), shares });
    const penalty = (PRICE * 50_000n + 999_999n) / 1_000_000n;
    const { payments, dust } = simulateRoyalties({
      recipes: [
        { recipe: dataset.recipe, split: [], options: split().options, lines: split().lines },
        {
          recipe: model.recipe,
          parents: [{ recipe: dataset.recipe, rate: 70_000 }],
          split: [
            { account: account(TRAINER), weight: 600_000 },
            { account: account(PARTNER), weight: 400_000 },
          ],
          options: { kind: "tradable", token },
        },
        {
          recipe: work.recipe,
          parents: [{ recipe: model.recipe, rate: 100_000 }],
          split: [{ account: account(ARTIST), weight: 1_000_000 }],
          options: { advance: { account: account(BANK), token, amount: PRICE } },
        },
      ],
      steps: [
        { ...sale(dataset), referral: (PRICE * 5n) / 100n, referrer: account(REFERRER) },
        ...[sale(model), move(250_000n), sale(model)],
        ...[sale(work), sale(work), { settle: [work.recipe], token }, sale(work), move(100_000n)],
        ...[sale(work, penalty), sale(work), sale(work), { ...sale(work), seller: account(OWNER) }, sale(work, 777n)],
      ],
    });
    const paidTo = (place: number): bigint =>
      payments.filter(({ account: to }) => to === account(place)).reduce((sum, { amount }) => sum + amount, 0n);
    for (const place of [TRAINER, PARTNER, ARTIST, INVESTOR, BANK, OWNER, REFERRER]) {
      const [total] = (await statementOf(account(place))).totals;
      expect(paidTo(place), `account ${place}`).to.equal(total!.earned - total!.refunds);
    }
    expect(dust[0]!.amount < 20n).to.equal(true);
  });
});
