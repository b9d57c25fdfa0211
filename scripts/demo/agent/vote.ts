import { equal, ok } from "node:assert/strict";
import { fundPot } from "@imprimatur/sdk/actions";
import { grantMandate, openCommission, setMandateWindow } from "@imprimatur/sdk/actions";
import { hashPolicy } from "@imprimatur/sdk/agent";
import { hashMandateTerms } from "@imprimatur/sdk/mandates";
import { encodeFunctionData, erc20Abi, sha256, stringToBytes } from "viem";
import { passProposal } from "../story/governance.ts";
import { openHouse } from "../story/governance/house.ts";
import { type Scene, usdc } from "../story/scene.ts";
import { type AgentHouse, type AgentName, AGENTS, connectAs, type Leash, policyOf, PROMPTS } from "./leash.ts";

const DAY = 86_400;

/** What the painter may spend, in units of the token. */
export const CAPS = {
  perTransaction: 8_000_000n,
  perPeriod: 12_000_000n,
  lifetime: 30_000_000n,
  window: 20_000_000n,
} as const;

/** Assets that each may commit on one day. */
export const QUOTAS = { writer: 2, painter: 12 } as const;

/** What each milestone pays. */
export const REWARDS = [4_000_000n, 5_000_000n, 6_000_000n] as const;

/** A house opens; in one vote its members give two agents mandates and commission a comic of them. */
export async function voteForAgent(scene: Scene): Promise<Leash> {
  const { cast, teller } = scene;
  const opened = await openHouse(scene);
  const { mandates, commissions } = await cast.as("registrar").getStudio({ studio: opened.studio });
  const house: AgentHouse = { ...opened, mandates, commissions };
  return teller.step("members vote: two mandates, a commission", async () => {
    const reader = connectAs(scene, house, "relayer");
    const commission = await commissionOf(scene);
    const commissionId = await reader.getCommissionId(commission);
    const calls = await callsOf(scene, house, { commission, commissionId });
    const { logs } = await passProposal(scene, house, {
      title: "A comic by agents on a leash",
      body: "Mandates for two agents, with their policies' hashes and caps, and the rewards of three milestones in escrow.",
      calls,
    });
    const mandateOf = (name: AgentName) => reader.getMandateId({ agent: cast.addressOf(AGENTS[name].role) });
    const [writer, mandateId] = [await mandateOf("writer"), await mandateOf("painter")];
    ok(writer !== undefined && mandateId !== undefined, "an agent has no mandate");
    equal(openCommission.extractEvent(logs, commissions).commissionId, commissionId);
    const mandate = await reader.getMandate({ mandateId });
    equal(mandate.policyHash, hashPolicy(policyOf(PROMPTS[0])));
    const value = { house, mandateId, writer, commissionId, policyHash: mandate.policyHash };
    const shown = `${usdc(CAPS.perTransaction)} at once, ${usdc(CAPS.perPeriod)} a day, ${QUOTAS.painter} assets a day; 3 milestones`;
    return { value, shown };
  });
}

/** Script, characters, panels: each builds on those before. */
async function commissionOf({ cast, clock, token }: Scene) {
  const deadline = (await clock.now()) + BigInt(60 * DAY);
  const briefs = ["A script of one page.", "Two characters.", "Four panels."];
  const needs = [[], [0], [0, 1]];
  const milestones = briefs.map((brief, place) => ({
    assignee: cast.addressOf(AGENTS[place === 0 ? "writer" : "painter"].role),
    reward: REWARDS[place] as bigint,
    deadline,
    dependsOn: needs[place] as number[],
    brief: sha256(stringToBytes(brief)),
  }));
  return { token, milestones };
}

async function callsOf(
  scene: Scene,
  house: AgentHouse,
  { commission, commissionId }: { commission: Awaited<ReturnType<typeof commissionOf>>; commissionId: `0x${string}` },
) {
  const { stack, token } = scene;
  const { mandates, commissions } = house;
  const royaltySplitter = stack.deployment.addressOf("RoyaltySplitter");
  const total = REWARDS.reduce((sum, reward) => sum + reward, 0n);
  const approve = (spender: `0x${string}`, amount: bigint) => ({
    ...{ to: token, value: 0n },
    data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] }),
  });
  return [
    approve(mandates, 2n * CAPS.window),
    setMandateWindow.encode({ mandates, token, cap: CAPS.window, length: 7 * DAY }),
    await grantTo(scene, house, "writer"),
    await grantTo(scene, house, "painter"),
    approve(royaltySplitter, total),
    fundPot.encode({ royaltySplitter, opener: commissions, id: commissionId, token, amount: total }),
    openCommission.encode({ commissions, ...commission }),
  ];
}

/** An agent consents to its mandate. The painter may pay one vendor; the writer has the same caps, and nobody to pay. */
async function grantTo(scene: Scene, house: AgentHouse, name: AgentName) {
  const { cast, clock, token } = scene;
  const { role } = AGENTS[name];
  const now = await clock.now();
  const { lifetime, perTransaction, perPeriod } = CAPS;
  const mandate = {
    ...{ token, lifetime, quota: QUOTAS[name], agent: cast.addressOf(role) },
    sponsor: cast.addressOf("founder4"),
    policyHash: hashPolicy(policyOf(PROMPTS[0], name)),
    limits: { perTransaction, perPeriod, period: DAY },
    validUntil: now + BigInt(120 * DAY),
    reviewAt: now + BigInt(60 * DAY),
    payees: name === "painter" ? [cast.addressOf("gallery")] : [],
  };
  await connectAs(scene, house, role).consentToMandateAndWait({ terms: hashMandateTerms(mandate) });
  return grantMandate.encode({ mandates: house.mandates, ...mandate });
}
