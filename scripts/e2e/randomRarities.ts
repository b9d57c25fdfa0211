import { assetAt } from "@imprimatur/sdk";
import { buildCanaries, type SignedBallot, slateProof, toApprovals } from "@imprimatur/sdk/curation";
import { type BuiltLot, buildLot } from "@imprimatur/sdk/lot";
import { type Hex, keccak256, parseEther, sha256, stringToHex } from "viem";
import { hardhat } from "viem/chains";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";
import { commit, connect, gate, type House, register, TERMS } from "./house.ts";
import { audit, close, settle, vote } from "./randomCuration.ts";

const HOUR = 3_600;
const DAY = 86_400;
const WEEK = 7 * DAY;
const EVIDENCE = keccak256("0x04");
const ARTIST = 20;
const MOVED = 21;
const LEARNER = 22;
const SEED_DELAY = 33;

/** What seldom happens to a studio that audits, each once. */
export async function seldom(stack: Stack, house: House): Promise<void> {
  await stop(house);
  await appeal(house);
  await select(house);
  await plant(house);
  await copy(house);
  await practice(stack, house);
  await readmit(house);
  await graduate(stack);
  await move(stack, house);
}

/** The ruler freezes an asset and suspends a recipe, and lets go of both. */
async function stop(house: House): Promise<void> {
  const { lots, registrar, timelock } = house;
  const assetId = assetAt(lots[0] ?? 0n, 1);
  const until = (await now(house)) + BigInt(DAY);
  await timelock.freezeAndWait({ assetId, until });
  await timelock.unfreezeAndWait({ assetId });
  const { recipeId } = await registrar.registerRecipeAndWait({
    licensor: timelock.account.address,
    kind: "style",
    commitment: EVIDENCE,
    split: [{ account: timelock.account.address, weight: 1_000_000, roles: ["treasury"] }],
  });
  await timelock.suspendRecipeAndWait({ recipeId, until });
  await timelock.resumeRecipeAndWait({ recipeId });
}

/** A veto that the producer appeals, and that the ruler confirms and lifts. */
async function appeal(house: House): Promise<void> {
  const { registrar, timelock } = house;
  await refresh(house);
  const lotId = await commit(house, 40);
  await audit(house, lotId, { defects: 0, judges: 5 });
  await timelock.vetoAndWait({ lotId, word: 0, mask: 0b110n, reasonCode: EVIDENCE, evidence: EVIDENCE });
  await registrar.appealVetoAndWait({ lotId, word: 0, evidence: EVIDENCE });
  await timelock.confirmVetoAndWait({ lotId, word: 0 });
  await timelock.liftVetoAndWait({ lotId, word: 0, mask: 0b10n });
  await house.pass(HOUR);
  await settle(house, lotId, 0);
}

/** Curators select the best of a slate; the registrar asks to refine one of them. */
async function select(house: House): Promise<void> {
  const { judges, lots, registrar } = house;
  const candidates = Array.from({ length: 40 }, (_, i) => assetAt(lots[0] ?? 0n, i));
  const ballotDeadline = (await now(house)) + BigInt(DAY);
  const slate = { candidates, k: 3, ballotDeadline, brief: EVIDENCE };
  const { slateId } = await registrar.openSlateAndWait(slate);
  const seed = await registrar.readContract({ ...gate(house), functionName: "slateSeedOf", args: [slateId] });
  const ballots: SignedBallot[] = await Promise.all(
    // The volunteer was struck off.
    judges.slice(0, -1).map(({ index: curator, key: account }) =>
      registrar.signAuditBallot({
        ...({ kind: "slate", slateId, seed, charterVersion: 1, curator, account } as const),
        words: toApprovals([1, 2, 28], candidates.length),
      }),
    ),
  );
  const result = await registrar.simulateSlate({ slateId, charterVersion: 1, ballots });
  await house.pass(DAY);
  const closed = await registrar.closeSlateAndWait({ slateId, charterVersion: 1, ballots: result.ballots });
  await house.pass(DAY + 1);
  const chosen = { candidate: 28, assetId: candidates[28] ?? 0n, proof: slateProof(candidates, 28) };
  await registrar.requestRefinementAndWait({ slateId, ...chosen, selected: closed.selected, note: EVIDENCE });
}

