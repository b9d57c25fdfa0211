import { expect } from "chai";
import { readFile } from "node:fs/promises";
import { addressesOf, type Deployment } from "@imprimatur/sdk/addresses";
import { createSubgraphClient, subgraphReader } from "@imprimatur/sdk/subgraph";
import { sharedStory } from "./sharedStack.ts";

describe("the shared stack", () => {
  it("is one for all who ask, with the story told and a deployment file of its own", async () => {
    const [first, second] = await Promise.all([sharedStory(), sharedStory()]);
    expect(first).to.equal(second);
    const { deploymentFile, end, stack, cast } = first;
    const deployment = JSON.parse(await readFile(deploymentFile, "utf8")) as Deployment;
    expect(addressesOf(deployment)).to.deep.equal(addressesOf(stack.deployment.contracts));
    const { piece, licenseId } = end.license;
    const { assetId } = piece;
    const account = cast.addressOf("gallery");
    const gallery = cast.as("gallery");
    expect(await gallery.holdsLicense({ licenseId, account, assetId, usage: "advertising" })).to.equal(true);
    if (stack.graphqlUrl === undefined) return;
    const subgraph = subgraphReader(createSubgraphClient({ url: stack.graphqlUrl }));
    expect(await subgraph.getStudio(end.studio)).to.include({ symbol: "LIGHT" });
  });
});
