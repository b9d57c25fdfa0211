import { expect } from "chai";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aliveAmong, descendantsOf, projectFoldersIn } from "./leftovers.ts";
import { type Outcome, paste, runCommand, startCommand } from "./runCommand.ts";

/** What the story tells, in its order. */
const STEPS = [
  /members vote: two mandates, a commission .* 8\.0+ USDC at once, 12\.0+ USDC a day, 12 assets a day; 3 milestones/,
  /two agents make script, characters, panels .* 7 assets in 3 lots, 6 of the painter's 12 a day/,
  /the painter buys compute of a listed vendor .* 5\.0+ USDC/,
  /it is refused whatever it was not voted .* here before it signs, and by the chain/,
  /curators judge milestone 0 .* accepted: 1 judged by 4/,
  /curators judge milestone 1 .* accepted: 2 judged by 4/,
  /curators judge milestone 2 .* accepted: 4 judged by 4/,
  /accepted lots pay their milestones .* 4\.0+ USDC to the writer, 11\.0+ USDC to the painter/,
  /certificates, screening and lineage hold .* 6 pictures verified, 6 changed copies refused/,
  /a new prompt is a new vote .* policy 2, the old prompt is refused/,
  /the board pauses the painter .* no payment and no lot/,
  /members read its record and let it go on .* 6 assets, all accepted/,
  /the command line verifies, refuses, recovers .* 7 files/,
];

const DELIVERED = [
  ...["authority.pem", "changed.png", "characters-0000.png", "characters-0001.png", "panels-0000.png"],
  ...["panels-0001.png", "panels-0002.png", "panels-0003.png", "script.md", "stripped.png"],
];

describe("npm run demo -- --agent", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "e2e-agent-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("refuses what does not go together", async () => {
    const refused = [
      [["--agent", "--assets", "40"], /--agent tells a story of its own/],
      [["--agent", "--input", "."], /--agent tells a story of its own/],
      [["--keep"], /--keep goes with --agent/],
    ] as const;
    const outcomes = await Promise.all(refused.map(([args]) => runCommand("demo", ...args)));
    for (const [place, { exitCode, output }] of outcomes.entries()) {
      expect(output).to.match(refused[place]![1]);
      expect(exitCode).to.equal(1);
    }
  });

  it("tells every step, and leaves files that the printed commands verify, refuse and recover", async () => {
    const temporary = join(folder, "tmp");
    await mkdir(temporary);
    const output = join(folder, "it's delivered");
    const demo = startCommand("demo", ["--agent", "--keep", "--output", output], { TMPDIR: temporary });
    const told = await demo.printed("Ctrl-C stops everything.");
    const descendants = await descendantsOf(demo.pid);
    let from = 0;
    for (const step of STEPS) {
      const line = told.slice(from).search(step);
      expect(line, `${step} after what was told before, in ${told}`).to.be.greaterThan(-1);
      from += line;
    }
    expect(await readdir(join(output, "agent"))).to.have.members(DELIVERED);

    const commands = [...told.matchAll(/^\$ (.+)$/gm)].map(([, command = ""]) => command);
    expect(commands).to.have.length(3);
    const [genuine, changed, stripped] = (await Promise.all(commands.map(paste))) as [Outcome, Outcome, Outcome];
    expect(genuine.exitCode, genuine.output).to.equal(0);
    expect(genuine.output)
      .to.match(/^panels-0000\.png is asset \d+: its place in the lot is proved\.$/m)
      .and.match(/^certificate +verified, trusted$/m)
      .and.match(/^model +imprimatur-landscapes-1$/m)
      .and.match(/^lineage, by recipe +3 ← 2 ← 1$/m);
    for (const check of ["signature", "binding", "trust", "lot", "leaf", "content", "c2paHash", "standing"]) {
      expect(genuine.output).to.match(new RegExp(`^${check} +passed`, "m"));
    }
    expect(changed.exitCode, changed.output).to.equal(1);
    expect(changed.output)
      .to.match(/^binding +failed/m)
      .and.match(/^content +failed/m);
    expect(stripped.exitCode, stripped.output).to.equal(1);
    const asset = /is asset (\d+):/.exec(genuine.output)?.[1] ?? "none";
    expect(stripped.output).to.match(new RegExp(`^${asset} +0 +yes$`, "m"));

    demo.interrupt();
    const { exitCode } = await demo.ended;
    expect(exitCode).to.equal(0);
    expect(await aliveAmong(descendants)).to.deep.equal([]);
    expect(await projectFoldersIn(temporary)).to.deep.equal([]);
  });
});
