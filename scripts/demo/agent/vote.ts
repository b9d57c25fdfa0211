import { equal } from "node:assert/strict";
import { fundPot } from "@imprimatur/sdk/actions";
import { grantMandate, openCommission, setMandateWindow } from "@imprimatur/sdk/actions";
import { hashPolicy } from "@imprimatur/sdk/agent";
import { encodeFunctionData, erc20Abi, sha256, stringToBytes } from "viem";
import { passProposal } from "../story/governance.ts";
import { openHouse } from "../story/governance/house.ts";
import { type Scene, usdc } from "../story/scene.ts";
import { type AgentHouse, connectAs, type Leash, policyOf, PROMPTS } from "./leash.ts";

const DAY = 86_400;

/** What the agent may spend, in units of the token. */
export const CAPS = {
  perTransaction: 8_000_000n,
  perPeriod: 12_000_000n,
  lifetime: 30_000_000n,
  window: 20_000_000n,
} as const;

/** Assets that it may commit on one day. */
export const QUOTA = 12;

/** What each milestone pays. */
export const REWARDS = [4_000_000n, 5_000_000n, 6_000_000n] as const;

/** A house opens; in one vote its members give an agent a mandate and commission a comic of it. */
export async function voteForAgent(scene: Scene): Promise<Leash> {
  const { cast, teller } = scene;
  const opened = await openHouse(scene);
  const { mandates, commissions } = await cast.as("registrar").getStudio({ studio: opened.studio });
  const house: AgentHouse = { ...opened, mandates, commissions };
  return teller.step("members vote: a mandate, and a commission", async () => {
    const reader = connectAs(scene, house, "relayer");
    const commission = await commissionOf(scene);
    const commissionId = await reader.getCommissionId(commission);
    const calls = await callsOf(scene, house, { commission, commissionId });
    const { logs } = await passProposal(scene, house, {
      title: "A comic by an agent on a leash",
      body: "A mandate for the agent with its policy's hash and caps, and the rewards of three milestones in escrow.",
      calls,
    });
    const { mandateId, agent } = grantMandate.extractEvent(logs, mandates);
    equal(agent, cast.addressOf("agent"));
    equal(openCommission.extractEvent(logs, commissions).commissionId, commissionId);
    const mandate = await reader.getMandate({ mandateId });
    equal(mandate.policyHash, hashPolicy(policyOf(PROMPTS[0])));
    const value = { house, mandateId, commissionId, policyHash: mandate.policyHash };
    const shown = `${usdc(CAPS.perTransaction)} at once, ${usdc(CAPS.perPeriod)} a day, ${QUOTA} assets a day; 3 milestones`;
    return { value, shown };
  });
}

/** Script, characters, panels: each builds on those before. */
async function commissionOf({ cast, clock, token }: Scene) {
  const deadline = (await clock.now()) + BigInt(60 * DAY);
  const briefs = ["A script of one page.", "Two characters.", "Four panels."];
  const needs = [[], [0], [0, 1]];
  const milestones = briefs.map((brief, place) => ({
    assignee: cast.addressOf("agent"),
    reward: REWARDS[place] as bigint,
    deadline,
    dependsOn: needs[place] as number[],
    brief: sha256(stringToBytes(brief)),
  }));
  return { token, milestones };
}

async function callsOf(
  { cast, clock, stack, token }: Scene,
  { mandates, commissions }: AgentHouse,
  { commission, commissionId }: { commission: Awaited<ReturnType<typeof commissionOf>>; commissionId: `0x${string}` },
) {
  const royaltySplitter = stack.deployment.addressOf("RoyaltySplitter");
  const total = REWARDS.reduce((sum, reward) => sum + reward, 0n);
  const approve = (spender: `0x${string}`, amount: bigint) => ({
    ...{ to: token, value: 0n },
    data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] }),
  });
  const now = await clock.now();
  const { window, lifetime, perTransaction, perPeriod } = CAPS;
  return [
    approve(mandates, 2n * window),
    setMandateWindow.encode({ mandates, token, cap: window, length: 7 * DAY }),
    grantMandate.encode({
      mandates,
      agent: cast.addressOf("agent"),
      sponsor: cast.addressOf("founder4"),
      policyHash: hashPolicy(policyOf(PROMPTS[0])),
      token,
      limits: { perTransaction, perPeriod, period: DAY },
      lifetime,
      validUntil: now + BigInt(120 * DAY),
      reviewAt: now + BigInt(60 * DAY),
      quota: QUOTA,
      payees: [cast.addressOf("gallery")],
    }),
    approve(royaltySplitter, total),
    fundPot.encode({ royaltySplitter, opener: commissions, id: commissionId, token, amount: total }),
    openCommission.encode({ commissions, ...commission }),
  ];
}
