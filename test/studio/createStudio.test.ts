import { expect } from "chai";
import {
  type Address,
  getAddress,
  hexToNumber,
  parseEther,
  parseEventLogs,
  slice,
  stringToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { deployProtocol as deployContracts } from "../../scripts/deploy/index.ts";
import {
  CLOCK,
  compiledArtifacts,
  connect,
  createStudio,
  deployProtocol,
  PRESET,
  type Protocol,
  studioConfig,
  type Wallet,
} from "../helpers/protocol.ts";

const HOUR = 3_600n;
const DAY = 24n * HOUR;

describe("studio/createStudio", () => {
  let protocol: Protocol;
  let rewind: () => Promise<void>;

  before(async () => {
    protocol = await deployProtocol();
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());

  const factoryOf = () => protocol.connection.viem.getContractAt("StudioFactory", protocol.addressOf("StudioFactory"));
  const founders = (count: number): Address[] =>
    Array.from({ length: count }, (_, i) => getAddress(`0x${(i + 1).toString(16).padStart(40, "0")}`));

  describe("gives each preset its defaults", () => {
    const presets = {
      solo: {
        config: { preset: PRESET.solo },
        founders: [1, 1],
        settings: { delay: 60n, period: HOUR, extension: 0n, timelock: DAY, quorum: 20n, cap: 1_000_000n },
      },
      collective: {
        config: { preset: PRESET.collective },
        founders: [3, 15],
        settings: { delay: DAY, period: 5n * DAY, extension: DAY, timelock: 2n * DAY, quorum: 30n, cap: 200_000n },
      },
      house: {
        config: { preset: PRESET.house },
        founders: [3, 15],
        settings: { delay: DAY, period: 5n * DAY, extension: DAY, timelock: 2n * DAY, quorum: 20n, cap: 150_000n },
      },
      open: {
        config: { preset: PRESET.open },
        founders: [3, 20],
        settings: { delay: DAY, period: 7n * DAY, extension: DAY, timelock: 2n * DAY, quorum: 10n, cap: 75_000n },
      },
    } as const;
    const clocks = {
      timestamps: { clockMode: CLOCK.timestamp, secondsPerTick: 1, mode: "mode=timestamp" },
      "blocks of 12 seconds": {
        clockMode: CLOCK.blockNumber,
        secondsPerTick: 12,
        mode: "mode=blocknumber&from=default",
      },
      "blocks of 7 seconds": { clockMode: CLOCK.blockNumber, secondsPerTick: 7, mode: "mode=blocknumber&from=default" },
    } as const;
    for (const [name, { config, founders: bounds, settings }] of Object.entries(presets)) {
      for (const [clock, { mode, ...time }] of Object.entries(clocks)) {
        it(`${name}, on ${clock}`, async () => {
          const clones = await createStudio(protocol, { ...config, ...time });
          const { viem } = protocol.connection;
          const governor = await viem.getContractAt("StudioGovernor", clones.governor);
          const timelock = await viem.getContractAt("StudioTimelock", clones.timelock);
          const ticks = (seconds: bigint) => {
            const tick = BigInt(time.secondsPerTick);
            return (seconds + tick - 1n) / tick;
          };
          expect(await governor.read.votingDelay()).to.equal(ticks(settings.delay));
          expect(await governor.read.votingPeriod()).to.equal(ticks(settings.period));
          expect(BigInt(await governor.read.lateQuorumVoteExtension())).to.equal(ticks(settings.extension));
          expect(await governor.read.quorumNumerator()).to.equal(settings.quorum);
          expect(await governor.read.voteCap()).to.equal(settings.cap);
          expect(await governor.read.proposalThresholdRatio()).to.equal(10_000n);
          expect(await governor.read.secondsPerTick()).to.equal(BigInt(time.secondsPerTick));
          expect(await governor.read.CLOCK_MODE()).to.equal(mode);
          expect(await timelock.read.getMinDelay()).to.equal(settings.timelock);
          expect(getAddress(await governor.read.timelock())).to.equal(getAddress(clones.timelock));
          expect(getAddress(await governor.read.token())).to.equal(getAddress(clones.reputation));
          expect(await governor.read.proposalGuardian()).to.equal(clones.board);
          expect(clones.board === zeroAddress).to.equal(name !== "house");
          const studio = await viem.getContractAt("Studio", clones.studio);
          expect(await studio.read.preset()).to.equal(config.preset);
          const gate = await viem.getContractAt("ICuration", clones.curation);
          expect((await gate.read.termsOf([0])).flags, "open door").to.equal(name === "open" ? 1 : 0);

          const said = await (await factoryOf()).read.settingsOf([config.preset]);
          expect(said).to.deep.equal({
            minFounders: bounds[0],
            maxFounders: bounds[1],
            votingDelay: Number(settings.delay),
            votingPeriod: Number(settings.period),
            lateQuorumExtension: Number(settings.extension),
            timelockDelay: Number(settings.timelock),
            quorumNumerator: Number(settings.quorum),
            voteCap: Number(settings.cap),
          });
        });
      }
    }
  });

  it("announces the studio, its modules and its settings", async () => {
    const { connection, publicClient, addressOf } = protocol;
    const clones = await createStudio(protocol);
    const receipt = await publicClient.getTransactionReceipt({ hash: clones.hash });
    const { timestamp } = await publicClient.getBlock({ blockHash: receipt.blockHash });
    const eventsOf = async (name: string, address: Address) => {
      const { abi } = await connection.viem.getContractAt(name, address);
      const logs = receipt.logs.filter((log) => getAddress(log.address) === getAddress(address));
      return parseEventLogs({ abi, logs }).map(({ eventName, args }) => ({ eventName, args }));
    };
    const { config } = clones;
    const creator = getAddress((protocol.wallets[1] as Wallet).account.address);
    const [studio, timelock, governor, reputation, curation] = [
      clones.studio,
      clones.timelock,
      clones.governor,
      clones.reputation,
      clones.curation,
    ].map((address) => getAddress(address));
    const people = config.founders.map((founder) => getAddress(founder));

    expect(await eventsOf("StudioFactory", addressOf("StudioFactory"))).to.deep.equal([
      {
        eventName: "StudioCreated",
        args: {
          studio,
          timelock,
          creator,
          config: { ...config, registrar: getAddress(config.registrar), founders: people },
          governor,
          reputation,
          curation,
          board: zeroAddress,
          mandates: zeroAddress,
          commissions: zeroAddress,
        },
      },
    ]);
    expect(await eventsOf("Studio", clones.studio)).to.deep.equal([
      { eventName: "RegistrarSet", args: { oldRegistrar: zeroAddress, newRegistrar: getAddress(config.registrar) } },
      { eventName: "CharterSet", args: { version: 1, cid: config.charter } },
    ]);
    const grant = parseEther("1000");
    expect(await eventsOf("ReputationToken", clones.reputation)).to.deep.equal([
      { eventName: "IndexChanged", args: { gBase: 2n ** 40n, tBase: Number(timestamp), halfLife: 180 * 86_400 } },
      ...people.flatMap((founder) => [
        { eventName: "DelegateChanged", args: { delegator: founder, fromDelegate: zeroAddress, toDelegate: founder } },
        { eventName: "Transfer", args: { from: zeroAddress, to: founder, value: grant } },
        { eventName: "DelegateVotesChanged", args: { delegate: founder, previousVotes: 0n, newVotes: grant } },
        {
          eventName: "ReputationGranted",
          args: {
            account: founder,
            source: stringToHex("founder", { size: 32 }),
            amount: grant,
            raw: grant,
            role: zeroHash,
            evidence: config.charter,
          },
        },
      ]),
    ]);
    const settings = (await eventsOf("StudioGovernor", clones.governor)) as { eventName: string; args: object }[];
    expect(settings).to.deep.include.members([
      { eventName: "VoteCapSet", args: { oldVoteCap: 1_000_000n, newVoteCap: 200_000n } },
      { eventName: "QuorumNumeratorUpdated", args: { oldQuorumNumerator: 0n, newQuorumNumerator: 30n } },
      { eventName: "TimelockChange", args: { oldTimelock: zeroAddress, newTimelock: timelock } },
      {
        eventName: "ProposalThresholdSet",
        args: { oldProposalThreshold: 0n, newProposalThreshold: (3n * grant) / 100n },
      },
    ]);
    const [recorded] = await eventsOf("AssetRegistry", addressOf("AssetRegistry"));
    expect(recorded).to.deep.equal({
      eventName: "GateRecorded",
      args: { gate: curation, timelock, studio, ordinal: 1 },
    });
  });

  for (const [name, preset] of Object.entries(PRESET)) {
    for (const count of [5, 7, 9]) {
      it(`gives a studio of preset ${name} a board of ${count} seats in two cohorts`, async () => {
        const { connection, publicClient } = protocol;
        // neighbors in the last byte, and one who differs only elsewhere
        const seats = [...founders(count - 1), getAddress(`0xff${(founders(1)[0] as Address).slice(4)}`)];
        const clones = await createStudio(protocol, { preset, seats });
        const { read } = await connection.viem.getContractAt("Studio", clones.studio);
        expect(getAddress(await read.moduleOf([4]))).to.equal(getAddress(clones.board));
        const board = await connection.viem.getContractAt("IEthicsBoard", clones.board);
        const { logs, blockHash } = await publicClient.getTransactionReceipt({ hash: clones.hash });
        const since = Number((await publicClient.getBlock({ blockHash })).timestamp);
        const [oddTermEnd, evenTermEnd] = [since + 182 * 86_400, since + 365 * 86_400];
        const own = logs.filter(({ address }) => getAddress(address) === getAddress(clones.board));
        const events = parseEventLogs({ abi: board.abi, logs: own });
        expect(events.map(({ eventName, args }) => ({ eventName, args }))).to.deep.equal([
          { eventName: "FirstSeatsGranted", args: { holders: seats, oddTermEnd, evenTermEnd } },
        ]);
        expect(await board.read.liveSeats()).to.equal(BigInt(count));
        for (const [i, holder] of seats.entries()) {
          const termEnd = i % 2 === 0 ? oddTermEnd : evenTermEnd;
          expect(await board.read.seatOf([i + 1])).to.deep.equal({ holder, since, termEnd });
        }
      });
    }
  }

  it("opens the door of an open studio's gate to practice, and of no other", async () => {
    const { viem } = protocol.connection;
    const newcomer = protocol.wallets[9] as Wallet;
    for (const preset of [PRESET.collective, PRESET.house, PRESET.open]) {
      const clones = await createStudio(protocol, { preset });
      const gate = await viem.getContractAt("ICuration", clones.curation);
      const key = privateKeyToAccount(`0x${"5e".repeat(32)}`);
      const consent = await key.sign({
        hash: await gate.read.hashCuratorKey([newcomer.account.address, key.address]),
      });
      const join = () => gate.write.registerCurator([key.address, consent], { account: newcomer.account });
      if (preset === PRESET.open) {
        await join();
        expect(await gate.read.curatorCount()).to.equal(1);
      } else {
        await viem.assertions.revertWithCustomError(join(), gate, "CurationInsufficientReputation");
      }
    }
  });

  it("makes a studio whose parts name each other, and records it", async () => {
    const { connection, addressOf } = protocol;
    const clones = await createStudio(protocol, { registrar: zeroAddress });
    const studio = await connection.viem.getContractAt("Studio", clones.studio);
    const modules = [clones.timelock, clones.governor, clones.reputation, clones.curation];
    for (const [module, clone] of modules.entries()) {
      expect(getAddress(await studio.read.moduleOf([module]))).to.equal(getAddress(clone));
      const { read } = await connection.viem.getContractAt("IStudioModule", clone);
      expect(getAddress(await read.studio())).to.equal(getAddress(clones.studio));
    }
    for (const absent of [4, 5, 6, 7]) expect(await studio.read.moduleOf([absent])).to.equal(zeroAddress);
    const registry = await connection.viem.getContractAt("AssetRegistry", addressOf("AssetRegistry"));
    expect(getAddress(await registry.read.studioOf([clones.timelock]))).to.equal(getAddress(clones.studio));
    const [timelock, ordinal] = await registry.read.gateOf([clones.curation]);
    expect([getAddress(timelock), ordinal]).to.deep.equal([getAddress(clones.timelock), 1]);

    const reputation = await connection.viem.getContractAt("ReputationToken", clones.reputation);
    for (const founder of clones.config.founders) {
      expect(await reputation.read.balanceOf([founder])).to.equal(parseEther("1000"));
      expect(await reputation.read.getVotes([founder])).to.equal(parseEther("1000"));
      expect(getAddress(await reputation.read.delegates([founder]))).to.equal(getAddress(founder));
    }
  });

  it("uses the addresses it predicts, for each creator its own", async () => {
    const { connection, publicClient } = protocol;
    const factory = await factoryOf();
    const [, alice, bob] = protocol.wallets as [Wallet, Wallet, Wallet];
    const config = studioConfig(protocol);
    for (const overrides of [
      {},
      { preset: PRESET.solo },
      { preset: PRESET.house },
      { clockMode: CLOCK.blockNumber, secondsPerTick: 2 },
    ]) {
      const clones = await createStudio(protocol, overrides, bob);
      const { blockHash } = await publicClient.getTransactionReceipt({ hash: clones.hash });
      const { timestamp } = await publicClient.getBlock({ blockHash });
      const { config: input, hash: _, ...addresses } = clones;
      const predicted = await factory.read.predict([input, bob.account.address, Number(timestamp)]);
      expect(predicted).to.deep.equal(addresses);
      expect([predicted.mandates !== zeroAddress, predicted.commissions !== zeroAddress]).to.deep.equal(
        Array(2).fill(input.preset === PRESET.house),
      );
    }

    // Somebody who copies a creation in the same block gets a studio of another address.
    await connection.provider.request({ method: "evm_setAutomine", params: [false] });
    const gas = 3_000_000n;
    const hashes = [
      await factory.write.createStudio([config], { account: bob.account, gas, maxPriorityFeePerGas: 10n ** 10n }),
      await factory.write.createStudio([config], { account: alice.account, gas }),
    ];
    await connection.networkHelpers.mine();
    await connection.provider.request({ method: "evm_setAutomine", params: [true] });
    const studios: Address[] = [];
    for (const hash of hashes) {
      const { logs, status } = await publicClient.getTransactionReceipt({ hash });
      expect(status).to.equal("success");
      const [event] = parseEventLogs({ abi: factory.abi, logs, eventName: "StudioCreated" });
      studios.push(event?.args.studio as Address);
    }
    expect(new Set(studios).size).to.equal(2);
  });

  it("stays below 16,777,216 gas with the most founders, all seats and the longest names", async () => {
    const clones = await createStudio(protocol, {
      preset: PRESET.open,
      founders: founders(20),
      seats: founders(9),
      name: "n".repeat(31),
      symbol: "ö".repeat(15),
    });
    const { gasUsed } = await protocol.publicClient.getTransactionReceipt({ hash: clones.hash });
    expect(Number(gasUsed)).to.be.lessThan(1_100_000 + 19 * 115_000 + 9 * 25_000);
    const token = await protocol.connection.viem.getContractAt("ReputationToken", clones.reputation);
    expect([await token.read.name(), await token.read.symbol()]).to.deep.equal(["n".repeat(31), "ö".repeat(15)]);
  });

  describe("draws seeds", () => {
    /** Flags in the arguments of a clone, behind the 45 bytes of the proxy and 20 of the studio's address. */
    const flagsOn = async (chainId?: number) => {
      const connection = await connect(chainId);
      const [walletClient] = await connection.viem.getWalletClients();
      const publicClient = await connection.viem.getPublicClient();
      if (walletClient === undefined) throw new Error("no account");
      const artifacts = await compiledArtifacts();
      const deployment = await deployContracts({ publicClient, walletClient, artifacts });
      const { address } = deployment["StudioFactory"] ?? { address: zeroAddress };
      const factory = await connection.viem.getContractAt("StudioFactory", address);
      const config = studioConfig({ ...protocol, wallets: await connection.viem.getWalletClients() });
      const hash = await factory.write.createStudio([config]);
      const { logs, blockNumber } = await publicClient.getTransactionReceipt({ hash });
      const [created] = parseEventLogs({ abi: factory.abi, logs, eventName: "StudioCreated" });
      if (created === undefined) throw new Error("StudioCreated was not emitted");
      const { timestamp } = await publicClient.getBlock({ blockNumber });
      const creator = walletClient.account.address;
      const predicted = await factory.read.predict([config, creator, Number(timestamp)]);
      expect(predicted.curation).to.equal(created.args.curation);
      const [ofModule, ofStudio] = await Promise.all([
        publicClient.getCode({ address: created.args.curation }),
        publicClient.getCode({ address: created.args.studio }),
      ]);
      const flags = hexToNumber(slice(ofModule ?? "0x", 65, 66));
      expect(hexToNumber(slice(ofStudio ?? "0x", 109, 110))).to.equal(flags);
      return flags;
    };

    it("without salts on Ethereum, its test networks and local ones", async () => {
      for (const chainId of [1, 11_155_111, 560_048, 1_337, undefined]) {
        expect(await flagsOn(chainId), `chain ${chainId}`).to.equal(2);
      }
    });

    it("with a salt chain on every other chain", async () => {
      for (const chainId of [2, 10, 42_161, 31_338]) expect(await flagsOn(chainId), `chain ${chainId}`).to.equal(10);
    });
  });
});
