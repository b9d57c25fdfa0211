import type { Address, Hash } from "viem";
import { parseAccount } from "viem/accounts";
import { studioGovernorProposalCreatedEvent, studioGovernorPropose } from "../../abi/items/studioGovernor.ts";
import { fromColumns, parseDescription, toColumns, toDescription } from "../../governance/proposal.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import { signerOf } from "../internal/signer.ts";
import type { Call, On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { DescriptionError } from "../../errors/governance.ts";

export declare namespace propose {
  type Args = {
    /** What the timelock will do, from the `encode` of other actions. */
    calls: readonly Call[];
    /** One line, at most 200 characters to be shown whole everywhere. */
    title: string;
    /** Markdown. */
    body?: string;
    /** Only this account may submit the proposal; sending fills in the sender. */
    proposer?: Address;
  };
  type Parameters = On<"governor"> & Args & SendOptions;
  type Result = {
    proposalId: bigint;
    proposer: Address;
    calls: readonly Call[];
    /** The whole text: `queue` and `execute` need it again. */
    description: string;
    /** On the governor's clock. */
    voteStart: bigint;
    voteEnd: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType | DescriptionError;
}

/**
 * Proposes calls of the studio's timelock. The text ends with a line that lets nobody else submit the same proposal.
 *
 * @example
 * ```ts
 * const args = [farm, 250_000_000n] as const;
 * const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args });
 * const proposal = await client.proposeAndWait({
 *   title: "Pay the render farm",
 *   calls: [{ to: usdc, data, value: 0n }],
 * });
 * await client.queueAndWait(proposal);
 * ```
 */
export const propose: WriteAction<"governor", propose.Args, typeof studioGovernorPropose, propose.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "governor",
    item: studioGovernorPropose,
    event: studioGovernorProposalCreatedEvent,
    complete: (client, { calls, title, body, proposer, account }: propose.Parameters) =>
      Promise.resolve({
        calls,
        title,
        ...(body === undefined ? {} : { body }),
        proposer: proposer ?? parseAccount(signerOf(client, { account })).address,
      }),
    toInputs: ({ calls, ...text }: propose.Args) => [...toColumns(calls), toDescription(text)],
    fromInputs: ([targets, values, datas, description]) => ({
      calls: fromColumns(targets, values, datas),
      ...parseDescription(description),
    }),
    fromEvents: (events) =>
      only(events, ({ targets, values, calldatas, signatures: _, ...proposal }): propose.Result => ({
        ...proposal,
        calls: fromColumns(targets, values, calldatas),
      })),
  });

/** {@link propose}, waiting for the receipt. */
export const proposeAndWait: WaitingAction<"governor", propose.Args, propose.Result> = /* @__PURE__ */ andWait(propose);
