import { deepEqual, equal, ok } from "node:assert/strict";
import { setCharter, setClaimTerms, grantReputation, toRoleTag } from "@imprimatur/sdk";
import { formatEther, parseEther, sha256, stringToHex } from "viem";
import { passProposal } from "../governance.ts";
import { type Scene, usdc } from "../scene.ts";
import type { House } from "./house.ts";
import { rehearse } from "./rehearse.ts";

export const CONTRIBUTOR = "promptEngineer";
const EARNED = parseEther("120");
export const EVIDENCE = sha256(stringToHex("forty prompts that the house works with"));

/** What a claim against the house costs, until it is answered. */
export const BOND = 5_000_000n;

/** Members vote a contributor reputation, with a role and evidence, and say what a claim costs. */
export function earnReputation(scene: Scene, house: House): Promise<bigint> {
  const { cast, teller, token } = scene;
  return teller.step("a contributor earns reputation by vote", async () => {
    const { reputation, board } = house;
    const member = cast.addressOf(CONTRIBUTOR);
    const role = toRoleTag("prompt-engineer");
    const reader = cast.inStudio(CONTRIBUTOR, house);
    const before = await reader.getReputation({ member });
    equal(before.effective, 0n);
    const calls = [
      grantReputation.encode({ reputation, member, amount: EARNED, role, evidence: EVIDENCE }),
      setClaimTerms.encode({ board, token, bond: BOND }),
    ];
    const sentence = await rehearse(scene, house, calls);
    const { proposalId } = await passProposal(scene, house, {
      title: "Thank our prompt engineer, open the board to claims",
      body: `${formatEther(EARNED)} REP for forty prompts; a claim costs ${usdc(BOND)} until it is answered.`,
      calls,
    });
    const { effective, delegate, votes } = await reader.getReputation({ member });
    // Rounded down once, and a second older than the grant.
    ok(EARNED - effective < parseEther("0.001"), `${formatEther(effective)} REP arrived`);
    equal(delegate, member, "the first grant delegates to oneself");
    ok(votes > 0n);
    return { value: proposalId, shown: sentence };
  });
}

/** The contributor lends the votes, never the reputation. */
export function delegateVotes({ cast, teller }: Scene, house: House): Promise<void> {
  return teller.step("the contributor delegates to a founder", async () => {
    const [member, founder] = [cast.addressOf(CONTRIBUTOR), cast.addressOf("founder0")];
    const contributor = cast.inStudio(CONTRIBUTOR, house);
    const before = await contributor.getReputation({ member: founder });
    const own = await contributor.getReputation({ member });
    await contributor.delegateAndWait({ delegatee: founder });
    const after = await contributor.getReputation({ member: founder });
    equal(after.votes, before.votes + own.raw);
    const kept = await contributor.getReputation({ member });
    deepEqual([kept.raw, kept.votes], [own.raw, 0n]);
    const share = (after.votes * 1_000n) / before.votes;
    return { value: undefined, shown: `${Number(share) / 10} % of the votes before, the reputation stays` };
  });
}

/** A quorum that is reached in the last hour gives everybody another day. */
export function extendByLateQuorum({ cast, clock, teller }: Scene, house: House): Promise<bigint> {
  return teller.step("a quorum in the last hour extends the vote", async () => {
    const { studio } = house;
    const proposer = cast.inStudio("founder1", house);
    const charter = sha256(stringToHex("No likeness without consent, and no training on it either."));
    const calls = [setCharter.encode({ studio, charter })];
    const { proposalId, voteStart, voteEnd, description } = await proposer.proposeAndWait({
      title: "Write training into the charter",
      body: "Consent to a portrait is no consent to train on it.",
      calls,
    });
    await clock.passUntil(voteStart + 1n);
    await proposer.voteAndWait({ proposalId, support: "for" });
    await clock.passUntil(voteEnd - HOUR);
    equal((await proposer.getProposalState({ proposalId })).deadline, voteEnd, "one vote is no quorum");
    // The founder votes with the contributor's votes too, up to the cap.
    await cast.inStudio("founder0", house).voteAndWait({ proposalId, support: "for" });
    const { deadline, shares } = await proposer.getProposal({ proposalId });
    ok(deadline >= voteEnd + DAY - HOUR, "the deadline did not move");
    await clock.passUntil(voteEnd + 1n);
    equal((await proposer.getProposalState({ proposalId })).state, "active", "the vote ended without its extension");
    await clock.passUntil(deadline + 1n);
    equal((await proposer.getProposalState({ proposalId })).state, "succeeded");
    const { etaSeconds } = await proposer.queueAndWait({ calls, description });
    await clock.passUntil(etaSeconds);
    await proposer.executeAndWait({ calls, description });
    equal((await proposer.getStudio({ studio })).charterVersion, 2);
    const hours = Number((deadline - voteEnd) / HOUR);
    const shown = `open ${hours} hours longer, then passed with ${shares.for} of votes where ${shares.quorum} are a quorum`;
    return { value: proposalId, shown };
  });
}

const HOUR = 3_600n;
const DAY = 24n * HOUR;
