import { globSync, readFileSync } from "node:fs";
import { parse, visit } from "@solidity-parser/parser";
import type {
  BaseASTNode,
  ContractDefinition,
  EventDefinition,
  CustomErrorDefinition,
  FunctionDefinition,
  SourceUnit,
  StructDefinition,
} from "@solidity-parser/parser/dist/src/ast-types.js";

/** One Solidity file, parsed. */
export interface SoliditySource {
  path: string;
  lines: string[];
  contracts: ContractDefinition[];
  functions: FunctionDefinition[];
  events: EventDefinition[];
  errors: CustomErrorDefinition[];
  structs: StructDefinition[];
  root: SourceUnit;
}

/** Every Solidity file that `pattern` matches, by path. */
export function readSources(pattern: string): SoliditySource[] {
  return globSync(pattern).sort().map(readSource);
}

function readSource(path: string): SoliditySource {
  const text = readFileSync(path, "utf8");
  const root = parse(text, { loc: true, range: true });
  const source: SoliditySource = {
    path,
    lines: text.trimEnd().split("\n"),
    contracts: [],
    functions: [],
    events: [],
    errors: [],
    structs: [],
    root,
  };
  visit(root, {
    ContractDefinition: (node) => void source.contracts.push(node),
    FunctionDefinition: (node) => void source.functions.push(node),
    EventDefinition: (node) => void source.events.push(node),
    CustomErrorDefinition: (node) => void source.errors.push(node),
    StructDefinition: (node) => void source.structs.push(node),
  });
  return source;
}

/** First line of a node, counted from 1; the parser always has it when asked for locations. */
export function lineOf(node: BaseASTNode): number {
  return node.loc?.start.line ?? 0;
}

/** Lines from the signature to the closing brace. */
export function lengthOf(node: BaseASTNode): number {
  return node.loc === undefined ? 0 : node.loc.end.line - node.loc.start.line + 1;
}

/** The comment block that ends on the line above a node; empty when there is none. */
export function commentAbove(source: SoliditySource, node: BaseASTNode): string {
  const comment: string[] = [];
  for (let index = lineOf(node) - 2; index >= 0; index -= 1) {
    const line = source.lines[index]?.trim() ?? "";
    if (!/^(\/\/|\/\*|\*)/.test(line)) break;
    comment.unshift(line);
  }
  return comment.join("\n");
}

/** Whether a NatSpec comment stands above a node. */
export function isDocumented(source: SoliditySource, node: BaseASTNode): boolean {
  return /^(\/\/\/|\/\*\*)/m.test(commentAbove(source, node));
}
