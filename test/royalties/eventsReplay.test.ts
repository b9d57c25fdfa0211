import { expect } from "chai";
import { type Address, getAddress, type Hash, type Log, parseEventLogs, toHex, zeroAddress } from "viem";
import { Random } from "../helpers/random.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { merkleSplit } from "../models/merkleSplit.ts";
import { signMigration } from "./signing.ts";
import { type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

const ONE = 1_000_000n;
const STEPS = 120;
const [FIXED, MERKLE] = [1, 2];

/** A sale as LicensePurchased of the market would tell it. */
interface Sold {
  recipe: number;
  gross: bigint;
  referral: bigint;
  referrer: Address;
  /** Whether it waits in a pot, or an owner sold: then the splitter's own events tell the rest. */
  told: boolean;
}

/** Credits, pots and inboxes of one token, out of sales and the splitter's events. */
class Replay {
  readonly credits = new Map<string, bigint>();
  readonly pots = new Map<string, bigint>();
  readonly sales = new Map<number, bigint>();
  readonly passed = new Map<number, bigint>();
  readonly paid = new Map<number, bigint>();
  readonly #recipients = new Map<string, Address>();
  held = 0n;

  constructor({ splitter }: RoyaltyStage, sold: readonly Sold[], logs: Log[]) {
    for (const { recipe, gross, referral, referrer, told } of sold) {
      if (told) continue;
      this.held += gross;
      this.#credit(referrer, referral);
      this.#add(this.sales, recipe, gross - referral);
    }
    for (const event of parseEventLogs({ abi: splitter.abi, logs })) {
      switch (event.eventName) {
        case "OwnerPaid":
          this.#credit(event.args.seller, event.args.kept);
          this.#add(this.passed, event.args.recipe, event.args.passed);
          // A sale of an owner at once is told by nothing else of the splitter's; the market names its gross.
          this.held += event.args.kept + event.args.passed;
          break;
        case "PotFunded":
          this.held += event.args.amount;
          this.#add(this.pots, event.args.opener + event.args.id, event.args.amount);
          break;
        case "PotReleased":
          this.#add(this.pots, event.args.opener + event.args.id, -event.args.amount);
          this.#credit(event.args.to, event.args.amount);
          break;
        case "PotMoved":
          this.#add(this.pots, event.args.opener + event.args.from, -event.args.amount);
          this.#add(this.pots, event.args.opener + event.args.to, event.args.amount);
          break;
        case "PotBooked":
          this.#add(this.sales, event.args.recipe, event.args.net);
          this.#credit(event.args.referrer, event.args.referral);
          break;
        case "Compensated":
          this.held += event.args.amount;
          this.#credit(event.args.to, event.args.amount);
          break;
        case "Swept":
          this.held += event.args.amount;
          this.#add(this.sales, event.args.recipe, event.args.amount);
          break;
        case "PayeeMigrated":
          this.#recipients.set(event.args.account, event.args.to);
          break;
        case "Claimed":
        case "MerkleClaimed": {
          const { recipe, account, amount } = event.args;
          if (event.eventName === "MerkleClaimed") this.#add(this.paid, recipe, amount);
          this.#credit(this.#recipients.get(account) ?? account, amount);
          break;
        }
        case "Withdrawn":
          this.#credit(event.args.account, -event.args.amount);
          this.held -= event.args.amount;
          break;
        // Settlements follow from the totals; the others move no money.
        case "Settled":
        case "NodeOpened":
        case "MigrationStarted":
        case "MigrationCanceled":
        case "Transfer":
        case "Approval":
        case "OperatorSet":
        case "EIP712DomainChanged":
          break;
      }
    }
  }

  #credit(account: Address, amount: bigint): void {
    this.#add(this.credits, getAddress(account), amount);
  }

  #add<TKey>(sums: Map<TKey, bigint>, key: TKey, amount: bigint): void {
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
}