/** Canaries whose defects are known, one set opened and one forfeited. */
async function plant(house: House): Promise<void> {
  const { registrar } = house;
  await refresh(house);
  const { lotId, canaries } = await commitCanary(house, 60);
  await audit(house, lotId, { defects: 50_000, judges: 5 });
  const { outcome, judgments } = await registrar.getOutcome({ lotId, round: 0 });
  await registrar.openCanaryAndWait({ ...canaries.open(lotId), outcome });
  await registrar.settleLotAndWait({ lotId, round: 0, outcome, judgments });
  await registrar.resolveCanariesAndWait({ root: canaries.root });

  const lost = buildCanaries([{ lotId: 1n, count: 1, defects: [0] }]);
  const soon = (await now(house)) + BigInt(2 * DAY);
  await registrar.commitCanariesAndWait({ root: lost.root, count: lost.count, deadline: soon });
  await house.pass(3 * DAY);
  await registrar.resolveCanariesAndWait({ root: lost.root });
}

/** Two lots with one picture in common, of which the later one is blocked. */
async function copy(house: House): Promise<void> {
  const { challenger } = house;
  const shown = [];
  for (const names of [
    ["sea", "sky"],
    ["sand", "sea"],
  ]) {
    const lot = await commitPictures(house, names);
    await audit(house, lot.lotId, { defects: 0, judges: 5 });
    await house.pass(HOUR);
    await settle(house, lot.lotId, 0);
    const index = names.indexOf("sea");
    const leaf = lot.rows[index]?.leaf;
    if (leaf === undefined) throw new Error("there is no such picture");
    shown.push({ assetId: assetAt(lot.lotId, index), leaf, proof: lot.tree.proof(index) });
  }
  const [original, later] = shown;
  if (original === undefined || later === undefined) throw new Error("there are no two lots");
  await challenger.proveDuplicateAndWait({
    ...{ copy: later.assetId, copyLeaf: later.leaf, copyProof: later.proof },
    ...{ original: original.assetId, originalLeaf: original.leaf, originalProof: original.proof },
  });
}

/** A lot whose assets can be proved. */
async function commitPictures(house: House, names: readonly string[]): Promise<BuiltLot> {
  const { registrar, registry, recipeId, lots, curation } = house;
  const nonce = BigInt(lots.length + 1);
  const built = await buildLot({
    ...{ chainId: hardhat.id, assetRegistry: registry, producer: registrar.account.address, nonce, recipeId },
    recipeCommitment: keccak256("0x01"),
    items: names.map((name) => ({ name, mediaType: "image/png", bytes: 1, contentHash: sha256(stringToHex(name)) })),
  });
  await registrar.commitLotAndWait({ ...built.input, gate: curation });
  lots.push(built.lotId);
  return built;
}

/** The door is opened: somebody without a standing judges a canary, for canary points alone. */
async function practice(stack: Stack, house: House): Promise<void> {
  const { registrar, timelock, curation } = house;
  await timelock.setAuditTermsAndWait({ terms: { ...TERMS, panel: 4, openDoor: true } });
  const account = localAccount(LEARNER);
  await endow(stack, account.address);
  const studio = await registrar.getStudio({ studio: house.studio });
  const learner = await register(connect(stack, account, { ...studio, curation }), account.address);
  const { lotId, canaries } = await commitCanary(house, 50);
  await house.mine(SEED_DELAY);
  await registrar.drawSeedAndWait({ lotId });
  const ballot = await vote(house, lotId, learner, 50_000);
  await registrar.castDirectAndWait({ lotId, charterVersion: 1, ballot });
  await house.pass(HOUR);
  await close(house, lotId, { defects: 50_000, judges: 5 });
  const { outcome, judgments } = await registrar.getOutcome({ lotId, round: 0 });
  await registrar.openCanaryAndWait({ ...canaries.open(lotId), outcome });
  const [ok = 0n, defect = 0n] = ballot.words;
  await registrar.scorePracticeAndWait({ lotId, index: learner.index, ok, defect });
  await registrar.settleLotAndWait({ lotId, round: 0, outcome, judgments });
  await registrar.resolveCanariesAndWait({ root: canaries.root });
}

