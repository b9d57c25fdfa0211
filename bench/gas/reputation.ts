import { type Address, getAddress, type Hash, stringToHex } from "viem";
import { createStudio, type StudioClones } from "../../test/helpers/protocol.ts";
import { type BenchContext, difference, type Measurement } from "../context.ts";

const REP = 10n ** 18n;
const DAY = 86_400;

/** A token whose timelock is the sender of the transactions. */
async function tokenOf({ connection }: BenchContext, { reputation, timelock }: StudioClones) {
  const { networkHelpers, viem } = connection;
  await networkHelpers.setBalance(timelock, REP);
  await networkHelpers.impersonateAccount(timelock);
  return viem.getContractAt("ReputationToken", reputation);
}

/** Grants to somebody new and to a member, before and after the half-life was changed, and what is taken away. */
export async function reputation(context: BenchContext): Promise<Record<string, Measurement>> {
  const clones = await createStudio(context);
  const token = await tokenOf(context, clones);
  const { timelock: account, config } = clones;
  const role = stringToHex("animator", { size: 32 });
  const grant = (to: Address): Promise<Hash> => token.write.mint([to, REP, role, config.charter], { account });
  const [member] = config.founders as [Address];
  const results = {
    "gas.reputation.mintFirst": await context.measure(await grant(clones.studio)),
    "gas.reputation.mintAgain": await context.measure(await grant(member)),
    "gas.reputation.slash": await context.measure(await token.write.slash([member, REP, config.charter], { account })),
  };
  await token.write.setHalfLife([90 * DAY], { account });
  const rebased = await context.measure(await grant(member));
  return { ...results, "gas.reputation.mintAgainRebased": rebased };
}

/** The end of a move: everything a member has goes to a fresh account. */
export async function reputationMove(context: BenchContext): Promise<Record<string, Measurement>> {
  const clones = await createStudio(context);
  const token = await tokenOf(context, clones);
  const { publicClient, wallets, connection } = context;
  const [from, to] = [wallets[1], wallets[12]];
  if (from === undefined || to === undefined) throw new Error("too few accounts");
  const deadline = (await publicClient.getBlock()).timestamp + 3_600n;
  const signed = {
    domain: {
      name: clones.config.name,
      version: "1",
      chainId: await publicClient.getChainId(),
      verifyingContract: token.address,
    },
    types: {
      AccountMigration: [
        { name: "from", type: "address" },
        { name: "to", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "AccountMigration",
    message: { from: from.account.address, to: to.account.address, nonce: 0n, deadline },
  } as const;
  const signatures = [
    await from.signTypedData({ ...signed, account: from.account }),
    await to.signTypedData({ ...signed, account: to.account }),
  ] as const;
  const { message } = signed;
  await token.write.startAccountMigration([message.from, message.to, deadline, ...signatures]);
  await connection.networkHelpers.time.increase(7 * DAY);
  const hash = await token.write.finishAccountMigration([from.account.address]);
  return { "gas.reputation.finishAccountMigration": await context.measure(hash) };
}

/** What the index of decay adds to a mint: the same token with and without it. */
export async function decay(context: BenchContext): Promise<Record<string, Measurement>> {
  const { viem } = context.connection;
  const plain = await viem.deployContract("SoulboundPeer");
  const decaying = await viem.deployContract("DecayingPeer");
  const to = getAddress("0x00000000000000000000000000000000000000c1");
  await plain.write.mint([to, 1_000n * REP]);
  await decaying.write.mint([to, 1_000n * REP]);
  const without = await context.measure(await plain.write.mint([to, REP]));
  const within = await context.measure(await decaying.write.mint([to, REP]));
  return { "peer.soulbound.mintAgain": without, "gas.reputation.decayPerMint": difference(within, without) };
}
