import { expect } from "chai";
import { zeroAddress } from "viem";
import { RoyaltyReplay } from "../../src/logs/royaltyReplay.ts";

const TOKEN = "0x00000000000000000000000000000000000000aa";
const PAYEE = "0x00000000000000000000000000000000000000bb";
const REFERRER = "0x00000000000000000000000000000000000000cc";

/** Recipe 2 owes recipe 1 ten percent. */
function twoGenerations(): RoyaltyReplay {
  const replay = new RoyaltyReplay();
  const payees = [{ account: PAYEE, weight: 1_000_000 }] as const;
  replay.open(1, { stack: 0, edges: [], payees });
  replay.open(2, { stack: 100_000, edges: [{ parent: 1, rate: 100_000, pass: 0 }], payees });
  return replay;
}

const sale = (gross: bigint, referral = 0n) =>
  ({ recipe: 2, token: TOKEN, gross, referral, referrer: REFERRER }) as const;

describe("RoyaltyReplay", () => {
  it("refuses a settlement of a recipe that was never opened", () => {
    expect(() => new RoyaltyReplay().settle(9, TOKEN, { sales: 1n, passed: 0n })).to.throw("recipe 9");
  });

  it("divides in differences of floors, so that the last unit comes later", () => {
    const replay = twoGenerations();
    replay.sell(sale(19n));
    replay.settle(2, TOKEN, { sales: 19n, passed: 0n });
    expect(replay.ledger(2, TOKEN).own).to.equal(17n);
    expect(replay.ledger(1, TOKEN).own).to.equal(1n);
    replay.sell(sale(1n));
    replay.settle(2, TOKEN, { sales: 20n, passed: 0n });
    expect(replay.ledger(2, TOKEN).own).to.equal(18n);
    expect(replay.ledger(1, TOKEN).own).to.equal(2n);
  });

  it("credits referrals at once and keeps them out of the sales", () => {
    const replay = twoGenerations();
    replay.sell(sale(100n, 10n));
    expect(replay.balance(REFERRER, TOKEN)).to.equal(10n);
    expect(replay.ledger(2, TOKEN).sales).to.equal(90n);
    expect(replay.unpaid(TOKEN)).to.equal(100n);
  });

  it("moves a claim into the balance and a withdrawal out of it", () => {
    const replay = twoGenerations();
    replay.sell(sale(100n));
    replay.settle(2, TOKEN, { sales: 100n, passed: 0n });
    replay.claim(2, TOKEN, PAYEE, 90n);
    expect(replay.claimed(2, TOKEN, PAYEE)).to.equal(90n);
    expect(replay.balance(PAYEE, TOKEN)).to.equal(90n);
    replay.withdraw(PAYEE, TOKEN, 90n);
    expect(replay.balance(PAYEE, TOKEN)).to.equal(0n);
    expect(replay.unpaid(TOKEN)).to.equal(10n);
  });

  it("answers zero for what it never saw", () => {
    const replay = new RoyaltyReplay();
    expect(replay.ledger(1, TOKEN)).to.deep.equal({
      sales: 0n,
      settledSales: 0n,
      passed: 0n,
      settledPassed: 0n,
      own: 0n,
    });
    expect(replay.balance(zeroAddress, TOKEN)).to.equal(0n);
  });
});
