import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Deployment } from "./manifest.ts";
import { chainOf, networkOf } from "./network.ts";
import { renderSubgraph } from "./renderSubgraph.ts";

/** `npm run render -w subgraph -- sepolia`, or `-- --chain 11155111 [--network NAME]`, and `[--deployment FILE]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chain: { type: "string", default: "31337" },
    network: { type: "string" },
    deployment: { type: "string" },
  },
});

const [name] = positionals;
const chainId = name === undefined ? Number(values.chain) : chainOf(name);
const file = values.deployment ?? fileURLToPath(new URL(`../../deployments/${chainId}.json`, import.meta.url));
const deployment = JSON.parse(readFileSync(file, "utf8")) as Deployment;
const network = values.network ?? networkOf(chainId);
console.log(await renderSubgraph({ network, deployment }, String(chainId)));
