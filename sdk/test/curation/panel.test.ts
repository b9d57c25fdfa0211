import { expect } from "chai";
import { type ElectorCurator, Panel, type PanelParameters } from "../../src/curation/panel.ts";

const SEED = "0x000102030405060708090a0b0c0d0e0f";
const KEY = `0x${"11".repeat(20)}` as const;

/** A panel on the challenge of curator 1, of curators with these standings. */
const panelOf = (standings: readonly number[], parameters: Partial<PanelParameters> = {}): Panel => {
  const curators = new Map<number, ElectorCurator>(
    standings.map((standing, i) => [i + 1, { key: KEY, standing, agent: false, struckOff: false }]),
  );
  const electorate = {
    curators: standings.filter((standing) => standing > 0).length,
    standing: BigInt(standings.reduce((sum, standing) => sum + standing, 0)),
  };
  return new Panel(SEED, { electorate, curators, challengerIndex: 1, ...parameters });
};

describe("Panel of a judge's challenge", () => {
  const isBarred = (panel: Panel): boolean => panel.refusalOf(1) === "the curator made the challenge";

  it("does without the challenger where three others are left", () => {
    const panel = panelOf([10, 10, 10, 10]);
    expect(isBarred(panel)).to.equal(true);
    expect(panel.drawn()).to.deep.equal([2, 3, 4]);
    expect(panel.expectedWeight).to.equal(12);
  });

  it("keeps the challenger where fewer are left", () => {
    const panel = panelOf([10, 10, 10]);
    expect(panel.refusalOf(1)).to.equal(undefined);
    expect(panel.drawn()).to.deep.equal([1, 2, 3]);
    expect(panel.expectedWeight).to.equal(12);
    expect(isBarred(panelOf([10, 10, 10, 0]))).to.equal(false);
  });

  it("counts producer and delegate among those who are not left, each once, and only with a standing", () => {
    expect(isBarred(panelOf([10, 10, 10, 10], { producerIndex: 2 }))).to.equal(false);
    expect(isBarred(panelOf([10, 10, 10, 10], { excludedIndex: 2 }))).to.equal(false);
    expect(isBarred(panelOf([10, 10, 10, 10, 10], { producerIndex: 2, excludedIndex: 2 }))).to.equal(true);
    expect(isBarred(panelOf([10, 10, 10, 10, 10], { producerIndex: 2, excludedIndex: 3 }))).to.equal(false);
    expect(isBarred(panelOf([10, 0, 10, 10, 10], { producerIndex: 2 }))).to.equal(true);
  });
});
