import type { Address } from "viem";
import { createStudio, createStudioAndWait } from "./actions/studio/createStudio.ts";
import { getStudio } from "./actions/studio/getStudio.ts";
import { commitLot, commitLotAndWait } from "./actions/registry/commitLot.ts";
import { getAsset } from "./actions/registry/getAsset.ts";
import { getLot } from "./actions/registry/getLot.ts";
import { getRecipe } from "./actions/registry/getRecipe.ts";
import { mint, mintAndWait } from "./actions/registry/mint.ts";
import { register, registerAndWait } from "./actions/registry/register.ts";
import { registerRecipe, registerRecipeAndWait } from "./actions/registry/registerRecipe.ts";
import { signRecipeConsent } from "./actions/registry/signRecipeConsent.ts";
import { verifyAsset } from "./actions/registry/verifyAsset.ts";
import { admitProducer, admitProducerAndWait } from "./actions/curation/admitProducer.ts";
import { closeAudit, closeAuditAndWait } from "./actions/curation/closeAudit.ts";
import { drawSeed, drawSeedAndWait } from "./actions/curation/drawSeed.ts";
import { getAudit } from "./actions/curation/getAudit.ts";
import { getCurator } from "./actions/curation/getCurator.ts";
import { getProducer } from "./actions/curation/getProducer.ts";
import { prepareSeed } from "./actions/curation/prepareSeed.ts";
import { registerCurator, registerCuratorAndWait } from "./actions/curation/registerCurator.ts";
import { sampleLot } from "./actions/curation/sampleLot.ts";
import { selfCertify, selfCertifyAndWait } from "./actions/curation/selfCertify.ts";
import { signAuditBallot } from "./actions/curation/signAuditBallot.ts";
import { signCuratorKey } from "./actions/curation/signCuratorKey.ts";
import { simulateClose } from "./actions/curation/simulateClose.ts";
import { getLicense } from "./actions/licensing/getLicense.ts";
import { getOffer } from "./actions/licensing/getOffer.ts";
import { getPlainLicense } from "./actions/licensing/getPlainLicense.ts";
import { hasLicense } from "./actions/licensing/hasLicense.ts";
import { holdsLicense } from "./actions/licensing/holdsLicense.ts";
import { publishOffer, publishOfferAndWait } from "./actions/licensing/publishOffer.ts";
import { purchaseLicense, purchaseLicenseAndWait } from "./actions/licensing/purchaseLicense.ts";
import {
  purchaseLicenseWithAuthorization,
  purchaseLicenseWithAuthorizationAndWait,
} from "./actions/licensing/purchaseLicenseWithAuthorization.ts";
import { quotePurchase } from "./actions/licensing/quotePurchase.ts";
import { signPurchaseAuthorization } from "./actions/licensing/signPurchaseAuthorization.ts";
import { toPurchase } from "./actions/licensing/toPurchase.ts";
import { withdrawOffer, withdrawOfferAndWait } from "./actions/licensing/withdrawOffer.ts";
import { claim, claimAndWait } from "./actions/royalties/claim.ts";
import { claimToWallet, claimToWalletAndWait } from "./actions/royalties/claimToWallet.ts";
import { getClaimable } from "./actions/royalties/getClaimable.ts";
import { getLedger } from "./actions/royalties/getLedger.ts";
import { getLineage } from "./actions/royalties/getLineage.ts";
import { getRoyaltyBalance } from "./actions/royalties/getRoyaltyBalance.ts";
import { settle, settleAndWait } from "./actions/royalties/settle.ts";
import { withdraw, withdrawAndWait } from "./actions/royalties/withdraw.ts";
import { cancel, cancelAndWait } from "./actions/governance/cancel.ts";
import { delegate, delegateAndWait } from "./actions/governance/delegate.ts";
import { execute, executeAndWait } from "./actions/governance/execute.ts";
import { getProposalState } from "./actions/governance/getProposalState.ts";
import { getReputation } from "./actions/governance/getReputation.ts";
import { propose, proposeAndWait } from "./actions/governance/propose.ts";
import { queue, queueAndWait } from "./actions/governance/queue.ts";
import { signVote } from "./actions/governance/signVote.ts";
import { vote, voteAndWait } from "./actions/governance/vote.ts";
import { voteBySig, voteBySigAndWait } from "./actions/governance/voteBySig.ts";
import type { ActionClient, ContractKey, On, ProtocolContract, StudioContract } from "./actions/internal/types.ts";

