import {
  cancelAccountMigration,
  type cancelAccountMigrationAndWait,
} from "../actions/governance/cancelAccountMigration.ts";
import { claimInheritance, type claimInheritanceAndWait } from "../actions/governance/claimInheritance.ts";
import { delegateBySig, type delegateBySigAndWait } from "../actions/governance/delegateBySig.ts";
import {
  finishAccountMigration,
  type finishAccountMigrationAndWait,
} from "../actions/governance/finishAccountMigration.ts";
import { noteDormancy, type noteDormancyAndWait } from "../actions/governance/noteDormancy.ts";
import { prune, type pruneAndWait } from "../actions/governance/prune.ts";
import { signAccountMigration } from "../actions/governance/signAccountMigration.ts";
import { signDelegation } from "../actions/governance/signDelegation.ts";
import {
  startAccountMigration,
  type startAccountMigrationAndWait,
} from "../actions/governance/startAccountMigration.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Members' reputation beside votes, as methods of a client. */
export type MemberActions = {
  /**
   * Gives a member the balance of the studio's former reputation; anybody may, once for each account.  * See {@link
   * claimInheritance}.
   */
  claimInheritance: Bound<typeof claimInheritance>;
  /** {@link claimInheritance}, waiting for the receipt. */
  claimInheritanceAndWait: Bound<typeof claimInheritanceAndWait>;
  /**
   * Starts moving all reputation of an account to a fresh one of the same owner; anybody may bring the two
   * signatures.  * See {@link startAccountMigration}.
   */
  startAccountMigration: Bound<typeof startAccountMigration>;
  /** {@link startAccountMigration}, waiting for the receipt. */
  startAccountMigrationAndWait: Bound<typeof startAccountMigrationAndWait>;
  /**
   * Stops a migration that is not finished; the account itself or the timelock may.  * See {@link
   * cancelAccountMigration}.
   */
  cancelAccountMigration: Bound<typeof cancelAccountMigration>;
  /** {@link cancelAccountMigration}, waiting for the receipt. */
  cancelAccountMigrationAndWait: Bound<typeof cancelAccountMigrationAndWait>;
  /**
   * Moves the reputation of an account whose migration is seven days old; anybody may.  * See {@link
   * finishAccountMigration}.
   */
  finishAccountMigration: Bound<typeof finishAccountMigration>;
  /** {@link finishAccountMigration}, waiting for the receipt. */
  finishAccountMigrationAndWait: Bound<typeof finishAccountMigrationAndWait>;
  /** Signs that reputation moves from one account to another; both must.  * See {@link signAccountMigration}. */
  signAccountMigration: Bound<typeof signAccountMigration>;
  /**
   * Notes that an account is dormant; anybody may. After four half-lives without a change its dust can be pruned.  *
   * See {@link noteDormancy}.
   */
  noteDormancy: Bound<typeof noteDormancy>;
  /** {@link noteDormancy}, waiting for the receipt. */
  noteDormancyAndWait: Bound<typeof noteDormancyAndWait>;
  /**
   * Burns the dust of an account that was noted as dormant four half-lives ago; anybody may.  * See {@link prune}.
   */
  prune: Bound<typeof prune>;
  /** {@link prune}, waiting for the receipt. */
  pruneAndWait: Bound<typeof pruneAndWait>;
  /** Submits a delegation that somebody else signed.  * See {@link delegateBySig}. */
  delegateBySig: Bound<typeof delegateBySig>;
  /** {@link delegateBySig}, waiting for the receipt. */
  delegateBySigAndWait: Bound<typeof delegateBySigAndWait>;
  /** Signs a delegation that somebody else submits with `delegateBySig`.  * See {@link signDelegation}. */
  signDelegation: Bound<typeof signDelegation>;
};

/** The actions behind {@link MemberActions}. */
export const MEMBER_ACTIONS = {
  claimInheritance,
  startAccountMigration,
  cancelAccountMigration,
  finishAccountMigration,
  signAccountMigration,
  noteDormancy,
  prune,
  delegateBySig,
  signDelegation,
} as const satisfies Record<Unwaiting<keyof MemberActions>, unknown>;
