import type { Address } from "viem";
import { ImprimaturError } from "./base.ts";

/** A hook was used outside of `ImprimaturProvider`. */
export class ProviderMissingError extends ImprimaturError {
  override readonly name = "ProviderMissingError";
  constructor() {
    super("There is no ImprimaturProvider above this component.", {
      hint: "Put it around the page, within WagmiProvider and QueryClientProvider.",
    });
  }
}

/** The studio's chain is not among those that wagmi was configured with. */
export class ChainUnconfiguredError extends ImprimaturError {
  override readonly name = "ChainUnconfiguredError";
  readonly chainId: number;
  constructor(chainId: number) {
    super(`wagmi does not know chain ${chainId}.`, { hint: "Add it to `chains` and `transports` of `createConfig`." });
    this.chainId = chainId;
  }
}

/** A transaction or a signature was asked for while no wallet was connected. */
export class WalletDisconnectedError extends ImprimaturError {
  override readonly name = "WalletDisconnectedError";
  constructor() {
    super("No wallet is connected.", { hint: "Connect one first, for example with wagmi's useConnect." });
  }
}

/** The connected account was to fulfill what another account has to: to allow its money, or to sign. */
export class RequirementForeignError extends ImprimaturError {
  override readonly name = "RequirementForeignError";
  readonly owner: Address;
  readonly account: Address;
  constructor(owner: Address, account: Address) {
    super(`${owner} has to send or to sign this, and ${account} is connected.`, {
      hint: "Ask for the requirements of the connected account, or connect the other one.",
    });
    this.owner = owner;
    this.account = account;
  }
}
