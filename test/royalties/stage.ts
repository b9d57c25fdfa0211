import type { SnapshotRestorer } from "@nomicfoundation/hardhat-network-helpers/types";
import type { ArtifactMap } from "hardhat/types/artifacts";
import {
  type Abi,
  type Address,
  type ContractErrorArgs,
  type ContractErrorName,
  type ContractFunctionArgs,
  type Hash,
  zeroAddress,
  zeroHash,
} from "viem";
import { connect, deployProtocol, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";

type SplitterAbi = ArtifactMap["RoyaltySplitter"]["abi"];

/** `[parent, rate]`: one parent as `openNode` takes it. */
export type EdgeInput = readonly [parent: number, rate: number];

/** One line of a split. */
export interface PayeeInput {
  account: Address;
  weight: number;
  roles: number;
}

/** What a split is beside its lines. */
export type OptionsInput = ContractFunctionArgs<SplitterAbi, "nonpayable", "openNode">[3];

/** What differs from a plain sale of recipe 1 to the buyer in USDC. */
export interface SaleInput {
  recipe?: number;
  token?: Address;
  payer?: Address;
  referrer?: Address;
  gross?: bigint;
  referral?: bigint;
  seller?: Address;
  pot?: Hash;
  settleNow?: boolean;
}

const GAS = 15_000_000n;
const FUNDS = 10n ** 15n;

/** A deployed protocol whose splitter can be spoken to as its registry and its market. */
export type RoyaltyStage = Awaited<ReturnType<typeof buildStage>>;

async function buildStage() {
  const connection = await connect();
  const protocol = await deployProtocol(connection);
  const { viem, networkHelpers } = connection;
  const splitter = await viem.getContractAt("RoyaltySplitter", protocol.addressOf("RoyaltySplitter"));
  const usdc = await viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));
  const registry = await splitter.read.assetRegistry();
  const market = await splitter.read.licenseMarket();
  for (const sibling of [registry, market]) {
    await networkHelpers.impersonateAccount(sibling);
    await networkHelpers.setBalance(sibling, 10n ** 20n);
  }
  const wallet = (index: number): Wallet => protocol.wallets[index] as Wallet;
  const buyer = wallet(1);
  await usdc.write.mint([buyer.account.address, FUNDS]);
  await usdc.write.approve([splitter.address, FUNDS], { account: buyer.account });

  /** Two payees, ascending: 60 % and 40 %. */
  const payees = [wallet(2), wallet(3)].map(({ account }) => account.address).sort(byValue) as [Address, Address];
  const split: PayeeInput[] = [
    { account: payees[0], weight: 600_000, roles: 1 },
    { account: payees[1], weight: 400_000, roles: 2 },
  ];

  const openNode = (
    recipe: number,
    edges: readonly EdgeInput[] = [],
    lines: readonly PayeeInput[] = split,
    options: OptionsInput = FIXED_SPLIT,
  ) =>
    splitter.write.openNode([recipe, edges.map(([parent, rate]) => ({ parent, rate, pass: 0 })), [...lines], options], {
      account: registry,
      gas: GAS,
    });

  const toSale = (sale: SaleInput) => ({
    recipe: sale.recipe ?? 1,
    token: sale.token ?? usdc.address,
    payer: sale.payer ?? buyer.account.address,
    referrer: sale.referrer ?? zeroAddress,
    gross: sale.gross ?? 1_000_000n,
    referral: sale.referral ?? 0n,
    seller: sale.seller ?? zeroAddress,
    pot: sale.pot ?? zeroHash,
  });

  const collect = (sale: SaleInput = {}) =>
    splitter.write.collect([toSale(sale), sale.settleNow ?? false], { account: market, gas: GAS });

  const settle = (recipes: readonly number[], token: Address = usdc.address) =>
    splitter.write.settle([[...recipes], token], { gas: GAS });

  /** Asserts that the splitter refuses a call with one of its own errors, and that no storage changes. */
  function refuses<TName extends ContractErrorName<SplitterAbi>>(
    call: () => Promise<Hash>,
    error: TName,
    args: ContractErrorArgs<SplitterAbi, TName>,
  ): Promise<void> {
    return expectRefused(protocol, call, { by: splitter, error, args: args as readonly unknown[] });
  }

  return {
    connection,
    protocol,
    viem,
    publicClient: protocol.publicClient,
    splitter,
    usdc,
    registry,
    market,
    buyer,
    /** Somebody without any part in the protocol. */
    stranger: wallet(9),
    wallet,
    payees,
    split,
    openNode,
    toSale,
    collect,
    settle,
    /** Gas limit for calls that are expected to be mined and to revert. */
    gas: GAS,
    /** The books of one recipe, USDC unless told otherwise. */
    ledger: (recipe: number, token: Address = usdc.address) => splitter.read.ledgerOf([recipe, token]),
    balance: (account: Address, token: Address = usdc.address) => splitter.read.creditOf([account, token]),
    refuses,
    /** The same for an error that a token raises. */
    refusesByToken: async (
      call: () => Promise<Hash>,
      by: { abi: Abi; address: Address },
      error: string,
      args: readonly unknown[],
    ) => expectRefused(protocol, call, { by, error, args, others: [by.address] }),
  };
}

const byValue = (one: Address, other: Address) => (BigInt(one) < BigInt(other) ? -1 : 1);

/** Gives every test of a suite the same fresh stage; call it at the top of `describe`. */
export function useRoyaltyStage(): () => RoyaltyStage {
  let stage: RoyaltyStage | undefined;
  let snapshot: SnapshotRestorer | undefined;
  before(async function () {
    stage = await buildStage();
    snapshot = await stage.connection.networkHelpers.takeSnapshot();
  });
  beforeEach(async function () {
    await snapshot?.restore();
  });
  return () => {
    if (stage === undefined) throw new Error("the stage is built before the first test");
    return stage;
  };
}
