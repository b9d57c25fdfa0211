import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { changeMandatePolicy, reviewMandate } from "@imprimatur/sdk/actions";
import { hashPolicy, readMandateLog, scorecardOf } from "@imprimatur/sdk/agent";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { toReasonCode } from "@imprimatur/sdk";
import { sha256, stringToHex } from "viem";
import { held } from "../story/purse.ts";
import { passProposal } from "../story/governance.ts";
import { SEATED } from "../story/governance/house.ts";
import { type Scene, usdc } from "../story/scene.ts";
import { connectAs, guardedBy, type Leash, policyOf, PROMPTS } from "./leash.ts";
import { CAPS } from "./vote.ts";

const DAY = 86_400n;
const INVOICE = stringToHex("gpu hours 7", { size: 32 });
const COMPUTE = 5_000_000n;

/** The vendor of computing time is on the list: the agent buys from it within its caps, and nowhere else, and no more. */
export async function buyCompute(scene: Scene, leash: Leash): Promise<void> {
  const { cast, teller } = scene;
  const vendor = cast.addressOf("gallery");
  const agent = guardedBy(scene, leash, PROMPTS[0]);
  const wallet = connectAs(scene, leash.house, "agent", agent);
  const order = {
    mandateId: leash.mandateId,
    policyHash: leash.policyHash,
    payee: vendor,
    amount: COMPUTE,
    purpose: INVOICE,
  };
  await teller.step("the painter buys compute of a listed vendor", async () => {
    const before = await held(scene, vendor);
    const { head, receipt } = await wallet.payByMandateAndWait(order);
    equal(await held(scene, vendor), before + COMPUTE);
    equal(BigInt(head) & 0xffffffffffn, 1n, "the log does not count the act");
    return { value: undefined, shown: `${usdc(COMPUTE)}, ${receipt.gasUsed} gas` };
  });
  await teller.step("it is refused whatever it was not voted", async () => {
    const refusal = async (over: Partial<typeof order>) =>
      (await agent.check({ type: "pay", payee: vendor, amount: COMPUTE, purpose: INVOICE, ...over }))?.errorName;
    equal(await refusal({ amount: CAPS.perTransaction + 1n }), "AgentMandatesOverTransaction");
    equal(await refusal({ payee: cast.addressOf("collector") }), "AgentMandatesUnlistedPayee");
    equal(await refusal({ amount: CAPS.perTransaction }), "AgentMandatesOverPeriod");
    // Without its leash the key gets no further: the chain says the same.
    const bare = connectAs(scene, leash.house, "agent");
    await rejects(bare.payByMandate({ ...order, amount: CAPS.perTransaction }), /AgentMandatesOverPeriod/);
    await rejects(bare.payByMandate({ ...order, payee: cast.addressOf("collector") }), /AgentMandatesUnlistedPayee/);
    const { spent } = await wallet.getMandate({ mandateId: leash.mandateId });
    equal(spent, COMPUTE, "a refused act was counted");
    return { value: undefined, shown: "here before it signs, and by the chain" };
  });
}

/** Another prompt is another vote; until then it acts under none but the old one, afterwards under none but the new. */
export function changePrompt(scene: Scene, leash: Leash): Promise<Leash> {
  const { cast, teller } = scene;
  const { house, mandateId } = leash;
  const policyHash = hashPolicy(policyOf(PROMPTS[1]));
  return teller.step("a new prompt is a new vote", async () => {
    const act = { type: "pay", payee: cast.addressOf("gallery"), amount: 1n, purpose: INVOICE } as const;
    const [before, after] = PROMPTS.map((prompt) => guardedBy(scene, leash, prompt));
    equal((await after?.check(act))?.errorName, "AgentMandatesWrongPolicy");
    await passProposal(scene, house, {
      title: "No weapons in the comic",
      body: "The same agent with another system prompt.",
      calls: [changeMandatePolicy.encode({ mandates: house.mandates, mandateId, policyHash })],
    });
    equal((await before?.check(act))?.errorName, "AgentMandatesWrongPolicy");
    equal(await after?.check(act), undefined);
    const { policyVersion } = await connectAs(scene, house, "relayer").getMandate({ mandateId });
    return {
      value: { ...leash, policyHash },
      shown: `policy ${policyVersion}, the old prompt is refused from this block on`,
    };
  });
}

