import { type Address, type Hex, parseAbi } from "viem";
import { licenseMarketOfferOf } from "../abi/items/licenseMarket.ts";
import { readMany } from "../actions/internal/readMany.ts";
import { chainIdOf } from "../actions/internal/signer.ts";
import { tokenDomain } from "../actions/internal/tokenDomain.ts";
import type { ActionClient, On } from "../actions/internal/types.ts";
import { PurchaseOverMaxTotalError } from "../errors/licensing.ts";
import { purchaseAuthorizationTypedData } from "../licensing/authorization.ts";
import type { Payment } from "../licensing/payment.ts";
import { encodePermit, permitTypedData } from "../licensing/permit.ts";
import { permit2PurchaseTypedData } from "../licensing/permit2.ts";
import { PERMIT2 } from "../licensing/permit2Address.ts";
import { grossOf, hashPurchase, type Purchase } from "../licensing/purchase.ts";
import { approvalsFor, type Spending } from "./approvals.ts";
import type { Requirement, SignatureRequirement } from "./requirement.ts";

/** An order that may not be signed yet. */
export type UnsignedOrder = {
  purchase: Purchase;
  /** By which method, and out of whose tokens; out of the sender's allowance by default. */
  payment?: Payment;
};

/** An order with its price. */
type Priced = { purchase: Purchase; payment: Payment; payer: Address; position: number; token: Address; gross: bigint };

type Market = On<"licenseMarket" | "royaltySplitter">;

const noncesAbi = /* @__PURE__ */ parseAbi(["function nonces(address) view returns (uint256)"]);

/** What orders need that one transaction of `sender` fills, in their order. */
export async function orderRequirements(
  client: ActionClient,
  { market, sender, orders }: { market: Market; sender: Address; orders: readonly UnsignedOrder[] },
): Promise<Requirement[]> {
  const priced = await pricesOf(client, market, sender, orders);
  const { spendings, permits } = planOf(market, priced);
  const unsigned = priced.filter(({ payment }) => payment.data === undefined || payment.data === "0x");
  const signatures = await Promise.all([
    ...permitsOf(client, market, permits),
    ...unsigned
      .filter(({ payment }) => payment.method === "authorization" || payment.method === "permit2")
      .map((order) => bindingSignature(client, market, order)),
  ]);
  const approvals = await approvalsFor(client, spendings);
  return [...approvals, ...signatures.sort((one, other) => one.position - other.position)];
}

async function pricesOf(
  client: ActionClient,
  { licenseMarket }: Market,
  sender: Address,
  orders: readonly UnsignedOrder[],
): Promise<Priced[]> {
  const offers = await readMany(
    client,
    orders.map(({ purchase }) => offerCall(licenseMarket, purchase.offerId)),
  );
  return offers.map(({ token, price }, position) => {
    const { purchase, payment = { method: "allowance" } } = orders[position] as UnsignedOrder;
    const gross = grossOf(price, purchase);
    if (gross > purchase.maxTotal) throw new PurchaseOverMaxTotalError(gross, purchase.maxTotal);
    return { purchase, payment, payer: payment.payer ?? sender, position, token, gross };
  });
}

const offerCall = (address: Address, offerId: Hex) =>
  ({ address, abi: [licenseMarketOfferOf], functionName: "offerOf", args: [offerId] }) as const;

/** A permit that is to be signed, with what it has to allow. */
type Permit = Priced & { value: bigint };

/**
 * What is spent out of which allowance. A permit replaces the allowance to the ledger, so what follows it in a batch,
 * of the same payer and token, is spent out of the permit and not out of the approval before.
 */
function planOf({ royaltySplitter }: Market, orders: readonly Priced[]): { spendings: Spending[]; permits: Permit[] } {
  const spendings: Spending[] = [];
  const permits: Permit[] = [];
  const latest = new Map<string, Permit | undefined>();
  for (const order of orders) {
    const { payer: owner, token, gross: amount, payment } = order;
    const key = `${owner}${token}`.toLowerCase();
    const permit = latest.get(key);
    if (payment.method === "permit") {
      const next = { ...order, value: amount };
      permits.push(next);
      latest.set(key, next);
    } else if (payment.method === "permit2") spendings.push({ owner, token, spender: PERMIT2, amount });
    else if (payment.method === "allowance" && permit !== undefined) permit.value += amount;
    else if (payment.method === "allowance") spendings.push({ owner, token, spender: royaltySplitter, amount });
  }
  return { spendings, permits };
}

/** The permits to sign; the second of a token is signed with the nonce after the first one's. */
function permitsOf(client: ActionClient, market: Market, permits: readonly Permit[]): Promise<SignatureRequirement>[] {
  const used = new Map<string, bigint>();
  return permits.flatMap((permit) => {
    const key = `${permit.payer}${permit.token}`.toLowerCase();
    const before = used.get(key) ?? 0n;
    used.set(key, before + 1n);
    const signed = permit.payment.data !== undefined && permit.payment.data !== "0x";
    return signed ? [] : [permitSignature(client, market, permit, before)];
  });
}

async function permitSignature(
  client: ActionClient,
  { royaltySplitter: spender }: Market,
  { payer: owner, token, value, position, purchase }: Permit,
  before: bigint,
): Promise<SignatureRequirement> {
  const [domain, [nonce]] = await Promise.all([
    tokenDomain(client, token),
    readMany(client, [{ address: token, abi: noncesAbi, functionName: "nonces", args: [owner] }]),
  ]);
  const { deadline } = purchase;
  const message = { owner, spender, value, nonce: nonce + before, deadline };
  return {
    ...{ kind: "permit", owner, token, spender, amount: value, position },
    typedData: permitTypedData(domain, message),
    toPayment: (signature) => ({ method: "permit", payer: owner, data: encodePermit(message, signature) }),
  };
}

/** A signature that is good for exactly one purchase, whoever relays it. */
async function bindingSignature(
  client: ActionClient,
  { licenseMarket, royaltySplitter }: Market,
  { purchase, payment: { method }, payer, position, token, gross }: Priced,
): Promise<SignatureRequirement> {
  const kind = method as "authorization" | "permit2";
  const chainId = await chainIdOf(client);
  const purchaseId = hashPurchase({ chainId, licenseMarket, purchase });
  const common = { royaltySplitter, purchaseId };
  const typedData =
    kind === "permit2"
      ? permit2PurchaseTypedData({ ...common, chainId, token, gross, purchase })
      : purchaseAuthorizationTypedData({
          ...{ ...common, payer, value: gross, deadline: purchase.deadline },
          domain: await tokenDomain(client, token),
        });
  return {
    ...{ kind, owner: payer, token, spender: royaltySplitter, amount: gross, position },
    typedData,
    toPayment: (data) => ({ method: kind, payer, data }),
  };
}
