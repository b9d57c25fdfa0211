import { generatePrivateKey } from "viem/accounts";
import type { Hex } from "viem";
import { type CommandGroup, defineCommand, needed, option } from "../command.ts";
import { AccountLockedError, UsageError } from "../errors.ts";
import { readText } from "../files.ts";
import { assertName, findKeystore, listKeystores, openKeystore, writeKeystore } from "../keystore.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import * as values from "../values.ts";

const name = needed("name", "how it is called: letters, digits, - and _", values.text);

/** A password for something new: typed twice where a person types it. */
async function newPassword(session: Session, whose: string): Promise<string> {
  const first = await session.password(`New password for ${whose}`);
  const typed = session.settings.passwordFile === undefined && session.io.env["IMPRIMATUR_PASSWORD"] === undefined;
  if (typed && (await session.io.askPassword("The same again")) !== first) {
    throw new AccountLockedError("The two passwords are not the same.");
  }
  return first;
}

async function keep(session: Session, called: string, privateKey: Hex) {
  assertName(called);
  const password = await newPassword(session, called);
  const { file, address } = await writeKeystore(session.keystores, { name: called, privateKey, password });
  const entries = { name: called, address, file };
  return { json: entries, text: record(Object.entries(entries)) };
}

const create = defineCommand({
  name: "create",
  about: "Make a new key and keep it encrypted (Web3 Secret Storage 3)",
  args: { name },
  examples: ["alice", "robot --password-file password.txt"],
  run: (session, { name: called }) => keep(session, called, generatePrivateKey()),
});

const importKey = defineCommand({
  name: "import",
  about: "Keep a private key, or another wallet's keystore, under a password of its own",
  args: { name },
  options: {
    keyFile: option("file", "file with the private key in hex; it is asked for otherwise", values.text),
    keystore: option(
      "file",
      "a keystore of another wallet; IMPRIMATUR_IMPORT_PASSWORD or a question opens it",
      values.text,
    ),
  },
  examples: ["alice --key-file key.txt", "bob --keystore UTC--2026-01-01T00-00-00Z--7099…"],
  async run(session, { name: called, keyFile, keystore }) {
    assertName(called);
    if (keyFile !== undefined && keystore !== undefined)
      throw new UsageError("--key-file and --keystore exclude each other.");
    return keep(session, called, await foreignKey(session, keyFile, keystore));
  },
});

async function foreignKey(session: Session, keyFile: string | undefined, keystore: string | undefined): Promise<Hex> {
  if (keystore !== undefined) {
    const found = await findKeystore(session.keystores, session.path(keystore), session.io.cwd);
    const given = session.io.env["IMPRIMATUR_IMPORT_PASSWORD"];
    const password = given ?? (await ask(session, `Password of ${keystore}`));
    return openKeystore(found, password);
  }
  const typed = keyFile === undefined ? await ask(session, "Private key") : await readText(session.path(keyFile));
  const parsed = values.hash.safeParse(typed.trim().replace(/^(?!0x)/u, "0x"));
  // The value itself is never repeated.
  if (!parsed.success) throw new UsageError("That is no private key: 64 hex digits.");
  return parsed.data;
}

async function ask(session: Session, question: string): Promise<string> {
  if (session.io.interactive) return session.io.askPassword(question);
  throw new UsageError("There is nobody to ask for the key.", { hint: "Give --key-file, or run it in a terminal." });
}

const list = defineCommand({
  name: "list",
  about: "List the keystores and their addresses",
  examples: [""],
  async run(session) {
    const accounts = await listKeystores(session.keystores);
    const rows = accounts.map(({ name: called, address, file }) => [called, address, file]);
    return { json: { folder: session.keystores, accounts }, text: table(["name", "address", "file"], rows) };
  },
});

export const ACCOUNT: CommandGroup = {
  name: "account",
  about: "Keep keys encrypted",
  commands: [create, importKey, list],
};
