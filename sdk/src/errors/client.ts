import type { Address, Hash, Hex } from "viem";
import { ImprimaturError } from "./base.ts";

/** Wallet or node are on another chain than the client or the deployment. */
export class WrongChainError extends ImprimaturError {
  override readonly name = "WrongChainError";
  readonly found: number | undefined;
  readonly expected: number | undefined;
  constructor(found: number | undefined, expected: number | undefined, cause?: unknown) {
    super(`This is chain ${found ?? "?"}, not ${expected ?? "the client's"}.`, {
      cause,
      hint: "Switch the wallet, or take the addresses and the endpoint of this chain.",
    });
    this.found = found;
    this.expected = expected;
  }
}

/** There is no contract at an address, or none that knows the function. */
export class CodeMissingError extends ImprimaturError {
  override readonly name = "CodeMissingError";
  readonly address: Address | undefined;
  constructor(address: Address | undefined, cause?: unknown) {
    super(`There is no such contract at ${address ?? "the address"}.`, {
      cause,
      hint: "Is it the address of this chain, and is the node in step with the chain?",
    });
    this.address = address;
  }
}

/** A contract's bytecode is not the one that the deployment file tells. */
export class StaleAddressError extends ImprimaturError {
  override readonly name = "StaleAddressError";
  readonly address: Address;
  constructor(contract: string, address: Address, found: Hash, expected: string) {
    super(`${contract} at ${address} is not the contract of the deployment file.`, {
      details: [`Bytecode hash: ${found}`, `In the file: ${expected}`],
      hint: "Take the deployment file that belongs to this chain.",
    });
    this.address = address;
  }
}

/** The user did not sign. */
export class SignatureRejectedError extends ImprimaturError {
  override readonly name = "SignatureRejectedError";
  constructor(cause?: unknown) {
    super("The user rejected the request; nothing was sent.", { cause });
  }
}

/** A wallet cannot do what was asked for, or was not allowed to. */
export class WalletUnsupportedError extends ImprimaturError {
  override readonly name = "WalletUnsupportedError";
  /** As EIP-1193 and EIP-5792 number it. */
  readonly code: number;
  constructor(code: number, details: readonly string[], cause?: unknown) {
    super(`The wallet refused with code ${code}.`, {
      cause,
      details,
      hint: "Ask for its capabilities, connect the account, or send the calls one by one.",
    });
    this.code = code;
  }
}

/** An account cannot pay for gas and value. */
export class InsufficientFundsError extends ImprimaturError {
  override readonly name = "InsufficientFundsError";
  constructor(cause?: unknown) {
    super("The account cannot pay for gas and value; nothing was sent.", {
      cause,
      hint: "Give it native currency of this chain.",
    });
  }
}

/** Another transaction of the account has the nonce. */
export class NonceError extends ImprimaturError {
  override readonly name = "NonceError";
  constructor(cause?: unknown) {
    super("Another transaction of the account has this nonce, or one before it is missing.", {
      cause,
      hint: "Send again once the account's other transactions are included, or share one nonce manager.",
    });
  }
}

/** Another transaction took the nonce of the one that was sent: the user canceled or changed it. */
export class TransactionReplacedError extends ImprimaturError {
  override readonly name = "TransactionReplacedError";
  readonly hash: Hash;
  /** The transaction that was included instead. */
  readonly replacement: Hash;
  readonly reason: "cancelled" | "replaced";
  constructor(hash: Hash, replacement: Hash, reason: "cancelled" | "replaced") {
    super(`Transaction ${hash} was ${reason === "replaced" ? reason : "canceled"}.`, {
      details: [`Included instead: ${replacement}`],
      hint: "It can never be included; send again if it is still wanted.",
    });
    this.hash = hash;
    this.replacement = replacement;
    this.reason = reason;
  }
}

/** A transaction was included and reverted; `cause` is the decoded revert where the node could replay it. */
export class TransactionRevertedError extends ImprimaturError {
  override readonly name = "TransactionRevertedError";
  readonly hash: Hash;
  constructor(hash: Hash, cause: unknown) {
    super(`Transaction ${hash} reverted: the state changed after the simulation.`, { cause });
    this.hash = hash;
  }
}

/** The node has forgotten a transaction: it was dropped, or never arrived. */
export class TransactionDroppedError extends ImprimaturError {
  override readonly name = "TransactionDroppedError";
  readonly hash: Hash;
  constructor(hash: Hash, cause?: unknown) {
    super(`The node does not know transaction ${hash}.`, {
      cause,
      hint: "Look whether the account's nonce is used before it is sent again: another node may still include it.",
    });
    this.hash = hash;
  }
}

/** A transaction was not included in time; it still may be. */
export class TransactionPendingError extends ImprimaturError {
  override readonly name = "TransactionPendingError";
  readonly hash: Hash;
  constructor(hash: Hash, cause?: unknown) {
    super(`Transaction ${hash} is not included yet.`, {
      cause,
      hint: "Wait on, or send it again with the same nonce and a higher fee.",
    });
    this.hash = hash;
  }
}

/** Too many requests. */
export class RateLimitedError extends ImprimaturError {
  override readonly name = "RateLimitedError";
  constructor(cause?: unknown) {
    super("The node takes no more requests for now.", { cause, hint: "Wait, or ask another node." });
  }
}

/** No connection, no answer in time, or an answer that the node's own failure explains. */
export class NodeUnreachableError extends ImprimaturError {
  override readonly name = "NodeUnreachableError";
  constructor(details: readonly string[], cause?: unknown) {
    super("The node did not answer.", {
      cause,
      details,
      hint: "A transaction may have arrived all the same: look at the account's nonce before it is sent again.",
    });
  }
}

/** A node answered what cannot be so: no JSON, or facts that contradict each other. */
export class NodeAnswerError extends ImprimaturError {
  override readonly name = "NodeAnswerError";
  constructor(what: string, cause?: unknown) {
    super(`The node's answer cannot be right: ${what}.`, { cause, hint: "Ask another node." });
  }
}

/** A node refuses to answer for so many blocks or logs at once. */
export class RangeTooLargeError extends ImprimaturError {
  override readonly name = "RangeTooLargeError";
  constructor(cause?: unknown) {
    super("The node does not answer for that many blocks or logs at once.", {
      cause,
      hint: "Ask for a smaller range.",
    });
  }
}

/** Blocks were replaced while they were read. */
export class ChainReorganizedError extends ImprimaturError {
  override readonly name = "ChainReorganizedError";
  readonly blockNumber: bigint;
  constructor(blockNumber: bigint, found: Hex, expected: Hex) {
    super(`Block ${blockNumber} was replaced while the chain was read.`, {
      details: [`It is ${found} now, and was ${expected}.`],
      hint: "Read again, up to a block that is final.",
    });
    this.blockNumber = blockNumber;
  }
}

/** A node has not reached a block in time. */
export class NodeBehindError extends ImprimaturError {
  override readonly name = "NodeBehindError";
  readonly blockNumber: bigint;
  readonly head: bigint;
  constructor(blockNumber: bigint, head: bigint, timeout: number) {
    super(`The node did not reach block ${blockNumber} within ${timeout} ms.`, {
      details: [`It is at ${head}.`],
      hint: "Wait, or ask the node that gave the receipt.",
    });
    this.blockNumber = blockNumber;
    this.head = head;
  }
}
