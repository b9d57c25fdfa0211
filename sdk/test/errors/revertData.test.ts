import { expect } from "chai";
import {
  BaseError,
  CallExecutionError,
  encodeErrorResult,
  type Hex,
  HttpRequestError,
  parseAbi,
  RawContractError,
  RpcRequestError,
} from "viem";
import {
  errorOfRevert,
  revertDataOf,
  type RevertError,
  toStudioError,
  WrappedRevertError,
} from "@imprimatur/sdk/errors";

const abi = parseAbi([
  "error LicenseMarketOverMaxTotal(uint256 gross, uint256 maxTotal)",
  "error FailedOp(uint256 opIndex, string reason)",
  "error FailedOpWithRevert(uint256 opIndex, string reason, bytes inner)",
  "error ExecuteError(uint256 index, bytes failure)",
  "error PostOpReverted(bytes returnData)",
  "error DelegateAndRevert(bool success, bytes ret)",
  "error WrappedError(address target, bytes4 selector, bytes reason, bytes details)",
]);

const DATA = encodeErrorResult({ abi, errorName: "LicenseMarketOverMaxTotal", args: [2n, 1n] });
const rpc = (error: object): Error => Object.assign(new Error("call failed"), error);

describe("revertDataOf", () => {
  const SHAPES: Record<string, unknown> = {
    "geth's": rpc({ code: 3, message: "execution reverted", data: DATA }),
    "Hardhat's": rpc({ code: -32603, data: { message: "reverted", txHash: "0x00", data: DATA } }),
    "Ganache's": rpc({ code: -32000, data: { [`0x${"ab".repeat(32)}`]: { error: "revert", return: DATA } } }),
    "Parity's": rpc({ code: -32015, data: `Reverted ${DATA}` }),
    "Erigon's": rpc({ code: 3, message: `execution reverted: ${DATA}` }),
    "a local chain's text": rpc({ code: -32000, message: `VM Exception (return data: ${DATA})` }),
    "MetaMask's": rpc({ code: -32603, data: { originalError: { code: 3, data: DATA } } }),
    "ethers 6's": rpc({ code: "CALL_EXCEPTION", data: null, info: { error: { code: 3, data: DATA } } }),
    "ethers 5's": rpc({
      code: "UNPREDICTABLE_GAS_LIMIT",
      error: { error: { body: JSON.stringify({ error: { data: DATA } }) } },
    }),
    "a bundler's": rpc({ code: -32521, data: { revertData: DATA } }),
    "viem's": new CallExecutionError(new RawContractError({ data: DATA }), {}),
    "viem's of a JSON-RPC answer": new BaseError("outer", {
      cause: new RpcRequestError({ body: {}, url: "http://node", error: { code: 3, message: "reverted", data: DATA } }),
    }),
  };

  for (const [whose, error] of Object.entries(SHAPES)) {
    it(`finds the data in ${whose} error`, () => {
      expect(revertDataOf(error)).to.equal(DATA);
      const typed = toStudioError(error) as RevertError;
      expect(typed).to.include({ name: "LimitError", errorName: "LicenseMarketOverMaxTotal" });
      expect(typed.cause).to.equal(error);
    });
  }

  it("takes neither calldata, nor broken bytes, nor what nobody told, nor circles for it", () => {
    const request = { method: "eth_call", params: [{ data: DATA }] };
    expect(revertDataOf(new HttpRequestError({ url: "http://node", body: request }))).to.equal(undefined);
    expect(revertDataOf(rpc({ code: "CALL_EXCEPTION", data: "0x", transaction: { data: DATA } }))).to.equal(undefined);
    expect(revertDataOf(rpc({ code: 3, data: "0x12345" }))).to.equal(undefined);
    expect(revertDataOf(rpc({ code: 3, data: "{no JSON" }))).to.equal(undefined);
    expect(revertDataOf(rpc({ data: DATA }))).to.equal(undefined);
    const circle = rpc({ code: 3 });
    circle.cause = { error: circle };
    expect(revertDataOf(circle)).to.equal(undefined);
  });
});

describe("wrapped reverts", () => {
  const WRAPPED: readonly [Hex, number | undefined][] = [
    [encodeErrorResult({ abi, errorName: "FailedOpWithRevert", args: [2n, "AA23 reverted", DATA] }), 2],
    [encodeErrorResult({ abi, errorName: "ExecuteError", args: [1n, DATA] }), 1],
    [encodeErrorResult({ abi, errorName: "PostOpReverted", args: [DATA] }), undefined],
    [encodeErrorResult({ abi, errorName: "DelegateAndRevert", args: [false, DATA] }), undefined],
    [
      encodeErrorResult({
        ...{ abi, errorName: "WrappedError" },
        args: ["0x00000000000000000000000000000000000000AA", "0x12345678", DATA, "0x"],
      }),
      undefined,
    ],
  ];

  it("come out as the innermost, with those around it as causes", () => {
    for (const [data, index] of WRAPPED) {
      const error = errorOfRevert(data, new Error("original"));
      expect(error).to.include({ name: "LimitError", errorName: "LicenseMarketOverMaxTotal" });
      expect(error.cause).to.be.instanceOf(WrappedRevertError).and.include({ data, index });
      expect((error.cause as Error).cause).to.have.property("message", "original");
    }
  });

  it("come out of several shells, and of texts and panics within", () => {
    const inner = encodeErrorResult({ abi, errorName: "ExecuteError", args: [3n, DATA] });
    const outer = encodeErrorResult({ abi, errorName: "FailedOpWithRevert", args: [0n, "AA23 reverted", inner] });
    const error = errorOfRevert(outer, undefined);
    expect(error).to.include({ errorName: "LicenseMarketOverMaxTotal" });
    expect(error.cause).to.include({ errorName: "ExecuteError", index: 3 });
    expect((error.cause as Error).cause).to.include({ errorName: "FailedOpWithRevert", index: 0 });
    const text = encodeErrorResult({ abi: parseAbi(["error Error(string)"]), args: ["GS026"] });
    const told = errorOfRevert(encodeErrorResult({ abi, errorName: "ExecuteError", args: [0n, text] }), undefined);
    expect(told).to.include({ name: "RevertReasonError", reason: "GS026" });
    expect(told.hint).to.contain("owners");
  });

  it("are errors of their own where there is nothing within", () => {
    const silent = encodeErrorResult({
      abi,
      errorName: "FailedOpWithRevert",
      args: [0n, "AA24 signature error", "0x"],
    });
    const error = errorOfRevert(silent, undefined);
    expect(error).to.include({ name: "StateError", errorName: "FailedOpWithRevert" });
    expect(error.hint).to.contain("owner must sign");
    const plain = encodeErrorResult({ abi, errorName: "FailedOp", args: [0n, "AA99 who knows"] });
    expect(errorOfRevert(plain, undefined).hint).to.contain("gas");
    const other = encodeErrorResult({ abi, errorName: "FailedOp", args: [0n, "ZZ"] });
    expect(errorOfRevert(other, undefined).hint).to.equal("The EntryPoint refuses the operation.");
  });

  it("that are cut off are unknown, not lost", () => {
    const cut = DATA.slice(0, 40) as Hex;
    expect(errorOfRevert(cut, undefined)).to.include({ name: "UnknownRevertError", data: cut });
    expect(errorOfRevert("0x08c379a0", undefined)).to.include({ name: "UnknownRevertError" });
  });
});
