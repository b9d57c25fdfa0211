import { type Address, encodeAbiParameters, type Hex, isAddress, keccak256, stringToBytes } from "viem";
import type { Call } from "../actions/internal/types.ts";
import { DescriptionError } from "../errors/governance.ts";

/** What a proposal does, and what its id is made of. */
export type ProposalContent = {
  calls: readonly Call[];
  /** The whole text, as emitted: see {@link toDescription}. */
  description: string;
};

/** A proposal's text in parts. */
export type DescriptionParts = {
  /** One line; governance pages cut it after 200 characters. */
  title: string;
  body?: string;
  /** Only this account may submit the proposal. */
  proposer?: Address;
};

const PROPOSER = /\n\n#proposer=(0x[0-9a-fA-F]{40})$/;

/**
 * The text of a proposal in the form that governance pages and the governor read: `# Title`, a blank line, the body,
 * and `#proposer=0x…` as the last line, without which anybody could submit the same proposal first and cancel it.
 *
 * @example
 * ```ts
 * toDescription({ title: "Sell commercial licenses", body: "25 USDC each.", proposer });
 * ```
 */
export function toDescription({ title, body = "", proposer }: DescriptionParts): string {
  const line = title.trim();
  if (line === "" || /[\r\n]/.test(line)) throw new DescriptionError("A proposal's title is one line of text.");
  if (/#proposer=/i.test(`${line}${body}`)) {
    throw new DescriptionError("The text must not contain #proposer=, which is the last line's.");
  }
  const text = body.trim() === "" ? `# ${line}` : `# ${line}\n\n${body.trim()}`;
  return proposer === undefined ? text : `${text}\n\n#proposer=${proposer}`;
}

/** The parts of a proposal's text; whatever stands there, the first line is the title. */
export function parseDescription(description: string): DescriptionParts {
  const proposer = PROPOSER.exec(description)?.[1];
  const text = description.replace(PROPOSER, "");
  const [first = "", ...rest] = text.split("\n");
  const body = rest.join("\n").trim();
  return {
    title: first.replace(/^#+\s*/, "").trim(),
    ...(body === "" ? {} : { body }),
    ...(proposer !== undefined && isAddress(proposer) ? { proposer } : {}),
  };
}

/** Calls as the governor's functions take them. */
export function toColumns(calls: readonly Call[]): [Address[], bigint[], Hex[]] {
  return [calls.map(({ to }) => to), calls.map(({ value = 0n }) => value), calls.map(({ data }) => data)];
}

/** The inverse of {@link toColumns}. */
export function fromColumns(
  targets: readonly Address[],
  values: readonly bigint[],
  datas: readonly Hex[],
): Required<Call>[] {
  return targets.map((to, call) => ({ to, value: values[call] ?? 0n, data: datas[call] ?? "0x" }));
}

/** What the governor's `queue`, `execute` and `cancel` take instead of the text. */
export function hashDescription(description: string): Hex {
  return keccak256(stringToBytes(description));
}

/** Id of a proposal: a hash of what it does and says, known before it is made. */
export function getProposalId({ calls, description }: ProposalContent): bigint {
  const types = [{ type: "address[]" }, { type: "uint256[]" }, { type: "bytes[]" }, { type: "bytes32" }] as const;
  return BigInt(keccak256(encodeAbiParameters(types, [...toColumns(calls), hashDescription(description)])));
}
