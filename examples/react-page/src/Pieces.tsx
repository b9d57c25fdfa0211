import { assetAt } from "@imprimatur/sdk";
import {
  getAssetQueryOptions,
  getOfferQueryOptions,
  usePurchaseLicenseAndWait,
  useQuerySource,
  useQuotePurchase,
  useRequirements,
  useSendRequirements,
  useSuspenseIndexedPurchases,
  useSuspenseSubgraph,
  useToPurchase,
  useWatch,
  useWaitForIndexed,
} from "@imprimatur/sdk/react";
import { watchLicensePurchased } from "@imprimatur/sdk/watch";
import { skipToken, useSuspenseQueries } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { type Address, type Hex, zeroAddress } from "viem";
import { useConnection } from "wagmi";
import { Problem } from "./Problem.tsx";

const GOODS = `query ($licensor: Bytes!) {
  offers(where: { licensor: $licensor, scope: Recipe, withdrawnAt: null }, orderBy: publishedAt) { id recipe { ordinal } }
  lots(where: { studio_: { timelock: $licensor }, status: Accepted }, orderBy: committedAt) { lotId count recipe { ordinal } }
}`;
type OfRecipe = { recipe: { ordinal: string } };
type Goods = { offers: (OfRecipe & { id: Hex })[]; lots: (OfRecipe & { lotId: string; count: number })[] };
const SHOWN = 6;

/** The first pieces of the studio's lots, the offers that hold for them, and what was sold. */
export function Pieces({ licensor }: { licensor: Address }) {
  const { data } = useSuspenseSubgraph<Goods>({ query: GOODS, variables: { licensor: licensor.toLowerCase() } });
  const [chosen, choose] = useState<bigint>();
  const lot = data.lots[0];
  if (lot === undefined) return <p>Nothing is for sale.</p>;
  const offers = data.offers.filter(({ recipe }) => recipe.ordinal === lot.recipe.ordinal);
  const pieces = Array.from({ length: Math.min(lot.count, SHOWN) }, (_, index) => assetAt(BigInt(lot.lotId), index));
  return (
    <section>
      <h2>{lot.count} pieces</h2>
      {pieces.map((assetId, index) => (
        <button key={index} onClick={() => choose(assetId)}>
          Piece {index}
        </button>
      ))}
      <Suspense fallback={<p>Reading …</p>}>
        {chosen !== undefined && offers.map(({ id }) => <Piece key={`${id}${chosen}`} assetId={chosen} offerId={id} />)}
        <Sales recipe={Number(lot.recipe.ordinal)} />
      </Suspense>
    </section>
  );
}

/** One piece under one offer: both reads start at once, then it is quoted, allowed and bought. */
function Piece({ assetId, offerId }: { assetId: bigint; offerId: Hex }) {
  const source = useQuerySource();
  const [{ data: offer }, { data: asset }] = useSuspenseQueries({
    queries: [getOfferQueryOptions(source, { offerId }), getAssetQueryOptions(source, { assetId })],
  });
  const { address: payer } = useConnection();
  const prepare = useToPurchase();
  const purchase = prepare.data;
  const allow = useSendRequirements();
  const buy = usePurchaseLicenseAndWait();
  const open = purchase !== undefined && payer !== undefined && !buy.isSuccess;
  const quote = useQuotePurchase(open ? { purchase, payer } : skipToken);
  const needed = useRequirements(open ? { action: "purchaseLicense", purchase } : skipToken);
  const indexed = useWaitForIndexed(buy.data?.receipt);
  const order = { offerId, assetId, licensee: payer ?? zeroAddress, maxTotal: offer.price };
  return (
    <article>
      <p>
        {asset.releasable ? "For sale" : "Not for sale"}: {offer.usages.join(", ")} for {offer.price.toString()} units
      </p>
      <button onClick={() => prepare.mutate(order)}>Quote</button>
      {open && quote.data?.obstacles.map((obstacle) => <p key={obstacle}>In the way: {obstacle}</p>)}
      {open &&
        needed.data?.map(({ amount }, step) => (
          <button key={step} disabled={allow.isPending} onClick={() => allow.mutate(needed.data)}>
            Allow exactly {amount.toString()} units
          </button>
        ))}
      {open && needed.data?.length === 0 && (
        <button disabled={buy.isPending} onClick={() => buy.mutate({ purchase })}>
          Buy
        </button>
      )}
      {buy.data !== undefined && <p>Bought: {indexed.data === true ? "listed" : "being indexed"}</p>}
      <Problem error={buy.error ?? allow.error ?? needed.error ?? quote.error ?? prepare.error} />
    </article>
  );
}

function Sales({ recipe }: { recipe: number }) {
  const { data: sales } = useSuspenseIndexedPurchases({ recipe });
  const [fresh, setFresh] = useState(0);
  useWatch(watchLicensePurchased, {
    onEvent: ({ removed }) => setFresh((count) => count + (removed ? -1 : 1)),
  });
  return (
    <>
      <p>{fresh} sold since this page was opened</p>
      <ul aria-label="Sales">
        {sales.map(({ purchaseId, licensee, gross }) => (
          <li key={purchaseId}>
            {gross.toString()} units, licensed to {licensee}
          </li>
        ))}
      </ul>
    </>
  );
}
