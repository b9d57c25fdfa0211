import { createStudio, PRESET } from "../helpers/protocol.ts";
import { assetAt, GAS, type Address, hashOf, type Hash, type Market, recipeInput } from "./market.ts";

/** The assets of a lot that a real studio committed and certified. */
export interface RuledLot {
  /** Its licensor and ruler, whom the test may use as a sender. */
  timelock: Address;
  recipeId: Hash;
  asset: (index: number | bigint) => bigint;
}

let nonce = 1_000_000n;

/** Creates a solo studio and lets it commit a lot of 10 assets, which is for sale at once. */
export async function commitRuledLot(market: Market, creatorIndex = 7): Promise<RuledLot> {
  const { protocol, contracts } = market;
  const { connection, wallets } = protocol;
  const creator = wallets[creatorIndex];
  if (creator === undefined) throw new Error("too few accounts");
  const founder = creator.account.address;
  const founders = { registrar: founder, founders: [founder], salt: hashOf(`${creatorIndex}`) };
  const clones = await createStudio(protocol, { preset: PRESET.solo, ...founders }, creator);
  const recipe = recipeInput({ licensor: clones.timelock, commitment: hashOf(`ruled ${creatorIndex}`) });
  await contracts.registry.write.registerRecipe([recipe, 0n, "0x"], { account: founder });
  const recipeId = await contracts.registry.read.hashRecipe([recipe]);
  nonce += 1n;
  const lotId = (BigInt(founder) << 64n) | nonce;
  const lot = { recipeId, nonce, root: hashOf(`ruled root ${nonce}`), count: 10, gate: clones.curation };
  await contracts.registry.write.commitLot([{ ...lot, manifest: hashOf("manifest") }], { account: founder });
  const curation = await connection.viem.getContractAt("ICuration", clones.curation);
  await curation.write.selfCertify([lotId, [], []], { account: founder, gas: GAS });
  const { releasableAt } = await contracts.registry.read.lotOf([lotId]);
  await connection.networkHelpers.time.increaseTo(releasableAt);
  await connection.networkHelpers.setBalance(clones.timelock, 10n ** 20n);
  await connection.networkHelpers.impersonateAccount(clones.timelock);
  return { timelock: clones.timelock, recipeId, asset: (index) => assetAt(lotId, index) };
}