describe("royalties/eventsReplay", function () {
  const use = useRoyaltyStage();

  it("rebuilds credits, escrows, owners' sales, sweeps and migrations from events", async function () {
    this.timeout(300_000);
    const stage = use();
    const { openNode, collect, splitter, usdc, wallet, payees, market, toSale, gas, publicClient, connection } = stage;
    const random = new Random(3009);
    const people = [4, 5, 6, 7].map((index) => wallet(index).account.address);
    const leaves = payees.map((account, index) => ({ index: BigInt(index), account, weight: BigInt(3 + index) }));
    const { root, proofs } = merkleSplit(leaves);
    await openNode(FIXED);
    await openNode(MERKLE, [[FIXED, 100_000]], [], { ...FIXED_SPLIT, kind: 1, root, totalWeight: 7n });
    const sold: Sold[] = [];
    const waiting: { id: Hash; sale: ReturnType<typeof toSale> }[] = [];
    const payer = { account: stage.buyer.account, gas };
    const opener = wallet(8);

    const act = async (step: number): Promise<void> => {
      const recipe = random.pick([FIXED, MERKLE]);
      const amount = random.big(1n, 9_999n);
      switch (random.integer(0, 8)) {
        case 0:
        case 1: {
          const pot = random.chance(400_000) ? toHex(step + 1, { size: 32 }) : undefined;
          // Only a sale at once can be an owner's: the market offers no other.
          const seller = pot === undefined && random.chance(400_000) ? random.pick(people) : undefined;
          const referral = seller === undefined ? amount / 10n : 0n;
          const referrer = random.pick(people);
          const sale = { recipe, gross: amount, referral, referrer, ...(seller && { seller }), ...(pot && { pot }) };
          await collect({ ...sale, settleNow: random.chance(500_000) });
          sold.push({ recipe, gross: amount, referral, referrer, told: pot !== undefined || seller !== undefined });
          if (pot !== undefined) waiting.push({ id: pot, sale: toSale(sale) });
          return;
        }
        case 2: {
          const [next] = waiting.splice(0, 1);
          if (next === undefined) return;
          const options = { account: market, gas };
          if (random.chance(500_000)) await splitter.write.bookPot([next.id, next.sale, true], options);
          else await splitter.write.refundPot([next.id, next.sale, next.sale.gross / 20n], options);
          return;
        }
        case 3: {
          const id = toHex("bond", { size: 32 });
          await splitter.write.fundPot([opener.account.address, id, usdc.address, amount], payer);
          const by = { account: opener.account, gas };
          const other = toHex("common", { size: 32 });
          await splitter.write.movePot([id, other, usdc.address, amount / 4n], by);
          await splitter.write.releasePot([id, usdc.address, random.pick(people), amount / 2n], by);
          return;
        }
        case 4: {
          const args = [usdc.address, stage.buyer.account.address, random.pick(people), amount] as const;
          await splitter.write.compensate(args, { account: market, gas });
          return;
        }
        case 5:
          await usdc.write.mint([await splitter.read.receiverOf([recipe]), amount]);
          await splitter.write.sweep([recipe, usdc.address], { gas });
          return;
        case 6: {
          const index = random.integer(0, leaves.length - 1);
          const leaf = leaves[index] as (typeof leaves)[0];
          await splitter.write.settleUp([MERKLE, usdc.address, 2n], { gas });
          await splitter.write.claimMerkle([MERKLE, usdc.address, leaf, proofs[index] ?? []], { gas });
          return;
        }
        case 7:
          await splitter.write.claim([FIXED, usdc.address, random.pick(payees)], { gas });
          return;
        default: {
          const account = random.pick([...people, ...payees]);
          if (random.chance(500_000)) await splitter.write.withdraw([usdc.address, account], { gas });
          else await splitter.write.claimToWallet([FIXED, usdc.address, random.pick(payees)], { gas });
        }
      }
    };

    for (let step = 0; step < STEPS / 2; step++) await act(step);
    const heir = wallet(7);
    await connection.networkHelpers.impersonateAccount(payees[0]);
    const latest = BigInt(await connection.networkHelpers.time.latest());
    const message = { account: payees[0], to: heir.account.address, nonce: 0n, deadline: latest + 999n };
    const signature = await signMigration(stage, heir, message);
    await splitter.write.startMigration([message.account, message.to, message.deadline, "0x", signature], {
      account: payees[0],
      gas,
    });
    await connection.networkHelpers.time.increase(7 * 24 * 60 * 60);
    await splitter.write.finishMigration([payees[0]], { gas });
    for (let step = STEPS / 2; step < STEPS; step++) await act(step);

    const logs = await publicClient.getLogs({ fromBlock: 0n, address: splitter.address });
    const replay = new Replay(stage, sold, logs);
    for (const account of [...people, ...payees, stage.buyer.account.address, zeroAddress]) {
      expect(await stage.balance(account), account).to.equal(replay.credits.get(getAddress(account)) ?? 0n);
    }
    for (const [pot, amount] of replay.pots) {
      const [owner, id] = [pot.slice(0, 42) as Address, pot.slice(42) as Hash];
      const bonds = ["bond", "common"].map((name) => toHex(name, { size: 32 }));
      const owed = waiting.some((each) => each.id === id) || bonds.includes(id);
      const left = await splitter.read.potOf([owner, id, usdc.address]);
      if (owed) expect(left).to.equal(amount);
      else expect(left).to.equal(0n);
    }
    for (const recipe of [FIXED, MERKLE]) {
      const ledger = await stage.ledger(recipe);
      expect(ledger.sales, `sales of ${recipe}`).to.equal(replay.sales.get(recipe) ?? 0n);
      expect(ledger.paid).to.equal(replay.paid.get(recipe) ?? 0n);
    }
    const { passed, settledSales, settledPassed } = await stage.ledger(MERKLE);
    expect(passed).to.equal(replay.passed.get(MERKLE) ?? 0n);
    const { own, settledSales: ownSales } = await stage.ledger(FIXED);
    expect(own).to.equal(ownSales + (settledSales * 100_000n) / ONE + settledPassed);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(replay.held);
  });
});
