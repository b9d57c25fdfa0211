import { dirname, resolve } from "node:path";
import { type Address, type Hex, isAddressEqual, sha256, stringToBytes, zeroAddress } from "viem";
import { z } from "zod";
import { commissionsCommissionOpenedEvent } from "../../abi/items/commissions.ts";
import { deliverMilestone } from "../../actions/agents/deliverMilestone.ts";
import { fundPot } from "../../actions/royalties/fundPot.ts";
import { getCommission } from "../../actions/agents/getCommission.ts";
import { getCommissionId } from "../../actions/agents/getCommissionId.ts";
import { openCommission } from "../../actions/agents/openCommission.ts";
import { payMilestone } from "../../actions/agents/payMilestone.ts";
import { returnMilestone } from "../../actions/agents/returnMilestone.ts";
import type { MilestoneArgs } from "../../agents/commission.ts";
import { fetchLogs } from "../../logs/fetchLogs.ts";
import { type CommandGroup, defineCommand, needed } from "../command.ts";
import { CheckFailedError } from "../errors.ts";
import { readJson, readText } from "../files.ts";
import { answerOf, assertVoted, perform, step } from "../perform.ts";
import { approvalStep } from "../requirements.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import { formatTime } from "../time.ts";
import { formatAmount, parseAmount, readToken } from "../token.ts";
import * as values from "../values.ts";

const commission = needed("id", "the commission", values.hash);
const milestone = needed(
  "place",
  "the milestone, from 0",
  values.count.refine((place) => place < 16, { error: "is no place from 0 to 15" }) as z.ZodType<number, string>,
);

/** The studio's commissions; not every studio has any. */
async function commissionsOf(session: Session): Promise<Address> {
  const { commissions } = await session.studio();
  if (isAddressEqual(commissions, zeroAddress)) throw new CheckFailedError("The studio commissions nothing.");
  return commissions;
}

const list = defineCommand({
  name: "list",
  about: "List what the studio commissioned, oldest first",
  examples: ["--studio 0x…"],
  async run(session) {
    const { client, fromBlock } = await session.connect();
    const events = [commissionsCommissionOpenedEvent] as const;
    const logs = await fetchLogs(client, { address: await commissionsOf(session), events, fromBlock });
    const commissions = logs.map(({ args: { commissionId, input } }) => ({
      commissionId,
      milestones: input.milestones.length,
    }));
    return {
      json: { commissions },
      text: table(
        ["milestones", "commission"],
        commissions.map((each) => [each.milestones, each.commissionId]),
      ),
    };
  },
});

const show = defineCommand({
  name: "show",
  about: "Show a commission's milestones: who makes what until when, for how much, and where it stands",
  args: { commission },
  examples: ["0x… --studio 0x…"],
  async run(session, { commission: commissionId }) {
    const { client } = await session.connect();
    const found = await getCommission(client, { commissions: await commissionsOf(session), commissionId });
    const token = await readToken(client, found.token);
    const rows = found.milestones.map(({ status, assignee, reward, deadline, lotId }, place) => [
      ...[place, status, formatAmount(reward, token), assignee, formatTime(deadline), lotId ?? "none"],
    ]);
    return { json: { commissionId, ...found }, text: table(["", "state", "reward", "assignee", "until", "lot"], rows) };
  },
});

const milestoneFile = z.strictObject({
  assignee: values.address,
  reward: values.amount,
  deadline: values.moment,
  brief: values.text,
  dependsOn: z.array(z.int().min(0).max(15)).optional(),
});

const commissionFile = z.strictObject({
  token: values.address,
  milestones: z.array(milestoneFile).min(1).max(16),
  salt: values.hash.optional(),
});

const open = defineCommand({
  name: "open",
  about: "Commission work in milestones, with all rewards in escrow; members vote for it (--proposal)",
  sends: true,
  args: {
    file: needed(
      "file",
      "JSON: { token, milestones: [{ assignee, reward, deadline, brief, dependsOn? }] }",
      values.text,
    ),
  },
  examples: ["comic.json --studio 0x… --proposal commission.json"],
  async run(session, { file }) {
    assertVoted(session);
    const { client, addresses } = await session.connect();
    const commissions = await commissionsOf(session);
    const read = await readJson(session.path(file), commissionFile);
    const token = await readToken(client, read.token);
    const milestones: MilestoneArgs[] = [];
    for (const each of read.milestones) {
      const brief = await digestOf(resolve(dirname(session.path(file)), each.brief));
      const { dependsOn, ...rest } = { ...each, reward: parseAmount(each.reward, token), brief };
      milestones.push({ ...rest, ...(dependsOn === undefined ? {} : { dependsOn }) });
    }
    const args = { token: token.address, milestones, ...(read.salt === undefined ? {} : { salt: read.salt }) };
    const id = await getCommissionId(client, { commissions, ...args });
    const amount = milestones.reduce((sum, { reward }) => sum + reward, 0n);
    const { royaltySplitter: spender } = addresses;
    const pot = { royaltySplitter: spender, opener: commissions, id, token: token.address, amount };
    const steps = [
      approvalStep(token, { spender, who: "the royalty ledger", amount }),
      step(`put ${formatAmount(amount, token)} aside for the commission`, fundPot, pot),
      step(`commission ${milestones.length} milestones`, openCommission, { commissions, ...args }),
    ];
    const json = { commissionId: id, milestones };
    return answerOf(await perform(session, steps), { json, text: record([["commission", id]]) });
  },
});

/** SHA-256 of a brief, as the content store names it. */
const digestOf = async (path: string): Promise<Hex> => sha256(stringToBytes(await readText(path)));

const deliver = defineCommand({
  name: "deliver",
  about: "Deliver a committed lot for a milestone; only its assignee may",
  sends: true,
  args: { commission, milestone, lot: needed("lot", "id of the lot", values.integer) },
  examples: ["0x… 1 1234… --studio 0x… --account agent --yes"],
  async run(session, { commission: commissionId, milestone: place, lot: lotId }) {
    const args = { commissions: await commissionsOf(session), commissionId, milestone: place, lotId };
    return answerOf(await perform(session, [step(`deliver for milestone ${place}`, deliverMilestone, args)]));
  },
});

const pay = defineCommand({
  name: "pay",
  about: "Credit a milestone's reward to its assignee, once the lot is releasable; anybody may",
  sends: true,
  args: { commission, milestone },
  examples: ["0x… 1 --studio 0x… --account alice --yes"],
  async run(session, { commission: commissionId, milestone: place }) {
    const args = { commissions: await commissionsOf(session), commissionId, milestone: place };
    return answerOf(await perform(session, [step(`pay milestone ${place}`, payMilestone, args)]));
  },
});

const giveBack = defineCommand({
  name: "return",
  about: "Credit a milestone's reward to the studio, when nothing came in time; anybody may",
  sends: true,
  args: { commission, milestone },
  examples: ["0x… 1 --studio 0x… --account alice --yes"],
  async run(session, { commission: commissionId, milestone: place }) {
    const args = { commissions: await commissionsOf(session), commissionId, milestone: place };
    return answerOf(await perform(session, [step(`return milestone ${place}`, returnMilestone, args)]));
  },
});

export const COMMISSION: CommandGroup = {
  name: "commission",
  about: "Voted briefs, their milestones, and the money beside them",
  commands: [list, open, show, deliver, pay, giveBack],
};
