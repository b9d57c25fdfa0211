import { type Address, isAddressEqual } from "viem";
import { castDirect } from "../../actions/curation/castDirect.ts";
import { closeAudit } from "../../actions/curation/closeAudit.ts";
import { drawSeed } from "../../actions/curation/drawSeed.ts";
import { getAudit } from "../../actions/curation/getAudit.ts";
import { getCurator } from "../../actions/curation/getCurator.ts";
import { sampleLot } from "../../actions/curation/sampleLot.ts";
import { signAuditBallot } from "../../actions/curation/signAuditBallot.ts";
import { simulateClose } from "../../actions/curation/simulateClose.ts";
import { nodeRecovery } from "../../node/nodeRecovery.ts";
import { auditBallotTypedData } from "../../curation/ballot.ts";
import { type Judgment, toWords } from "../../curation/words.ts";
import { type Answer, toJson } from "../answer.ts";
import { putBallot } from "../ballotBox.ts";
import { ballotFile, type Judgments, judgmentFile, toBallotJson } from "../ballots.ts";
import { type CommandGroup, defineCommand, flag, needed, option, several } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { assertWritable, readJson, writeNew } from "../files.ts";
import { answerOf, perform, show as inOneLine, step } from "../perform.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import { formatTime } from "../time.ts";
import * as values from "../values.ts";

const lot = needed("id", "the lot", values.integer);

const seed = defineCommand({
  name: "seed",
  about: "Draw the seed that picks a lot's sample and panel",
  sends: true,
  args: { lot },
  examples: ["1234… --studio 0x… --account alice --yes"],
  async run(session, { lot: lotId }) {
    const { client } = await session.connect();
    const studio = await session.studio();
    const account = await session.address();
    const args = await drawSeed.prepare(client, { ...studio, lotId, account });
    return answerOf(await perform(session, [step(`draw the seed of lot ${lotId}`, drawSeed, args)]), {
      json: { lotId },
    });
  },
});

const sample = defineCommand({
  name: "sample",
  about: "List the assets that a lot's curators judge",
  args: { lot },
  examples: ["1234… --studio 0x…"],
  async run(session, { lot: lotId }) {
    const { client, addresses } = await session.connect();
    const drawn = await sampleLot(client, { ...addresses, ...(await session.studio()), lotId });
    const { positions, ...rest } = drawn;
    const { census, charterVersion, count, seed: by } = rest;
    return {
      json: drawn,
      text: [
        ...record(Object.entries({ lot: lotId, assets: count, census, seed: by, charterVersion })),
        "",
        ...table(
          ["lane", "asset"],
          positions.map((position, lane) => [lane, position]),
        ),
      ],
    };
  },
});

const judge = defineCommand({
  name: "judge",
  about: "Sign a ballot of judgments, for a file, a ballot box or the chain",
  sends: true,
  args: { lot },
  options: {
    judgments: needed(
      "file",
      '{ "judgments": ["ok", …] } in the order of the sample, or { "assets": { "12": "defect" } }',
      values.text,
    ),
    curator: needed("curator", "index or address of the curator whose ballot key the account is", values.text),
    out: option("file", "where the signed ballot is written, for a box or a relayer", values.text),
    box: option("url", "ballot box that the signed ballot is put into", values.url),
    direct: flag("cast it on chain; whoever --payer names pays"),
    payer: option("name", "keystore that pays for --direct; the ballot key by default", values.text),
  },
  examples: [
    "1234… --judgments judged.json --curator 3 --account ballot-key --out ballot.json --yes",
    "1234… --judgments judged.json --curator 3 --account ballot-key --box http://127.0.0.1:4780 --yes",
  ],
  async run(session, { lot: lotId, judgments: file, curator: named, out, box, direct, payer }) {
    if (session.mode.proposal !== undefined) throw new UsageError("A ballot is one curator's: --proposal has no use.");
    if (out !== undefined) await assertWritable(session.path(out));
    const { judged, typedData, facts } = await ballotOf(session, { lotId, file, named });
    if (!session.mode.send) return unsigned(await session.address(), typedData, facts);
    const { client } = await session.connect();
    const signed = await signAuditBallot(client, { ...judged, account: await session.signer() });
    const { seed: by, charterVersion, curation } = judged;
    const ballot = toBallotJson({ ...signed, subject: lotId, seed: by, charterVersion });
    const written = out === undefined ? undefined : await writeNew(session.path(out), `${toJson(ballot)}\n`);
    if (box !== undefined) await putBallot(box, ballot, session.io.signal);
    const text = record(Object.entries({ ...facts, written, box }));
    const json = { ballot, file: written ?? null, box: box ?? null };
    if (!direct) return { json: { ...json, state: "signed" }, text };
    const paying = payer === undefined ? session : session.as(payer);
    const args = { curation, lotId, charterVersion, ballot: signed };
    return answerOf(await perform(paying, [step(`cast the ballot on lot ${lotId}`, castDirect, args)]), { json, text });
  },
});

