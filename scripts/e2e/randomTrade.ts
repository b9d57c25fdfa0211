import { type Address, concatHex, type Hex, numberToHex, zeroAddress } from "viem";
import { hardhat } from "viem/chains";
import { hashPurchase, PAYEE_MIGRATION_TYPES, royaltySplitterDomain, toOrderInput } from "@imprimatur/sdk";
import { localAccount } from "../stack/deployLocally.ts";
import type { Bought, Desk, Good, Request } from "./randomDesk.ts";
import { publishOffer } from "./randomGoods.ts";

const NEVER = 4_000_000_000n;
const MIGRATION_DELAY = 7 * 24 * 3_600;
const MIGRANT = 3;
const POT_OPENER = 2;
/** The accounts up to this one publish as licensor and as agent, whatever they own. */
const AGENT = 1;
const MOST_NODES = 64;

/** Gives the buyer money. */
export async function fund(desk: Desk): Promise<void> {
  const { accounts, contracts, tokens } = desk;
  for (const address of tokens) {
    await desk.send({ address, abi: TOKEN, functionName: "mint", args: [accounts[0], 10n ** 30n] });
    await desk.send({ address, abi: TOKEN, functionName: "approve", args: [contracts.splitter.address, 10n ** 30n] });
  }
}

/** Lets everybody do anything at random; what the contracts refuse is no event. */
export async function trade(desk: Desk, steps: number): Promise<void> {
  const { random } = desk;
  for (let left = steps; left > 0; left--) {
    desk.steps += 1;
    const act = random.pick([
      sell,
      sell,
      pay,
      pay,
      handle,
      handle,
      handle,
      other,
      random.chance(300_000) ? permit : pay,
    ]);
    await act(desk, random.pick(desk.goods), desk.steps);
  }
  await desk.mine();
}

/** Buys under an offer of the good, alone or in a batch of which some fail. */
async function sell(desk: Desk, good: Good, step: number): Promise<void> {
  const { contracts, random } = desk;
  const { market } = contracts;
  const offer = random.pick(random.chance(500_000) ? good.records : good.offers);
  const settle = random.chance(300_000);
  if (random.chance(700_000)) {
    const purchase = purchaseOf(desk, good, offer, step);
    return desk.send({ ...market, functionName: "purchaseLicense", args: [purchase, settle] });
  }
  const offers = random.chance(500_000) ? [random.pick(good.proved)] : [offer, numberToHex(1, { size: 32 }), offer];
  const orders = offers.map((offerId, i) => {
    const purchase = purchaseOf(desk, good, offerId, 1_000_000 * (i + 1) + step);
    return toOrderInput({ purchase, evidence: { leaf: good.leaf, proof: [] }, settle });
  });
  return desk.send({ ...market, functionName: "purchaseBatch", args: [orders, true] });
}

function purchaseOf(desk: Desk, { asset, records }: Good, offerId: Hex, step: number) {
  const { accounts, bought, contracts, random } = desk;
  const holder = random.pick(accounts);
  const purchase = {
    offerId,
    assetId: asset,
    licensee: holder,
    referrer: random.chance(300_000) ? (accounts.at(-1) ?? zeroAddress) : zeroAddress,
    seats: random.integer(0, 1) === 0 ? 0 : random.integer(1, 3),
    maxTotal: 10n ** 18n,
    deadline: NEVER,
    salt: numberToHex(step + 1, { size: 32 }),
  };
  const licenseId = hashPurchase({ chainId: hardhat.id, licenseMarket: contracts.market.address, purchase });
  if (records.includes(offerId)) bought.push({ licenseId, holder });
  return purchase;
}

/** Moves what was earned. */
async function pay(desk: Desk, good: Good): Promise<void> {
  const { accounts, contracts, goods, random, tokens } = desk;
  const { splitter } = contracts;
  const { recipe } = good;
  const account = random.pick(random.chance(300_000) || good.payees.length === 0 ? accounts : good.payees);
  const token = random.chance(200_000) ? random.pick(tokens) : good.token;
  const falling = goods
    .map((other) => other.recipe)
    .filter(() => random.chance(300_000))
    .reverse();
  const acts: Request[] = [
    { ...splitter, functionName: "settle", args: [falling, token] },
    { ...splitter, functionName: "settleUp", args: [recipe, token, random.integer(1, MOST_NODES)] },
    { ...splitter, functionName: "claim", args: [recipe, token, account] },
    { ...splitter, functionName: "claimToWallet", args: [recipe, token, account] },
    { ...splitter, functionName: "withdraw", args: [token, account] },
  ];
  if (good.merkle !== undefined) {
    const line = random.pick(good.merkle.lines);
    acts.push({ ...splitter, functionName: "claimMerkle", args: [recipe, token, line, good.merkle.proof(line.index)] });
  }
  await desk.send(random.pick(acts));
}

