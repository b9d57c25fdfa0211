import { expect } from "chai";
import { type Address, getAddress, parseEventLogs, zeroAddress } from "viem";
import { passProposal } from "../helpers/governance.ts";
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
import { contractsOf, hashOf, lotIdOf, lotInput, recipeIdOf, recipeInput, STATUS } from "../registry/registry.ts";
import {
  actAs,
  createSuccessors,
  directoryCall,
  everybody,
  MODULE,
  powersFromEvents,
  powersFromViews,
  recordGateCall,
} from "./replacing.ts";

describe("studio/graduate", () => {
  let protocol: Protocol;
  let clones: StudioClones;
  let rewind: () => Promise<void>;
  let members: Wallet[];

  before(async () => {
    protocol = await deployProtocol();
    clones = await createStudio(protocol, { preset: PRESET.solo });
    members = protocol.wallets.slice(1, 4);
    await protocol.connection.networkHelpers.mine(2);
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());

  const studioOf = (address: Address = clones.studio) => protocol.connection.viem.getContractAt("Studio", address);
  const founders = (): Address[] => members.map(({ account }) => getAddress(account.address));
  const others = () => [clones.studio, clones.timelock];

  /** Electorate and gate of a preset, the gate recorded. */
  async function prepare(preset: number, more: { board?: boolean } = {}) {
    const seats = more.board === true ? seatWallets(protocol, 5).map(({ account }) => account.address) : [];
    const made = await createSuccessors(protocol, clones, {
      preset,
      electorate: true,
      curation: true,
      founders: founders(),
      seats,
      ...more,
    });
    const account = await actAs(protocol, clones.timelock);
    const { registry } = await contractsOf(protocol);
    await registry.write.recordGate([made.curation], { account });
    return { ...made, account, by: await studioOf() };
  }

  describe("refuses", () => {
    it("to stay solo, and whoever is not solo", async () => {
      const { by, account, governor, reputation, curation } = await prepare(PRESET.collective);
      const refused = (preset: number, args: readonly unknown[]) =>
        expectRefused(protocol, () => by.write.graduate([preset, governor, reputation, curation], { account }), {
          by,
          error: "StudioWrongPreset",
          args,
          others: others(),
        });
      await refused(PRESET.solo, [PRESET.solo, PRESET.solo]);
      await by.write.graduate([PRESET.collective, governor, reputation, curation], { account });
      for (const preset of Object.values(PRESET)) await refused(preset, [PRESET.collective, preset]);
    });

    it("a house without a board", async () => {
      const { by, account, governor, reputation, curation, board } = await prepare(PRESET.house, { board: true });
      const call = () => by.write.graduate([PRESET.house, governor, reputation, curation], { account });
      await expectRefused(protocol, call, {
        by,
        error: "StudioForeignModule",
        args: [MODULE.board, zeroAddress],
        others: others(),
      });
      await by.write.setBoard([board], { account });
      await call();
      expect(await by.read.preset()).to.equal(PRESET.house);
    });

    it("parts that do not belong together, all or nothing", async () => {
      const { by, account, governor, reputation, curation } = await prepare(PRESET.collective);
      const unrecorded = await createSuccessors(protocol, clones, { preset: PRESET.collective, curation: true });
      const cases = [
        { args: [clones.governor, clones.reputation, curation], error: "StudioRetiredGovernor", of: [clones.governor] },
        {
          args: [governor, clones.reputation, curation],
          error: "StudioForeignModule",
          of: [MODULE.governor, governor],
        },
        {
          args: [governor, reputation, unrecorded.curation],
          error: "StudioForeignModule",
          of: [MODULE.curation, unrecorded.curation],
        },
        {
          args: [governor, zeroAddress, curation],
          error: "StudioForeignModule",
          of: [MODULE.reputation, zeroAddress],
        },
      ] as const;
      for (const { args, error, of } of cases) {
        const [first, second, third] = args;
        const call = () => by.write.graduate([PRESET.collective, first, second, third], { account });
        const expected = of.map((value) => (typeof value === "string" ? getAddress(value) : value));
        await expectRefused(protocol, call, { by, error, args: expected, others: others() });
      }
      expect(await by.read.preset()).to.equal(PRESET.solo);
    });

    it("electorates that were made for another preset than the one that is entered", async () => {
      const { by, account, curation } = await prepare(PRESET.collective);
      for (const preset of [PRESET.solo, PRESET.house, PRESET.open]) {
        const { governor, reputation } = await createSuccessors(protocol, clones, {
          preset,
          electorate: true,
          founders: founders().slice(0, preset === PRESET.solo ? 1 : 3),
        });
        const token = await protocol.connection.viem.getContractAt("IReputationToken", reputation);
        expect(await token.read.preset()).to.equal(preset);
        const call = () => by.write.graduate([PRESET.collective, governor, reputation, curation], { account });
        const args = [preset, PRESET.collective];
        await expectRefused(protocol, call, { by, error: "StudioForeignPreset", args, others: others() });
      }
      // nor is one of several members the electorate of a studio that stays solo
      const { governor, reputation } = await createSuccessors(protocol, clones, {
        preset: PRESET.open,
        electorate: true,
        founders: founders(),
      });
      const stay = () => by.write.replaceElectorate([governor, reputation], { account });
      const args = [PRESET.open, PRESET.solo];
      await expectRefused(protocol, stay, { by, error: "StudioForeignPreset", args, others: others() });
    });
  });

  it("replaces its electorate by a solo one, and no other", async () => {
    const account = await actAs(protocol, clones.timelock);
    const by = await studioOf();
    const { governor, reputation } = await createSuccessors(protocol, clones, {
      preset: PRESET.solo,
      electorate: true,
      founders: founders().slice(0, 1),
    });
    await by.write.replaceElectorate([governor, reputation], { account });
    expect(await by.read.moduleOf([MODULE.governor])).to.equal(governor);
    expect(await by.read.preset()).to.equal(PRESET.solo);
  });

  for (const [name, preset, quorum, cap] of [
    ["collective", PRESET.collective, 30n, 200_000n],
    ["house", PRESET.house, 20n, 150_000n],
    ["open", PRESET.open, 10n, 75_000n],
  ] as const) {
    it(`makes ${name === "open" ? "an" : "a"} ${name} studio of a solo one by one proposal`, async () => {
      const { viem, networkHelpers } = protocol.connection;
      const made = await createSuccessors(protocol, clones, {
        preset,
        electorate: true,
        curation: true,
        board: true,
        founders: founders(),
        seats: seatWallets(protocol, 5).map(({ account }) => account.address),
      });
      const { hash } = await passProposal(protocol, clones, [
        recordGateCall(protocol, made.curation),
        directoryCall(clones, "setBoard", [made.board]),
        directoryCall(clones, "graduate", [preset, made.governor, made.reputation, made.curation]),
      ]);
      const studio = await studioOf();
      expect(await studio.read.preset()).to.equal(preset);
      const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
      const events = parseEventLogs({ abi: studio.abi, logs }).map(({ eventName }) => eventName);
      expect(events).to.deep.equal(["ModuleReplaced", "StudioGraduated", "ModuleReplaced", "ElectorateReplaced"]);
      const [graduated] = parseEventLogs({ abi: studio.abi, logs, eventName: "StudioGraduated" });
      expect(graduated?.args.preset).to.equal(preset);

      const table = await powersFromEvents(protocol, clones);
      expect(table.roles["executor"]).to.deep.equal([made.governor]);
      const known = everybody(protocol, clones, [made.governor, made.reputation, made.curation, made.board]);
      expect(await powersFromViews(protocol, clones, known)).to.deep.equal(table);

      const governor = await viem.getContractAt("StudioGovernor", made.governor);
      expect(await governor.read.quorumNumerator()).to.equal(quorum);
      expect(await governor.read.voteCap()).to.equal(cap);
      const gate = await viem.getContractAt("ICuration", made.curation);
      expect((await gate.read.termsOf([0])).flags).to.equal(preset === PRESET.open ? 1 : 0);

      // the members carry the next proposal; one vote is capped below the quorum, so nobody does it alone
      await networkHelpers.mine(2);
      const present = {
        ...clones,
        governor: made.governor,
        reputation: made.reputation,
        config: { ...clones.config, founders: founders() },
      };
      await passProposal(protocol, present, [directoryCall(clones, "setBoard", [zeroAddress])]);
      expect(await studio.read.moduleOf([MODULE.board])).to.equal(zeroAddress);
      const alone = passProposal(protocol, present, [directoryCall(clones, "setImpact", [zeroAddress])], {
        voters: members.slice(0, 1),
      }).then(({ hash: executed }) => executed);
      await viem.assertions.revertWithCustomError(alone, governor, "GovernorUnexpectedProposalState");
    });
  }

  it("ends self-certification at once, for pending lots too, at every gate of the solo studio", async () => {
    const { viem } = protocol.connection;
    const { registry } = await contractsOf(protocol);
    const { registrar } = clones.config;
    const recipe = recipeInput({ licensor: clones.timelock });
    await registry.write.registerRecipe([recipe, 0n, "0x"], { account: registrar });
    const commit = (gate: Address, nonce: bigint) =>
      registry.write.commitLot([lotInput({ recipeId: recipeIdOf(recipe), nonce, gate, count: 1 })], {
        account: registrar,
      });
    const lots = [0n, 1n].map((nonce) => lotIdOf(registrar, nonce)) as [bigint, bigint];
    const solo = await viem.getContractAt("ICuration", clones.curation);
    await commit(clones.curation, 0n);
    await commit(clones.curation, 1n);
    await solo.write.selfCertify([lots[0], [], []], { account: registrar });

    const { by: studio, account, governor, reputation, curation } = await prepare(PRESET.collective);
    // a gate that was made for the solo studio and is named by the graduated one certifies nothing either
    const another = await createSuccessors(protocol, clones, { preset: PRESET.solo, curation: true });
    await registry.write.recordGate([another.curation], { account });
    await studio.write.graduate([PRESET.collective, governor, reputation, another.curation], { account });
    await commit(another.curation, 2n);
    const refuse = async (
      gate: Address,
      lotId: bigint,
      error: "CurationReplaced" | "CurationWrongPreset",
      args: number[],
    ) =>
      expectRefused(
        protocol,
        async () =>
          (await viem.getContractAt("ICuration", gate)).write.selfCertify([lotId, [], []], { account: registrar }),
        { by: solo, error, args, others: [...others(), gate] },
      );
    await refuse(clones.curation, lots[1], "CurationReplaced", []);
    await refuse(another.curation, lotIdOf(registrar, 2n), "CurationWrongPreset", [PRESET.collective]);

    await studio.write.setCuration([curation], { account });
    await refuse(another.curation, lotIdOf(registrar, 2n), "CurationReplaced", []);
    await refuse(curation, lotIdOf(registrar, 2n), "CurationWrongPreset", [PRESET.collective]);
    // what was certified before stays so
    expect((await registry.read.lotOf([lots[0]])).status).to.equal(STATUS.accepted);
    expect((await registry.read.lotOf([lots[1]])).status).to.equal(STATUS.pending);
  });

  it("names its presets apart from what it was created as", async () => {
    const { by, account, governor, reputation, curation } = await prepare(PRESET.open);
    await by.write.graduate([PRESET.open, governor, reputation, curation], { account });
    const next = { preset: PRESET.open, curation: true };
    const factory = await protocol.connection.viem.getContractAt("StudioFactory", protocol.addressOf("StudioFactory"));
    const { input } = await createSuccessors(protocol, clones, next);
    await expectRefused(
      protocol,
      () => factory.write.createSuccessors([clones.studio, { ...input, preset: PRESET.solo, evidence: hashOf("x") }]),
      { by: factory, error: "StudioFactoryWrongPreset", args: [PRESET.solo, PRESET.open] },
    );
  });
});
