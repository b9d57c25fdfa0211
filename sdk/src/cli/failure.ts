import { CommanderError } from "commander";
import { BaseError } from "viem";
import { ImprimaturError } from "../errors/base.ts";
import { toStudioError } from "../errors/decode.ts";
import { PartlySentError, type SentTransaction } from "./errors.ts";
import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";

/** A failure as the program reports it. */
export type Failure = {
  exitCode: ExitCode;
  name: string;
  message: string;
  details: readonly string[];
  hint?: string;
  /** Transactions that were sent before; absent where none was. */
  sent?: readonly SentTransaction[];
};

/** Errors whose class alone says what the exit code is; matched by name, as the SDK's errors are. */
const NAMED: Readonly<Record<string, keyof typeof EXIT_CODES>> = {
  CheckFailedError: "failed",
  UsageError: "usage",
  AbortedError: "aborted",
  AbortPromptError: "aborted",
  CancelPromptError: "aborted",
  ExitPromptError: "aborted",
  UserRejectedRequestError: "aborted",
  AccountLockedError: "locked",
  AccountMissingError: "locked",
  WrongChainError: "network",
  StaleDeploymentError: "network",
  SubgraphError: "network",
  SubgraphTimeoutError: "network",
  ContentMissingError: "network",
  ContentMismatchError: "network",
  ContentStoreError: "network",
  StorageUnreachableError: "network",
  StorageRefusedError: "network",
  StorageAnswerError: "network",
  SubgraphIndexingError: "network",
  SubgraphExportError: "usage",
  CodeMissingError: "network",
  StaleAddressError: "network",
  NodeUnreachableError: "network",
  NodeAnswerError: "network",
  NodeBehindError: "network",
  RateLimitedError: "network",
  RangeTooLargeError: "network",
  ChainReorganizedError: "network",
  TransactionDroppedError: "network",
  TransactionPendingError: "network",
  TransactionReplacedError: "refused",
  NonceError: "refused",
  SignatureRejectedError: "aborted",
  WalletUnsupportedError: "aborted",
  HttpRequestError: "network",
  WebSocketRequestError: "network",
  SocketClosedError: "network",
  TimeoutError: "network",
  RpcRequestError: "network",
  WaitForTransactionReceiptTimeoutError: "network",
  TransactionReceiptNotFoundError: "network",
  RevertReasonError: "refused",
  PanicError: "refused",
  UnknownRevertError: "refused",
  TransactionRevertedError: "refused",
  ProposalActionError: "refused",
  ContractFunctionRevertedError: "refused",
  ExecutionRevertedError: "refused",
  InsufficientFundsError: "refused",
  FileUnreadableError: "usage",
  FileUnwritableError: "usage",
  LotEmptyError: "usage",
  LotTooLargeError: "usage",
  DeploymentIncompleteError: "usage",
  ContractMissingError: "usage",
  IdOutOfRangeError: "usage",
  UnknownNameError: "usage",
  DescriptionError: "usage",
  ProposalEmptyError: "usage",
  ProposalTooLongError: "usage",
  BallotWordsError: "usage",
  BallotRejectedError: "refused",
  BallotRefusedError: "refused",
  BoxUnreachableError: "network",
  AuditPhaseError: "refused",
  AuditOpenError: "refused",
  LegalPresetMismatchError: "usage",
  CertificateInvalidError: "usage",
  ManifestInvalidError: "usage",
  ManifestForeignError: "failed",
  AgentInputError: "usage",
  JournalMismatchError: "usage",
  JournalLockedError: "usage",
  TransactionStuckError: "network",
  McpContextError: "usage",
  McpMissingError: "usage",
  MandateForeignError: "failed",
  ServeRefusedError: "usage",
  ActJournalError: "usage",
  RequestReusedError: "usage",
  RequestLostError: "refused",
  ToolTimeoutError: "network",
  GeneratorServiceError: "network",
  GenerationFailedError: "failed",
  ScreeningUnavailableError: "network",
  TransactionForbiddenError: "refused",
  SignatureForbiddenError: "refused",
  GasLimitError: "refused",
  LotTakenError: "refused",
  MilestoneError: "refused",
};

/** What went wrong, in words, and with which exit code the program ends. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof PartlySentError) return { ...toFailure(thrown.cause), sent: thrown.sent };
  const error = toStudioError(thrown);
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /u, "");
    return { exitCode: EXIT_CODES.usage, name: "UsageError", message, details: [] };
  }
  const exitCode = exitCodeOf(error);
  if (ImprimaturError.is(error)) {
    const { name, shortMessage: message, details } = error;
    const hint = HINTS[name] ?? error.hint;
    return { exitCode, name, message, details, ...(hint === undefined ? {} : { hint }) };
  }
  if (error instanceof BaseError) {
    const { name, shortMessage, details } = error;
    return { exitCode, name, message: shortMessage, details: [details] };
  }
  const [message = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return { exitCode, name: error instanceof Error ? error.name : "Error", message, details: [] };
}

/** One line for people. */
export function toLine({ message, details, hint, sent = [] }: Failure): string {
  const facts = details.map((detail) => detail.split("\n")[0] ?? "").filter((detail) => detail !== "");
  const before = sent.map(({ does, hash, state }) => `Sent before: ${does}, ${hash} (${state}).`);
  return [message, ...facts.slice(0, MOST_FACTS), ...(hint === undefined ? [] : [hint]), ...before].join(" ");
}

/** A line of more would no longer be read. */
const MOST_FACTS = 4;

/** What helps at a command line, where the SDK can only speak to programmers. */
const HINTS: Readonly<Record<string, string>> = {
  NodeUnreachableError:
    "Name the node with --rpc. A transaction on its way may have arrived: look at the account's nonce.",
  SubgraphError: "Look at --subgraph, or leave it out: event logs tell the same.",
  WrongChainError: "Name the node with --rpc, and the chain's deployment file with --deployment.",
};

/** By the outermost error of the chain of causes that says anything; "failed" where none does. */
function exitCodeOf(error: unknown): ExitCode {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("errorName" in cause && ImprimaturError.is(cause)) return EXIT_CODES.refused;
    const named = NAMED[cause.name];
    if (named !== undefined) return EXIT_CODES[named];
    if (cause.name === "AbortError") return EXIT_CODES.aborted;
  }
  return EXIT_CODES.failed;
}
