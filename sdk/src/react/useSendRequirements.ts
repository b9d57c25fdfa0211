"use client";
import { useMutation, type UseMutationResult, useQueryClient } from "@tanstack/react-query";
import type { SendTransactionErrorType, TransactionReceipt, WaitForTransactionReceiptErrorType } from "viem";
import { type Config, useConfig } from "wagmi";
import { sendCall } from "../actions/internal/sendCall.ts";
import { signerOf } from "../actions/internal/signer.ts";
import type { Call } from "../actions/internal/types.ts";
import type { RevertErrorType } from "../actions/internal/errorTypes.ts";
import type { TransactionRevertedError } from "../errors/client.ts";
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
        receipts.push(await sendCall(client, call, signerOf(client, {})));
      }
      const last = receipts.at(-1);
      if (last !== undefined) void refreshAfter(cache, source, "licensing", last);
      return receipts;
    },
  });
}
