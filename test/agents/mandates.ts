import {
  type Address,
  type ContractFunctionArgs,
  encodeAbiParameters,
  getAddress,
  type Hash,
  type Hex,
  isAddressEqual,
  keccak256,
  parseEventLogs,
  stringToHex,
  toFunctionSelector,
  toHex,
  zeroAddress,
} from "viem";
import type { ArtifactMap } from "hardhat/types/artifacts";
import { type Ethics, setUpEthics } from "../governance/ethics.ts";
import type { Protocol, StudioClones, StudioConfig, Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { actAs, createSuccessors } from "../studio/replacing.ts";

export type MandateInput = ContractFunctionArgs<ArtifactMap["IAgentMandates"]["abi"], "nonpayable", "grant">[0];
export type MandatesContract = Awaited<ReturnType<typeof mandatesAt>>;
export type MandatesError = Parameters<typeof expectRefused<MandatesContract>>[2]["error"];

export const DAY = 86_400;
export const HOUR = 3_600;
export const USDC = 1_000_000n;
export const POLICY: Hash = keccak256(stringToHex('{"model":"m1","prompt":"p1"}'));
export const OTHER_POLICY: Hash = keccak256(stringToHex('{"model":"m1","prompt":"p2"}'));
export const PURPOSE = stringToHex("invoice 7", { size: 32 });

/** Enough for every call of these tests; named so that a call that reverts is mined and not stopped at estimation. */
export const GAS = 5_000_000n;

/** Mandates with an agent, a token and a window. */
export interface Acting {
  protocol: Protocol;
  mandates: MandatesContract;
  usdc: Awaited<ReturnType<typeof usdcAt>>;
  agent: Wallet;
  payee: Address;
  /** Who answers for the agent. */
  sponsor: Address;
  /** A contract that takes every call. */
  machine: Address;
  timelockAddress: Address;
}

/** A studio whose agents can act. */
export type Agents = Ethics & Acting;

export const mandatesAt = ({ connection }: Pick<Protocol, "connection">, address: Address) =>
  connection.viem.getContractAt("AgentMandates", address);
const usdcAt = ({ connection, addressOf }: Protocol) =>
  connection.viem.getContractAt("TestUSDC", addressOf("TestUSDC"));

/** Mandates and commissions of a studio: those of its birth, or successors that its directory does not name yet. */
export async function makeModules(
  protocol: Protocol,
  clones: StudioClones,
): Promise<Pick<StudioClones, "mandates" | "commissions">> {
  if (clones.mandates !== zeroAddress) return clones;
  return createSuccessors(protocol, clones, { preset: clones.config.preset, mandates: true, commissions: true });
}

/** Mandates in a studio's directory, a treasury of 100,000 USDC, and a window of 10,000 in 7 days. */
export async function setUpAgentsOn(protocol: Protocol, clones: StudioClones): Promise<Acting> {
  const { connection } = protocol;
  const { time } = connection.networkHelpers;
  // Periods begin with the day: none ends in the middle of a test.
  await time.increaseTo((Math.floor((await time.latest()) / DAY) + 1) * DAY);
  await connection.networkHelpers.impersonateAccount(clones.timelock);
  await connection.networkHelpers.setBalance(clones.timelock, 10n ** 20n);
  const mandates = await mandatesAt(protocol, (await makeModules(protocol, clones)).mandates);
  const timelock = { account: clones.timelock };
  if (clones.mandates === zeroAddress) {
    const studio = await connection.viem.getContractAt("Studio", clones.studio);
    await studio.write.setMandates([mandates.address, []], timelock);
  }
  const usdc = await usdcAt(protocol);
  await usdc.write.mint([clones.timelock, 100_000n * USDC]);
  await usdc.write.approve([mandates.address, 20_000n * USDC], timelock);
  await mandates.write.setWindow([usdc.address, 10_000n * USDC, 7 * DAY], timelock);
  const { address: machine } = await connection.viem.deployContract("HostileGate");
  const agent = protocol.wallets[11] as Wallet;
  const payee = getAddress((protocol.wallets[12] as Wallet).account.address);
  const sponsor = getAddress((protocol.wallets[13] as Wallet).account.address);
  return { protocol, mandates, usdc, agent, payee, sponsor, machine, timelockAddress: clones.timelock };
}

/** The same with a board; the tests may act as timelock, board and gate. */
export async function setUpAgents(config: Partial<StudioConfig> = {}): Promise<Agents> {
  const ethics = await setUpEthics(5, config);
  const acting = await setUpAgentsOn(ethics.protocol, ethics.clones);
  for (const account of [ethics.clones.board, ethics.clones.curation]) await actAs(ethics.protocol, account);
  const snapshot = await ethics.protocol.connection.networkHelpers.takeSnapshot();
  return { ...ethics, ...acting, rewind: () => snapshot.restore() };
}

/** A function of the machine without arguments and effects: `echo()`. */
export const PING: Hex = toFunctionSelector("echo()");

/** 1,000 USDC at once, 4,000 a day, 12,000 in all, for 90 days; one payee, one function, 500 assets a day. */
export async function mandateInput(agents: Acting, overrides: Partial<MandateInput> = {}): Promise<MandateInput> {
  const now = await agents.protocol.connection.networkHelpers.time.latest();
  return {
    agent: agents.agent.account.address,
    sponsor: agents.sponsor,
    policyHash: POLICY,
    token: agents.usdc.address,
    limits: { perTransaction: 1_000n * USDC, perPeriod: 4_000n * USDC, period: DAY },
    lifetime: 12_000n * USDC,
    validUntil: now + 90 * DAY,
    reviewAt: now + 30 * DAY,
    quota: 500,
    payees: [agents.payee],
    calls: [{ target: agents.machine, selector: PING }],
    ...overrides,
  };
}

/** The agent says that it is ready for just this mandate. */
export async function consentTo({ mandates, protocol }: Acting, input: MandateInput): Promise<void> {
  const known = protocol.wallets.some(({ account }) => isAddressEqual(account.address, input.agent));
  if (!known) await actAs(protocol, input.agent);
  const terms = await mandates.read.hashTerms([input]);
  await mandates.write.consent([terms], { account: input.agent, gas: GAS });
}

/** Grants a mandate that its agent consents to, and resolves to its id. */
export async function grant(agents: Acting, overrides: Partial<MandateInput> = {}): Promise<Hash> {
  const { mandates, protocol, timelockAddress } = agents;
  const input = await mandateInput(agents, overrides);
  await consentTo(agents, input);
  const hash = await mandates.write.grant([input], { account: timelockAddress, gas: GAS });
  const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
  const [event] = parseEventLogs({ abi: mandates.abi, logs, eventName: "MandateGranted" });
  if (event === undefined) throw new Error("MandateGranted was not emitted");
  return event.args.mandateId;
}

/** Pays as the agent. */
export function pay(
  { mandates, agent, payee }: Acting,
  mandateId: Hash,
  amount: bigint,
  { policy = POLICY, to = payee, by = agent }: { policy?: Hash; to?: Address; by?: Wallet } = {},
): Promise<Hash> {
  return mandates.write.pay([mandateId, policy, to, amount, PURPOSE], { account: by.account, gas: GAS });
}

/** Calls as the agent. */
export function callFrom(
  { mandates, agent, machine }: Acting,
  mandateId: Hash,
  { target = machine, data = PING, policy = POLICY }: { target?: Address; data?: Hex; policy?: Hash } = {},
): Promise<Hash> {
  return mandates.write.call([mandateId, policy, target, data], { account: agent.account, gas: GAS });
}

/** Asserts that a call is refused by the mandates and changes nothing anywhere. */
export function expectMandatesRefused(
  { protocol, mandates, usdc, clones }: Agents,
  call: () => Promise<Hash>,
  error: MandatesError,
  args: readonly unknown[],
): Promise<void> {
  const others = [mandates.address, usdc.address, ...[clones.reputation, clones.studio, clones.curation]];
  return expectRefused(protocol, call, { by: mandates, error, args, others });
}

const NUMBER = (1n << 40n) - 1n;

/** The next link of a mandate's log, computed as an auditor does. */
export function nextHead(head: Hash, policyHash: Hash, act: number, words: readonly [Hash, Hash, Hash]): Hash {
  const digest = keccak256(
    encodeAbiParameters(
      [
        { type: "bytes32" },
        { type: "bytes32" },
        { type: "uint8" },
        { type: "bytes32" },
        { type: "bytes32" },
        { type: "bytes32" },
      ],
      [head, policyHash, act, ...words],
    ),
  );
  return toHex((BigInt(digest) & ~NUMBER) | ((BigInt(head) & NUMBER) + 1n), { size: 32 });
}

/** Log of a mandate without acts. */
export const firstHead = (mandateId: Hash): Hash => toHex(BigInt(mandateId) & ~NUMBER, { size: 32 });
