import { expect } from "chai";
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { SETTING_NAMES, variableOf } from "../../src/cli/config.ts";
import { EXIT_CODE_MEANINGS, EXIT_CODES } from "../../src/cli/exitCodes.ts";
import { createProgram } from "../../src/cli/program.ts";
import { PassThrough } from "node:stream";

/** Commands that do something, with the words that call them. */
function leaves(command: Command, words: string[] = []): [string, Command][] {
  if (command.commands.length === 0) return [[words.join(" "), command]];
  return command.commands.flatMap((each) => leaves(each, [...words, each.name()]));
}

describe("docs/cli.md", () => {
  const stream = new PassThrough();
  const io = { stdin: stream, stdout: stream, stderr: stream, interactive: false, env: {}, cwd: "/", home: "/" };
  const { signal } = new AbortController();
  const askPassword = () => Promise.resolve("");
  const program = createProgram({ ...io, signal, askPassword }, "1.0.0", { exitCode: 0 });
  let page: string;

  before(async () => {
    page = await readFile(new URL("../../../docs/cli.md", import.meta.url), "utf8");
  });

  it("has a section for every command, with all that its help lists, and none for others", () => {
    const sections = new Map(
      page.split(/^#### /mu).map((section) => [/^`imprimatur ([a-z ]+?)(?: [<[].*)?`/u.exec(section)?.[1], section]),
    );
    sections.delete(undefined);
    expect([...sections.keys()]).to.have.members(leaves(program).map(([words]) => words));
    for (const [words, command] of leaves(program)) {
      const help = command.createHelp();
      const section = (sections.get(words) ?? "").replaceAll(/\s+/gu, " ");
      expect(section, words).to.include(command.description());
      const terms = [
        ...help.visibleArguments(command).map((argument) => argument.name()),
        ...help.visibleOptions(command).map(({ flags }) => flags),
      ].filter((term) => term !== "-h, --help");
      for (const term of terms) expect(section, words).to.include(`\`${term}\``);
    }
  });

  it("lists every setting with its variable, and every exit code with its meaning", () => {
    for (const name of SETTING_NAMES)
      expect(page)
        .to.include(`\`${variableOf(name)}\``)
        .and.include(`\`${name}\``);
    for (const name of Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]) {
      expect(page).to.match(new RegExp(`^\\| ${EXIT_CODES[name]} +\\| ${EXIT_CODE_MEANINGS[name]}`, "mu"));
    }
  });
});
