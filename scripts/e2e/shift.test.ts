import { expect } from "chai";
import { runCommand } from "./runCommand.ts";

const ASSETS = 1_000;

describe("npm run demo -- --assets", () => {
  it("refuses a number that is none, and a folder besides", async () => {
    for (const [args, reason] of [
      [["--assets", "many"], "--assets is a whole number from 16 to 65,536"],
      [["--assets", "65537"], "--assets is a whole number from 16 to 65,536"],
      [["--assets", "600", "--input", "."], "--assets makes its own files"],
    ] as const) {
      const { exitCode, output } = await runCommand("demo", ...args);
      expect(output).to.match(/^The demo stopped: /);
      expect(output).to.include(reason);
      expect(exitCode).to.equal(1);
    }
  });

  it("takes a lot from its files to its release, through curators in processes of their own", async () => {
    const { exitCode, output } = await runCommand("demo", "--assets", String(ASSETS));
    expect(exitCode, output).to.equal(0);
    expect(output).to.include("100 PNG signed; 900 SVG hold no certificate, the lot's root binds them");
    expect(output).to.include("accepted, 5 × 256 judged");
    expect(output).to.include("8 verified, 8 changed copies refused");
    expect(output).to.match(/[01] upheld, 2 cleared/);
    expect(output).to.include("1 lot, 0 differences");
    expect(output).to.match(/^together +\d+ +\d+\.\d\d$/m);
    expect(output).to.include("64.0 human minutes for the sample");
  });

  it("fails when the curators overlook what was cut off", async () => {
    // In a census every file is judged, so that nothing can be missed by chance.
    const { exitCode, output } = await runCommand("demo", "--assets", "40", "--sabotage", "overlook");
    expect(output).to.include("the verdict is not what the sample shows");
    expect(exitCode).to.equal(1);
  });
});
