import type {
  MulticallErrorType,
  ReadContractErrorType,
  SignTypedDataErrorType,
  SimulateContractErrorType,
  WaitForTransactionReceiptErrorType,
  WriteContractErrorType,
} from "viem";
import type { AccountMissingError, ContractMissingError, EventMissingError } from "../../errors/action.ts";
import type {
  CodeMissingError,
  InsufficientFundsError,
  NodeAnswerError,
  NodeUnreachableError,
  NonceError,
  RateLimitedError,
  SignatureRejectedError,
  TransactionDroppedError,
  TransactionPendingError,
  TransactionReplacedError,
  TransactionRevertedError,
  WalletUnsupportedError,
  WrongChainError,
} from "../../errors/client.ts";
import type {
  DuplicateError,
  InvalidInputError,
  LimitError,
  PanicError,
  PaymentError,
  ProofError,
  RevertError,
  RevertReasonError,
  SilentRevertError,
  StateError,
  TimingError,
  UnauthorizedError,
  UnknownIdError,
  UnknownRevertError,
  UnsupportedTermError,
} from "../../errors/revert.ts";

/** How a contract's refusal comes out. */
export type RevertErrorType =
  | DuplicateError
  | InvalidInputError
  | LimitError
  | PanicError
  | PaymentError
  | ProofError
  | RevertError
  | RevertReasonError
  | SilentRevertError
  | StateError
  | TimingError
  | UnauthorizedError
  | UnknownIdError
  | UnknownRevertError
  | UnsupportedTermError;

/** How a failure of the node, or on the way to it, comes out. */
export type NodeErrorType = NodeAnswerError | NodeUnreachableError | RateLimitedError;

/** How a failure of the wallet or the account comes out. */
export type WalletErrorType =
  InsufficientFundsError | NonceError | SignatureRejectedError | WalletUnsupportedError | WrongChainError;

/** What a read can throw. */
export type ReadErrorType =
  | CodeMissingError
  | ContractMissingError
  | NodeErrorType
  | RevertErrorType
  | ReadContractErrorType
  | MulticallErrorType;

/** What a signature can throw. */
export type SignErrorType = AccountMissingError | ContractMissingError | SignTypedDataErrorType;

/** What a write can throw. */
export type WriteErrorType =
  | AccountMissingError
  | CodeMissingError
  | ContractMissingError
  | NodeErrorType
  | RevertErrorType
  | WalletErrorType
  | SimulateContractErrorType
  | WriteContractErrorType;

/** What the waiting form of a write can throw beside. */
export type WaitErrorType =
  | WriteErrorType
  | EventMissingError
  | TransactionDroppedError
  | TransactionPendingError
  | TransactionReplacedError
  | TransactionRevertedError
  | WaitForTransactionReceiptErrorType;
