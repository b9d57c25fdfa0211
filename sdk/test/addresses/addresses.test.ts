import { expect } from "chai";
import { addressesOf, clockOf, deploymentBlockOf } from "@imprimatur/sdk/addresses";
import { expectError } from "../helpers/errors.ts";

const record = (digit: string, block: number) => ({ address: `0x${digit.repeat(40)}`, block });
const deployment = {
  AssetRegistry: record("1", 9),
  RoyaltySplitter: record("2", 7),
  LicenseMarket: record("3", 8),
  Licenses: record("4", 12),
  StudioFactory: record("5", 10),
  Attestations: record("7", 11),
  Provenance: record("8", 13),
  TestUSDC: record("6", 1),
};

describe("addresses", () => {
  it("names a contract that a deployment lacks", async () => {
    const { Licenses: _, ...partial } = deployment;
    const error = await expectError("DeploymentIncompleteError", () => addressesOf(partial));
    expect(error.message).to.contain("Licenses");
  });

  it("takes the protocol's contracts and the first block out of a deployment", () => {
    expect(addressesOf(deployment)).to.deep.equal({
      assetRegistry: deployment.AssetRegistry.address,
      royaltySplitter: deployment.RoyaltySplitter.address,
      licenseMarket: deployment.LicenseMarket.address,
      licenses: deployment.Licenses.address,
      studioFactory: deployment.StudioFactory.address,
      attestations: deployment.Attestations.address,
      provenance: deployment.Provenance.address,
    });
    expect(deploymentBlockOf(deployment)).to.equal(7n);
  });

  it("counts blocks only where they have a fixed pace", () => {
    expect(clockOf(1)).to.deep.equal({ clockMode: "blockNumber", secondsPerTick: 12 });
    expect(clockOf(8453)).to.deep.equal({ clockMode: "blockNumber", secondsPerTick: 2 });
    expect(clockOf(42_161)).to.deep.equal({ clockMode: "timestamp", secondsPerTick: 1 });
    expect(clockOf(31_337)).to.deep.equal({ clockMode: "timestamp", secondsPerTick: 1 });
  });
});
