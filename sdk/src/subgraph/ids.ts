import { type Address, concatHex, type Hex, numberToHex } from "viem";

/** Ids of the subgraph's entities: big-endian, of fixed width, lower case. */
const lower = (hex: Hex): Hex => hex.toLowerCase() as Hex;

export const addressId = (address: Address): Hex => lower(address);

export const hashId = (hash: Hex): Hex => lower(hash);

export const recipeIdOf = (recipe: number): Hex => numberToHex(recipe, { size: 4 });

export const lotIdOf = (lotId: bigint): Hex => numberToHex(lotId, { size: 28 });

export const ledgerIdOf = (recipe: number, token: Address): Hex => lower(concatHex([recipeIdOf(recipe), token]));

export const proposalIdOf = (governor: Address, proposalId: bigint): Hex =>
  lower(concatHex([governor, numberToHex(proposalId, { size: 32 })]));
