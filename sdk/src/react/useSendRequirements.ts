"use client";
import { useMutation, type UseMutationResult, useQueryClient } from "@tanstack/react-query";
import type { SendTransactionErrorType, TransactionReceipt, WaitForTransactionReceiptErrorType } from "viem";
import { sendTransaction, waitForTransactionReceipt } from "viem/actions";
import { type Config, useConfig } from "wagmi";
import { explained } from "../actions/internal/failure.ts";
import { signerOf } from "../actions/internal/signer.ts";
import type { Call } from "../actions/internal/types.ts";
import type { RevertErrorType } from "../actions/internal/errorTypes.ts";
import { TransactionRevertedError } from "../errors/client.ts";
import type { WrongChainError } from "../errors/client.ts";
import type { WalletDisconnectedError } from "../errors/react.ts";
import { refreshAfter } from "../query/refresh.ts";
import { useQuerySource } from "./provider.ts";
import { walletClientOf } from "./wallet.ts";

/** What sending the requirements of a purchase can fail with. */
export type SendRequirementsErrorType =
  | RevertErrorType
  | TransactionRevertedError
  | WrongChainError
  | WalletDisconnectedError
  | SendTransactionErrorType
  | WaitForTransactionReceiptErrorType;

/**
 * Sends the calls that have to come before a write, one after the other, and waits for each; then quotes are asked anew.
 *
 * @example
 * ```tsx
 * const quote = useQuotePurchase({ purchase, payer });
 * const allow = useSendRequirements();
 * <button onClick={() => allow.mutate(quote.data.requirements)}>Allow exactly the price</button>
 * ```
 */
export function useSendRequirements(): UseMutationResult<
  TransactionReceipt[],
  SendRequirementsErrorType,
  readonly Call[]
> {
  const source = useQuerySource();
  const config: Config = useConfig();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (calls: readonly Call[]) => {
      const client = await walletClientOf(config, source.chainId);
      const receipts: TransactionReceipt[] = [];
      for (const call of calls) {
        const account = signerOf(client, {});
        const hash = await explained(() => sendTransaction(client, { ...call, account, chain: client.chain ?? null }));
        const receipt = await waitForTransactionReceipt(client, { hash }).catch(async (error: unknown) =>
          (await import("../actions/internal/failedReceipt.ts")).throwMeaning(client, hash, error),
        );
        if (receipt.status === "reverted") throw new TransactionRevertedError(hash, undefined);
        receipts.push(receipt);
      }
      const last = receipts.at(-1);
      if (last !== undefined) void refreshAfter(cache, source, "licensing", last);
      return receipts;
    },
  });
}
