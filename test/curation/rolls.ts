import { type Address, encodeFunctionData, encodePacked, type Hash, type Hex, parseAbi, parseEventLogs } from "viem";
import type { ContractFunctionArgs } from "viem";
import type { ArtifactMap } from "hardhat/types/artifacts";
import { type Gate } from "./fixture.ts";

/** Seconds. */
export const EPOCH = 604_800n;
/** Epochs for which a standing counts. */
export const LIFE = 4;
export const REP = 10n ** 18n;

export type AuditTerms = ContractFunctionArgs<ArtifactMap["ICuration"]["abi"], "nonpayable", "setAuditTerms">[0];

/** The terms of a studio that has set none. */
export const DEFAULT_TERMS: AuditTerms = {
  bond: 0n,
  fee: 0n,
  challengeBond: 0n,
  seedDelay: 32,
  ballotWindow: 86_400,
  timeOut: 7 * 86_400,
  challengeWindow: 86_400,
  quorum: 600_000,
  coverage: 400_000,
  panel: 16,
  minHumanBallots: 0,
  normalSize: 256,
  normalAcceptance: 2,
  tightenedSize: 256,
  tightenedAcceptance: 0,
  reducedSize: 64,
  reducedAcceptance: 0,
  flags: 0,
};

/** The epoch of the newest block. */
export async function epochNow({ curation, connection }: Gate): Promise<number> {
  return curation.read.epochAt([BigInt(await connection.networkHelpers.time.latest())]);
}

/** Moves to the beginning of an epoch, if it is still to come. */
export async function toEpoch({ studio, connection }: Gate, epoch: number): Promise<void> {
  const start = BigInt(await studio.read.createdAt()) + BigInt(epoch) * EPOCH;
  const { time } = connection.networkHelpers;
  if (start > BigInt(await time.latest())) await time.increaseTo(start);
}

/** The standings that a transaction set, in order. */
export async function standingsSetIn({ protocol, curation }: Gate, hash: Hash) {
  const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
  return parseEventLogs({ abi: curation.abi, logs, eventName: "StandingSet" }).map(({ args }) => args);
}

/** Names of the events of the gate in a transaction, in order. */
export async function eventsIn({ protocol, curation }: Gate, hash: Hash): Promise<string[]> {
  const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
  return parseEventLogs({ abi: curation.abi, logs }).map(({ eventName }) => eventName);
}

/** What an account's reputation is worth as a standing, at the newest block. */
export async function standingFor({ connection, clones }: Gate, account: Address): Promise<number> {
  const reputation = await connection.viem.getContractAt("ReputationToken", clones.reputation);
  const effective = await reputation.read.effectiveBalanceOf([account]);
  return effective < 10n * REP ? 0 : Number(effective / (REP / 10n));
}

/** A clone of the gate's code with other flags than the studio's, and without books. */
export async function cloneWithFlags({ connection, protocol, clones }: Gate, flags: number): Promise<Hex> {
  const [wallet] = await connection.viem.getWalletClients();
  const code = encodePacked(
    ["bytes10", "address", "bytes15", "address", "uint8", "uint48"],
    [
      "0x363d3d373d3d3d363d73",
      protocol.addressOf("Curation"),
      "0x5af43d82803e903d91602b57fd5bf3",
      clones.studio,
      flags,
      1,
    ],
  );
  const size = ((code.length - 2) / 2).toString(16).padStart(4, "0");
  // push size, copy what follows these ten bytes to memory, return it
  const initCode = `0x61${size}80600a3d393df3${code.slice(2)}` as Hex;
  const hash = await wallet?.sendTransaction({ data: initCode });
  if (hash === undefined) throw new Error("There is no account");
  const { contractAddress } = await protocol.publicClient.getTransactionReceipt({ hash });
  if (contractAddress == null) throw new Error("The clone was not deployed");
  const data = encodeFunctionData({ abi: parseAbi(["function studio() view returns (address)"]) });
  const answer = await protocol.publicClient.call({ to: contractAddress, data });
  if (BigInt(answer.data ?? 0) !== BigInt(clones.studio)) throw new Error("The clone belongs to another studio");
  return contractAddress;
}

/** Puts a gate into the place of the studio's present one. */
export async function appoint({ connection, registry, clones, timelock }: Gate, gate: Address): Promise<void> {
  const studio = await connection.viem.getContractAt("Studio", clones.studio);
  await registry.write.recordGate([gate], { account: timelock });
  await studio.write.setCuration([gate], { account: timelock });
}
