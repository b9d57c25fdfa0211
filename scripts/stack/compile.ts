import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Path of Hardhat's command line. */
export const HARDHAT = fileURLToPath(new URL("cli.js", import.meta.resolve("hardhat")));

/** Folder of the project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Compiles the contracts, without tests, if anything changed; fails with the compiler's words. Not where CI just has. */
export async function compileContracts(signal: AbortSignal): Promise<void> {
  if (process.env["IMPRIMATUR_BUILT"] === "1") return;
  try {
    await promisify(execFile)(process.execPath, [HARDHAT, "build", "--no-tests", "--quiet"], { cwd: ROOT, signal });
  } catch (error) {
    signal.throwIfAborted();
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`the contracts do not compile:\n${stdout}${stderr}`, { cause: error });
  }
}
