import { expect } from "chai";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256, stringToBytes } from "viem";
import { drawn, HARBOR, NEON } from "../../../sdk/test/brand/pictures.ts";
import { openWorld, type World } from "./world.ts";

describe("imprimatur brand", () => {
  let world: World;
  let account: string;
  let recipe: string;
  let lot: string;

  before(async () => {
    world = await openWorld();
    account = await world.account("stylist");
    const { cast } = world.story;
    const found = await cast.as("stylist").registerRecipeAndWait({
      ...{ licensor: cast.addressOf("stylist"), kind: "style", commitment: sha256(stringToBytes("a brand of e2e")) },
      split: [{ account: cast.addressOf("stylist"), weight: 1_000_000 }],
    });
    recipe = String(found.recipe);
    const folder = join(world.folder, "brand");
    await mkdir(join(folder, "boats"), { recursive: true });
    for (let seed = 0; seed < 8; seed++) {
      await writeFile(join(folder, seed < 4 ? "boats" : ".", `${seed}.png`), await drawn(HARBOR, seed));
    }
    const brand = { name: "Harbor\u001b[31m", words: { forbidden: ["cheap"] }, palette: [{ color: "#1d3557" }] };
    await writeFile(join(folder, "brand.json"), JSON.stringify(brand));
    await writeFile(join(world.folder, "on.png"), await drawn(HARBOR, 700));
    await writeFile(join(world.folder, "off.png"), await drawn(NEON, 700));
    await writeFile(join(world.folder, "off.md"), "Cheap boats.");
    await writeFile(join(world.folder, "torn.png"), (await drawn(NEON, 700)).subarray(0, 90));
  });
  after(() => world[Symbol.asyncDispose]());

  const create = (folder: string, of: string, out: string): string[] => [
    ...["brand", "create", folder, "--recipe", of, "--nonce", String(Date.now()), "--out", out, "--account", account],
  ];

  it("refuses folders without a brand, and recipes of another kind", async () => {
    await mkdir(join(world.folder, "empty"));
    await world.refuses(create("empty", recipe, "none"), 2, /brand\.json/u);
    await world.refuses(create("brand", String(world.story.end.works.recipe), "none"), 2, /a brand kit is a style/u);
  });

  it("makes a kit that lot commit publishes, and shows it as the chain has it", async () => {
    const made = await world.json<{ lotId: string; count: number; kit: string }>(create("brand", recipe, "kit"));
    expect(made.count).to.equal(9);
    lot = made.lotId;
    await world.json(["lot", "commit", "kit", "--independent", "--account", account, "--yes"]);
    const shown = await world.json<{ digest: string; references: { name: string; tags: string[]; drift: number }[] }>([
      ...["brand", "show", lot],
    ]);
    expect(shown.digest).to.equal(made.kit);
    expect(shown.references).to.have.length(8);
    expect(shown.references.find(({ name }) => name === "boats/0.png")?.tags).to.deep.equal(["boats"]);
    const { stdout } = await world.run(["brand", "show", lot]);
    expect(stdout).to.contain("Harbor[31m").and.not.contain("\u001b");
  });

  it("measures files: 0 where they are on brand, 1 where they are not, one line where they cannot be read", async () => {
    type Score = { score: number; threshold: number; onBrand: boolean; words?: { forbidden: string[] } };
    const on = await world.json<Score>(["brand", "score", lot, "on.png"]);
    const off = await world.json<Score>(["brand", "score", lot, "off.png"], 1);
    expect([on.onBrand, off.onBrand]).to.deep.equal([true, false]);
    expect(off.score).to.be.above(off.threshold);
    const text = await world.json<Score>(["brand", "score", lot, "off.md"], 1);
    expect(text.words?.forbidden).to.deep.equal(["cheap"]);
    expect((await world.run(["brand", "score", lot, "off.png"])).stdout).to.match(/off brand[^]*palette/u);
    await world.refuses(["brand", "score", lot, "gone.png"], 2, /gone\.png cannot be read/u);
    await world.refuses(["brand", "score", lot, "torn.png"], 1, /torn\.png/u);
  });
});
