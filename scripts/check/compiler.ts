import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Fails when another compiler ran than the one pinned, or when it had anything to say about our sources. */
interface CompilerInput {
  solcLongVersion: string;
}

interface CompilerOutput {
  output: {
    errors?: { severity: string; errorCode: string; formattedMessage: string; sourceLocation?: { file: string } }[];
  };
}

const DIRECTORY = "artifacts/build-info";

/** Code and initcode above the limits: contracts of tests may be, they live in the test runner only. */
const SIZE_CODES = ["5574", "3860"];

const { devDependencies } = read("package.json") as { devDependencies: Record<string, string> };
const pinned = `${devDependencies["solc"] ?? ""}+`;
const messages = new Set<string>();
for (const file of readdirSync(DIRECTORY)) {
  const path = join(DIRECTORY, file);
  if (file.endsWith(".output.json")) warningsIn(read(path) as CompilerOutput).forEach((each) => messages.add(each));
  else checkVersion(file, read(path) as CompilerInput);
}
for (const message of messages) console.error(`${message}\n`);
process.exitCode = messages.size === 0 ? 0 : 1;

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function checkVersion(file: string, { solcLongVersion }: CompilerInput): void {
  if (!solcLongVersion.startsWith(pinned)) messages.add(`${file} was compiled by ${solcLongVersion}, not ${pinned}`);
}

/** Hardhat prints warnings once and then caches the result; here they stay. */
function warningsIn({ output }: CompilerOutput): string[] {
  return (output.errors ?? []).flatMap(({ severity, errorCode, formattedMessage, sourceLocation }) => {
    const path = sourceLocation?.file ?? "project/";
    const tooBigButNeverDeployed = SIZE_CODES.includes(errorCode) && !path.startsWith("project/contracts/");
    if (!path.startsWith("project/") || tooBigButNeverDeployed || severity === "info") return [];
    return [formattedMessage.trim()];
  });
}
