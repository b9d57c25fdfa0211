import {
  type Address,
  concat,
  encodeDeployData,
  getAddress,
  getCreate2Address,
  type Hex,
  keccak256,
  parseAbi,
  zeroAddress,
  zeroHash,
} from "viem";
import { getCode, multicall } from "viem/actions";
import { vestingWalletCreationCode } from "../abi/generated/vestingWallet.ts";
import type { ActionClient, Call } from "../actions/internal/types.ts";
import type { KnownStream } from "./context.ts";
import { payment, type Payment } from "./treasury.ts";

/** The factory by which everybody creates the same contract at the same address, on every chain. */
export const CREATE2_FACTORY: Address = "0x4e59b44847b379578588920cA78FbF26c0B4956C";

const WALLET = /* @__PURE__ */ parseAbi([
  "constructor(address beneficiary, uint64 startTimestamp, uint64 durationSeconds)",
  "function owner() view returns (address)",
  "function start() view returns (uint256)",
  "function duration() view returns (uint256)",
]);

/** When a stream flows, and to whom. */
export type StreamTerms = {
  beneficiary: Address;
  /** Unix seconds. */
  start: bigint;
  /** Seconds; evenly from start to start + duration. */
  duration: bigint;
};

const creationCode = ({ beneficiary, start, duration }: StreamTerms): Hex =>
  encodeDeployData({ abi: WALLET, bytecode: vestingWalletCreationCode, args: [beneficiary, start, duration] });

/** Address of the vesting wallet of these terms, whether or not it exists. */
export function toStreamWallet(terms: StreamTerms): Address {
  return getCreate2Address({ from: CREATE2_FACTORY, salt: zeroHash, bytecodeHash: keccak256(creationCode(terms)) });
}

/**
 * A stream from the treasury: OpenZeppelin's `VestingWallet` at an address that follows from its terms. Send
 * `deployment` before you propose (anybody may, once): in the proposal it would fail if somebody else was faster.
 *
 * @example
 * ```ts
 * const salary = stream({ token: usdc, amount: 12_000_000_000n, beneficiary: dora, start, duration: 31_536_000n });
 * await client.sendTransaction(salary.deployment);
 * const proposal = buildProposal({ title: "A year of Dora", proposer, actions: [salary.call] });
 * ```
 */
export function stream({ token = zeroAddress, amount, ...terms }: StreamTerms & Omit<Payment, "to">): {
  wallet: Address;
  deployment: Required<Call>;
  call: Required<Call>;
} {
  const wallet = toStreamWallet(terms);
  const deployment = { to: CREATE2_FACTORY, data: concat([zeroHash, creationCode(terms)]), value: 0n };
  return { wallet, deployment, call: payment({ token, amount, to: wallet }) };
}

/** Those of some accounts that are vesting wallets: what they say of themselves must lead to their own address. */
export async function recognizeStreams(
  client: ActionClient,
  accounts: readonly string[],
): Promise<Map<string, KnownStream>> {
  const wallets: [string, KnownStream][] = [];
  for (const account of accounts) {
    const address = account as Address;
    if ((await getCode(client, { address })) === undefined) continue;
    const contracts = (["owner", "start", "duration"] as const).map((functionName) => ({
      ...{ address, abi: WALLET, functionName },
    }));
    const deployless = client.chain?.contracts?.multicall3 === undefined;
    const answers = await multicall(client, { contracts, allowFailure: true, deployless });
    const [owner, start, duration] = answers.map(({ result }) => result);
    if (typeof owner !== "string" || typeof start !== "bigint" || typeof duration !== "bigint") continue;
    const terms = { beneficiary: getAddress(owner), start, duration };
    if (toStreamWallet(terms).toLowerCase() === account) wallets.push([account, terms]);
  }
  return new Map(wallets);
}
