import { expect } from "chai";
import { getAddress, parseEventLogs } from "viem";
import { describeProposal, proposalOf, proposeArgs } from "../helpers/governance.ts";
import { type Wallet } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { expectRefused } from "../helpers/refused.ts";
import { type Governance, setUpGovernance } from "./governance.ts";

/** How user interfaces find the title: the first line without leading number signs. */
const titleOf = (description: string): string => (description.split("\n")[0] as string).replace(/^#{1,6}\s+/, "");

describe("governance/description", () => {
  let governance: Governance;
  let proposer: Wallet;
  let thief: Wallet;
  before(async () => {
    governance = await setUpGovernance();
    [proposer, thief] = governance.founders as [Wallet, Wallet];
  });
  afterEach(() => governance.rewind());

  const proposeAs = (wallet: Wallet, description: string) => {
    const { governor, clones } = governance;
    const proposal = proposalOf([{ target: clones.studio }], description);
    return governor.write.propose(proposeArgs(proposal), { account: wallet.account });
  };
  const refusedTo = async (wallet: Wallet, description: string) => {
    const { protocol, governor } = governance;
    await expectRefused(protocol, () => proposeAs(wallet, description), {
      by: governor,
      error: "GovernorRestrictedProposer",
      args: [getAddress(wallet.account.address)],
      others: [governor.address],
    });
  };

  it("has a title, a body and, as its last line, who may propose it", async () => {
    const { protocol, governor } = governance;
    const description = describeProposal("Buy ink", proposer.account.address, "Five liters.\nBlack.");
    expect(titleOf(description)).to.equal("Buy ink");
    expect(description.slice(-52)).to.equal(`#proposer=${proposer.account.address}`);
    const hash = await proposeAs(proposer, description);
    const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: governor.abi, logs, eventName: "ProposalCreated" });
    expect(event?.args.description).to.equal(description);
    expect(event?.args.proposer).to.equal(getAddress(proposer.account.address));
  });

  it("keeps others from proposing the same first, in any spelling of the address (CVE-2023-34234)", async () => {
    const address = getAddress(proposer.account.address);
    for (const spelling of [address, address.toLowerCase(), `0x${address.slice(2).toUpperCase()}`]) {
      const description = `# Mine\n\nBody\n\n#proposer=${spelling}`;
      await refusedTo(thief, description);
      await proposeAs(proposer, description);
    }
  });

  it("protects nobody when the last line is malformed: the SDK must not write such lines", async () => {
    const { address } = proposer.account;
    for (const [i, suffix] of [
      `#proposer=${address}\n`,
      `#proposer=${address} `,
      `#proposer=${address.slice(2)}`,
      `#proposer=${address.slice(0, -1)}`,
      `#proposer=${address.slice(0, -1)}g`,
      `#Proposer=${address}`,
      `proposer=${address}`,
      "",
    ].entries()) {
      await proposeAs(thief, `# Open ${i}\n\n${suffix}`);
    }
  });

  it("is the only thing that tells equal actions apart", async () => {
    const { governor, clones } = governance;
    const random = new Random(0xde5c);
    for (let i = 0; i < 20; i++) {
      const text = String.fromCharCode(...Array.from({ length: random.integer(0, 80) }, () => random.integer(32, 126)));
      const description = `# ${i} ${text}\n\n#proposer=${proposer.account.address}`;
      await refusedTo(thief, description);
      await proposeAs(proposer, description);
      const { id, targets, values, calldatas, descriptionHash } = proposalOf([{ target: clones.studio }], description);
      expect(await governor.read.hashProposal([targets, values, calldatas, descriptionHash])).to.equal(id);
      expect(await governor.read.getProposalId([targets, values, calldatas, descriptionHash])).to.equal(id);
      expect(getAddress(await governor.read.proposalProposer([id]))).to.equal(getAddress(proposer.account.address));
    }
  });
});
