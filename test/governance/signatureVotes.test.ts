import { expect } from "chai";
import {
  type Address,
  concat,
  getAddress,
  type Hex,
  numberToHex,
  parseEther,
  parseSignature,
  toFunctionSelector,
} from "viem";
import { passTimepoint, type Proposal, STATE, SUPPORT } from "../helpers/governance.ts";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { type Governance, makeProposal, setUpGovernance } from "./governance.ts";

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

const TYPES = {
  Ballot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
  ExtendedBallot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "reason", type: "string" },
    { name: "params", type: "bytes" },
  ],
} as const;

/** Runtime code of a wallet that approves every signature (ERC-1271). */
const APPROVES = concat(["0x63", toFunctionSelector("isValidSignature(bytes32,bytes)"), "0x60e01b5f5260205ff3"]);

describe("governance/signatureVotes", () => {
  let governance: Governance;
  let proposal: Proposal;
  let voter: Wallet;
  let relayer: Wallet;

  before(async () => {
    governance = await setUpGovernance();
    voter = governance.founders[0] as Wallet;
    relayer = governance.stranger;
    const { protocol, clones, governor } = governance;
    proposal = await makeProposal(governance, [{ target: clones.studio }]);
    await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([proposal.id]));
    await protocol.connection.networkHelpers.mine();
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    governance.rewind = () => snapshot.restore();
  });
  afterEach(() => governance.rewind());

  const keyOf = (id: bigint): bigint => id & (2n ** 192n - 1n);
  /** First nonce of a proposal's own key. */
  const keyedNonce = (id = proposal.id): bigint => keyOf(id) << 64n;
  const domain = async (overrides: { chainId?: number; verifyingContract?: Address } = {}) => ({
    name: await governance.governor.read.name(),
    version: await governance.governor.read.version(),
    chainId: await governance.protocol.publicClient.getChainId(),
    verifyingContract: governance.governor.address,
    ...overrides,
  });
  const ballot = (nonce: bigint, overrides: Partial<{ proposalId: bigint; support: number; voter: Address }> = {}) => ({
    proposalId: proposal.id,
    support: SUPPORT.for as number,
    voter: voter.account.address,
    nonce,
    ...overrides,
  });
  const sign = async (message: ReturnType<typeof ballot>, signer: Wallet = voter, where = domain()) =>
    signer.signTypedData({ domain: await where, types: TYPES, primaryType: "Ballot", message });
  const cast = (signature: Hex, support: number = SUPPORT.for, as: Address = voter.account.address) =>
    governance.governor.write.castVoteBySig([proposal.id, support, as, signature], { account: relayer.account });
  const refused = async (signature: Hex, support: number = SUPPORT.for, as: Address = voter.account.address) => {
    const { protocol, governor } = governance;
    await expectRefused(protocol, () => cast(signature, support, as), {
      by: governor,
      error: "GovernorInvalidSignature",
      args: [getAddress(as)],
      others: [governor.address],
    });
  };

  it("counts a ballot with the proposal's own nonce, relayed by anybody, once", async () => {
    const { governor, protocol } = governance;
    const signature = await sign(ballot(keyedNonce()));
    await cast(signature);
    expect(await governor.read.proposalVotes([proposal.id])).to.deep.equal([0n, parseEther("600"), 0n]);
    expect(await governor.read.nonces([voter.account.address, keyOf(proposal.id)])).to.equal(keyedNonce() + 1n);
    expect(await governor.read.nonces([voter.account.address])).to.equal(0n);
    await refused(signature);
    await expectRefused(protocol, async () => cast(await sign(ballot(keyedNonce() + 1n))), {
      by: governor,
      error: "GovernorAlreadyCastVote",
      args: [getAddress(voter.account.address)],
      others: [governor.address],
    });
  });

  it("counts a ballot with the voter's plain nonce too", async () => {
    const { governor } = governance;
    const signature = await sign(ballot(0n));
    await cast(signature);
    expect(await governor.read.nonces([voter.account.address])).to.equal(1n);
    expect(await governor.read.proposalVotes([proposal.id])).to.deep.equal([0n, parseEther("600"), 0n]);
    await refused(signature);
  });

  it("counts a ballot with a reason, and refuses another reason under the same signature", async () => {
    const { governor, protocol } = governance;
    const message = { ...ballot(keyedNonce()), reason: "Good paper", params: "0x" as Hex };
    const signature = await voter.signTypedData({
      domain: await domain(),
      types: TYPES,
      primaryType: "ExtendedBallot",
      message,
    });
    const send = (reason: string, params: Hex = "0x") =>
      governor.write.castVoteWithReasonAndParamsBySig(
        [proposal.id, SUPPORT.for, voter.account.address, reason, params, signature],
        { account: relayer.account },
      );
    for (const call of [() => send("Bad paper"), () => send("Good paper", "0x00")]) {
      await expectRefused(protocol, call, {
        by: governor,
        error: "GovernorInvalidSignature",
        args: [getAddress(voter.account.address)],
        others: [governor.address],
      });
    }
    await send("Good paper");
    expect(await governor.read.hasVoted([proposal.id, voter.account.address])).to.equal(true);
  });

  it("counts a contract's vote when the contract approves it (ERC-1271)", async () => {
    const { governor, protocol, token } = governance;
    const wallet = getAddress("0x0000000000000000000000000000000000001271");
    await refused("0x1234", SUPPORT.for, wallet);
    await protocol.connection.networkHelpers.setCode(wallet, APPROVES);
    await cast("0x1234", SUPPORT.for, wallet);
    expect(await governor.read.hasVoted([proposal.id, wallet])).to.equal(true);
    expect(await token.read.getVotes([wallet])).to.equal(0n);
    expect(await governor.read.proposalVotes([proposal.id])).to.deep.equal([0n, 0n, 0n]);
  });

  describe("refuses", () => {
    it("another support, voter or signer", async () => {
      const { founders } = governance;
      const signature = await sign(ballot(keyedNonce()));
      const other = founders[1] as Wallet;
      await refused(signature, SUPPORT.against);
      await refused(signature, SUPPORT.for, other.account.address);
      await refused(await sign(ballot(keyedNonce()), other));
      await refused(await sign(ballot(keyedNonce()), relayer));
    });

    it("a ballot for another proposal, governor or chain", async () => {
      const { clones } = governance;
      await refused(await sign(ballot(keyedNonce(), { proposalId: proposal.id + 1n })));
      await refused(await sign(ballot(keyedNonce()), voter, domain({ chainId: 1 })));
      await refused(await sign(ballot(keyedNonce()), voter, domain({ verifyingContract: clones.timelock })));
    });

    it("a nonce of another proposal, of the future or of a stranger's", async () => {
      for (const nonce of [keyedNonce(proposal.id + 1n), keyedNonce() + 1n, 1n, 2n ** 256n - 1n]) {
        await refused(await sign(ballot(nonce)));
      }
    });

    it("a malleable, a compact, a cut and an empty signature (CVE-2022-35961)", async () => {
      const signature = await sign(ballot(keyedNonce()));
      const { r, s, yParity } = parseSignature(signature);
      const high = numberToHex(ORDER - BigInt(s), { size: 32 });
      await refused(concat([r, high, yParity === 0 ? "0x1c" : "0x1b"]));
      const vs = numberToHex(BigInt(s) | (BigInt(yParity) << 255n), { size: 32 });
      await refused(concat([r, vs]));
      await refused(signature.slice(0, -2) as Hex);
      await refused("0x");
      await refused(`0x${"00".repeat(65)}`);
      await cast(signature);
    });

    it("a ballot after the deadline", async () => {
      const { protocol, clones, governor } = governance;
      const signature = await sign(ballot(keyedNonce()));
      await passTimepoint(protocol, clones, (await governor.read.proposalDeadline([proposal.id])) + 1n);
      await expectRefused(protocol, () => cast(signature), {
        by: governor,
        error: "GovernorUnexpectedProposalState",
        args: [proposal.id, STATE.defeated, () => true],
        others: [governor.address],
      });
    });
  });

  it("uses the studio's name and version 1 as its domain", async () => {
    const [fields, name, version, chainId, verifyingContract] = await governance.governor.read.eip712Domain();
    expect([fields, name, version, chainId, getAddress(verifyingContract)]).to.deep.equal([
      "0x0f",
      "Atelier Nord",
      "1",
      31_337n,
      getAddress(governance.governor.address),
    ]);
  });
});
