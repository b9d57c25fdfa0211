import { expect } from "chai";
import {
  type Abi,
  BaseError,
  ContractFunctionRevertedError,
  encodeErrorResult,
  type Hex,
  parseAbi,
  RawContractError,
} from "viem";
import { errorsAbi } from "@imprimatur/sdk/abi";
import * as errors from "@imprimatur/sdk/errors";
import { FOREIGN_REMEDIES } from "../../src/errors/foreignRemedies.ts";
import { OWN_REMEDIES } from "../../src/errors/remedies.ts";

const { decodeRevert, errorOfRevert, ImprimaturError, revertDataOf, RevertError, toStudioError } = errors;

/** A value of an ABI type, the same for every parameter of the type. */
function sample(type: string): unknown {
  if (type.startsWith("uint") || type.startsWith("int")) return Number(/\d+/.exec(type)?.[0]) > 48 ? 7n : 7;
  if (type === "address") return "0x00000000000000000000000000000000000000AA";
  if (type === "bool") return true;
  if (type === "string") return "text";
  if (type === "bytes") return "0x1234";
  return `0x${"11".repeat(Number(/\d+/.exec(type)?.[0]))}`;
}

const encode = (item: (typeof errorsAbi)[number]): Hex => {
  const abi: Abi = [item];
  return encodeErrorResult({ abi, errorName: item.name, args: item.inputs.map(({ type }) => sample(type)) });
};

describe("errors", () => {
  const isOwn = (name: string): boolean =>
    /^(AcceptancePlan|AssetRegistry|AuditBallots|BitSlice|Block|Curation|Deployer|EthicsBoard|ImpactEmission|License|Pair|ReputationToken|RoyaltySplitter|Studio)/.test(
      name,
    );

  it("of our own contracts each have a remedy, and there are no remedies for others", () => {
    const own = errorsAbi.map(({ name }) => name).filter(isOwn);
    expect(Object.keys(OWN_REMEDIES)).to.have.members(own);
    for (const [family, hint] of [...Object.values(OWN_REMEDIES), ...Object.values(FOREIGN_REMEDIES)]) {
      expect(family).to.not.equal("");
      expect(hint).to.match(/[.?]$/);
    }
  });

  it("come out of revert data with their arguments, as a class of their family", () => {
    for (const item of errorsAbi) {
      const data = encode(item);
      const error: unknown = errorOfRevert(data, new Error("cause"));
      if (!(error instanceof RevertError)) throw new Error(`${item.name} is no RevertError`);
      expect(error.errorName).to.equal(item.name);
      expect(Object.keys(error.args)).to.deep.equal(item.inputs.map(({ name }) => name));
      expect(error.message).to.contain(item.name);
      if (isOwn(item.name)) expect(error.hint, item.name).to.be.a("string");
      expect(error.cause).to.have.property("message", "cause");
    }
  });

  it("share no selector", () => {
    const selectors = errorsAbi.map((item) => encode(item).slice(0, 10));
    expect(new Set(selectors).size).to.equal(errorsAbi.length);
  });

  it("keep texts and panics of Solidity", () => {
    const reason = encodeErrorResult({ abi: parseAbi(["error Error(string)"]), args: ["not today"] });
    expect(errorOfRevert(reason, undefined)).to.include({ name: "RevertReasonError" });
    expect(errorOfRevert(reason, undefined).message).to.contain("not today");
    const panic = encodeErrorResult({ abi: parseAbi(["error Panic(uint256)"]), args: [0x11n] });
    expect(errorOfRevert(panic, undefined)).to.include({ name: "PanicError", code: 0x11 });
  });

  it("say so when nobody knows them", () => {
    expect(decodeRevert("0xdeadbeef")).to.equal(undefined);
    expect(errorOfRevert("0xdeadbeef", undefined)).to.include({ name: "UnknownRevertError", data: "0xdeadbeef" });
  });

  it("are found wherever viem hides the data, and the original stays the cause", () => {
    const [item] = errorsAbi.filter(({ name }) => name === "LicenseMarketOverMaxTotal");
    const data = encode(item!);
    const reverted = new ContractFunctionRevertedError({ abi: [], data, functionName: "f" });
    const raw = new RawContractError({ data });
    const nested = Object.assign(new Error("rpc"), { code: 3, data: { data } });
    for (const inner of [reverted, raw, nested]) {
      const outer = new BaseError("outer", { cause: inner });
      expect(revertDataOf(outer)).to.equal(data);
      const error = toStudioError(outer);
      expect(error).to.include({ name: "LimitError", errorName: "LicenseMarketOverMaxTotal" });
      expect((error as Error).cause).to.equal(outer);
    }
  });

  it("leave what is no revert as it is", () => {
    const offline = new BaseError("no connection");
    expect(toStudioError(offline)).to.equal(offline);
    expect(toStudioError("text")).to.equal("text");
    const own = new ImprimaturError("mine");
    expect(toStudioError(own)).to.equal(own);
    expect(revertDataOf(Object.assign(new Error("x"), { data: "0xdeadbeef" }))).to.equal(undefined);
  });

  it("are recognized by shape and walked by cause", () => {
    const cause = new Error("root");
    const error = new ImprimaturError("short", { cause, details: ["a: 1"], hint: "Do this." });
    expect(ImprimaturError.is(error)).to.equal(true);
    expect(ImprimaturError.is(cause)).to.equal(false);
    expect(error.message).to.equal("short\na: 1\nHint: Do this.");
    expect(error.walk()).to.equal(cause);
    expect(error.walk((found) => found === cause)).to.equal(cause);
    expect(error.walk(() => false)).to.equal(undefined);
    expect(new ImprimaturError("alone").walk()).to.have.property("message", "alone");
  });

  it("have classes whose names are their own", () => {
    for (const [name, value] of Object.entries(errors)) {
      if (!/Error$/.test(name)) continue;
      expect((value as unknown as { name: string }).name).to.equal(name);
    }
  });
});
