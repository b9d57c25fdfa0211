import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { runTypeScriptBlocks } from "./documentation.ts";
import { aliveAmong, descendantsOf, projectFoldersIn } from "./leftovers.ts";
import { paste, type RunningCommand, startCommand } from "./runCommand.ts";

describe("npm start", () => {
  it("brings the stack up, answers GraphQL, runs the README's code, and leaves nothing behind after Ctrl-C", async () => {
    const temporary = await mkdtemp(join(tmpdir(), "e2e-start-"));
    // PostgreSQL runs under another account where the tests run as root.
    await chmod(temporary, 0o755);
    const start = startCommand("start", [], { TMPDIR: temporary });
    const output = await start.printed("Ctrl-C stops everything.");
    const descendants = await descendantsOf(start.pid);
    expect(descendants, "an EVM node, PostgreSQL and graph-node run").to.have.length.greaterThan(2);
    expect(await queryPrinted(output)).to.deep.equal({
      lots: [{ status: "Accepted" }],
      studios: [{ symbol: "LIGHT" }],
    });
    const verified = await paste(commandPrinted(output, "verify"));
    expect(verified.exitCode, verified.output).to.equal(0);
    expect(verified.output).to.match(/^certificate +verified, trusted$/m);
    const { exitCode: readmeExitCode, output: said } = await runTypeScriptBlocks("README.md");
    expect(readmeExitCode, said).to.equal(0);

    const { exitCode } = await interrupted(start);
    expect(exitCode).to.equal(0);
    expect(await aliveAmong(descendants)).to.deep.equal([]);
    expect(await projectFoldersIn(temporary)).to.deep.equal([]);
    await rm(temporary, { recursive: true });
  });
});

/** The command line that a person would copy from the screen, over as many lines as it has. */
const commandPrinted = (output: string, command: string): string =>
  new RegExp(`npm run -s imprimatur -- ${command} (?:.*\\\\\n)*.*`).exec(output)?.[0] ?? "exit 99";

/** Asks the endpoint that a person would read from the screen. */
async function queryPrinted(output: string): Promise<unknown> {
  const url = /^GraphQL\s+(\S+)$/m.exec(output)?.[1] ?? "";
  const query = "{ lots(where: { count: 1000 }) { status } studios { symbol } }";
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: unknown }).data;
}

/** A terminal sends the signal to the whole group, and npm's child passes it on once more. */
async function interrupted(command: RunningCommand): Promise<{ exitCode: number }> {
  command.interrupt();
  command.interrupt();
  return command.ended;
}
