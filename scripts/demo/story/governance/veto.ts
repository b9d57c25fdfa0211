import { deepEqual, equal, rejects } from "node:assert/strict";
import { toProposalActions, toReasonCode } from "@imprimatur/sdk";
import { encodeFunctionData, erc20Abi, type Hex, sha256, stringToHex } from "viem";
import type { Role } from "../../cast.ts";
import { held } from "../purse.ts";
import { type Scene, usdc } from "../scene.ts";
import { type House, SEATED } from "./house.ts";
import { rehearse } from "./rehearse.ts";

const FEE = 12_000_000n;
const EVIDENCE = sha256(stringToHex("letters of three sitters who never agreed"));

/** The board cancels what it holds harmful, in public; the members insist, by two thirds and twice the quorum. */
export async function vetoAndOverride(scene: Scene, house: House): Promise<{ vetoed: bigint; override: bigint }> {
  const { cast, token } = scene;
  const data = encodeFunctionData({
    abi: erc20Abi,
    functionName: "transfer",
    args: [cast.addressOf("modelMaker"), FEE],
  });
  const calls = [{ to: token, data, value: 0n }];
  const vetoed = await veto(scene, house, calls);
  const override = await insist(scene, house, calls);
  return { vetoed, override };
}

type Calls = { to: Hex; data: Hex; value: bigint }[];

function veto({ cast, clock, teller }: Scene, house: House, calls: Calls): Promise<bigint> {
  return teller.step("the board vetoes a proposal, with a reason", async () => {
    const proposer = cast.inStudio("founder2", house);
    const proposal = await proposer.proposeAndWait({
      title: "Train a model on the portraits",
      body: `${usdc(FEE)} for the model's maker.`,
      calls,
    });
    const { proposalId, voteStart, description } = proposal;
    await clock.passUntil(voteStart + 1n);
    await proposer.voteAndWait({ proposalId, support: "for" });
    const decision = { power: "veto", proposals: [toProposalActions({ calls, description })] } as const;
    const reasonCode = toReasonCode("consent");
    const opener = cast.inStudio(SEATED[0], house);
    const review = await opener.openReviewAndWait({
      kind: "proposal",
      subject: proposalId,
      decision,
      reasonCode,
      evidence: EVIDENCE,
    });
    const anybody = cast.inStudio("relayer", house);
    const voting = async (seat: Role, support: boolean, reason: string) =>
      cast.inStudio(seat, house).voteOnReviewAndWait({ reviewId: review.reviewId, support, reason });
    await voting(SEATED[1], true, "Three sitters object.");
    await voting(SEATED[2], false, "The release forms may still come.");
    await voting(SEATED[3], true, "");
    await rejects(anybody.enactReviewAndWait(review), /EthicsBoardTooFewVotes/, "three of five seats are enough");
    await voting(SEATED[4], true, "Not before they agree.");
    const { supporters, needed, live } = await anybody.enactReviewAndWait(review);
    equal((await proposer.getProposalState({ proposalId })).state, "canceled");
    const shown = `"consent", ${supporters.length} of ${live} seats where ${needed} were needed, in public`;
    return { value: proposalId, shown };
  });
}

function insist(scene: Scene, house: House, calls: Calls): Promise<bigint> {
  const { cast, clock, teller } = scene;
  return teller.step("the members override the veto", async () => {
    const proposer = cast.inStudio("founder2", house);
    const treasury = await held(scene, house.timelock);
    equal(await rehearse(scene, house, calls), `Pays ${FEE / 1_000_000n} USDC to the model maker.`);
    const { proposalId, voteStart, voteEnd, description } = await proposer.proposeAndWait({
      title: "Train a model on the portraits, now that everybody agreed",
      body: "The three sitters have signed since. The same payment as before.",
      calls,
    });
    await clock.passUntil(voteStart + 1n);
    for (const [i, support] of (["for", "for", "for", "for", "against"] as const).entries()) {
      await cast.inStudio(`founder${i}` as Role, house).voteAndWait({ proposalId, support });
    }
    const opener = cast.inStudio(SEATED[0], house);
    const decision = { power: "veto", proposals: [toProposalActions({ calls, description })] } as const;
    const reasonCode = toReasonCode("consent");
    const input = { kind: "proposal", subject: proposalId, decision, reasonCode, evidence: EVIDENCE } as const;
    await rejects(
      vetoAgain(scene, house, () => opener.openReviewAndWait(input)),
      /StudioGovernorVetoImmune/,
    );
    await clock.passUntil(voteEnd + 1n);
    const { state, votes, override, shares } = await proposer.getProposal({ proposalId });
    deepEqual([state, override], ["succeeded", true]);
    const { etaSeconds } = await proposer.queueAndWait({ calls, description });
    await clock.passUntil(etaSeconds);
    await proposer.executeAndWait({ calls, description });
    equal(await held(scene, house.timelock), treasury - FEE);
    const share = Number((votes.for * 1_000n) / (votes.for + votes.against)) / 10;
    return {
      value: proposalId,
      shown: `${share} % for where 66.7 % were needed, quorum ${shares.quorum}; a second veto was refused`,
    };
  });
}

/** The whole board once more: it cannot. */
async function vetoAgain(
  { cast }: Scene,
  house: House,
  open: () => Promise<{ reviewId: bigint; payload: Hex }>,
): Promise<void> {
  const review = await open();
  for (const seat of SEATED.slice(1)) {
    await cast.inStudio(seat, house).voteOnReviewAndWait({ reviewId: review.reviewId, support: true, reason: "" });
  }
  await cast.inStudio("relayer", house).enactReviewAndWait(review);
}
