import { deepEqual, equal, ok } from "node:assert/strict";
import { electSeat, freeze, toReasonCode } from "@imprimatur/sdk";
import { pad, sha256, stringToHex } from "viem";
import type { Role } from "../../cast.ts";
import { testUsdcAbi } from "../../usdc.ts";
import { passProposal } from "../governance.ts";
import { allow, held } from "../purse.ts";
import { type Scene, usdc } from "../scene.ts";
import { type House, SEATED } from "./house.ts";
import { BOND } from "./members.ts";
import { rehearse } from "./rehearse.ts";

/** Nobody's founder, nobody's seat. */
const OUTSIDER = "licensee";
const CANDIDATE = "firstContributor";
/** The seat that changes hands. */
const SEAT = 3;
/** What a seat earns by an answer, effective units. */
const REWARD = 10n ** 18n;
const QUARANTINE = 30n * 86_400n;
/** Frozen until further notice. */
const PERPETUAL = 2n ** 40n - 1n;

/** Somebody stands for a seat, and the members elect. */
export function electByVote(scene: Scene, house: House): Promise<bigint> {
  const { cast, teller } = scene;
  return teller.step("the members elect a seat of the board", async () => {
    const { board } = house;
    const holder = cast.addressOf(CANDIDATE);
    const statement = sha256(stringToHex("I photographed people for twenty years and asked each of them."));
    await cast.inStudio(CANDIDATE, house).standForSeatAndWait({ statement });
    const calls = [electSeat.encode({ board, seat: SEAT, holder })];
    const sentence = await rehearse(scene, house, calls);
    const { proposalId } = await passProposal(scene, house, {
      title: "Elect a photographer to seat 3",
      body: "For a year, in the place of the gallery.",
      calls,
    });
    const { seats, live } = await cast.inStudio("relayer", house).getBoard();
    equal(seats.find(({ seat }) => seat === SEAT)?.holder, holder);
    ok(!seats.some((seat) => seat.holder === cast.addressOf(SEATED[2])), "the old holder still sits");
    return { value: proposalId, shown: `${sentence} ${live} seats are live.` };
  });
}

/** An outsider pays a bond and claims; the board must answer, and stops what the claim is about. */
export async function answerClaim(scene: Scene, house: House, assetId: bigint): Promise<Answered> {
  const claimId = await file(scene, house, assetId);
  return answer(scene, house, assetId, claimId);
}

/** What came of a claim. */
export interface Answered {
  claimId: bigint;
  reviewId: bigint;
}

function file(scene: Scene, house: House, assetId: bigint): Promise<bigint> {
  const { cast, teller, token } = scene;
  return teller.step("an outsider files a bonded claim", async () => {
    const outsider = cast.inStudio(OUTSIDER, house);
    const mint = cast.as("deployer");
    const account = cast.addressOf(OUTSIDER);
    const args = [account, BOND] as const;
    const hash = await mint.writeContract({ address: token, abi: testUsdcAbi, functionName: "mint", args });
    await mint.waitForTransactionReceipt({ hash });
    await allow(scene, OUTSIDER, BOND);
    await outsider.fundPotAndWait({ opener: house.board, id: pad(account, { size: 32 }), token, amount: BOND });
    const filed = await outsider.fileClaimAndWait({
      kind: "asset",
      subject: assetId,
      reasonCode: toReasonCode("consent"),
      evidence: sha256(stringToHex("my face is in this archive, and nobody asked me")),
    });
    equal(filed.bond, BOND);
    return { value: filed.claimId, shown: `${usdc(BOND)} bond; the board has 14 days` };
  });
}

function answer(scene: Scene, house: House, assetId: bigint, claimId: bigint): Promise<Answered> {
  const { cast, clock, teller } = scene;
  return teller.step("the board answers: the dataset is quarantined", async () => {
    const opener = cast.inStudio(SEATED[0], house);
    const review = await opener.openReviewAndWait({
      kind: "asset",
      subject: assetId,
      decision: { power: "quarantine", seconds: QUARANTINE },
      reasonCode: toReasonCode("consent"),
      evidence: sha256(stringToHex("the archive, page 12, and the sitter's letter")),
      claimId,
      finding: "upheld",
    });
    const { reviewId } = review;
    const support = (seat: Role, reason: string) =>
      cast.inStudio(seat, house).voteOnReviewAndWait({ reviewId, support: true, reason });
    await support(SEATED[1], "No release form.");
    await support(CANDIDATE, "I know the sitter.");
    const relayer = cast.inStudio("relayer", house);
    await relayer.enactReviewAndWait(review);
    const until = await relayer.getFrozenUntil({ assetId });
    equal(until, (await clock.now()) + QUARANTINE);

    const before = await held(scene, cast.addressOf(OUTSIDER));
    const { to, amount } = await relayer.closeClaimAndWait({ claimId });
    deepEqual([to, amount], [cast.addressOf(OUTSIDER), BOND]);
    await relayer.withdrawAndWait({ token: scene.token, payee: to });
    equal((await held(scene, cast.addressOf(OUTSIDER))) - before, BOND);
    await relayer.rewardReviewAndWait({ reviewId });
    const voters = [SEATED[0], SEATED[1], CANDIDATE] as const;
    for (const voter of voters) {
      const { effective } = await relayer.getReputation({ member: cast.addressOf(voter) });
      ok(effective > REWARD - 10n ** 15n && effective <= REWARD, `the ${voter} earned ${effective}`);
    }
    const shown = `upheld, 30 days; the bond went back, ${voters.length} seats earned 1 REP each`;
    return { value: { claimId, reviewId }, shown };
  });
}

/** What the board may do for a month, the members may make last. */
export function ratifyByVote(scene: Scene, house: House, assetId: bigint): Promise<bigint> {
  const { cast, stack, teller } = scene;
  return teller.step("the members ratify the quarantine", async () => {
    const assetRegistry = stack.deployment.addressOf("AssetRegistry");
    const calls = [freeze.encode({ assetRegistry, assetId, until: PERPETUAL })];
    const sentence = await rehearse(scene, house, calls);
    const { proposalId } = await passProposal(scene, house, {
      title: "Take the portraits out of the market",
      body: "Until every sitter has agreed.",
      calls,
    });
    equal(await cast.inStudio("relayer", house).getFrozenUntil({ assetId }), PERPETUAL);
    return { value: proposalId, shown: sentence };
  });
}
