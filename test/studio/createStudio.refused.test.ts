import { expect } from "chai";
import { type Address, getAddress, zeroAddress, zeroHash } from "viem";
import { CLOCK, deployProtocol, PRESET, type Protocol, studioConfig, type StudioConfig } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";

describe("studio/createStudio.refused", () => {
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

  const cases: { title: string; config: Partial<StudioConfig>; error: string; args: unknown[] }[] = [
    { title: "an empty name", config: { name: "" }, error: "StudioFactoryInvalidName", args: [0n, 31n] },
    {
      title: "a name of 32 bytes",
      config: { name: "n".repeat(32) },
      error: "StudioFactoryInvalidName",
      args: [32n, 31n],
    },
    {
      title: "16 letters of two bytes",
      config: { name: "ö".repeat(16) },
      error: "StudioFactoryInvalidName",
      args: [32n, 31n],
    },
    { title: "an empty symbol", config: { symbol: "" }, error: "StudioFactoryInvalidSymbol", args: [0n, 31n] },
    {
      title: "a symbol of 32 bytes",
      config: { symbol: "S".repeat(32) },
      error: "StudioFactoryInvalidSymbol",
      args: [32n, 31n],
    },
    { title: "no time", config: { secondsPerTick: 0 }, error: "StudioFactoryInvalidSecondsPerTick", args: [0, 1] },
    {
      title: "slow timestamps",
      config: { secondsPerTick: 2 },
      error: "StudioFactoryInvalidSecondsPerTick",
      args: [2, 1],
    },
    {
      title: "blocks without time",
      config: { clockMode: CLOCK.blockNumber, secondsPerTick: 0 },
      error: "StudioFactoryInvalidSecondsPerTick",
      args: [0, 60],
    },
    {
      title: "blocks of more than a minute",
      config: { clockMode: CLOCK.blockNumber, secondsPerTick: 61 },
      error: "StudioFactoryInvalidSecondsPerTick",
      args: [61, 60],
    },
    {
      title: "the longest tick",
      config: { clockMode: CLOCK.blockNumber, secondsPerTick: 2 ** 32 - 1 },
      error: "StudioFactoryInvalidSecondsPerTick",
      args: [2 ** 32 - 1, 60],
    },
    {
      title: "a solo studio of nobody",
      config: { preset: PRESET.solo, founders: [] },
      error: "StudioFactoryInvalidFounders",
      args: [0n, 1n, 1n],
    },
    {
      title: "a solo studio of two",
      config: { preset: PRESET.solo, founders: founders(2) },
      error: "StudioFactoryInvalidFounders",
      args: [2n, 1n, 1n],
    },
    {
      title: "a collective of two",
      config: { founders: founders(2) },
      error: "StudioFactoryInvalidFounders",
      args: [2n, 3n, 15n],
    },
    {
      title: "a collective of sixteen",
      config: { founders: founders(16) },
      error: "StudioFactoryInvalidFounders",
      args: [16n, 3n, 15n],
    },
    {
      title: "a house of two",
      config: { preset: PRESET.house, founders: founders(2), seats: founders(5) },
      error: "StudioFactoryInvalidFounders",
      args: [2n, 3n, 15n],
    },
    {
      title: "a house of sixteen",
      config: { preset: PRESET.house, founders: founders(16), seats: founders(5) },
      error: "StudioFactoryInvalidFounders",
      args: [16n, 3n, 15n],
    },
    {
      title: "an open studio of two",
      config: { preset: PRESET.open, founders: founders(2) },
      error: "StudioFactoryInvalidFounders",
      args: [2n, 3n, 20n],
    },
    {
      title: "an open studio of twenty-one",
      config: { preset: PRESET.open, founders: founders(21) },
      error: "StudioFactoryInvalidFounders",
      args: [21n, 3n, 20n],
    },
    {
      title: "a house without a board",
      config: { preset: PRESET.house, seats: [] },
      error: "StudioFactoryInvalidSeats",
      args: [0n],
    },
    ...[1, 4, 6, 8, 10].map((count) => ({
      title: `a board of ${count}`,
      config: { seats: founders(count) },
      error: "StudioFactoryInvalidSeats",
      args: [BigInt(count)],
    })),
  ];
  for (const { title, config, error, args } of cases) {
    it(title, async () => {
      const by = await factoryOf();
      await expectRefused(protocol, () => by.write.createStudio([studioConfig(protocol, config)]), {
        by,
        error: error as "StudioFactoryInvalidName",
        args,
      });
    });
  }

  it("a founder who is the zero address or named twice", async () => {
    const factory = await factoryOf();
    const by = await protocol.connection.viem.getContractAt("ReputationToken", protocol.addressOf("ReputationToken"));
    const [a, b] = founders(2) as [Address, Address];
    for (const [list, founder] of [
      [[a, zeroAddress, b], zeroAddress],
      [[a, b, a], a],
    ] as const) {
      const config = studioConfig(protocol, { founders: [...list] });
      await expectRefused(protocol, () => factory.write.createStudio([config]), {
        by,
        error: "ReputationTokenInvalidFounder",
        args: [founder],
      });
    }
  });

  it("a seat for the zero address, or two for one person", async () => {
    const factory = await factoryOf();
    const by = await protocol.connection.viem.getContractAt("IEthicsBoard", protocol.addressOf("EthicsBoard"));
    const [a, b, c, d] = founders(4) as [Address, Address, Address, Address];
    // the same last byte as the first one, and yet another person
    const like = getAddress(`0xff${a.slice(4)}`);
    for (const [seats, holder] of [
      [[a, b, zeroAddress, c, d], zeroAddress],
      [[a, b, c, d, a], a],
      [[a, like, b, c, like], like],
    ] as const) {
      const config = studioConfig(protocol, { seats: [...seats] });
      await expectRefused(protocol, () => factory.write.createStudio([config]), {
        by,
        error: "EthicsBoardInvalidHolder",
        args: [holder],
      });
    }
  });

  it("an empty charter", async () => {
    const factory = await factoryOf();
    const by = await protocol.connection.viem.getContractAt("Studio", protocol.addressOf("Studio"));
    const config = studioConfig(protocol, { charter: zeroHash });
    const call = () => factory.write.createStudio([config]);
    await expectRefused(protocol, call, { by, error: "StudioEmptyCharter", args: [] });
  });

  it("the same studio twice in one block", async () => {
    const { connection, publicClient } = protocol;
    const factory = await factoryOf();
    const config = studioConfig(protocol);
    const gas = 3_000_000n;
    await connection.provider.request({ method: "evm_setAutomine", params: [false] });
    const first = await factory.write.createStudio([config], { gas });
    const second = await factory.write.createStudio([config], { gas });
    await connection.networkHelpers.mine();
    await connection.provider.request({ method: "evm_setAutomine", params: [true] });
    const receipts = [
      await publicClient.getTransactionReceipt({ hash: first }),
      await publicClient.getTransactionReceipt({ hash: second }),
    ];
    expect(receipts.map(({ status }) => status)).to.deep.equal(["success", "reverted"]);
  });
});
