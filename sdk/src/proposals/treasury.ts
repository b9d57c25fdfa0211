import { type Address, encodeFunctionData, erc20Abi, zeroAddress } from "viem";
import { graduate } from "../actions/studio/graduate.ts";
import { recordGate } from "../actions/registry/recordGate.ts";
import { replaceElectorate } from "../actions/studio/replaceElectorate.ts";
import { setBoard } from "../actions/studio/setBoard.ts";
import { setCommissions } from "../actions/studio/setCommissions.ts";
import { setCuration } from "../actions/studio/setCuration.ts";
import { setImpact } from "../actions/studio/setImpact.ts";
import { setMandates } from "../actions/studio/setMandates.ts";
import type { Call, On } from "../actions/internal/types.ts";
import type { Preset } from "../types/enums.ts";

/** What the treasury pays. */
export type Payment = {
  /** ERC-20; the zero address, as by default, for the chain's own currency. */
  token?: Address;
  to: Address;
  /** Units of the token. */
  amount: bigint;
};

/** A payment from the treasury. */
export function payment({ token = zeroAddress, to, amount }: Payment): Required<Call> {
  if (token === zeroAddress) return { to, data: "0x", value: amount };
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "transfer", args: [to, amount] });
  return { to: token, data, value: 0n };
}

/** A module in the place of another. */
export type ModuleReplacement = On<"studio"> &
  (
    | ({ module: "curation"; successor: Address } & On<"assetRegistry">)
    | { module: "board" | "commissions" | "impact"; successor: Address }
    | { module: "mandates"; successor: Address; predecessor: Address; tokens: readonly Address[] }
  );

/**
 * Puts a module in the place of another, with what has to happen before in the same proposal: a new gate is recorded,
 * and old mandates lose their allowances.
 *
 * @example
 * ```ts
 * const made = await client.createSuccessorsAndWait({ successorsOf: studio, preset, modules: ["curation"], evidence });
 * const calls = replaceModule({ studio, assetRegistry, module: "curation", successor: made.curation });
 * ```
 */
export function replaceModule(replacement: ModuleReplacement): Required<Call>[] {
  const { studio, successor } = replacement;
  switch (replacement.module) {
    case "curation": {
      const { assetRegistry } = replacement;
      return [
        recordGate.encode({ assetRegistry, gate: successor }),
        setCuration.encode({ studio, newCuration: successor }),
      ];
    }
    case "board":
      return [setBoard.encode({ studio, newBoard: successor })];
    case "commissions":
      return [setCommissions.encode({ studio, newCommissions: successor })];
    case "impact":
      return [setImpact.encode({ studio, newImpact: successor })];
    case "mandates": {
      const { tokens, predecessor } = replacement;
      const disarm = tokens.map((token) => allowance({ token, spender: predecessor, amount: 0n }));
      return [...disarm, setMandates.encode({ studio, newMandates: successor, tokens })];
    }
  }
}

/** Lets somebody spend from the treasury; 0 ends it. */
export function allowance({
  token,
  spender,
  amount,
}: {
  token: Address;
  spender: Address;
  amount: bigint;
}): Required<Call> {
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });
  return { to: token, data, value: 0n };
}

/**
 * Another electorate: governor and reputation that `createSuccessors` made. Put it last in a proposal: nothing that the
 * old governor queued can be executed afterwards.
 */
export function replaceElectorateBy({
  studio,
  successors,
}: On<"studio"> & { successors: { governor: Address; reputation: Address } }): Required<Call> {
  return replaceElectorate.encode({ studio, newGovernor: successors.governor, newReputation: successors.reputation });
}

/** What turns a solo studio into one of several members: its gate is recorded, then it graduates. */
export function graduation({
  studio,
  assetRegistry,
  preset,
  successors,
}: On<"studio" | "assetRegistry"> & {
  preset: Exclude<Preset, "solo">;
  successors: { governor: Address; reputation: Address; curation: Address };
}): Required<Call>[] {
  const { governor: newGovernor, reputation: newReputation, curation: newCuration } = successors;
  return [
    recordGate.encode({ assetRegistry, gate: newCuration }),
    graduate.encode({ studio, preset, newGovernor, newReputation, newCuration }),
  ];
}
