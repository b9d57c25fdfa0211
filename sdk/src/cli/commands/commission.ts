import { type Address, isAddressEqual, zeroAddress } from "viem";
import type { z } from "zod";
import { commissionsCommissionOpenedEvent } from "../../abi/items/commissions.ts";
import { deliverMilestone } from "../../actions/agents/deliverMilestone.ts";
import { getCommission } from "../../actions/agents/getCommission.ts";
import { payMilestone } from "../../actions/agents/payMilestone.ts";
import { returnMilestone } from "../../actions/agents/returnMilestone.ts";
import { fetchLogs } from "../../logs/fetchLogs.ts";
import { type CommandGroup, defineCommand, needed } from "../command.ts";
import { CheckFailedError } from "../errors.ts";
import { answerOf, perform, step } from "../perform.ts";
import type { Session } from "../session.ts";
import { table } from "../table.ts";
import { formatTime } from "../time.ts";
import { formatAmount, readToken } from "../token.ts";
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
  commands: [list, show, deliver, pay, giveBack],
};
