import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress } from "viem";
import { type Action } from "../helpers/governance.ts";
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
import { hashOf } from "../registry/registry.ts";
import {
  actAs,
  createSuccessors,
  decree as decreeOf,
  deployAnswering,
  directoryCall,
  MODULE,
  recordGateCall,
  replacementsFor,
  rolesOf,
} from "./replacing.ts";

describe("studio/replaceModules.refused", () => {
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

  /** The directory as its timelock sees it. */
  async function studioAsTimelock() {
    const account = await actAs(protocol, clones.timelock);
    return { account, studio: await studioOf() };
  }

  const decree = (action: Action): Promise<Hash> => decreeOf(protocol, clones, action);
  const replacements = () => replacementsFor(protocol, clones, founders);

  it("everybody but the timelock, the electorate and the registrar included", async () => {
    const { calls, made } = await replacements();
    await decree(recordGateCall(protocol, made.curation));
    const by = await studioOf();
    const graduation = [PRESET.open, made.governor, made.reputation, made.curation];
    const callers = [clones.governor, clones.board, clones.curation, made.governor, clones.studio];
    const people = [clones.config.registrar, stranger.account.address, protocol.addressOf("StudioFactory")];
    for (const caller of [...callers, ...people]) {
      await actAs(protocol, caller);
      for (const [name, args] of Object.entries({ ...calls, graduate: graduation })) {
        const { data, target } = directoryCall(clones, name as "setBoard", args);
        const call = () =>
          (protocol.wallets[0] as Wallet).sendTransaction({
            account: caller,
            to: target,
            data: data ?? "0x",
            chain: null,
          });
        await expectRefused(protocol, call, {
          by,
          error: "StudioUnauthorized",
          args: [getAddress(caller)],
          others: others(),
        });
      }
    }
  });

  it("modules without code of their own, of another studio, or that belong to nobody", async () => {
    const { account, studio: by } = await studioAsTimelock();
    const { networkHelpers } = protocol.connection;
    const made = await createSuccessors(protocol, clones, { electorate: true, founders: addresses(founders) });
    const foreign = await createStudio(protocol, {
      salt: hashOf("another"),
      seats: addresses(seatWallets(protocol, 5)),
    });
    const borrower = getAddress(`0x${"7702".repeat(10)}`);
    await networkHelpers.setCode(borrower, `0xef0100${clones.curation.slice(2)}`);
    const answerers = [await deployAnswering(protocol, BigInt(foreign.studio)), protocol.addressOf("TestUSDC")];
    const refuse = (call: () => Promise<Hash>, module: number, found: Address) =>
      expectRefused(protocol, call, {
        by,
        error: "StudioForeignModule",
        args: [module, getAddress(found)],
        others: others(),
      });
    for (const found of [stranger.account.address, borrower, ...answerers]) {
      await refuse(() => by.write.replaceElectorate([made.governor, found], { account }), MODULE.reputation, found);
      await refuse(() => by.write.replaceElectorate([found, made.reputation], { account }), MODULE.governor, found);
      await refuse(() => by.write.setCuration([found], { account }), MODULE.curation, found);
      await refuse(() => by.write.setBoard([found], { account }), MODULE.board, found);
      await refuse(() => by.write.setMandates([found, []], { account }), MODULE.mandates, found);
      await refuse(() => by.write.setCommissions([found], { account }), MODULE.commissions, found);
      await refuse(() => by.write.setImpact([found], { account }), MODULE.impact, found);
    }
    await refuse(() => by.write.setBoard([foreign.board], { account }), MODULE.board, foreign.board);
    await refuse(() => by.write.setCuration([foreign.curation], { account }), MODULE.curation, foreign.curation);
    await refuse(
      () => by.write.replaceElectorate([foreign.governor, foreign.reputation], { account }),
      MODULE.reputation,
      foreign.reputation,
    );
  });

  it("electorates without governor or reputation, and gates without an address", async () => {
    const { account, studio: by } = await studioAsTimelock();
    const made = await createSuccessors(protocol, clones, { electorate: true, founders: addresses(founders) });
    for (const [args, module] of [
      [[made.governor, zeroAddress], MODULE.reputation],
      [[zeroAddress, made.reputation], MODULE.governor],
    ] as const) {
      await expectRefused(protocol, () => by.write.replaceElectorate([...args], { account }), {
        by,
        error: "StudioForeignModule",
        args: [module, zeroAddress],
        others: others(),
      });
    }
    await expectRefused(protocol, () => by.write.setCuration([zeroAddress], { account }), {
      by,
      error: "StudioForeignModule",
      args: [MODULE.curation, zeroAddress],
      others: others(),
    });
  });

  it("governors that count other votes, or act through another timelock", async () => {
    const { account, studio: by } = await studioAsTimelock();
    const one = await createSuccessors(protocol, clones, { electorate: true, founders: addresses(founders) });
    const two = await createSuccessors(protocol, clones, { electorate: true, founders: addresses(founders) });
    const pretender = await deployAnswering(protocol, BigInt(clones.studio));
    for (const [governor, reputation] of [
      [one.governor, two.reputation],
      [two.governor, clones.reputation],
      [pretender, one.reputation],
    ] as const) {
      await expectRefused(protocol, () => by.write.replaceElectorate([governor, reputation], { account }), {
        by,
        error: "StudioForeignModule",
        args: [MODULE.governor, getAddress(governor)],
        others: others(),
      });
    }
  });

  it("votes that do not say what kind of studio they were made for", async () => {
    const { account, studio: by } = await studioAsTimelock();
    const { publicClient, connection } = protocol;
    const made = await createSuccessors(protocol, clones, { electorate: true, founders: addresses(founders) });
    // a token of this studio, named by its governor, that answers every question with the studio
    const code = await publicClient.getCode({ address: await deployAnswering(protocol, 0n) });
    await connection.networkHelpers.setCode(made.reputation, code ?? "0x");
    const token = await connection.viem.getContractAt("HostileGate", made.reputation);
    await token.write.answerWith([0, BigInt(clones.studio)]);
    await expectRefused(protocol, () => by.write.replaceElectorate([made.governor, made.reputation], { account }), {
      by,
      error: "StudioForeignModule",
      args: [MODULE.reputation, made.reputation],
      others: others(),
    });
  });

  it("gates that the registry does not know as this studio's", async () => {
    const { account, studio: by } = await studioAsTimelock();
    const { curation } = await createSuccessors(protocol, clones, { curation: true });
    await expectRefused(protocol, () => by.write.setCuration([curation], { account }), {
      by,
      error: "StudioForeignModule",
      args: [MODULE.curation, curation],
      others: others(),
    });
  });

  it("to bring back a governor that was replaced, whose queue would come back with it", async () => {
    const { account, studio: by } = await studioAsTimelock();
    const { governor, reputation } = await createSuccessors(protocol, clones, {
      electorate: true,
      founders: addresses(founders),
    });
    const retired = (old: Address, votes: Address) =>
      expectRefused(protocol, () => by.write.replaceElectorate([old, votes], { account }), {
        by,
        error: "StudioRetiredGovernor",
        args: [getAddress(old)],
        others: others(),
      });
    await retired(clones.governor, clones.reputation);
    await by.write.replaceElectorate([governor, reputation], { account });
    await retired(clones.governor, clones.reputation);
    await retired(governor, reputation);
  });

  it("to replace mandates that may still spend", async () => {
    const { account, studio: by } = await studioAsTimelock();
    const usdc = await protocol.connection.viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));
    const { mandates } = await createSuccessors(protocol, clones, { mandates: true });
    await protocol.connection.networkHelpers.mine();
    const { mandates: next } = await createSuccessors(protocol, clones, { mandates: true });
    await by.write.setMandates([mandates, []], { account });
    await usdc.write.approve([mandates, 7n], { account });
    await usdc.write.mint([clones.timelock, 100n]);
    const tokens = [protocol.addressOf("TestUSDCKeyed"), usdc.address];
    for (const successor of [next, zeroAddress]) {
      await expectRefused(protocol, () => by.write.setMandates([successor, tokens], { account }), {
        by,
        error: "StudioAllowanceLeft",
        args: [MODULE.mandates, getAddress(usdc.address), 7n],
        others: others(),
      });
    }
    await usdc.write.approve([mandates, 0n], { account });
    await by.write.setMandates([next, tokens], { account });
    expect(getAddress(await by.read.moduleOf([MODULE.mandates]))).to.equal(getAddress(next));
    // the old allowance is dead: there is none
    await actAs(protocol, mandates);
    const spend = usdc.write.transferFrom([clones.timelock, mandates, 1n], { account: mandates });
    await protocol.connection.viem.assertions.revertWithCustomError(spend, usdc, "ERC20InsufficientAllowance");
  });

  it("to give, take or announce the timelock's derived roles", async () => {
    const { viem } = protocol.connection;
    const by = await viem.getContractAt("StudioTimelock", clones.timelock);
    const account = await actAs(protocol, clones.timelock);
    const { proposer, executor, canceller, admin } = await rolesOf(protocol, clones);
    const newcomer = getAddress(stranger.account.address);
    const governor = getAddress(clones.governor);
    await actAs(protocol, governor);
    for (const role of [proposer, executor, canceller]) {
      const refused = (call: () => Promise<Hash>, who: Address) =>
        expectRefused(protocol, call, {
          by,
          error: "StudioTimelockGovernorOnly",
          args: [role, who],
          others: others(),
        });
      await refused(() => by.write.grantRole([role, newcomer], { account }), newcomer);
      await refused(() => by.write.grantRole([role, zeroAddress], { account }), zeroAddress);
      await refused(() => by.write.revokeRole([role, governor], { account }), governor);
      await refused(() => by.write.renounceRole([role, governor], { account: governor }), governor);
      const before = await protocol.publicClient.getProof({ address: clones.timelock, storageKeys: [] });
      const hash = await by.write.grantRole([role, governor], { account });
      expect((await protocol.publicClient.getTransactionReceipt({ hash })).logs).to.deep.equal([]);
      const after = await protocol.publicClient.getProof({ address: clones.timelock, storageKeys: [] });
      expect(after.storageHash).to.equal(before.storageHash);
      expect(await by.read.hasRole([role, zeroAddress])).to.equal(false);
    }
    for (const caller of [clones.timelock, clones.governor, newcomer, protocol.addressOf("StudioFactory")]) {
      await actAs(protocol, caller);
      const call = () => by.write.announceElectorate([governor, newcomer], { account: caller });
      await expectRefused(protocol, call, {
        by,
        error: "StudioTimelockUnauthorized",
        args: [getAddress(caller)],
        others: others(),
      });
    }
    // any other role is OpenZeppelin's
    await by.write.grantRole([hashOf("another role"), newcomer], { account });
    expect(await by.read.hasRole([hashOf("another role"), newcomer])).to.equal(true);
    await by.write.revokeRole([hashOf("another role"), newcomer], { account });
    expect(await by.read.hasRole([hashOf("another role"), newcomer])).to.equal(false);
    expect(await by.read.hasRole([admin, clones.timelock])).to.equal(true);
  });
});
