import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Address, getAddress, type Hex, isAddress } from "viem";
import { z } from "zod";
import { AccountLockedError, UsageError } from "./errors.ts";
import { assertNew, readJson, writeNew } from "./files.ts";

/** Private keys as Web3 Secret Storage, version 3: what other wallets write and read. */

/** What is looked at before a password is asked for; the library checks the rest. */
const keystoreFile = z.looseObject({
  version: z.literal(3, { error: "is not 3: only Web3 Secret Storage of version 3 is read" }),
  address: z.string().regex(/^(0x)?[0-9a-f]{40}$/iu, { error: "is no address" }),
});

/** A keystore's name and whose it is. */
export type Keystore = { name: string; file: string; address: Address };

const EXTENSION = ".json";
const NAME = /^[\w-]{1,64}$/u;

/** Readable by its owner only. */
const PRIVATE = 0o600;

/** The library that encrypts is an optional peer of the SDK. */
async function ethers() {
  try {
    return await import("ethers");
  } catch (cause) {
    throw new UsageError("Keystores need the package ethers.", { cause, hint: "Install it: npm install ethers@6." });
  }
}

/** Throws unless a name can be a file's. */
export function assertName(name: string): void {
  if (!NAME.test(name))
    throw new UsageError(`${JSON.stringify(name)} is no name: letters, digits, - and _, at most 64.`);
}

/** Encrypts a key into a new file. */
export async function writeKeystore(
  directory: string,
  { name, privateKey, password, scrypt }: { name: string; privateKey: Hex; password: string; scrypt?: { N: number } },
): Promise<Keystore> {
  assertName(name);
  if (password === "") throw new AccountLockedError("The password is empty.", { hint: "Choose one that is not." });
  const target = join(directory, `${name}${EXTENSION}`);
  await assertNew(target);
  const { encryptKeystoreJson, computeAddress } = await ethers();
  const address = getAddress(computeAddress(privateKey));
  const cost = scrypt === undefined ? {} : { scrypt: { ...scrypt, r: 8, p: 1 } };
  const json = await encryptKeystoreJson({ address, privateKey }, password, cost);
  const file = await writeNew(target, `${json}\n`, PRIVATE);
  return { name, file, address };
}

/** The keystores of a folder by name; a folder that does not exist has none. */
export async function listKeystores(directory: string): Promise<Keystore[]> {
  const files = await readdir(directory).catch(() => []);
  const names = files.filter((file) => file.endsWith(EXTENSION)).map((file) => file.slice(0, -EXTENSION.length));
  const found = names
    .sort()
    .map(async (name) => readHead(join(directory, `${name}${EXTENSION}`), name).catch(() => []));
  return (await Promise.all(found)).flat();
}

/** A keystore by its name in the folder, or by its file. */
export async function findKeystore(directory: string, named: string, cwd: string): Promise<Keystore> {
  if (NAME.test(named)) {
    const stored = (await listKeystores(directory)).find(({ name }) => name === named);
    if (stored !== undefined) return stored;
    throw new AccountLockedError(`There is no keystore ${named} in ${directory}.`, {
      hint: "imprimatur account list shows what is there.",
    });
  }
  return readHead(resolve(cwd, named), named);
}

async function readHead(file: string, name: string): Promise<Keystore> {
  const { address } = await readJson(file, keystoreFile);
  const prefixed = address.startsWith("0x") ? address : `0x${address}`;
  if (!isAddress(prefixed.toLowerCase())) throw new UsageError(`${file}: address is no address.`);
  return { name, file, address: getAddress(prefixed) };
}

/** The key inside; throws {@link AccountLockedError} on a wrong password. */
export async function openKeystore({ file, name }: Keystore, password: string): Promise<Hex> {
  const { decryptKeystoreJson } = await ethers();
  const json = await readFile(file, "utf8");
  try {
    const { privateKey } = await decryptKeystoreJson(json, password);
    return privateKey as Hex;
  } catch (cause) {
    const isWrong = cause instanceof Error && cause.message.includes("incorrect password");
    if (!isWrong) throw new UsageError(`${file} is no keystore that can be opened.`, { cause });
    throw new AccountLockedError(`The password does not open ${name}.`, { cause });
  }
}
