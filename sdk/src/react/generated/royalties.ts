"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getClaimable } from "../../actions/royalties/getClaimable.ts";
import type { getClaimableWithPath } from "../../actions/royalties/getClaimableWithPath.ts";
import type { getLedger } from "../../actions/royalties/getLedger.ts";
import type { getLineage } from "../../actions/royalties/getLineage.ts";
import type { getLineageTree } from "../../actions/royalties/getLineageTree.ts";
import type { getMerkleClaimable } from "../../actions/royalties/getMerkleClaimable.ts";
import type { getMigration } from "../../actions/royalties/getMigration.ts";
import type { getPot } from "../../actions/royalties/getPot.ts";
import type { getRecipient } from "../../actions/royalties/getRecipient.ts";
import type { getRoyaltyBalance } from "../../actions/royalties/getRoyaltyBalance.ts";
import type { getRoyaltyReceiver } from "../../actions/royalties/getRoyaltyReceiver.ts";
import type { getShares } from "../../actions/royalties/getShares.ts";
import type { getSplitOptions } from "../../actions/royalties/getSplitOptions.ts";
import { batchRoyalties, batchRoyaltiesAndWait } from "../../actions/royalties/batchRoyalties.ts";
import { cancelMigration, cancelMigrationAndWait } from "../../actions/royalties/cancelMigration.ts";
import { claim, claimAndWait } from "../../actions/royalties/claim.ts";
import { claimMerkle, claimMerkleAndWait } from "../../actions/royalties/claimMerkle.ts";
import { claimToWallet, claimToWalletAndWait } from "../../actions/royalties/claimToWallet.ts";
import { finishMigration, finishMigrationAndWait } from "../../actions/royalties/finishMigration.ts";
import { fundPot, fundPotAndWait } from "../../actions/royalties/fundPot.ts";
import { settle, settleAndWait } from "../../actions/royalties/settle.ts";
import { settleUp, settleUpAndWait } from "../../actions/royalties/settleUp.ts";
import { signMigration } from "../../actions/royalties/signMigration.ts";
import { signWithdrawal } from "../../actions/royalties/signWithdrawal.ts";
import { startMigration, startMigrationAndWait } from "../../actions/royalties/startMigration.ts";
import { sweep, sweepAndWait } from "../../actions/royalties/sweep.ts";
import { transferShares, transferSharesAndWait } from "../../actions/royalties/transferShares.ts";
import { withdraw, withdrawAndWait } from "../../actions/royalties/withdraw.ts";
import { withdrawTo, withdrawToAndWait } from "../../actions/royalties/withdrawTo.ts";
import {
  getClaimableQueryOptions,
  getClaimableWithPathQueryOptions,
  getLedgerQueryOptions,
  getLineageQueryOptions,
  getLineageTreeQueryOptions,
  getMerkleClaimableQueryOptions,
  getMigrationQueryOptions,
  getPotQueryOptions,
  getRecipientQueryOptions,
  getRoyaltyBalanceQueryOptions,
  getRoyaltyReceiverQueryOptions,
  getSharesQueryOptions,
  getSplitOptionsQueryOptions,
} from "../../query/generated/royalties.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type WriteHook, defineWriteHook } from "../writeHook.ts";

/**
 * Runs several calls of RoyaltySplitter in one transaction: settle, claim and withdraw over any recipes and tokens.
 * {@link batchRoyalties} as a mutation.
 */
export const useBatchRoyalties: WriteHook<typeof batchRoyalties, batchRoyalties.ErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "batchRoyalties", batchRoyalties);

/** {@link useBatchRoyalties}, waiting for the receipt; what it changes is asked anew. */
export const useBatchRoyaltiesAndWait: WriteHook<typeof batchRoyaltiesAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "batchRoyaltiesAndWait", batchRoyaltiesAndWait);

/** Stops a migration before it is finished; either side may. {@link cancelMigration} as a mutation. */
export const useCancelMigration: WriteHook<typeof cancelMigration, cancelMigration.ErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "cancelMigration", cancelMigration);

/** {@link useCancelMigration}, waiting for the receipt; what it changes is asked anew. */
export const useCancelMigrationAndWait: WriteHook<typeof cancelMigrationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "cancelMigrationAndWait", cancelMigrationAndWait);

/**
 * Credits a payee's unclaimed income from one recipe to the payee's balance, where many small claims can meet before
 * one `withdraw`. Anybody may do it for anybody: only the payee gains. {@link claim} as a mutation.
 */
