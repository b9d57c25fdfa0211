import { CONFIG_FILE, flagOf, SETTING_NAMES, variableOf } from "../config.ts";
import { toJson } from "../answer.ts";
import { type CommandGroup, defineCommand } from "../command.ts";
import { UsageError } from "../errors.ts";
import { writeNew } from "../files.ts";
import { table } from "../table.ts";

const show = defineCommand({
  name: "show",
  about: "Show every setting and where its value comes from",
  examples: ["", "--rpc http://127.0.0.1:8545 --json"],
  run({ configuration }) {
    const { settings, sources, file = null } = configuration;
    const entries = SETTING_NAMES.map((name) => ({ name, value: settings[name] ?? null, source: sources[name] }));
    const rows = entries.map(({ name, value, source }) => [name, value, source, flagOf(name), variableOf(name)]);
    const text = [
      ...table(["setting", "value", "from", "flag", "environment"], rows),
      "",
      `Config file: ${file ?? "none"}`,
    ];
    return Promise.resolve({ json: { file, settings: entries }, text });
  },
});

const init = defineCommand({
  name: "init",
  about: `Write the settings that were given to ${CONFIG_FILE} in this folder`,
  examples: ["--rpc http://127.0.0.1:8545 --studio 0x… --account alice"],
  async run(session) {
    const { settings, sources } = session.configuration;
    const given = SETTING_NAMES.filter((name) => sources[name] !== "none").map((name) => [
      name,
      String(settings[name]),
    ]);
    if (given.length === 0)
      throw new UsageError("There is nothing to write.", { hint: "Give settings, such as --rpc." });
    const fields = Object.fromEntries(given) as Record<string, string>;
    const file = await writeNew(session.path(CONFIG_FILE), `${toJson(fields)}\n`);
    return { json: { file, fields }, text: [`Written to ${file}.`] };
  },
});

export const CONFIG: CommandGroup = { name: "config", about: "See and keep settings", commands: [show, init] };
