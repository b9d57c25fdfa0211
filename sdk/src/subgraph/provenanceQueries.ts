export const ATTESTATIONS = `query ($subject: Bytes!, $first: Int!, $after: Bytes!, $block: Block_height) {
  attestations(first: $first, orderBy: id, where: { subject: $subject, id_gt: $after }, block: $block) {
    id attester { id } kind subjectKind subject outcome agent score validUntil evidence referenceId text
    statedAt revokedAt
  }
}`;

export const CONTESTS = `query ($recipe: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  lineageContests(first: $first, orderBy: id, where: { recipe: $recipe, id_gt: $after }, block: $block) {
    id contestId claimant { id } parent evidence token { id } bond deadline status finding judge { id } bondTo { id }
  }
}`;

export const LEAVES = `query ($lot: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  leafPublications(first: $first, orderBy: id, where: { lot: $lot, id_gt: $after }, block: $block) {
    id block logIndex txHash first leaves
  }
}`;

export const CONTENT = `query ($id: ID!) {
  content(id: $id) { earliest { assetId } committedAt }
}`;

export const COPIES = `query ($content: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  assets(
    first: $first, orderBy: id, where: { content: $content, copyProved: true, id_gt: $after }, block: $block
  ) {
    id assetId
  }
}`;

export const SUPERSESSIONS = `query ($licensor: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  lotSupersessions(first: $first, orderBy: id, where: { licensor: $licensor, id_gt: $after }, block: $block) {
    id block logIndex txHash lot { lotId } successor { lotId } licensor { id }
  }
}`;
