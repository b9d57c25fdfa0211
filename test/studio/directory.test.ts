import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, parseEventLogs, zeroAddress, zeroHash } from "viem";
import { passProposal } from "../helpers/governance.ts";
import {
  createStudio,
  deployProtocol,
  PRESET,
  type Protocol,
  type StudioClones,
  type StudioConfig,
  type Wallet,
} from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";

const CID = "0x1111111111111111111111111111111111111111111111111111111111111111";

describe("studio/directory", () => {
  let protocol: Protocol;
  let clones: StudioClones;
  let rewind: () => Promise<void>;

  before(async () => {
    protocol = await deployProtocol();
    clones = await createStudio(protocol, { preset: PRESET.solo });
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());

  const studioAt = (address: Address = clones.studio) => protocol.connection.viem.getContractAt("Studio", address);
  const accounts = () => protocol.wallets.map((wallet) => wallet.account.address);

  describe("initialize", () => {
    it("is refused to everybody, on a clone and on the implementation", async () => {
      for (const address of [clones.studio, protocol.addressOf("Studio")]) {
        const by = await studioAt(address);
        for (const wallet of protocol.wallets.slice(0, 3)) {
          await expectRefused(protocol, () => by.write.initialize([CID], { account: wallet.account }), {
            by,
            error: "StudioUnauthorized",
            args: [getAddress(wallet.account.address)],
            others: [clones.studio],
          });
        }
      }
    });
  });

  describe("setRegistrar", () => {
    it("is refused to all but the timelock", async () => {
      const by = await studioAt();
      const [, founder, stranger] = protocol.wallets as [Wallet, Wallet, Wallet];
      for (const { account } of [founder, stranger]) {
        await expectRefused(protocol, () => by.write.setRegistrar([account.address], { account }), {
          by,
          error: "StudioUnauthorized",
          args: [getAddress(account.address)],
          others: [clones.studio],
        });
      }
    });

    it("replaces the registrar, down to nobody, and says so", async () => {
      const studio = await studioAt();
      const [, first, second] = accounts() as [Address, Address, Address];
      expect(getAddress(await studio.read.registrar())).to.equal(getAddress(first));
      let old = first;
      for (const registrar of [second, zeroAddress, second]) {
        const data = encodeFunctionData({ abi: studio.abi, functionName: "setRegistrar", args: [registrar] });
        const title = `Appoint ${registrar} after ${old}`;
        const { hash } = await passProposal(protocol, clones, [{ target: clones.studio, data }], { title });
        const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
        const [event] = parseEventLogs({ abi: studio.abi, logs, eventName: "RegistrarSet" });
        expect(event?.args).to.deep.equal({ oldRegistrar: getAddress(old), newRegistrar: getAddress(registrar) });
        expect(getAddress(await studio.read.registrar())).to.equal(getAddress(registrar));
        for (const account of [first, second, zeroAddress]) {
          const is = account === registrar && registrar !== zeroAddress;
          expect(await studio.read.isRegistrar([account]), account).to.equal(is);
        }
        old = registrar;
      }
    });
  });

  describe("setCharter", () => {
    it("is refused to all but the timelock", async () => {
      const by = await studioAt();
      const { account } = protocol.wallets[1] as Wallet;
      await expectRefused(protocol, () => by.write.setCharter([CID], { account }), {
        by,
        error: "StudioUnauthorized",
        args: [getAddress(account.address)],
        others: [clones.studio],
      });
    });

    it("refuses an empty charter and counts versions", async () => {
      const studio = await studioAt();
      const { networkHelpers } = protocol.connection;
      await networkHelpers.setBalance(clones.timelock, 10n ** 18n);
      await networkHelpers.impersonateAccount(clones.timelock);
      const account = clones.timelock;
      await expectRefused(protocol, () => studio.write.setCharter([zeroHash], { account }), {
        by: studio,
        error: "StudioEmptyCharter",
        args: [],
        others: [clones.studio],
      });
      expect(await studio.read.charterVersion()).to.equal(1);
      for (const version of [2, 3]) {
        const hash = await studio.write.setCharter([CID], { account });
        const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
        const [event] = parseEventLogs({ abi: studio.abi, logs, eventName: "CharterSet" });
        expect(event?.args).to.deep.equal({ version, cid: CID });
        expect(await studio.read.charterVersion()).to.equal(version);
      }
      await networkHelpers.stopImpersonatingAccount(clones.timelock);
    });
  });

  describe("views", () => {
    it("show preset and time of creation", async () => {
      const studio = await studioAt();
      const { blockHash } = await protocol.publicClient.getTransactionReceipt({ hash: clones.hash });
      const { timestamp } = await protocol.publicClient.getBlock({ blockHash });
      expect(await studio.read.preset()).to.equal(PRESET.solo);
      expect(BigInt(await studio.read.createdAt())).to.equal(timestamp);
      const collective = await createStudio(protocol);
      expect(await (await studioAt(collective.studio)).read.preset()).to.equal(PRESET.collective);
    });

    it("answer isRegistrar within the 100,000 gas that the registry allows", async () => {
      const studio = await studioAt();
      const data = encodeFunctionData({
        abi: studio.abi,
        functionName: "isRegistrar",
        args: [clones.config.registrar],
      });
      const gas = await protocol.publicClient.estimateGas({ to: studio.address, data });
      expect(Number(gas)).to.be.lessThan(50_000);
    });

    const texts: { title: string; config: Partial<StudioConfig> }[] = [
      { title: "plain names", config: { name: "Atelier", symbol: "A" } },
      { title: "quotes, backslashes and control characters", config: { name: '"}\\\n\t\u0001', symbol: "\u0000" } },
      { title: "other scripts", config: { name: "画室 Ökö 🖨", symbol: "ÖKÖ" } },
      { title: "names of 31 bytes", config: { name: '"'.repeat(31), symbol: "\u0007".repeat(31) } },
    ];
    for (const { title, config } of texts) {
      it(`render ${title} as valid JSON`, async () => {
        const { studio } = await createStudio(protocol, config);
        const { read } = await studioAt(studio);
        expect([await read.name(), await read.symbol()]).to.deep.equal([config.name, config.symbol]);
        const [prefix, base64] = (await read.contractURI()).split(",") as [string, string];
        expect(prefix).to.equal("data:application/json;base64");
        expect(JSON.parse(Buffer.from(base64, "base64").toString("utf8"))).to.deep.equal(config);
      });
    }
  });
});
