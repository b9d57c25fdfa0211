import { expect } from "chai";
import fc from "fast-check";
import { getAddress, type Hex, numberToHex } from "viem";
import * as actions from "@imprimatur/sdk/actions";
import {
  FINDINGS,
  KINDS,
  PAYMENT_METHODS,
  SCOPES,
  PRESETS,
  SPLIT_KINDS,
  SUBJECT_KINDS,
  SUPPORTS,
  USAGES,
} from "@imprimatur/sdk";
import { ATTESTATION_KINDS, ATTESTATION_OUTCOMES, ATTESTATION_SUBJECTS } from "@imprimatur/sdk/provenance";
import { address, bytesOf, hash, leaf, RUNS, uint } from "../helpers/arbitraries.ts";

const account = address.map((raw) => getAddress(raw));
const signature = bytesOf(65);
const text = fc.string({ maxLength: 40 });
const seconds = uint(40);
const ppm = fc.nat(1_000_000);
const calls = fc.array(fc.record({ to: account, data: bytesOf(36), value: uint(96) }), { minLength: 1, maxLength: 4 });
const proposal = fc.record({ calls, descriptionHash: hash });
const payment = fc.record({ recipe: fc.nat(), token: account, payee: account });
const purchase = fc.record({
  offerId: hash,
  assetId: uint(248),
  licensee: account,
  referrer: account,
  seats: fc.nat(),
  maxTotal: uint(96),
  deadline: seconds,
  salt: hash,
});

const order = fc.record({
  purchase,
  evidence: fc.record({
    leaf,
    proof: fc.array(hash, { maxLength: 4 }),
    referrerProof: fc.array(hash, { maxLength: 4 }),
  }),
  payment: fc.record({ method: fc.constantFrom(...PAYMENT_METHODS), payer: account, data: bytesOf(65) }),
  settle: fc.boolean(),
});
const recipe = {
  licensor: account,
  kind: fc.constantFrom(...KINDS),
  commitment: hash,
  metadata: hash,
  parents: fc
    .uniqueArray(fc.record({ asset: uint(248), licenseId: hash, rate: ppm }), {
      selector: ({ asset }) => asset,
      maxLength: 4,
    })
    .map((parents) => parents.sort((a, b) => (a.asset < b.asset ? -1 : 1))),
  split: fc
    .uniqueArray(
      fc.record({ account, weight: ppm, roles: fc.constantFrom([], ["artist"], ["modelTrainer", "treasury"]) }),
      { selector: ({ account: payee }) => payee, maxLength: 4 },
    )
    .map((split) => split.sort((a, b) => (BigInt(a.account) < BigInt(b.account) ? -1 : 1))),
  options: fc.record({
    ...{ kind: fc.constantFrom(...SPLIT_KINDS), root: hash, totalWeight: uint(64), token: account },
    advance: fc.record({ account, token: account, amount: uint(128) }),
  }),
  terms: fc.record({ derivativeFloor: ppm, ownerUsages: fc.nat(255), secondaryRate: ppm }),
};
const licenseId = hash;
const masks = fc.array(uint(256), { maxLength: 4 });
const outcome = fc.record({
  ...{ seed: bytesOf(16), ballots: hash, covered: uint(256), bad: uint(256), weights: uint(256) },
});
const ballot = fc.record({
  ...{ kind: fc.nat(2), subject: uint(256), seed: bytesOf(16), charterVersion: fc.nat(), firstWord: fc.nat(0xffff) },
  words: masks,
});
const terms = fc.record({
  ...{ bond: uint(80), fee: uint(80), challengeBond: uint(80), seedDelay: fc.nat(256) },
  ...{ ballotWindow: fc.nat(604_800), timeOut: fc.nat(2_592_000), challengeWindow: fc.nat(1_209_600) },
  ...{ quorum: ppm, coverage: ppm, panel: fc.nat(128), minHumanBallots: fc.nat(255) },
  ...{ normalSize: fc.nat(256), normalAcceptance: fc.nat(255), tightenedSize: fc.nat(256) },
  ...{ tightenedAcceptance: fc.nat(255), reducedSize: fc.nat(256), reducedAcceptance: fc.nat(255) },
  ...{ openDoor: fc.boolean(), agentsJudge: fc.boolean() },
});

