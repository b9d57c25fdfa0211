import { assetAt, fundPot, toBondId, toPurchase } from "@imprimatur/sdk";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { type BuiltLot, buildLot } from "@imprimatur/sdk/lot";
import { hashMandateTerms, mandateActions } from "@imprimatur/sdk/mandates";
import { leafChunks, provenanceActions, toSubject } from "@imprimatur/sdk/provenance";
import {
  type Account,
  type Address,
  createTestClient,
  erc20Abi,
  type Hex,
  http,
  keccak256,
  numberToHex,
  parseEther,
  sha256,
  stringToHex,
  toFunctionSelector,
} from "viem";
import { hardhat } from "viem/chains";
import { testUsdcAbi } from "../demo/usdc.ts";
import { localAccount } from "../stack/deployLocally.ts";
import type { Stack } from "../stack/stack.ts";
import { connect } from "./house.ts";

const OWNER = 16;
const AGENT = 3;
const VENDOR = 4;
const USDC = 1_000_000n;
const FUNDS = 1_000n * USDC;
const ALL = 1_000_000;
const DAY = 86_400n;
const NEVER = 4_000_000_000n;
const POLICIES = ["one", "two"].map((text) => keccak256(stringToHex(text))) as [Hex, Hex];
const EVIDENCE = keccak256(stringToHex("what shows it"));
const LOOK = toFunctionSelector("supportsInterface(bytes4)");
const FACTS = ["a", "b", "c", "d", "e"];

/** Who works, and what for. */
export interface Workshop {
  agent: Address;
  /** The studio's directory. */
  studio: Address;
  /** A lot that the agent delivered. */
  lotId: bigint;
}

type Worker = ReturnType<typeof hire>;

/** A studio that has agents, and the clock. */
interface Shop {
  stack: Stack;
  owner: Worker;
  agent: Worker;
  /** Acts by impersonation: what it does would be voted. */
  timelock: Worker;
  token: Address;
  curation: Address;
  mandates: Address;
  commissions: Address;
  now: () => Promise<bigint>;
  pass: (seconds: bigint) => Promise<void>;
}

/** Mandates, commissions, attestations, published leaves and contests of lineage: all that can happen to them, once. */
export async function employ(stack: Stack): Promise<Workshop> {
  const { shop, studio } = await openShop(stack);
  const mandateId = await grant(shop);
  await act(shop, mandateId);
  const lot = await work(shop);
  await leave(shop, studio, await decide(shop, mandateId));
  await testify(shop, lot);
  await contest(shop, lot);
  return { agent: shop.agent.account.address, studio, lotId: lot.lotId };
}

/** The actions of an account in a studio that has mandates and commissions. */
function hire(
  stack: Stack,
  account: Account | Address,
  studio: NonNullable<Parameters<typeof mandateActions>[0]["studio"]>,
) {
  const addresses = addressesOf(stack.deployment.contracts);
  return connect(stack, account, studio)
    .extend(mandateActions({ addresses, studio }))
    .extend(provenanceActions({ addresses, studio }));
}

/** A studio of one votes for successors that it was not born with. */
async function openShop(stack: Stack): Promise<{ shop: Shop; studio: Address }> {
  const test = createTestClient({ mode: "hardhat", chain: hardhat, transport: http(stack.rpcUrl) });
  const founder = localAccount(OWNER);
  const born = await connect(stack, founder).createStudioAndWait({
    ...({ name: "Workshop", symbol: "WORK", preset: "solo", charter: keccak256("0x0a") } as const),
    ...{ founders: [founder.address], registrar: founder.address },
  });
  await test.impersonateAccount({ address: born.timelock });
  for (const address of [born.timelock, founder.address, localAccount(AGENT).address]) {
    await test.setBalance({ address, value: parseEther("10") });
  }
  const { mandates, commissions } = await connect(stack, founder, born).createSuccessorsAndWait({
    ...({ successorsOf: born.studio, preset: "solo", evidence: EVIDENCE } as const),
    modules: ["mandates", "commissions"],
  });
  const studio = { ...born, mandates, commissions };
  const timelock = hire(stack, born.timelock, studio);
  await timelock.setMandatesAndWait({ newMandates: mandates, tokens: [] });
  await timelock.setCommissionsAndWait({ newCommissions: commissions });
  const owner = hire(stack, founder, studio);
  const shop: Shop = {
    ...{ stack, owner, timelock, mandates, commissions },
    agent: hire(stack, localAccount(AGENT), studio),
    token: stack.deployment.addressOf("TestUSDC"),
    curation: born.curation,
    now: async () => (await owner.getBlock()).timestamp,
    pass: async (seconds) => {
      await test.increaseTime({ seconds: Number(seconds) });
      await test.mine({ blocks: 1 });
    },
  };
  return { shop, studio: born.studio };
}

