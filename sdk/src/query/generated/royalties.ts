// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getClaimable } from "../../actions/royalties/getClaimable.ts";
import { getClaimableWithPath } from "../../actions/royalties/getClaimableWithPath.ts";
import { getLedger } from "../../actions/royalties/getLedger.ts";
import { getLineage } from "../../actions/royalties/getLineage.ts";
import { getLineageTree } from "../../actions/royalties/getLineageTree.ts";
import { getMerkleClaimable } from "../../actions/royalties/getMerkleClaimable.ts";
import { getMigration } from "../../actions/royalties/getMigration.ts";
import { getPot } from "../../actions/royalties/getPot.ts";
import { getRecipient } from "../../actions/royalties/getRecipient.ts";
import { getRoyaltyBalance } from "../../actions/royalties/getRoyaltyBalance.ts";
import { getRoyaltyReceiver } from "../../actions/royalties/getRoyaltyReceiver.ts";
import { getShares } from "../../actions/royalties/getShares.ts";
import { getSplitOptions } from "../../actions/royalties/getSplitOptions.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/**
 * What `claim` would credit now, in token units; sales that are not yet settled are not part of it. The query of
 * {@link getClaimable}.
 */
export const getClaimableQueryOptions: ReadQuery<typeof getClaimable> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getClaimable",
  getClaimable,
);

/**
 * What a payee would have after settling some recipes and claiming, in token units: exactly what both calls then pay.
 * The query of {@link getClaimableWithPath}.
 */
export const getClaimableWithPathQueryOptions: ReadQuery<typeof getClaimableWithPath> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getClaimableWithPath",
  getClaimableWithPath,
);

/** Reads the account of a recipe in one token. The query of {@link getLedger}. */
export const getLedgerQueryOptions: ReadQuery<typeof getLedger> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getLedger",
  getLedger,
);

/**
 * The recipe and all its ancestors, falling ordinals: the order in which one `settle` carries money all the way up.
 * The query of {@link getLineage}.
 */
export const getLineageQueryOptions: ReadQuery<typeof getLineage> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getLineage",
  getLineage,
);

/**
 * Reads what a recipe is made from, all the way up, and what each ancestor gets of its sales in all. The query of
 * {@link getLineageTree}.
 */
export const getLineageTreeQueryOptions: ReadQuery<typeof getLineageTree> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getLineageTree",
  getLineageTree,
);

/**
 * What `claimMerkle` would credit for a line now, in token units; the line itself is not proved here. The query of
 * {@link getMerkleClaimable}.
 */
export const getMerkleClaimableQueryOptions: ReadQuery<typeof getMerkleClaimable> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getMerkleClaimable",
  getMerkleClaimable,
);

/**
 * The migration of a payee's income that is under way; undefined where there is none. The query of {@link
 * getMigration}.
 */
export const getMigrationQueryOptions: ReadQuery<typeof getMigration> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getMigration",
  getMigration,
);

/** What a pot holds, in token units: money that waits for what its opener decides. The query of {@link getPot}. */
export const getPotQueryOptions: ReadQuery<typeof getPot> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getPot",
  getPot,
);

/**
 * Who gets what a payee claims: the payee, or the account that its income was migrated to. The query of {@link
 * getRecipient}.
 */
export const getRecipientQueryOptions: ReadQuery<typeof getRecipient> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getRecipient",
  getRecipient,
);

/** What `withdraw` would send now, in token units. The query of {@link getRoyaltyBalance}. */
export const getRoyaltyBalanceQueryOptions: ReadQuery<typeof getRoyaltyBalance> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getRoyaltyBalance",
  getRoyaltyBalance,
);

/**
 * Where marketplaces pay a recipe's secondary royalty (ERC-2981); `sweep` books what arrives there. The query of
 * {@link getRoyaltyReceiver}.
 */
export const getRoyaltyReceiverQueryOptions: ReadQuery<typeof getRoyaltyReceiver> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getRoyaltyReceiver",
  getRoyaltyReceiver,
);

/** Royalty shares of a tradable recipe that an account holds, of 1,000,000. The query of {@link getShares}. */
export const getSharesQueryOptions: ReadQuery<typeof getShares> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getShares",
  getShares,
);

/**
 * How a recipe divides its own income: its kind of split, and an advance that is paid back first. The query of {@link
 * getSplitOptions}.
 */
export const getSplitOptionsQueryOptions: ReadQuery<typeof getSplitOptions> = /* @__PURE__ */ defineReadQuery(
  "royalties",
  "getSplitOptions",
  getSplitOptions,
);