const mask = { gate: account, word: uint(256), mask: uint(256) };
const proposalColumns = fc
  .array(fc.record({ target: account, value: uint(96), calldata: bytesOf(36) }), { maxLength: 3 })
  .map((all) => ({
    targets: all.map(({ target }) => target),
    values: all.map(({ value }) => value),
    calldatas: all.map(({ calldata }) => calldata),
  }));
const vetoed = fc.array(
  fc.tuple(proposalColumns, hash).map(([columns, descriptionHash]) => ({ ...columns, descriptionHash })),
  { maxLength: 2 },
);
const decision = fc.oneof(
  fc.record({ power: fc.constantFrom("answer", "lift") }),
  fc.record({ power: fc.constant("veto"), proposals: vetoed }),
  fc.record({ power: fc.constantFrom("quarantine", "pause"), seconds: uint(40) }),
  fc.record({ power: fc.constantFrom("maskVeto", "lift"), ...mask }),
  fc.record({ power: fc.constant("certify"), passed: fc.boolean(), report: hash }),
  fc.record({ power: fc.constant("confirm"), reviewId: uint(256) }),
);
const module = (name: string) => fc.record({ [name]: account });

type Codec = {
  encode(args: never): { data: Hex; to: Hex; value: bigint };
  decode(data: Hex): object;
  contract: string;
};

