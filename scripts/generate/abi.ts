import type { Abi, AbiParameter } from "viem";
import { formatAbiItem } from "viem/utils";
import { type AbiError, packItem } from "./compact.ts";

type Item = Abi[number];
type Named = Extract<Item, { name: string }>;

const HEADER = "// Written by scripts/generate from the compiled contracts: npm run generate\n";

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function withoutInternals(parameter: AbiParameter): object {
  const { internalType: _, indexed, ...rest } = parameter as AbiParameter & { indexed?: boolean };
  const marked = indexed === true ? { indexed, ...rest } : rest;
  return "components" in marked ? { ...marked, components: marked.components.map(withoutInternals) } : marked;
}

/** An ABI item as it is embedded: without what only compilers and explorers read. */
function slim(item: Named): object {
  const inputs = item.inputs.map(withoutInternals);
  if (item.type === "event") return { type: item.type, name: item.name, inputs };
  return "outputs" in item ? { ...item, inputs, outputs: item.outputs.map(withoutInternals) } : { ...item, inputs };
}

const isNamed = (item: Item): item is Named =>
  item.type === "function" || item.type === "event" || item.type === "error";

/** `const` names of the items of one contract: overloads carry their argument types. */
function namesOf<Item extends Named>(contract: string, items: readonly Item[]): Map<Item, string> {
  const seen = new Map<string, number>();
  for (const item of items) seen.set(`${item.type} ${item.name}`, (seen.get(`${item.type} ${item.name}`) ?? 0) + 1);
  return new Map(
    items.map((item) => {
      const overloaded = (seen.get(`${item.type} ${item.name}`) ?? 0) > 1;
      const types = overloaded ? item.inputs.map(({ type }) => upperFirst(type.replace(/\W+/g, "Array"))).join("") : "";
      const kind = item.type === "function" ? "" : upperFirst(item.type);
      const prefix = item.type === "error" ? "" : lowerFirst(contract);
      return [item, lowerFirst(`${prefix}${upperFirst(item.name)}${types}${kind}`)];
    }),
  );
}

/** One const per item, and the whole ABI composed of them, so that an action bundles only what it calls. */
export function renderContract(contract: string, abi: Abi): string {
  const items = abi.filter(isNamed).filter((item) => item.type !== "error");
  const names = namesOf(contract, items);
  const consts = items.map((item) => `export const ${names.get(item)} = ${JSON.stringify(slim(item))} as const;\n`);
  const whole = `export const ${lowerFirst(contract)}Abi = [${[...names.values()].join(", ")}] as const;\n`;
  return [HEADER, ...consts, whole].join("\n");
}

/** The same items in the form that `unpackItem` of the SDK reads, typed as the full ones. */
export function renderItems(contract: string, abi: Abi): string {
  const items = abi.filter(isNamed).filter((item): item is Exclude<Named, AbiError> => item.type !== "error");
  const consts = [...namesOf(contract, items)].map(
    ([item, name]) => `export const ${name} = /* @__PURE__ */ unpackItem(${packItem(item)}) as typeof full.${name};\n`,
  );
  const imports = [
    `import { unpackItem } from "../compact.ts";\n`,
    `import type * as full from "../generated/${lowerFirst(contract)}.ts";\n`,
  ];
  return [HEADER, imports.join(""), ...consts].join("\n");
}

/** Every error that can reach a caller, once, sorted by name. */
export function errorsOf(sources: readonly Abi[]): AbiError[] {
  const bySignature = new Map<string, AbiError>();
  for (const item of sources.flat()) {
    if (item.type === "error") bySignature.set(formatAbiItem(item), item);
  }
  return [...bySignature].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

function renderErrors(errors: readonly AbiError[]): string {
  return [HEADER, `export const errorsAbi = ${JSON.stringify(errors.map(slim))} as const;\n`].join("\n");
}

/** Everything below `sdk/src/abi/generated`: path → text. */
export function renderAbis(abis: ReadonlyMap<string, Abi>, errors: readonly AbiError[]): Map<string, string> {
  const files = [...abis].map(([contract, abi]): [string, string] => [
    `${lowerFirst(contract)}.ts`,
    renderContract(contract, abi),
  ]);
  const index = [
    HEADER,
    ...[...files.map(([file]) => file), "errors.ts"].map((file) => `export * from "./${file}";\n`),
  ];
  return new Map([...files, ["errors.ts", renderErrors(errors)], ["index.ts", index.join("")]]);
}

/** Everything below `sdk/src/abi/items`: path → text. */
export function renderAllItems(abis: ReadonlyMap<string, Abi>): Map<string, string> {
  const files = [...abis].map(([contract, abi]): [string, string] => [
    `${lowerFirst(contract)}.ts`,
    renderItems(contract, abi),
  ]);
  return new Map([...files, ["index.ts", [HEADER, ...files.map(([file]) => `export * from "./${file}";\n`)].join("")]]);
}
