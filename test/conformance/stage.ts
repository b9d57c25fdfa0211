import { type Abi, type Address, encodeFunctionData, getAddress, type Hash, type Hex, parseEther } from "viem";
import { type Governance, setUpGovernance } from "../governance/governance.ts";
import { passTimepoint } from "../helpers/governance.ts";
import { CLOCK, type StudioConfig, type Wallet } from "../helpers/protocol.ts";
import { openWire, type Wire } from "./clients/wire.ts";

/** A studio as clients of user interfaces meet it: addresses, the block in which it was made, and a wire. */
export interface Stage extends Governance {
  wire: Wire;
  fromBlock: bigint;
  charter: { target: Address; data: Hex };
  /** Somebody who is paid. */
  payee: Address;
}

export const CLOCKS = {
  timestamps: { clockMode: CLOCK.timestamp, secondsPerTick: 1 },
  blocks: { clockMode: CLOCK.blockNumber, secondsPerTick: 12 },
} as const;

export const CHARTER = `0x${"c4".repeat(32)}` as const;
export const PAYMENT = parseEther("1.5");

/** A studio of three whose treasury holds 10 ether. */
export async function setStage(config: Partial<StudioConfig> = {}): Promise<Stage> {
  const governance = await setUpGovernance(config);
  const { protocol, clones, governor, token, timelock } = governance;
  await protocol.connection.networkHelpers.setBalance(timelock.address, parseEther("10"));
  const contracts = {
    governor: { address: governor.address, abi: governor.abi as Abi },
    token: { address: token.address, abi: token.abi as Abi },
    timelock: { address: timelock.address, abi: timelock.abi as Abi },
  };
  const { blockNumber } = await protocol.publicClient.getTransactionReceipt({ hash: clones.hash });
  const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
  const data = encodeFunctionData({ abi: studio.abi, functionName: "setCharter", args: [CHARTER] });
  const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
  return {
    ...governance,
    wire: openWire(protocol.connection, contracts),
    fromBlock: blockNumber,
    charter: { target: clones.studio, data },
    payee: getAddress("0x00000000000000000000000000000000000b0b00"),
    rewind: () => snapshot.restore(),
  };
}

/** Lets the studio's clock pass a timepoint, and one block more. */
export async function waitUntil({ protocol, clones }: Stage, timepoint: bigint): Promise<void> {
  await passTimepoint(protocol, clones, timepoint + 1n);
}

/** Lets the timelock's delay pass. */
export async function waitSeconds({ protocol }: Stage, until: bigint): Promise<void> {
  await protocol.connection.networkHelpers.time.increaseTo(until);
}

/** Whether both actions took place: the charter is another one, and the payee was paid. */
export async function isDone({ protocol, clones, payee }: Stage): Promise<boolean> {
  const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
  const paid = await protocol.publicClient.getBalance({ address: payee });
  return (await studio.read.charterVersion()) === 2 && paid === PAYMENT;
}

/** Members of all kinds: three founders, one of whom delegates, and a newcomer. */
export function membersOf({ founders, stranger }: Stage): Address[] {
  return [...founders, stranger].map(({ account }) => account.address);
}

/** The one event of the timelock with an operation's id in a transaction. */
export async function operationIn({ protocol, timelock }: Stage, hash: Hash): Promise<Hash> {
  const { blockNumber } = await protocol.publicClient.getTransactionReceipt({ hash });
  const [event] = await timelock.getEvents.CallScheduled({}, { fromBlock: blockNumber, toBlock: blockNumber });
  if (event?.args.id === undefined) throw new Error("Nothing was scheduled");
  return event.args.id;
}

export const founder = ({ founders }: Stage, i: number): Wallet => founders[i] as Wallet;
