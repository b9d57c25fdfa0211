import { formatTable } from "../console/table.ts";
import type { Share } from "./royalties.ts";
import { usdc } from "./scene.ts";

/** Who was paid what, as a table. */
export function printShares(shares: readonly Share[]): void {
  const rows = shares.map(({ title, recipe, account, amount }) => [title, String(recipe), account, usdc(amount)]);
  console.log(`\n${formatTable(["payee", "recipe", "account", "received"], rows).join("\n")}`);
}
