import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { UsageError } from "./errors.ts";
import type { Io } from "./io.ts";
import { address, count, firstProblem, integer, text, url } from "./values.ts";

/** A setting of the program: a flag, an environment variable and a field of the config file. */
type Setting = {
  about: string;
  /** What stands for the value in the help. */
  value: string;
  type: z.ZodType;
  /** Whether the value is a path: in a file relative to the file, else to the working directory. */
  path?: true;
  /** Whether it is a path unless it is a URL. */
  place?: true;
};

/** All settings; flag, environment variable and field are named after the key. */
export const SETTINGS = {
  rpc: { value: "url", about: "node of the chain (default: http://127.0.0.1:8545)", type: url },
  chainId: { value: "number", about: "refuse any other chain", type: count },
  deployment: { value: "file", about: "addresses (default: deployments/<chain id>.json)", type: text, path: true },
  studio: { value: "address", about: "the studio that commands are about", type: address },
  subgraph: { value: "url", about: "GraphQL endpoint for lists; event logs are read without one", type: url },
  store: { value: "url or folder", about: "content store: an IPFS RPC endpoint, or a folder", type: text, place: true },
  account: {
    value: "name",
    about: "keystore to sign with: its name, its file; an address for looking only",
    type: text,
  },
  passwordFile: { value: "file", about: "file with the keystore's password", type: text, path: true },
  keystores: {
    value: "folder",
    about: "where keystores are (default: ~/.imprimatur/keystores)",
    type: text,
    path: true,
  },
  fromBlock: { value: "number", about: "first block with logs (default: that of the deployment)", type: integer },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

/** The settings that count, parsed. */
export type Settings = { readonly [Name in SettingName]?: z.output<(typeof SETTINGS)[Name]["type"]> };

/** Where a value comes from. */
export type Source = "flag" | "environment" | "file" | "none";

export const CONFIG_FILE = "imprimatur.config.json";

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** `passwordFile` → `IMPRIMATUR_PASSWORD_FILE`. */
export const variableOf = (name: string): string => `IMPRIMATUR_${snake(name, "_").toUpperCase()}`;

/** `passwordFile` → `--password-file`. */
export const flagOf = (name: string): string => `--${snake(name, "-")}`;

const snake = (name: string, joint: string): string =>
  name.replace(/[A-Z]/gu, (letter) => `${joint}${letter.toLowerCase()}`);

/** Settings with where each comes from. */
export type Configuration = { settings: Settings; sources: Readonly<Record<SettingName, Source>>; file?: string };

/** Reads all settings: a flag beats the environment, the environment beats the config file. */
export function readConfiguration(flags: Readonly<Record<string, unknown>>, io: Io): Configuration {
  const file = readConfigFile(flags["config"], io);
  const settings: Record<string, unknown> = {};
  const sources = {} as Record<SettingName, Source>;
  for (const name of SETTING_NAMES) {
    const { value, source, place, base } = [
      { value: flags[name], source: "flag" as const, place: flagOf(name), base: io.cwd },
      {
        value: nonEmpty(io.env[variableOf(name)]),
        source: "environment" as const,
        place: variableOf(name),
        base: io.cwd,
      },
      {
        value: file?.fields[name],
        source: "file" as const,
        place: `${file?.path ?? ""}: ${name}`,
        base: file?.base ?? "",
      },
    ].find((each) => each.value !== undefined) ?? { value: undefined, source: "none" as const, place: "", base: "" };
    sources[name] = source;
    if (value !== undefined) settings[name] = parse(SETTINGS[name], value, place, base);
  }
  return { settings: settings, sources, ...(file === undefined ? {} : { file: file.path }) };
}

const nonEmpty = (value: string | undefined): string | undefined => (value === "" ? undefined : value);

function parse({ type, path, place: isPlace }: Setting, value: unknown, place: string, base: string): unknown {
  const parsed = type.safeParse(value);
  if (!parsed.success) throw new UsageError(`${firstProblem(parsed.error, place)}.`);
  const isUrl = isPlace === true && /^https?:\/\//u.test(String(parsed.data));
  return (path === true || isPlace === true) && !isUrl ? resolve(base, String(parsed.data)) : parsed.data;
}

/** Fields of the config file; unknown ones are refused, because a misspelled one would be ignored silently. */
const configFile = z.strictObject(
  Object.fromEntries(SETTING_NAMES.map((name) => [name, z.union([z.string(), z.number()]).optional()])),
);

function readConfigFile(
  named: unknown,
  io: Io,
): { path: string; base: string; fields: Readonly<Record<string, unknown>> } | undefined {
  const path = resolve(io.cwd, typeof named === "string" ? named : (io.env["IMPRIMATUR_CONFIG"] ?? CONFIG_FILE));
  const isNamed = typeof named === "string" || io.env["IMPRIMATUR_CONFIG"] !== undefined;
  let json: string;
  try {
    json = readFileSync(path, "utf8");
  } catch (cause) {
    if (!isNamed && (cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new UsageError(`The config file ${path} cannot be read.`, { cause });
  }
  return { path, base: dirname(path), fields: parseFields(path, json) };
}

function parseFields(path: string, json: string): Readonly<Record<string, unknown>> {
  let fields: unknown;
  try {
    fields = JSON.parse(json);
  } catch (cause) {
    throw new UsageError(`The config file ${path} is not JSON.`, { cause });
  }
  const parsed = configFile.safeParse(fields);
  if (!parsed.success) {
    const hint = `Known are: ${SETTING_NAMES.join(", ")}.`;
    throw new UsageError(`${firstProblem(parsed.error, path)}.`, { hint });
  }
  return parsed.data;
}
