import { expect } from "chai";
import { type Address, decodeFunctionResult, encodeFunctionData, getAddress, type Hash, zeroAddress } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  ANSWER,
  CLASS,
  deployGate,
  deployRegistry,
  GAS,
  lotIdOf,
  lotInput,
  recipeInput,
  recordStudio,
  type Registry,
  registerRecipe,
  STATUS,
  wordOf,
} from "./registry.ts";

type RegistryContract = Registry["contracts"]["registry"];

describe("gates", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: RegistryContract;
  /** Timelock of a studio that is recorded, and of one that is not. */
  let timelock: Address;
  let newcomer: Address;
  let stranger: Address;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    contract = registry.contracts.registry;
    timelock = getAddress(registry.licensor.account.address);
    newcomer = getAddress(registry.relayer.account.address);
    stranger = getAddress(registry.stranger.account.address);
  });

  const recordStudioFrom = (from: Address, args: readonly [Address, Address, Address]) => () =>
    contract.write.recordStudio(args, { account: from, gas: GAS });

  const recordGateFrom = (from: Address, gate: Address) => () =>
    contract.write.recordGate([gate], { account: from, gas: GAS });

  const refuse = (
    call: () => Promise<Hash>,
    error: Parameters<typeof expectRefused<RegistryContract>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, call, { by: contract, error, args });

  /** Contracts that agree with each other and with `owner`, recorded nowhere. */
  const makeParts = async (owner: Address) => {
    const studio = await deployGate(registry, wordOf(owner));
    const gate = await deployGate(registry, wordOf(studio.address));
    return { studio, gate };
  };

  describe("recordStudio", () => {
    it("refuses anybody but the timelock and the factory", async () => {
      const { studio, gate } = await makeParts(newcomer);
      const call = recordStudioFrom(stranger, [newcomer, studio.address, gate.address]);
      await refuse(call, "AssetRegistryUnauthorized", [stranger]);
    });

    it("refuses a timelock that is recorded", async () => {
      await recordStudio(registry, timelock);
      const { studio, gate } = await makeParts(timelock);
      const call = recordStudioFrom(timelock, [timelock, studio.address, gate.address]);
      await refuse(call, "AssetRegistryDuplicateTimelock", [timelock]);
    });

    it("refuses a studio that names another timelock", async () => {
      const { studio, gate } = await makeParts(newcomer);
      const call = recordStudioFrom(stranger, [stranger, studio.address, gate.address]);
      await refuse(call, "AssetRegistryUnconfirmedTimelock", [stranger, getAddress(studio.address)]);
    });

    it("refuses a studio that is no contract", async () => {
      const { gate } = await makeParts(newcomer);
      for (const studio of [zeroAddress, newcomer]) {
        const call = recordStudioFrom(newcomer, [newcomer, studio, gate.address]);
        await refuse(call, "AssetRegistryUnconfirmedTimelock", [newcomer, studio]);
      }
    });

    it("refuses a gate that is recorded", async () => {
      const { studio, gate } = await recordStudio(registry, timelock);
      await studio.write.answerWith([ANSWER.plain, wordOf(stranger)]);
      const call = recordStudioFrom(stranger, [stranger, studio.address, gate.address]);
      await refuse(call, "AssetRegistryDuplicateGate", [getAddress(gate.address)]);
    });

    it("refuses a foreign gate: one that names another studio", async () => {
      const foreign = await makeParts(newcomer);
      const { studio } = await makeParts(stranger);
      const call = recordStudioFrom(stranger, [stranger, studio.address, foreign.gate.address]);
      await refuse(call, "AssetRegistryUnconfirmedGate", [
        getAddress(foreign.gate.address),
        getAddress(studio.address),
      ]);
    });

    it("records timelock, studio and gate for the timelock itself", async () => {
      const { studio, gate } = await makeParts(newcomer);
      await connection.viem.assertions.emitWithArgs(
        recordStudioFrom(newcomer, [newcomer, studio.address, gate.address])(),
        contract,
        "GateRecorded",
        [getAddress(gate.address), newcomer, getAddress(studio.address), 1],
      );
      expect(await contract.read.gateOf([gate.address])).to.deep.equal([newcomer, 1]);
      expect(await contract.read.timelockOf([1])).to.equal(newcomer);
      expect(await contract.read.studioOf([newcomer])).to.equal(getAddress(studio.address));
      expect(await contract.read.timelockOf([2])).to.equal(zeroAddress);
    });
  });

  describe("recordGate", () => {
    it("refuses a caller that is no recorded timelock", async () => {
      const { gate } = await makeParts(newcomer);
      await refuse(recordGateFrom(newcomer, gate.address), "AssetRegistryUnauthorized", [newcomer]);
    });

    it("refuses a gate that is recorded, for its own studio too", async () => {
      const { gate } = await recordStudio(registry, timelock);
      await refuse(recordGateFrom(timelock, gate.address), "AssetRegistryDuplicateGate", [getAddress(gate.address)]);
    });

    it("refuses an own gate that names a foreign studio", async () => {
      const famous = await recordStudio(registry, timelock);
      const own = await recordStudio(registry, stranger);
      const gate = await deployGate(registry, wordOf(famous.studio.address));
      await refuse(recordGateFrom(stranger, gate.address), "AssetRegistryUnconfirmedGate", [
        getAddress(gate.address),
        getAddress(own.studio.address),
      ]);
    });

    it("refuses a gate that is no contract", async () => {
      const { studio } = await recordStudio(registry, timelock);
      for (const gate of [zeroAddress, stranger]) {
        await refuse(recordGateFrom(timelock, gate), "AssetRegistryUnconfirmedGate", [
          gate,
          getAddress(studio.address),
        ]);
      }
    });

    for (const mode of ["nothing", "twoWords", "bomb", "burn", "refuse", "reenter"] as const) {
      it(`refuses a gate whose answer is: ${mode}, within bounded gas`, async () => {
        const { studio } = await recordStudio(registry, timelock);
        const gate = await deployGate(registry, wordOf(studio.address));
        const other = await deployGate(registry, wordOf(studio.address));
        const payload = encodeFunctionData({ abi: contract.abi, functionName: "recordGate", args: [other.address] });
        await gate.write.callBack([contract.address, payload]);
        await gate.write.answerWith([ANSWER[mode], wordOf(studio.address)]);
        await refuse(
          () => contract.write.recordGate([gate.address], { account: timelock, gas: 300_000n }),
          "AssetRegistryUnconfirmedGate",
          [getAddress(gate.address), getAddress(studio.address)],
        );
      });
    }

    it("refuses an answer with dirt above the address", async () => {
      const { studio } = await recordStudio(registry, timelock);
      const gate = await deployGate(registry, wordOf(studio.address) | (1n << 160n));
      await refuse(recordGateFrom(timelock, gate.address), "AssetRegistryUnconfirmedGate", [
        getAddress(gate.address),
        getAddress(studio.address),
      ]);
    });

    it("records one more gate, and keeps the older one", async () => {
      const { studio, gate } = await recordStudio(registry, timelock);
      const next = await deployGate(registry, wordOf(studio.address));
      await connection.viem.assertions.emitWithArgs(
        recordGateFrom(timelock, next.address)(),
        contract,
        "GateRecorded",
        [getAddress(next.address), timelock, getAddress(studio.address), 2],
      );
      expect(await contract.read.gateOf([gate.address])).to.deep.equal([timelock, 1]);
      expect(await contract.read.gateOf([next.address])).to.deep.equal([timelock, 2]);
      expect(await contract.read.timelockOf([2])).to.equal(timelock);
    });
  });

  describe("afterwards", () => {
    it("never asks a gate again: one that flips stays where it is", async () => {
      const { gate } = await recordStudio(registry, timelock);
      const { studio: otherStudio } = await recordStudio(registry, stranger);
      const own = await registerRecipe(registry, { licensor: timelock });
      const foreign = await registerRecipe(registry, { licensor: stranger });
      await gate.write.answerWith([ANSWER.plain, wordOf(otherStudio.address)]);

      expect(await contract.read.gateOf([gate.address])).to.deep.equal([timelock, 1]);
      await contract.write.commitLot([lotInput({ recipeId: own.id, gate: gate.address })], { account: newcomer });
      await refuse(
        () =>
          contract.write.commitLot([lotInput({ recipeId: foreign.id, gate: gate.address, nonce: 1n })], {
            account: newcomer,
            gas: GAS,
          }),
        "AssetRegistryForeignGate",
        [getAddress(gate.address), timelock, stranger],
      );
    });

    it("lets a gate that re-enters reach nothing but the verdict of its own lot", async () => {
      const { gate } = await recordStudio(registry, timelock);
      const recipe = await registerRecipe(registry, { licensor: timelock });
      const releasableAt = (await connection.networkHelpers.time.latest()) + 3600;
      const verdict = (lotId: bigint) =>
        encodeFunctionData({
          abi: contract.abi,
          functionName: "setVerdict",
          args: [lotId, STATUS.accepted, CLASS.panel, releasableAt],
        });
      const commit = (nonce: bigint, gateAddress: Address, account: Address) =>
        contract.write.commitLot([lotInput({ recipeId: recipe.id, gate: gateAddress, nonce })], { account });

      await commit(0n, zeroAddress, timelock);
      await gate.write.callBack([contract.address, verdict(lotIdOf(timelock, 0n))]);
      await commit(0n, gate.address, newcomer);
      expect(await gate.read.succeeded()).to.equal(false);

      await gate.write.callBack([contract.address, verdict(lotIdOf(newcomer, 1n))]);
      await commit(1n, gate.address, newcomer);
      expect(await gate.read.succeeded()).to.equal(true);
      expect(await contract.read.lotOf([lotIdOf(newcomer, 1n)])).to.deep.include({
        status: STATUS.accepted,
        class: CLASS.panel,
        releasableAt,
      });
    });

    it("asks no gate at a sale", async () => {
      const { gate } = await recordStudio(registry, timelock);
      const recipe = await registerRecipe(registry, { licensor: timelock });
      await contract.write.commitLot([lotInput({ recipeId: recipe.id, gate: gate.address })], { account: newcomer });
      const lotId = lotIdOf(newcomer, 0n);
      const payload = encodeFunctionData({
        abi: contract.abi,
        functionName: "setVerdict",
        args: [lotId, STATUS.accepted, CLASS.panel, (await connection.networkHelpers.time.latest()) + 60],
      });
      await gate.write.call([contract.address, payload]);
      await connection.networkHelpers.time.increase(60);
      await gate.write.answerWith([ANSWER.burn, 0n]);
      const { abi, address: to } = contract;
      const data = encodeFunctionData({ abi, functionName: "licensable", args: [lotId << 24n] });
      const answer = await registry.protocol.publicClient.call({ to, data, gas: 100_000n });
      const decoded = decodeFunctionResult({ abi, functionName: "licensable", data: answer.data ?? "0x" });
      expect(decoded).to.deep.equal([recipe.ordinal, 0]);
    });
  });

  describe("registrars", () => {
    const register = (from: Address, licensor: Address) => () =>
      contract.write.registerRecipe([recipeInput({ licensor }), 0n, "0x"], { account: from, gas: GAS });

    it("refuses the registrar of a foreign timelock", async () => {
      await recordStudio(registry, timelock);
      const { studio } = await recordStudio(registry, stranger);
      // The stranger's studio calls everybody its registrar; that of the famous timelock does not.
      await studio.write.answerWith([ANSWER.plain, 1n]);
      await refuse(register(newcomer, timelock), "AssetRegistryUnauthorized", [newcomer]);
    });

    it("refuses a registrar of a licensor without recorded studio", async () => {
      await refuse(register(newcomer, timelock), "AssetRegistryUnauthorized", [newcomer]);
    });

    for (const mode of ["nothing", "twoWords", "bomb", "burn", "refuse", "reenter"] as const) {
      it(`takes this answer of the studio for a no: ${mode}`, async () => {
        const { studio } = await recordStudio(registry, timelock);
        await studio.write.callBack([contract.address, "0x12345678"]);
        await studio.write.answerWith([ANSWER[mode], 1n]);
        await refuse(register(newcomer, timelock), "AssetRegistryUnauthorized", [newcomer]);
      });
    }

    it("takes any word but 1 for a no", async () => {
      const { studio } = await recordStudio(registry, timelock);
      for (const word of [0n, 2n, (1n << 255n) | 1n]) {
        await studio.write.answerWith([ANSWER.plain, word]);
        await refuse(register(newcomer, timelock), "AssetRegistryUnauthorized", [newcomer]);
      }
    });

    it("takes 1 for a yes, as long as the studio says it", async () => {
      const { studio } = await recordStudio(registry, timelock);
      await studio.write.answerWith([ANSWER.plain, 1n]);
      await register(newcomer, timelock)();
      await studio.write.answerWith([ANSWER.plain, 0n]);
      const call = () =>
        contract.write.registerRecipe([recipeInput({ licensor: timelock, kind: 1 }), 0n, "0x"], {
          account: newcomer,
          gas: GAS,
        });
      await refuse(call, "AssetRegistryUnauthorized", [newcomer]);
    });
  });
});