/** Does something with a record that may have been bought. */
async function handle(desk: Desk): Promise<void> {
  const { accounts, bought, contracts, random } = desk;
  const { licenses, market } = contracts;
  const license = bought.length === 0 ? NOTHING : random.pick(bought.slice(random.chance(500_000) ? -4 : -40));
  const { licenseId } = license;
  const holder = Math.max(0, accounts.indexOf(license.holder));
  const to = random.pick(accounts);
  const act = random.pick([0, 0, 1, 2, 3, 4]);
  if (act === 0) return desk.send({ ...market, functionName: "refundLicense", args: [licenseId] });
  if (act === 1) return desk.send({ ...market, functionName: "finalizeLicense", args: [licenseId, true] });
  if (act === 2)
    return desk.send({ ...market, functionName: "renewLicense", args: [licenseId, 10n ** 18n, NEVER, false] });
  if (act === 3) {
    return desk.send({ ...licenses, functionName: "assignSeat", args: [licenseId, random.integer(1, 2), to] }, holder);
  }
  const args = [license.holder, to, BigInt(licenseId)];
  await desk.send({ ...licenses, functionName: "transferFrom", args }, holder);
  license.holder = to;
}

const NOTHING: Bought = { licenseId: numberToHex(7, { size: 32 }), holder: zeroAddress };

/** Pots, shares, resales, and offers of whoever owns a token. */
async function other(desk: Desk, good: Good, step: number): Promise<void> {
  const { accounts, contracts, random } = desk;
  const { splitter } = contracts;
  const from = random.integer(1, accounts.length - 1);
  const to = random.pick(accounts);
  const act = random.integer(0, 5);
  if (act === 0) return sellAsOwner(desk, step);
  if (act === 1) return resell(desk, good);
  if (act === 2) return moveShares(desk, to);
  if (act === 3) return openPot(desk, good.token, step);
  if (act === 4 && desk.pots.length > 0) {
    const args = [random.pick(desk.pots), good.token, to, random.big(1n, 60n)];
    return desk.send({ ...splitter, functionName: "releasePot", args }, POT_OPENER);
  }
  return desk.send({ ...splitter, functionName: "withdrawTo", args: [good.token, accounts[from], to, 0n, "0x"] }, from);
}

/** Approvals of every kind, and an offer that ends. */
async function permit(desk: Desk, good: Good): Promise<void> {
  const { accounts, bought, contracts, random } = desk;
  const { licenses, market, registry, splitter } = contracts;
  const [from, to, yes] = [random.integer(0, accounts.length - 1), random.pick(accounts), random.chance(500_000)];
  const license = bought.length === 0 ? NOTHING : random.pick(bought);
  const holder = accounts.indexOf(license.holder);
  const acts: [Request, number][] = [
    [{ ...registry, functionName: "setApprovalForAll", args: [to, yes] }, from],
    [{ ...licenses, functionName: "setApprovalForAll", args: [to, yes] }, from],
    [{ ...splitter, functionName: "setOperator", args: [to, yes] }, from],
    [{ ...splitter, functionName: "approve", args: [to, BigInt(good.recipe), random.big(0n, 100n)] }, from],
    [{ ...licenses, functionName: "approve", args: [to, BigInt(license.licenseId)] }, Math.max(0, holder)],
    [{ ...registry, functionName: "approve", args: [to, good.asset] }, from],
  ];
  const [request, sender] = random.pick(acts);
  await desk.send(request, sender);
  if (random.chance(950_000)) return;
  const ended = await publishOffer(desk, good, { salt: numberToHex(desk.steps, { size: 32 }) });
  await desk.send({ ...market, functionName: "withdrawOffer", args: [ended] });
}

