import { expect } from "chai";
import { getAddress, type Hash, parseEther, zeroHash } from "viem";
import { passTimepoint } from "../helpers/governance.ts";
import type { Wallet } from "../helpers/protocol.ts";
import { type Governance, makeProposal, setUpGovernance } from "./governance.ts";

const GAS = 1_000_000n;
const REP = parseEther("1");

describe("governance/attacks", () => {
  let governance: Governance;
  let founders: [Wallet, Wallet, Wallet];
  before(async () => {
    governance = await setUpGovernance();
    founders = governance.founders as [Wallet, Wallet, Wallet];
    const { protocol, clones } = governance;
    await protocol.connection.networkHelpers.setBalance(clones.timelock, 10n * REP);
    await protocol.connection.networkHelpers.impersonateAccount(clones.timelock);
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    governance = { ...governance, rewind: () => snapshot.restore() };
  });
  afterEach(async () => {
    await governance.rewind();
    await governance.protocol.connection.provider.request({ method: "evm_setAutomine", params: [true] });
  });

  /** Mines all of these in one block, in order; resolves to whether each succeeded. */
  async function inOneBlock(calls: (() => Promise<Hash>)[]): Promise<boolean[]> {
    const { connection, publicClient } = governance.protocol;
    await connection.provider.request({ method: "evm_setAutomine", params: [false] });
    const hashes: Hash[] = [];
    for (const call of calls) hashes.push(await call());
    await connection.networkHelpers.mine();
    await connection.provider.request({ method: "evm_setAutomine", params: [true] });
    const receipts = await Promise.all(hashes.map((hash) => publicClient.getTransactionReceipt({ hash })));
    expect(new Set(receipts.map(({ blockNumber }) => blockNumber)).size).to.equal(1);
    return receipts.map(({ status }) => status === "success");
  }

  /** A proposal that can be voted on. */
  async function openVote(): Promise<{ id: bigint; snapshot: bigint }> {
    const { protocol, clones, governor } = governance;
    const { id } = await makeProposal(governance, [{ target: clones.timelock }]);
    const snapshot = await governor.read.proposalSnapshot([id]);
    await passTimepoint(protocol, clones, snapshot);
    return { id, snapshot };
  }

  const vote =
    (id: bigint, { account }: Wallet) =>
    () =>
      governance.governor.write.castVote([id, 1], { account, gas: GAS });
  const grant =
    ({ account }: Wallet) =>
    () =>
      governance.token.write.mint([account.address, 50n * REP, zeroHash, zeroHash], {
        account: governance.clones.timelock,
        gas: GAS,
      });
  const slash =
    ({ account }: Wallet) =>
    () =>
      governance.token.write.slash([account.address, 2n ** 255n, zeroHash], {
        account: governance.clones.timelock,
        gas: GAS,
      });
  const delegate = (from: Wallet, to: Wallet) => () =>
    governance.token.write.delegate([to.account.address], { account: from.account, gas: GAS });
  const forVotes = async (id: bigint) => (await governance.governor.read.proposalVotes([id]))[1];

  it("minting and voting in one block is a vote without weight", async () => {
    const { stranger, token } = governance;
    const { id } = await openVote();
    expect(await inOneBlock([grant(stranger), vote(id, stranger)])).to.deep.equal([true, true]);
    expect(await token.read.getVotes([stranger.account.address])).to.not.equal(0n);
    expect(await forVotes(id)).to.equal(0n);
  });

  it("reputation that comes and goes in one block is no reputation at any time", async () => {
    const { stranger, token } = governance;
    const { id } = await openVote();
    const calls = [grant(stranger), delegate(stranger, founders[0]), vote(id, founders[0]), slash(stranger)];
    expect(await inOneBlock(calls)).to.deep.equal([true, true, true, true]);
    const time = (await governance.protocol.publicClient.getBlock()).timestamp;
    await governance.protocol.connection.networkHelpers.mine();
    expect(await token.read.getPastVotes([founders[0].account.address, time])).to.equal(1_000n * REP);
    expect(await forVotes(id)).to.equal(await governance.governor.read.proposalVoteCap([id]));
  });

  it("handing votes on while they are used does not use them twice", async () => {
    const { id, snapshot } = await openVote();
    const [first, second] = founders;
    const calls = [vote(id, first), delegate(first, second), vote(id, second)];
    expect(await inOneBlock(calls)).to.deep.equal([true, true, true]);
    const cap = await governance.governor.read.proposalVoteCap([id]);
    expect(await governance.token.read.getPastVotes([second.account.address, snapshot])).to.equal(1_000n * REP);
    expect(await forVotes(id)).to.equal(2n * cap);
  });

  it("delegating in a circle, however often, moves each vote one step and makes none", async () => {
    const { token } = governance;
    const [a, b, c] = founders;
    const votesOf = ({ account }: Wallet) => token.read.getVotes([account.address]);
    for (let round = 0; round < 4; round++) {
      const calls = [delegate(a, b), delegate(b, c), delegate(c, a)];
      expect(await inOneBlock([...calls, ...calls])).to.deep.equal(Array<boolean>(6).fill(true));
      for (const member of founders) expect(await votesOf(member)).to.equal(1_000n * REP);
    }
    await inOneBlock([delegate(a, b), delegate(b, b), delegate(c, b)]);
    expect(await Promise.all(founders.map(votesOf))).to.deep.equal([0n, 3_000n * REP, 0n]);
    expect(getAddress(await token.read.delegates([b.account.address]))).to.equal(getAddress(b.account.address));
  });
});
