import type { SkipToken, UseMutationResult, UseQueryResult, UseSuspenseQueryResult } from "@tanstack/react-query";
import type { PurchaseRecord, StudioActions } from "@imprimatur/sdk";
import type { Hash } from "viem";
import type { getExclusive, getOffer, purchaseLicense, WaitErrorType } from "@imprimatur/sdk/actions";
import type { WrongChainError, WalletDisconnectedError } from "@imprimatur/sdk/errors";
import {
  getExclusiveQueryOptions,
  type Query,
  type QuerySource,
  useGetExclusive,
  useGetOffer,
  type useGetStudio,
  useIndexedPurchases,
  usePurchaseLicense,
  usePurchaseLicenseAndWait,
  useSuspenseGetOffer,
} from "@imprimatur/sdk/react";

// Checked by the compiler alone: hooks take and give what the bound actions do, to the letter.

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- comparing what is not resolved is the point
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Accepts a value of exactly the type `Expected`. */
const is =
  <Expected>() =>
  <Actual>(_value: Actual, verdict: Equal<Actual, Expected>): boolean =>
    verdict;

/** Parameters of an action as a client's method. */
type Bound<Name extends keyof StudioActions> = Parameters<StudioActions[Name]>[0];

type Unconnected = WalletDisconnectedError | WrongChainError;

/** What hooks take. */
export const takes: [
  Equal<Exclude<Parameters<typeof useGetOffer>[0], SkipToken>, Bound<"getOffer">>,
  Equal<Parameters<typeof useSuspenseGetOffer>[0], Bound<"getOffer">>,
  Equal<Exclude<Parameters<typeof useGetStudio>[0], SkipToken>, Bound<"getStudio">>,
] = [true, true, true];

/** What hooks give; never called. */
export function Gives(source: QuerySource): boolean[] {
  // @ts-expect-error -- a bigint is asked for
  useGetExclusive({ assetId: "1" });
  // @ts-expect-error -- a suspended read cannot be skipped
  useSuspenseGetOffer(undefined);
  const sent = usePurchaseLicense();
  const bought = usePurchaseLicenseAndWait();
  return [
    is<UseQueryResult<getOffer.ReturnType, getOffer.ErrorType>>()(useGetOffer({ offerId: "0x" }), true),
    is<UseQueryResult<bigint, getOffer.ErrorType>>()(useGetOffer({ offerId: "0x" }, { select: (o) => o.price }), true),
    is<UseSuspenseQueryResult<getOffer.ReturnType, getOffer.ErrorType>>()(useSuspenseGetOffer({ offerId: "0x" }), true),
    is<Exclusive | undefined>()(useGetExclusive({ assetId: 1n }).data, true),
    is<Query<Exclusive>>()(getExclusiveQueryOptions(source, { assetId: 1n }), true),
    is<PurchaseRecord[] | undefined>()(useIndexedPurchases({ recipe: 1 }).data, true),
    is<UseMutationResult<Hash, purchaseLicense.ErrorType | Unconnected, Bound<"purchaseLicense">>>()(sent, true),
    is<Awaited<ReturnType<StudioActions["purchaseLicenseAndWait"]>> | undefined>()(bought.data, true),
    is<WaitErrorType | Unconnected | null>()(bought.error, true),
    is<Bound<"purchaseLicenseAndWait"> | undefined>()(bought.variables, true),
  ];
}

type Exclusive = Exclude<getExclusive.ReturnType, undefined> | null;
