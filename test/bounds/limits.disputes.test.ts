import { expect } from "chai";
import { type Hash, size } from "viem";
import {
  adjudicate,
  agreed,
  blockedWord,
  challenge,
  drawPanel,
  passPanelDeadline,
  passWindow,
  startPaying,
} from "../curation/disputes.ts";
import {
  ALL_LANES,
  closeAudit,
  drawSeed,
  GAS,
  openAudit,
  openGate,
  passDeadline,
  unanimous,
} from "../curation/fixture.ts";
import { inventCurators } from "../curation/storage.ts";

const MAX_GAS = 16_777_216;
const MAX_DATA = 131_072;
const MAX_WORDS = 64;
/** So many ballots on 64 pairs of words fit into the pool's limit of data. */
const PANEL = 30;

describe("bounds/limits.disputes", () => {
  it("a challenge of 64 words, which suspends its lot, and its judgement by 30 paid ballots", async () => {
    const gate = await openGate();
    await inventCurators(gate, PANEL);
    await startPaying(gate, { panel: PANEL, challengeBond: 3n });
    const { publicClient } = gate.protocol;
    const expectWithinLimits = async (hash: Hash) => {
      const { status, gasUsed } = await publicClient.getTransactionReceipt({ hash });
      const { input } = await publicClient.getTransaction({ hash });
      expect(status).to.equal("success");
      expect(Number(gasUsed)).to.be.below(MAX_GAS);
      expect(size(input)).to.be.below(MAX_DATA);
    };
    const lotId = await openAudit(gate, { count: 65_536 });
    await closeAudit(gate, lotId, unanimous(PANEL));
    const masks = new Array<bigint>(MAX_WORDS).fill(ALL_LANES);
    await expectWithinLimits(await challenge(gate, lotId, { firstWord: 192, masks }));
    await drawSeed(gate, lotId);
    await passDeadline(gate, lotId);
    await closeAudit(gate, lotId, unanimous(PANEL));
    await passWindow(gate, lotId);
    await gate.curation.write.callPanel([lotId], { account: gate.stranger.account, gas: GAS });
    await drawPanel(gate, lotId);
    await passPanelDeadline(gate, lotId);
    const opinions = agreed(masks, { panel: PANEL });
    await expectWithinLimits(await adjudicate(gate, lotId, 1, { firstWord: 192, masks }, opinions));
    expect(await blockedWord(gate, lotId, 255)).to.equal(ALL_LANES);
  });
});
