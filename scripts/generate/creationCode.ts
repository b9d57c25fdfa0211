import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const HEADER = "// Written by scripts/generate from OpenZeppelin's package: npm run generate\n";
const VESTING_WALLET = "@openzeppelin/contracts/build/contracts/VestingWallet.json";

/** Creation code that the SDK deploys, as OpenZeppelin compiled it: path → text. */
export async function renderCreationCode(): Promise<Map<string, string>> {
  const file = fileURLToPath(import.meta.resolve(VESTING_WALLET));
  const { bytecode } = JSON.parse(await readFile(file, "utf8")) as { bytecode: string };
  return new Map([
    ["vestingWallet.ts", `${HEADER}\nexport const vestingWalletCreationCode = "${bytecode}" as const;\n`],
  ]);
}
