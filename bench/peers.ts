import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Plugin } from "esbuild";
import { bundle } from "../sdk/test/bundle/bundle.ts";

/** A peer's SDK and the class of it that users import first. */
interface Peer {
  key: string;
  name: string;
  version: string;
  entry: string;
}

const PEERS: readonly Peer[] = [
  { key: "peer.story", name: "@story-protocol/core-sdk", version: "1.4.4", entry: "StoryClient" },
  { key: "peer.splits", name: "@0xsplits/splits-sdk", version: "6.6.0", entry: "WarehouseClient" },
];
/** The viem that this repository pins, for all the same. */
const VIEM = "2.57.1";
const VIEM_AND_REACT = ["viem", "viem/*", "react"];

/** What peers expect of Node becomes empty modules: without them there would be no figure at all. */
const withoutNode: Plugin = {
  name: "empty modules for Node's own",
  setup: (build) => {
    const names = builtinModules.map((name) => name.replaceAll("/", "\\/")).join("|");
    build.onResolve({ filter: new RegExp(`^(node:)?(${names})$`) }, ({ path }) => ({ path, namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "module.exports = {};", loader: "js" }));
  },
};

/** Gzipped bytes of one entry of each peer, measured as ours are; without a registry there are none. */
export async function measurePeers(): Promise<Record<string, number>> {
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-peers-"));
  try {
    await install(directory);
    return { ...(await measureInstalled(directory)), ...(await measureOurs()) };
  } catch (error) {
    if (!(error instanceof RegistryUnreachableError)) throw error;
    console.log(`Peers are left out: ${error.message}`);
    return await measureOurs();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

class RegistryUnreachableError extends Error {
  override readonly name = "RegistryUnreachableError";
}

async function install(directory: string): Promise<void> {
  const dependencies = Object.fromEntries(PEERS.map(({ name, version }) => [name, version]));
  const manifest = { private: true, dependencies: { ...dependencies, viem: VIEM }, overrides: { viem: VIEM } };
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest));
  const args = ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await promisify(execFile)("npm", args, { cwd: directory }).catch((error: unknown) => {
    const { stderr = "" } = error as { stderr?: string };
    const reason = /npm error (?:code )?(E\w+)/.exec(stderr)?.[1] ?? "npm install failed";
    throw new RegistryUnreachableError(`npm did not install them (${reason})`, { cause: error });
  });
}

async function measureInstalled(directory: string): Promise<Record<string, number>> {
  const results: Record<string, number> = {};
  for (const { key, name, entry } of PEERS) {
    const code = `export { ${entry} } from "${name}";`;
    const options = { directory, conditions: ["module"], plugins: [withoutNode] };
    results[`${key}.gzBytes`] = (await bundle(code, { ...options, external: VIEM_AND_REACT })).allGzBytes;
    results[`${key}.gzBytesWithViem`] = (await bundle(code, { ...options, external: ["react"] })).allGzBytes;
  }
  return results;
}

/** Ours beside them, viem included: the whole client, and the one call that sells a license. */
async function measureOurs(): Promise<Record<string, number>> {
  const client = `export { studioActions } from "@imprimatur/sdk";`;
  const one = `export { purchaseLicense } from "@imprimatur/sdk/actions";`;
  return {
    "sdk.client.gzBytes": (await bundle(client)).allGzBytes,
    "sdk.client.gzBytesWithViem": (await bundle(client, { external: [] })).allGzBytes,
    "sdk.purchaseLicense.gzBytesWithViem": (await bundle(one, { external: [] })).allGzBytes,
  };
}
