import { expect } from "chai";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { curationAbi } from "@imprimatur/sdk/abi";
import { auditBallotTypedData, compactSignature } from "@imprimatur/sdk/curation";
import { cidOf } from "@imprimatur/sdk/storage";
import { type Hex, numberToHex, sha256, stringToHex } from "viem";
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";
import type { PollJson, TaskJson } from "../ballot-box/answers.ts";
import { type Ballot, toJson } from "../ballot-box/wire.ts";
import { localAccount } from "../stack/deployLocally.ts";
import { freePort } from "../stack/ports.ts";
import { FREE_PORTS, type Stack, startStack } from "../stack/stack.ts";
import { until } from "../stack/until.ts";
import { type BoxProcess, startBox } from "./ballotBox/boxProcess.ts";
import { type BoxCurator, type BoxStudio, MOST_CURATORS, openBoxStudio, openLots } from "./ballotBox/boxStudio.ts";
import { commitFiles } from "./ballotBox/files.ts";
import { CLIENTS, storm } from "./ballotBox/storm.ts";

const BALLOTS = 960;
const WINDOW = 24 * 3600;

describe("npm run ballot-box", () => {
  let directory: string;
  let stack: Stack;
  let studio: BoxStudio;
  let box: BoxProcess;
  let lot: { lotId: bigint; seed: Hex };

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "imprimatur-box-"));
    const signal = new AbortController().signal;
    stack = await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal, indexed: false });
    studio = await openBoxStudio(stack, { curators: MOST_CURATORS - 1, charter: sha256(stringToHex("a charter")) });
    [lot] = (await openLots(studio, { lots: 1, count: 4 })) as [typeof lot];
    box = await startBox({ studio, directory, port: await freePort() });
  });

  after(async () => {
    await box[Symbol.asyncDispose]();
    await stack[Symbol.asyncDispose]();
    await rm(directory, { recursive: true, force: true });
  });

  /** A genuine ballot of the curator on the first lot, with something changed before it is signed. */
  async function signed(
    curator: Pick<BoxCurator, "index" | "account">,
    changes: Partial<Ballot> = {},
  ): Promise<Ballot> {
    const ballot = {
      kind: "audit" as const,
      subject: lot.lotId,
      seed: lot.seed,
      charterVersion: 1,
      firstWord: 0,
      words: [0b0111n, 0b1000n],
      ...changes,
    };
    return { ...ballot, curator: curator.index, ...(await sign(curator.account, ballot)) };
  }

  async function sign(account: PrivateKeyAccount, ballot: Omit<Ballot, "curator" | "r" | "vs">) {
    const place = { chainId: studio.registrar.chain.id, curation: studio.curation };
    const unchecked = ballot.words.map(() => 0n);
    // The words may be wrong on purpose, which the SDK would refuse to sign.
    const typedData = auditBallotTypedData({ ...place, ...ballot, words: unchecked });
    const message = { ...typedData.message, words: ballot.words };
    return compactSignature(await account.signTypedData({ ...typedData, message }));
  }

  const post = (body: unknown, url = box.url): Promise<Response> =>
    fetch(`${url}/v1/ballots`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  const hand = (ballot: Ballot, url = box.url): Promise<Response> => post(toJson(ballot), url);

  async function get<Answer>(path: string, url = box.url): Promise<Answer> {
    return (await (await fetch(`${url}${path}`)).json()) as Answer;
  }

  /** The box answers with this status and word, and keeps nothing. */
  async function refuses(answer: Promise<Response>, status: number, reason: string): Promise<void> {
    const response = await answer;
    const { error, message } = (await response.json()) as { error: string; message: string };
    expect({ status: response.status, error }, message).to.deep.equal({ status, error: reason });
    expect(message).to.be.a("string").that.is.not.equal("");
  }

  const curator = (place: number): BoxCurator => studio.curators[place]!;
  const ballots = async (): Promise<number> => (await get<{ ballots: number }>("/health")).ballots;
  const seen = async (url = box.url): Promise<void> => {
    const block = await studio.registrar.getBlockNumber({ cacheTime: 0 });
    await until("the box", 20_000, async () =>
      BigInt((await get<{ block: string }>("/health", url)).block) >= block ? true : undefined,
    );
  };

  describe("refuses, with a reason, and keeps nothing of it:", () => {
    let before: number;
    beforeEach(async () => (before = await ballots()));
    afterEach(async () => expect(await ballots()).to.equal(before));

    it("what is no JSON, no ballot, or a ballot with a field that cannot be", async () => {
      await refuses(post("{"), 400, "malformed");
      await refuses(post([]), 400, "malformed");
      const good = toJson(await signed(curator(0)));
      for (const bad of [
        { kind: "vote" },
        { subject: "-1" },
        { seed: "0x" },
        { curator: 1.5 },
        { r: "0x0" },
        { words: [] },
      ]) {
        await refuses(post({ ...good, ...bad }), 400, "malformed");
      }
    });

    it("a body that is too large", () => refuses(post({ words: "0".repeat(20_000) }), 413, "tooLarge"));

    it("a ballot with another number of words", async () => {
      await refuses(hand(await signed(curator(0), { words: [1n, 0n, 0n, 0n] })), 400, "wordCount");
    });

    it("a lane that is judged twice over, or not asked for", async () => {
      await refuses(hand(await signed(curator(0), { words: [3n, 2n] })), 400, "contradiction");
      await refuses(hand(await signed(curator(0), { words: [0b10000n, 0n] })), 400, "beyondSample");
    });

    it("a signature that is not in its one canonical form", async () => {
      // The twin of a signature hardly ever fits the compact form; what is left of it lies between these two.
      for (const s of [0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a1n, (1n << 255n) - 1n, 0n]) {
        await refuses(hand({ ...(await signed(curator(0))), vs: numberToHex(s, { size: 32 }) }), 400, "malleable");
      }
    });

    it("a ballot by a stranger's key, or changed after it was signed", async () => {
      const stranger = { index: curator(0).index, account: privateKeyToAccount(generatePrivateKey()) };
      await refuses(hand(await signed(stranger)), 403, "wrongSigner");
      await refuses(hand({ ...(await signed(curator(0))), words: [0b1111n, 0n] }), 403, "wrongSigner");
    });

    it("a curator that is not there", async () => {
      await refuses(hand(await signed({ ...curator(0), index: 999 })), 404, "unknownCurator");
    });

    it("a ballot for another draw, another charter, another lot", async () => {
      await refuses(hand(await signed(curator(0), { seed: `0x${"ab".repeat(16)}` })), 409, "wrongSeed");
      await refuses(hand(await signed(curator(0), { charterVersion: 2 })), 409, "charter");
      await refuses(hand(await signed(curator(0), { subject: 12n })), 404, "unknownPoll");
    });

    it("a curator whose standing does not count yet", async () => {
      const late = await studio.register(MOST_CURATORS - 1);
      await seen();
      await refuses(hand(await signed(late)), 403, "notDrawn");
    });

    it("a ballot under a key that was replaced", async () => {
      const old = curator(1);
      const ballot = await signed(old);
      studio.curators[1] = await studio.register(1);
      await seen();
      await refuses(hand(ballot), 403, "wrongSigner");
    });

    it("the producer on its own lot", async () => {
      const own = await commitFiles(studio, { producer: 2, nonce: 1n, files: ["a", "b", "c", "d"] });
      await seen();
      await refuses(hand(await signed(curator(2), { subject: own.lotId, seed: own.seed })), 403, "ownLot");
    });

    it("a ballot before the draw, and after the last moment", async () => {
      const early = await commitFiles(studio, { nonce: 900n, files: ["early"], draw: false });
      await seen();
      await refuses(hand(await signed(curator(0), { subject: early.lotId })), 409, "early");
      expect(early.seed).to.equal("0x");
    });

    it("a request for what is not there", async () => {
      await refuses(fetch(`${box.url}/v1/polls/nothing`), 404, "unknownPoll");
      await refuses(fetch(`${box.url}/v1/curators/99/tasks`), 404, "unknownCurator");
      await refuses(fetch(`${box.url}/v1/ballots`), 401, "unauthorized");
    });
  });

  it("keeps a ballot once, and tells its curator what is left", async () => {
    const voter = curator(3);
    const tasks = (): Promise<TaskJson[]> => get(`/v1/curators/${voter.index}/tasks`);
    const waiting = (await tasks()).filter(({ subject }) => subject === String(lot.lotId));
    expect(waiting).to.have.length(1);
    const ballot = await signed(voter);
    expect((await hand(ballot)).status).to.equal(201);
    await refuses(hand(ballot), 409, "duplicate");
    expect((await tasks()).filter(({ subject }) => subject === String(lot.lotId))).to.have.length(0);
    expect(await get(`/v1/curators/${voter.account.address}/tasks`)).to.deep.equal(await tasks());
    await refuses(fetch(`${box.url}/v1/polls/${waiting[0]!.id}/ballots`), 403, "sealed");
  });

  it("keeps a second ballot as evidence, with which the chain strikes the curator off", async () => {
    const cheat = curator(4);
    const [first, second] = [await signed(cheat), await signed(cheat, { words: [0b1111n, 0n] })];
    expect((await hand(first)).status).to.equal(201);
    await refuses(hand(second), 409, "equivocation");
    const evidence = await get<{ first: unknown; second: unknown }[]>("/v1/evidence");
    expect(evidence).to.deep.equal([{ first: toJson(first), second: toJson(second) }]);

    const message = ({ kind: _kind, ...ballot }: Ballot) => ({ ...ballot, kind: 0 });
    const wire = ({ r, vs }: Ballot): Hex => `${r}${vs.slice(2)}`;
    const hash = await studio.registrar.writeContract({
      address: studio.curation,
      abi: curationAbi,
      functionName: "proveEquivocation",
      args: [message(first), wire(first), message(second), wire(second)],
    });
    await studio.registrar.waitForTransactionReceipt({ hash });
    await seen();
    await refuses(hand(await signed(cheat, { words: [0n, 0b1111n] })), 403, "struckOff");
  });

  it("serves the files of a sample with the proof of their place, and nothing that is not what was committed", async () => {
    const made = await commitFiles(studio, { nonce: 901n, files: ["one", "two", "three"] });
    await seen();
    const poll = (await get<TaskJson[]>("/v1/polls")).find(({ subject }) => subject === String(made.lotId))!;
    const { items } = await get<PollJson>(`/v1/polls/${poll.id}`);
    expect(items.map(({ name, position }) => ({ name, position }))).to.deep.equal(
      made.lot.rows.map(({ name, index }) => ({ name, position: index })),
    );
    expect(await (await fetch(`${box.url}/v1/polls/${poll.id}/files/1`)).text()).to.equal("two");
    await refuses(fetch(`${box.url}/v1/polls/${poll.id}/files/3`), 404, "unknownFile");
    const { cid } = made.lot.rows[2]!;
    expect(cid).to.equal(cidOf(sha256(stringToHex("three"))));
    stack.contentStore.putBlock(cid, Buffer.from("other"));
    await refuses(fetch(`${box.url}/v1/polls/${poll.id}/files/2`), 404, "unavailable");
  });

  it("goes on after a restart as if nothing had been", async () => {
    const kept = await ballots();
    expect(await box.stop()).to.equal(0);
    box = await startBox({ studio, directory, port: Number(new URL(box.url).port) });
    expect(await ballots()).to.equal(kept);
    expect(await get<unknown[]>("/v1/evidence")).to.have.length(1);
    await refuses(hand(await signed(curator(3))), 409, "duplicate");
  });

  it("answers an address that asks too often with 429", async () => {
    await using slow = await startBox({
      studio,
      directory,
      port: await freePort(),
      name: "slow",
      args: ["--rate", "20"],
    });
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => (await fetch(`${slow.url}/health`)).status),
    );
    expect(statuses.filter((status) => status === 429)).to.have.length.greaterThan(15);
    await refuses(fetch(`${slow.url}/health`), 429, "tooMany");
  });

  it("gets from another box what a curator handed in there, and closes the audit", async () => {
    const [third] = await openLots(studio, { lots: 1, count: 4, firstNonce: 950 });
    const secret = join(directory, "secret");
    const key = join(directory, "relayer.key");
    await writeFile(secret, "between boxes");
    await writeFile(key, keyOf(0));
    await using one = await startBox({
      studio,
      directory,
      port: await freePort(),
      name: "one",
      args: ["--peer-token", secret],
    });
    await using two = await startBox({
      ...{ studio, directory, port: await freePort(), name: "two" },
      args: ["--peer-token", secret, "--peer", one.url, "--key", key],
    });
    const voters = studio.curators.filter((_, place) => place !== 4);
    for (const [place, voter] of voters.entries()) {
      const ballot = await signed(voter, { subject: third!.lotId, seed: third!.seed });
      expect((await hand(ballot, place % 2 === 0 ? one.url : two.url)).status).to.equal(201);
    }
    const audit = await until("box two", 30_000, async () => {
      const found = await studio.registrar.getAudit({ lotId: third!.lotId });
      return found.phase === "closed" ? found : undefined;
    });
    expect(audit.humanBallots).to.equal(voters.length);
    expect((await studio.registrar.getLot({ lotId: third!.lotId })).blocked).to.deep.equal([3]);
    await studio.test.increaseTime({ seconds: WINDOW + 60 });
    await studio.test.mine({ blocks: 1 });
    await seen(one.url);
    const late = await signed(curator(0), { subject: third!.lotId, seed: third!.seed, words: [0b1111n, 0n] });
    await refuses(hand(late, one.url), 410, "late");
  });

  it(`loses none of ${BALLOTS} ballots from ${CLIENTS} processes when it is killed, and doubles none`, async () => {
    const report = await storm(
      { ...studio, curators: studio.curators.filter((_, place) => place !== 4) },
      { ballots: BALLOTS, directory, firstNonce: 2_000 },
    );
    expect(report.atKill).to.be.within(BALLOTS / 2, BALLOTS - 1);
    expect(report.retries, "the box was killed while it was needed").to.be.greaterThan(0);
    expect(report).to.include({ kept: BALLOTS, distinct: BALLOTS, evidence: 0 });
    expect(report.stored + report.duplicate).to.equal(BALLOTS);
  });

  it("does not open the ballots of another studio, nor start without what it needs", async () => {
    const other = await openBoxStudio(stack, { curators: 0, charter: sha256(stringToHex("another")) });
    await startBox({ studio: other, directory, port: await freePort() }).then(
      () => expect.fail("it started"),
      (error: unknown) => expect(String(error)).to.include("holds ballots of"),
    );
  });
});

/** A private key of the local chain's accounts. */
function keyOf(account: number): Hex {
  return `0x${Buffer.from(localAccount(account).getHdKey().privateKey!).toString("hex")}`;
}
