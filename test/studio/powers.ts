import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { grant } from "../agents/mandates.ts";
import { type Protocol, type StudioClones, type Wallet } from "../helpers/protocol.ts";
import type { OfferInput } from "../licensing/market.ts";
import { leafHash } from "../models/lotTree.ts";
import { assetIdOf, CLASS, hashOf, leafOf, type LotInput, lotIdOf, PERPETUAL, STATUS } from "../registry/registry.ts";

/** Whose lot hides a canary; otherwise a stranger. */
export const producerOf = ({ wallets }: Protocol): Address => (wallets[8] as Wallet).account.address;

/** Who has a mandate and a commission. */
export const agentOf = ({ wallets }: Protocol): Wallet => wallets[12] as Wallet;

/** Grants the agent a mandate without money, and commissions one lot of it. */
export async function engageAgent(protocol: Protocol, { mandates, commissions, timelock }: StudioClones) {
  const { viem, networkHelpers } = protocol.connection;
  const [module, desk] = [
    await viem.getContractAt("AgentMandates", mandates),
    await viem.getContractAt("Commissions", commissions),
  ];
  const usdc = await viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));
  const splitter = await viem.getContractAt("RoyaltySplitter", protocol.addressOf("RoyaltySplitter"));
  const agent = agentOf(protocol);
  const sponsor = (protocol.wallets[2] as Wallet).account.address;
  const limits = { perTransaction: 0n, perPeriod: 0n, period: 0 };
  const assignee = agent.account.address;
  const acting = { protocol, mandates: module, usdc, agent, payee: sponsor, sponsor, machine: assignee };
  const mandateId = await grant(
    { ...acting, timelockAddress: timelock },
    { token: zeroAddress, limits, lifetime: 0n, payees: [], calls: [] },
  );
  const deadline = (await networkHelpers.time.latest()) + 86_400;
  const milestones = [{ assignee, reward: 1n, deadline, dependsOn: 0, brief: hashOf("brief") }];
  const input = { token: usdc.address, milestones, salt: zeroHash };
  const commissionId = await desk.read.commissionIdOf([input]);
  await usdc.write.mint([timelock, 1n]);
  await usdc.write.approve([splitter.address, 1n], { account: timelock });
  await splitter.write.fundPot([commissions, commissionId, usdc.address, 1n], { account: timelock });
  await desk.write.open([input], { account: timelock });
  return { mandateId, commissionId, lotId: lotIdOf(assignee, 1n << 32n) };
}

/** Who may veto for a time without being of the board. */
export const chamberOf = ({ wallets }: Protocol): Address => (wallets[11] as Wallet).account.address;

/** What `register` takes for a lot of the timelock, which nobody else can have committed. */
export function singleOf(timelock: Address, recipeId: Hex, nonce: bigint) {
  const lotId = lotIdOf(timelock, nonce);
  const leaf = leafOf(0);
  const lot = { recipeId, nonce, root: leafHash(lotId, 0, leaf), count: 1, gate: zeroAddress, manifest: zeroHash };
  return { assetId: assetIdOf(lotId, 0), lot, leaf };
}

/** The least that an offer must say, but for its recipe and token. */
export function blankOffer(): OfferInput {
  return {
    recipeId: zeroHash,
    scope: 0,
    scopeId: 0n,
    token: zeroAddress,
    price: 1n,
    duration: 1,
    start: 0,
    end: PERPETUAL,
    usages: 1,
    rate: 0,
    referral: 0,
    free: false,
    title: false,
    exclusive: false,
    transferable: false,
    revocable: false,
    supply: 0,
    perPayer: 0,
    seats: 0,
    refundWindow: 0,
    penalty: 0,
    referrerRoot: zeroHash,
    territory: 0,
    legalPreset: 0,
    textHash: zeroHash,
    salt: zeroHash,
  };
}

/** A purchase of nothing. */
export const blankPurchase = () => ({
  ...{ offerId: zeroHash, assetId: 0n, licensee: zeroAddress, referrer: zeroAddress, seats: 0, maxTotal: 0n },
  ...{ deadline: 0, salt: zeroHash },
});

export async function asTimelock<T>(protocol: Protocol, { timelock }: StudioClones, act: () => Promise<T>): Promise<T> {
  const { networkHelpers } = protocol.connection;
  await networkHelpers.impersonateAccount(timelock);
  await networkHelpers.setBalance(timelock, 10n ** 18n);
  const result = await act();
  await networkHelpers.stopImpersonatingAccount(timelock);
  return result;
}

export async function publishAsTimelock(protocol: Protocol, clones: StudioClones, offer: OfferInput): Promise<Hex> {
  const market = await protocol.connection.viem.getContractAt("LicenseMarket", protocol.addressOf("LicenseMarket"));
  await asTimelock(protocol, clones, () => market.write.publishOffer([offer], { account: clones.timelock }));
  return market.read.offerIdOf([clones.timelock, offer]);
}

/** Commits a lot of the studio as its registrar and judges it as its gate; resolves to its first asset. */
export async function releaseStudioLot(protocol: Protocol, { curation }: StudioClones, lot: LotInput): Promise<bigint> {
  const { viem, networkHelpers } = protocol.connection;
  const registrar = (protocol.wallets[1] as Wallet).account.address;
  const registry = await viem.getContractAt("AssetRegistry", protocol.addressOf("AssetRegistry"));
  await registry.write.commitLot([lot], { account: registrar });
  const lotId = lotIdOf(registrar, lot.nonce);
  const releasableAt = (await networkHelpers.time.latest()) + 1;
  await networkHelpers.impersonateAccount(curation);
  await networkHelpers.setBalance(curation, 10n ** 18n);
  await registry.write.setVerdict([lotId, STATUS.accepted, CLASS.panel, releasableAt], { account: curation });
  await networkHelpers.stopImpersonatingAccount(curation);
  await networkHelpers.mine();
  return assetIdOf(lotId, 0);
}

/** Makes members curators, without whom no lot is admitted. */
export async function registerJudges(
  { connection }: Protocol,
  { curation }: StudioClones,
  members: Wallet[],
): Promise<void> {
  const gate = await connection.viem.getContractAt("ICuration", curation);
  for (const { account } of members) {
    const key = privateKeyToAccount(hashOf(`key of ${account.address}`));
    const consent = await key.sign({ hash: await gate.read.hashCuratorKey([account.address, key.address]) });
    await gate.write.registerCurator([key.address, consent], { account });
  }
}

/** Lets the timelock give itself a license of three seats that may change hands; resolves to its id. */
export async function licenseOfTimelock(
  protocol: Protocol,
  clones: StudioClones,
  offer: OfferInput,
  assetId: bigint,
): Promise<Hex> {
  const terms = { ...offer, price: 0n, free: true, transferable: true, revocable: true, seats: 3 };
  const offerId = await publishAsTimelock(protocol, clones, terms);
  const market = await protocol.connection.viem.getContractAt("LicenseMarket", protocol.addressOf("LicenseMarket"));
  const purchase = {
    ...{ offerId, assetId, licensee: clones.timelock, referrer: zeroAddress, seats: 3, maxTotal: 0n },
    ...{ deadline: PERPETUAL, salt: zeroHash },
  };
  await market.write.purchaseLicense([purchase, false]);
  return market.read.purchaseIdOf([purchase]);
}
