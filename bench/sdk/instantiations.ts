import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const PROJECT = fileURLToPath(new URL("../../sdk/tsconfig.build.json", import.meta.url));

/**
 * How often the compiler instantiates a type when it checks the package: what makes editors slow, counted instead of
 * timed, so that it is the same on every machine.
 */
export async function measureInstantiations(): Promise<Record<string, number>> {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const options = ["--noEmit", "--extendedDiagnostics", "-p", PROJECT];
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, ...options]);
  const count = /^Instantiations:\s+(\d+)$/m.exec(stdout)?.[1];
  if (count === undefined) throw new Error("the compiler did not say how many types it instantiated");
  return { "sdk.types.instantiations": Number(count) };
}