/** Three seats of the board stop the agent at once; it can do nothing until members looked at its record. */
export async function pauseAndReview(scene: Scene, leash: Leash): Promise<void> {
  const { cast, clock, teller } = scene;
  const { house, mandateId, policyHash } = leash;
  const agent = guardedBy(scene, leash, PROMPTS[1]);
  const act = { type: "pay", payee: cast.addressOf("gallery"), amount: 1_000_000n, purpose: INVOICE } as const;
  await teller.step("the board pauses the painter", async () => {
    equal(await agent.check(act), undefined);
    const review = await cast.inStudio(SEATED[0], house).openReviewAndWait({
      kind: "mandate",
      subject: BigInt(mandateId),
      decision: { power: "pause", seconds: 10n * DAY },
      reasonCode: toReasonCode("consent"),
      evidence: sha256(stringToHex("a panel that looks like somebody")),
    });
    for (const seat of SEATED.slice(1)) {
      await cast
        .inStudio(seat, house)
        .voteOnReviewAndWait({ reviewId: review.reviewId, support: true, reason: "Look first." });
    }
    await cast.inStudio("relayer", house).enactReviewAndWait(review);
    equal((await agent.check(act))?.errorName, "AgentMandatesPaused");
    const state = await agent.readMandate();
    ok(BigInt(state.quota.from) > (await clock.now()), "lots are taken while the agent is paused");
    const bare = connectAs(scene, house, "agent");
    await rejects(bare.payByMandate({ ...act, mandateId, policyHash }), /AgentMandatesPaused/);
    return {
      value: undefined,
      shown: `until ${new Date(state.quota.from * 1_000).toISOString().slice(0, 10)}, no payment and no lot`,
    };
  });
  await teller.step("members read its record and let it go on", () => goOn(scene, leash, act));
}

async function goOn(
  scene: Scene,
  { house, mandateId, policyHash }: Leash,
  act: { payee: `0x${string}`; amount: bigint; purpose: `0x${string}` },
) {
  const { clock, stack } = scene;
  const reader = connectAs(scene, house, "relayer");
  const addresses = addressesOf(stack.deployment.contracts);
  const log = await readMandateLog(reader, { mandates: house.mandates, mandateId, fromBlock: 0n });
  if (log === undefined) throw new Error("the mandate has no log");
  const card = await scorecardOf(reader, { log, addresses });
  deepEqual([card.unbroken, card.lots, card.assets, card.acceptance], [true, 2, 6, 1_000_000]);
  deepEqual([card.spent, card.pauses, card.policies], [COMPUTE, 1, 2]);
  const limits = { perTransaction: 2_000_000n, perPeriod: 4_000_000n, period: Number(DAY) };
  const reviewAt = (await clock.now()) + 60n * DAY;
  await passProposal(scene, house, {
    title: "The agent goes on, with less",
    body: "Six assets, all accepted; one pause.",
    calls: [reviewMandate.encode({ mandates: house.mandates, mandateId, reviewAt, quota: 4, limits })],
  });
  const { pausedUntil } = await reader.getMandate({ mandateId });
  await clock.passUntil(pausedUntil);
  const wallet = connectAs(scene, house, "agent", guardedBy(scene, { house, mandateId }, PROMPTS[1]));
  await wallet.payByMandateAndWait({ ...act, mandateId, policyHash });
  const quota = await wallet.getMandateQuota({ gate: house.curation, agent: log.agent });
  equal(quota.perDay, 4);
  return {
    value: undefined,
    shown: `${card.assets} assets, all accepted; ${usdc(limits.perPeriod)} a day from now on`,
  };
}
