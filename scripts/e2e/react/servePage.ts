import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { preview } from "vite";

const PAGE = fileURLToPath(new URL("../../../examples/react-page/", import.meta.url));
const VITE = fileURLToPath(new URL("../../../node_modules/vite/bin/vite.js", import.meta.url));

/** A page that is built and served until it is disposed of. */
export interface ServedPage extends AsyncDisposable {
  url: string;
}

/** Builds the example page for a stack, as a reader would, and serves it on a free port. */
export async function servePage(stack: {
  rpcUrl: string;
  graphqlUrl: string;
  deploymentFile: string;
}): Promise<ServedPage> {
  await using started = new AsyncDisposableStack();
  const outDir = await mkdtemp(join(tmpdir(), "imprimatur-page-"));
  started.defer(() => rm(outDir, { recursive: true, force: true }));
  await promisify(execFile)(process.execPath, [VITE, "build", "--outDir", outDir, "--emptyOutDir"], {
    cwd: PAGE,
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      DEPLOYMENT: stack.deploymentFile,
      VITE_RPC_URL: stack.rpcUrl,
      VITE_SUBGRAPH_URL: stack.graphqlUrl,
    },
  });
  const server = await preview({
    configFile: false,
    root: PAGE,
    build: { outDir },
    logLevel: "warn",
    preview: { port: 0, host: "127.0.0.1" },
  });
  started.defer(() => server.close());
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("the page's server has no address");
  const parts = started.move();
  return { url, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
