import { type Account, type Address, encodeAbiParameters, type Hex, hexToBigInt, parseSignature } from "viem";
import { PERMIT2 } from "../../scripts/deploy/index.ts";
import { PERMIT_WITNESS_TYPES } from "../helpers/permit2.ts";
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
  verifyingContract?: Address;
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
      verifyingContract: overrides.verifyingContract ?? contracts[style].address,
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

const PERMIT = [
  { name: "owner", type: "address" },
  { name: "spender", type: "address" },
  { name: "value", type: "uint256" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
] as const;

/** What an EIP-2612 permit may say differently. */
export interface PermitOverrides {
  owner?: Account;
  spender?: Address;
  deadline?: bigint;
}

/** The owner's EIP-2612 permit of TestUSDC for the splitter, as the data of an order's payment. */
export async function signPermit(
  { protocol, contracts, buyer }: Market,
  value: bigint,
  { owner = buyer, spender = contracts.splitter.address, deadline = 2n ** 40n }: PermitOverrides = {},
): Promise<Hex> {
  const wallet = protocol.wallets.find(({ account }) => account.address === owner.address) as Wallet;
  const signature = await wallet.signTypedData({
    domain: {
      ...TOKEN_STYLES.usdc,
      chainId: await protocol.publicClient.getChainId(),
      verifyingContract: contracts.usdc.address,
    },
    types: { Permit: PERMIT },
    primaryType: "Permit",
    message: {
      owner: owner.address,
      spender,
      value,
      nonce: await contracts.usdc.read.nonces([owner.address]),
      deadline,
    },
  });
  const { r, s, yParity } = parseSignature(signature);
  return encodeAbiParameters(
    [{ type: "uint256" }, { type: "uint256" }, { type: "uint8" }, { type: "bytes32" }, { type: "bytes32" }],
    [value, deadline, 27 + yParity, r, s],
  );
}

/** What a Permit2 signature may say differently from what the purchase needs. */
export interface Permit2Overrides {
  payer?: Account;
  token?: Address;
  spender?: Address;
  chainId?: number;
  verifyingContract?: Address;
}

/** The payer's Permit2 signature over an amount, with the purchase as witness. */
export async function signPermit2(
  { protocol, contracts, buyer }: Market,
  purchase: Purchase,
  amount: bigint,
  { payer = buyer, token = contracts.usdc.address, ...overrides }: Permit2Overrides = {},
): Promise<Hex> {
  const wallet = protocol.wallets.find(({ account }) => account.address === payer.address) as Wallet;
  return wallet.signTypedData({
    domain: {
      name: "Permit2",
      chainId: overrides.chainId ?? (await protocol.publicClient.getChainId()),
      verifyingContract: overrides.verifyingContract ?? PERMIT2,
    },
    types: PERMIT_WITNESS_TYPES,
    primaryType: "PermitWitnessTransferFrom",
    message: {
      permitted: { token, amount },
      spender: overrides.spender ?? contracts.splitter.address,
      nonce: hexToBigInt(await contracts.market.read.purchaseIdOf([purchase])),
      deadline: BigInt(purchase.deadline),
      witness: purchase,
    },
  });
}
