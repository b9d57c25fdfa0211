import {
  type Address,
  type Chain,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  http,
  publicActions,
  type PublicClient,
  toHex,
  type Transport,
  zeroAddress,
} from "viem";
import { hardhat } from "viem/chains";
import { assetRegistryAbi, licenseMarketAbi, licensesAbi, royaltySplitterAbi } from "@imprimatur/sdk/abi";
import type { AssetLeaf, MerkleSplit } from "@imprimatur/sdk/merkle";
import type { Random } from "../../test/helpers/random.ts";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";

const ACCOUNTS = 6;
const TRANSACTIONS_A_BLOCK = 8;
const MOST_SECONDS_A_BLOCK = 1_200;
const GAS = toHex(2_000_000);
/** Far above the base fee of a chain whose blocks are nearly empty. */
const GAS_PRICE = toHex(20_000_000_000);

/** One recipe with its single asset and its offers. */
export interface Good {
  recipe: number;
  recipeId: Hex;
  asset: bigint;
  leaf: AssetLeaf;
  token: Address;
  stack: number;
  payees: Address[];
  /** Whether its shares may change hands. */
  tradable: boolean;
  /** Lines of a Merkle split; undefined: another kind. */
  merkle: MerkleSplit | undefined;
  /** Offers of plain licenses by the licensor, its agent and owners of the token. */
  offers: Hex[];
  /** Offers of records, with and without a refund window. */
  records: Hex[];
  /** Offers that sell with evidence of the leaf: the title, and exclusive licenses. */
  proved: Hex[];
}

/** A record that may have been bought: what the contracts refused does not exist. */
export interface Bought {
  licenseId: Hex;
  holder: Address;
}

/** What was set up, who took part, and what came of it. */
export interface Trade {
  goods: Good[];
  accounts: Address[];
  tokens: Address[];
  bought: Bought[];
  /** Pots of the second account, by id. */
  pots: Hex[];
}

/** A chain to trade on: several transactions a block, and some time between blocks. */
export interface Desk extends Trade {
  random: Random;
  client: PublicClient<Transport, Chain>;
  contracts: Contracts;
  /** Steps taken so far: what was sold in one is not sold again in the next. */
  steps: number;
  /** Sends from the account of this number; what the contracts refuse is no event. */
  send: (request: Request, from?: number) => Promise<void>;
  mine: (seconds?: number) => Promise<void>;
  /** Mines nothing any more but what `mine` says. */
  open: () => Promise<void>;
  /** Mines what is waiting, and from now on every transaction at once. */
  close: () => Promise<void>;
}

export interface Request {
  address: Address;
  abi: readonly unknown[];
  functionName: string;
  args: readonly unknown[];
}

const contractsOf = ({ deployment }: Stack) => ({
  registry: { address: deployment.addressOf("AssetRegistry"), abi: assetRegistryAbi } as const,
  market: { address: deployment.addressOf("LicenseMarket"), abi: licenseMarketAbi } as const,
  licenses: { address: deployment.addressOf("Licenses"), abi: licensesAbi } as const,
  splitter: { address: deployment.addressOf("RoyaltySplitter"), abi: royaltySplitterAbi } as const,
  factory: { address: deployment.addressOf("StudioFactory") },
});

export type Contracts = ReturnType<typeof contractsOf>;

/** Opens a desk on a stack. */
export async function openDesk(stack: Stack, random: Random): Promise<Desk> {
  const transport = http(stack.rpcUrl);
  const client = createTestClient({ mode: "hardhat", chain: hardhat, transport, cacheTime: 0 }).extend(publicActions);
  const accounts = Array.from({ length: ACCOUNTS }, (_, i) => localAccount(i).address);
  let nonces: number[] = [];
  let waiting = 0;
  const mine = async (seconds = random.integer(1, MOST_SECONDS_A_BLOCK)): Promise<void> => {
    await client.increaseTime({ seconds });
    await client.mine({ blocks: 1 });
    waiting = 0;
  };
  const open = async (): Promise<void> => {
    nonces = await Promise.all(accounts.map((address) => client.getTransactionCount({ address })));
    await client.setAutomine(false);
  };
  await open();
  const wallet = createWalletClient({ chain: hardhat, transport });
  return {
    goods: [],
    bought: [],
    pots: [],
    accounts,
    tokens: [stack.deployment.addressOf("TestUSDC"), stack.deployment.addressOf("TestUSDCKeyed")],
    contracts: contractsOf(stack),
    random,
    client,
    steps: 0,
    mine,
    open,
    close: async () => {
      await mine();
      await client.setAutomine(true);
    },
    // The node signs for its own accounts: one request a transaction, however many there are.
    send: async ({ address: to, ...call }, from = 0) => {
      const nonce = nonces[from] ?? 0;
      nonces[from] = nonce + 1;
      const sent = { from: accounts[from] ?? zeroAddress, to, data: encodeFunctionData(call), nonce: toHex(nonce) };
      await wallet.request({ method: "eth_sendTransaction", params: [{ ...sent, gas: GAS, gasPrice: GAS_PRICE }] });
      waiting += 1;
      if (waiting === TRANSACTIONS_A_BLOCK) await mine();
    },
  };
}
