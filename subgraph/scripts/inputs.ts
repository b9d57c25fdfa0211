import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ABIS, SUBGRAPH } from "./paths.ts";

/** Digest of everything that the compiled mappings depend on; addresses are not among it. */
export function inputsDigest(): string {
  const files = [...filesIn(join(SUBGRAPH, "src")), ...filesIn(ABIS)];
  const hash = createHash("sha256");
  const others = ["schema.graphql", "package.json", "scripts/sources.ts", "scripts/manifest.ts", "scripts/events.ts"];
  for (const file of [...files, ...others.map((path) => join(SUBGRAPH, path))].sort()) {
    hash
      .update(`${file.slice(SUBGRAPH.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