/** What a curator would sign: only the key of the curator that is named may. */
async function ballotOf(session: Session, { lotId, file, named }: { lotId: bigint; file: string; named: string }) {
  const { client, addresses, chainId } = await session.connect();
  const studio = await session.studio();
  const found = await readJson(session.path(file), judgmentFile);
  const drawn = await sampleLot(client, { ...addresses, ...studio, lotId });
  const curator = await findCurator(session, named);
  const account = await session.address();
  if (!isAddressEqual(curator.key, account)) {
    throw new UsageError(`The ballot key of curator ${curator.index} is ${curator.key}, not ${account}.`);
  }
  const lanes = toLanes(found, drawn.positions, file);
  const subject = { curation: studio.curation, seed: drawn.seed, charterVersion: drawn.charterVersion };
  const defects = lanes.filter((lane) => lane === "defect").length;
  return {
    judged: { ...subject, lotId, curator: curator.index, judgments: lanes },
    typedData: auditBallotTypedData({ ...subject, chainId, subject: lotId, words: toWords(lanes) }),
    facts: { lot: lotId, curator: curator.index, lanes: lanes.length, defects },
  };
}

/** A ballot binds whoever signs it, so it is not signed to be looked at. */
function unsigned(from: Address, typedData: object, facts: Readonly<Record<string, string | number | bigint>>): Answer {
  const { domain, message } = typedData as { domain: object; message: object };
  const signed = Object.entries({ ...domain, ...message }).map(
    ([name, value]) => [`  ${name}`, inOneLine(value)] as const,
  );
  return {
    json: { state: "dryRun", from, typedData, ...facts },
    text: [
      ...record(Object.entries(facts)),
      "It would sign:",
      ...record(signed),
      "Nothing was signed. Add --yes to do it.",
    ],
  };
}

async function findCurator(session: Session, named: string): Promise<{ index: number; key: `0x${string}` }> {
  const { client } = await session.connect();
  const { curation } = await session.studio();
  const index = values.count.safeParse(named);
  const account = values.address.safeParse(named);
  if (!index.success && !account.success) throw new UsageError(`--curator ${named} is no index and no address.`);
  const subject = index.success ? index.data : account.data;
  const found = subject === undefined ? undefined : await getCurator(client, { curation, curator: subject });
  if (found === undefined) throw new CheckFailedError(`${named} is no curator of the studio.`);
  return found;
}

/** One judgment a lane; what is skipped abstains. */
function toLanes(judged: Judgments, positions: readonly number[], file: string): Judgment[] {
  const word = (said: string | undefined): Judgment => (said === "ok" || said === "defect" ? said : undefined);
  if ("judgments" in judged) {
    const { length } = judged.judgments;
    if (length === positions.length) return judged.judgments.map(word);
    throw new UsageError(`${file} has ${length} judgments, the sample ${positions.length} lanes.`);
  }
  const foreign = Object.keys(judged.assets).find((asset) => !positions.includes(Number(asset)));
  if (foreign !== undefined) throw new UsageError(`${file} judges asset ${foreign}, which is not in the sample.`);
  return positions.map((position) => word(judged.assets[String(position)]));
}

const close = defineCommand({
  name: "close",
  about: "Close a lot's audit with signed ballots",
  sends: true,
  args: { lot },
  options: { ballot: several("file", "a signed ballot", values.text) },
  examples: ["1234… --ballot b1.json b2.json b3.json --studio 0x… --account alice --yes"],
  async run(session, { lot: lotId, ballot: files }) {
    const { client, addresses } = await session.connect();
    const { curation } = await session.studio();
    if (files.length === 0) throw new UsageError("--ballot is needed.");
    const ballots = await Promise.all(files.map((file) => readJson(session.path(file), ballotFile)));
    const [first] = ballots;
    const { charterVersion } = first ?? { charterVersion: 0 };
    const odd = ballots.findIndex((each) => each.subject !== lotId || each.charterVersion !== charterVersion);
    if (odd !== -1) throw new UsageError(`${files[odd] ?? ""} is about another lot or another charter.`);
    const recover = await nodeRecovery();
    const verdict = await simulateClose(client, { ...addresses, curation, lotId, charterVersion, ballots, recover });
    const { status, blocked, previous, ballots: weighed } = verdict;
    const args = { curation, lotId, charterVersion, ballots: weighed, previous };
    const performed = await perform(session, [step(`close the audit of lot ${lotId}`, closeAudit, args)]);
    const facts = { verdict: status, blocked: blocked.length, ballots: ballots.length };
    return answerOf(performed, { json: { lotId, verdict: { status, blocked } }, text: record(Object.entries(facts)) });
  },
});

const show = defineCommand({
  name: "show",
  about: "Show a lot's audit",
  args: { lot },
  examples: ["1234… --studio 0x…"],
  async run(session, { lot: lotId }) {
    const { client } = await session.connect();
    const audit = await getAudit(client, { ...(await session.studio()), lotId });
    const { ballotDeadline, windowEnd, seedBlock, ...rest } = audit;
    const times = { ballotDeadline, windowEnd };
    const shown = Object.entries(times).map(
      ([name, at]) => [name, at === undefined ? undefined : formatTime(at)] as const,
    );
    return { json: { lotId, ...audit }, text: record([...Object.entries({ lotId, seedBlock, ...rest }), ...shown]) };
  },
});

export const CURATE: CommandGroup = {
  name: "curate",
  about: "Draw seeds, look at samples, sign ballots, close audits",
  commands: [seed, sample, judge, close, show],
};