/** Whoever owns a token sells what the recipe's terms leave to owners. */
async function sellAsOwner(desk: Desk, step: number): Promise<void> {
  const { accounts, client, contracts, random } = desk;
  for (const good of random.shuffle(desk.goods)) {
    const read = { ...contracts.registry, functionName: "ownerOf", args: [good.asset] } as const;
    const owner = await client.readContract(read).catch(() => zeroAddress);
    if (accounts.indexOf(owner) <= AGENT) continue;
    const salt = numberToHex(step, { size: 32 });
    const terms = { scope: "asset", scopeId: good.asset, usages: ["personal"], salt } as const;
    const offer = await publishOffer(desk, good, terms, accounts.indexOf(owner));
    good.offers.push(offer);
    await desk.mine();
    const purchase = purchaseOf(desk, good, offer, step);
    return desk.send({
      ...contracts.market,
      functionName: "purchaseLicense",
      args: [purchase, random.chance(500_000)],
    });
  }
}

/** Holders give shares away, each after some income. */
async function moveShares(desk: Desk, to: Address): Promise<void> {
  const { accounts, contracts, goods, random } = desk;
  for (const good of goods.filter(({ tradable }) => tradable)) {
    await resell(desk, good);
    const from = accounts.indexOf(random.pick(good.payees));
    const args = [to, BigInt(good.recipe), BigInt(random.integer(0, 100_000))];
    await desk.send({ ...contracts.splitter, functionName: "transfer", args }, from);
  }
}

/** A marketplace pays the recipe's receiver, and somebody sweeps it. */
async function resell(desk: Desk, { recipe, token }: Good): Promise<void> {
  const { splitter } = desk.contracts;
  const receiver = await desk.client.readContract({ ...splitter, functionName: "receiverOf", args: [recipe] });
  const amount = desk.random.big(1n, 10_000n);
  await desk.send({ address: token, abi: TOKEN, functionName: "mint", args: [receiver, amount] });
  await desk.send({ ...splitter, functionName: "sweep", args: [recipe, token] });
}

async function openPot(desk: Desk, token: Address, step: number): Promise<void> {
  const id = concatHex([numberToHex(step, { size: 31 }), "0x01"]);
  const args = [desk.accounts[POT_OPENER], id, token, desk.random.big(1n, 100n)];
  desk.pots.push(id);
  await desk.send({ ...desk.contracts.splitter, functionName: "fundPot", args });
}

/** One payee begins to move its income to another account, thinks better of it, and moves it after all. */
export async function migrate(desk: Desk): Promise<void> {
  const { splitter } = desk.contracts;
  const account = localAccount(MIGRANT).address;
  await startMigration(desk, 0n);
  await desk.send({ ...splitter, functionName: "cancelMigration", args: [account] }, MIGRANT);
  await desk.mine();
  await startMigration(desk, 1n);
  await desk.mine(MIGRATION_DELAY);
  await desk.send({ ...splitter, functionName: "finishMigration", args: [account] });
}

/** Both accounts sign; the seven days begin. */
async function startMigration(desk: Desk, nonce: bigint): Promise<void> {
  const { splitter } = desk.contracts;
  const [from, to] = [localAccount(MIGRANT), localAccount(MIGRANT + 1)];
  const message = { account: from.address, to: to.address, nonce, deadline: NEVER };
  const domain = royaltySplitterDomain(hardhat.id, splitter.address);
  const typedData = { domain, types: PAYEE_MIGRATION_TYPES, primaryType: "PayeeMigration", message } as const;
  const signatures = [await from.signTypedData(typedData), await to.signTypedData(typedData)];
  const args = [from.address, to.address, NEVER, ...signatures];
  await desk.send({ ...splitter, functionName: "startMigration", args });
  await desk.mine();
}

const TOKEN = [
  {
    type: "function",
    name: "mint",
    stateMutability: "nonpayable",
    inputs: [
      { name: "account", type: "address" },
      { name: "amount", type: "uint256" },
    ],
    outputs: [],
  },
  {
    type: "function",
    name: "approve",
    stateMutability: "nonpayable",
    inputs: [
      { name: "spender", type: "address" },
      { name: "amount", type: "uint256" },
    ],
    outputs: [{ type: "bool" }],
  },
] as const;
