import { expect } from "chai";
import { type Abi, type AbiFunction, type AbiParameter, erc20Abi } from "viem";
import { ABIS } from "../../src/proposals/abis.ts";
import { PLACEHOLDER } from "../../src/proposals/describeCall.ts";
import { formatDate, formatDuration, FORMATS, formatPpm, formatTag, quote } from "../../src/proposals/formats.ts";
import { type DescribedContract, SENTENCES } from "../../src/proposals/sentences.ts";

type Sentence = { contract: DescribedContract; name: string; template: string };

const sentences = Object.entries(SENTENCES).flatMap(([contract, templates]) =>
  Object.entries(templates).map(([name, template]) => ({ contract, name, template }) as Sentence),
);

function parameterAt(inputs: readonly AbiParameter[], path: string): AbiParameter | undefined {
  const [first = "", ...rest] = path.split(".");
  const found = inputs.find(({ name }, place) => (name === undefined || name === "" ? String(place) : name) === first);
  if (rest.length === 0 || found === undefined) return found;
  return "components" in found ? parameterAt(found.components, rest.join(".")) : undefined;
}

describe("sentences of proposals", () => {
  for (const { contract, name, template } of sentences) {
    it(`${contract}.${name} names arguments that the function has, in formats that there are`, () => {
      const abi: Abi = contract === "token" ? erc20Abi : ABIS[contract];
      const items = abi.filter((item): item is AbiFunction => item.type === "function" && item.name === name);
      expect(items, "function of the ABI").to.have.length.greaterThan(0);
      for (const [, path = "", format = "", token] of template.matchAll(PLACEHOLDER)) {
        expect(
          items.some(({ inputs }) => parameterAt(inputs, path) !== undefined),
          path,
        ).to.equal(true);
        expect(FORMATS).to.have.property(format);
        if (token === undefined || token === "@") continue;
        expect(
          items.some(({ inputs }) => parameterAt(inputs, token)?.type === "address"),
          token,
        ).to.equal(true);
      }
      expect(template.replace(PLACEHOLDER, "")).to.not.match(/[{}]/);
    });
  }

  it("write durations, dates, shares and tags exactly", () => {
    expect(formatDuration(0n)).to.equal("no time");
    expect(formatDuration(90_061n)).to.equal("1 day 1 hour 1 minute 1 second");
    expect(formatDuration(172_800n)).to.equal("2 days");
    expect(formatDate(0n)).to.equal("1970-01-01 00:00 UTC");
    expect(formatDate(2n ** 40n - 1n)).to.equal("further notice");
    expect(formatPpm(1n)).to.equal("0.0001 %");
    expect(formatPpm(1_000_000n)).to.equal("100 %");
    expect(formatTag(`0x${"61".repeat(3).padEnd(64, "0")}`)).to.equal('"aaa"');
    expect(formatTag(`0x${"00".repeat(32)}`)).to.equal(`0x${"00".repeat(32)}`);
    expect(formatTag(`0x${"0a".repeat(3).padEnd(64, "0")}`)).to.equal(`0x${"0a".repeat(3).padEnd(64, "0")}`);
  });

  it("make the text of others harmless", () => {
    expect(quote("Good\n\n1. Token\u202e")).to.equal("Good  1. Token ");
    expect(quote("x".repeat(100))).to.equal(`${"x".repeat(80)}…`);
  });
});