/** Gives an account money, and lets somebody take it. */
async function endow({ token }: Shop, member: Worker, spender: Address): Promise<void> {
  const mint = { address: token, abi: testUsdcAbi, functionName: "mint" } as const;
  await settled(member, member.writeContract({ ...mint, args: [member.account.address, FUNDS] }));
  const approve = { address: token, abi: erc20Abi, functionName: "approve" } as const;
  await settled(member, member.writeContract({ ...approve, args: [spender, FUNDS] }));
}

async function settled(member: Worker, sent: Promise<Hex>): Promise<void> {
  await member.waitForTransactionReceipt({ hash: await sent });
}

/** Members set a window, and let the agent pay a vendor, buy of the owner, and look at a contract. */
async function grant(shop: Shop): Promise<Hex> {
  const { stack, owner, timelock, agent, token, mandates } = shop;
  await endow(shop, timelock, mandates);
  await timelock.setMandateWindowAndWait({ token, cap: FUNDS, length: 7 * 86_400 });
  const now = await shop.now();
  const mandate = {
    ...{ agent: agent.account.address, sponsor: owner.account.address, policyHash: POLICIES[0], token },
    limits: { perTransaction: 50n * USDC, perPeriod: 100n * USDC, period: 86_400 },
    ...{ lifetime: 200n * USDC, validUntil: now + 90n * DAY, reviewAt: now + 60n * DAY, quota: 100 },
    payees: [localAccount(VENDOR).address, owner.account.address],
    calls: [{ target: stack.deployment.addressOf("AssetRegistry"), selector: LOOK }],
  };
  await agent.consentToMandateAndWait({ terms: hashMandateTerms(mandate) });
  const { mandateId } = await timelock.grantMandateAndWait(mandate);
  return mandateId;
}

/** The agent pays, buys a license, and calls. */
async function act(shop: Shop, mandateId: Hex): Promise<void> {
  const { stack, owner, agent, timelock, token } = shop;
  const policyHash = POLICIES[0];
  const payee = localAccount(VENDOR).address;
  await agent.payByMandateAndWait({ mandateId, policyHash, payee, amount: 20n * USDC, purpose: EVIDENCE });
  const seller = owner.account.address;
  const { recipeId } = await owner.registerRecipeAndWait(recipeOf(seller, 0x61));
  const { lotId } = await commit(shop, owner, recipeId, 1n, ["texture"]);
  const offer = { recipeId, token, price: 5n * USDC, end: NEVER, duration: "perpetual" } as const;
  const { offerId } = await owner.publishOfferAndWait({ ...offer, usages: ["commercial"] });
  const wanted = { offerId, assetId: assetAt(lotId, 0), licensee: timelock.account.address, maxTotal: 5n * USDC };
  await agent.buyByMandateAndWait({ mandateId, policyHash, purchase: await toPurchase(agent, wanted) });
  const target = stack.deployment.addressOf("AssetRegistry");
  const data = `${LOOK}${LOOK.slice(2).padEnd(64, "0")}` as Hex;
  await agent.callByMandateAndWait({ mandateId, policyHash, target, data });
}

const recipeOf = (licensor: Address, commitment: number) => ({
  ...({ licensor, kind: "work", commitment: numberToHex(commitment, { size: 32 }) } as const),
  split: [{ account: licensor, weight: ALL }],
});

