import type {
  MulticallErrorType,
  ReadContractErrorType,
  SignTypedDataErrorType,
  SimulateContractErrorType,
  WaitForTransactionReceiptErrorType,
  WriteContractErrorType,
} from "viem";
import type {
  AccountMissingError,
  ContractMissingError,
  EventMissingError,
  TransactionRevertedError,
} from "../../errors/action.ts";
import type {
  DuplicateError,
  InvalidInputError,
  LimitError,
  PanicError,
  PaymentError,
  ProofError,
  RevertError,
  RevertReasonError,
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
  | StateError
  | TimingError
  | UnauthorizedError
  | UnknownIdError
  | UnknownRevertError
  | UnsupportedTermError;

/** What a read can throw. */
export type ReadErrorType = ContractMissingError | RevertErrorType | ReadContractErrorType | MulticallErrorType;

/** What a signature can throw. */
export type SignErrorType = AccountMissingError | ContractMissingError | SignTypedDataErrorType;

/** What a write can throw. */
export type WriteErrorType =
  AccountMissingError | ContractMissingError | RevertErrorType | SimulateContractErrorType | WriteContractErrorType;

/** What the waiting form of a write can throw beside. */
export type WaitErrorType =
  WriteErrorType | EventMissingError | TransactionRevertedError | WaitForTransactionReceiptErrorType;
