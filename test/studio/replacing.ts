import {
  type Address,
  type ContractFunctionArgs,
  encodeFunctionData,
  getAddress,
  type Hash,
  type Hex,
  parseAbi,
  parseEventLogs,
  zeroAddress,
  zeroHash,
} from "viem";
import type { ArtifactMap } from "hardhat/types/artifacts";
import type { Action } from "../helpers/governance.ts";
import { CLOCK, PRESET, type Protocol, seatWallets, type StudioClones, type Wallet } from "../helpers/protocol.ts";
import { hashOf } from "../registry/registry.ts";

/** What `createSuccessors` of StudioFactory takes. */
export type SuccessorInput = ContractFunctionArgs<
  ArtifactMap["IStudioFactory"]["abi"],
  "nonpayable",
  "createSuccessors"
>[1];

export const MODULE = {
  timelock: 0,
  governor: 1,
  reputation: 2,
  curation: 3,
  board: 4,
  mandates: 5,
  commissions: 6,
  impact: 7,
} as const;

/** Successors of a collective, none yet. */
export function successorInput(overrides: Partial<SuccessorInput> = {}): SuccessorInput {
  return {
    preset: PRESET.collective,
    clockMode: CLOCK.timestamp,
    secondsPerTick: 1,
    electorate: false,
    curation: false,
    board: false,
    mandates: false,
    commissions: false,
    impact: false,
    founders: [],
    seats: [],
    root: zeroHash,
    total: 0n,
    evidence: hashOf("why"),
    ...overrides,
  };
}

/** Makes successors and resolves to their addresses. */
export async function createSuccessors(
  { connection, publicClient, addressOf }: Protocol,
  { studio }: Pick<StudioClones, "studio">,
  overrides: Partial<SuccessorInput>,
) {
  const factory = await connection.viem.getContractAt("StudioFactory", addressOf("StudioFactory"));
  const input = successorInput(overrides);
  const hash = await factory.write.createSuccessors([studio, input]);
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  const [event] = parseEventLogs({ abi: factory.abi, logs, eventName: "SuccessorsCreated" });
  if (event === undefined) throw new Error("SuccessorsCreated was not emitted");
  return { ...event.args.successors, hash, input, event };
}

/** Lets the test send transactions from a contract. */
export async function actAs({ connection: { networkHelpers } }: Protocol, account: Address): Promise<Address> {
  await networkHelpers.setBalance(account, 10n ** 19n);
  await networkHelpers.impersonateAccount(account);
  return account;
}

/** A contract that answers every question with `word`, for parts that no studio of the protocol has. */
export async function deployAnswering({ connection }: Protocol, word: bigint): Promise<Address> {
  const gate = await connection.viem.deployContract("HostileGate");
  await gate.write.answerWith([0, word]);
  return gate.address;
}

const directoryAbi = parseAbi([
  "function replaceElectorate(address governor, address reputation)",
  "function graduate(uint8 preset, address governor, address reputation, address curation)",
  "function setCuration(address curation)",
  "function setBoard(address board)",
  "function setMandates(address mandates, address[] tokens)",
  "function setCommissions(address commissions)",
  "function setImpact(address impact)",
]);

const recordGateAbi = parseAbi(["function recordGate(address gate)"]);

/** A call of the directory in a proposal. */
export function directoryCall(
  { studio }: StudioClones,
  functionName: (typeof directoryAbi)[number]["name"],
  args: readonly unknown[],
): Action {
  const data = encodeFunctionData({ abi: directoryAbi, functionName, args: args as never });
  return { target: studio, data };
}

/** A call of the registry that lets a gate judge for the studio. */
export function recordGateCall({ addressOf }: Protocol, gate: Address): Action {
  const data = encodeFunctionData({ abi: recordGateAbi, functionName: "recordGate", args: [gate] });
  return { target: addressOf("AssetRegistry"), data };
}

/** Who has which role of the timelock, and which address is which module: from nothing but events. */
export interface PowerTable {
  roles: Record<string, Address[]>;
  modules: Record<string, Address>;
}

const eventsAbi = parseAbi([
  "event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)",
  "event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)",
]);

const roleNames = (roles: Record<string, Hex>): Record<Hex, string> =>
  Object.fromEntries(Object.entries(roles).map(([name, role]) => [role, name]));

/** The roles of a studio's timelock by name. */
export async function rolesOf({ connection }: Protocol, { timelock }: Pick<StudioClones, "timelock">) {
  const { read } = await connection.viem.getContractAt("StudioTimelock", timelock);
  return {
    proposer: await read.PROPOSER_ROLE(),
    executor: await read.EXECUTOR_ROLE(),
    canceller: await read.CANCELLER_ROLE(),
    admin: await read.DEFAULT_ADMIN_ROLE(),
  };
}

