import { readFile } from "node:fs/promises";
import { expect } from "chai";

/** The table that `studio/roles` makes of what the compiled contracts really let each principal do. */
const TABLE = new URL("../../docs/powers.md", import.meta.url);

describe("governance/board.powerless", () => {
  /** Functions that turn away anybody else, by `Contract.function`. */
  const functionsOf = async (principal: string): Promise<string[]> => {
    const rows = (await readFile(TABLE, "utf8")).split("\n").filter((line) => line.startsWith("| "));
    const cells = rows.map((row) => row.slice(2, -2).split(" | ") as [string, string, string]);
    return cells
      .filter(([, , who]) => who.split(", ").includes(principal))
      .map(([contract, item]) => `${contract}.${item.slice(0, item.indexOf("("))}`);
  };

  it("a board stops harm: it has no say where something is spent, accepted, granted or set", async () => {
    expect(await functionsOf("the studio's board")).to.deep.equal([
      "AgentMandates.pause",
      "AssetRegistry.freeze",
      "AssetRegistry.suspendRecipe",
      "AssetRegistry.unfreeze",
      "Curation.commitCanaries",
      "Curation.veto",
      "ReputationToken.mintReserved",
      "ReputationToken.reserveIssuance",
      "StudioGovernor.cancel",
    ]);
  });

  it("seats open reviews, vote and resign; a chamber vetoes", async () => {
    expect(await functionsOf("a seat")).to.deep.equal([
      "EthicsBoard.openReview",
      "EthicsBoard.resign",
      "EthicsBoard.voteOnReview",
    ]);
    expect(await functionsOf("the chamber")).to.deep.equal(["EthicsBoard.vetoAsChamber"]);
  });

  it("whatever rules a board is the timelock's", async () => {
    const ruled = (await functionsOf("the studio's timelock")).filter((name) => /^EthicsBoard|setBoard/.test(name));
    expect(ruled).to.deep.equal([
      "EthicsBoard.appointChamber",
      "EthicsBoard.electSeat",
      "EthicsBoard.removeSeat",
      "EthicsBoard.setClaimTerms",
      "EthicsBoard.setVetoLimit",
      "Studio.setBoard",
    ]);
  });
});
