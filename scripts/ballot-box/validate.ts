import { hashAuditBallot, recoverBallotKeys, type RecoverKey } from "@imprimatur/sdk/curation";
import { type Address, isAddressEqual } from "viem";
import type { CheckedBallot } from "./ballotStore.ts";
import { type Member, type Poll, wordsIn } from "./poll.ts";
import { type Reason, Refusal } from "./refusal.ts";
import type { Ballot } from "./wire.ts";

/** Where ballots are signed for. */
export interface Place {
  chainId: number;
  curation: Address;
  /** Finds keys of signatures. */
  recover: RecoverKey;
}

const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const S_MASK = (1n << 255n) - 1n;

/**
 * The ballot with its key and digest, if the chain would count it in a close of the poll now; throws a
 * {@link Refusal} otherwise. What costs nothing is checked before the signature.
 */
export async function validate({ recover, ...place }: Place, poll: Poll, ballot: Ballot): Promise<CheckedBallot> {
  if (ballot.seed !== poll.seed) throw new Refusal("wrongSeed");
  if (ballot.charterVersion !== poll.charterVersion) {
    throw new Refusal("charter", `${ballot.charterVersion} instead of ${poll.charterVersion}`);
  }
  checkWords(poll, ballot.words);
  const { key } = member(poll, ballot.curator);
  checkForm(ballot);
  const signed = { ...place, ...ballot };
  const [signer] = await recoverBallotKeys(signed, [ballot], recover);
  if (signer === undefined || !isAddressEqual(signer, key)) throw new Refusal("wrongSigner");
  return { ...ballot, key, digest: hashAuditBallot(signed) };
}

/** Who may judge the poll under this index. */
export function member(poll: Poll, curator: number): Member {
  const found = poll.members.get(curator);
  if (found === undefined) throw new Refusal("unknownCurator", String(curator));
  if (found.bar !== undefined) throw new Refusal(found.bar satisfies Reason);
  if ((found.weights[poll.widening] ?? 0) === 0) throw new Refusal("notDrawn", `curator ${curator}`);
  return found;
}

function checkWords(poll: Poll, words: readonly bigint[]): void {
  const expected = wordsIn(poll);
  if (words.length !== expected) throw new Refusal("wordCount", `${words.length} instead of ${expected}`);
  const stride = words.length / poll.lanes.length;
  poll.lanes.forEach((lanes, word) => {
    const [ok = 0n, defect = 0n] = words.slice(stride * word, stride * (word + 1));
    if ((ok & defect) !== 0n) throw new Refusal("contradiction", `word ${word}`);
    if (((ok | defect) & ~lanes) !== 0n) throw new Refusal("beyondSample", `word ${word}`);
  });
}

/** Of two signatures that a key can make of one only the lower one counts, or a stranger could double a ballot. */
function checkForm({ r, vs }: Pick<Ballot, "r" | "vs">): void {
  const s = BigInt(vs) & S_MASK;
  if (s === 0n || s > HALF_ORDER || BigInt(r) === 0n) throw new Refusal("malleable");
}