/** The registrar's next lot, which is a canary. */
async function commitCanary(house: House, count: number) {
  const { registrar, lots } = house;
  const next = BigInt(registrar.account.address) * 2n ** 64n + BigInt(lots.length + 1);
  const canaries = buildCanaries([{ lotId: next, count, defects: [3, 4, 9] }]);
  const deadline = (await now(house)) + BigInt(30 * DAY);
  await registrar.commitCanariesAndWait({ root: canaries.root, count: canaries.count, deadline });
  return { lotId: await commit(house, count), canaries };
}

/** Who was struck off comes back; a producer is admitted. */
async function readmit({ judges, registrar, timelock }: House): Promise<void> {
  const volunteer = judges.at(-1);
  if (volunteer === undefined) throw new Error("nobody judges here");
  await timelock.readmitCuratorAndWait({ curator: volunteer.account });
  await registrar.admitProducerAndWait({ producer: localAccount(ARTIST).address, quota: 1_000 });
}

/** A studio of one, which certifies itself, becomes one of several members. */
async function graduate(stack: Stack): Promise<void> {
  const account = localAccount(ARTIST);
  await endow(stack, account.address);
  const stranger = connect(stack, account);
  const solo = await stranger.createStudioAndWait({
    ...({ name: "Solo", symbol: "SOLO", preset: "solo" } as const),
    ...{ founders: [account.address], registrar: account.address, charter: EVIDENCE },
  });
  const artist = connect(stack, account, solo);
  const split = [{ account: account.address, weight: 1_000_000, roles: ["artist"] }] as const;
  const recipe = { licensor: solo.timelock, kind: "work", commitment: EVIDENCE, split: [...split] } as const;
  const { recipeId } = await artist.registerRecipeAndWait({ ...recipe });
  const lot = { recipeId, nonce: 1n, root: EVIDENCE, count: 300, manifest: stringToHex("", { size: 32 }) };
  const { lotId } = await artist.commitLotAndWait({ ...lot, gate: solo.curation });
  await artist.selfCertifyAndWait({ lotId, blocked: [3, 4, 299] });

  const successors = await artist.createSuccessorsAndWait({
    ...({ successorsOf: solo.studio, preset: "collective", modules: ["electorate", "curation"] } as const),
    ...{ founders: [10, 11, 12].map((i) => localAccount(i).address), evidence: EVIDENCE },
  });
  await endow(stack, solo.timelock);
  await stranger.request({ method: "hardhat_impersonateAccount", params: [solo.timelock] } as never);
  const timelock = connect(stack, solo.timelock, solo);
  await timelock.recordGateAndWait({ gate: successors.curation });
  await timelock.graduateAndWait({
    ...({ preset: "collective", newGovernor: successors.governor } as const),
    ...{ newReputation: successors.reputation, newCuration: successors.curation },
  });
}

/** A member begins to move to another account, thinks better of it, and moves after all. */
async function move(stack: Stack, house: House): Promise<void> {
  const studio = await house.registrar.getStudio({ studio: house.studio });
  const [old, next] = [localAccount(7), localAccount(MOVED)];
  const members = [old, next].map((account) => connect(stack, account, studio));
  for (const last of [false, true]) {
    const terms = { from: old.address, to: next.address, deadline: (await now(house)) + BigInt(DAY) };
    const [fromSignature, toSignature] = await Promise.all(members.map((member) => member.signAccountMigration(terms)));
    const signatures = { fromSignature: fromSignature as Hex, toSignature: toSignature as Hex };
    await house.registrar.startAccountMigrationAndWait({ ...terms, ...signatures });
    if (!last) await members[0]?.cancelAccountMigrationAndWait({ from: old.address });
  }
  await house.pass(WEEK);
  await house.registrar.finishAccountMigrationAndWait({ from: old.address });
}

/** Standings end; those who judge renew them, and are drawn by them a week later. */
async function refresh(house: House): Promise<void> {
  const accounts = house.judges.slice(0, -1).map(({ account }) => account);
  await house.registrar.refreshCuratorsAndWait({ accounts });
  await house.pass(WEEK);
}

async function now({ registrar }: House): Promise<bigint> {
  return (await registrar.getBlock()).timestamp;
}

async function endow(stack: Stack, address: Hex): Promise<void> {
  const value = `0x${parseEther("10").toString(16)}`;
  await connect(stack, address).request({ method: "hardhat_setBalance", params: [address, value] } as never);
}