export const useClaim: WriteHook<typeof claim, claim.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "claim",
  claim,
);

/** {@link useClaim}, waiting for the receipt; what it changes is asked anew. */
export const useClaimAndWait: WriteHook<typeof claimAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "claimAndWait",
  claimAndWait,
);

/**
 * Credits a contributor in a Merkle split with its unclaimed income from a recipe. Anybody may do it for anybody.
 * {@link claimMerkle} as a mutation.
 */
export const useClaimMerkle: WriteHook<typeof claimMerkle, claimMerkle.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "claimMerkle",
  claimMerkle,
);

/** {@link useClaimMerkle}, waiting for the receipt; what it changes is asked anew. */
export const useClaimMerkleAndWait: WriteHook<typeof claimMerkleAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "claimMerkleAndWait", claimMerkleAndWait);

/**
 * Sends a payee's unclaimed income from one recipe straight to the payee. Anybody may do it for anybody. {@link
 * claimToWallet} as a mutation.
 */
export const useClaimToWallet: WriteHook<typeof claimToWallet, claimToWallet.ErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "claimToWallet", claimToWallet);

/** {@link useClaimToWallet}, waiting for the receipt; what it changes is asked anew. */
export const useClaimToWalletAndWait: WriteHook<typeof claimToWalletAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "claimToWalletAndWait", claimToWalletAndWait);

/**
 * Finishes a migration whose delay is over: from now on claims of the payee go to the other account. Anybody may.
 * {@link finishMigration} as a mutation.
 */
export const useFinishMigration: WriteHook<typeof finishMigration, finishMigration.ErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "finishMigration", finishMigration);

/** {@link useFinishMigration}, waiting for the receipt; what it changes is asked anew. */
export const useFinishMigrationAndWait: WriteHook<typeof finishMigrationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "finishMigrationAndWait", finishMigrationAndWait);

/**
 * Puts the sender's tokens into a pot that only its opener can empty. See `fundDeposit` for a gate's. {@link fundPot}
 * as a mutation.
 */
export const useFundPot: WriteHook<typeof fundPot, fundPot.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "fundPot",
  fundPot,
);

/** {@link useFundPot}, waiting for the receipt; what it changes is asked anew. */
export const useFundPotAndWait: WriteHook<typeof fundPotAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "fundPotAndWait",
  fundPotAndWait,
);

/**
 * What `claim` would credit now, in token units; sales that are not yet settled are not part of it. {@link
 * getClaimable} as a query.
 */
export const useGetClaimable: ReadHook<typeof getClaimable, getClaimable.ErrorType> =
  /* @__PURE__ */ defineReadHook(getClaimableQueryOptions);

/** {@link useGetClaimable}, for which the component waits. */
export const useSuspenseGetClaimable: SuspenseReadHook<typeof getClaimable, getClaimable.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getClaimableQueryOptions);

/**
 * What a payee would have after settling some recipes and claiming, in token units: exactly what both calls then pay.
 * {@link getClaimableWithPath} as a query.
 */
export const useGetClaimableWithPath: ReadHook<typeof getClaimableWithPath, getClaimableWithPath.ErrorType> =
  /* @__PURE__ */ defineReadHook(getClaimableWithPathQueryOptions);

/** {@link useGetClaimableWithPath}, for which the component waits. */
export const useSuspenseGetClaimableWithPath: SuspenseReadHook<
  typeof getClaimableWithPath,
  getClaimableWithPath.ErrorType
> = /* @__PURE__ */ defineSuspenseReadHook(getClaimableWithPathQueryOptions);

/** Reads the account of a recipe in one token. {@link getLedger} as a query. */
export const useGetLedger: ReadHook<typeof getLedger, getLedger.ErrorType> =
  /* @__PURE__ */ defineReadHook(getLedgerQueryOptions);

/** {@link useGetLedger}, for which the component waits. */
export const useSuspenseGetLedger: SuspenseReadHook<typeof getLedger, getLedger.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getLedgerQueryOptions);

/**
 * The recipe and all its ancestors, falling ordinals: the order in which one `settle` carries money all the way up.
 * {@link getLineage} as a query.
 */
export const useGetLineage: ReadHook<typeof getLineage, getLineage.ErrorType> =
  /* @__PURE__ */ defineReadHook(getLineageQueryOptions);

