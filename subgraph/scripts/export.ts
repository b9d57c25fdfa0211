import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createSubgraphClient, exportCsv } from "@imprimatur/sdk/subgraph";
import { readSaved, savedNames, variablesOf } from "./saved.ts";

/** `npm run export -w subgraph -- recipe-revenue recipe=0x00000004 --url URL [--block NUMBER] [--query FILE]` */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: "http://127.0.0.1:8000/subgraphs/name/subgraph-0" },
    block: { type: "string" },
    query: { type: "string" },
  },
});

const [name, ...assignments] = values.query === undefined ? positionals : ["", ...positionals];
if (name === undefined) {
  console.error(`Which query? ${savedNames().join(", ")}, or --query FILE`);
  process.exit(2);
}
const query = values.query === undefined ? readSaved(name) : await readFile(values.query, "utf8");
const subgraph = createSubgraphClient({ url: values.url });
const at = values.block === undefined ? {} : { block: { number: Number(values.block) } };
for await (const line of exportCsv(subgraph, { query, variables: variablesOf(query, assignments), ...at })) {
  process.stdout.write(`${line}\r\n`);
}
