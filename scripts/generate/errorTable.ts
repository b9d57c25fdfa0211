import { AGENT_REMEDIES } from "../../sdk/src/errors/agentRemedies.ts";
import { FOREIGN_REMEDIES } from "../../sdk/src/errors/foreignRemedies.ts";
import { OWN_REMEDIES } from "../../sdk/src/errors/remedies.ts";
import { FAMILIES, type Remedy } from "../../sdk/src/errors/remedy.ts";
import type { AbiError } from "./compact.ts";
import { APART } from "./contracts.ts";

const HEADER = "// Written by scripts/generate from the compiled contracts and the remedies: npm run generate\n";
const REMEDIES: Readonly<Partial<Record<string, Remedy>>> = {
  ...OWN_REMEDIES,
  ...AGENT_REMEDIES,
  ...FOREIGN_REMEDIES,
};

/** An error with what it means: name, parameters, place of its family, hint. */
function row({ name, inputs }: AbiError): string {
  const [family, hint] = REMEDIES[name] ?? [];
  const remedy = family === undefined ? [] : [`${FAMILIES.indexOf(family)}${hint}`];
  if (inputs.some((input) => "components" in input)) throw new Error(`${name} has a tuple: the table cannot hold it.`);
  return [name, inputs.map((input) => `${input.type} ${input.name ?? ""}`).join(","), ...remedy].join(";");
}

const isApart = ({ name }: AbiError): boolean => APART.some((contract) => name.startsWith(contract));

/** `sdk/src/errors/generated`: every error and its remedy in one text, for its name stands but once in a bundle so. */
export function renderErrorTable(errors: readonly AbiError[]): Map<string, string> {
  const render = (name: string, some: readonly AbiError[]): string =>
    `${HEADER}\nexport const ${name} = ${JSON.stringify(some.map(row).join("\n"))};\n`;
  return new Map([
    [
      "table.ts",
      render(
        "ERROR_TABLE",
        errors.filter((error) => !isApart(error)),
      ),
    ],
    ["agentTable.ts", render("AGENT_ERROR_TABLE", errors.filter(isApart))],
  ]);
}
