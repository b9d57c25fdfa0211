import { expect } from "chai";
import { concat, getAddress, getContractAddress, type Hex, zeroAddress, zeroHash } from "viem";
import { CREATE2_FACTORY } from "../../scripts/deploy/index.ts";
import { createStudio, deployProtocol, type Protocol, type StudioClones, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";

describe("governance/implementations", () => {
  let protocol: Protocol;
  let clones: StudioClones;
  before(async () => {
    protocol = await deployProtocol();
    clones = await createStudio(protocol);
  });

  const input = {
    secondsPerTick: 1n,
    votingDelay: 60,
    votingPeriod: 3_600,
    lateQuorumExtension: 0,
    quorumNumerator: 1n,
    voteCap: 1_000_000n,
  };

  it("cannot be initialized, and clones only once: governor", async () => {
    for (const address of [protocol.addressOf("StudioGovernor"), clones.governor]) {
      const by = await protocol.connection.viem.getContractAt("StudioGovernor", address);
      await expectRefused(protocol, () => by.write.initialize([input]), {
        by,
        error: "InvalidInitialization",
        args: [],
        others: [clones.governor],
      });
    }
  });

  it("cannot be initialized, and clones only once: timelock", async () => {
    const [thief] = protocol.wallets as [Wallet];
    for (const address of [protocol.addressOf("StudioTimelock"), clones.timelock]) {
      const by = await protocol.connection.viem.getContractAt("StudioTimelock", address);
      const people = [thief.account.address];
      await expectRefused(protocol, () => by.write.initialize([0n, people, people, people[0] as Hex]), {
        by,
        error: "InvalidInitialization",
        args: [],
        others: [clones.timelock],
      });
    }
  });

  it("can be cloned by anybody, but such a clone is no part of a studio", async () => {
    const { connection, publicClient, addressOf, wallets } = protocol;
    const stranger = wallets[9] as Wallet;
    // The arguments of the true studio, from another factory: here the CREATE2 factory.
    const code = (await publicClient.getCode({ address: clones.governor })) as Hex;
    const initCode = concat([`0x61${((code.length - 2) / 2).toString(16).padStart(4, "0")}3d81600a3d39f3`, code]);
    await stranger.sendTransaction({ to: CREATE2_FACTORY, data: concat([zeroHash, initCode]) });
    const address = getContractAddress({
      opcode: "CREATE2",
      from: CREATE2_FACTORY,
      salt: zeroHash,
      bytecode: initCode,
    });
    const fake = await connection.viem.getContractAt("StudioGovernor", address);
    await fake.write.initialize([input], { account: stranger.account });
    expect(getAddress(await fake.read.studio())).to.equal(getAddress(clones.studio));

    const timelock = await connection.viem.getContractAt("StudioTimelock", clones.timelock);
    const studio = await connection.viem.getContractAt("Studio", clones.studio);
    const roles = [await timelock.read.PROPOSER_ROLE(), await timelock.read.EXECUTOR_ROLE()];
    for (const role of roles) expect(await timelock.read.hasRole([role, address])).to.equal(false);
    expect(getAddress(await studio.read.moduleOf([1]))).to.equal(getAddress(clones.governor));
    const registry = await connection.viem.getContractAt("AssetRegistry", addressOf("AssetRegistry"));
    expect(await registry.read.gateOf([address])).to.deep.equal([zeroAddress, 0]);
  });
});
