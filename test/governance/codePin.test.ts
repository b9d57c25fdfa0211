import { expect } from "chai";
import {
  type Address,
  concat,
  createWalletClient,
  custom,
  type EIP1193Provider,
  getAddress,
  getContractAddress,
  type Hex,
  keccak256,
  parseEther,
  stringToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { CREATE2_FACTORY } from "../../scripts/deploy/index.ts";
import { type Action, callArgs, describeProposal, proposalOf, proposeArgs, STATE } from "../helpers/governance.ts";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { type Governance, makeProposal, makeReady, setUpGovernance } from "./governance.ts";

/** Creation code of `if (msg.data.length == 0) selfdestruct(msg.sender)`; it does nothing on other calls. */
const MORTAL: Hex = "0x673660065733ff5b005f5260086018f3";

/** Creation code of a contract that accepts everything. */
const STOP: Hex = "0x60015ff3";

describe("governance/codePin", () => {
  let governance: Governance;

  before(async () => {
    governance = await setUpGovernance();
    const { protocol, clones } = governance;
    await protocol.connection.networkHelpers.setBalance(clones.timelock, parseEther("100"));
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    governance.rewind = () => snapshot.restore();
  });
  afterEach(() => governance.rewind());

  const nobody = (name: string): Address => getAddress(`0x${keccak256(stringToHex(name)).slice(-40)}`);
  const pay = (target: Address): Action => ({ target, value: parseEther("1") });
  const create2 = (initCode: Hex): Address =>
    getContractAddress({ opcode: "CREATE2", from: CREATE2_FACTORY, salt: zeroHash, bytecode: initCode });
  const deploy = (initCode: Hex) =>
    governance.stranger.sendTransaction({ to: CREATE2_FACTORY, data: concat([zeroHash, initCode]) });
  const execute = (proposal: Awaited<ReturnType<typeof makeProposal>>) =>
    governance.governor.write.execute(callArgs(proposal), { account: governance.stranger.account });
  const balanceOf = (address: Address) => governance.protocol.publicClient.getBalance({ address });

  /** An account whose key the test holds, and a way to point it at code (EIP-7702) or back at nothing. */
  async function delegatable() {
    const { protocol, stranger } = governance;
    const account = privateKeyToAccount(generatePrivateKey());
    const client = createWalletClient({
      account,
      chain: stranger.chain,
      transport: custom(protocol.connection.provider as unknown as EIP1193Provider),
    });
    await protocol.connection.networkHelpers.setBalance(account.address, parseEther("1"));
    const pointAt = async (contractAddress: Address) => {
      const authorization = await client.signAuthorization({ contractAddress, executor: "self" });
      const hash = await client.sendTransaction({ to: zeroAddress, authorizationList: [authorization] });
      await protocol.publicClient.waitForTransactionReceipt({ hash });
    };
    return { address: account.address, pointAt };
  }

  describe("propose", () => {
    it("refuses a call to a target without code", async () => {
      const { protocol, governor } = governance;
      const target = nobody("codeless");
      const propose = () => makeProposal(governance, [pay(nobody("paid")), { target, data: "0x12" }]);
      await expectRefused(protocol, () => propose().then(() => "0x"), {
        by: governor,
        error: "StudioGovernorCallToBareTarget",
        args: [target],
        others: [governor.address],
      });
    });

    it("refuses a call to an account that delegated to code", async () => {
      const { protocol, governor } = governance;
      const { address, pointAt } = await delegatable();
      await pointAt(protocol.addressOf("TestUSDC"));
      expect(await protocol.publicClient.getCode({ address })).to.match(/^0xef0100/);
      await expectRefused(
        protocol,
        () => makeProposal(governance, [{ target: address, data: "0x12345678" }]).then(() => "0x"),
        {
          by: governor,
          error: "StudioGovernorCallToBareTarget",
          args: [getAddress(address)],
          others: [governor.address],
        },
      );
    });

    it("refuses more actions than there are bits, and takes as many", async () => {
      const { protocol, governor, founders } = governance;
      const actions = Array.from({ length: 257 }, (_, i) => ({ target: nobody(`payee ${i}`), value: 1n }));
      await expectRefused(protocol, () => makeProposal(governance, actions).then(() => "0x"), {
        by: governor,
        error: "StudioGovernorTooManyActions",
        args: [257n, 256n],
        others: [governor.address],
      });
      const [founder] = founders as [Wallet];
      const proposal = proposalOf(actions.slice(1), describeProposal("Pay many", founder.account.address));
      const hash = await governor.write.propose(proposeArgs(proposal));
      expect(await governor.read.bareTargets([proposal.id])).to.equal(2n ** 256n - 1n);
      const { gasUsed } = await protocol.publicClient.getTransactionReceipt({ hash });
      expect(Number(gasUsed)).to.be.lessThan(16_777_216 / 4);
      await makeReady(governance, proposal);
      const executed = await protocol.publicClient.getTransactionReceipt({ hash: await execute(proposal) });
      expect(Number(executed.gasUsed)).to.be.lessThan(16_777_216);
      expect(await balanceOf(nobody("payee 256"))).to.equal(1n);
    });

    it("marks the actions without code, and stores nothing where there are none", async () => {
      const { protocol, governor } = governance;
      const usdc = protocol.addressOf("TestUSDC");
      const mixed = await makeProposal(governance, [
        { target: usdc },
        pay(nobody("a")),
        { target: governor.address },
        pay(nobody("b")),
      ]);
      expect(await governor.read.bareTargets([mixed.id])).to.equal(0b1010n);
      const plain = await makeProposal(governance, [{ target: usdc }]);
      expect(await governor.read.bareTargets([plain.id])).to.equal(0n);
    });
  });

  describe("execute", () => {
    it("is refused when code appeared at a target after the vote (CREATE2)", async () => {
      const { protocol, governor, timelock } = governance;
      const target = create2(STOP);
      const proposal = await makeProposal(governance, [pay(nobody("first")), pay(target)]);
      await makeReady(governance, proposal);
      await deploy(STOP);
      await expectRefused(protocol, () => execute(proposal), {
        by: governor,
        error: "StudioGovernorTargetChanged",
        args: [target],
        others: [governor.address, timelock.address],
      });
      expect(await governor.read.state([proposal.id])).to.equal(STATE.queued);
    });

    it("is refused at the timelock itself: nobody but the governor executes there", async () => {
      const { protocol, governor, timelock, founders, stranger } = governance;
      const target = create2(STOP);
      const proposal = await makeProposal(governance, [pay(target)]);
      await makeReady(governance, proposal);
      await deploy(STOP);
      const salt =
        `0x${((BigInt(governor.address) << 96n) ^ BigInt(proposal.descriptionHash)).toString(16).padStart(64, "0")}` as const;
      const { targets, values, calldatas } = proposal;
      const id = await timelock.read.hashOperationBatch([targets, values, calldatas, zeroHash, salt]);
      expect(await timelock.read.isOperationReady([id])).to.equal(true);
      for (const { account } of [stranger, founders[0] as Wallet]) {
        const role = await timelock.read.EXECUTOR_ROLE();
        await expectRefused(
          protocol,
          () => timelock.write.executeBatch([targets, values, calldatas, zeroHash, salt], { account }),
          {
            by: timelock,
            error: "AccessControlUnauthorizedAccount",
            args: [getAddress(account.address), role],
            others: [governor.address, timelock.address],
          },
        );
      }
    });

    it("is not stopped by a gift of one wei to a payee that did not exist", async () => {
      const target = nobody("poor");
      const proposal = await makeProposal(governance, [pay(target)]);
      await makeReady(governance, proposal);
      await governance.stranger.sendTransaction({ to: target, value: 1n });
      await execute(proposal);
      expect(await balanceOf(target)).to.equal(parseEther("1") + 1n);
    });

    it("is not stopped by a payee that points itself at code, elsewhere, or back at nothing (EIP-7702)", async () => {
      const { protocol } = governance;
      const { address, pointAt } = await delegatable();
      const stop = create2(STOP);
      await deploy(STOP);
      const paid: bigint[] = [];
      const payAround = async (meanwhile: Address) => {
        const proposal = await makeProposal(governance, [pay(address)]);
        expect(await governance.governor.read.bareTargets([proposal.id])).to.equal(1n);
        await pointAt(meanwhile);
        await makeReady(governance, proposal);
        const had = await balanceOf(address);
        await execute(proposal);
        paid.push((await balanceOf(address)) - had);
      };
      await payAround(stop);
      await payAround(zeroAddress);
      await pointAt(protocol.addressOf("TestUSDC"));
      await payAround(stop);
      expect(paid).to.deep.equal(Array(3).fill(parseEther("1")));
    });

    it("meets the code it was proposed with: what selfdestructs later stays (EIP-6780)", async () => {
      const { protocol } = governance;
      const { publicClient } = protocol;
      await deploy(MORTAL);
      const target = create2(MORTAL);
      const code = await publicClient.getCode({ address: target });
      expect(code).to.equal("0x3660065733ff5b00");
      const proposal = await makeProposal(governance, [{ target, data: "0x01", value: 0n }]);
      await makeReady(governance, proposal);
      await governance.stranger.sendTransaction({ to: target });
      expect(await publicClient.getCode({ address: target })).to.equal(code);
      await deploy(MORTAL).then(
        () => expect.fail("deployed twice"),
        () => undefined,
      );
      await execute(proposal);
      expect(await governance.governor.read.state([proposal.id])).to.equal(STATE.executed);
    });
  });
});
