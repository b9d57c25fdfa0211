import { expect } from "chai";
import { getAddress, type Hex, toHex } from "viem";
import { describeProposal, proposalOf, proposeArgs } from "../helpers/governance.ts";
import { expectRefused } from "../helpers/refused.ts";
import { agoraTitle } from "./clients/agora.ts";
import { snapshotBody, snapshotTitle } from "./clients/snapshot.ts";
import { tallyBody, tallyTitle } from "./clients/tally.ts";
import { CLOCKS, founder, setStage, type Stage } from "./stage.ts";

const ALICE = "0xA11ce00000000000000000000000000000000001";

/** Title and body of every client, in the order Agora, Snapshot, Tally. */
const titlesOf = (text: string) => [agoraTitle(text), snapshotTitle(text), tallyTitle(text)];
const bodiesOf = (text: string) => [snapshotBody(text), tallyBody(text).trim()];

describe("conformance/descriptions", () => {
  it("have the title that every client shows, and a body with the proposer's line at its end", () => {
    const text = describeProposal("Buy ink", ALICE, "Five liters.\n\n- black\n- red");
    expect(titlesOf(text)).to.deep.equal(["Buy ink", "Buy ink", "Buy ink"]);
    const body = `Five liters.\n\n- black\n- red\n\n#proposer=${ALICE}`;
    expect(bodiesOf(text)).to.deep.equal([body, body]);
    expect(text.slice(-52)).to.equal(`#proposer=${ALICE}`);
  });

  it("need nothing but one line: a missing body changes no title", () => {
    for (const text of ["# Buy ink", "# Buy ink\n", "# Buy ink\n\n", `# Buy ink\n\n#proposer=${ALICE}`]) {
      expect(titlesOf(text), JSON.stringify(text)).to.deep.equal(["Buy ink", "Buy ink", "Buy ink"]);
    }
  });

  it("differ between clients where the convention is left", () => {
    // Bold marks are stripped by Agora only.
    expect(titlesOf("# Buy **ink**\n\nNow")).to.deep.equal(["Buy ink", "Buy **ink**", "Buy **ink**"]);
    // An underlined title has no marks; all take the first line.
    expect(titlesOf("Buy ink\n=======\n\nNow")).to.deep.equal(["Buy ink", "Buy ink", "Buy ink"]);
    // A first line that is empty: Agora looks on, the others show nothing.
    expect(titlesOf("\n# Buy ink\n\nNow")).to.deep.equal(["Buy ink", "", ""]);
    // Written-out line feeds are line feeds to Agora only.
    expect(titlesOf("# Buy ink\\n\\nNow")).to.deep.equal(["Buy ink", "Buy ink\\n\\nNow", "Buy ink\\n\\nNow"]);
    // A number sign without a space is no heading; Tally's reading of the first line drops it.
    expect(titlesOf("#Buy ink\n\nNow")).to.deep.equal(["#Buy ink", "#Buy ink", "Buy ink"]);
    expect(titlesOf("")).to.deep.equal(["Untitled", "", ""]);
    expect([snapshotTitle('""'), snapshotBody('""')]).to.deep.equal([null, '""']);
  });

  it("are cut by Snapshot after 200 characters of title", () => {
    const [whole, long] = ["t".repeat(200), "t".repeat(201)];
    expect(titlesOf(describeProposal(whole, ALICE))).to.deep.equal([whole, whole, whole]);
    expect(titlesOf(describeProposal(long, ALICE))).to.deep.equal([long, whole, long]);
  });

  describe("on chain", () => {
    let stage: Stage;
    before(async () => {
      stage = await setStage(CLOCKS.timestamps);
    });
    afterEach(() => stage.rewind());

    const propose = (i: number, text: string) => {
      const { governor, charter } = stage;
      const args = proposeArgs(proposalOf([charter], text));
      return governor.write.propose(args, { account: founder(stage, i).account });
    };
    const refused = (i: number, text: string) =>
      expectRefused(stage.protocol, () => propose(i, text), {
        by: stage.governor,
        error: "GovernorRestrictedProposer",
        args: [getAddress(founder(stage, i).account.address)],
        others: [stage.governor.address],
      });

    it("are reserved for who is named last, whichever client writes them", async () => {
      const own = founder(stage, 0).account.address;
      for (const text of [
        describeProposal("Of the SDK", own),
        `# Of Agora\n\nAbstract\n\n#proposer=${own}`,
        `Of Snapshot\n\nBody\n\n#proposer=${own}`,
        `# Of Tally\nBody\n#proposer=${own.toLowerCase()}`,
      ]) {
        await refused(1, text);
        await propose(0, text);
      }
    });

    it("are anybody's without that line, as clients other than the SDK leave them", async () => {
      for (const text of ["# Of Agora\n\nAbstract", "Of Snapshot\n\nBody", "# Of Tally\nBody"]) await propose(1, text);
    });

    it("survive every byte: the text in the event is the text that was sent", async () => {
      const { governor } = stage;
      for (const text of [
        "# Ünïcödé ✓ 漢字 🎨\n\n\u0000\t\r\n",
        `# ${"x".repeat(4_000)}\n\nlong`,
        '# "quoted" \\ back',
      ]) {
        await propose(0, text);
        const [event] = await governor.getEvents.ProposalCreated();
        expect(toHex(event!.args.description!)).to.equal(toHex(text) satisfies Hex);
      }
    });
  });
});
