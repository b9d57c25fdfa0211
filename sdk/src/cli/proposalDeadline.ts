import { getBlock } from "viem/actions";
import {
  studioGovernorLateQuorumVoteExtension,
  studioGovernorSecondsPerTick,
  studioGovernorVotingDelay,
  studioGovernorVotingPeriod,
} from "../abi/items/studioGovernor.ts";
import { studioTimelockGetMinDelay } from "../abi/items/studioTimelock.ts";
import { readMany } from "../actions/internal/readMany.ts";
import type { Session } from "./session.ts";

/** For a file to be proposed, a vote to be queued, and what was queued to be executed by somebody: 30 days. */
const LEISURE = 30n * 86_400n;

/** Unix seconds until which a call that the studio votes on should stay valid: a whole vote and its delay, and leisure. */
export async function proposalDeadline(session: Session): Promise<bigint> {
  const { client } = await session.connect();
  const { governor: address, timelock } = await session.studio();
  const [[delay, period, extension, tick, wait], { timestamp }] = await Promise.all([
    readMany(client, [
      { address, abi: [studioGovernorVotingDelay], functionName: "votingDelay" },
      { address, abi: [studioGovernorVotingPeriod], functionName: "votingPeriod" },
      { address, abi: [studioGovernorLateQuorumVoteExtension], functionName: "lateQuorumVoteExtension" },
      { address, abi: [studioGovernorSecondsPerTick], functionName: "secondsPerTick" },
      { address: timelock, abi: [studioTimelockGetMinDelay], functionName: "getMinDelay" },
    ]),
    getBlock(client),
  ]);
  return timestamp + (delay + period + BigInt(extension)) * tick + wait + LEISURE;
}
