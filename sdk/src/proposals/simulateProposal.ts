import {
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  keccak256,
  numberToHex,
  size,
  type StateOverride,
  zeroHash,
} from "viem";
import { call as ethCall, getCode } from "viem/actions";
import { studioTimelockExecuteBatch } from "../abi/items/studioTimelock.ts";
import type { ActionClient, Call, ReadOptions } from "../actions/internal/types.ts";
import { ProposalActionError } from "../errors/governance.ts";
import { InvalidInputError } from "../errors/revert.ts";
import { toStudioError } from "../errors/decode.ts";
import { toColumns } from "../governance/proposal.ts";
import { defined } from "../types/defined.ts";
import { describeCall } from "./describeCall.ts";
import { describeProposal, type DescribeProposalParameters, readContext } from "./describeProposal.ts";

/** Where OpenZeppelin's timelock and governor keep what is queued (ERC-7201). */
const TIMELOCK_STORAGE = 0x9a37c2aa9d186a0969ff8a8267bf4e07e864c2f2768f5040949e28a624fb3600n;
const GOVERNOR_STORAGE = 0x7c712897014dbe49c045ef1299aa2d5f9e67e48eea4403efa21f1e0f3ac0cb00n;

/** What {@link simulateProposal} found. */
export type SimulatedProposal = {
  /** What each action does. */
  text: string;
  understood: boolean;
};

/**
 * Runs a proposal's actions in one go, one after the other on the state that the others leave, as the timelock would
 * now: on a node's answer to `eth_call`, so that nothing changes anywhere. Works on a local chain, its forks and every
 * node that takes state overrides. Throws `ProposalActionError`, which names the first action that fails and why.
 *
 * @example
 * ```ts
 * await simulateProposal(client, { calls: proposal.calls, addresses, studio });
 * ```
 */
export async function simulateProposal(
  client: ActionClient,
  parameters: DescribeProposalParameters & ReadOptions,
): Promise<SimulatedProposal> {
  const { calls, studio } = parameters;
  const targets = await Promise.all(calls.map(({ to }) => getCode(client, { address: to, ...at(parameters) })));
  for (let count = 1; count <= calls.length; count += 1) {
    const part = calls.slice(0, count);
    const failure =
      bareTarget(calls[count - 1] as Call, targets[count - 1]) ??
      (await failureOf(client, { ...parameters, calls: part, ...studio }));
    if (failure === undefined) continue;
    const { sentence } = describeCall(calls[count - 1] as Call, await readContext(client, parameters));
    throw new ProposalActionError(count - 1, sentence, failure);
  }
  const { text, understood } = await describeProposal(client, parameters);
  return { text, understood };
}

const at = ({ blockNumber }: ReadOptions): ReadOptions => defined({ blockNumber });

/** The governor refuses calls to accounts without code of their own; the timelock would not notice. */
function bareTarget({ to, data }: Call, code: Hex | undefined): InvalidInputError | undefined {
  const bare = code === undefined || (size(code) === 23 && code.startsWith("0xef0100"));
  if (!bare || size(data) === 0) return undefined;
  return new InvalidInputError({
    ...{ errorName: "StudioGovernorCallToBareTarget", args: { target: to }, data: "0x", cause: undefined },
    hint: "The target has no code: it can be paid but not called.",
  });
}

type Batch = { calls: readonly Call[]; governor: Address; timelock: Address } & ReadOptions;

/** Why the timelock could not execute these calls; undefined where it could. */
async function failureOf(client: ActionClient, batch: Batch): Promise<unknown> {
  const { calls, governor, timelock } = batch;
  const [targets, values, datas] = toColumns(calls);
  const args = [targets, values, datas, zeroHash, zeroHash] as const;
  const data = encodeFunctionData({ abi: [studioTimelockExecuteBatch], functionName: "executeBatch", args });
  try {
    const stateOverride = queued(batch, operationId(args));
    await ethCall(client, { account: governor, to: timelock, data, stateOverride, ...at(batch) });
    return undefined;
  } catch (error) {
    return toStudioError(error);
  }
}

/** Id of a batch in OpenZeppelin's timelock. */
function operationId(args: readonly [readonly Address[], readonly bigint[], readonly Hex[], Hex, Hex]): Hex {
  const types = ["address[]", "uint256[]", "bytes[]", "bytes32", "bytes32"].map((type) => ({ type }));
  return keccak256(encodeAbiParameters(types, args));
}

const word = (value: bigint): Hex => numberToHex(value, { size: 32 });
const slotOf = (key: Hex, mapping: bigint): Hex =>
  keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "uint256" }], [key, mapping]));

/** The batch is due, and the governor expects the calls on itself: what queueing and executing would have stored. */
function queued({ calls, governor, timelock }: Batch, id: Hex): StateOverride {
  const due = 2n; // 1 would mean done
  const own = calls.filter(({ to }) => to.toLowerCase() === governor.toLowerCase());
  const expected = own.map(({ data }, place) => ({
    slot: slotOf(word(BigInt(place)), GOVERNOR_STORAGE + 3n),
    value: keccak256(data),
  }));
  const ends = { slot: word(GOVERNOR_STORAGE + 2n), value: word(BigInt(own.length) << 128n) };
  return [
    { address: timelock, stateDiff: [{ slot: slotOf(id, TIMELOCK_STORAGE), value: word(due) }] },
    { address: governor, stateDiff: [ends, ...expected] },
  ];
}
