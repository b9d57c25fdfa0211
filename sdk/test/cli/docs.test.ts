import { expect } from "chai";
import { readdir, readFile } from "node:fs/promises";
import type { Command } from "commander";
import { rulesFile } from "../../src/cli/audit/rules.ts";
import { cardFile } from "../../src/cli/commands/dataset.ts";
import { SETTING_NAMES, variableOf } from "../../src/cli/config.ts";
import { EXIT_CODE_MEANINGS, EXIT_CODES } from "../../src/cli/exitCodes.ts";
import { createProgram } from "../../src/cli/program.ts";
import { PassThrough } from "node:stream";

/** Commands that do something, with the words that call them. */
function leaves(command: Command, words: string[] = []): [string, Command][] {
  if (command.commands.length === 0) return [[words.join(" "), command]];
  return command.commands.flatMap((each) => leaves(each, [...words, each.name()]));
}

const ROOT = new URL("../../../", import.meta.url);

/** Every command line in blocks of documents, without its comment. */
async function commandLines(): Promise<string[]> {
  const names = await readdir(new URL("docs", ROOT), { recursive: true });
  const pages = [...names.filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`), "README.md"];
  const texts = await Promise.all([...pages, "sdk/README.md"].map((page) => readFile(new URL(page, ROOT), "utf8")));
  const blocks = texts.flatMap((text) => [...text.matchAll(/^```(?:sh|bash|console)\n(.*?)^```/gmsu)]);
  const lines = blocks.flatMap(([, block = ""]) => block.replaceAll("\\\n", " ").split("\n"));
  return lines.flatMap(
    (line) => /^(?:\$ )?(?:npx imprimatur|npm run -s imprimatur --|imprimatur) ([^#]*)/u.exec(line)?.[1]?.trim() ?? [],
  );
}

/** Why the program would not understand a line; undefined where it does. */
function problemOf(program: Command, line: string): string | undefined {
  let command = program;
  const words = line.match(/'[^']*'|\S+/gu) ?? [];
  let found: Command | undefined;
  while ((found = command.commands.find((each) => each.name() === words[0])) !== undefined) {
    command = found;
    words.shift();
  }
  const help = command.createHelp();
  const options = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  if (words[0] === "--help") return undefined;
  if (command.commands.length > 0) return `${words[0] ?? "nothing"} is no command`;
  const given: string[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const option = options.find(({ long }) => long === word);
    if (word.startsWith("--") && option === undefined) return `${word} is no option`;
    if (option === undefined) given.push(word);
    else if (option.required) words.shift();
  }
  const { length } = command.registeredArguments.filter(({ required }) => required);
  if (given.length < length) return `${length} arguments are needed`;
  return given.length > command.registeredArguments.length ? `${given.join(" ")} is too much` : undefined;
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

  it("names no command line that there is not, in any document", async () => {
    const lines = await commandLines();
    expect(lines.length).to.be.greaterThan(10);
    for (const line of lines) expect(problemOf(program, line), line).to.equal(undefined);
    for (const wrong of ["offer lost", "buy license --asset 1 --cheap", "sing", "audit --watch=1", "verify"]) {
      expect(problemOf(program, wrong), wrong).to.be.a("string");
    }
  });

  it("shows files of rules and of a card's details that the program takes", async () => {
    const blockOf = (text: string): unknown => JSON.parse(/^```json\n(.*?)^```/msu.exec(text)?.[1] ?? "");
    const compliance = await readFile(new URL("docs/compliance.md", ROOT), "utf8");
    expect(rulesFile.parse(blockOf(page)).rules).to.have.length.greaterThan(3);
    expect(cardFile.parse(blockOf(compliance)).name).to.equal("Coast");
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
