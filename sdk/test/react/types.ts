import type { SkipToken, UseMutationResult, UseQueryResult, UseSuspenseQueryResult } from "@tanstack/react-query";
import type { StudioActions } from "@imprimatur/sdk";
import type { getExclusive, getOffer, purchaseLicense, WaitErrorType } from "@imprimatur/sdk/actions";
import type { WalletChainError, WalletDisconnectedError } from "@imprimatur/sdk/errors";
import type { PurchaseRecord } from "@imprimatur/sdk";
import {
  getExclusiveQueryOptions,
  type Query,
  useGetExclusive,
  useGetOffer,
  useGetStudio,
  useIndexedPurchases,
  usePurchaseLicense,
  usePurchaseLicenseAndWait,
  useSuspenseGetOffer,
} from "@imprimatur/sdk/react";

// Checked by the compiler alone: hooks take and give what the bound actions do, to the letter.

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(verdict: Equal<A, B>): boolean => verdict;

/** Parameters of an action as a client's method. */
type Bound<Name extends keyof StudioActions> = Parameters<StudioActions[Name]>[0];

same<Exclude<Parameters<typeof useGetOffer>[0], SkipToken>, Bound<"getOffer">>(true);
same<Parameters<typeof useSuspenseGetOffer>[0], Bound<"getOffer">>(true);
same<Exclude<Parameters<typeof useGetStudio>[0], SkipToken>, Bound<"getStudio">>(true);

/** Never called: what hooks return. */
export function Results(): boolean[] {
  const offer = useGetOffer({ offerId: "0x" });
  const price = useGetOffer({ offerId: "0x" }, { select: ({ price: units }) => units });
  const waited = useSuspenseGetOffer({ offerId: "0x" });
  const exclusive = useGetExclusive({ assetId: 1n });
  const sent = usePurchaseLicense();
  const bought = usePurchaseLicenseAndWait();
  const purchases = useIndexedPurchases({ recipe: 1 });
  // @ts-expect-error -- a bigint is asked for
  useGetExclusive({ assetId: "1" });
  // @ts-expect-error -- a suspended read cannot be skipped
  useSuspenseGetOffer(undefined);
  return [
    same<typeof offer, UseQueryResult<getOffer.ReturnType, getOffer.ErrorType>>(true),
    same<typeof price, UseQueryResult<bigint, getOffer.ErrorType>>(true),
    same<typeof waited, UseSuspenseQueryResult<getOffer.ReturnType, getOffer.ErrorType>>(true),
    same<typeof exclusive.data, Exclude<getExclusive.ReturnType, undefined> | null | undefined>(true),
    same<
      typeof sent,
      UseMutationResult<
        purchaseLicense.ReturnType,
        purchaseLicense.ErrorType | WalletDisconnectedError | WalletChainError,
        Bound<"purchaseLicense">
      >
    >(true),
    same<typeof bought.data, Awaited<ReturnType<StudioActions["purchaseLicenseAndWait"]>> | undefined>(true),
    same<typeof bought.error, WaitErrorType | WalletDisconnectedError | WalletChainError | null>(true),
    same<typeof bought.variables, Bound<"purchaseLicenseAndWait"> | undefined>(true),
    same<typeof purchases.data, PurchaseRecord[] | undefined>(true),
    same<ReturnType<typeof getExclusiveQueryOptions>, Query<Exclude<getExclusive.ReturnType, undefined> | null>>(true),
  ];
}
