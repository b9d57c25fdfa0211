import { type Hex, sha256, zeroAddress } from "viem";
import { z } from "zod";
import { payByMandate } from "../../actions/agents/payByMandate.ts";
import { checkAct, nextLotNonce } from "../../agent/checkAct.ts";
import type { Brief, Generator } from "../../agent/generator.ts";
import { guardAccount } from "../../agent/guardAccount.ts";
import { assertPolicyRuns, hashPolicy } from "../../agent/policy.ts";
import { proceduralGenerator } from "../../agent/proceduralGenerator.ts";
import { readMandateState } from "../../agent/readMandateState.ts";
import { imageService } from "../../agent/services/imageService.ts";
import { textService } from "../../agent/services/textService.ts";
import { runWorker } from "../../agent/worker/runWorker.ts";
import { buildHashIndex, type HashIndex } from "../../compliance/hashIndex.ts";
import { buildTextIndex, textProvider } from "../../compliance/textIndex.ts";
import { indexProvider } from "../../compliance/indexProvider.ts";
import { encodePng } from "../../node/encodePng.ts";
import { fileWorkJournal } from "../../node/fileWorkJournal.ts";
import { hashImageViews } from "../../node/decodeImage.ts";
import { loadIndex } from "../../node/indexFile.ts";
import { ActRefusedError } from "../../errors/agent.ts";
import { toLotId } from "../../types/ids.ts";
import { calibrated, readKit } from "../brands.ts";
import { type CommandGroup, defineCommand, needed, option } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { readJson, readText } from "../files.ts";
import { readRecipe } from "../lots.ts";
import { answerOf, perform, step } from "../perform.ts";
import { readPolicy } from "../policies.ts";
import type { Session } from "../session.ts";
import { readWorkSigning, SIGNING } from "../signing.ts";
import { record } from "../table.ts";
import { formatAmount, parseAmount, readToken } from "../token.ts";
import * as values from "../values.ts";
import { reported } from "../workReports.ts";

/** What is asked for, as a person writes it. */
const briefFile = z.strictObject({
  title: values.text,
  text: values.text,
  count: z.int().min(1).max(65_536),
  seed: z.int().optional(),
});

const GENERATORS = ["procedural", "images", "texts"] as const;

type Making = {
  generator: (typeof GENERATORS)[number];
  url?: string | undefined;
  model?: string | undefined;
  prompt?: string | undefined;
};

/** A generator, and the policy that it runs. */
type Maker = { generator: Generator; policyHash: Hex };

/** The generator of a run; refused unless members voted for this model and this prompt. */
async function makerOf(session: Session, making: Making & { policy: string }): Promise<Maker> {
  const policy = await readPolicy(session, making.policy);
  const systemPrompt = making.prompt === undefined ? undefined : await readText(session.path(making.prompt));
  const generator = generatorOf(session, making, systemPrompt);
  assertPolicyRuns(policy, { model: generator.name, ...(systemPrompt === undefined ? {} : { systemPrompt }) });
  return { generator, policyHash: hashPolicy(policy) };
}

/** The plug-in that makes files; the key of a service comes from the environment, never from a command line. */
function generatorOf(session: Session, { generator, url, model }: Making, systemPrompt?: string): Generator {
  if (systemPrompt !== undefined && generator !== "texts") {
    throw new UsageError(`--generator ${generator} takes no --prompt.`);
  }
  if (generator === "procedural") return proceduralGenerator({ encode: encodePng });
  if (url === undefined || model === undefined)
    throw new UsageError(`--generator ${generator} needs --url and --model.`);
  const apiKey = session.io.env["IMPRIMATUR_GENERATOR_KEY"];
  const service = { url, model, ...(apiKey === undefined ? {} : { apiKey }) };
  if (generator === "images") return imageService(service);
  if (systemPrompt === undefined)
    throw new UsageError("--generator texts needs --prompt: the file with the system prompt.");
  return textService({ ...service, systemPrompt });
}