/** Arguments of each write, complete, so that reading calldata gives exactly what was written. */
const ARGUMENTS: Record<string, fc.Arbitrary<object>> = {
  createStudio: fc.record({
    name: text,
    symbol: text,
    preset: fc.constantFrom("solo", "collective", "house", "open"),
    founders: fc.array(account, { maxLength: 5 }),
    seats: fc.array(account, { maxLength: 9 }),
    charter: hash,
    registrar: account,
    clockMode: fc.constantFrom("timestamp", "blockNumber"),
    secondsPerTick: fc.nat(60),
    salt: hash,
  }),
  registerRecipe: fc.record({ ...recipe, deadline: uint(256), signature }),
  commitLot: fc.record({
    ...{ recipeId: hash, nonce: uint(64), root: hash, count: fc.nat(65_536), manifest: hash },
    gate: account.filter((gate) => BigInt(gate) !== 0n),
  }),
  register: fc.record({ recipeId: hash, nonce: uint(64), root: hash, manifest: hash, leaf }),
  mint: fc.record({ assetId: uint(248), leaf, proof: fc.array(hash, { maxLength: 16 }) }),
  admitProducer: fc.record({ producer: account, quota: fc.nat() }),
  registerCurator: fc.record({ key: account, keySignature: signature }),
  drawSeed: fc.record({ lotId: uint(224), header: bytesOf(600), salt: hash }),
  closeAudit: fc.record({
    ...{ lotId: uint(224), charterVersion: fc.nat(), ballots: bytesOf(260) },
    previous: outcome,
  }),
  castDirect: fc.record({ lotId: uint(224), charterVersion: fc.nat(), ballot: bytesOf(130) }),
  liftStop: fc.record({ producer: account }),
  refreshCurators: fc.record({ accounts: fc.array(account, { maxLength: 4 }) }),
  proveEquivocation: fc.record({ a: ballot, signatureA: signature, b: ballot, signatureB: signature }),
  readmitCurator: fc.record({ curator: account }),
  setAuditToken: fc.record({ token: account }),
  setAuditTerms: fc.record({ terms }),
  deposit: fc.record({ depositor: account }),
  withdrawDeposit: fc.record({ amount: uint(256) }),
  setSaltChain: fc.record({ anchor: hash }),
  revealSalt: fc.record({ span: uint(256), link: hash }),
  redraw: fc.record({ lotId: uint(224) }),
  settleLot: fc.record({ lotId: uint(224), round: fc.nat(1), outcome, judgments: bytesOf(260) }),
  expireLot: fc.record({ lotId: uint(224) }),
  commitCanaries: fc.record({ root: hash, count: fc.nat(0xffff), deadline: seconds }),
  openCanary: fc.record({
    ...{ lotId: uint(224), root: hash, proof: fc.array(hash, { maxLength: 4 }), salt: hash, masks, outcome },
  }),
  resolveCanaries: fc.record({ root: hash }),
  scorePractice: fc.record({ lotId: uint(224), index: fc.nat(0xffff), ok: uint(256), defect: uint(256) }),
  closeEpoch: fc.record({ epoch: fc.nat(0xffff) }),
  claimReputation: fc.record({ curator: account, epoch: fc.nat(0xffff) }),
  claimPay: fc.record({ curator: account }),
  challenge: fc.record({
    lotId: uint(224),
    assets: fc.uniqueArray(fc.nat(16_383), { minLength: 1, maxLength: 20 }).map((all) => all.sort((a, b) => a - b)),
    evidence: hash,
  }),
  challengeLot: fc.record({ lotId: uint(224), evidence: hash }),
  callPanel: fc.record({ lotId: uint(224) }),
  drawPanel: fc.record({ lotId: uint(224), header: bytesOf(600), salt: hash }),
  adjudicate: fc.record({
    ...{ lotId: uint(224), id: fc.nat(0xffff), firstWord: fc.nat(255), masks, charterVersion: fc.nat() },
    ballots: bytesOf(260),
  }),
  dropChallenge: fc.record({ lotId: uint(224), id: fc.nat(0xffff), firstWord: fc.nat(255), masks }),
  proveDuplicate: fc.record({
    ...{ copy: uint(248), copyLeaf: leaf, copyProof: fc.array(hash, { maxLength: 4 }) },
    ...{ original: uint(248), originalLeaf: leaf, originalProof: fc.array(hash, { maxLength: 4 }) },
  }),
  veto: fc.record({ lotId: uint(224), word: fc.nat(255), mask: uint(256), reasonCode: hash, evidence: hash }),
  confirmVeto: fc.record({ lotId: uint(224), word: fc.nat(255) }),
  appealVeto: fc.record({ lotId: uint(224), word: fc.nat(255), evidence: hash }),
  liftVeto: fc.record({ lotId: uint(224), word: fc.nat(255), mask: uint(256) }),
  openSlate: fc.record({
    ...{ candidates: fc.array(uint(248), { maxLength: 5 }), k: fc.nat(4096), ballotDeadline: seconds, brief: hash },
  }),
  closeSlate: fc.record({ slateId: uint(256), charterVersion: fc.nat(), ballots: bytesOf(98) }),
  requestRefinement: fc.record({
    ...{ slateId: uint(256), candidate: fc.nat(4095), assetId: uint(248), proof: fc.array(hash, { maxLength: 4 }) },
    ...{ selected: masks, note: hash },
  }),
  fundPot: fc.record({ opener: account, id: hash, token: account, amount: uint(128) }),
  selfCertify: fc.record({
    lotId: uint(224),
    blocked: fc.uniqueArray(fc.nat(65_535), { maxLength: 20 }).map((indices) => indices.sort((a, b) => a - b)),
  }),
  publishOffer: fc.record({
    ...{ recipeId: hash, scope: fc.constantFrom(...SCOPES), scopeId: uint(248), token: account, price: uint(96) },
    ...{ duration: fc.oneof(fc.constant("perpetual"), uint(39)), start: seconds, end: seconds },
    usages: fc.subarray([...USAGES]),
    ...{ rate: ppm, free: fc.boolean(), territory: fc.nat(999), legalPreset: fc.nat(255), textHash: hash, salt: hash },
    ...{ referral: ppm, title: fc.boolean(), exclusive: fc.boolean(), transferable: fc.boolean() },
    ...{ revocable: fc.boolean(), supply: fc.nat(), perPayer: fc.nat(), seats: fc.nat() },
    ...{ refundWindow: fc.nat(), penalty: ppm, referrerRoot: hash },
  }),
  withdrawOffer: fc.record({ offerId: hash }),
  purchaseLicense: fc.record({ purchase, settle: fc.boolean() }),
  purchaseLicenseWithAuthorization: fc.record({ purchase, payer: account, settle: fc.boolean(), signature }),
  settle: fc.record({
    recipes: fc.uniqueArray(fc.nat(), { maxLength: 8 }).map((recipes) => recipes.sort((a, b) => b - a)),
    token: account,
  }),
  claim: payment,
  claimToWallet: payment,
  withdraw: fc.record({ token: account, payee: account }),
  purchaseOrder: order,
  purchaseBatch: fc.record({ orders: fc.array(order, { maxLength: 3 }), skipFailures: fc.boolean() }),
  renewLicense: fc.record({ licenseId, maxTotal: uint(96), deadline: seconds, settle: fc.boolean() }),
  refundLicense: fc.record({ licenseId }),
  finalizeLicense: fc.record({ licenseId, settle: fc.boolean() }),
  revokeLicense: fc.record({ licenseId, maxRefund: uint(96) }),
  appointAgent: fc.record({
    ...{ recipeId: hash, agent: account, until: seconds, minRate: ppm, usages: fc.subarray([...USAGES]) },
    ...{ token: account, minPrice: uint(96) },
  }),
  assignSeat: fc.record({ licenseId, seat: fc.nat(), occupant: account }),
  transferLicense: fc.record({ licenseId, from: account, to: account }),
  releaseExclusive: fc.record({ assetId: uint(248) }),
  proveBreach: fc.record({ licenseId, copy: uint(248), leaf, proof: fc.array(hash, { maxLength: 4 }) }),
  settleUp: fc.record({ recipe: fc.nat(), token: account, maxNodes: uint(256) }),
  claimMerkle: fc.record({
    ...{ recipe: fc.nat(), token: account, proof: fc.array(hash, { maxLength: 4 }) },
    line: fc.record({ index: uint(256), account, weight: uint(64) }),
  }),
  transferShares: fc.record({ recipe: fc.nat(), to: account, shares: uint(256) }),
  withdrawTo: fc.record({ token: account, payee: account, to: account, deadline: uint(256), signature }),
  startMigration: fc.record({
    ...{ payee: account, to: account, deadline: uint(256), payeeSignature: signature, toSignature: signature },
  }),
  cancelMigration: fc.record({ payee: account }),
  finishMigration: fc.record({ payee: account }),
  sweep: fc.record({ recipe: fc.nat(), token: account }),
  batchRoyalties: fc.record({ calls: fc.array(bytesOf(36), { maxLength: 4 }) }),
  grantRecipeUse: fc.record({ recipeId: hash, user: account, until: seconds, independent: fc.boolean() }),
  offerControl: fc.record({ recipeId: hash, to: account }),
  acceptControl: fc.record({ recipeId: hash }),
  registerExternal: fc.record({ recipeId: hash, nonce: uint(64), collection: account, tokenId: uint(256) }),
  freeze: fc.record({ assetId: uint(248), until: seconds }),
  unfreeze: fc.record({ assetId: uint(248) }),
  renewRecipe: fc.record(recipe).chain((terms) =>
    fc.subarray(terms.parents).map((renewed) => ({
      ...terms,
      renewals: renewed.map(({ asset }) => ({ asset, licenseId: numberToHex(asset + 1n, { size: 32 }) })),
    })),
  ),
  propose: fc.record({
    calls,
    title: fc.constantFrom("Sell", "Ümlaut & 🐦", "# no heading twice".slice(2)),
    body: fc.constantFrom("One line.", "Two\n\nparagraphs with # signs."),
    proposer: account,
  }),
  vote: fc.record({ proposalId: uint(256), support: fc.constantFrom(...SUPPORTS), reason: text }),
  voteBySig: fc.record({ proposalId: uint(256), support: fc.constantFrom(...SUPPORTS), voter: account, signature }),
  queue: proposal,
  execute: proposal,
  cancel: proposal,
  delegate: fc.record({ delegatee: account }),
  createSuccessors: fc.record({
    ...{ successorsOf: account, preset: fc.constantFrom(...PRESETS) },
    modules: fc.subarray(["electorate", "curation", "board", "impact"]),
    ...{ founders: fc.array(account, { maxLength: 3 }) },
    ...{ seats: fc.array(account, { maxLength: 9 }), inheritance: fc.record({ root: hash, total: uint(256) }) },
    ...{ clockMode: fc.constantFrom("timestamp", "blockNumber"), secondsPerTick: fc.nat(60), evidence: hash },
  }),
  setCharter: fc.record({ charter: hash }),
  setRegistrar: module("registrar"),
  setCuration: module("newCuration"),
  setBoard: module("newBoard"),
  setCommissions: module("newCommissions"),
  setImpact: module("newImpact"),
  setMandates: fc.record({ newMandates: account, tokens: fc.array(account, { maxLength: 3 }) }),
  replaceElectorate: fc.record({ newGovernor: account, newReputation: account }),
  graduate: fc.record({
    ...{ preset: fc.constantFrom(...PRESETS), newGovernor: account, newReputation: account, newCuration: account },
  }),
  setVotingDelay: fc.record({ votingDelay: fc.nat() }),
  setVotingPeriod: fc.record({ votingPeriod: fc.nat() }),
  setLateQuorumExtension: fc.record({ extension: fc.nat() }),
  setProposalThreshold: fc.record({ ratio: uint(256) }),
  setQuorum: fc.record({ percent: uint(256) }),
  setVoteCap: fc.record({ cap: uint(256) }),
  setTimelockDelay: fc.record({ delay: uint(256) }),
  setHalfLife: fc.record({ halfLife: fc.nat() }),
  setGrantCapacity: fc.record({ capacity: ppm }),
  grantReputation: fc.record({ member: account, amount: uint(256), role: hash, evidence: hash }),
  slash: fc.record({ member: account, amount: uint(256), evidence: hash }),
  recordGate: module("gate"),
  suspendRecipe: fc.record({ recipeId: hash, until: seconds }),
  resumeRecipe: fc.record({ recipeId: hash }),
  claimInheritance: fc.record({ member: account, raw: uint(256), proof: fc.array(hash, { maxLength: 4 }) }),
  startAccountMigration: fc.record({
    ...{ from: account, to: account, deadline: uint(256), fromSignature: signature, toSignature: signature },
  }),
  cancelAccountMigration: module("from"),
  finishAccountMigration: module("from"),
  noteDormancy: module("member"),
  prune: module("member"),
  delegateBySig: fc.record({
    ...{ delegatee: account, nonce: uint(256), expiry: uint(256) },
    signature: fc.tuple(bytesOf(32), bytesOf(32), fc.constantFrom("1b", "1c")).map(([r, s, v]) => r + s.slice(2) + v),
  }),
  standForSeat: fc.record({ statement: hash }),
  electSeat: fc.record({ seat: fc.nat(9), holder: account }),
  removeSeat: fc.record({ seat: fc.nat(9), evidence: hash }),
  resignSeat: fc.record({ seat: fc.nat(9) }),
  openReview: fc.record({
    ...{ kind: fc.constantFrom(...SUBJECT_KINDS), subject: uint(256), decision, reasonCode: hash, evidence: hash },
    ...{ claimId: uint(256), finding: fc.constantFrom(...FINDINGS) },
  }),
  voteOnReview: fc.record({ reviewId: uint(256), support: fc.boolean(), reason: text }),
  enactReview: fc.record({ reviewId: uint(256), payload: bytesOf(64) }),
  vetoAsChamber: fc.record({ proposals: vetoed, reasonCode: hash, evidence: hash }),
  setVetoLimit: fc.record({ limit: fc.nat(12) }),
  appointChamber: fc.record({ chamber: account, until: seconds }),
  fileClaim: fc.record({
    ...{ kind: fc.constantFrom(...SUBJECT_KINDS), subject: uint(256), reasonCode: hash, evidence: hash },
  }),
  lapseClaim: fc.record({ claimId: uint(256) }),
  closeClaim: fc.record({ claimId: uint(256) }),
  setClaimTerms: fc.record({ token: account, bond: uint(128) }),
  appealReview: fc.record({ reviewId: uint(256), evidence: hash }),
  grantAppeal: fc.record({ reviewId: uint(256) }),
  rewardReview: fc.record({ reviewId: uint(256) }),
  withdrawBond: fc.record({ token: account, amount: uint(128) }),
  setImpactTerms: fc.record({ token: account, unitsPerRep: uint(128), share: ppm }),
  measureImpact: fc.record({ recipe: fc.nat() }),
  closeImpactEpoch: fc.record({ epoch: fc.nat() }),
  claimImpact: fc.record({ epoch: fc.nat(), recipe: fc.nat(), account }),
};

