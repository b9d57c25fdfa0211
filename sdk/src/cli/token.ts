import { type Address, erc20Abi, formatUnits, parseUnits } from "viem";
import { readMany } from "../actions/internal/readMany.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import { UsageError } from "./errors.ts";

/** An ERC-20 as amounts need it. */
export type Token = { address: Address; symbol: string; decimals: number };

/** Asks a token how its amounts are written. */
export async function readToken(client: ActionClient, address: Address): Promise<Token> {
  const contract = { address, abi: erc20Abi } as const;
  try {
    const [symbol, decimals] = await readMany(client, [
      { ...contract, functionName: "symbol" },
      { ...contract, functionName: "decimals" },
    ]);
    return { address, symbol, decimals };
  } catch (cause) {
    throw new UsageError(`${address} does not answer as an ERC-20 with symbol and decimals.`, { cause });
  }
}

/** "12.5 USDC". */
export const formatAmount = (units: bigint, { decimals, symbol }: Token): string =>
  `${formatUnits(units, decimals)} ${symbol}`;

/** Units out of what a person wrote; more digits than the token has are refused, never rounded. */
export function parseAmount(written: string, { decimals, symbol }: Token): bigint {
  const digits = written.split(".")[1]?.length ?? 0;
  if (digits > decimals) throw new UsageError(`${written} has more digits than ${symbol}, which has ${decimals}.`);
  return parseUnits(written, decimals);
}
