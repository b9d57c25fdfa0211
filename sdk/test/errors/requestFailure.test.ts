import { expect } from "chai";
import {
  AtomicityNotSupportedError,
  AtomicReadyWalletRejectedUpgradeError,
  ChainMismatchError,
  ContractFunctionExecutionError,
  ContractFunctionZeroDataError,
  HttpRequestError,
  LimitExceededRpcError,
  NonceTooLowError,
  ProviderDisconnectedError,
  TimeoutError,
  UnauthorizedProviderError,
  UserRejectedRequestError,
} from "viem";
import { hardhat } from "viem/chains";
import { ImprimaturError, toStudioError } from "@imprimatur/sdk/errors";

const rpc = (code: unknown, message: string): Error => Object.assign(new Error(message), { code });
const http = (status: number, details: string) =>
  new HttpRequestError({ url: "http://node/secret-key", body: {}, status, details });

describe("failures of wallets, nodes and connections", () => {
  const MEANT: Record<string, readonly unknown[]> = {
    SignatureRejectedError: [
      new UserRejectedRequestError(new Error("no")),
      new AtomicReadyWalletRejectedUpgradeError(new Error("no")),
      rpc("ACTION_REJECTED", "user rejected action"),
      rpc(5000, "User rejected"),
    ],
    WalletUnsupportedError: [
      new UnauthorizedProviderError(new Error("not connected")),
      new AtomicityNotSupportedError(new Error("not atomic")),
      rpc(4200, "no such method"),
    ],
    WrongChainError: [
      new ChainMismatchError({ chain: hardhat, currentChainId: 1 }),
      rpc(4902, "Unrecognized chain ID"),
      rpc(-32000, "invalid chain id for signer: have 1 want 31337"),
    ],
    InsufficientFundsError: [
      rpc(-32000, "insufficient funds for gas * price + value: balance 0, tx cost 1"),
      rpc(-32603, "Sender doesn't have enough funds to send tx."),
      rpc("INSUFFICIENT_FUNDS", "insufficient funds"),
    ],
    NonceError: [
      new NonceTooLowError({ nonce: 1 }),
      rpc(-32000, "nonce too low: next nonce 5, tx nonce 4"),
      rpc(-32000, "replacement transaction underpriced"),
      rpc(-32000, "already known"),
      rpc("NONCE_EXPIRED", "nonce has already been used"),
    ],
    RangeTooLargeError: [
      rpc(-32005, "query returned more than 10000 results. Try with this block range [0x0, 0x1]."),
      rpc(-32602, "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range"),
      rpc(-32614, "eth_getLogs is limited to a 10,000 range"),
      rpc(-32000, "exceed maximum block range: 5000"),
      rpc(-32602, "block range is too wide"),
      rpc(-32000, "too many results"),
    ],
    RateLimitedError: [
      http(429, "Too Many Requests"),
      new LimitExceededRpcError(new Error("Request exceeds defined limit")),
      rpc(429, "Your app has exceeded its compute units per second capacity"),
      rpc(-32007, "50/second request limit reached"),
    ],
    SilentRevertError: [rpc(-32603, "Transaction reverted without a reason string"), rpc(3, "execution reverted")],
    NodeAnswerError: [
      new HttpRequestError({ url: "http://node", body: {}, cause: new SyntaxError("Unexpected token '<'") }),
    ],
    NodeUnreachableError: [
      http(503, "Service Unavailable"),
      new TimeoutError({ url: "http://node", body: {} }),
      new HttpRequestError({ url: "http://node", body: {}, cause: new TypeError("fetch failed") }),
      new ProviderDisconnectedError(new Error("gone")),
      rpc("NETWORK_ERROR", "could not detect network"),
    ],
  };

  for (const [name, failures] of Object.entries(MEANT)) {
    it(`are a ${name}, with the original as cause`, () => {
      for (const failure of failures) {
        const error = toStudioError(failure) as ImprimaturError;
        expect(error.name, String(failure)).to.equal(name);
        expect(error.cause).to.equal(failure);
        expect(ImprimaturError.is(error)).to.equal(true);
        expect(JSON.stringify(error)).to.not.contain("secret-key");
      }
    });
  }

  it("say what they know: chain ids, the wallet's code, the missing contract", () => {
    const wrong = toStudioError(new ChainMismatchError({ chain: hardhat, currentChainId: 1 }));
    expect(wrong).to.include({ found: 1, expected: 31337 });
    expect(toStudioError(rpc(4902, "Unrecognized chain ID"))).to.include({ found: undefined, expected: undefined });
    expect(toStudioError(new AtomicityNotSupportedError(new Error("x")))).to.include({ code: 5760 });
    const address = "0x00000000000000000000000000000000000000AA";
    const nothing = new ContractFunctionExecutionError(new ContractFunctionZeroDataError({ functionName: "f" }), {
      ...{ abi: [], functionName: "f", contractAddress: address },
    });
    expect(toStudioError(nothing)).to.include({ name: "CodeMissingError", address });
  });

  it("of no known kind stay what they are", () => {
    const strange = rpc(-32099, "the cat sat on the keyboard");
    expect(toStudioError(strange)).to.equal(strange);
    expect(toStudioError(undefined)).to.equal(undefined);
  });
});

describe("ImprimaturError.toJSON", () => {
  it("tells everything, with numbers of any size and without the secrets of its causes", () => {
    const cause = Object.assign(new HttpRequestError({ url: "http://node/secret-key", body: {} }), { big: 1n });
    const inner = new ImprimaturError("inner", { cause });
    const outer = Object.assign(new ImprimaturError("outer", { cause: inner, details: ["a"], hint: "Mend it." }), {
      args: { gross: 2n ** 200n },
    });
    const told = JSON.parse(JSON.stringify(outer)) as Record<string, unknown>;
    expect(told).to.deep.include({ name: "ImprimaturError", shortMessage: "outer", details: ["a"], hint: "Mend it." });
    expect(told["message"]).to.equal("outer\na\nHint: Mend it.");
    expect(told["args"]).to.deep.equal({ gross: String(2n ** 200n) });
    expect(told["cause"]).to.deep.include({ name: "ImprimaturError", shortMessage: "inner" });
    expect((told["cause"] as { cause: unknown }).cause).to.equal("HttpRequestError");
    expect(JSON.stringify(told)).to.not.contain("secret-key");
  });

  it("tells no causes that are no errors, and none where there is none", () => {
    expect(new ImprimaturError("x", { cause: { key: "secret" } }).toJSON()).to.not.have.property("cause");
    const plain = new ImprimaturError("x", { cause: new TypeError("http://node/secret-key") });
    expect(plain.toJSON()["cause"]).to.equal("TypeError");
    expect(new ImprimaturError("x").toJSON()).to.not.have.property("cause");
  });
});
