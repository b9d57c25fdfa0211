import { expect } from "chai";
import { type Address, getAddress, hexToNumber, parseEther, slice, zeroAddress, zeroHash } from "viem";
import { balanceTree } from "../helpers/balanceTree.ts";
import {
  CLOCK,
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
import { createSuccessors, deployAnswering, type SuccessorInput, successorInput } from "./replacing.ts";

describe("studio/createSuccessors", () => {
  let protocol: Protocol;
  let clones: StudioClones;
  let rewind: () => Promise<void>;
  let founders: Address[];
  let seats: Address[];

  before(async () => {
    protocol = await deployProtocol();
    clones = await createStudio(protocol);
    founders = protocol.wallets.slice(4, 8).map(({ account }) => getAddress(account.address));
    seats = seatWallets(protocol, 5).map(({ account }) => getAddress(account.address));
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());

  const factoryOf = () => protocol.connection.viem.getContractAt("StudioFactory", protocol.addressOf("StudioFactory"));

  describe("refuses", () => {
    it("who is no studio, or only says so", async () => {
      const by = await factoryOf();
      const pretender = await deployAnswering(protocol, BigInt(clones.timelock));
      for (const studio of [zeroAddress, clones.timelock, clones.curation, pretender, founders[0] as Address]) {
        await expectRefused(protocol, () => by.write.createSuccessors([studio, successorInput({ curation: true })]), {
          by,
          error: "StudioFactoryUnknownStudio",
          args: [getAddress(studio)],
        });
      }
    });

    it("electorates and gates of another preset than the studio's", async () => {
      const by = await factoryOf();
      for (const preset of [PRESET.solo, PRESET.house, PRESET.open]) {
        for (const part of [{ electorate: true, founders: founders.slice(0, 1) }, { curation: true }]) {
          const input = successorInput({ preset, ...part });
          await expectRefused(protocol, () => by.write.createSuccessors([clones.studio, input]), {
            by,
            error: "StudioFactoryWrongPreset",
            args: [preset, PRESET.collective],
          });
        }
      }
    });

    const cases: { title: string; input: () => Partial<SuccessorInput>; error: string; args: unknown[] }[] = [
      {
        title: "a tree without a total",
        input: () => ({ electorate: true, founders, root: hashOf("root") }),
        error: "StudioFactoryInvalidBalances",
        args: [hashOf("root"), 0n],
      },
      {
        title: "a total without a tree",
        input: () => ({ electorate: true, founders, total: 1n }),
        error: "StudioFactoryInvalidBalances",
        args: [zeroHash, 1n],
      },
      {
        title: "balances that move nowhere",
        input: () => ({ curation: true, root: hashOf("root"), total: 1n }),
        error: "StudioFactoryInvalidBalances",
        args: [hashOf("root"), 1n],
      },
      {
        title: "slow timestamps",
        input: () => ({ electorate: true, founders, secondsPerTick: 2 }),
        error: "StudioFactoryInvalidSecondsPerTick",
        args: [2, 1],
      },
      {
        title: "an electorate of nobody to whom nothing moves",
        input: () => ({ electorate: true }),
        error: "StudioFactoryInvalidFounders",
        args: [0n, 3n, 15n],
      },
      {
        title: "an electorate of two",
        input: () => ({ electorate: true, founders: founders.slice(0, 2) }),
        error: "StudioFactoryInvalidFounders",
        args: [2n, 3n, 15n],
      },
      {
        title: "founders without an electorate",
        input: () => ({ curation: true, founders }),
        error: "StudioFactoryInvalidFounders",
        args: [4n, 0n, 0n],
      },
      {
        title: "seats without a board",
        input: () => ({ curation: true, seats }),
        error: "StudioFactoryInvalidSeats",
        args: [5n],
      },
      {
        title: "a board of four",
        input: () => ({ board: true, seats: seats.slice(1) }),
        error: "StudioFactoryInvalidSeats",
        args: [4n],
      },
    ];
    for (const { title, input, error, args } of cases) {
      it(title, async () => {
        const by = await factoryOf();
        await expectRefused(protocol, () => by.write.createSuccessors([clones.studio, successorInput(input())]), {
          by,
          error: error as "StudioFactoryInvalidSeats",
          args,
        });
      });
    }

    it("what succeeds a solo studio without the founders of its preset, whatever moves", async () => {
      const by = await factoryOf();
      const { studio } = await createStudio(protocol, { preset: PRESET.solo, salt: hashOf("solo") });
      for (const [preset, count, min, max] of [
        [PRESET.solo, 0, 1n, 1n],
        [PRESET.collective, 0, 3n, 15n],
        [PRESET.house, 2, 3n, 15n],
        [PRESET.open, 0, 3n, 20n],
      ] as const) {
        const moves = { electorate: true, root: hashOf("root"), total: 1n };
        const input = successorInput({ preset, ...moves, founders: founders.slice(0, count) });
        await expectRefused(protocol, () => by.write.createSuccessors([studio, input]), {
          by,
          error: "StudioFactoryInvalidFounders",
          args: [BigInt(count), min, max],
        });
        const enough = founders.slice(0, Number(min));
        await by.write.createSuccessors([studio, { ...input, founders: enough }]);
      }
    });

    it("the same part twice in one block", async () => {
      const { connection, publicClient } = protocol;
      const by = await factoryOf();
      const gas = 2_000_000n;
      await connection.provider.request({ method: "evm_setAutomine", params: [false] });
      const hashes = [
        await by.write.createSuccessors([clones.studio, successorInput({ curation: true })], { gas }),
        await by.write.createSuccessors([clones.studio, successorInput({ curation: true })], { gas }),
      ];
      await connection.networkHelpers.mine();
      await connection.provider.request({ method: "evm_setAutomine", params: [true] });
      const receipts = await Promise.all(hashes.map((hash) => publicClient.getTransactionReceipt({ hash })));
      expect(receipts.map(({ status }) => status)).to.deep.equal(["success", "reverted"]);
    });
  });

  it("makes whole electorates, gates, boards, mandates, commissions and impact emission that know studio, timelock and each other", async () => {
    const { viem, networkHelpers } = protocol.connection;
    const made = await createSuccessors(protocol, clones, {
      electorate: true,
      curation: true,
      board: true,
      mandates: true,
      commissions: true,
      impact: true,
      founders,
      seats,
      clockMode: CLOCK.blockNumber,
      secondsPerTick: 12,
    });
    const creator = getAddress((protocol.wallets[0] as Wallet).account.address);
    const { governor, reputation, curation, board, mandates, commissions, impact } = made;
    expect(made.event.args).to.deep.equal({
      studio: getAddress(clones.studio),
      creator,
      input: made.input,
      successors: { governor, reputation, curation, board, mandates, commissions, impact },
    });
    const created = await networkHelpers.time.latest();
    for (const clone of [governor, reputation, curation, board, mandates, commissions, impact]) {
      const { read } = await viem.getContractAt("IStudioModule", clone);
      expect(getAddress(await read.studio())).to.equal(getAddress(clones.studio));
      const code = (await protocol.publicClient.getCode({ address: clone })) ?? "0x";
      // behind the 45 bytes of the proxy: studio 20, flags 1, created 6, timelock 20
      expect(hexToNumber(slice(code, 65, 66)), "flags").to.equal(1 + 2 * PRESET.collective);
      expect(hexToNumber(slice(code, 66, 72)), "created").to.equal(created);
      expect(getAddress(slice(code, 72))).to.equal(getAddress(clones.timelock));
    }
    const votes = await viem.getContractAt("StudioGovernor", governor);
    expect(getAddress(await votes.read.timelock())).to.equal(getAddress(clones.timelock));
    expect(getAddress(await votes.read.token())).to.equal(reputation);
    expect(await votes.read.votingPeriod()).to.equal(36_000n);
    expect(await votes.read.CLOCK_MODE()).to.equal("mode=blocknumber&from=default");
    const token = await viem.getContractAt("ReputationToken", reputation);
    expect(await token.read.totalSupply()).to.equal(parseEther("4000"));
    expect(await token.read.name()).to.equal(clones.config.name);
    const seated = await viem.getContractAt("IEthicsBoard", board);
    expect(await seated.read.liveSeats()).to.equal(5n);

    // nothing of it has any power before a vote
    const studio = await viem.getContractAt("Studio", clones.studio);
    const present = [clones.timelock, clones.governor, clones.reputation, clones.curation, zeroAddress];
    for (const [module, address] of [...present, zeroAddress, zeroAddress, zeroAddress].entries()) {
      expect(getAddress(await studio.read.moduleOf([module]))).to.equal(getAddress(address));
    }
  });

  it("makes a board without seats, which a vote fills", async () => {
    const { board, governor, reputation, curation, impact } = await createSuccessors(protocol, clones, { board: true });
    expect([governor, reputation, curation, impact]).to.deep.equal(Array.from({ length: 4 }, () => zeroAddress));
    const { read } = await protocol.connection.viem.getContractAt("IEthicsBoard", board);
    expect(await read.liveSeats()).to.equal(0n);
  });

  it("lets balances move with their curve, without founders", async () => {
    const { viem, networkHelpers } = protocol.connection;
    await networkHelpers.time.increase(90 * 86_400);
    const old = await viem.getContractAt("ReputationToken", clones.reputation);
    const owners = clones.config.founders.map((founder) => getAddress(founder));
    const balances: [Address, bigint][] = [];
    for (const owner of owners) balances.push([owner, await old.read.balanceOf([owner])]);
    const { root, total, proofOf } = balanceTree(balances);
    const made = await createSuccessors(protocol, clones, { electorate: true, root, total });
    const token = await viem.getContractAt("ReputationToken", made.reputation);
    expect(await token.read.totalSupply()).to.equal(total);
    expect(await token.read.index()).to.equal(await old.read.index());
    for (const [owner, raw] of balances) {
      await token.write.claimInheritance([owner, raw, proofOf(owner)]);
      expect(await token.read.getVotes([owner])).to.equal(raw);
    }
    expect(await token.read.balanceOf([made.reputation])).to.equal(0n);
  });
});
