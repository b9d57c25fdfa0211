export const MANDATES = `query ($studio: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  mandates(first: $first, orderBy: id, where: { studio: $studio, id_gt: $after }, block: $block) {
    id number module { id } agent { id } sponsor { id } account token policy { policyHash version }
    perTransaction perPeriod period spent left validUntil reviewAt pausedUntil quota grantedAt revokedAt head actCount
  }
}`;

export const MANDATE_ACTS = `query ($agent: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  mandateActs(first: $first, orderBy: id, where: { agent: $agent, id_gt: $after }, block: $block) {
    id block logIndex timestamp txHash kind mandate { id } number head agent { id } policy { policyHash version }
    token amount payee { id } purpose purchaseId offer { id } target selector dataHash
  }
}`;

export const COMMISSIONS = `query ($studio: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  commissions(first: $first, orderBy: id, where: { studio: $studio, id_gt: $after }, block: $block) {
    id module { id } token { id } total paid returned milestoneCount openedAt
  }
}`;

export const MILESTONES = `query ($studio: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  milestones(first: $first, orderBy: id, where: { commission_: { studio: $studio }, id_gt: $after }, block: $block) {
    id commission { id openedAt } position assignee { id } reward deadline dependsOn brief lot { lotId } status
  }
}`;
