import { expect } from "chai";
import {
  type Address,
  encodeFunctionData,
  getAddress,
  type Hash,
  parseAbi,
  parseEther,
  parseEventLogs,
  zeroAddress,
} from "viem";
import { balanceTree } from "../helpers/balanceTree.ts";
import {
  type Action,
  callArgs,
  describeProposal,
  executeProposal,
  governorAs,
  passProposal,
  proposalOf,
  proposeArgs,
  queueProposal,
  voteFor,
} from "../helpers/governance.ts";
import {
  createStudio,
  deployProtocol,
  PRESET,
  type Protocol,
  seatWallets,
  type StudioClones,
  type Wallet,
} from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { contractsOf, hashOf, lotInput, recipeIdOf, recipeInput } from "../registry/registry.ts";
import {
  actAs,
  createSuccessors,
  decree as decreeOf,
  directoryCall,
  everybody,
  MODULE,
  powersFromEvents,
  powersFromViews,
  recordGateCall,
  replacementsFor,
  rolesOf,
} from "./replacing.ts";

const erc20Abi = parseAbi([
  "function approve(address spender, uint256 amount) returns (bool)",
  "function transfer(address to, uint256 amount) returns (bool)",
]);

describe("studio/replaceModules", () => {
  let protocol: Protocol;
  let clones: StudioClones;
  let rewind: () => Promise<void>;
  let founders: Wallet[];
  let stranger: Wallet;

  before(async () => {
    protocol = await deployProtocol();
    founders = protocol.wallets.slice(1, 4);
    stranger = protocol.wallets[9] as Wallet;
    const seats = seatWallets(protocol, 5).map(({ account }) => account.address);
    clones = await createStudio(protocol, { seats });
    await protocol.connection.networkHelpers.mine(2);
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());

  const studioOf = (address: Address = clones.studio) => protocol.connection.viem.getContractAt("Studio", address);
  const others = () => [clones.studio, clones.timelock];
  const addresses = (wallets: Wallet[]): Address[] => wallets.map(({ account }) => getAddress(account.address));

  const decree = (action: Action): Promise<Hash> => decreeOf(protocol, clones, action);
  const replacements = () => replacementsFor(protocol, clones, founders);

  it("keeps the power table of events true before and after each replacement", async () => {
    const { made, calls } = await replacements();
    const known = everybody(protocol, clones, [
      ...[made.governor, made.reputation, made.curation, made.board, made.impact],
      ...[made.mandates, made.commissions],
    ]);
    const expected: Record<string, Address> = {
      timelock: getAddress(clones.timelock),
      governor: getAddress(clones.governor),
      reputation: getAddress(clones.reputation),
      curation: getAddress(clones.curation),
      board: getAddress(clones.board),
      mandates: zeroAddress,
      commissions: zeroAddress,
      impact: zeroAddress,
    };
    const check = async (when: string) => {
      const events = await powersFromEvents(protocol, clones);
      const governor = [expected["governor"]];
      expect(events, when).to.deep.equal({
        roles: { proposer: governor, executor: governor, canceller: governor, admin: [expected["timelock"]] },
        modules: expected,
      });
      expect(await powersFromViews(protocol, clones, known), when).to.deep.equal(events);
    };
    await check("at birth");
    await decree(recordGateCall(protocol, made.curation));
    const changes: Record<keyof typeof calls, Record<string, Address>> = {
      replaceElectorate: { governor: made.governor, reputation: made.reputation },
      setCuration: { curation: made.curation },
      setBoard: { board: made.board },
      setMandates: { mandates: made.mandates },
      setCommissions: { commissions: made.commissions },
      setImpact: { impact: made.impact },
    };
    for (const name of Object.keys(calls) as (keyof typeof calls)[]) {
      await decree(directoryCall(clones, name, calls[name]));
      Object.assign(expected, changes[name]);
      await check(name);
    }
    // what a studio can be without, it can also do away with
    for (const [name, args] of [
      ["setBoard", [zeroAddress]],
      ["setMandates", [zeroAddress, []]],
      ["setCommissions", [zeroAddress]],
      ["setImpact", [zeroAddress]],
    ] as const) {
      await decree(directoryCall(clones, name, args));
      expected[name.slice(3).toLowerCase()] = zeroAddress;
      await check(name);
    }
  });

  it("replaces a module by a proposal", async () => {
    const { made } = await replacements();
    const { hash } = await passProposal(protocol, clones, [
      recordGateCall(protocol, made.curation),
      directoryCall(clones, "setCuration", [made.curation]),
      directoryCall(clones, "setBoard", [made.board]),
    ]);
    const { abi } = await studioOf();
    const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
    const replaced = parseEventLogs({ abi, logs, eventName: "ModuleReplaced" }).map(({ args }) => args);
    expect(replaced).to.deep.equal([
      { module: MODULE.curation, oldModule: getAddress(clones.curation), newModule: made.curation },
      { module: MODULE.board, oldModule: getAddress(clones.board), newModule: made.board },
    ]);
  });

  it("knows mandates and commissions of a house from its birth, and replaces them as any other", async () => {
    const house = await createStudio(protocol, { preset: PRESET.house });
    const [known, expected] = [everybody(protocol, house, []), await powersFromEvents(protocol, house)];
    expect(expected.modules).to.include({
      mandates: getAddress(house.mandates),
      commissions: getAddress(house.commissions),
    });
    expect(await powersFromViews(protocol, house, known)).to.deep.equal(expected);
    const input = { preset: PRESET.house, mandates: true, commissions: true };
    const { mandates, commissions } = await createSuccessors(protocol, house, input);
    await decreeOf(protocol, house, directoryCall(house, "setMandates", [mandates, []]));
    await decreeOf(protocol, house, directoryCall(house, "setCommissions", [commissions]));
    Object.assign(expected.modules, { mandates, commissions });
    expect(await powersFromEvents(protocol, house)).to.deep.equal(expected);
    expect(await powersFromViews(protocol, house, known)).to.deep.equal(expected);
  });

  it("replaces the electorate by a proposal, with balances that a Merkle root moves", async () => {
    const { viem } = protocol.connection;
    const old = await viem.getContractAt("ReputationToken", clones.reputation);
    const owners = addresses(founders);
    const balances: [Address, bigint][] = [];
    for (const owner of owners) balances.push([owner, await old.read.balanceOf([owner])]);
    const { root, total, proofOf } = balanceTree(balances);
    const made = await createSuccessors(protocol, clones, { electorate: true, root, total });
    const token = await viem.getContractAt("ReputationToken", made.reputation);
    const usdc = await viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));
    await usdc.write.mint([clones.timelock, 1_000n]);

    // a payment that the old governor has queued, and one that it has only proposed
    const proposer = founders[0] as Wallet;
    const payment = (title: string) => {
      const args = [stranger.account.address, 1n] as const;
      const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args });
      const description = describeProposal(title, proposer.account.address);
      return proposalOf([{ target: usdc.address, data }], description);
    };
    const [queued, pending] = [payment("Queued"), payment("Carried")];
    const governor = await governorAs(protocol, clones, proposer);
    for (const proposal of [queued, pending]) {
      await governor.write.propose(proposeArgs(proposal));
    }
    await voteFor(protocol, clones, queued, founders);
    await voteFor(protocol, clones, pending, founders);
    await queueProposal(protocol, clones, queued);

    const { hash } = await passProposal(protocol, clones, [
      directoryCall(clones, "replaceElectorate", [made.governor, made.reputation]),
    ]);
    const { abi } = await studioOf();
    const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
    expect(parseEventLogs({ abi, logs, eventName: "ElectorateReplaced" }).map(({ args }) => args)).to.deep.equal([
      {
        oldGovernor: getAddress(clones.governor),
        newGovernor: made.governor,
        oldReputation: getAddress(clones.reputation),
        newReputation: made.reputation,
      },
    ]);

    // the old governor neither executes nor queues nor cancels at the timelock
    const by = await viem.getContractAt("StudioTimelock", clones.timelock);
    const { proposer: proposerRole, executor, canceller } = await rolesOf(protocol, clones);
    const dead = async (call: () => Promise<Hash>, role: Hash) =>
      expectRefused(protocol, call, {
        by,
        error: "AccessControlUnauthorizedAccount",
        args: [getAddress(clones.governor), role],
        others: [...others(), clones.governor],
      });
    await dead(() => governor.write.execute(callArgs(queued)), executor);
    await dead(() => governor.write.queue(callArgs(pending)), proposerRole);
    await actAs(protocol, clones.board);
    await dead(() => governor.write.cancel(callArgs(queued), { account: clones.board }), canceller);

    // members claim what was theirs, and vote with it
    for (const [owner, raw] of balances) await token.write.claimInheritance([owner, raw, proofOf(owner)]);
    const present = { ...clones, governor: made.governor, reputation: made.reputation };
    await protocol.connection.networkHelpers.mine(2);
    const again = payment("Carried");
    await passProposal(
      protocol,
      present,
      again.targets.map((target, i) => ({ target, data: again.calldatas[i] as Hash })),
    );
    expect(await usdc.read.balanceOf([stranger.account.address])).to.equal(1n);
  });

  it("takes the right to mint from the gate that it replaces", async () => {
    const { viem } = protocol.connection;
    const { curation } = await createSuccessors(protocol, clones, { curation: true });
    await decree(recordGateCall(protocol, curation));
    const by = await viem.getContractAt("ReputationToken", clones.reputation);
    const reserve = async (gate: Address) => by.write.reserveIssuance([1n], { account: await actAs(protocol, gate) });
    const refused = (gate: Address) =>
      expectRefused(protocol, () => reserve(gate), {
        by,
        error: "ReputationTokenUnauthorized",
        args: [getAddress(gate)],
        others: [...others(), clones.reputation],
      });
    await refused(curation);
    await reserve(clones.curation);
    await decree(directoryCall(clones, "setCuration", [curation]));
    await refused(clones.curation);
    const mint = () => by.write.mintReserved([stranger.account.address, 1n, hashOf("e")], { account: clones.curation });
    await expectRefused(protocol, mint, {
      by,
      error: "ReputationTokenUnauthorized",
      args: [getAddress(clones.curation)],
      others: [...others(), clones.reputation],
    });
    await reserve(curation);
  });

  it("takes the guardian's power from the board that it replaces", async () => {
    const proposer = founders[0] as Wallet;
    const governor = await governorAs(protocol, clones, proposer);
    const { board } = await createSuccessors(protocol, clones, { board: true });
    const proposal = proposalOf([{ target: clones.studio }], describeProposal("Wait", proposer.account.address));
    await governor.write.propose(proposeArgs(proposal));
    await voteFor(protocol, clones, proposal, founders);
    const cancel = async (account: Address) =>
      governor.write.cancel(callArgs(proposal), { account: await actAs(protocol, account) });
    const refused = (account: Address) =>
      expectRefused(protocol, () => cancel(account), {
        by: governor,
        error: "GovernorUnableToCancel",
        args: [proposal.id, getAddress(account)],
        others: [...others(), clones.governor],
      });
    await refused(board);
    await decree(directoryCall(clones, "setBoard", [board]));
    expect(getAddress(await governor.read.proposalGuardian())).to.equal(board);
    await refused(clones.board);
    await cancel(board);
    expect(await governor.read.state([proposal.id])).to.equal(2);
    await decree(directoryCall(clones, "setBoard", [zeroAddress]));
    expect(await governor.read.proposalGuardian()).to.equal(zeroAddress);
  });

  it("lets a replaced gate take no lots of a producer's new day, and judge those that it has", async () => {
    const { networkHelpers, viem } = protocol.connection;
    const contracts = await contractsOf(protocol);
    const solo = await createStudio(protocol, { preset: PRESET.solo, salt: hashOf("solo") });
    const registrar = solo.config.registrar;
    const recipe = recipeInput({ licensor: solo.timelock });
    await contracts.registry.write.registerRecipe([recipe, 0n, "0x"], { account: registrar });
    const commit = (gate: Address, nonce: bigint) => {
      const lot = lotInput({ recipeId: recipeIdOf(recipe), nonce, gate, count: 1 });
      return contracts.registry.write.commitLot([lot], { account: registrar });
    };
    await networkHelpers.time.increaseTo((BigInt(await networkHelpers.time.latest()) / 86_400n + 1n) * 86_400n);
    await commit(solo.curation, 0n);
    const { curation } = await createSuccessors(protocol, solo, { preset: PRESET.solo, curation: true });
    const account = await actAs(protocol, solo.timelock);
    await contracts.registry.write.recordGate([curation], { account });
    const studio = await studioOf(solo.studio);
    await studio.write.setCuration([curation], { account });

    // the question is asked once a day
    await commit(solo.curation, 1n);
    await networkHelpers.time.increase(86_400);
    const by = await viem.getContractAt("ICuration", solo.curation);
    const protectedToo = [solo.curation, solo.studio];
    await expectRefused(protocol, () => commit(solo.curation, 2n), {
      by,
      error: "CurationReplaced",
      args: [],
      others: protectedToo,
    });
    await commit(curation, 2n);

    // it certifies nothing any more; the new gate does
    const certify = (gate: Address, nonce: bigint) => async () =>
      (await viem.getContractAt("ICuration", gate)).write.selfCertify([(BigInt(registrar) << 64n) | nonce, [], []], {
        account: registrar,
      });
    await expectRefused(protocol, certify(solo.curation, 0n), {
      by,
      error: "CurationReplaced",
      args: [],
      others: protectedToo,
    });
    await certify(curation, 2n)();
    const lot = await contracts.registry.read.lotOf([(BigInt(registrar) << 64n) | 2n]);
    expect(lot.status).to.equal(2);
  });

  it("leaves those whom a new electorate does not name without a proposal", async () => {
    const { viem } = protocol.connection;
    const made = await createSuccessors(protocol, clones, {
      electorate: true,
      founders: addresses(protocol.wallets.slice(5, 8)),
    });
    await decree(directoryCall(clones, "replaceElectorate", [made.governor, made.reputation]));
    const governor = await viem.getContractAt("StudioGovernor", made.governor);
    const proposer = founders[0] as Wallet;
    const description = describeProposal("Come back", proposer.account.address);
    const call = governor.write.propose([[clones.studio], [0n], ["0x"], description], { account: proposer.account });
    await viem.assertions.revertWithCustomError(call, governor, "GovernorInsufficientProposerVotes");
    const votes = await viem.getContractAt("ReputationToken", made.reputation);
    expect(await votes.read.totalSupply()).to.equal(parseEther("3000"));
  });

  it("lets the rest of a batch run that replaces its own electorate, and nothing after it", async () => {
    const made = await createSuccessors(protocol, clones, { electorate: true, founders: addresses(founders) });
    const proposer = founders[0] as Wallet;
    const governor = await governorAs(protocol, clones, proposer);
    const setCharter = encodeFunctionData({
      abi: (await studioOf()).abi,
      functionName: "setCharter",
      args: [hashOf("charter 2")],
    });
    const proposal = proposalOf(
      [
        directoryCall(clones, "replaceElectorate", [made.governor, made.reputation]),
        { target: clones.studio, data: setCharter },
      ],
      describeProposal("Hand over", proposer.account.address),
    );
    await governor.write.propose(proposeArgs(proposal));
    await voteFor(protocol, clones, proposal, founders);
    await queueProposal(protocol, clones, proposal);
    await executeProposal(protocol, clones, proposal);
    expect(await (await studioOf()).read.charterVersion()).to.equal(2);
    expect(await governor.read.state([proposal.id])).to.equal(7);
  });
});
