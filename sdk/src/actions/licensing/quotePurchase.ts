import { type Address, encodeFunctionData, erc20Abi, type Hex, parseAbi, zeroAddress } from "viem";
import { getBlock, getCode, multicall } from "viem/actions";
import { assetRegistryLicensable } from "../../abi/items/assetRegistry.ts";
import { licenseMarketOfferOf } from "../../abi/items/licenseMarket.ts";
import { PurchaseOverMaxTotalError } from "../../errors/licensing.ts";
import { obstaclesTo, type PurchaseObstacle } from "../../licensing/obstacles.ts";
import { PERMIT2 } from "../../licensing/permit2Address.ts";
import { grossOf, hashPurchase, type Purchase } from "../../licensing/purchase.ts";
import type { PaymentMethod } from "../../types/enums.ts";
import { isDeployless, readMany } from "../internal/readMany.ts";
import { chainIdOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, Call, On } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace quotePurchase {
  type Args = {
    purchase: Purchase;
    /** Who would pay. */
    payer: Address;
  };
  type Parameters = On<"assetRegistry" | "licenseMarket" | "royaltySplitter"> & Args;
  type ReturnType = {
    token: Address;
    /** Token units that the payer gives, for all seats. */
    gross: bigint;
    /** Token units of the gross that go to the purchase's referrer. */
    referral: bigint;
    /** Token units that the recipe earns. */
    net: bigint;
    /** Seats of the license, at least 1. */
    seats: number;
    purchaseId: Hex;
    /** What the payer holds. */
    balance: bigint;
    /** What is known to stand against the purchase now; empty where it can be made. */
    obstacles: readonly PurchaseObstacle[];
    /** Ways to pay that the token and the chain offer. */
    methods: readonly PaymentMethod[];
    /** What `purchaseOrder` must be given as evidence; where it is nothing, `purchaseLicense` will do. */
    evidence: readonly ("leaf" | "referrerProof")[];
    /** Calls that the payer has to send before `purchaseLicense`: an allowance of exactly the price, or none. */
    requirements: readonly Call[];
  };
  type ErrorType = ReadErrorType | PurchaseOverMaxTotalError;
}

const ONE = 1_000_000n;

const tokenAbi = /* @__PURE__ */ parseAbi([
  "function nonces(address) view returns (uint256)",
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
  "function authorizationState(address, bytes32) view returns (bool)",
]);

/**
 * What a purchase costs, whether it can be made, and what the payer has to do first. Nobody is ever asked for an
 * unlimited allowance.
 *
 * @example
 * ```ts
 * const { gross, obstacles, requirements } = await client.quotePurchase({ purchase, payer: buyer });
 * ```
 */
export async function quotePurchase(
  client: ActionClient,
  parameters: quotePurchase.Parameters,
): Promise<quotePurchase.ReturnType> {
  const { purchase, payer } = parameters;
  const licenseMarket = addressIn("licenseMarket", parameters);
  const spender = addressIn("royaltySplitter", parameters);
  const [offer] = await readMany(client, [
    { address: licenseMarket, abi: [licenseMarketOfferOf], functionName: "offerOf", args: [purchase.offerId] },
  ]);
  const { token, price } = offer;
  const gross = grossOf(price, purchase);
  if (gross > purchase.maxTotal) throw new PurchaseOverMaxTotalError(gross, purchase.maxTotal);
  const purchaseId = hashPurchase({ chainId: await chainIdOf(client), licenseMarket, purchase });
  const erc20 = { address: token, abi: erc20Abi } as const;
  const [{ timestamp: now }, [allowance, balance], { asset, methods }] = await Promise.all([
    getBlock(client),
    readMany(client, [
      { ...erc20, functionName: "allowance", args: [payer, spender] },
      { ...erc20, functionName: "balanceOf", args: [payer] },
    ]),
    probe(client, { ...parameters, token, purchaseId }),
  ]);
  const referred = purchase.referrer !== zeroAddress;
  const referral = referred ? (gross * BigInt(offer.referral)) / ONE : 0n;
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, gross] });
  return {
    token,
    gross,
    referral,
    net: gross - referral,
    seats: Math.max(purchase.seats, 1),
    purchaseId,
    balance,
    obstacles: obstaclesTo({ purchase, payer, now, offer, asset, gross, balance }),
    methods,
    evidence: [
      ...(offer.title || offer.exclusive ? (["leaf"] as const) : []),
      ...(referred ? (["referrerProof"] as const) : []),
    ],
    requirements: allowance >= gross ? [] : [{ to: token, data, value: 0n }],
  };
}

/** Asks what may be refused: whether the asset is for sale, and what the token and the chain can do. */
async function probe(
  client: ActionClient,
  parameters: quotePurchase.Parameters & { token: Address; purchaseId: Hex },
): Promise<{ asset: { recipe: number; controlEpoch: number } | undefined; methods: PaymentMethod[] }> {
  const { token: address, payer, purchase, purchaseId } = parameters;
  const registry = addressIn("assetRegistry", parameters);
  const [[licensable, nonce, separator, used], permit2] = await Promise.all([
    multicall(client, {
      contracts: [
        { address: registry, abi: [assetRegistryLicensable], functionName: "licensable", args: [purchase.assetId] },
        { address, abi: tokenAbi, functionName: "nonces", args: [payer] },
        { address, abi: tokenAbi, functionName: "DOMAIN_SEPARATOR" },
        { address, abi: tokenAbi, functionName: "authorizationState", args: [payer, purchaseId] },
      ],
      deployless: isDeployless(client),
    }),
    getCode(client, { address: PERMIT2 }),
  ]);
  const found: Record<PaymentMethod, boolean> = {
    allowance: true,
    permit: nonce.result !== undefined && separator.result !== undefined,
    authorization: used.result === false,
    permit2: permit2 !== undefined,
  };
  return {
    asset: licensable.result && { recipe: licensable.result[0], controlEpoch: licensable.result[1] },
    methods: (Object.keys(found) as PaymentMethod[]).filter((method) => found[method]),
  };
}