const selector = bytesOf(4);
const limits = fc.record({ perTransaction: uint(96), perPeriod: uint(96), period: fc.nat() });
const positions = fc.subarray([0, 1, 2, 3]);
const statement = {
  ...{ kind: fc.constantFrom(...ATTESTATION_KINDS), subjectKind: fc.constantFrom(...ATTESTATION_SUBJECTS) },
  ...{ subject: hash, outcome: fc.constantFrom(...ATTESTATION_OUTCOMES), agent: fc.boolean(), score: ppm },
  ...{ validUntil: seconds, evidence: hash, referenceId: hash, text, salt: hash, deadline: uint(256) },
};
const milestone = fc.record({ commissionId: hash, milestone: fc.nat(15) });

/** Of what is in entries of its own. */
const ARGUMENTS_APART: Record<string, fc.Arbitrary<object>> = {
  grantMandate: fc.record({
    ...{ agent: account, sponsor: account, policyHash: hash, token: account, limits, lifetime: uint(96) },
    ...{ validUntil: seconds, reviewAt: seconds, quota: fc.nat(0xff_ffff) },
    ...{ payees: fc.array(account), calls: fc.array(fc.record({ target: account, selector })) },
  }),
  consentToMandate: fc.record({ terms: hash }),
  revokeMandate: fc.record({ mandateId: hash }),
  pauseMandate: fc.record({ mandateId: hash, until: seconds }),
  changeMandatePolicy: fc.record({ mandateId: hash, policyHash: hash }),
  reviewMandate: fc.record({ mandateId: hash, reviewAt: seconds, quota: fc.nat(0xff_ffff), limits }),
  setMandatePayee: fc.record({ mandateId: hash, payee: account, listed: fc.boolean() }),
  setMandateCall: fc.record({ mandateId: hash, target: account, selector, listed: fc.boolean() }),
  setMandateWindow: fc.record({ token: account, cap: uint(96), length: fc.nat() }),
  payByMandate: fc.record({ mandateId: hash, policyHash: hash, payee: account, amount: uint(256), purpose: hash }),
  buyByMandate: fc.record({ mandateId: hash, policyHash: hash, purchase }),
  callByMandate: fc.record({ mandateId: hash, policyHash: hash, target: account, data: bytesOf(36) }),
  sweepMandate: fc.record({ mandateId: hash, token: account }),
  followMandate: fc.record({ mandateId: hash }),
  notePresence: fc.record({}),
  followStudio: fc.record({}),
  openCommission: fc.record({
    token: account,
    milestones: fc.array(
      fc.record({ assignee: account, reward: uint(96), deadline: seconds, dependsOn: positions, brief: hash }),
    ),
    salt: hash,
  }),
  deliverMilestone: fc.record({ commissionId: hash, milestone: fc.nat(15), lotId: uint(224) }),
  payMilestone: milestone,
  returnMilestone: milestone,
  returnCommissionRest: fc.record({ commissionId: hash, token: account }),
  attest: fc.record(statement),
  attestBySignature: fc.record({ ...statement, attester: account, signature }),
  revokeAttestation: fc.record({ uid: hash }),
  revokeAttestationBySignature: fc.record({ uid: hash, attester: account, signature }),
  publishLeaves: fc.record({
    ...{ lotId: uint(224), first: fc.nat(65_535), leaves: fc.array(hash), subtreeProof: fc.array(hash) },
  }),
  proveContent: fc.record({ assetId: uint(248), leaf, proof: fc.array(hash) }),
  setContestTerms: fc.record({ token: account, bond: uint(96) }),
  contestLineage: fc.record({ recipeId: hash, parent: uint(248), evidence: hash, token: account, bond: uint(96) }),
  ruleContest: fc.record({ contestId: uint(256), finding: fc.constantFrom(...FINDINGS) }),
  lapseContest: fc.record({ contestId: uint(256) }),
  withdrawContestBond: fc.record({ token: account, amount: uint(128) }),
  supersedeLot: fc.record({ lotId: uint(224), successor: uint(224) }),
  supersedeManifest: fc.record({ lotId: uint(224), manifest: hash }),
};
Object.assign(ARGUMENTS, ARGUMENTS_APART);