const run = defineCommand({
  name: "run",
  about: "Let an agent make a lot of a brief: generate, screen, report, commit; goes on where its journal ends",
  sends: true,
  args: { brief: needed("file", "JSON: { title, text, count, seed? }", values.text) },
  options: {
    mandate: needed("id", "the mandate to act under", values.hash),
    policy: needed("file", "JSON of the policy that runs, as members voted for it", values.text),
    recipe: needed("recipe", "how the lot is made, as registered: number or id", values.recipe),
    journal: needed("file", "what is done; made if it is not there", values.text),
    generator: option("name", `one of ${GENERATORS.join(", ")} (default: procedural)`, values.oneOf(GENERATORS)),
    url: option("url", "root of the generator's API", values.url),
    model: option("name", "the generator's model", values.text),
    prompt: option("file", "system prompt of the generator of texts", values.text),
    index: option("file", "index of known files to screen against", values.text),
    brand: option("lot", "brand kit to hold the files to; what is off brand is made again", values.integer),
    commission: option("id", "deliver the lot for a milestone of this commission", values.hash),
    milestone: option("place", "which milestone of --commission, from 0", values.count),
    certificate: option("file", "certificates to sign the pictures with (C2PA), PEM; unsigned by default", values.text),
    key: SIGNING.key,
    forbidTraining: SIGNING.forbidTraining,
  },
  examples: [
    "brief.json --mandate 0x… --policy policy.json --recipe 4 --journal work.journal --studio 0x… --store blocks --account agent --yes",
  ],
  async run(session, given) {
    assertUnvoted(session);
    const { commission: commissionId, milestone: place } = given;
    if ((commissionId === undefined) !== (place === undefined)) {
      throw new UsageError("--commission and --milestone go together.");
    }
    const making = { ...given, generator: given.generator ?? "procedural" };
    const { generator, policyHash } = await makerOf(session, making);
    const { client, addresses } = await session.connect();
    const { mandates, commissions, curation: gate } = await session.studio();
    const brief = (await readJson(session.path(given.brief), briefFile)) as Brief;
    const signing = await readWorkSigning(session, given);
    const { recipeId, commitment } = await readRecipe(session, given.recipe);
    if (!session.mode.send)
      return plan(session, { brief, policyHash, mandateId: given.mandate, recipeId, generator: generator.name });
    const agent = guardAccount({
      ...{ account: await session.signer(), client, addresses, mandates, commissions },
      mandateId: given.mandate,
      policyHash,
    });
    const index = given.index === undefined ? buildHashIndex([]) : await loadIndex(session.path(given.index));
    const corpus = given.index === undefined ? "nothing" : corpusOf(index);
    const events = runWorker({
      ...{ client: await session.wallet(agent), agent, addresses, gate, brief, generator, signal: session.io.signal },
      recipe: { recipeId, commitment },
      screening: {
        providers: [
          indexProvider({ index, name: "local index", corpus }),
          textProvider({ index: buildTextIndex([]), name: "local texts", corpus: "nothing" }),
        ],
      },
      ...(given.brand === undefined
        ? {}
        : { brand: { kit: await calibrated(session, await readKit(session, given.brand)) } }),
      fingerprint: ({ bytes, mediaType }) =>
        mediaType.startsWith("image/") ? hashImageViews(bytes) : Promise.resolve(undefined),
      ...(commissionId === undefined || place === undefined
        ? {}
        : { milestone: { commissions, commissionId, milestone: place } }),
      ...(signing === undefined ? {} : { signing }),
      ...{ store: session.store(), journal: fileWorkJournal(session.path(given.journal)) },
    });
    for (;;) {
      const { done, value } = await events.next();
      if (done === true) return reported(value);
      session.say("index" in value ? `${value.step} ${value.index}` : value.step);
    }
  },
});

/** An index as reports name it, by what it holds: they are published, and say nothing of this machine. */
const corpusOf = (index: HashIndex): string => `index of ${index.size} files, sha-256 ${sha256(index.encode())}`;

/** What would be made, and whether the mandate would take it. */
async function plan(
  session: Session,
  made: {
    brief: Brief;
    policyHash: `0x${string}`;
    mandateId: `0x${string}`;
    recipeId: `0x${string}`;
    generator: string;
  },
) {
  const { client, addresses } = await session.connect();
  const { mandates, curation: gate } = await session.studio();
  const agent = await session.address();
  const { mandateId, policyHash, brief } = made;
  const state = await readMandateState(client, { mandates, mandateId, addresses });
  const lotId = toLotId(agent, nextLotNonce(state));
  const refusal = checkAct(state, { type: "commit", lotId, count: brief.count, gate }, { agent, policyHash });
  if (refusal !== undefined) throw new ActRefusedError(refusal);
  return {
    json: { state: "dryRun", lotId, ...made },
    text: [
      ...record([
        ["brief", brief.title],
        ["assets", String(brief.count)],
        ["generator", made.generator],
        ["lot", String(lotId)],
        ["policy", policyHash],
      ]),
      "Nothing was made or sent. Add --yes to do it.",
    ],
  };
}

const assertUnvoted = ({ mode }: Session): void => {
  if (mode.proposal !== undefined) throw new UsageError("An agent's work is not voted on: give --yes.");
};

const pay = defineCommand({
  name: "pay",
  about: "Let an agent pay somebody out of the treasury, within its mandate",
  sends: true,
  args: {
    payee: needed("address", "who is paid; members listed it", values.address),
    amount: needed("amount", "how much, in whole units of the mandate's token", values.amount),
  },
  options: {
    mandate: needed("id", "the mandate to act under", values.hash),
    policy: needed("file", "JSON of the policy that runs, as members voted for it", values.text),
    purpose: needed("hash", "what for: digest of an invoice or an order", values.hash),
  },
  examples: ["0x… 12.5 --purpose 0x… --mandate 0x… --policy policy.json --studio 0x… --account agent --yes"],
  async run(session, { payee, amount: written, mandate: mandateId, policy, purpose }) {
    assertUnvoted(session);
    const policyHash = hashPolicy(await readPolicy(session, policy));
    const { client, addresses } = await session.connect();
    const { mandates } = await session.studio();
    const { mandate } = await readMandateState(client, { mandates, mandateId, addresses });
    if (mandate === undefined) throw new CheckFailedError(`The studio has no mandate ${mandateId}.`);
    if (mandate.token === zeroAddress) throw new CheckFailedError("The mandate has no money.");
    const token = await readToken(client, mandate.token);
    const amount = parseAmount(written, token);
    const act = { type: "pay", payee, amount, purpose } as const;
    const state = await readMandateState(client, { mandates, mandateId, addresses, acts: [act] });
    const refusal = checkAct(state, act, { agent: await session.address(), policyHash });
    if (refusal !== undefined) throw new ActRefusedError(refusal);
    const args = { mandates, mandateId, policyHash, payee, amount, purpose };
    return answerOf(
      await perform(session, [step(`pay ${formatAmount(amount, token)} to ${payee}`, payByMandate, args)]),
    );
  },
});

export const AGENT: CommandGroup = {
  name: "agent",
  about: "Work of AI agents inside their mandates",
  commands: [run, pay],
};
