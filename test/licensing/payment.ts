import type { Account, Address, Hex } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import type { Market, Purchase } from "./market.ts";

/** The two ways in which tokens count EIP-3009 nonces, each with the domain that its payments are signed to. */
export const TOKEN_STYLES = {
  usdc: { name: "USD Coin", version: "2" },
  keyed: { name: "Keyed USD Coin", version: "1" },
} as const;

export type TokenStyle = keyof typeof TOKEN_STYLES;

const RECEIVE_WITH_AUTHORIZATION = [
  { name: "from", type: "address" },
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "validAfter", type: "uint256" },
  { name: "validBefore", type: "uint256" },
  { name: "nonce", type: "bytes32" },
] as const;

/** What a signature may say differently from what the purchase needs. */
export interface PaymentOverrides {
  payer?: Account;
  value?: bigint;
  to?: Address;
  chainId?: number;
}

/** The payer's EIP-3009 signature over the price of a purchase. */
export async function signPayment(
  { protocol, contracts, buyer }: Market,
  style: TokenStyle,
  purchase: Purchase,
  value: bigint,
  { payer = buyer, to = contracts.splitter.address, chainId, ...overrides }: PaymentOverrides = {},
): Promise<Hex> {
  const wallet = protocol.wallets.find(({ account }) => account.address === payer.address) as Wallet;
  return wallet.signTypedData({
    domain: {
      ...TOKEN_STYLES[style],
      chainId: chainId ?? (await protocol.publicClient.getChainId()),
      verifyingContract: contracts[style].address,
    },
    types: { ReceiveWithAuthorization: RECEIVE_WITH_AUTHORIZATION },
    primaryType: "ReceiveWithAuthorization",
    message: {
      from: payer.address,
      to,
      value: overrides.value ?? value,
      validAfter: 0n,
      validBefore: BigInt(purchase.deadline) + 1n,
      nonce: await contracts.market.read.purchaseIdOf([purchase]),
    },
  });
}
