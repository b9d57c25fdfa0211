import type { Hex } from "viem";
import { formatTable } from "../console/table.ts";
import { type Scene, type StudioClones, usdc } from "../story/scene.ts";
import { assetRegistryLotCommittedEvent } from "@imprimatur/sdk/abi";

/** What a person needs to judge one item. */
const SECONDS_PER_ITEM = 3;

interface GasLine {
  title: string;
  gas: bigint;
  disputed: boolean;
}

/** Gas of the shift's transactions, by what they did. */
export class GasBook {
  readonly #lines: GasLine[] = [];

  get lines(): readonly GasLine[] {
    return this.#lines;
  }

  /** `disputed`: only a challenge makes it necessary. */
  add(title: string, gas: bigint, disputed = false): void {
    this.#lines.push({ title, gas, disputed });
  }

  /** Adds the transaction that committed a lot. */
  async note(title: string, { cast, stack }: Scene, studio: StudioClones, lotId: bigint): Promise<void> {
    const reader = cast.inStudio("relayer", studio);
    const [log] = await reader.getLogs({
      address: stack.deployment.addressOf("AssetRegistry"),
      event: assetRegistryLotCommittedEvent,
      args: { lotId },
      fromBlock: 0n,
      strict: true,
    });
    const { gasUsed } = await reader.getTransactionReceipt({ hash: log?.transactionHash as Hex });
    this.add(title, gasUsed);
  }
}

export interface ShiftReport {
  assets: number;
  curators: number;
  gas: GasBook;
  /** Items that each curator judged. */
  sampled: number;
  disputed: number;
  /** To all curators, token units. */
  pay: bigint;
}

/** Prints what the shift cost. */
export function printShift({ assets, curators, gas, sampled, disputed, pay }: ShiftReport): void {
  const perAsset = (used: bigint): string => (Number(used) / assets).toFixed(2);
  const sum = (lines: readonly GasLine[]): bigint => lines.reduce((total, line) => total + line.gas, 0n);
  const sums = [
    { title: "without the challenge's own steps", gas: sum(gas.lines.filter(({ disputed }) => !disputed)) },
    { title: "together", gas: sum(gas.lines) },
  ];
  const rows = [...gas.lines, ...sums].map((line) => [line.title, String(line.gas), perAsset(line.gas)]);
  console.log(`\n${formatTable(["step", "gas", "gas per asset"], rows).join("\n")}`);
  const minutes = (items: number): string => ((items * curators * SECONDS_PER_ITEM) / 60).toFixed(1);
  console.log(`
${assets.toLocaleString("en-US")} assets judged by ${curators} people: ${minutes(sampled)} human minutes for the sample, \
${minutes(disputed)} for the challenge, at ${SECONDS_PER_ITEM} s an item
${usdc(pay)} paid to them`);
}
