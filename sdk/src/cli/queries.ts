/** GraphQL of the program's own lists; a test checks it against the schema. */

/** Whether anybody answers at all. */
export const HEAD = "{ _meta { block { number } } }";

export const STUDIOS = `{
  studios(first: 1000, orderBy: createdAt) { id name symbol preset timelock { id } }
}`;

export const VOTES = `query ($governor: String!, $first: Int!, $after: Bytes!, $block: Block_height) {
  votes(first: $first, orderBy: id, where: { proposal_: { governance: $governor }, id_gt: $after }, block: $block) {
    id block logIndex timestamp txHash proposal { proposalId } voter { account { id } } choice weight reason
  }
}`;