type Action<Parameters, Result> = (client: ActionClient, parameters: Parameters) => Promise<Result>;

/** Makes the contracts optional, in each member of a union: the client knows them. */
type Filling<Parameters> = Parameters extends unknown
  ? Omit<Parameters, ContractKey> & { readonly [Name in ContractKey & keyof Parameters]?: Address }
  : never;

/** An action with its client and the contracts that the client knows. */
export type Bound<Subject> =
  Subject extends Action<infer Parameters, infer Result>
    ? (
        ...parameters: Partial<Filling<Parameters>> extends Filling<Parameters>
          ? [parameters?: Filling<Parameters>]
          : [parameters: Filling<Parameters>]
      ) => Promise<Result>
    : never;

/** All actions as methods of a client, which fills in the contracts it knows. */
export type StudioActions = {
  /**
   * Creates a studio: a DAO with treasury, governor, reputation and curation, in one transaction. See {@link
   * createStudio}.
   */
  createStudio: Bound<typeof createStudio>;
  /** {@link createStudio}, waiting for the receipt. */
  createStudioAndWait: Bound<typeof createStudioAndWait>;
  /**
   * Reads a studio and its modules in one round trip. The answer can be handed to `studioActions({ studio })`. See
   * {@link getStudio}.
   */
  getStudio: Bound<typeof getStudio>;
  /** Commits a lot of the sender. See {@link commitLot}. */
  commitLot: Bound<typeof commitLot>;
  /** {@link commitLot}, waiting for the receipt. */
  commitLotAndWait: Bound<typeof commitLotAndWait>;
  /** Reads an asset in one round trip. See {@link getAsset}. */
  getAsset: Bound<typeof getAsset>;
  /** Reads a lot, its verdict, and which of its assets are blocked. See {@link getLot}. */
  getLot: Bound<typeof getLot>;
  /** Reads a recipe with its terms and its place in the lineage. See {@link getRecipe}. */
  getRecipe: Bound<typeof getRecipe>;
  /**
   * Mints a releasable asset to its recipe's licensor; only the licensor or its studio's registrar may. See {@link
   * mint}.
   */
  mint: Bound<typeof mint>;
  /** {@link mint}, waiting for the receipt. */
  mintAndWait: Bound<typeof mintAndWait>;
  /**
   * Commits an independent lot of one asset and mints it to the sender, the recipe's licensor. See {@link register}.
   */
  register: Bound<typeof register>;
  /** {@link register}, waiting for the receipt. */
  registerAndWait: Bound<typeof registerAndWait>;
  /** Registers a recipe, once, and opens its royalty node. See {@link registerRecipe}. */
  registerRecipe: Bound<typeof registerRecipe>;
  /** {@link registerRecipe}, waiting for the receipt. */
  registerRecipeAndWait: Bound<typeof registerRecipeAndWait>;
  /** Signs a licensor's consent, so that somebody else can register the recipe. See {@link signRecipeConsent}. */
  signRecipeConsent: Bound<typeof signRecipeConsent>;
  /** Whether the leaf is the committed lot's at this asset's place. See {@link verifyAsset}. */
  verifyAsset: Bound<typeof verifyAsset>;
  /**
   * Lets an account commit lots to the studio's gate; only the registrar or the timelock may. See {@link
   * admitProducer}.
   */
  admitProducer: Bound<typeof admitProducer>;
  /** {@link admitProducer}, waiting for the receipt. */
  admitProducerAndWait: Bound<typeof admitProducerAndWait>;
  /** Relays ballots: the chain verifies and counts them and sets the verdict. See {@link closeAudit}. */
  closeAudit: Bound<typeof closeAudit>;
  /** {@link closeAudit}, waiting for the receipt. */
  closeAuditAndWait: Bound<typeof closeAuditAndWait>;
  /** Draws a lot's seed from the prevRandao of its seed block: fixes sample and electorate. See {@link drawSeed}. */
  drawSeed: Bound<typeof drawSeed>;
  /** {@link drawSeed}, waiting for the receipt. */
  drawSeedAndWait: Bound<typeof drawSeedAndWait>;
  /** Reads the audit of a lot. See {@link getAudit}. */
  getAudit: Bound<typeof getAudit>;
  /** Reads a curator; undefined if there is none. See {@link getCurator}. */
  getCurator: Bound<typeof getCurator>;
  /** Reads what a producer may commit. See {@link getProducer}. */
  getProducer: Bound<typeof getProducer>;
  /**
   * Fetches the header that proves a lot's seed and checks that it hashes to the block's hash. See {@link
   * prepareSeed}.
   */
  prepareSeed: Bound<typeof prepareSeed>;
  /**
   * Registers the sender, a member with enough reputation, as a curator, or gives a curator a new key. See {@link
   * registerCurator}.
   */
  registerCurator: Bound<typeof registerCurator>;
  /** {@link registerCurator}, waiting for the receipt. */
  registerCuratorAndWait: Bound<typeof registerCuratorAndWait>;
  /** The assets that a lot's curators judge, and what their ballots have to name. See {@link sampleLot}. */
  sampleLot: Bound<typeof sampleLot>;
  /**
   * Accepts a lot of a solo studio without judges, and says so in its verdict; only the registrar or the timelock
   * may. See {@link selfCertify}.
   */
  selfCertify: Bound<typeof selfCertify>;
  /** {@link selfCertify}, waiting for the receipt. */
  selfCertifyAndWait: Bound<typeof selfCertifyAndWait>;
  /**
   * Signs a curator's judgment of a sample: one `"ok"`, `"defect"` or undefined (abstains) for each lane. See {@link
   * signAuditBallot}.
   */
  signAuditBallot: Bound<typeof signAuditBallot>;
  /** Signs, with a ballot key, that it serves a member: what `registerCurator` takes. See {@link signCuratorKey}. */
  signCuratorKey: Bound<typeof signCuratorKey>;
  /**
   * The verdict that `closeAudit` would give with these ballots, computed here; throws `BallotRejectedError` for a
   * ballot that the chain would refuse, `AuditOpenError` where there is no verdict yet. See {@link simulateClose}.
   */
  simulateClose: Bound<typeof simulateClose>;
  /**
   * Reads a license record: training and derivative rights, and everything that is not plain. See {@link
   * getLicense}.
   */
  getLicense: Bound<typeof getLicense>;
  /** Reads an offer as stored. See {@link getOffer}. */
  getOffer: Bound<typeof getOffer>;
  /** Reads the expiries of an account's plain license, without that of the whole lot. See {@link getPlainLicense}. */
  getPlainLicense: Bound<typeof getPlainLicense>;
  /**
   * Whether an account has a live plain license for the asset or its whole lot. Training, derivative and sublicense
   * rights are records: see `holdsLicense`. See {@link hasLicense}.
   */
  hasLicense: Bound<typeof hasLicense>;
  /** Whether an account holds a license record that is live for a usage of the asset. See {@link holdsLicense}. */
  holdsLicense: Bound<typeof holdsLicense>;
  /**
   * Publishes an offer under a recipe; only its licensor may, for a studio by a proposal. See {@link publishOffer}.
   */
  publishOffer: Bound<typeof publishOffer>;
  /** {@link publishOffer}, waiting for the receipt. */
  publishOfferAndWait: Bound<typeof publishOfferAndWait>;
  /**
   * Buys a license; the sender pays out of its allowance to RoyaltySplitter (see `quotePurchase`). See {@link
   * purchaseLicense}.
   */
  purchaseLicense: Bound<typeof purchaseLicense>;
  /** {@link purchaseLicense}, waiting for the receipt. */
  purchaseLicenseAndWait: Bound<typeof purchaseLicenseAndWait>;
  /**
   * Relays a purchase that its payer signed (EIP-3009): the sender pays the gas, the signer the price. See {@link
   * purchaseLicenseWithAuthorization}.
   */
  purchaseLicenseWithAuthorization: Bound<typeof purchaseLicenseWithAuthorization>;
  /** {@link purchaseLicenseWithAuthorization}, waiting for the receipt. */
  purchaseLicenseWithAuthorizationAndWait: Bound<typeof purchaseLicenseWithAuthorizationAndWait>;
  /**
   * What a purchase costs and what the payer has to do first. Nobody is ever asked for an unlimited allowance. See
   * {@link quotePurchase}.
   */
  quotePurchase: Bound<typeof quotePurchase>;
  /**
   * Signs an EIP-3009 payment that is good for exactly this purchase: anybody may relay it, nobody can re-aim it.
   * See {@link signPurchaseAuthorization}.
   */
  signPurchaseAuthorization: Bound<typeof signPurchaseAuthorization>;
  /** Completes a purchase: valid for an hour, one seat, no referrer, a random salt. See {@link toPurchase}. */
  toPurchase: Bound<typeof toPurchase>;
  /**
   * Ends an offer for good; licenses sold under it stay. Only the recipe's licensor may. See {@link withdrawOffer}.
   */
  withdrawOffer: Bound<typeof withdrawOffer>;
  /** {@link withdrawOffer}, waiting for the receipt. */
  withdrawOfferAndWait: Bound<typeof withdrawOfferAndWait>;
  /**
   * Credits a payee's unclaimed income from one recipe to the payee's balance, where many small claims can meet
   * before one `withdraw`. Anybody may do it for anybody: only the payee gains. See {@link claim}.
   */
  claim: Bound<typeof claim>;
  /** {@link claim}, waiting for the receipt. */
  claimAndWait: Bound<typeof claimAndWait>;
  /**
   * Sends a payee's unclaimed income from one recipe straight to the payee. Anybody may do it for anybody. See
   * {@link claimToWallet}.
   */
  claimToWallet: Bound<typeof claimToWallet>;
  /** {@link claimToWallet}, waiting for the receipt. */
  claimToWalletAndWait: Bound<typeof claimToWalletAndWait>;
  /**
   * What `claim` would credit now, in token units; sales that are not yet settled are not part of it. See {@link
   * getClaimable}.
   */
  getClaimable: Bound<typeof getClaimable>;
  /** Reads the account of a recipe in one token. See {@link getLedger}. */
  getLedger: Bound<typeof getLedger>;
  /**
   * The recipe and all its ancestors, falling ordinals: the order in which one `settle` carries money all the way
   * up. See {@link getLineage}.
   */
  getLineage: Bound<typeof getLineage>;
  /** What `withdraw` would send now, in token units. See {@link getRoyaltyBalance}. */
  getRoyaltyBalance: Bound<typeof getRoyaltyBalance>;
  /** Divides everything new that recipes have received between their payees and their parents. See {@link settle}. */
  settle: Bound<typeof settle>;
  /** {@link settle}, waiting for the receipt. */
  settleAndWait: Bound<typeof settleAndWait>;
  /** Sends a payee its whole balance in one token. Anybody may do it for anybody. See {@link withdraw}. */
  withdraw: Bound<typeof withdraw>;
  /** {@link withdraw}, waiting for the receipt. */
  withdrawAndWait: Bound<typeof withdrawAndWait>;
  /** Cancels a proposal; its proposer may while it is pending. See {@link cancel}. */
  cancel: Bound<typeof cancel>;
  /** {@link cancel}, waiting for the receipt. */
  cancelAndWait: Bound<typeof cancelAndWait>;
  /** Delegates the sender's voting power, which stays the sender's reputation. See {@link delegate}. */
  delegate: Bound<typeof delegate>;
  /** {@link delegate}, waiting for the receipt. */
  delegateAndWait: Bound<typeof delegateAndWait>;
  /** Executes a queued proposal whose delay is over; anybody may. See {@link execute}. */
  execute: Bound<typeof execute>;
  /** {@link execute}, waiting for the receipt. */
  executeAndWait: Bound<typeof executeAndWait>;
  /** Reads where a proposal stands, in one round trip. See {@link getProposalState}. */
  getProposalState: Bound<typeof getProposalState>;
  /** Reads a member's reputation in one round trip. See {@link getReputation}. */
  getReputation: Bound<typeof getReputation>;
  /**
   * Proposes calls of the studio's timelock. The text ends with a line that lets nobody else submit the same
   * proposal. See {@link propose}.
   */
  propose: Bound<typeof propose>;
  /** {@link propose}, waiting for the receipt. */
  proposeAndWait: Bound<typeof proposeAndWait>;
  /** Puts a succeeded proposal into the timelock. See {@link queue}. */
  queue: Bound<typeof queue>;
  /** {@link queue}, waiting for the receipt. */
  queueAndWait: Bound<typeof queueAndWait>;
  /** Signs a vote that somebody else submits with `voteBySig`. See {@link signVote}. */
  signVote: Bound<typeof signVote>;
  /** Votes on a proposal with the reputation delegated to the sender. See {@link vote}. */
  vote: Bound<typeof vote>;
  /** {@link vote}, waiting for the receipt. */
  voteAndWait: Bound<typeof voteAndWait>;
  /** Submits a vote that somebody else signed. See {@link voteBySig}. */
  voteBySig: Bound<typeof voteBySig>;
  /** {@link voteBySig}, waiting for the receipt. */
  voteBySigAndWait: Bound<typeof voteBySigAndWait>;
};

