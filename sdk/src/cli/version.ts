import { readFileSync } from "node:fs";

/** The version of the package that this file is part of, as source or built. */
export function readVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return version;
}
