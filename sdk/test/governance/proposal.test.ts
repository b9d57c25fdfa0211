import { expect } from "chai";
import fc from "fast-check";
import { getAddress } from "viem";
import { getProposalId, hashDescription, parseDescription, toDescription } from "@imprimatur/sdk";
import { address, bytesOf, RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .map((text) =>
    text
      .replace(/[\r\n]/g, " ")
      .replace(/^[#\s]+/, "")
      .trim(),
  )
  .filter((text) => text !== "" && !/#proposer=/i.test(text));

describe("description", () => {
  it("refuses what would not protect its proposer", async () => {
    await expectError("DescriptionError", () => toDescription({ title: "" }));
    await expectError("DescriptionError", () => toDescription({ title: "a\nb" }));
    await expectError("DescriptionError", () => toDescription({ title: "a", body: "x #Proposer=0x" }));
  });

  it("ends with the proposer's line, 52 bytes and nothing after them", () => {
    fc.assert(
      fc.property(line, fc.array(line, { maxLength: 3 }), address, (title, lines, proposer) => {
        const text = toDescription({ title, body: lines.join("\n\n"), proposer });
        expect(text.startsWith(`# ${title}`)).to.equal(true);
        expect(text.slice(-52)).to.equal(`#proposer=${proposer}`);
        const parts = parseDescription(text);
        expect(parts).to.include({ title, proposer });
        expect(parts.body ?? "").to.equal(lines.join("\n\n"));
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("reads any text, the first line as title", () => {
    expect(parseDescription("## Hello\nworld")).to.deep.equal({ title: "Hello", body: "world" });
    expect(parseDescription("")).to.deep.equal({ title: "" });
    expect(parseDescription("#proposer=0x12")).to.deep.equal({ title: "proposer=0x12" });
  });
});

describe("proposal id", () => {
  it("changes with every part and with nothing else", () => {
    const call = fc.record({ to: address.map((raw) => getAddress(raw)), data: bytesOf(4), value: uint(96) });
    fc.assert(
      fc.property(call, call, line, (one, two, description) => {
        const id = getProposalId({ calls: [one], description });
        expect(getProposalId({ calls: [{ ...one }], description })).to.equal(id);
        expect(getProposalId({ calls: [one, two], description })).to.not.equal(id);
        expect(getProposalId({ calls: [one], description: `${description}.` })).to.not.equal(id);
        expect(getProposalId({ calls: [{ ...one, value: one.value + 1n }], description })).to.not.equal(id);
      }),
      { numRuns: RUNS, seed: 1 },
    );
    expect(hashDescription("")).to.equal("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  });
});
