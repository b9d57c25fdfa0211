import { type Address, erc20Abi } from "viem";
import { multicall } from "viem/actions";
import { studioGovernorCLOCK_MODE, studioGovernorSecondsPerTick } from "../abi/items/studioGovernor.ts";
import { readMany } from "../actions/internal/readMany.ts";
import type { ActionClient, Call, ContractKey, On, ProtocolContract } from "../actions/internal/types.ts";
import type { StudioAddresses } from "../studioActions.ts";
import type { DescribingContext, KnownToken } from "./context.ts";
import { describeCall, type DescribedCall } from "./describeCall.ts";
import { quote } from "./formats.ts";
import { recognizeStreams } from "./stream.ts";

/** What {@link describeProposal} needs. */
export type DescribeProposalParameters = {
  calls: readonly Call[];
  addresses: On<ProtocolContract>;
  studio: StudioAddresses;
  /** How accounts are called, by address; for members, suppliers, former gates. */
  names?: Readonly<Record<Address, string>>;
};

/** A proposal read back. */
export type DescribedProposal = {
  actions: DescribedCall[];
  /** A numbered line for each action, indented where one leads to others. */
  text: string;
  /** Whether all of it was read. */
  understood: boolean;
};

/** How a studio's contracts and the protocol's are called in sentences. */
const NAMES: Readonly<Record<ContractKey, string>> = {
  studio: "the studio",
  timelock: "the treasury",
  governor: "the governor",
  reputation: "the reputation",
  curation: "the gate",
  board: "the ethics board",
  mandates: "the agents' mandates",
  commissions: "the commissions",
  impact: "what grants reputation for impact",
  assetRegistry: "the asset registry",
  licenseMarket: "the license market",
  licenses: "the licenses",
  royaltySplitter: "the royalty ledger",
  studioFactory: "the studio factory",
  attestations: "the attestations",
  provenance: "the provenance",
};

/**
 * Reads back what a proposal does, in sentences for voters: from its calls alone, never from its text. Tokens are asked
 * for symbol and decimals, vesting wallets are recognized by their address, and what cannot be read says so.
 *
 * @example
 * ```ts
 * const { text, understood } = await describeProposal(client, { calls, addresses, studio });
 * ```
 */
export async function describeProposal(
  client: ActionClient,
  parameters: DescribeProposalParameters,
): Promise<DescribedProposal> {
  const context = await readContext(client, parameters);
  const actions = parameters.calls.map((call) => describeCall(call, context));
  return {
    actions,
    text: toLines(actions).join("\n"),
    understood: actions.every(({ understood }) => understood),
  };
}

function toLines(actions: readonly DescribedCall[], indent = ""): string[] {
  return actions.flatMap(({ sentence, inner = [] }, place) => [
    `${indent}${place + 1}. ${sentence}`,
    ...toLines(inner, `${indent}   `),
  ]);
}

/** What describing needs to know, read from the chain. */
export async function readContext(
  client: ActionClient,
  { calls, addresses, studio, names = {} }: DescribeProposalParameters,
): Promise<DescribingContext> {
  const known = Object.entries(NAMES).flatMap(([key, name]) => {
    const address = { ...addresses, ...studio }[key as ContractKey];
    return address === undefined || BigInt(address) === 0n ? [] : [{ key: key as ContractKey, name, address }];
  });
  const contracts = new Map(known.map(({ key, address }) => [address.toLowerCase(), key]));
  const others = mentioned(calls).filter((address) => !contracts.has(address));
  const [tokens, streams, clock] = await Promise.all([
    readTokens(client, others),
    recognizeStreams(client, others),
    readClock(client, studio.governor),
  ]);
  const labels = Object.entries(names).map(([address, name]): [string, string] => [address.toLowerCase(), quote(name)]);
  return {
    contracts,
    names: new Map([...labels, ...known.map(({ name, address }): [string, string] => [address.toLowerCase(), name])]),
    tokens,
    streams,
    clock,
    currency: client.chain?.nativeCurrency.symbol ?? "ETH",
  };
}

/** Targets, and whatever looks like an address in a word of calldata. */
function mentioned(calls: readonly Call[]): string[] {
  const words = calls.flatMap(({ data }) => [...data.slice(10).matchAll(/.{64}/gu)].map(([word]) => word));
  const inside = words.filter((word) => /^0{24}(?!0{8})/u.test(word)).map((word) => `0x${word.slice(24)}`);
  return [...new Set([...calls.map(({ to }) => to.toLowerCase()), ...inside])];
}

async function readTokens(client: ActionClient, accounts: readonly string[]): Promise<Map<string, KnownToken>> {
  if (accounts.length === 0) return new Map();
  const contracts = accounts.flatMap((account) => {
    const address = account as Address;
    return [
      { address, abi: erc20Abi, functionName: "decimals" },
      { address, abi: erc20Abi, functionName: "symbol" },
    ] as const;
  });
  const deployless = client.chain?.contracts?.multicall3 === undefined;
  const answers = await multicall(client, { contracts, allowFailure: true, deployless });
  const tokens = accounts.flatMap((account, place): [string, KnownToken][] => {
    const [decimals, symbol] = [answers[2 * place]?.result, answers[2 * place + 1]?.result];
    if (typeof decimals !== "number" || typeof symbol !== "string") return [];
    return [[account, { decimals, symbol: quote(symbol, 20) }]];
  });
  return new Map(tokens);
}

async function readClock(client: ActionClient, address: Address): Promise<DescribingContext["clock"]> {
  const [mode, secondsPerTick] = await readMany(client, [
    { address, abi: [studioGovernorCLOCK_MODE], functionName: "CLOCK_MODE" },
    { address, abi: [studioGovernorSecondsPerTick], functionName: "secondsPerTick" },
  ]);
  return { mode: mode === "mode=timestamp" ? "timestamp" : "blockNumber", secondsPerTick: Number(secondsPerTick) };
}
