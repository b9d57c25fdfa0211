import { expect } from "chai";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keccak256, stringToBytes, zeroHash } from "viem";
import { type AgentPolicy, assertPolicyRuns } from "../../src/agent/index.ts";
import { cli } from "../cli/harness.ts";
import { expectError } from "../helpers/errors.ts";

const PROMPT = "Write calmly.";
const POLICY: AgentPolicy = {
  model: { name: "writer-1" },
  systemPrompt: keccak256(stringToBytes(PROMPT)),
  tools: [],
};

describe("agent/assertPolicyRuns", () => {
  it("refuses another model, another prompt by one byte, and none where there is one", async () => {
    for (const running of [
      { model: "writer-2", systemPrompt: PROMPT },
      { model: "writer-1", systemPrompt: `${PROMPT}\n` },
      { model: "writer-1" },
    ]) {
      await expectError("AgentInputError", () => Promise.resolve().then(() => assertPolicyRuns(POLICY, running)));
    }
  });

  it("takes the model and the prompt that members voted for, or no prompt where they voted for none", () => {
    assertPolicyRuns(POLICY, { model: "writer-1", systemPrompt: PROMPT });
    assertPolicyRuns({ ...POLICY, systemPrompt: keccak256("0x") }, { model: "writer-1" });
  });
});

describe("imprimatur agent run", () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "imprimatur-policy-"));
    await writeFile(join(cwd, "policy.json"), JSON.stringify(POLICY));
    await writeFile(join(cwd, "prompt.txt"), PROMPT);
    await writeFile(join(cwd, "other.txt"), `${PROMPT} `);
  });
  afterEach(() => rm(cwd, { recursive: true }));

  // Nobody listens there: what passes the policy fails at the network.
  const run = (...options: string[]) =>
    cli(
      [
        ...["agent", "run", "brief.json", "--mandate", zeroHash, "--policy", "policy.json", "--recipe", "4"],
        ...["--journal", "work.journal", "--studio", `0x${"11".repeat(20)}`, "--rpc", "http://127.0.0.1:9", ...options],
      ],
      { cwd },
    );
  const texts = (model: string, prompt: string) =>
    run("--generator", "texts", "--url", "http://127.0.0.1:9/v1", "--model", model, "--prompt", prompt);

  it("does not run what echoes a policy and is another: model, prompt, or the generator that draws", async () => {
    expect((await texts("writer-1", "other.txt")).stderr).to.contain("systemPrompt of the policy");
    expect((await texts("writer-2", "prompt.txt")).stderr).to.contain("model.name of the policy");
    expect((await run()).stderr).to.contain("model.name of the policy");
    expect((await run("--prompt", "prompt.txt")).stderr).to.contain("takes no --prompt");
  });

  it("goes on with the policy that members voted for", async () => {
    const { stderr, exitCode } = await texts("writer-1", "prompt.txt");
    expect(stderr).not.to.contain("of the policy");
    expect(exitCode, "the exit code of an unreachable network").to.equal(4);
  });
});