/** A studio's contracts. */
export type StudioAddresses = On<StudioContract>;

/** What {@link studioActions} needs. */
export type StudioActionsParameters = {
  /** The protocol's contracts: see `addressesOf` in `/addresses`. */
  addresses: On<ProtocolContract>;
  /** A studio's contracts, as `createStudioAndWait` and `getStudio` return them. */
  studio?: StudioAddresses;
};

/**
 * All actions for `client.extend`: of the protocol, and, if it is given, of one studio.
 *
 * @example
 * ```ts
 * const client = createWalletClient({ account, chain, transport: http() })
 *   .extend(publicActions)
 *   .extend(studioActions({ addresses: addressesOf(deployment) }));
 * const created = await client.createStudioAndWait({ … });
 * const member = client.extend(studioActions({ addresses, studio: created }));
 * ```
 */
export function studioActions({ addresses, studio }: StudioActionsParameters): (client: ActionClient) => StudioActions {
  const contracts = { ...pick(addresses, PROTOCOL), ...(studio === undefined ? {} : pick(studio, STUDIO)) };
  return (client) => {
    const bind = <Parameters, Result>(action: Action<Parameters, Result>) =>
      // The contracts that the type lets the caller leave out are the ones that are filled in here.
      ((parameters?: object) => action(client, { ...contracts, ...parameters } as Parameters)) as never;
    return {
      createStudio: bind(createStudio),
      createStudioAndWait: bind(createStudioAndWait),
      getStudio: bind(getStudio),
      commitLot: bind(commitLot),
      commitLotAndWait: bind(commitLotAndWait),
      getAsset: bind(getAsset),
      getLot: bind(getLot),
      getRecipe: bind(getRecipe),
      mint: bind(mint),
      mintAndWait: bind(mintAndWait),
      register: bind(register),
      registerAndWait: bind(registerAndWait),
      registerRecipe: bind(registerRecipe),
      registerRecipeAndWait: bind(registerRecipeAndWait),
      signRecipeConsent: bind(signRecipeConsent),
      verifyAsset: bind(verifyAsset),
      admitProducer: bind(admitProducer),
      admitProducerAndWait: bind(admitProducerAndWait),
      closeAudit: bind(closeAudit),
      closeAuditAndWait: bind(closeAuditAndWait),
      drawSeed: bind(drawSeed),
      drawSeedAndWait: bind(drawSeedAndWait),
      getAudit: bind(getAudit),
      getCurator: bind(getCurator),
      getProducer: bind(getProducer),
      prepareSeed: bind(prepareSeed),
      registerCurator: bind(registerCurator),
      registerCuratorAndWait: bind(registerCuratorAndWait),
      sampleLot: bind(sampleLot),
      selfCertify: bind(selfCertify),
      selfCertifyAndWait: bind(selfCertifyAndWait),
      signAuditBallot: bind(signAuditBallot),
      signCuratorKey: bind(signCuratorKey),
      simulateClose: bind(simulateClose),
      getLicense: bind(getLicense),
      getOffer: bind(getOffer),
      getPlainLicense: bind(getPlainLicense),
      hasLicense: bind(hasLicense),
      holdsLicense: bind(holdsLicense),
      publishOffer: bind(publishOffer),
      publishOfferAndWait: bind(publishOfferAndWait),
      purchaseLicense: bind(purchaseLicense),
      purchaseLicenseAndWait: bind(purchaseLicenseAndWait),
      purchaseLicenseWithAuthorization: bind(purchaseLicenseWithAuthorization),
      purchaseLicenseWithAuthorizationAndWait: bind(purchaseLicenseWithAuthorizationAndWait),
      quotePurchase: bind(quotePurchase),
      signPurchaseAuthorization: bind(signPurchaseAuthorization),
      toPurchase: bind(toPurchase),
      withdrawOffer: bind(withdrawOffer),
      withdrawOfferAndWait: bind(withdrawOfferAndWait),
      claim: bind(claim),
      claimAndWait: bind(claimAndWait),
      claimToWallet: bind(claimToWallet),
      claimToWalletAndWait: bind(claimToWalletAndWait),
      getClaimable: bind(getClaimable),
      getLedger: bind(getLedger),
      getLineage: bind(getLineage),
      getRoyaltyBalance: bind(getRoyaltyBalance),
      settle: bind(settle),
      settleAndWait: bind(settleAndWait),
      withdraw: bind(withdraw),
      withdrawAndWait: bind(withdrawAndWait),
      cancel: bind(cancel),
      cancelAndWait: bind(cancelAndWait),
      delegate: bind(delegate),
      delegateAndWait: bind(delegateAndWait),
      execute: bind(execute),
      executeAndWait: bind(executeAndWait),
      getProposalState: bind(getProposalState),
      getReputation: bind(getReputation),
      propose: bind(propose),
      proposeAndWait: bind(proposeAndWait),
      queue: bind(queue),
      queueAndWait: bind(queueAndWait),
      signVote: bind(signVote),
      vote: bind(vote),
      voteAndWait: bind(voteAndWait),
      voteBySig: bind(voteBySig),
      voteBySigAndWait: bind(voteBySigAndWait),
    };
  };
}

const PROTOCOL = ["assetRegistry", "royaltySplitter", "licenseMarket", "licenses", "studioFactory"] as const;
const STUDIO = ["studio", "timelock", "governor", "reputation", "curation"] as const;

function pick<Key extends ContractKey>(from: On<Key>, keys: readonly Key[]): On<Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as On<Key>;
}
