import { expect } from "chai";
import { type Address, getAddress, type Hash, parseEventLogs, zeroAddress } from "viem";
import { connect, type Connection, createStudio, PRESET, type StudioClones } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  assetIdOf,
  CLASS,
  commitBuilt,
  createAuditedStudio,
  deployGate,
  deployRegistry,
  GAS,
  hashOf,
  lotIdOf,
  type LotInput,
  lotInput,
  recipeIdOf,
  type RecipeInput,
  recipeInput,
  type Registry,
  STATUS,
  wordOf,
} from "./registry.ts";

const HOUR = 3600;
/** Assets a day that a producer is granted. */
const QUOTA = 300;

describe("lots of a real studio", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let clones: StudioClones;
  let registrar: Address;
  let timelock: Address;
  let stranger: Address;

  const fixture = async () => {
    const deployed = await deployRegistry(connection);
    return { deployed, collective: await createAuditedStudio(deployed) };
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    const { deployed, collective } = await connection.networkHelpers.loadFixture(fixture);
    [registry, clones] = [deployed, collective];
    contract = registry.contracts.registry;
    registrar = getAddress(clones.config.registrar);
    timelock = getAddress(clones.timelock);
    stranger = getAddress(registry.stranger.account.address);
  });

  /** Acts as the timelock would after a vote. */
  const asTimelock = async (address: Address, call: () => Promise<unknown>) => {
    await connection.networkHelpers.setBalance(address, 10n ** 18n);
    await connection.networkHelpers.impersonateAccount(address);
    await call();
    await connection.networkHelpers.stopImpersonatingAccount(address);
  };

  const registerFrom = (from: Address, overrides: Partial<RecipeInput> = {}) =>
    contract.write.registerRecipe([recipeInput({ licensor: timelock, ...overrides }), 0n, "0x"], {
      account: from,
      gas: GAS,
    });

  const commitFrom = (from: Address, input: LotInput) => () =>
    contract.write.commitLot([input], { account: from, gas: GAS });

  const refuse = (
    call: () => Promise<Hash>,
    error: Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"],
    args: readonly unknown[],
    others: Address[] = [],
  ) => expectRefused(registry.protocol, call, { by: contract, error, args, others });

  describe("gates", () => {
    it("are recorded in the transaction that creates the studio", async () => {
      const { logs } = await registry.protocol.publicClient.waitForTransactionReceipt({ hash: clones.hash });
      const [event] = parseEventLogs({ abi: contract.abi, logs, eventName: "GateRecorded" });
      expect(event?.args).to.deep.equal({
        gate: getAddress(clones.curation),
        timelock,
        studio: getAddress(clones.studio),
        ordinal: 1,
      });
      expect(await contract.read.gateOf([clones.curation])).to.deep.equal([timelock, 1]);
      expect(await contract.read.studioOf([timelock])).to.equal(getAddress(clones.studio));
    });

    it("cannot be claimed by a fake studio, nor the studio by a fake timelock", async () => {
      const fake = await deployGate(registry, wordOf(stranger));
      const record = (studio: Address, gate: Address) => () =>
        contract.write.recordStudio([stranger, studio, gate], { account: stranger, gas: GAS });
      await refuse(record(fake.address, clones.curation), "AssetRegistryDuplicateGate", [getAddress(clones.curation)]);
      await refuse(record(clones.studio, clones.curation), "AssetRegistryUnconfirmedTimelock", [
        stranger,
        getAddress(clones.studio),
      ]);
      // A gate that the studio has not recorded yet, but that names it: as a voted replacement would before its turn.
      const replacement = await deployGate(registry, wordOf(clones.studio));
      await refuse(record(fake.address, replacement.address), "AssetRegistryUnconfirmedGate", [
        getAddress(replacement.address),
        getAddress(fake.address),
      ]);
      await asTimelock(timelock, () => contract.write.recordGate([replacement.address], { account: timelock }));
      expect(await contract.read.gateOf([replacement.address])).to.deep.equal([timelock, 2]);
    });
  });

  describe("recipes", () => {
    it("are registered by the registrar in office, and no other", async () => {
      await refuse(() => registerFrom(stranger), "AssetRegistryUnauthorized", [stranger]);
      await registerFrom(registrar);
      const studio = await connection.viem.getContractAt("Studio", clones.studio);
      await asTimelock(timelock, () => studio.write.setRegistrar([stranger], { account: timelock }));
      const next = { commitment: hashOf("next") };
      await refuse(() => registerFrom(registrar, next), "AssetRegistryUnauthorized", [registrar]);
      await registerFrom(stranger, next);
      expect((await contract.read.recipeOf([await contract.read.recipeIdOf([2])])).licensor).to.equal(timelock);
    });

    it("are no business of another studio's registrar", async () => {
      const other = await createStudio(registry.protocol, { registrar: stranger, salt: hashOf("other") });
      expect(await contract.read.studioOf([other.timelock])).to.equal(getAddress(other.studio));
      await refuse(() => registerFrom(stranger), "AssetRegistryUnauthorized", [stranger]);
    });
  });

  describe("commitLot", () => {
    let recipeId: Hash;

    beforeEach(async () => {
      await registerFrom(registrar);
      recipeId = recipeIdOf(recipeInput({ licensor: timelock }));
    });

    const gated = (overrides: Partial<LotInput> = {}) =>
      lotInput({ recipeId, gate: clones.curation, count: 100, ...overrides });

    it("refuses a producer whom the gate does not know, and everything it wrote", async () => {
      const curation = await connection.viem.getContractAt("ICuration", clones.curation);
      await expectRefused(registry.protocol, commitFrom(stranger, gated()), {
        by: curation,
        error: "CurationUnknownProducer",
        args: [stranger],
        others: [clones.curation],
      });
    });

    it("refuses more than the producer's quota of a day", async () => {
      const curation = await connection.viem.getContractAt("ICuration", clones.curation);
      await curation.write.admitProducer([stranger, QUOTA], { account: registrar });
      await commitFrom(stranger, gated({ count: QUOTA }))();
      await expectRefused(registry.protocol, commitFrom(stranger, gated({ count: 1, nonce: 1n })), {
        by: curation,
        error: "CurationQuotaExceeded",
        args: [stranger, BigInt(QUOTA + 1), QUOTA],
        others: [clones.curation],
      });
    });

    it("refuses the registrar's own way around the gate", async () => {
      await refuse(commitFrom(registrar, gated({ gate: zeroAddress })), "AssetRegistryUnauthorized", [registrar]);
    });

    it("refuses another studio's gate", async () => {
      const other = await createStudio(registry.protocol, { salt: hashOf("other") });
      await refuse(commitFrom(registrar, gated({ gate: other.curation })), "AssetRegistryForeignGate", [
        getAddress(other.curation),
        getAddress(other.timelock),
        timelock,
      ]);
    });

    it("opens the lot's audit for the registrar, who is a producer from birth", async () => {
      const curation = await connection.viem.getContractAt("ICuration", clones.curation);
      const lotId = lotIdOf(registrar, 0n);
      const hash = await commitFrom(registrar, gated())();
      const { logs, blockNumber } = await registry.protocol.publicClient.waitForTransactionReceipt({ hash });
      const names = parseEventLogs({ abi: [...contract.abi, ...curation.abi], logs }).map(({ eventName }) => eventName);
      expect(names).to.deep.equal(["LotCommitted", "AuditOpened"]);
      const [opened] = parseEventLogs({ abi: curation.abi, logs, eventName: "AuditOpened" });
      expect(opened?.args).to.deep.include({ lotId, producer: registrar, seedBlock: Number(blockNumber) + 32 });
      expect(await contract.read.lotOf([lotId])).to.deep.include({ status: STATUS.pending, gate: 1, count: 100 });
      const { time } = connection.networkHelpers;
      await time.increase(365 * 24 * HOUR);
      expect(await contract.read.isReleasable([assetIdOf(lotId, 0)])).to.equal(false);
    });

    it("takes an independent lot from the timelock itself, by vote", async () => {
      await asTimelock(timelock, commitFrom(timelock, gated({ gate: zeroAddress })));
      expect(await contract.read.isReleasable([assetIdOf(lotIdOf(timelock, 0n), 0)])).to.equal(true);
    });
  });

  it("are released and minted to the timelock after a solo studio has certified them", async () => {
    const solo = await createStudio(registry.protocol, { preset: PRESET.solo, salt: hashOf("solo") });
    const [soloRegistrar, soloTimelock] = [getAddress(solo.config.registrar), getAddress(solo.timelock)];
    const input = recipeInput({ licensor: soloTimelock });
    await contract.write.registerRecipe([input, 0n, "0x"], { account: soloRegistrar });
    const lot = await commitBuilt(registry, recipeIdOf(input), soloRegistrar, { gate: solo.curation, count: 300 });
    const curation = await connection.viem.getContractAt("ICuration", solo.curation);
    await curation.write.selfCertify([lot.lotId, [1], [1n << 43n]], { account: soloRegistrar });
    const releasableAt = (await connection.networkHelpers.time.latest()) + HOUR;
    expect(await contract.read.lotOf([lot.lotId])).to.deep.include({
      status: STATUS.accepted,
      class: CLASS.selfCertified,
      releasableAt,
      blocked: true,
    });
    const mint = (index: number) => () =>
      contract.write.mint([lot.assetId(index), lot.leaf(index), lot.proof(index)], {
        account: soloRegistrar,
        gas: GAS,
      });
    await refuse(mint(0), "AssetRegistryNotReleasable", [lot.assetId(0)]);
    await connection.networkHelpers.time.increaseTo(releasableAt);
    await refuse(mint(299), "AssetRegistryNotReleasable", [lot.assetId(299)]);
    await mint(298)();
    expect(await contract.read.ownerOf([lot.assetId(298)])).to.equal(soloTimelock);
  });
});