const isWrite = (action: unknown): action is Codec => typeof action === "function" && "decode" in action;

describe("calldata of every write", () => {
  const writes = Object.entries(actions).filter((entry): entry is [string, Codec & (typeof entry)[1]] =>
    isWrite(entry[1]),
  );

  it("has arguments here for each action, and no others", () => {
    expect(writes.map(([name]) => name)).to.have.members(Object.keys(ARGUMENTS));
  });

  for (const [name, action] of writes) {
    it(`${name} reads back what it wrote`, () => {
      fc.assert(
        fc.property(ARGUMENTS[name]!, account, (args, target) => {
          const call = action.encode({ ...args, [action.contract]: target } as never);
          expect(call).to.include({ to: target, value: 0n });
          expect(action.decode(call.data)).to.deep.equal(args);
          const again = action.encode({ ...action.decode(call.data), [action.contract]: target } as never);
          expect(again.data).to.equal(call.data);
        }),
        { numRuns: RUNS, seed: 1 },
      );
    });

    it(`${name} refuses calldata of another function`, () => {
      expect(() => action.decode("0xdeadbeef"))
        .to.throw()
        .with.property("name", "CalldataForeignError");
    });

    it(`${name} has a waiting form`, () => {
      expect(actions).to.have.property(`${name}AndWait`).which.is.a("function");
    });
  }
});
