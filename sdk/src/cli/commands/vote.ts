import { z } from "zod";
import { delegate as delegateAction } from "../../actions/governance/delegate.ts";
import { execute as executeAction } from "../../actions/governance/execute.ts";
import { getProposal } from "../../actions/governance/getProposal.ts";
import { getProposalState } from "../../actions/governance/getProposalState.ts";
import { propose as proposeAction } from "../../actions/governance/propose.ts";
import { queue as queueAction } from "../../actions/governance/queue.ts";
import { vote } from "../../actions/governance/vote.ts";
import { buildProposal } from "../../governance/buildProposal.ts";
import { describeProposal } from "../../proposals/describeProposal.ts";
import { simulateProposal } from "../../proposals/simulateProposal.ts";
import { SUPPORTS } from "../../types/enums.ts";
import { type CommandGroup, defineCommand, flag, needed, option } from "../command.ts";
import { readJson } from "../files.ts";
import { answerOf, perform, step } from "../perform.ts";
import { findProposal, listProposals } from "../proposals.ts";
import { record, table } from "../table.ts";
import { formatTime } from "../time.ts";
import * as values from "../values.ts";

const proposal = needed("id", "the proposal", values.integer);

const list = defineCommand({
  name: "list",
  about: "List the studio's proposals with their state",
  examples: ["--studio 0x…"],
  async run(session) {
    const { client } = await session.connect();
    const { governor } = await session.studio();
    const proposals = [];
    for (const { proposalId, title, proposer } of await listProposals(session)) {
      const { state, votes } = await getProposalState(client, { governor, proposalId });
      proposals.push({ proposalId, title, proposer, state, votes });
    }
    const rows = proposals.map(({ proposalId, title, state }) => [state, title, proposalId]);
    return { json: { proposals }, text: table(["state", "title", "proposal"], rows) };
  },
});

const show = defineCommand({
  name: "show",
  about: "Show a proposal: where it stands and what its calls do, read from the calls alone",
  args: { proposal },
  examples: ["1234… --studio 0x…"],
  async run(session, { proposal: proposalId }) {
    const { client, addresses } = await session.connect();
    const studio = await session.studio();
    const made = await findProposal(session, proposalId);
    const found = await getProposal(client, { governor: studio.governor, proposalId });
    const { text, understood, actions } = await describeProposal(client, { calls: made.calls, addresses, studio });
    const { state, reason, shares, eta } = found;
    const votes = `${shares.for} for, ${shares.against} against, ${shares.abstain} abstain; needs ${shares.quorum}`;
    const sentences = actions.map(({ sentence, functionName }) => ({ sentence, functionName: functionName ?? null }));
    return {
      json: { ...made, ...found, actions: sentences, understood },
      text: [
        ...record([
          ["title", made.title],
          ["proposer", made.proposer],
          ["state", state],
          ["because", reason],
          ["votes", votes],
          ["executable from", eta === 0n ? undefined : formatTime(eta)],
        ]),
        "",
        "It would do:",
        ...text.split("\n"),
        ...(understood ? [] : ["Not all of it could be read: nobody should vote for it because of these sentences."]),
      ],
    };
  },
});

const cast = defineCommand({
  name: "cast",
  about: "Vote on a proposal",
  sends: true,
  args: { proposal, support: needed("support", `one of ${SUPPORTS.join(", ")}`, values.oneOf(SUPPORTS)) },
  options: { reason: option("text", "why; public", values.text) },
  examples: ["1234… for --reason 'It pays the farm.' --studio 0x… --account alice --yes"],
  async run(session, { proposal: proposalId, support, reason }) {
    const { governor } = await session.studio();
    const { title } = await findProposal(session, proposalId);
    const args = { governor, proposalId, support, ...(reason === undefined ? {} : { reason }) };
    return answerOf(await perform(session, [step(`vote ${support} "${title}"`, vote, args)]));
  },
});

const delegate = defineCommand({
  name: "delegate",
  about: "Let somebody vote with the account's reputation; oneself to take it back",
  sends: true,
  args: { delegatee: needed("address", "who votes", values.address) },
  examples: ["0x… --studio 0x… --account alice --yes"],
  async run(session, { delegatee }) {
    const { reputation } = await session.studio();
    return answerOf(
      await perform(session, [step(`delegate to ${delegatee}`, delegateAction, { reputation, delegatee })]),
    );
  },
});

const queue = defineCommand({
  name: "queue",
  about: "Put a succeeded proposal into the timelock",
  sends: true,
  args: { proposal },
  examples: ["1234… --studio 0x… --account alice --yes"],
  async run(session, { proposal: proposalId }) {
    const { governor } = await session.studio();
    const { calls, description, title } = await findProposal(session, proposalId);
    return answerOf(await perform(session, [step(`queue "${title}"`, queueAction, { governor, calls, description })]));
  },
});

const execute = defineCommand({
  name: "execute",
  about: "Execute a queued proposal",
  sends: true,
  args: { proposal },
  examples: ["1234… --studio 0x… --account alice --yes"],
  async run(session, { proposal: proposalId }) {
    const { governor } = await session.studio();
    const { calls, description, title } = await findProposal(session, proposalId);
    return answerOf(
      await perform(session, [step(`execute "${title}"`, executeAction, { governor, calls, description })]),
    );
  },
});

/** What `--proposal` of other commands writes, and what a person may write. */
const proposalFile = z.strictObject({
  title: values.text,
  body: values.text.optional(),
  calls: z
    .array(z.strictObject({ to: values.address, data: values.bytes.default("0x"), value: values.integer.default(0n) }))
    .min(1, { error: "is empty" }),
});

const propose = defineCommand({
  name: "propose",
  about: "Propose the calls of a JSON file: { title, body?, calls: [{ to, data, value? }] }",
  sends: true,
  args: { file: needed("file", "the proposal; --proposal of other commands writes such files", values.text) },
  options: { untested: flag("propose it even if its calls would fail now") },
  examples: ["pay-the-farm.json --studio 0x… --account alice --yes"],
  async run(session, { file, untested }) {
    const { client, addresses } = await session.connect();
    const studio = await session.studio();
    const { title, body, calls } = await readJson(session.path(file), proposalFile);
    const proposer = await session.address();
    const built = buildProposal({ title, proposer, actions: calls, ...(body === undefined ? {} : { body }) });
    const described = untested
      ? await describeProposal(client, { calls, addresses, studio })
      : await simulateProposal(client, { calls, addresses, studio });
    const args = { governor: studio.governor, ...built };
    const performed = await perform(session, [step(`propose "${title}"`, proposeAction, args)]);
    const { proposalId } = built;
    const json = { proposalId, understood: described.understood, sentences: described.text.split("\n") };
    return answerOf(performed, { json, text: ["It would do:", ...described.text.split("\n")] });
  },
});

export const VOTE: CommandGroup = {
  name: "vote",
  about: "Propose, read, vote, delegate, queue, execute",
  commands: [list, show, cast, delegate, queue, execute, propose],
};
