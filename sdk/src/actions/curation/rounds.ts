import type { Address, Hex } from "viem";
import { assetRegistryLotOf } from "../../abi/items/assetRegistry.ts";
import { curationAuditClosedEvent, curationBallotCastEvent, curationSeedDrawnEvent } from "../../abi/items/curation.ts";
import { blockAt } from "../../logs/blockAt.ts";
import { fetchEventLogs } from "../../logs/fetchLogs.ts";
import type { EventArgs } from "../internal/types.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

/** What reading the logs of one lot needs. */
export type LotLogsParameters = On<"assetRegistry" | "curation"> & {
  lotId: bigint;
  /** First block that is searched; that of the lot's commit by default. */
  fromBlock?: bigint | undefined;
};

/** One audit of a lot as its logs tell it. */
export type AuditRound = {
  seed: Hex;
  /** Unix seconds. */
  ballotDeadline: bigint;
  /** The newest close. */
  close: EventArgs<typeof curationAuditClosedEvent> | undefined;
};

/** The seeds of a lot's audits with the newest close of each, from the logs. */
export async function fetchRounds(client: ActionClient, parameters: LotLogsParameters): Promise<AuditRound[]> {
  const range = await rangeOf(client, parameters);
  const drawn = await fetchEventLogs(client, { ...range, event: curationSeedDrawnEvent });
  const closed = await fetchEventLogs(client, { ...range, event: curationAuditClosedEvent });
  return drawn.map(({ args: { seed, ballotDeadline }, blockNumber }, round) => {
    const end = drawn[round + 1]?.blockNumber;
    const closes = closed.filter(
      (log) => log.blockNumber >= blockNumber && (end === undefined || log.blockNumber < end),
    );
    return { seed, ballotDeadline: BigInt(ballotDeadline), close: closes.at(-1)?.args };
  });
}

/** The ballots that were cast directly, oldest first. */
export async function fetchCast(
  client: ActionClient,
  parameters: LotLogsParameters,
): Promise<EventArgs<typeof curationBallotCastEvent>[]> {
  const logs = await fetchEventLogs(client, {
    ...(await rangeOf(client, parameters)),
    event: curationBallotCastEvent,
  });
  return logs.map(({ args }) => args);
}

/** Which logs tell of a lot. */
export async function rangeOf(client: ActionClient, parameters: LotLogsParameters) {
  const { lotId } = parameters;
  const address = addressIn("curation", parameters);
  return { address, args: { lotId }, fromBlock: parameters.fromBlock ?? (await blockOfCommit(client, parameters)) };
}

async function blockOfCommit(client: ActionClient, parameters: LotLogsParameters): Promise<bigint> {
  const address: Address = addressIn("assetRegistry", parameters);
  const [{ committedAt }] = await readMany(client, [
    { address, abi: [assetRegistryLotOf], functionName: "lotOf", args: [parameters.lotId] },
  ]);
  return (await blockAt(client, BigInt(committedAt))) ?? 0n;
}
