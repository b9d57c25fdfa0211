import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Fails when the compiler had anything to say about our sources: Hardhat prints it once and then caches the result. */
interface CompilerOutput {
  output: {
    errors?: { severity: string; errorCode: string; formattedMessage: string; sourceLocation?: { file: string } }[];
  };
}

/** Code and initcode above the limits: contracts of tests may be, they live in the test runner only. */
const SIZE_CODES = ["5574", "3860"];

const directory = "artifacts/build-info";
const messages = new Set<string>();
for (const file of readdirSync(directory).filter((name) => name.endsWith(".output.json"))) {
  const { output } = JSON.parse(readFileSync(join(directory, file), "utf8")) as CompilerOutput;
  for (const { severity, errorCode, formattedMessage, sourceLocation } of output.errors ?? []) {
    const path = sourceLocation?.file ?? "project/";
    const tooBigButNeverDeployed = SIZE_CODES.includes(errorCode) && !path.startsWith("project/contracts/");
    if (path.startsWith("project/") && !tooBigButNeverDeployed && severity !== "info")
      messages.add(formattedMessage.trim());
  }
}
for (const message of messages) console.error(`${message}\n`);
process.exitCode = messages.size === 0 ? 0 : 1;
