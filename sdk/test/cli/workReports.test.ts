import { expect } from "chai";
import type { WorkReport } from "@imprimatur/sdk/agent";
import { reported } from "../../src/cli/workReports.ts";

const REPORT: Omit<WorkReport, "delivered"> = {
  ...{ run: "brief", lotId: 7n, count: 2, generated: 3, refused: 1, drifted: 0 },
  ...{ root: "0x11", manifest: "0x22", reportHash: "0x33", transaction: undefined },
};

describe("imprimatur agent run", () => {
  const said = (delivered: boolean | undefined) => {
    const { text, exitCode } = reported({ ...REPORT, delivered });
    return [
      text
        .find((line) => line.startsWith("delivered"))
        ?.slice("delivered".length)
        .trim(),
      exitCode,
    ];
  };

  it("says whether the milestone has the lot, and ends with 1 where it has not", () => {
    expect(said(true)).to.deep.equal(["yes", 0]);
    expect(said(false)).to.deep.equal(["no: the milestone keeps another lot", 1]);
    expect(said(undefined)).to.deep.equal([undefined, 0]);
  });
});
