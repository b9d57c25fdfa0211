/**
 * What a call does, in a sentence a voter can read: by contract and function, as templates over the arguments of the
 * ABI. `{path:format}` names an argument (dots lead into structs) and how it is written; see `formats.ts`.
 */
export const SENTENCES = {
  studio: {
    setCharter: "Puts a new version of the charter into force: {cid:hash}",
    setRegistrar: "Makes {newRegistrar:who} the studio's registrar, who registers recipes and mints for it",
    replaceElectorate:
      "Replaces governor and reputation: {governor:who} and {reputation:who} decide from now on, and nothing that the old governor queued can be executed any more",
    graduate:
      "Turns the studio into one of the preset {newPreset:preset}, governed by {governor:who} with the reputation {reputation:who} and judged by the gate {curation:who}",
    setCuration: "Makes {curation:who} the gate for new lots",
    setBoard: "Makes {board:module} the ethics board",
    setMandates: "Makes {mandates:module} the agents' mandates",
    setCommissions: "Makes {commissions:module} the commissions",
    setImpact: "Makes {impact:module} what grants reputation for impact",
  },
  governor: {
    setVotingDelay: "Sets how long after a proposal the vote begins to {newVotingDelay:ticks}",
    setVotingPeriod: "Sets how long a vote lasts to {newVotingPeriod:ticks}",
    setLateQuorumVoteExtension: "Sets how long a vote goes on after a late quorum to {newVoteExtension:ticks}",
    setProposalThreshold: "Sets the votes it takes to propose to {newProposalThreshold:ppm} of all",
    updateQuorumNumerator: "Sets the quorum to {newQuorumNumerator:percent} of all votes",
    setVoteCap: "Sets the most that one delegate can cast to {newVoteCap:ppm} of all votes",
    relay: "Makes the governor call:",
  },
  timelock: {
    updateDelay: "Sets how long a queued proposal waits before it can be executed to {newDelay:duration}",
  },
  reputation: {
    mint: "Grants {account:who} {amount:rep}{role:role}, for what is in the file {evidence:hash}",
    slash: "Takes {amount:rep} away from {account:who}, for what is in the file {evidence:hash}",
    setHalfLife: "Makes reputation halve in {newHalfLife:duration} from now on",
    setGrantCapacity: "Lets votes grant reputation up to {newCapacity:ppm} of the supply in 90 days",
    cancelAccountMigration: "Stops the move of {from:who}'s reputation to another account",
  },
  curation: {
    admitProducer: "Lets {account:who} commit {quota:number} lots",
    liftStop: "Lets {producer:who} commit lots again",
    setAuditToken: "Makes {token:token} the token of deposits, bonds and fees, for good",
    setAuditTerms: "Sets the terms by which lots are judged",
    readmitCurator: "Lets {account:who} judge again",
    confirmVeto: "Keeps the veto of assets in word {word:number} of lot {lotId:number} for good",
    liftVeto: "Lifts the veto of assets in word {word:number} of lot {lotId:number}",
    setSaltChain: "Commits to a new chain of salts, {anchor:hash}",
    veto: "Vetoes assets in word {word:number} of lot {lotId:number} for {reasonCode:tag}, {evidence:hash}",
    withdrawDeposit: "Withdraws {amount:number} units of the audit token from the studio's deposit",
  },
  board: {
    electSeat: "Elects {holder:who} to seat {seat:number} of the ethics board, for a year",
    removeSeat: "Empties seat {seat:number} of the ethics board, for what is in the file {evidence:hash}",
    setVetoLimit: "Lets the ethics board veto {newLimit:number} times in 90 days",
    appointChamber: "Lets {chamber:who} veto beside the ethics board until {until:date}",
    setClaimTerms: "Sets the bond of a claim to {bond:amount(token)}",
    file: "Files a claim about {kind:subjectKind} {subject:number} for {reasonCode:tag}, {evidence:hash}",
    appeal: "Appeals review {reviewId:number} of the ethics board, with {evidence:hash}",
    withdrawBond: "Takes {amount:amount(token)} back that were put aside for claims",
  },
  mandates: {
    grant:
      "Lets the agent {input.agent:who} act under policy {input.policyHash:hash} until {input.validUntil:date}: at most {input.limits.perTransaction:amount(input.token)} at once, {input.limits.perPeriod:amount(input.token)} in {input.limits.period:duration}, {input.lifetime:amount(input.token)} in all, and {input.quota:number} assets a day; {input.sponsor:who} answers for it, and it is reviewed by {input.reviewAt:date}",
    revoke: "Ends mandate {mandateId:hash} for good",
    pause: "Stops the agent of mandate {mandateId:hash} until {until:date}",
    changePolicy: "Gives the agent of mandate {mandateId:hash} another policy, {policyHash:hash}",
    review:
      "Lets the agent of mandate {mandateId:hash} go on until the next review on {reviewAt:date}, with {quota:number} assets a day and new limits",
    setPayee: "{listed:allow} the agent of mandate {mandateId:hash} pay {payee:who}",
    setCall:
      "{listed:allow} the agent of mandate {mandateId:hash} call the function {rule.selector:hash} of {rule.target:who}",
    setWindow: "Lets all agents together take {cap:amount(token)} from the treasury in {length:duration}",
  },
  commissions: {
    open: "Commissions work in milestones, paid in {input.token:token} from the pot that was filled for it",
    returnMilestone: "Takes back the reward of milestone {milestone:number} of commission {commissionId:hash}",
    returnRest: "Takes back what is beyond the rewards in the pot of commission {commissionId:hash}",
  },
  impact: {
    setTerms:
      "Sets what reputation for income costs: {unitsPerRep:amount(token)} to the treasury for one REP, up to {share:ppm} of what is issued without a vote",
    measure: "Counts what recipe {recipe:number} brought to the treasury",
    closeEpoch: "Fixes what week {epoch:number} of reputation for income pays",
    claim: "Gives {account:who} its part of week {epoch:number} of reputation for income, for recipe {recipe:number}",
  },
  assetRegistry: {
    recordGate: "Records {gate:who} as a gate of the studio, for good",
    registerRecipe: "Registers a recipe of {0.licensor:who}, {0.commitment:hash}",
    renewRecipe: "Renews the licenses of recipe {0.commitment:hash}",
    supersedeLot: "Puts lot {1:number} in the place of lot {0:number}, for good",
    supersedeManifest: "Names another manifest for lot {0:number}, {1:hash}",
    stopRecipe: "Stops recipe {ordinal:number}: no new lots",
    suspendRecipe: "Stops new lots of recipe {0:hash} until {1:date}",
    resumeRecipe: "Ends the suspension of recipe {0:hash}",
    freeze: "Freezes asset {assetId:number} until {until:date}: no sales, minting or titles",
    unfreeze: "Lifts the freeze of asset {assetId:number}",
    grantRecipeUse: "Lets {user:who} produce with recipe {recipeId:hash} until {until:date}",
    offerControl: "Offers control of recipe {recipeId:hash} to {to:who}",
    acceptControl: "Takes over control of recipe {recipeId:hash}",
    setApprovalForAll: "{approved:allow} {operator:who} move all NFTs of the studio",
    transferFrom: "Gives asset {tokenId:number} from {from:who} to {to:who}",
    conveyTitle: "Conveys title of asset {assetId:number} to {to:who}",
  },
  licenseMarket: {
    publishOffer:
      "Offers licenses of recipe {input.recipeId:hash} for {input.price:amount(input.token)}, {input.usages:usages}, lasting {input.duration:lasting}, on sale until {input.end:date}",
    withdrawOffer: "Withdraws offer {offerId:hash}",
    appointAgent:
      "Lets {agent:who} publish offers of recipe {recipeId:hash} from {agency.minPrice:amount(agency.token)} up, until {agency.until:date}",
    revokeLicense: "Revokes license {licenseId:hash} and pays back at most {maxRefund:number} units of its token",
    refundLicense: "Returns license {licenseId:hash} for its price",
  },
  licenses: {
    transferFrom: "Gives license {tokenId:number} from {from:who} to {to:who}",
    setApprovalForAll: "{approved:allow} {operator:who} move all licenses of the studio",
    assignSeat: "Assigns seat {seat:number} of license {licenseId:hash} to {account:who}",
  },
  royaltySplitter: {
    claim: "Books the studio's royalties of recipe {recipe:number} in {token:token} for {account:who}",
    claimToWallet: "Pays out royalties of recipe {recipe:number} in {token:token} to {account:who}",
    withdraw: "Pays out the booked {token:token} of {account:who}",
    settle: "Settles royalties in {token:token}",
    settleUp: "Settles royalties of recipe {recipe:number} and its ancestors in {token:token}",
    fundPot: "Puts {amount:amount(token)} into a pot of {opener:who}",
    transfer: "Gives {amount:ppm} of the income of recipe {id:number} to {receiver:who}",
    setOperator: "{approved:allow} {spender:who} move all shares of the studio",
    cancelMigration: "Stops the move of {account:who}'s income to another account",
    multicall: "Does on the royalty ledger:",
  },
  studioFactory: {
    createSuccessors: "Makes modules that a vote may put in the place of those of {studio:who}",
  },
  attestations: {
    attest: "States about {input.subject:hash}, with evidence {input.evidence:hash}",
    revoke: "Takes back statement {uid:hash}",
  },
  provenance: {
    setContestTerms: "Asks a bond of {bond:amount(token)} of those who contest the lineage of the studio's recipes",
    contestLineage:
      "Says that recipe {recipeId:hash} left out its parent {parent:number}, with {bond:amount(token)} at stake",
    ruleContest: "Rules contest {contestId:number}",
    withdrawBond: "Takes {amount:amount(token)} back that were put aside for contests",
  },
  token: {
    transfer: "Pays {amount:amount(@)} to {recipient:who}",
    approve: "Lets {spender:who} spend {amount:allowance(@)} of the treasury",
    transferFrom: "Moves {amount:amount(@)} from {sender:who} to {recipient:who}",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A contract that sentences are written for. */
export type DescribedContract = keyof typeof SENTENCES;
