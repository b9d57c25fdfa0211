import { expect } from "chai";
import { assetAt, fundPot, type StudioAddresses, toBondId } from "@imprimatur/sdk";
import { attestationsAbi } from "@imprimatur/sdk/abi";
import { type CheckDids, getAttestations } from "@imprimatur/sdk/actions";
import { checkAttestationDids } from "@imprimatur/sdk/did";
import { logReader } from "@imprimatur/sdk/logs";
import { type BuiltLot, buildLot } from "@imprimatur/sdk/lot";
import { commitRecipe, discloseRecipeField, type RecipeDisclosure } from "@imprimatur/sdk/merkle";
import { type AttestationArgs, leafChunks, provenanceActions, toSubject } from "@imprimatur/sdk/provenance";
import {
  type AbiEvent,
  type Address,
  createClient,
  encodeFunctionData,
  erc20Abi,
  getAddress,
  type Hex,
  http,
  keccak256,
  numberToHex,
  type RpcLog,
  sha256,
  stringToHex,
  toEventSelector,
} from "viem";
import { hardhat } from "viem/chains";
import { Fault, startFaultyNode } from "../helpers/faultyNode.ts";
import { expectError, expectRefusal, openStudio, setStage, type Stage } from "./fixture.ts";
import { fund } from "./market.ts";

const [ARTIST, AUDITOR, STRANGER] = [6, 7, 8];
const USDC = 1_000_000n;
const EVIDENCE = keccak256(stringToHex("what shows it"));

const [ATTESTED] = attestationsAbi.filter((item) => item.type === "event" && item.name === "Attested");

/** A statement's log, and after it as many again under other ids; other logs as they are. */
function withOthers(logs: RpcLog[], uids: readonly Hex[]): RpcLog[] {
  const [log] = logs;
  if (log === undefined || log.topics[0] !== toEventSelector(ATTESTED as AbiEvent)) return logs;
  const [selector, , ...topics] = log.topics;
  const others = uids.map((uid, at): RpcLog => ({
    ...{ ...log, logIndex: numberToHex(Number(log.logIndex) + at + 1) },
    topics: [selector, uid, ...topics],
  }));
  return [log, ...others];
}

