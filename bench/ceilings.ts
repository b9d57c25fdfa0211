/** What a key of the benchmark may reach at most: whole transactions in gas, runtime code in bytes. */
export const CEILINGS: Readonly<Record<string, number>> = {
  "gas.studio.create": 1_100_000,
  "gas.studio.perFounder": 115_000,
  "gas.studio.perSeat": 25_000,
  "gas.lot.commit": 125_000,
  "gas.lot.commitMandated": 142_000,
  "gas.lot.publishLeavesPerLeaf": 1_310,
  "gas.asset.registerSingle": 160_000,
  "gas.curation.drawSeed": 50_000,
  "gas.curation.closeAudit9x256": 220_000,
  "gas.curation.marginalBallot": 11_000,
  "gas.curation.perItemVote1024": 21,
  "gas.curation.tallyPerBit": 0.7,
  "gas.curation.lot10kPerAsset": 52,
  "gas.curation.lot10kAllChallengedPerAsset": 360,
  "gas.license.publishOffer": 120_000,
  "gas.license.purchaseLazySteady": 115_000,
  "gas.license.purchaseRenewal": 100_000,
  "gas.license.purchaseSettle4Steady": 155_000,
  "gas.license.purchaseWithAuthorization": 145_000,
  "gas.royalty.settle4Steady": 75_000,
  "gas.royalty.settleChain20First": 1_200_000,
  "gas.royalty.settleChain20Steady": 450_000,
  "gas.royalty.claimSteady": 45_000,
  "gas.royalty.claimToWallet": 58_000,
  "gas.royalty.withdraw": 45_000,
  "gas.royalty.shareTransfer": 55_000,
  "gas.governor.propose": 120_000,
  "gas.governor.castVoteNext": 80_000,
  "gas.reputation.mintAgain": 125_000,
  "gas.mandate.payOverhead": 45_000,
  "gas.mandate.callOverhead": 28_000,
};

/** Runtime bytes that every contract may have: a kilobyte below EIP-170. */
export const SIZE_CEILING = 23_552;

/** Keys that are reported without a ceiling. */
export const REPORTED: readonly string[] = [
  "gas.studio.create5Seats",
  "gas.governor.castVoteFirst",
  "gas.governor.queue",
  "gas.governor.execute",
  "gas.recipe.register.p0",
  "gas.recipe.register.p4",
  "gas.curation.perItemVote1024Paid",
  "gas.curation.slatePerItemVote1024",
  "gas.curation.settleAllChallengedPerAsset",
  "gas.royalty.shareTransferSettling",
  "gas.royalty.claimShares",
  "gas.license.purchasePermit2",
  "gas.license.purchaseExclusive",
  "gas.license.purchaseRefundable",
  "gas.license.refund",
  "gas.license.finalize",
  "gas.license.batch10PerOrder",
  "gas.curation.settleLot9x256",
  "gas.curation.openSlate4096",
  "gas.curation.closeSlate9x4096",
  "gas.curation.requestRefinement",
];

/** Keys whose contracts do not exist yet. Every other key must be measured. */
export const LATER: ReadonlySet<string> = new Set([
  "gas.lot.commitMandated",
  "gas.lot.publishLeavesPerLeaf",
  "gas.mandate.payOverhead",
  "gas.mandate.callOverhead",
]);
