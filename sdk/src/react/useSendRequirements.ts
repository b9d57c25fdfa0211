"use client";
import { useMutation, type UseMutationResult, useQueryClient } from "@tanstack/react-query";
import { isAddressEqual, type TransactionReceipt } from "viem";
import { parseAccount } from "viem/accounts";
import { type Config, useConfig } from "wagmi";
import { signerOf } from "../actions/internal/signer.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import type { WrongChainError } from "../errors/client.ts";
import { RequirementForeignError, type WalletDisconnectedError } from "../errors/react.ts";
import type { Payment } from "../licensing/payment.ts";
import { refreshAfter } from "../query/refresh.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { sendRequirements } from "../requirements/sendRequirements.ts";
import { useQuerySource } from "./provider.ts";
import { walletClientOf } from "./wallet.ts";

/** What sending the requirements of an action can fail with. */
export type SendRequirementsErrorType =
  RequirementForeignError | WrongChainError | WalletDisconnectedError | sendRequirements.ErrorType;

/** What came of requirements that were all sent or signed. */
export type SentRequirements = Omit<sendRequirements.ReturnType, "left">;

/**
 * Has the connected wallet send and sign what has to come before a write, one after the other; each transaction has
 * succeeded before the next. Nothing is sent where one of them is another account's to fulfill. Then everything that
 * they change is asked anew.
 *
 * @example
 * ```tsx
 * const needed = useRequirements({ action: "purchaseLicense", purchase });
 * const allow = useSendRequirements();
 * <button onClick={() => allow.mutate(needed.data ?? [])}>Allow exactly the price</button>
 * ```
 */
export function useSendRequirements(): UseMutationResult<
  SentRequirements,
  SendRequirementsErrorType,
  readonly Requirement[]
> {
  const source = useQuerySource();
  const config: Config = useConfig();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (requirements: readonly Requirement[]) => {
      const client = await walletClientOf(config, source.chainId);
      requireOwn(client, requirements);
      const receipts: TransactionReceipt[] = [];
      const payments = new Map<number, Payment>();
      try {
        for (const requirement of requirements) {
          const sent = await sendRequirements(client, [requirement]);
          receipts.push(...sent.receipts);
          for (const [position, payment] of sent.payments) payments.set(position, payment);
        }
      } finally {
        const last = receipts.at(-1);
        if (last !== undefined) void refreshAfter(cache, source, "licensing", last);
      }
      return { receipts, payments };
    },
  });
}

/** A wallet may have changed its account since the requirements were asked for. */
function requireOwn(client: ActionClient, requirements: readonly Requirement[]): void {
  const { address } = parseAccount(signerOf(client, {}));
  const foreign = requirements.find(({ owner }) => !isAddressEqual(owner, address));
  if (foreign !== undefined) throw new RequirementForeignError(foreign.owner, address);
}
