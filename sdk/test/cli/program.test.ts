import { expect } from "chai";
import type { Command } from "commander";
import { createProgram } from "../../src/cli/program.ts";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import type { Command as Definition } from "../../src/cli/command.ts";
import { cli } from "./harness.ts";

/** Nobody listens there. */
const NOWHERE = "http://127.0.0.1:9";

/** Every command with the words that call it. */
const ALL = COMMANDS.flatMap((entry): [string[], Definition][] =>
  "commands" in entry
    ? entry.commands.map((command): [string[], Definition] => [[entry.name, command.name], command])
    : [[[entry.name], entry]],
);

/** A value of about the right form for every argument and needed option. */
function filled(words: readonly string[], command: Definition): string[] {
  const candidates = [
    "1",
    `0x${"1".repeat(64)}`,
    `0x${"1".repeat(40)}`,
    "for",
    "solo",
    "asset",
    "2030-01-01",
    "a-name",
  ];
  const fit = ({ type, many }: Definition["args"][string]): string | undefined => {
    if (type.safeParse(undefined).success) return undefined;
    return candidates.find((each) => type.safeParse(many === true ? [each] : each).success) ?? "a-name";
  };
  const args = Object.values(command.args).map((field) => fit(field) ?? "1");
  const options = Object.entries(command.options).flatMap(([name, field]) => {
    const value = field.value === undefined ? undefined : fit(field);
    return value === undefined ? [] : [`--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`, value];
  });
  return [...words, ...args, ...options];
}

describe("the program", () => {
  it("explains itself and every command, each with an example that names the command", async () => {
    const { exitCode, stdout, stderr } = await cli(["--help"]);
    expect([exitCode, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.include("Exit codes:").and.include("completion <shell>");
    for (const [words, { examples }] of ALL) {
      const help = await cli([...words, "--help"]);
      expect(help.exitCode).to.equal(0);
      expect(examples).to.not.have.length(0);
      expect(help.stdout, words.join(" "))
        .to.include(`$ imprimatur ${words.join(" ")}`)
        .and.include("--rpc <url>");
    }
  });

  it("says its version, and what it does not know, in one line", async () => {
    expect((await cli(["--version"])).stdout).to.match(/^\d+\.\d+\.\d+/);
    const wrong: [string[], RegExp][] = [
      [["sing"], /unknown command 'sing'/],
      [["offer", "lists"], /unknown command 'lists'/],
      [["offer", "list", "--recpie", "1"], /unknown option '--recpie'.*--recipe/s],
      [["offer", "show"], /missing required argument 'offer'/],
      [["offer", "list", "more"], /too many arguments/],
      [["offer", "list", "--recipe"], /argument missing/],
      [["mcp", "--allow-host", "agents.example"], /--allow-host.* need --http/],
    ];
    for (const [args, reason] of wrong) {
      const { exitCode, stderr, stdout } = await cli(args);
      expect([exitCode, stdout], args.join(" ")).to.deep.equal([2, ""]);
      expect(stderr).to.match(reason);
      expect(stderr, "no stack").to.not.match(/\n\s+at /);
    }
    expect((await cli(["offer"])).exitCode, "a group alone prints its help").to.equal(2);
  });

  it("answers every command under --json with one document, here that nobody answers", async () => {
    const lines = ALL.map(([words, command]) => filled(words, command));
    const circumstances = { env: { IMPRIMATUR_RPC: NOWHERE } };
    const all = await Promise.all(lines.map((line) => cli([...line, "--json"], circumstances)));
    all.forEach((ran, place) => {
      const document = JSON.parse(ran.stdout) as { error?: { exitCode: number } };
      expect(ran.exitCode, `${lines[place]?.join(" ")}: ${ran.stderr}`).to.equal(document.error?.exitCode ?? 0);
      expect(ran.stderr).to.not.match(/\n\s+at /);
    });
  });

  it("tells a node that is not there from everything else", async () => {
    const { exitCode, stderr } = await cli(["studio", "list", "--rpc", NOWHERE]);
    expect(exitCode).to.equal(4);
    expect(stderr.trim().split("\n")).to.have.length(1);
    expect(stderr).to.match(/--rpc/);
  });

  it("offers to send exactly where something is sent", () => {
    const names = (program: Command): string[] => program.options.map(({ long }) => long ?? "");
    const stream = process.stdout;
    const io = {
      stdin: process.stdin,
      stdout: stream,
      stderr: stream,
      interactive: false,
      env: {},
      cwd: "/",
      home: "/",
    };
    const signal = new AbortController().signal;
    const program = createProgram({ ...io, signal, askPassword: () => Promise.resolve("") }, "1.0.0", { exitCode: 0 });
    for (const [words, { sends }] of ALL) {
      const [group, name] = words;
      const first = program.commands.find((each) => each.name() === group)!;
      const command = name === undefined ? first : first.commands.find((each) => each.name() === name)!;
      expect(names(command).includes("--yes"), words.join(" ")).to.equal(sends);
    }
  });
});
