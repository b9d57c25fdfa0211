import type { Abi, AbiEvent } from "viem";
import type { CONTRACTS } from "./contracts.ts";

const HEADER = "// Written by scripts/generate from the compiled contracts: npm run generate\n";

/** How the parameters of actions name each contract. */
const KEYS: Readonly<Record<(typeof CONTRACTS)[number], string>> = {
  AgentMandates: "mandates",
  AssetRegistry: "assetRegistry",
  Attestations: "attestations",
  Commissions: "commissions",
  Curation: "curation",
  EthicsBoard: "board",
  ImpactEmission: "impact",
  LicenseMarket: "licenseMarket",
  Licenses: "licenses",
  Provenance: "provenance",
  ReputationToken: "reputation",
  RoyaltySplitter: "royaltySplitter",
  Studio: "studio",
  StudioFactory: "studioFactory",
  StudioGovernor: "governor",
  StudioTimelock: "timelock",
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `sdk/src/watch/generated`: one watch for each event, named after it; after its contract too where several have it. */
export function renderWatches(abis: ReadonlyMap<string, Abi>): Map<string, string> {
  const events = [...abis].flatMap(([contract, abi]) =>
    abi.filter((item): item is AbiEvent => item.type === "event").map(({ name }) => ({ contract, name })),
  );
  const files = [...abis.keys()].map((contract): [string, string] => {
    const own = events.filter((event) => event.contract === contract);
    const file = lowerFirst(contract);
    const items = own.map(({ name }) => `${file}${name}Event`);
    const consts = own.map(({ name }) => {
      const shared = events.filter((event) => event.name === name).length > 1;
      const key = KEYS[contract as keyof typeof KEYS];
      return [
        `/** Watches \`${name}\` of ${contract}. */`,
        `export const watch${shared ? contract : ""}${name}: WatchAction<"${key}", typeof ${file}${name}Event> =`,
        `  /* @__PURE__ */ defineWatch("${key}", ${file}${name}Event);\n`,
      ].join("\n");
    });
    const imports = [
      `import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";`,
      `import { ${items.join(", ")} } from "../../abi/items/${file}.ts";\n`,
    ];
    return [`${file}.ts`, [HEADER, imports.join("\n"), ...consts].join("\n")];
  });
  const index = files.map(([file]) => `export * from "./${file}";\n`);
  return new Map([...files, ["index.ts", [HEADER, ...index].join("")]]);
}
