import { concatHex, type Hash, type Hex, keccak256, numberToHex, zeroHash } from "viem";
import {
  closeAudit,
  commitLot,
  drawSeed,
  GAS,
  type Gate,
  openGateOn,
  passDeadline,
  presentOutcome,
  registerCurators,
  signBallots,
  unanimous,
  type Vote,
} from "../../test/curation/fixture.ts";
import { type DisputeTerms, startPaying } from "../../test/curation/disputes.ts";
import { inventCurators } from "../../test/curation/storage.ts";
import { headerOf, installHistory, recordHistory } from "../../test/helpers/history.ts";
import { judgmentsOf } from "../../test/models/judgments.ts";
import { type BenchContext, difference, divide, type Measurement } from "../context.ts";

const PANEL = 9;
const LARGE_PANEL = 64;
const LOT = 10_000;
const DAY = 86_400n;

/** An account whose code logs until its block's bloom filter has no zero byte left. */
const LOGGER = "0x000000000000000000000000000000000010c6e4";
const LOGGER_CODE = "0x6101905b805f5260205f20805f5260205f20805f5260205f20805f5260205f205f5fa4600190038060035700";

/** A studio of nine curators that takes a bond and a fee, as every studio does that pays its curators. */
async function collective(context: BenchContext, terms: Partial<DisputeTerms> = {}): Promise<Gate> {
  const gate = await openGateOn(context);
  await registerCurators(gate);
  await startPaying(gate, terms);
  await context.connection.networkHelpers.setCode(LOGGER, LOGGER_CODE);
  return gate;
}

/**
 * Draws the seed from a header with a full bloom filter; `old`: after the window of the opcode, from the history
 * contract.
 */
async function drawFromFullBlock(gate: Gate, lotId: bigint, old = false): Promise<Hash> {
  const { networkHelpers, viem } = gate.connection;
  const seedBlock = BigInt((await gate.curation.read.auditOf([lotId, 0])).clock);
  await networkHelpers.mine(seedBlock - 1n - BigInt(await networkHelpers.time.latestBlock()));
  const [wallet] = await viem.getWalletClients();
  await wallet?.sendTransaction({ to: LOGGER, gas: 5_000_000n });
  const { logsBloom } = await gate.protocol.publicClient.getBlock({ blockNumber: seedBlock });
  if (/^0x(..)*00/.test(logsBloom)) throw new Error("The bloom filter of the seed block has zero bytes");
  const header = await headerOf(gate.connection, seedBlock);
  if (old) {
    await installHistory(gate.connection);
    await recordHistory(gate.connection, seedBlock);
    await networkHelpers.mine(300n);
  }
  return gate.curation.write.drawSeed([lotId, header, zeroHash], { account: gate.stranger.account });
}

/**
 * Commit, draw, close and settlement of the studio's second lot: nine ballots on 256 lanes, one newly blocked word,
 * curators who were paid before.
 */
export async function curationOfLot(context: BenchContext): Promise<Record<string, Measurement>> {
  const gate = await collective(context);
  const first = await commitLot(gate, { count: LOT, nonce: 1n });
  await drawSeed(gate, first);
  await passDeadline(gate, first);
  await closeAudit(gate, first, noisyVotes(PANEL));
  await settle(gate, first, noisyVotes(PANEL));

  await commitLot(gate, { count: 1, nonce: 2n }); // the first of a day asks who the registrar is
  const lotId = await commitLot(gate, { count: LOT, nonce: 0xa5_5a_a5_5an });
  const { hash: committed } = await lastTransaction(gate);
  const drawn = await drawFromFullBlock(gate, lotId);
  await passDeadline(gate, lotId);
  const closed = await closeAudit(gate, lotId, noisyVotes(PANEL));
  const settled = await settle(gate, lotId, noisyVotes(PANEL));
  const steps = [
    await context.measure(committed),
    await context.measure(drawn),
    await context.measure(closed),
    await context.measure(settled),
  ] as const;
  const total = steps.reduce((sum, { gas, newSlots, updatedSlots }) => ({
    gas: sum.gas + gas,
    newSlots: sum.newSlots + newSlots,
    updatedSlots: sum.updatedSlots + updatedSlots,
  }));
  return {
    "gas.curation.drawSeed": steps[1],
    "gas.curation.drawSeedFromHistory": await context.measure(await drawLater(gate)),
    "gas.curation.closeAudit9x256": steps[2],
    "gas.curation.settleLot9x256": steps[3],
    "gas.curation.lot10kPerAsset": divide(total, LOT),
  };
}

/** Settles a lot once its window is over. */
async function settle(gate: Gate, lotId: bigint, votes: readonly Vote[]): Promise<Hash> {
  await gate.connection.networkHelpers.time.increase(DAY);
  const outcome = await presentOutcome(gate, lotId);
  const judgments = judgmentsOf(await signBallots(gate, lotId, votes));
  return gate.curation.write.settleLot([lotId, 0, outcome, judgments], { account: gate.stranger.account, gas: GAS });
}

/** A draw more than 256 blocks after the seed block; not the usual one, since anybody may draw at once. */
async function drawLater(gate: Gate): Promise<Hash> {
  const lotId = await commitLot(gate, { count: LOT, nonce: 3n });
  return drawFromFullBlock(gate, lotId, true);
}

/** What each of 55 more ballots adds to a close. */
export async function ballots(context: BenchContext): Promise<Record<string, Measurement>> {
  const gate = await collective(context, { panel: LARGE_PANEL });
  const closeOf = async (panel: number, nonce: bigint): Promise<Measurement> => {
    await inventCurators(gate, panel);
    const lotId = await commitLot(gate, { count: LOT, nonce });
    await drawSeed(gate, lotId);
    await passDeadline(gate, lotId);
    return context.measure(await closeAudit(gate, lotId, noisyVotes(panel)));
  };
  await closeOf(PANEL, 1n); // the first close asks the studio which charters there are
  const large = await closeOf(LARGE_PANEL, 2n);
  const small = await closeOf(PANEL, 3n);
  return { "gas.curation.marginalBallot": divide(difference(large, small), LARGE_PANEL - PANEL) };
}

/** Counting alone, nine random words, as one plane of a panel of nine. */
export async function tally({ connection }: BenchContext): Promise<Record<string, Measurement>> {
  const harness = await connection.viem.deployContract("BitSliceHarness");
  const words = concatHex(Array.from({ length: PANEL }, (_, i): Hex => keccak256(numberToHex(i, { size: 32 }))));
  const gas = Number(await harness.read.gasOf([words]));
  return { "gas.curation.tallyPerBit": divide({ gas, newSlots: 0, updatedSlots: 0 }, PANEL * 256) };
}

/** One lane is defective for everybody; elsewhere each curator of a minority sees a few defects of its own. */
function noisyVotes(panel: number) {
  const word = (i: number, salt: number) => BigInt(keccak256(numberToHex(1000 * i + salt, { size: 32 })));
  return unanimous(panel, 1n << 17n).map((vote) => {
    const noise = vote.index % 3 === 0 ? word(vote.index, 1) & word(vote.index, 2) & word(vote.index, 3) : 0n;
    return { ...vote, defect: (vote.defect ?? 0n) | noise };
  });
}

async function lastTransaction({ protocol }: Gate): Promise<{ hash: Hash }> {
  const { transactions } = await protocol.publicClient.getBlock();
  const [hash] = transactions;
  if (hash === undefined) throw new Error("The last block is empty");
  return { hash };
}
