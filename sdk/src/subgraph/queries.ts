/** Rows an answer holds of which each leads to others: few enough that nobody else waits long for the endpoint. */
export const PAGE = 250;

export const STUDIO = `query ($id: ID!) {
  studio(id: $id) {
    id name symbol creator { id } timelock { id } governor { id } reputation { id } curation { id } board { id }
    mandates { id } commissions { id } registrar { account { id } } charter { version }
  }
}`;

export const LOT = `query ($id: ID!) {
  lot(id: $id) {
    lotId recipe { ordinal } gate { id } producer { id } root count manifest status verdictClass releasableAt
    blockedWords(first: 256) { word mask }
  }
}`;

export const PURCHASES = `query ($recipe: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  licensePurchases(first: $first, orderBy: id, where: { recipe: $recipe, id_gt: $after }, block: $block) {
    id block logIndex txHash purchaseId offer { id } asset { id } licensee { id } payer { id } token { id }
    gross referral net seller { id } escrowed record { escrow { status gross referral penalty } }
  }
}`;

export const LICENSE = `query ($id: ID!) {
  licenseRecord(id: $id) { id asset { assetId } holder { id } status expiry seats transferred }
}`;

export const EARNINGS = `query ($account: String!, $token: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  earningTotals(
    first: $first, orderBy: id, where: { account: $account, token: $token, id_gt: $after }, block: $block
  ) {
    id recipe { id } total
  }
}`;

export const LEDGER = `query ($id: ID!) {
  ledger(id: $id) { sales settledSales passed settledPassed own }
}`;

export const PAYEES = `query ($recipe: String!, $ledger: String!) {
  payees(where: { recipe: $recipe }, first: 64) { account { id } weight }
  payeeLedgers(where: { ledger: $ledger, payee_not: null }, first: 64) { account { id } claimed }
}`;

export const PROPOSAL = `query ($id: ID!) {
  proposal(id: $id) {
    proposalId proposer { account { id } } description voteStart voteEnd
    againstWeightedVotes forWeightedVotes abstainWeightedVotes queued executed canceled
  }
}`;

export const AVAILABILITY = `query ($lot: String!) {
  lotAvailabilities(where: { lot: $lot }) { kind }
}`;
