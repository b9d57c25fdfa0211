/** GraphQL of the program's own lists; a test checks it against the schema. */

/** Whether anybody answers at all. */
export const HEAD = "{ _meta { block { number } } }";

export const STUDIOS = `query ($first: Int!, $after: Bytes!, $block: Block_height) {
  studios(first: $first, orderBy: id, where: { id_gt: $after }, block: $block) {
    id name symbol preset timelock { id } createdAt
  }
}`;

export const VOTES = `query ($governor: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  votes(first: $first, orderBy: id, where: { proposal_: { governance: $governor }, id_gt: $after }, block: $block) {
    id block logIndex timestamp txHash proposal { proposalId } voter { account { id } } choice weight reason
  }
}`;
