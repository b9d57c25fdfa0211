import { keccak256, numberToHex } from "viem";
import { openGateOn, registerCurators } from "../../test/curation/fixture.ts";
import {
  alike,
  type Approval,
  closeSlate,
  openSlate,
  passSlateDeadline,
  slateClosedBy,
  treeOf,
} from "../../test/curation/slates.ts";
import { inventCurators } from "../../test/curation/storage.ts";
import { type BenchContext, divide, type Measurement } from "../context.ts";

const PANEL = 9;
const LARGE_PANEL = 64;
const MOST_CANDIDATES = 4_096;
const CANDIDATES = 1_024;

/** Every curator approves about half of the candidates, each another half. */
function votesOf(panel: number, words: number): Approval[] {
  const wordOf = (index: number, word: number) => BigInt(keccak256(numberToHex(1_000 * index + word, { size: 32 })));
  return alike(panel, []).map(({ index }) => ({
    index,
    words: Array.from({ length: words }, (_, word) => wordOf(index, word)),
  }));
}

/** The largest vote: opened, counted with nine ballots, and a note on one of what it selected. */
export async function largestSlate(context: BenchContext): Promise<Record<string, Measurement>> {
  const gate = await openGateOn(context);
  await registerCurators(gate);
  const slate = await openSlate(gate, { count: MOST_CANDIDATES, k: 100 });
  await passSlateDeadline(gate, slate);
  const closed = await closeSlate(gate, slate, votesOf(PANEL, slate.words));
  const { selected, finalAt } = await slateClosedBy(gate, closed);
  await gate.connection.networkHelpers.time.increaseTo(finalAt);
  const candidate = Array.from({ length: MOST_CANDIDATES }, (_, i) => i).find(
    (i) => ((selected[i >> 8] ?? 0n) >> BigInt(i & 255)) & 1n,
  );
  if (candidate === undefined) throw new Error("The vote selected nothing");
  const proof = treeOf(slate.candidates).proof(candidate);
  const asked = await gate.curation.write.requestRefinement(
    [slate.slateId, candidate, slate.candidates[candidate] ?? 0n, proof, [...selected], keccak256("0x01")],
    { account: gate.registrar.account },
  );
  return {
    "gas.curation.openSlate4096": await context.measure(slate.hash),
    "gas.curation.closeSlate9x4096": await context.measure(closed),
    "gas.curation.requestRefinement": await context.measure(asked),
  };
}

/** 64 ballots on 1,024 candidates: what one judgement of one of them costs, the transaction and all. */
export async function itemVotes(context: BenchContext): Promise<Record<string, Measurement>> {
  const gate = await openGateOn(context);
  await registerCurators(gate);
  await inventCurators(gate, LARGE_PANEL);
  const slate = await openSlate(gate, { count: CANDIDATES, k: 100 });
  await passSlateDeadline(gate, slate);
  const closed = await context.measure(await closeSlate(gate, slate, votesOf(LARGE_PANEL, slate.words)));
  return { "gas.curation.slatePerItemVote1024": divide(closed, LARGE_PANEL * CANDIDATES) };
}
