import { batchRoyalties, type batchRoyaltiesAndWait } from "../actions/royalties/batchRoyalties.ts";
import { cancelMigration, type cancelMigrationAndWait } from "../actions/royalties/cancelMigration.ts";
import { claim, type claimAndWait } from "../actions/royalties/claim.ts";
import { claimMerkle, type claimMerkleAndWait } from "../actions/royalties/claimMerkle.ts";
import { claimToWallet, type claimToWalletAndWait } from "../actions/royalties/claimToWallet.ts";
import { finishMigration, type finishMigrationAndWait } from "../actions/royalties/finishMigration.ts";
import { getClaimable } from "../actions/royalties/getClaimable.ts";
import { getClaimableWithPath } from "../actions/royalties/getClaimableWithPath.ts";
import { getLedger } from "../actions/royalties/getLedger.ts";
import { getLineage } from "../actions/royalties/getLineage.ts";
import { getMerkleClaimable } from "../actions/royalties/getMerkleClaimable.ts";
import { getMigration } from "../actions/royalties/getMigration.ts";
import { fundPot, type fundPotAndWait } from "../actions/royalties/fundPot.ts";
import { getPot } from "../actions/royalties/getPot.ts";
import { getRecipient } from "../actions/royalties/getRecipient.ts";
import { getRoyaltyBalance } from "../actions/royalties/getRoyaltyBalance.ts";
import { getRoyaltyReceiver } from "../actions/royalties/getRoyaltyReceiver.ts";
import { getShares } from "../actions/royalties/getShares.ts";
import { getSplitOptions } from "../actions/royalties/getSplitOptions.ts";
import { settle, type settleAndWait } from "../actions/royalties/settle.ts";
import { settleUp, type settleUpAndWait } from "../actions/royalties/settleUp.ts";
import { signMigration } from "../actions/royalties/signMigration.ts";
import { signWithdrawal } from "../actions/royalties/signWithdrawal.ts";
import { startMigration, type startMigrationAndWait } from "../actions/royalties/startMigration.ts";
import { sweep, type sweepAndWait } from "../actions/royalties/sweep.ts";
import { transferShares, type transferSharesAndWait } from "../actions/royalties/transferShares.ts";
import { withdraw, type withdrawAndWait } from "../actions/royalties/withdraw.ts";
import { withdrawTo, type withdrawToAndWait } from "../actions/royalties/withdrawTo.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Settlement, claims and withdrawals, as methods of a client. */
export type RoyaltiesActions = {
  /**
   * Credits a payee's unclaimed income from one recipe to the payee's balance, where many small claims can meet
   * before one `withdraw`. Anybody may do it for anybody: only the payee gains. See {@link claim}.
   */
  claim: Bound<typeof claim>;
  /** {@link claim}, waiting for the receipt. */
  claimAndWait: Bound<typeof claimAndWait>;
  /**
   * Sends a payee's unclaimed income from one recipe straight to the payee. Anybody may do it for anybody. See
   * {@link claimToWallet}.
   */
  claimToWallet: Bound<typeof claimToWallet>;
  /** {@link claimToWallet}, waiting for the receipt. */
  claimToWalletAndWait: Bound<typeof claimToWalletAndWait>;
  /**
   * What `claim` would credit now, in token units; sales that are not yet settled are not part of it. See {@link
   * getClaimable}.
   */
  getClaimable: Bound<typeof getClaimable>;
  /** Reads the account of a recipe in one token. See {@link getLedger}. */
  getLedger: Bound<typeof getLedger>;
  /**
   * The recipe and all its ancestors, falling ordinals: the order in which one `settle` carries money all the way
   * up. See {@link getLineage}.
   */
  getLineage: Bound<typeof getLineage>;
  /** What `withdraw` would send now, in token units. See {@link getRoyaltyBalance}. */
  getRoyaltyBalance: Bound<typeof getRoyaltyBalance>;
  /** Divides everything new that recipes have received between their payees and their parents. See {@link settle}. */
  settle: Bound<typeof settle>;
  /** {@link settle}, waiting for the receipt. */
  settleAndWait: Bound<typeof settleAndWait>;
  /** Sends a payee its whole balance in one token. Anybody may do it for anybody. See {@link withdraw}. */
  withdraw: Bound<typeof withdraw>;
  /** {@link withdraw}, waiting for the receipt. */
  withdrawAndWait: Bound<typeof withdrawAndWait>;
  /** Runs several calls of RoyaltySplitter in one transaction. See {@link batchRoyalties}. */
  batchRoyalties: Bound<typeof batchRoyalties>;
  /** {@link batchRoyalties}, waiting for the receipt. */
  batchRoyaltiesAndWait: Bound<typeof batchRoyaltiesAndWait>;
  /** Signs, as one of its two sides, that a payee's whole income moves to another account. See {@link signMigration}. */
  signMigration: Bound<typeof signMigration>;
  /** Signs a payee's order to send its balance to an address of its choice. See {@link signWithdrawal}. */
  signWithdrawal: Bound<typeof signWithdrawal>;
  /** Puts the sender's tokens into a pot that only its opener can empty. See {@link fundPot}. */
  fundPot: Bound<typeof fundPot>;
  /** {@link fundPot}, waiting for the receipt. */
  fundPotAndWait: Bound<typeof fundPotAndWait>;
  /** What a pot holds, in token units: money that waits for what its opener decides. See {@link getPot}. */
  getPot: Bound<typeof getPot>;
  /** Royalty shares of a tradable recipe that an account holds, of 1,000,000. See {@link getShares}. */
  getShares: Bound<typeof getShares>;
  /** What a payee would have after settling some recipes and claiming, in token units: exactly what both calls then pay. See {@link getClaimableWithPath}. */
  getClaimableWithPath: Bound<typeof getClaimableWithPath>;
  /** What `claimMerkle` would credit for a line now, in token units; the line itself is not proved here. See {@link getMerkleClaimable}. */
  getMerkleClaimable: Bound<typeof getMerkleClaimable>;
  /** How a recipe divides its own income: its kind of split, and an advance that is paid back first. See {@link getSplitOptions}. */
  getSplitOptions: Bound<typeof getSplitOptions>;
  /** The migration of a payee's income that is under way; undefined where there is none. See {@link getMigration}. */
  getMigration: Bound<typeof getMigration>;
  /** Who gets what a payee claims: the payee, or the account that its income was migrated to. See {@link getRecipient}. */
  getRecipient: Bound<typeof getRecipient>;
  /** Where marketplaces pay a recipe's secondary royalty (ERC-2981); `sweep` books what arrives there. See {@link getRoyaltyReceiver}. */
  getRoyaltyReceiver: Bound<typeof getRoyaltyReceiver>;
  /** Books what marketplaces paid to a recipe's ERC-2981 receiver as a sale of the recipe. See {@link sweep}. */
  sweep: Bound<typeof sweep>;
  /** {@link sweep}, waiting for the receipt. */
  sweepAndWait: Bound<typeof sweepAndWait>;
  /** Finishes a migration whose delay is over: from now on claims of the payee go to the other account. See {@link finishMigration}. */
  finishMigration: Bound<typeof finishMigration>;
  /** {@link finishMigration}, waiting for the receipt. */
  finishMigrationAndWait: Bound<typeof finishMigrationAndWait>;
  /** Stops a migration before it is finished; either side may. See {@link cancelMigration}. */
  cancelMigration: Bound<typeof cancelMigration>;
  /** {@link cancelMigration}, waiting for the receipt. */
  cancelMigrationAndWait: Bound<typeof cancelMigrationAndWait>;
  /** Starts to move a payee's whole income to another account, which both have signed for; it takes effect by `finishMigration` after seven days. See {@link startMigration}. */
  startMigration: Bound<typeof startMigration>;
  /** {@link startMigration}, waiting for the receipt. */
  startMigrationAndWait: Bound<typeof startMigrationAndWait>;
  /** Sends a payee's whole balance in one token where the payee wants it: by the payee itself, or with its signature by anybody. See {@link withdrawTo}. */
  withdrawTo: Bound<typeof withdrawTo>;
  /** {@link withdrawTo}, waiting for the receipt. */
  withdrawToAndWait: Bound<typeof withdrawToAndWait>;
  /** Moves royalty shares of a tradable recipe (ERC-6909). See {@link transferShares}. */
  transferShares: Bound<typeof transferShares>;
  /** {@link transferShares}, waiting for the receipt. */
  transferSharesAndWait: Bound<typeof transferSharesAndWait>;
  /** Credits a contributor in a Merkle split with its unclaimed income from a recipe. See {@link claimMerkle}. */
  claimMerkle: Bound<typeof claimMerkle>;
  /** {@link claimMerkle}, waiting for the receipt. */
  claimMerkleAndWait: Bound<typeof claimMerkleAndWait>;
  /** Settles a recipe and its ancestors, children before parents, without naming them. See {@link settleUp}. */
  settleUp: Bound<typeof settleUp>;
  /** {@link settleUp}, waiting for the receipt. */
  settleUpAndWait: Bound<typeof settleUpAndWait>;
};

/** The actions behind {@link RoyaltiesActions}. */
export const ROYALTIES_ACTIONS = {
  claim,
  claimToWallet,
  getClaimable,
  getLedger,
  getLineage,
  getRoyaltyBalance,
  settle,
  withdraw,
  batchRoyalties,
  signMigration,
  signWithdrawal,
  fundPot,
  getPot,
  getShares,
  getClaimableWithPath,
  getMerkleClaimable,
  getSplitOptions,
  getMigration,
  getRecipient,
  getRoyaltyReceiver,
  sweep,
  finishMigration,
  cancelMigration,
  startMigration,
  withdrawTo,
  transferShares,
  claimMerkle,
  settleUp,
} as const satisfies Record<Unwaiting<keyof RoyaltiesActions>, unknown>;
