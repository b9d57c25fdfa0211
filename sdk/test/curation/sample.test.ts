import { expect } from "chai";
import { encodePacked, type Hex, keccak256, pad } from "viem";
import { deriveSeed, lanePosition, planOf, sampleOf } from "@imprimatur/sdk/curation";
import { expectError } from "../helpers/errors.ts";

const seed: Hex = `0x${"a5".repeat(16)}`;

describe("sample", () => {
  it("refuses a plan that is not in the table", () => expectError("UnknownPlanError", () => planOf(3)));

  it("derives the seed from lot, prevRandao and salt", () => {
    const [prevRandao, salt]: Hex[] = [keccak256("0x01"), keccak256("0x02")];
    const types = ["uint256", "bytes32", "bytes32"] as const;
    const whole = keccak256(encodePacked(types, [9n, prevRandao as Hex, salt as Hex]));
    expect(deriveSeed({ lotId: 9n, prevRandao: prevRandao as Hex, salt: salt as Hex })).to.equal(whole.slice(0, 34));
  });

  it("draws lane j as keccak(abi.encode(seed, j)) mod count", () => {
    const hash = keccak256(encodePacked(["bytes32", "uint256"], [pad(seed, { dir: "right", size: 32 }), 17n]));
    expect(lanePosition(seed, 17, 10_000)).to.equal(Number(BigInt(hash) % 10_000n));
  });

  it("takes every asset of a small lot", () => {
    const sample = sampleOf({ seed, count: 200, plan: 0 });
    expect(sample.census).to.equal(true);
    expect(sample.positions).to.deep.equal(Array.from({ length: 200 }, (_, i) => i));
    expect(sample.acceptance).to.equal(50);
    expect(sampleOf({ seed, count: 4, plan: 0 }).acceptance).to.equal(2);
    expect(sampleOf({ seed, count: 256, plan: 0 }).census).to.equal(true);
  });

  it("samples a larger lot by the plan", () => {
    expect(sampleOf({ seed, count: 257, plan: 0 })).to.include({ census: false, acceptance: 2 });
    expect(sampleOf({ seed, count: 257, plan: 0 }).positions).to.have.lengthOf(256);
    expect(sampleOf({ seed, count: 65_536, plan: 2 }).positions).to.have.lengthOf(64);
  });
});
