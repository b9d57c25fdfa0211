import type { Address } from "viem";
import type { Call } from "../actions/internal/types.ts";
import { DescriptionError, ProposalEmptyError, ProposalTooLongError } from "../errors/governance.ts";
import { getProposalId, toDescription } from "./proposal.ts";

/** Characters after which governance pages cut a title. */
const TITLE_LIMIT = 200;
/** Most actions of the governor. */
const ACTION_LIMIT = 256;

/** A proposal before it is made. */
export type BuiltProposal = {
  calls: Required<Call>[];
  title: string;
  body?: string;
  proposer: Address;
  /** The whole text. */
  description: string;
  /** Known before it is made: share it, vote on it. */
  proposalId: bigint;
};

/**
 * Puts a proposal together from calls and groups of calls, in this order, and tells its id.
 *
 * @example
 * ```ts
 * const proposal = buildProposal({
 *   title: "Pay the render farm and elect Dora",
 *   proposer: account.address,
 *   actions: [payment({ token: usdc, to: farm, amount: 250_000_000n }), electSeat.encode({ board, seat: 2, holder: dora })],
 * });
 * await client.proposeAndWait(proposal);
 * ```
 */
export function buildProposal({
  title,
  body,
  proposer,
  actions,
}: {
  title: string;
  /** Markdown. */
  body?: string;
  /** Only this account may submit it. */
  proposer: Address;
  actions: readonly (Call | readonly Call[])[];
}): BuiltProposal {
  const calls = actions.flat().map(({ to, data, value = 0n }: Call) => ({ to, data, value }));
  if (calls.length === 0) throw new ProposalEmptyError();
  if (calls.length > ACTION_LIMIT) throw new ProposalTooLongError(calls.length, ACTION_LIMIT);
  if (Array.from(title.trim()).length > TITLE_LIMIT) {
    throw new DescriptionError(`A title has at most ${TITLE_LIMIT} characters: pages cut longer ones.`);
  }
  const text = { title: title.trim(), ...(body === undefined ? {} : { body: body.trim() }), proposer };
  const description = toDescription(text);
  return { ...text, calls, description, proposalId: getProposalId({ calls, description }) };
}