/** Replays all events of a studio. */
export async function powersFromEvents(protocol: Protocol, clones: StudioClones): Promise<PowerTable> {
  const { connection, publicClient, addressOf } = protocol;
  const { abi: directory } = await connection.viem.getContractAt("Studio", clones.studio);
  const { abi: factory } = await connection.viem.getContractAt("StudioFactory", addressOf("StudioFactory"));
  const logs = await publicClient.getLogs({ fromBlock: 0n });
  const of = (address: Address) => logs.filter((log) => getAddress(log.address) === getAddress(address));

  const names = roleNames(await rolesOf(protocol, clones));
  const roles: Record<string, Address[]> = Object.fromEntries(Object.values(names).map((name) => [name, []]));
  for (const { eventName, args } of parseEventLogs({ abi: eventsAbi, logs: of(clones.timelock) })) {
    const name = names[args.role] as string;
    const others = (roles[name] as Address[]).filter((account) => account !== args.account);
    roles[name] = eventName === "RoleGranted" ? [...others, args.account] : others;
  }

  const modules: Record<string, Address> = {};
  const created = parseEventLogs({ abi: factory, logs: of(addressOf("StudioFactory")), eventName: "StudioCreated" });
  for (const { args } of created) {
    if (args.studio !== getAddress(clones.studio)) continue;
    const { timelock, governor, reputation, curation, board, mandates, commissions } = args;
    const born = { timelock, governor, reputation, curation, board, mandates, commissions };
    Object.assign(modules, born, { impact: zeroAddress });
  }
  for (const event of parseEventLogs({ abi: directory, logs: of(clones.studio) })) {
    if (event.eventName === "ModuleReplaced") {
      modules[Object.keys(MODULE)[event.args.module] as string] = event.args.newModule;
    } else if (event.eventName === "ElectorateReplaced") {
      modules["governor"] = event.args.newGovernor;
      modules["reputation"] = event.args.newReputation;
    }
  }
  return { roles, modules };
}

/** The same from views; roles are asked of everybody in `accounts`. */
export async function powersFromViews(
  protocol: Protocol,
  clones: StudioClones,
  accounts: Address[],
): Promise<PowerTable> {
  const { viem } = protocol.connection;
  const timelock = await viem.getContractAt("StudioTimelock", clones.timelock);
  const studio = await viem.getContractAt("Studio", clones.studio);
  const roles: Record<string, Address[]> = {};
  for (const [name, role] of Object.entries(await rolesOf(protocol, clones))) {
    const holders: Address[] = [];
    for (const account of new Set(accounts.map((address) => getAddress(address)))) {
      if (await timelock.read.hasRole([role, account])) holders.push(account);
    }
    roles[name] = holders;
  }
  const modules: Record<string, Address> = {};
  for (const [name, module] of Object.entries(MODULE)) {
    modules[name] = getAddress(await studio.read.moduleOf([module]));
  }
  return { roles, modules };
}

/** Everybody whom a test of powers knows, and nobody. */
export function everybody({ wallets, deployment }: Protocol, clones: StudioClones, others: Address[]): Address[] {
  const { studio, timelock, governor, reputation, curation, board } = clones;
  return [
    zeroAddress,
    ...[studio, timelock, governor, reputation, curation, board],
    ...wallets.map(({ account }) => account.address),
    ...Object.values(deployment).map(({ address }) => address),
    ...others,
  ];
}

/** The timelock acts without a vote. */
export async function decree(protocol: Protocol, clones: StudioClones, { target, data }: Action): Promise<Hash> {
  const account = await actAs(protocol, clones.timelock);
  const [sender] = protocol.wallets as [Wallet];
  return sender.sendTransaction({ account, to: target, data: data ?? "0x", chain: null });
}

/** Everything that a studio may replace, made and put into the directory's calls. */
export async function replacementsFor(protocol: Protocol, clones: StudioClones, founders: Wallet[]) {
  const made = await createSuccessors(protocol, clones, {
    electorate: true,
    curation: true,
    board: true,
    mandates: true,
    commissions: true,
    impact: true,
    founders: founders.map(({ account }) => getAddress(account.address)),
    seats: seatWallets(protocol, 7).map(({ account }) => getAddress(account.address)),
  });
  const calls = {
    replaceElectorate: [made.governor, made.reputation],
    setCuration: [made.curation],
    setBoard: [made.board],
    setMandates: [made.mandates, [protocol.addressOf("TestUSDC")]],
    setCommissions: [made.commissions],
    setImpact: [made.impact],
  } as const;
  return { made, calls };
}
