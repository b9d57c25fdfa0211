import { expect } from "chai";
import { numberToHex, parseEther, zeroHash } from "viem";
import { passTimepoint } from "../helpers/governance.ts";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { indexAt, LAST_INDEX } from "../models/decayIndex.ts";
import { type Governance, grantReputation, makeProposal, passActions, setUpGovernance } from "./governance.ts";

const DAY = 86_400;
const HALF_LIFE = 30 * DAY;
const HALF_LIVES = 100;

/** Where OpenZeppelin's upgradeable ERC-20 keeps its total supply (ERC-7201). */
const TOTAL_SUPPLY_SLOT = 0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace02n;

describe("governance/reputation.horizon", () => {
  let governance: Governance;
  before(async () => {
    governance = await setUpGovernance();
    const { clones, token, protocol } = governance;
    const { networkHelpers } = protocol.connection;
    await networkHelpers.setBalance(clones.timelock, parseEther("10"));
    await networkHelpers.impersonateAccount(clones.timelock);
    await token.write.setHalfLife([HALF_LIFE], { account: clones.timelock });
    await networkHelpers.stopImpersonatingAccount(clones.timelock);
  });

  /** Opens a proposal, casts a vote and compares the frozen quorum and cap with the past recomputed. */
  const voteNow = async () => {
    const { protocol, clones, governor, founders, token } = governance;
    const proposal = await makeProposal(governance, [{ target: clones.studio }]);
    const snapshot = await governor.read.proposalSnapshot([proposal.id]);
    await passTimepoint(protocol, clones, snapshot);
    await protocol.connection.networkHelpers.mine();
    const { account } = founders[0] as Wallet;
    await governor.write.castVote([proposal.id, 1], { account });
    const supply = await token.read.getPastTotalSupply([snapshot]);
    const votes = await token.read.getPastVotes([account.address, snapshot]);
    const cap = (supply * 200_000n + 999_999n) / 1_000_000n;
    expect(await governor.read.quorum([proposal.id])).to.equal((supply * 30n) / 100n);
    expect(await governor.read.quorum([snapshot])).to.equal((supply * 30n) / 100n);
    expect(await governor.read.proposalVoteCap([proposal.id])).to.equal(cap);
    const [, counted] = await governor.read.proposalVotes([proposal.id]);
    expect(counted).to.equal(votes < cap ? votes : cap);
  };

  it(`mints and votes for ${HALF_LIVES} half-lives, quorum always recomputable`, async function () {
    this.timeout(300_000);
    const { protocol, token, founders } = governance;
    const { time } = protocol.connection.networkHelpers;
    const { gBase, tBase } = (await token.getEvents.IndexChanged({ fromBlock: 0n })).at(-1)?.args ?? {};
    if (gBase === undefined || tBase === undefined) throw new Error("no IndexChanged");
    const curve = { gBase, tBase: BigInt(tBase), halfLife: BigInt(HALF_LIFE) };
    const people = founders.map(({ account }) => account.address);
    for (let passed = 1; passed <= HALF_LIVES; passed++) {
      await time.increaseTo(curve.tBase + BigInt(passed * HALF_LIFE));
      const index = await token.read.index();
      expect(index).to.equal(indexAt(curve, BigInt(await time.latest())));
      const grantable = await token.read.grantable();
      expect(Number(grantable)).to.be.greaterThan(0);
      for (const account of people) await grantReputation(governance, account, grantable / 4n);
      if (passed % 5 === 0) await voteNow();
    }
    expect(await token.read.index()).to.equal(LAST_INDEX);
    expect(Number(await token.read.totalSupply())).to.be.lessThan(2 ** 127);
    expect(Number(await token.read.totalSupply())).to.be.greaterThan(2 ** 112);
  });

  it("still passes proposals after decay has ended", async () => {
    const { clones, governor, token } = governance;
    const before = await token.read.effectiveTotalSupply();
    await passActions(governance, [{ target: clones.timelock }]);
    expect(await token.read.index()).to.equal(LAST_INDEX);
    expect(await token.read.effectiveTotalSupply()).to.equal(before);
    expect(Number(await governor.read.proposalThreshold())).to.be.greaterThan(0);
  });

  it("refuses the grant that would leave 128 bits, so that no vote ever fails to fit", async () => {
    const { protocol, token, clones, founders } = governance;
    const { networkHelpers } = protocol.connection;
    const supply = await token.read.totalSupply();
    expect(await networkHelpers.getStorageAt(token.address, TOTAL_SUPPLY_SLOT)).to.equal(
      numberToHex(supply, { size: 32 }),
    );
    await networkHelpers.setStorageAt(token.address, TOTAL_SUPPLY_SLOT, 2n ** 128n - 1n);
    await networkHelpers.time.increase(90 * DAY);
    await networkHelpers.impersonateAccount(clones.timelock);
    const to = (founders[0] as Wallet).account.address;
    await expectRefused(
      protocol,
      () => token.write.mint([to, parseEther("1"), zeroHash, `0x${"01".repeat(32)}`], { account: clones.timelock }),
      {
        by: token,
        error: "ERC20ExceededSafeSupply",
        args: [2n ** 128n - 1n + (parseEther("1") << 47n), 2n ** 128n - 1n],
        others: [token.address],
      },
    );
    await networkHelpers.setStorageAt(token.address, TOTAL_SUPPLY_SLOT, supply);
  });
});
