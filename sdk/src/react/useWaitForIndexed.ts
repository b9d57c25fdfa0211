"use client";
import { skipToken, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { MinedIn } from "../data/studioData.ts";
import { waitForIndexedQueryOptions } from "../query/refresh.ts";
import { useQuerySource } from "./provider.ts";

const NOWHERE = { blockNumber: -1n };

/**
 * Waits until the index shows a receipt's block; `data` is true from then on, and lists are asked anew. Nothing is
 * waited for while there is no receipt.
 *
 * @example
 * ```tsx
 * const purchase = usePurchaseLicenseAndWait();
 * const indexed = useWaitForIndexed(purchase.data?.receipt);
 * ```
 */
export function useWaitForIndexed(receipt: MinedIn | undefined): UseQueryResult<true> {
  const source = useQuerySource();
  const query = waitForIndexedQueryOptions(useQueryClient(), source, receipt ?? NOWHERE);
  return useQuery<true>({ ...query, ...(receipt === undefined ? { queryFn: skipToken } : {}) });
}
