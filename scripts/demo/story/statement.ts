import { equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { royaltySplitterAbi } from "@imprimatur/sdk/abi";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { exportEarnings } from "@imprimatur/sdk/statements";
import type { Share } from "./books.ts";
import { save } from "./output.ts";
import { type Scene, type StudioClones, usdc } from "./scene.ts";

/** What the treasury earned, sale by sale, as a bookkeeper wants it: the sum is what the chain has paid. */
export function stateEarnings(scene: Scene, studio: StudioClones, shares: readonly Share[]): Promise<void> {
  const { cast, sabotage, stack, teller, token } = scene;
  return teller.step("the treasury's earnings statement", async () => {
    const reader = cast.as("relayer");
    const addresses = addressesOf(stack.deployment.contracts);
    const account = studio.timelock;
    const statement = await exportEarnings(reader, { addresses, account, fromBlock: 0n });
    const csv = sabotage === "omit" ? withoutLastLine(statement.csv) : statement.csv;
    const path = await save(scene, "earnings.csv", csv);
    await save(scene, "earnings.json", statement.json);

    const own = shares.filter((share) => share.account === account);
    let paid = 0n;
    for (const { recipe } of own) {
      paid += await reader.readContract({
        address: addresses.royaltySplitter,
        abi: royaltySplitterAbi,
        functionName: "claimedOf",
        args: [recipe, token, account],
      });
    }
    const lines = sharesIn(await readFile(path, "utf8"));
    const sum = lines.reduce((total, share) => total + share, 0n);
    equal(sum, paid, "the lines of the statement do not add up to what the chain has paid");
    equal(
      statement.totals.find((total) => total.token === token)?.earned,
      paid,
      "the statement's total is another one",
    );
    return { value: undefined, shown: `${lines.length} lines, ${usdc(sum)}, as the chain says: ${path}` };
  });
}

/** The column of shares of a statement, as anybody's spreadsheet reads it. */
function sharesIn(csv: string): bigint[] {
  const [head = "", ...lines] = csv.trim().split("\r\n");
  const column = head.split(",").indexOf("share");
  return lines.map((line) => BigInt(line.split(",")[column] ?? ""));
}

const withoutLastLine = (csv: string): string => csv.trim().split("\r\n").slice(0, -1).join("\r\n");
