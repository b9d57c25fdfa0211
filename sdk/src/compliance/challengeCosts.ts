import type { Address, Client } from "viem";
import { getAudit } from "../actions/curation/getAudit.ts";
import { getAuditTerms } from "../actions/curation/getAuditTerms.ts";
import { getDispute } from "../actions/curation/getDispute.ts";
import type { ReportChallenges } from "./reportChallenges.ts";

/** What a challenge takes out of the challenger's deposit, units of the audit token. */
export type ChallengeCost = {
  /** Comes back if the challenge is upheld. */
  bond: bigint;
  /** Pays the panel, and the second audit where the challenge suspends the lot. */
  fee: bigint;
};

/** What {@link challengeCosts} needs. */
export type ChallengeCostsParameters = {
  /** Of the studio that judges the lot. */
  curation: Address;
  lotId: bigint;
  /** Assets in the lot. */
  count: number;
  /** What is challenged, in the order in which it is sent. */
  challenges: readonly Pick<ReportChallenges["challenges"][number], "assets">[];
};

/** A lot is suspended once more than one in so many of its assets are challenged. */
const SUSPENDING_DIVISOR = 20;

/**
 * Works out what challenges cost by the terms that the lot was committed under, and what was challenged before: one cost
 * for each, and their sum, which the challenger's deposit (`getProducer().free`) has to hold.
 *
 * @example
 * ```ts
 * const { challenges } = await reportChallenges({ curation, lotId, count, findings, store });
 * const { total } = await challengeCosts(client, { curation, lotId, count, challenges });
 * ```
 */
export async function challengeCosts(
  client: Client,
  { curation, lotId, count, challenges }: ChallengeCostsParameters,
): Promise<{ costs: ChallengeCost[]; total: bigint }> {
  const [audit, dispute] = await Promise.all([
    getAudit(client, { curation, lotId }),
    getDispute(client, { curation, lotId }),
  ]);
  const { terms } = await getAuditTerms(client, { curation, version: audit.terms });
  let { challenged } = dispute;
  let isReaudited = audit.reaudited;
  const costs = challenges.map(({ assets }): ChallengeCost => {
    if (assets === "all") {
      isReaudited = true;
      return { bond: terms.bond, fee: terms.fee };
    }
    challenged += assets.length;
    const suspends = !isReaudited && challenged * SUSPENDING_DIVISOR > count;
    isReaudited ||= suspends;
    return { bond: BigInt(assets.length) * terms.challengeBond, fee: suspends ? 2n * terms.fee : terms.fee };
  });
  return { costs, total: costs.reduce((sum, { bond, fee }) => sum + bond + fee, 0n) };
}
