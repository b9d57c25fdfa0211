import { globSync, readFileSync } from "node:fs";
import { readSources } from "./solidity/source.ts";

/** Fails when a custom error or an event of ours is named by no test. */
const sources = readSources("contracts/**/*.sol").filter(({ path }) => !path.startsWith("contracts/mocks/"));
const tests = globSync("test/**/*.{ts,sol}").map((path) => readFileSync(path, "utf8"));
const words = new Set(tests.flatMap((text) => text.match(/\w+/g) ?? []));

const names = sources.flatMap(({ events, errors }) => [...events, ...errors].map(({ name }) => name));
const unnamed = names.filter((name) => !words.has(name));
if (unnamed.length > 0) console.error(`No test names: ${unnamed.join(", ")}`);
console.log(`${names.length - unnamed.length} of ${names.length} errors and events are named by a test`);
process.exitCode = unnamed.length === 0 ? 0 : 1;
