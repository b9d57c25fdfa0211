import type { Address, Hex } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import type { RoyaltyStage } from "./stage.ts";

const TYPES = {
  Withdrawal: [
    { name: "token", type: "address" },
    { name: "account", type: "address" },
    { name: "to", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
  PayeeMigration: [
    { name: "account", type: "address" },
    { name: "to", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** What a withdrawal to somebody else says. */
export interface Withdrawal {
  token: Address;
  account: Address;
  to: Address;
  nonce: bigint;
  deadline: bigint;
}

/** What both sides of a migration say. */
export type PayeeMigration = Omit<Withdrawal, "token">;

/** What may differ in the domain. */
export interface DomainChange {
  chainId?: number;
  verifyingContract?: Address;
}

async function domainOf({ publicClient, splitter }: RoyaltyStage, change: DomainChange) {
  return {
    name: "Imprimatur RoyaltySplitter",
    version: "1",
    chainId: change.chainId ?? (await publicClient.getChainId()),
    verifyingContract: change.verifyingContract ?? splitter.address,
  };
}

export async function signWithdrawal(
  stage: RoyaltyStage,
  { account }: Wallet,
  message: Withdrawal,
  change: DomainChange = {},
): Promise<Hex> {
  const domain = await domainOf(stage, change);
  return stage.wallet(0).signTypedData({ account, domain, types: TYPES, primaryType: "Withdrawal", message });
}

export async function signMigration(
  stage: RoyaltyStage,
  { account }: Wallet,
  message: PayeeMigration,
  change: DomainChange = {},
): Promise<Hex> {
  const domain = await domainOf(stage, change);
  return stage.wallet(0).signTypedData({ account, domain, types: TYPES, primaryType: "PayeeMigration", message });
}