/** {@link useGetLineage}, for which the component waits. */
export const useSuspenseGetLineage: SuspenseReadHook<typeof getLineage, getLineage.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getLineageQueryOptions);

/**
 * Reads what a recipe is made from, all the way up, and what each ancestor gets of its sales in all. {@link
 * getLineageTree} as a query.
 */
export const useGetLineageTree: ReadHook<typeof getLineageTree, getLineageTree.ErrorType> =
  /* @__PURE__ */ defineReadHook(getLineageTreeQueryOptions);

/** {@link useGetLineageTree}, for which the component waits. */
export const useSuspenseGetLineageTree: SuspenseReadHook<typeof getLineageTree, getLineageTree.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getLineageTreeQueryOptions);

/**
 * What `claimMerkle` would credit for a line now, in token units; the line itself is not proved here. {@link
 * getMerkleClaimable} as a query.
 */
export const useGetMerkleClaimable: ReadHook<typeof getMerkleClaimable, getMerkleClaimable.ErrorType> =
  /* @__PURE__ */ defineReadHook(getMerkleClaimableQueryOptions);

/** {@link useGetMerkleClaimable}, for which the component waits. */
export const useSuspenseGetMerkleClaimable: SuspenseReadHook<typeof getMerkleClaimable, getMerkleClaimable.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getMerkleClaimableQueryOptions);

/**
 * The migration of a payee's income that is under way; undefined where there is none. {@link getMigration} as a
 * query.
 */
export const useGetMigration: ReadHook<typeof getMigration, getMigration.ErrorType> =
  /* @__PURE__ */ defineReadHook(getMigrationQueryOptions);

/** {@link useGetMigration}, for which the component waits. */
export const useSuspenseGetMigration: SuspenseReadHook<typeof getMigration, getMigration.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getMigrationQueryOptions);

/** What a pot holds, in token units: money that waits for what its opener decides. {@link getPot} as a query. */
export const useGetPot: ReadHook<typeof getPot, getPot.ErrorType> = /* @__PURE__ */ defineReadHook(getPotQueryOptions);

/** {@link useGetPot}, for which the component waits. */
export const useSuspenseGetPot: SuspenseReadHook<typeof getPot, getPot.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getPotQueryOptions);

/**
 * Who gets what a payee claims: the payee, or the account that its income was migrated to. {@link getRecipient} as a
 * query.
 */
export const useGetRecipient: ReadHook<typeof getRecipient, getRecipient.ErrorType> =
  /* @__PURE__ */ defineReadHook(getRecipientQueryOptions);

/** {@link useGetRecipient}, for which the component waits. */
export const useSuspenseGetRecipient: SuspenseReadHook<typeof getRecipient, getRecipient.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getRecipientQueryOptions);

/** What `withdraw` would send now, in token units. {@link getRoyaltyBalance} as a query. */
export const useGetRoyaltyBalance: ReadHook<typeof getRoyaltyBalance, getRoyaltyBalance.ErrorType> =
  /* @__PURE__ */ defineReadHook(getRoyaltyBalanceQueryOptions);

/** {@link useGetRoyaltyBalance}, for which the component waits. */
export const useSuspenseGetRoyaltyBalance: SuspenseReadHook<typeof getRoyaltyBalance, getRoyaltyBalance.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getRoyaltyBalanceQueryOptions);

/**
 * Where marketplaces pay a recipe's secondary royalty (ERC-2981); `sweep` books what arrives there. {@link
 * getRoyaltyReceiver} as a query.
 */
export const useGetRoyaltyReceiver: ReadHook<typeof getRoyaltyReceiver, getRoyaltyReceiver.ErrorType> =
  /* @__PURE__ */ defineReadHook(getRoyaltyReceiverQueryOptions);

/** {@link useGetRoyaltyReceiver}, for which the component waits. */
export const useSuspenseGetRoyaltyReceiver: SuspenseReadHook<typeof getRoyaltyReceiver, getRoyaltyReceiver.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getRoyaltyReceiverQueryOptions);

/** Royalty shares of a tradable recipe that an account holds, of 1,000,000. {@link getShares} as a query. */
export const useGetShares: ReadHook<typeof getShares, getShares.ErrorType> =
  /* @__PURE__ */ defineReadHook(getSharesQueryOptions);

/** {@link useGetShares}, for which the component waits. */
export const useSuspenseGetShares: SuspenseReadHook<typeof getShares, getShares.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getSharesQueryOptions);

