import type { Abi, AbiEvent } from "viem";
import { ABIS } from "../../proposals/abis.ts";
import { UsageError } from "../errors.ts";
import type { Rule } from "./rules.ts";

/** A contract whose events are watched, as the program names it. */
export type WatchedContract = { name: string; abi: Abi };

/** The events of an ABI. */
export const eventsOf = (abi: Abi): AbiEvent[] => abi.filter((item) => item.type === "event");

const ALL: readonly WatchedContract[] = Object.entries(ABIS).map(([name, abi]) => ({ name, abi }));

/** Refuses rules for events that the watched contracts do not have: they would never be broken. */
export function assertSeen(rules: readonly Rule[], watched: readonly WatchedContract[]): void {
  for (const rule of rules) if (rule.when === "event") assertEvent(rule, watched);
}

function assertEvent(
  { event, contract }: { event: string; contract?: string | undefined },
  watched: readonly WatchedContract[],
): void {
  const isNamed = ({ name }: WatchedContract): boolean => contract === undefined || name === contract;
  const of = contract === undefined ? "of the protocol" : `of ${contract}`;
  if (!ALL.some(isNamed)) {
    const hint = `Known are: ${ALL.map(({ name }) => name).join(", ")}.`;
    throw new UsageError(`A rule names the contract ${String(contract)}, which there is not.`, { hint });
  }
  const known = ALL.filter(isNamed).flatMap(({ abi }) => eventsOf(abi).map(({ name }) => name));
  if (!known.includes(event)) {
    const near = nearest(event, known);
    const hint = near === undefined ? "The contracts' interfaces list them." : `Is ${near} meant?`;
    throw new UsageError(`A rule names the event ${event}, which is none ${of}.`, { hint });
  }
  if (watched.filter(isNamed).some(({ abi }) => eventsOf(abi).some(({ name }) => name === event))) return;
  const hint = "Give --studio with a studio that has the contract.";
  throw new UsageError(`A rule names the event ${event} ${of}, and no such contract is watched.`, { hint });
}

/** The name that differs in capitals only, or begins or ends the same. */
function nearest(event: string, known: readonly string[]): string | undefined {
  const wanted = event.toLowerCase();
  const plain = known.map((name) => ({ name, lower: name.toLowerCase() }));
  const found =
    plain.find(({ lower }) => lower === wanted) ??
    plain.find(({ lower }) => lower.startsWith(wanted) || wanted.startsWith(lower)) ??
    plain.find(({ lower }) => lower.endsWith(wanted) || lower.includes(wanted));
  return found?.name;
}