describe("sdk: provenance", () => {
  let stage: Stage;
  let studio: StudioAddresses;
  let usdc: Address;
  let recipeId: Hex;
  let recipe: number;
  let lot: BuiltLot;

  const as = (account: number) =>
    stage.as(account, studio).extend(provenanceActions({ addresses: stage.addresses, studio }));

  const register = async (account: number, label: string) => {
    const licensor = stage.addressOf(account);
    const split = [{ account: licensor, weight: 1_000_000 }];
    return as(account).registerRecipeAndWait({
      ...{ licensor, kind: "work", commitment: keccak256(stringToHex(label)), split },
    });
  };

  /** A lot of an artist without a studio: released by nobody, and committed all the same. */
  const commit = async (nonce: bigint, contents: readonly string[]): Promise<BuiltLot> => {
    const built = await buildLot({
      ...{ chainId: 31337, assetRegistry: stage.addresses.assetRegistry, producer: stage.addressOf(ARTIST) },
      ...{ nonce, recipeId, recipeCommitment: keccak256("0x") },
      items: contents.map((content) => ({
        ...{ name: content, mediaType: "text/plain", bytes: content.length },
        contentHash: sha256(stringToHex(content)),
      })),
    });
    await as(ARTIST).commitLotAndWait({ ...built.input });
    return built;
  };

  before(async () => {
    stage = await setStage();
    studio = await openStudio(stage);
    const { networkHelpers } = stage.protocol.connection;
    await networkHelpers.impersonateAccount(studio.timelock);
    await networkHelpers.setBalance(studio.timelock, 10n ** 20n);
    usdc = await fund(stage, "TestUSDC", stage.addressOf(STRANGER), 100n * USDC);
    ({ recipeId, recipe } = await register(ARTIST, "lighthouse"));
    lot = await commit(1n, ["a", "b", "c", "d", "e"]);
    expect(recipe).to.equal(1);
  });

  describe("attestations", () => {
    let statement: AttestationArgs;

    before(() => {
      statement = {
        ...{ kind: "copyrightCheck", subjectKind: "lot", subject: toSubject(lot.lotId), outcome: "positive" },
        ...{ score: 120_000, evidence: EVIDENCE, text: "reverse image search" },
      };
    });

    it("are made, named before, read back and revoked", async () => {
      const attester = stage.addressOf(AUDITOR);
      const uid = await as(2).getAttestationId({ ...statement, attester });
      const made = await as(AUDITOR).attestAndWait(statement);
      expect(made.uid).to.equal(uid);
      await as(STRANGER).revokeAttestationAndWait({ uid });
      const find = () => as(2).getAttestations({ subject: statement.subject, fromBlock: 0n });
      const [found, ...others] = await find();
      expect(others).to.deep.equal([]);
      expect(found).to.include({ ...statement, uid, revoked: false });
      expect(found?.attester.toLowerCase()).to.equal(attester.toLowerCase());
      await as(AUDITOR).revokeAttestationAndWait({ uid });
      expect((await find())[0]?.revoked).to.equal(true);
      expect(await as(2).isAttestationRevoked({ attester, uid })).to.equal(true);
      await expectRefusal("StateError", "AttestationsRevoked", () => as(AUDITOR).attest(statement));
    });

    it("are brought by somebody else, with a signature for exactly this", async () => {
      const attester = stage.addressOf(AUDITOR);
      const signed = { ...statement, salt: EVIDENCE };
      const signature = await as(AUDITOR).signAttestation(signed);
      await expectRefusal("ProofError", "AttestationsInvalidSignature", () =>
        as(STRANGER).attestBySignature({ ...signed, score: 1, attester, signature }),
      );
      const { uid } = await as(STRANGER).attestBySignatureAndWait({ ...signed, attester, signature });
      const kinds = await as(2).getAttestations({ subject: statement.subject, kinds: ["biasAudit"], fromBlock: 0n });
      expect(kinds).to.deep.equal([]);
      const revocation = await as(AUDITOR).signAttestationRevocation({ uid });
      await as(STRANGER).revokeAttestationBySignatureAndWait({ uid, attester, signature: revocation });
      expect(await as(2).isAttestationRevoked({ attester, uid })).to.equal(true);
    });

    it("name DIDs, which are the attester's only where their document says so", async () => {
      const pkh = (account: number): string => `did:pkh:eip155:31337:${stage.addressOf(account)}`;
      const name = async (account: number, text: string) => {
        const subject = toSubject(stage.addressOf(account));
        await as(account).attestAndWait({ kind: "actor", subjectKind: "account", subject, text });
        return subject;
      };
      const subject = await name(AUDITOR, pkh(AUDITOR));
      await name(AUDITOR, pkh(STRANGER));
      await name(AUDITOR, "did:web:127.0.0.1");
      const offline: CheckDids = (statements, at) => checkAttestationDids(statements, { ...at, offline: true });
      const outcomes = async (checkDids?: CheckDids) =>
        (await as(2).getAttestations({ subject, fromBlock: 0n, ...(checkDids && { checkDids }) })).map(
          ({ did }) => did?.outcome,
        );
      expect(await outcomes()).to.deep.equal(["unchecked", "unchecked", "unchecked"]);
      expect(await outcomes(offline)).to.deep.equal(["verified", "unverified", "unchecked"]);
      // Nobody is asked at an address that is not public.
      expect(await outcomes(checkAttestationDids)).to.deep.equal(["verified", "unverified", "unreachable"]);
      const plain = await as(2).getAttestations({
        ...{ subject: statement.subject, fromBlock: 0n, checkDids: checkAttestationDids },
      });
      expect(plain.every(({ did }) => did === undefined)).to.equal(true);
    });

    it("are read however many there are: nodes take few ids at once", async () => {
      const { uid } = await as(AUDITOR).attestAndWait({ ...statement, subject: toSubject(1_000n) });
      await as(AUDITOR).revokeAttestationAndWait({ uid });
      const others = Array.from({ length: 1_200 }, (_, at) => numberToHex(at + 1, { size: 32 }));
      await using node = await startFaultyNode(stage.protocol.connection);
      node.interfere = async ({ method, params }, answer) => {
        if (method !== "eth_getLogs") return answer();
        const [{ topics = [] }] = params as [{ topics?: unknown[] }];
        if (topics.some((topic) => Array.isArray(topic) && topic.length > 1_000)) {
          throw new Fault({ rpc: { code: -32602, message: "exceed max topics" } });
        }
        return withOthers((await answer()) as RpcLog[], others);
      };
      const client = createClient({ chain: hardhat, transport: http(node.url, { retryCount: 0 }) });
      const { attestations } = stage.addresses;
      const read = { attestations, subject: toSubject(1_000n), fromBlock: 0n };
      const found = await getAttestations(client, read);
      expect(found).to.have.length(1_201);
      expect(found.filter(({ revoked }) => revoked).map((each) => each.uid)).to.deep.equal([uid]);
      const told = await logReader(client, { addresses: stage.addresses, fromBlock: 0n }).listAttestations(read);
      expect(told).to.have.length(1_201);
      expect(told.filter(({ revokedAt }) => revokedAt !== undefined).map((each) => each.uid)).to.deep.equal([uid]);
    });

    it("refuse what says nothing", async () => {
      await expectRefusal("InvalidInputError", "AttestationsMissingOutcome", () =>
        as(AUDITOR).attest({ ...statement, outcome: "none" }),
      );
      await expectRefusal("UnauthorizedError", "AttestationsForeignActor", () =>
        as(AUDITOR).attest({
          ...{ kind: "actor", subjectKind: "account", subject: toSubject(stage.addressOf(2)), text: "did:web:a.b" },
        }),
      );
    });
  });

  describe("leaves", () => {
    it("are published in chunks, and an interrupted lot goes on where it stopped", async () => {
      const { lotId, tree } = lot;
      const chunks = leafChunks(tree, { size: 2 });
      expect(chunks.map(({ first, leaves }) => [first, leaves.length])).to.deep.equal([
        [0, 2],
        [2, 2],
        [4, 1],
      ]);
      const told = await as(STRANGER).publishLeavesAndWait({ lotId, ...chunks[1]! });
      expect(told).to.include({ lotId, first: 2, count: 2 });
      const published = await as(2).getPublishedLeaves({ lotId, fromBlock: 0n });
      expect(published).to.deep.equal([{ first: 2, count: 2, leaves: [tree.leaf(2), tree.leaf(3)] }]);
      const rest = leafChunks(tree, { size: 2, published });
      expect(rest.map(({ first }) => first)).to.deep.equal([0, 4]);
      for (const chunk of rest) await as(STRANGER).publishLeavesAndWait({ lotId, ...chunk });
      const all = await as(2).getPublishedLeaves({ lotId, fromBlock: 0n });
      expect(all.flatMap(({ leaves }) => leaves)).to.deep.equal([0, 1, 2, 3, 4].map((index) => tree.leaf(index)));
      expect(leafChunks(tree, { published: all })).to.deep.equal([]);
      const [whole] = leafChunks(tree);
      await as(STRANGER).publishLeavesAndWait({ lotId, ...whole! });
    });

    it("are refused where they lie elsewhere", async () => {
      const { lotId, tree } = lot;
      const [first, second] = leafChunks(tree, { size: 2 });
      await expectRefusal("ProofError", "ProvenanceForeignLeaves", () =>
        as(STRANGER).publishLeaves({ lotId, ...second!, first: first!.first }),
      );
      expect(() => leafChunks(tree, { size: 3 }))
        .to.throw()
        .with.property("name", "LeafChunkError");
    });

    it("show who committed a content first, and flag copies", async () => {
      const copy = await commit(2n, ["c", "new"]);
      const shown = (built: BuiltLot, index: number) => {
        const leaf = built.rows[index]!.leaf;
        return { assetId: assetAt(built.lotId, index), leaf, proof: built.tree.proof(index) };
      };
      const { contentHash } = shown(copy, 0).leaf;
      expect(await as(2).getEarliest({ contentHash })).to.equal(undefined);
      const later = await as(STRANGER).proveContentAndWait(shown(copy, 0));
      expect(later).to.include({ contentHash, earliest: assetAt(copy.lotId, 0), copy: undefined });
      await as(STRANGER).proveContentAndWait(shown(lot, 2));
      expect((await as(2).getEarliest({ contentHash }))?.assetId).to.equal(assetAt(lot.lotId, 2));
      const flagged = await as(STRANGER).proveContentAndWait(shown(copy, 0));
      expect(flagged).to.include({ earliest: assetAt(lot.lotId, 2), copy: assetAt(copy.lotId, 0) });
    });
  });

  it("lets a lineage be contested with a bond, and the home studio rules", async () => {
    const split = [{ account: studio.timelock, weight: 1_000_000 }];
    const made = await as(1).registerRecipeAndWait({ licensor: studio.timelock, kind: "work", split });
    const { provenance, royaltySplitter } = stage.addresses;
    const contest = { recipeId: made.recipeId, parent: assetAt(lot.lotId, 0), evidence: EVIDENCE, token: usdc };
    expect(await as(2).getContestJudge({ recipeId })).to.equal(undefined);
    expect(await as(2).getContestJudge({ recipeId: made.recipeId })).to.equal(studio.timelock);
    await as(1).setContestTermsAndWait({ token: usdc, bond: 5n * USDC, account: studio.timelock });
    expect(await as(2).getContestTerms({ timelock: studio.timelock })).to.deep.equal({ token: usdc, bond: 5n * USDC });
    await expectRefusal("PaymentError", "ProvenanceBondTooSmall", () =>
      as(STRANGER).contestLineage({ ...contest, bond: 5n * USDC }),
    );
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [royaltySplitter, 7n * USDC] });
    await as(STRANGER).sendTransaction({ to: usdc, data });
    const id = toBondId(stage.addressOf(STRANGER));
    await fundPot(as(STRANGER), { royaltySplitter, opener: provenance, id, token: usdc, amount: 7n * USDC });
    await expectRefusal("PaymentError", "ProvenanceWrongBond", () =>
      as(STRANGER).contestLineage({ ...contest, bond: 4n * USDC }),
    );
    const { contestId, deadline } = await as(STRANGER).contestLineageAndWait({ ...contest, bond: 5n * USDC });
    expect(deadline > (await stage.now())).to.equal(true);
    await expectRefusal("TimingError", "ProvenanceEarly", () => as(2).lapseContest({ contestId }));
    const ruled = await as(1).ruleContestAndWait({ contestId, finding: "upheld", account: studio.timelock });
    expect(ruled).to.include({ contestId, finding: "upheld" });
    expect(await as(2).getContest({ contestId })).to.include({ closed: true, finding: "upheld", bond: 5n * USDC });
    const back = await as(STRANGER).withdrawContestBondAndWait({ token: usdc, amount: 2n * USDC });
    expect(back.amount).to.equal(2n * USDC);
    const second = await fundAnother(contest);
    await stage.pass(31n * 86_400n);
    expect(await as(2).lapseContestAndWait({ contestId: second })).to.include({ contestId: second });
  });

  async function fundAnother(contest: { recipeId: Hex; parent: bigint; evidence: Hex; token: Address }) {
    const { provenance, royaltySplitter } = stage.addresses;
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [royaltySplitter, 5n * USDC] });
    await as(STRANGER).sendTransaction({ to: usdc, data });
    const id = toBondId(stage.addressOf(STRANGER));
    await fundPot(as(STRANGER), { royaltySplitter, opener: provenance, id, token: usdc, amount: 5n * USDC });
    return (await as(STRANGER).contestLineageAndWait({ ...contest, bond: 5n * USDC })).contestId;
  }

  it("corrects lots and manifests", async () => {
    const [wrong, right] = [await commit(3n, ["x"]), await commit(4n, ["y"])];
    const told = await as(ARTIST).supersedeManifestAndWait({ lotId: wrong.lotId, manifest: EVIDENCE });
    expect(told).to.include({ lotId: wrong.lotId, manifest: EVIDENCE });
    await expectRefusal("UnauthorizedError", "AssetRegistryUnauthorized", () =>
      as(STRANGER).supersedeLot({ lotId: wrong.lotId, successor: right.lotId }),
    );
    await as(ARTIST).supersedeLotAndWait({ lotId: wrong.lotId, successor: right.lotId });
    expect((await as(2).getLot({ lotId: wrong.lotId })).superseded).to.equal(true);
    await expectRefusal("StateError", "AssetRegistrySupersededLot", () =>
      as(ARTIST).supersedeLot({ lotId: wrong.lotId, successor: right.lotId }),
    );
  });

  it("shows one field of a recipe to a third party, and nothing else of it", async () => {
    const steps = ["a lighthouse at dusk", "in the manner of nobody"];
    const secret = keccak256(stringToHex("secret"));
    const kept = commitRecipe({ contents: { model: "sdxl-1.0", steps }, secret });
    const licensor = stage.addressOf(ARTIST);
    const { recipeId: committed } = await as(ARTIST).registerRecipeAndWait({
      ...{ licensor, kind: "work", commitment: kept.commitment, split: [{ account: licensor, weight: 1_000_000 }] },
    });
    const shown = discloseRecipeField(kept, "step/1");
    // What the third party has: JSON from somebody, and the chain.
    const received = JSON.parse(JSON.stringify(shown)) as RecipeDisclosure;
    const told = JSON.stringify(received);
    for (const hidden of [secret, stringToHex("sdxl-1.0"), stringToHex(steps[0]!)]) expect(told).to.not.contain(hidden);
    const verify = (disclosure: RecipeDisclosure, of = committed) =>
      as(STRANGER).verifyDisclosure({ recipeId: of, disclosure, fromBlock: 0n });
    expect(await verify(received)).to.deep.equal({ valid: true, commitment: kept.commitment, text: steps[1] });
    expect((await verify(discloseRecipeField(kept, "model"))).text).to.equal("sdxl-1.0");

    const wrong: Partial<RecipeDisclosure>[] = [
      { salt: EVIDENCE },
      { value: stringToHex("something else") },
      { path: "step/0" },
      { path: "step/0", index: 1 },
      { index: 1 },
      { count: 4 },
      { proof: received.proof.toReversed() },
    ];
    for (const change of wrong)
      expect((await verify({ ...received, ...change })).valid, JSON.stringify(change)).to.equal(false);
    expect(await verify(received, recipeId)).to.include({ valid: false, text: undefined });
    await expectError("RecipeUnknownError", () => verify(received, EVIDENCE));
  });

  // A suite of its own, so that it comes last.
  describe("from logs alone", () => {
    it("is told as the chain has it", async () => {
      const data = logReader(stage.reader, { addresses: stage.addresses, fromBlock: 0n });
      const auditor = getAddress(stage.addressOf(AUDITOR));
      const stated = await data.listAttestations({ subject: toSubject(lot.lotId) });
      expect(stated.map(({ attester, evidence, score }) => [attester, evidence, score])).to.deep.equal([
        [auditor, EVIDENCE, 120_000],
        [auditor, EVIDENCE, 120_000],
      ]);
      expect(stated.every(({ revokedAt, statedAt }) => revokedAt !== undefined && revokedAt > statedAt)).to.equal(true);

      const contentHash = sha256(stringToHex("c"));
      const earliest = await as(2).getEarliest({ contentHash });
      expect(await data.getContent({ contentHash })).to.deep.equal({ contentHash, ...earliest });
      const copies = await data.listCopies({ contentHash });
      expect(copies.map(({ producer }) => producer)).to.deep.equal([getAddress(stage.addressOf(ARTIST))]);
      expect(copies[0]?.assetId).to.not.equal(earliest?.assetId);
      expect(await data.getContent({ contentHash: EVIDENCE })).to.equal(undefined);

      const leaves = await data.listPublishedLeaves({ lotId: lot.lotId });
      expect(leaves.map(({ first, count }) => [first, count])).to.deep.equal([
        [2, 2],
        [0, 2],
        [4, 1],
        [0, 5],
      ]);
      const contests = await data.listContests({ recipe: 2 });
      const claimant = getAddress(stage.addressOf(STRANGER));
      expect(contests.map(({ status, finding, judge, bondTo }) => [status, finding, judge, bondTo])).to.deep.equal([
        ["ruled", "upheld", studio.timelock, claimant],
        ["lapsed", "none", undefined, claimant],
      ]);
      const { contestId, deadline } = contests[0]!;
      expect((await as(2).getContest({ contestId })).deadline).to.equal(deadline);
      expect(await data.listContests({ recipe: 1 })).to.deep.equal([]);
      const corrected = await data.listSupersessions({ licensor: stage.addressOf(ARTIST) });
      expect(corrected).to.have.length(1);
      expect((await as(2).getLot({ lotId: corrected[0]!.lotId })).superseded).to.equal(true);
      expect((await as(2).getLot({ lotId: corrected[0]!.successor })).superseded).to.equal(false);
    });
  });
});