/**
 * How a recipe divides its own income: its kind of split, and an advance that is paid back first. {@link
 * getSplitOptions} as a query.
 */
export const useGetSplitOptions: ReadHook<typeof getSplitOptions, getSplitOptions.ErrorType> =
  /* @__PURE__ */ defineReadHook(getSplitOptionsQueryOptions);

/** {@link useGetSplitOptions}, for which the component waits. */
export const useSuspenseGetSplitOptions: SuspenseReadHook<typeof getSplitOptions, getSplitOptions.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getSplitOptionsQueryOptions);

/**
 * Divides everything new that recipes have received between their payees and their parents. {@link settle} as a
 * mutation.
 */
export const useSettle: WriteHook<typeof settle, settle.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "settle",
  settle,
);

/** {@link useSettle}, waiting for the receipt; what it changes is asked anew. */
export const useSettleAndWait: WriteHook<typeof settleAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "settleAndWait",
  settleAndWait,
);

/** Settles a recipe and its ancestors, children before parents, without naming them. {@link settleUp} as a mutation. */
export const useSettleUp: WriteHook<typeof settleUp, settleUp.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "settleUp",
  settleUp,
);

/** {@link useSettleUp}, waiting for the receipt; what it changes is asked anew. */
export const useSettleUpAndWait: WriteHook<typeof settleUpAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "settleUpAndWait",
  settleUpAndWait,
);

/**
 * Signs, as one of its two sides, that a payee's whole income moves to another account: see `startMigration`. {@link
 * signMigration} as a mutation.
 */
export const useSignMigration: WriteHook<typeof signMigration, signMigration.ErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "signMigration", signMigration);

/**
 * Signs a payee's order to send its balance to an address of its choice: anybody may relay it by `withdrawTo`, once.
 * {@link signWithdrawal} as a mutation.
 */
export const useSignWithdrawal: WriteHook<typeof signWithdrawal, signWithdrawal.ErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "signWithdrawal", signWithdrawal);

/**
 * Starts to move a payee's whole income to another account, which both have signed for; it takes effect by
 * `finishMigration` after seven days. {@link startMigration} as a mutation.
 */
export const useStartMigration: WriteHook<typeof startMigration, startMigration.ErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "startMigration", startMigration);

/** {@link useStartMigration}, waiting for the receipt; what it changes is asked anew. */
export const useStartMigrationAndWait: WriteHook<typeof startMigrationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "startMigrationAndWait", startMigrationAndWait);

/**
 * Books what marketplaces paid to a recipe's ERC-2981 receiver as a sale of the recipe. Anybody may. {@link sweep} as
 * a mutation.
 */
export const useSweep: WriteHook<typeof sweep, sweep.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "sweep",
  sweep,
);

/** {@link useSweep}, waiting for the receipt; what it changes is asked anew. */
export const useSweepAndWait: WriteHook<typeof sweepAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "sweepAndWait",
  sweepAndWait,
);

/**
 * Moves royalty shares of a tradable recipe (ERC-6909). What was earned until now stays with the sender. {@link
 * transferShares} as a mutation.
 */
export const useTransferShares: WriteHook<typeof transferShares, transferShares.ErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "transferShares", transferShares);

/** {@link useTransferShares}, waiting for the receipt; what it changes is asked anew. */
export const useTransferSharesAndWait: WriteHook<typeof transferSharesAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("royalties", "transferSharesAndWait", transferSharesAndWait);

/** Sends a payee its whole balance in one token. Anybody may do it for anybody. {@link withdraw} as a mutation. */
export const useWithdraw: WriteHook<typeof withdraw, withdraw.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "withdraw",
  withdraw,
);

/** {@link useWithdraw}, waiting for the receipt; what it changes is asked anew. */
export const useWithdrawAndWait: WriteHook<typeof withdrawAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "withdrawAndWait",
  withdrawAndWait,
);

/**
 * Sends a payee's whole balance in one token where the payee wants it: by the payee itself, or with its signature by
 * anybody. {@link withdrawTo} as a mutation.
 */
export const useWithdrawTo: WriteHook<typeof withdrawTo, withdrawTo.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "withdrawTo",
  withdrawTo,
);

/** {@link useWithdrawTo}, waiting for the receipt; what it changes is asked anew. */
export const useWithdrawToAndWait: WriteHook<typeof withdrawToAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "royalties",
  "withdrawToAndWait",
  withdrawToAndWait,
);
