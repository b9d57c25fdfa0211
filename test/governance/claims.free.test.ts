import { expect } from "chai";
import { type Address, getAddress, zeroAddress } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import {
  addressOf,
  answer,
  BOND,
  type Claims,
  closeClaim,
  file,
  fileOn,
  lapse,
  putAside,
  setUpClaims,
} from "./claims.ts";
import { DAY, expectBoardRefuses, FINDING, KIND } from "./ethics.ts";
import { makeProposal } from "./governance.ts";

describe("governance/claims.free", () => {
  let claims: Claims;
  let timelock: Address;
  let board: Claims["board"];
  let recipe: bigint;

  before(async () => {
    claims = await setUpClaims();
    ({ board } = claims);
    timelock = getAddress(claims.clones.timelock);
    recipe = BigInt(claims.recipeId);
  });

  type Refusal = Parameters<typeof expectBoardRefuses>;
  const refused = (call: Refusal[1], error: Refusal[2], args: Refusal[3]) =>
    expectBoardRefuses(claims, call, error, args);
  const time = () => claims.protocol.connection.networkHelpers.time;
  const propose = () => makeProposal(claims, [{ target: addressOf(claims.stranger), value: 0n, data: "0x" }]);
  const lapseOf = async (claimId: bigint) => {
    await time().setNextBlockTimestamp((await board.read.claimOf([claimId])).filedAt + 14 * DAY);
    return lapse(claims, claimId);
  };
  const make = async (count: number, by = claims.producer) => {
    const from = await board.read.claimCount();
    for (let i = 0; i < count; ++i) await file(claims, KIND.asset, claims.asset(Number(from) + i), by);
  };
  const free = (by: Wallet) => board.read.freeClaimsOf([by.account.address]);
  const refuseFourth = (by = claims.producer) =>
    refused(() => file(claims, KIND.asset, claims.asset(299), by), "EthicsBoardTooManyFreeClaims", [
      addressOf(by),
      3n,
      3n,
    ]);

  beforeEach(() => board.write.setClaimTerms([zeroAddress, 0n], { account: timelock }));
  afterEach(() => claims.rewind());

  it("are refused beyond three of one member, however long they wait or whatever they are about", async () => {
    await make(2);
    await fileOn(claims, KIND.proposal, (await propose()).id, claims.producer);
    await refuseFourth();
    await time().increase(100 * DAY);
    await refuseFourth();
    await refused(() => file(claims, KIND.recipe, recipe, claims.producer), "EthicsBoardTooManyFreeClaims", [
      addressOf(claims.producer),
      3n,
      3n,
    ]);
  });

  it("are refused still when the answer is there and nobody has closed the claim", async () => {
    await make(3);
    await answer(claims, 2n, KIND.asset, claims.asset(1), FINDING.mistaken);
    await refuseFourth();
    await closeClaim(claims, 2n);
    expect(await free(claims.producer)).to.equal(2n);
    await make(1);
    await refuseFourth();
  });

  it("make room when they lapse, once", async () => {
    await make(3);
    await lapseOf(1n);
    expect(await free(claims.producer)).to.equal(2n);
    await refused(() => lapse(claims, 1n), "EthicsBoardClaimNotOpen", [1n]);
    await refused(() => closeClaim(claims, 1n), "EthicsBoardClaimNotOpen", [1n]);
    await make(1);
    await refuseFourth();
    expect(await free(claims.producer)).to.equal(3n);
  });

  it("count for their claimant alone, whose votes may be another's by then", async () => {
    await make(3);
    const { claimant, producer, token } = claims;
    await token.write.delegate([claimant.account.address], { account: producer.account });
    await make(3, claimant);
    await refuseFourth(claimant);
    await lapseOf(1n);
    expect(await Promise.all([producer, claimant].map(free))).to.deep.equal([2n, 3n]);
  });

  it("leave those with a bond out, before and after", async () => {
    await board.write.setClaimTerms([claims.usdc.address, BOND], { account: timelock });
    for (const index of [0, 1, 2, 3]) await file(claims, KIND.asset, claims.asset(index));
    expect(await free(claims.claimant)).to.equal(0n);
    await lapseOf(4n);
    expect(await free(claims.claimant)).to.equal(0n);
    await board.write.setClaimTerms([zeroAddress, 0n], { account: timelock });
    await make(3);
    // a bond is due again: what cost nothing is still counted, and goes out as it came in
    await board.write.setClaimTerms([claims.usdc.address, BOND], { account: timelock });
    await putAside(claims, claims.producer, BOND);
    await file(claims, KIND.asset, claims.asset(20), claims.producer);
    expect(await free(claims.producer)).to.equal(3n);
    await lapseOf(5n);
    expect(await free(claims.producer)).to.equal(2n);
  });
});
