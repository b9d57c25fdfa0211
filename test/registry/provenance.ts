import { type Address, type Hash, numberToHex } from "viem";
import { expectRefused } from "../helpers/refused.ts";
import { commitBuilt, hashOf, type Registry, registerRecipe } from "./registry.ts";

export const DAY = 86_400;
/** Most leaves of one call. */
export const MAX_CHUNK = 2_048;
/** What a contest is ruled: as the board has it for claims. */
export const FINDING = { none: 0, upheld: 1, mistaken: 2, abusive: 3 } as const;

export const provenanceOf = ({ protocol: { connection, addressOf } }: Pick<Registry, "protocol">) =>
  connection.viem.getContractAt("Provenance", addressOf("Provenance"));

/** Siblings of the subtree of `length` leaves from `first` on, up to the root. */
export function chunkProof(tree: readonly (readonly Hash[])[], first: number, length: number): Hash[] {
  let height = 0;
  while (2 ** height < length) height += 1;
  return tree.slice(height, -1).map((level, above) => {
    const place = Math.floor(first / 2 ** (height + above));
    return level[place % 2 === 0 ? place + 1 : place - 1] as Hash;
  });
}

/** Pot of what a claimant put aside. */
export const ownPot = (claimant: Address): Hash => numberToHex(BigInt(claimant), { size: 32 });

/** Pot of the bond of an open contest. */
export const contestPot = (contestId: bigint): Hash => numberToHex(contestId | (1n << 255n), { size: 32 });

/** Contests a recipe for any bond: as its parent is named an asset of a recipe that the claimant makes for it. */
export async function openContest(
  registry: Pick<Registry, "protocol" | "contracts">,
  recipeId: Hash,
  claimant: Address,
): Promise<void> {
  const { splitter, usdc } = registry.contracts;
  const { id } = await registerRecipe(registry, { licensor: claimant, commitment: hashOf("left out") });
  const { assetId } = await commitBuilt(registry, id, claimant, { nonce: 1n << 32n, count: 1 });
  const provenance = await provenanceOf(registry);
  await usdc.write.mint([claimant, 1n]);
  await usdc.write.approve([splitter.address, 1n], { account: claimant });
  await splitter.write.fundPot([provenance.address, ownPot(claimant), usdc.address, 1n], { account: claimant });
  const contest = [recipeId, assetId(0), hashOf("evidence"), usdc.address, 1n] as const;
  await provenance.write.contestLineage(contest, { account: claimant });
}

/** Refusals by Provenance itself. */
type Contract = Awaited<ReturnType<typeof provenanceOf>>;
export type ProvenanceError = Parameters<typeof expectRefused<Contract>>[2]["error"];

/** Asserts that Provenance refuses a call with one of its own errors, and that no storage changes. */
export async function expectProvenanceRefused(
  registry: Registry,
  call: () => Promise<Hash>,
  error: ProvenanceError,
  args: readonly unknown[],
): Promise<void> {
  await expectRefused(registry.protocol, call, { by: await provenanceOf(registry), error, args });
}