/** Commits a lot of texts; without a gate it is released at once. */
async function commit(
  { stack }: Shop,
  producer: Worker,
  recipeId: Hex,
  nonce: bigint,
  texts: readonly string[],
  gate?: Address,
): Promise<BuiltLot> {
  const built = await buildLot({
    ...{ chainId: hardhat.id, assetRegistry: stack.deployment.addressOf("AssetRegistry"), nonce, recipeId },
    ...{ producer: producer.account.address, recipeCommitment: keccak256("0x") },
    items: texts.map((name) => ({
      ...{ name, mediaType: "text/plain", bytes: name.length },
      contentHash: sha256(stringToHex(name)),
    })),
  });
  await producer.commitLotAndWait({ ...built.input, ...(gate === undefined ? {} : { gate }) });
  return built;
}

/** A commission of two milestones: the agent delivers for one and is paid, the other comes back, and a gift too. */
async function work(shop: Shop): Promise<BuiltLot> {
  const { stack, agent, owner, timelock, token, curation, commissions } = shop;
  const { recipeId } = await owner.registerRecipeAndWait(recipeOf(timelock.account.address, 0x62));
  const deadline = (await shop.now()) + 20n * DAY;
  const assignee = agent.account.address;
  const milestones = [
    { assignee, reward: 40n * USDC, deadline, brief: EVIDENCE },
    { assignee, reward: 2n * USDC, deadline, brief: EVIDENCE, dependsOn: [0] },
  ];
  const commission = { token, milestones, salt: EVIDENCE };
  const commissionId = await owner.getCommissionId(commission);
  const royaltySplitter = stack.deployment.addressOf("RoyaltySplitter");
  await endow(shop, timelock, royaltySplitter);
  const pot = { royaltySplitter, opener: commissions, id: commissionId, token, amount: 43n * USDC };
  await settled(timelock, fundPot(timelock, pot));
  await timelock.openCommissionAndWait(commission);

  const { nonce } = await agent.getMandateQuota({ gate: curation, agent: assignee });
  const lot = await commit(shop, agent, recipeId, nonce, FACTS, curation);
  await agent.deliverMilestoneAndWait({ commissionId, milestone: 0, lotId: lot.lotId });
  await owner.selfCertifyAndWait({ lotId: lot.lotId });
  await shop.pass(24n * DAY);
  await owner.payMilestoneAndWait({ commissionId, milestone: 0 });
  await owner.returnMilestoneAndWait({ commissionId, milestone: 1 });
  await owner.returnCommissionRestAndWait({ commissionId, token });
  return lot;
}

/** Members look at what the agent did, change what it is, and end it; another agent gets nothing but a quota. */
async function decide(shop: Shop, mandateId: Hex): Promise<Hex> {
  const { timelock, owner, agent, token } = shop;
  const payee = localAccount(VENDOR).address;
  await timelock.changeMandatePolicyAndWait({ mandateId, policyHash: POLICIES[1] });
  const limits = { perTransaction: 3n * USDC, perPeriod: 7n * USDC, period: 7_200 };
  await timelock.reviewMandateAndWait({ mandateId, reviewAt: (await shop.now()) + 10n * DAY, quota: 5, limits });
  const spending = { mandateId, policyHash: POLICIES[1], payee, purpose: EVIDENCE };
  for (let i = 0; i < 2; i++) await agent.payByMandateAndWait({ ...spending, amount: 3n * USDC });
  await timelock.setMandatePayeeAndWait({ mandateId, payee, listed: false });
  await timelock.pauseMandateAndWait({ mandateId, until: (await shop.now()) + DAY });
  await owner.sweepMandateAndWait({ mandateId, token });
  await timelock.revokeMandateAndWait({ mandateId });
  const now = await shop.now();
  const next = {
    ...{ agent: agent.account.address, sponsor: owner.account.address, policyHash: POLICIES[0] },
    ...{ validUntil: now + 30n * DAY, reviewAt: now + 20n * DAY, quota: 1 },
  };
  await agent.consentToMandateAndWait({ terms: hashMandateTerms(next) });
  const granted = await timelock.grantMandateAndWait(next);
  return granted.mandateId;
}

