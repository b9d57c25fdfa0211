import type { Address } from "viem";
import type { ImprimaturError } from "./base.ts";
import {
  CodeMissingError,
  InsufficientFundsError,
  NodeAnswerError,
  NodeUnreachableError,
  NonceError,
  RangeTooLargeError,
  RateLimitedError,
  SignatureRejectedError,
  WalletUnsupportedError,
  WrongChainError,
} from "./client.ts";
import { SilentRevertError } from "./revert.ts";

/** Everything that the links of an error's chain say; the outermost first. */
type Told = { names: string[]; codes: unknown[]; statuses: number[]; text: string; address: Address | undefined };

/** Codes of EIP-1193 and EIP-5792 by which a wallet says that it cannot, or may not. */
const WALLET_CODES = [4100, 4200, 5700, 5720, 5730, 5740, 5760];

type Rule = { codes?: unknown[]; names?: RegExp; text?: RegExp; make(told: Told, cause: unknown): ImprimaturError };

/** What a failure means; the first rule that fits. */
const RULES: readonly Rule[] = [
  {
    codes: [4001, 5000, 5750, "ACTION_REJECTED"],
    names: /^UserRejectedRequestError$/,
    make: (_, cause) => new SignatureRejectedError(cause),
  },
  {
    codes: [4902, 5710],
    names: /^(ChainMismatch|SwitchChain|UnsupportedChainId)Error$/,
    text: /invalid chain ?id/i,
    make: ({ text }, cause) => {
      const [found, expected] = /\(id: (\d+)\).*?\(id: (\d+)/s.exec(text)?.slice(1).map(Number) ?? [];
      return new WrongChainError(found, expected, cause);
    },
  },
  {
    codes: WALLET_CODES,
    make: ({ codes, text }, cause) =>
      new WalletUnsupportedError(
        Number(codes.find((code) => WALLET_CODES.includes(Number(code)))),
        [line(text)],
        cause,
      ),
  },
  {
    codes: ["INSUFFICIENT_FUNDS"],
    names: /^InsufficientFundsError$/,
    text: /insufficient funds|doesn't have enough funds|exceeds the balance of the account/i,
    make: (_, cause) => new InsufficientFundsError(cause),
  },
  {
    codes: ["NONCE_EXPIRED", "REPLACEMENT_UNDERPRICED"],
    names: /^Nonce(TooLow|TooHigh|MaxValue)Error$/,
    text: /nonce (is )?too (low|high)|underpriced|already known|same nonce/i,
    make: (_, cause) => new NonceError(cause),
  },
  {
    text: /(too many|limit(ed)? to|more than|exceed) .{0,24}(results|logs|range|blocks)|(range|response size) .{0,24}(large|wide|exceed|limit)/i,
    make: (_, cause) => new RangeTooLargeError(cause),
  },
  {
    codes: [429, -32005, -32007],
    names: /^LimitExceededRpcError$/,
    text: /rate.?limit|too many requests|request limit|(capacity|quota|throughput) .{0,16}exceeded/i,
    make: (_, cause) => new RateLimitedError(cause),
  },
  {
    names: /^(AbiDecoding|ContractFunction)ZeroDataError$/,
    make: ({ address }, cause) => new CodeMissingError(address, cause),
  },
  {
    names: /^ExecutionRevertedError$/,
    text: /\brevert/i,
    make: (_, cause) => new SilentRevertError(cause),
  },
  {
    names: /^(SyntaxError|ParseRpcError|AbiDecodingDataSizeTooSmallError|InvalidBytesBooleanError)$/,
    make: (_, cause) => new NodeAnswerError("it is not in the form that was agreed", cause),
  },
  {
    names: /^BlockNotFoundError$/,
    make: (_, cause) => new NodeAnswerError("it does not have the block", cause),
  },
  {
    codes: [4900, 4901, "NETWORK_ERROR", "SERVER_ERROR", "TIMEOUT"],
    names:
      /^(HttpRequest|WebSocketRequest|SocketClosed|Timeout|UnknownRpc|ResponseBodyTooLarge|InternalRpc|ResourceUnavailableRpc)Error$/,
    text: /^fetch failed|ECONN|socket hang up/,
    make: ({ text, statuses: [status] }, cause) =>
      new NodeUnreachableError([status === undefined ? line(text) : `HTTP status ${status}`], cause),
  },
];

/** What a failed request means that no contract refused; undefined where it is nothing that is known. */
export function errorOfRequest(error: unknown): ImprimaturError | undefined {
  const told: Told = { names: [], codes: [], statuses: [], text: "", address: undefined };
  collect(error, told, 0);
  if (told.statuses.includes(429)) told.codes.push(429);
  const rule = RULES.find(
    ({ codes = [], names, text }) =>
      codes.some((code) => told.codes.includes(code)) ||
      told.names.some((name) => names?.test(name)) ||
      text?.test(told.text),
  );
  return rule?.make(told, error);
}

/** The chain of causes, and what ethers and wallets nest beside it. */
function collect(found: unknown, told: Told, depth: number): void {
  if (typeof found !== "object" || found === null || depth > 16) return;
  const { name, code, status, details, message, contractAddress } = found as Record<string, unknown>;
  if (typeof name === "string") told.names.push(name);
  if (code !== undefined) told.codes.push(code);
  if (typeof status === "number") told.statuses.push(status);
  // viem's messages show the request; its details are the node's own words.
  told.text += `\n${[details, message].find((text) => typeof text === "string" && text !== "") as string | undefined}`;
  if (typeof contractAddress === "string") told.address ??= contractAddress as Address;
  for (const place of ["cause", "error", "info", "originalError"]) {
    collect((found as Record<string, unknown>)[place], told, depth + 1);
  }
}

const line = (text: string): string => text.trim().split("\n").at(-1) ?? "";
