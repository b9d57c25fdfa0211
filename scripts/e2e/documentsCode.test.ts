import { expect } from "chai";
import { codeBlocks, documentsAt, runTypeScriptBlocks, USUAL_SUBGRAPH } from "./documentation.ts";
import { sharedStory } from "./sharedStack.ts";

/** Its blocks are components and fragments, which a test of their own compiles. */
const FRAGMENTS = "docs/react.md";

/** Documents whose code is one program each; README.md has its turn against `npm start` itself. */
const DOCUMENTS: { document: string; code: string }[] = [];
for (const document of await documentsAt(["sdk/README.md", "docs/*.md", "docs/guides/*.md"])) {
  const code = (await codeBlocks(document, "ts")).join("\n");
  if (code !== "" && document !== FRAGMENTS) DOCUMENTS.push({ document, code });
}

describe("the code of", () => {
  it("the guides and the SDK's README is found", () => {
    const names = DOCUMENTS.map(({ document }) => document);
    const guides = ["audit", "build-a-ui", "curate", "first-studio", "sell-a-license", "vote"];
    expect(names).to.include.members(["sdk/README.md", ...guides.map((guide) => `docs/guides/${guide}.md`)]);
    expect(names).to.include.members(["licensing", "royalties", "curation", "governance", "ethics-board"].map(inDepth));
  });

  for (const { document, code } of DOCUMENTS) {
    it(`${document} runs`, async function () {
      const { stack, deploymentFile } = await sharedStory();
      const { rpcUrl, graphqlUrl = "" } = stack;
      if (graphqlUrl === "" && code.includes(USUAL_SUBGRAPH)) this.skip();
      const { exitCode, output } = await runTypeScriptBlocks(document, { rpcUrl, graphqlUrl, deploymentFile });
      expect(exitCode, output).to.equal(0);
    });
  }
});

const inDepth = (name: string): string => `docs/${name}.md`;