/** Members try another module of mandates and go back; the agent follows them to another gate. */
async function leave(shop: Shop, studio: Address, mandateId: Hex): Promise<void> {
  const { owner, timelock, mandates, token } = shop;
  const others = await owner.createSuccessorsAndWait({
    ...({ successorsOf: studio, preset: "solo", evidence: EVIDENCE, salt: POLICIES[0] } as const),
    modules: ["mandates", "curation"],
  });
  const approve = { address: token, abi: erc20Abi, functionName: "approve" } as const;
  await settled(timelock, timelock.writeContract({ ...approve, args: [mandates, 0n] }));
  await timelock.setMandatesAndWait({ newMandates: others.mandates, tokens: [token] });
  await timelock.setMandatesAndWait({ newMandates: mandates, tokens: [] });
  await timelock.recordGateAndWait({ gate: others.curation });
  await timelock.setCurationAndWait({ newCuration: others.curation });
  await owner.followMandateAndWait({ mandateId });
}

/** People and programs state what they found, leaves are published, and a copy is shown to be one. */
async function testify(shop: Shop, lot: BuiltLot): Promise<void> {
  const { owner, agent } = shop;
  const { uid } = await owner.attestAndWait({
    ...({
      kind: "copyrightCheck",
      subjectKind: "lot",
      subject: toSubject(lot.lotId),
      outcome: "inconclusive",
    } as const),
    ...{ score: 120_000, evidence: EVIDENCE, text: "searched nowhere" },
  });
  await owner.attestAndWait({
    ...({ kind: "humanOversight", subjectKind: "asset", outcome: "positive", text: "editor" } as const),
    subject: toSubject(assetAt(lot.lotId, 1)),
  });
  const account = agent.account.address;
  await agent.attestAndWait({
    ...({ kind: "actor", subjectKind: "account", agent: true, text: "did:web:agent.example" } as const),
    subject: toSubject(account),
  });
  await owner.revokeAttestationAndWait({ uid });

  for (const chunk of leafChunks(lot.tree, { size: 2 }))
    await agent.publishLeavesAndWait({ lotId: lot.lotId, ...chunk });
  const { recipeId } = await owner.registerRecipeAndWait(recipeOf(owner.account.address, 0x63));
  const copy = await commit(shop, owner, recipeId, 2n, [FACTS[2] ?? "", "new"]);
  const shown = (built: BuiltLot, index: number) => {
    const [row, proof] = [built.rows[index], built.tree.proof(index)];
    if (row === undefined) throw new Error("there is no such asset");
    return { assetId: assetAt(built.lotId, index), leaf: row.leaf, proof };
  };
  await agent.proveContentAndWait(shown(copy, 0));
  await agent.proveContentAndWait(shown(lot, 2));
  await agent.proveContentAndWait(shown(copy, 0));
  const right = await commit(shop, owner, recipeId, 3n, ["right", "new"]);
  await owner.supersedeManifestAndWait({ lotId: copy.lotId, manifest: EVIDENCE });
  await owner.supersedeLotAndWait({ lotId: copy.lotId, successor: right.lotId });
}

/** The studio's recipe is said to have left out parents: it rules on one contest, and is silent about another. */
async function contest(shop: Shop, lot: BuiltLot): Promise<void> {
  const { stack, owner, agent, timelock, token } = shop;
  const { recipeId } = await owner.registerRecipeAndWait(recipeOf(timelock.account.address, 0x64));
  const royaltySplitter = stack.deployment.addressOf("RoyaltySplitter");
  await timelock.setContestTermsAndWait({ token, bond: 5n * USDC });
  await endow(shop, agent, royaltySplitter);
  const opener = stack.deployment.addressOf("Provenance");
  const pot = { royaltySplitter, opener, id: toBondId(agent.account.address), token, amount: 20n * USDC };
  await settled(agent, fundPot(agent, pot));
  const claim = { recipeId, evidence: EVIDENCE, token, bond: 6n * USDC };
  const { contestId } = await agent.contestLineageAndWait({ ...claim, parent: assetAt(lot.lotId, 0) });
  const { contestId: silent } = await agent.contestLineageAndWait({ ...claim, parent: assetAt(lot.lotId, 1) });
  await timelock.ruleContestAndWait({ contestId, finding: "upheld" });
  await agent.withdrawContestBondAndWait({ token, amount: 2n * USDC });
  await shop.pass(31n * DAY);
  await owner.lapseContestAndWait({ contestId: silent });
}
