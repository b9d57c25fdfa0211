import { visit } from "@solidity-parser/parser";
import { commentAbove, isDocumented, lengthOf, lineOf, type SoliditySource } from "./source.ts";

export const LONGEST_FUNCTION = 50;
export const LONGEST_FILE = 450;
/** Imports excepted: the formatter does not break one with a single name, and OpenZeppelin's paths are long. */
export const LONGEST_LINE = 120;

/** Composes nine OpenZeppelin extensions; each override needs its lines. */
const FILE_LENGTH_EXCEPTIONS = ["contracts/governance/StudioGovernor.sol"];

/** A place that breaks a rule. */
export interface Finding {
  path: string;
  line: number;
  message: string;
}

/** Everything one file can break by itself. */
export function findingsOf(source: SoliditySource): Finding[] {
  return [...lengths(source), ...documentation(source), ...storage(source), ...statements(source)];
}

function lengths(source: SoliditySource): Finding[] {
  const { path, lines, functions } = source;
  const findings = lines.flatMap((line, index) =>
    line.length > LONGEST_LINE && !line.startsWith("import ")
      ? [{ path, line: index + 1, message: `line of ${line.length} characters, at most ${LONGEST_LINE}` }]
      : [],
  );
  const isProse = path.startsWith("contracts/interfaces/");
  if (lines.length > LONGEST_FILE && !isProse && !FILE_LENGTH_EXCEPTIONS.includes(path)) {
    findings.push({ path, line: 1, message: `file of ${lines.length} lines, at most ${LONGEST_FILE}` });
  }
  for (const node of functions.filter((each) => lengthOf(each) > LONGEST_FUNCTION)) {
    const message = `function ${node.name ?? "constructor"} of ${lengthOf(node)} lines, at most ${LONGEST_FUNCTION}`;
    findings.push({ path, line: lineOf(node), message });
  }
  return findings;
}

function documentation(source: SoliditySource): Finding[] {
  const { path } = source;
  const callable = source.functions.filter(
    ({ visibility, isConstructor }) => !isConstructor && (visibility === "external" || visibility === "public"),
  );
  const nodes = [...callable, ...source.events, ...source.errors, ...source.structs];
  const findings = nodes
    .filter((node) => !isDocumented(source, node))
    .map((node) => ({ path, line: lineOf(node), message: `${node.name ?? "function"} has no NatSpec` }));
  // Structs of the API field by field; those of storage as a whole, next to their layout.
  const isApi = /^contracts\/(interfaces|types)\//.test(path);
  for (const struct of isApi ? source.structs : []) {
    const comment = commentAbove(source, struct);
    for (const member of struct.members) {
      const line = source.lines[lineOf(member) - 1] ?? "";
      const described = comment.includes(`@param ${member.name ?? ""} `) || line.includes("//");
      if (described || isDocumented(source, member)) continue;
      findings.push({
        path,
        line: lineOf(member),
        message: `field ${struct.name}.${member.name ?? ""} is not described`,
      });
    }
  }
  return findings;
}

function storage(source: SoliditySource): Finding[] {
  const { path } = source;
  const findings: Finding[] = [];
  visit(source.root, {
    StateVariableDeclaration: ({ variables }) => {
      for (const variable of variables) {
        if (variable.isDeclaredConst || variable.isImmutable || variable.visibility === "private") continue;
        findings.push({ path, line: lineOf(variable), message: `state ${variable.name ?? ""} is not private` });
      }
    },
    Mapping: (node) => {
      if (node.keyName === null) findings.push({ path, line: lineOf(node), message: "mapping key has no name" });
    },
  });
  return findings;
}

function statements(source: SoliditySource): Finding[] {
  const { path } = source;
  const findings: Finding[] = [];
  visit(source.root, {
    UncheckedStatement: (node) => {
      if (commentAbove(source, node) !== "") return;
      findings.push({ path, line: lineOf(node), message: "unchecked without its reason above it" });
    },
    FunctionCall: (node) => {
      if (node.expression.type !== "Identifier" || !["require", "revert"].includes(node.expression.name)) return;
      const last = node.arguments.at(-1);
      const isError = last?.type === "FunctionCall" && node.arguments.length === 2;
      if (!isError) findings.push({ path, line: lineOf(node), message: "revert without a custom error" });
    },
  });
  return findings;
}
