import { expect } from "chai";
import { fundPot, type StudioAddresses, toPurchase } from "@imprimatur/sdk";
import { logReader } from "@imprimatur/sdk/logs";
import { buildLot } from "@imprimatur/sdk/lot";
import { auditMandates, firstHead, hashAct, hashMandateTerms, mandateActions } from "@imprimatur/sdk/mandates";
import {
  type Address,
  encodeFunctionData,
  erc20Abi,
  getAddress,
  type Hex,
  keccak256,
  padHex,
  sha256,
  stringToHex,
  toFunctionSelector,
  zeroAddress,
} from "viem";
import { CHARTER, expectError, expectRefusal, setStage, type Stage } from "./fixture.ts";
import { keyOf } from "./gate.ts";
import { fund, putOnSale } from "./market.ts";

const MEMBERS = [1, 2, 3, 4, 5];
const SEATS = [10, 11, 12, 13, 14];
const [AGENT, VENDOR, SELLER] = [15, 16, 17];
const USDC = 1_000_000n;
const DAY = 86_400n;
const POLICY = keccak256(stringToHex('{"model":"m1"}'));
const OTHER_POLICY = keccak256(stringToHex('{"model":"m2"}'));
const PURPOSE = keccak256(stringToHex("invoice 7"));
const BRIEF = keccak256(stringToHex("draw a lighthouse"));
const PING = toFunctionSelector("echo()");

/** What `debug_traceTransaction` tells of each step. */
type Trace = { structLogs: { op: string; stack: string[] }[] };

describe("sdk: mandates and commissions", () => {
  let stage: Stage;
  let studio: StudioAddresses & { mandates: Address; commissions: Address };
  let usdc: Address;
  let machine: Address;
  let mandateId: Hex;

  const as = (account: number) => {
    const { addresses } = stage;
    return stage.as(account, studio).extend(mandateActions({ addresses, studio }));
  };
  const byVote = () => ({ account: studio.timelock });
  const spend = (amount: bigint, payee = stage.addressOf(VENDOR), policyHash = POLICY) =>
    as(AGENT).payByMandateAndWait({ mandateId, policyHash, payee, amount, purpose: PURPOSE });

  before(async () => {
    stage = await setStage();
    const created = await stage.as(1).createStudioAndWait({
      ...{ name: "House", symbol: "HSE", preset: "house", charter: CHARTER, registrar: stage.addressOf(1) },
      ...{ founders: MEMBERS.map(stage.addressOf), seats: SEATS.map(stage.addressOf) },
    });
    studio = created;
    const { networkHelpers, viem } = stage.protocol.connection;
    await networkHelpers.impersonateAccount(studio.timelock);
    await networkHelpers.setBalance(studio.timelock, 10n ** 20n);
    for (const member of MEMBERS) {
      const consent = { account: keyOf(member), curator: stage.addressOf(member) };
      await as(member).registerCuratorAndWait(await as(member).signCuratorKey(consent));
    }
    machine = (await viem.deployContract("HostileGate")).address;
    usdc = await fund(stage, "TestUSDC", studio.timelock, 100_000n * USDC);
    await allow(studio.mandates, 4_000n * USDC);
    await as(1).setMandateWindowAndWait({ token: usdc, cap: 2_000n * USDC, length: 7 * 86_400, ...byVote() });
    const now = await stage.now();
    const mandate = {
      ...{ agent: stage.addressOf(AGENT), sponsor: stage.addressOf(1), policyHash: POLICY, token: usdc },
      limits: { perTransaction: 500n * USDC, perPeriod: 1_000n * USDC, period: 86_400 },
      ...{ lifetime: 5_000n * USDC, validUntil: now + 90n * DAY, reviewAt: now + 30n * DAY, quota: 100 },
      payees: [stage.addressOf(VENDOR), stage.addressOf(SELLER)],
      calls: [{ target: machine, selector: PING }],
    };
    const terms = hashMandateTerms(mandate);
    const consented = await as(AGENT).consentToMandateAndWait({ terms });
    expect(consented).to.include({ agent: getAddress(mandate.agent), terms });
    expect(await as(1).getMandateConsent({ agent: mandate.agent })).to.equal(terms);
    const granted = await as(1).grantMandateAndWait({ ...mandate, ...byVote() });
    expect(await as(1).getMandateConsent({ agent: mandate.agent })).to.equal(undefined);
    mandateId = granted.mandateId;
    expect(granted).to.include({ number: 1n });
  });

  async function allow(spender: Address, amount: bigint): Promise<void> {
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });
    await stage.as(1).sendTransaction({ account: studio.timelock, to: usdc, data });
  }

  /** What does not agree between logs and storage. */
  async function differences() {
    const { mandates, commissions, curation } = studio;
    const { royaltySplitter } = stage.addresses;
    const audit = { mandates, commissions, royaltySplitter, gates: [curation], fromBlock: 0n };
    return (await auditMandates(stage.reader, audit)).differences;
  }

  afterEach(async () => {
    expect(await differences()).to.deep.equal([]);
  });

  it("come with a house, and are asked for where a studio has none", async () => {
    const read = await stage.reader.getStudio({ studio: studio.studio });
    expect(read).to.include({ mandates: studio.mandates, commissions: studio.commissions });
    const { addresses } = stage;
    const none = stage.as(1).extend(mandateActions({ addresses, studio: { ...studio, mandates: zeroAddress } }));
    await expectError("ContractMissingError", () => none.getMandate({ mandateId }));
  });

  it("are read in one round trip", async () => {
    const mandate = await as(2).getMandate({ mandateId });
    expect(mandate).to.include({ live: true, revoked: false, acts: 0, policyHash: POLICY, policyVersion: 1 });
    expect(mandate).to.include({ token: usdc, spent: 0n, left: 5_000n * USDC, head: firstHead(mandateId) });
    expect(await as(2).getMandateId({ agent: stage.addressOf(AGENT) })).to.equal(mandateId);
    expect(await as(2).getMandateId({ agent: stage.addressOf(2) })).to.equal(undefined);
    expect(await as(2).isMandatePayee({ mandateId, payee: stage.addressOf(VENDOR) })).to.equal(true);
    expect(await as(2).isMandateCall({ mandateId, target: machine, selector: "0xa9059cbb" })).to.equal(false);
  });

  it("explain what they refuse", async () => {
    await expectRefusal("UnauthorizedError", "AgentMandatesUnlistedPayee", () => spend(1n, stage.addressOf(3)));
    await expectRefusal("LimitError", "AgentMandatesOverTransaction", () => spend(501n * USDC));
    await expectRefusal("StateError", "AgentMandatesWrongPolicy", () => spend(1n, undefined, OTHER_POLICY));
    await expectRefusal("UnauthorizedError", "AgentMandatesUnauthorized", () => as(2).revokeMandate({ mandateId }));
    await expectRefusal("UnauthorizedError", "AgentMandatesUnlistedCall", () =>
      as(AGENT).callByMandate({ mandateId, policyHash: POLICY, target: machine, data: "0xdeadbeef" }),
    );
    await expectRefusal("UnknownIdError", "AgentMandatesUnknownMandate", () =>
      as(2).getMandate({ mandateId: PURPOSE }),
    );
  });

  it("are audited for payees and calls that a contract kept though they were taken off", async () => {
    const { provider, networkHelpers } = stage.protocol.connection;
    const payee = stage.addressOf(3);
    const call = { target: machine, selector: toFunctionSelector("pong()") } as const;
    const slotsOf = async (hash: Hex): Promise<Hex[]> => {
      const { structLogs } = (await provider.request({ method: "debug_traceTransaction", params: [hash] })) as Trace;
      const written = structLogs.filter(({ op }) => op === "SSTORE").map(({ stack }) => stack.at(-1) ?? "");
      return written.map((slot) => padHex(`0x${slot.replace("0x", "")}`, { size: 32 }));
    };
    const list = async (listed: boolean) => {
      const common = { mandateId, listed, ...byVote() };
      return [await as(1).setMandatePayee({ ...common, payee }), await as(1).setMandateCall({ ...common, ...call })];
    };
    const written: { slot: Hex; value: bigint }[] = [];
    for (const slot of (await Promise.all((await list(true)).map(slotsOf))).flat()) {
      const value = await stage.reader.getStorageAt({ address: studio.mandates, slot });
      written.push({ slot, value: BigInt(value ?? "0x0") });
    }
    await list(false);
    const snapshot = await networkHelpers.takeSnapshot();
    for (const { slot, value } of written) await networkHelpers.setStorageAt(studio.mandates, slot, value);
    const found = await differences();
    await snapshot.restore();
    expect(found.map(({ subject, ...rest }) => ({ ...rest, subject: subject.split(" ")[0] }))).to.deep.equal([
      { subject: "payee", field: "listed", found: "true", expected: "false" },
      { subject: "call", field: "listed", found: "true", expected: "false" },
    ]);
  });

  it("pay, buy and call, and their log is what follows from the events", async () => {
    const vendor = stage.addressOf(VENDOR);
    const paid = await spend(200n * USDC);
    const split = [{ account: stage.addressOf(SELLER), weight: 1_000_000 }];
    const sale = { seller: SELLER, label: "texture", kind: "work", token: usdc, price: 30n * USDC, split } as const;
    const { offerId, assetId } = await putOnSale(stage, { ...sale, usages: ["commercial"] });
    const licensee = studio.timelock;
    const purchase = await toPurchase(stage.reader, { offerId, assetId, licensee, maxTotal: 30n * USDC });
    const bought = await as(AGENT).buyByMandateAndWait({ mandateId, policyHash: POLICY, purchase });
    expect(bought).to.include({ amount: 30n * USDC, offerId });
    expect(await stage.reader.hasLicense({ account: licensee, assetId, usage: "commercial" })).to.equal(true);
    const called = await as(AGENT).callByMandateAndWait({ mandateId, policyHash: POLICY, target: machine, data: PING });
    expect(called.dataHash).to.equal(keccak256(PING));

    let head = firstHead(mandateId);
    head = hashAct(head, POLICY, { act: "paid", payee: vendor, amount: 200n * USDC, purpose: PURPOSE });
    expect(head).to.equal(paid.head);
    head = hashAct(head, POLICY, { act: "bought", purchaseId: bought.purchaseId, amount: 30n * USDC, offerId });
    expect(head).to.equal(bought.head);
    head = hashAct(head, POLICY, { act: "called", target: machine, dataHash: called.dataHash, selector: PING });
    const mandate = await as(2).getMandate({ mandateId });
    expect(mandate).to.include({ head, acts: 3, spent: 230n * USDC, left: 4_770n * USDC });
    const { cap, spent } = await as(2).getMandateWindow({ token: usdc });
    expect({ cap, spent }).to.deep.equal({ cap: 2_000n * USDC, spent: 230n * USDC });
  });

  it("count lots at the gate, and a commission is paid, or comes back", async () => {
    const split = [{ account: studio.timelock, weight: 1_000_000 }];
    const recipe = { licensor: studio.timelock, kind: "work", split } as const;
    const { recipeId } = await as(1).registerRecipeAndWait(recipe);
    const deadline = (await stage.now()) + 20n * DAY;
    const assignee = stage.addressOf(AGENT);
    const milestones = [
      { assignee, reward: 40n * USDC, deadline, brief: BRIEF },
      { assignee, reward: 2n * USDC, deadline, brief: BRIEF, dependsOn: [0] },
    ];
    const commission = { token: usdc, milestones, salt: PURPOSE };
    const commissionId = await as(1).getCommissionId(commission);
    await expectRefusal("PaymentError", "CommissionsUnderfunded", () =>
      as(1).openCommission({ ...commission, ...byVote() }),
    );
    const { royaltySplitter } = stage.addresses;
    await allow(royaltySplitter, 42n * USDC);
    const pot = { royaltySplitter, opener: studio.commissions, id: commissionId, token: usdc, amount: 42n * USDC };
    await fundPot(as(1), { ...pot, ...byVote() });
    const opened = await as(1).openCommissionAndWait({ ...commission, ...byVote() });
    expect(opened.commissionId).to.equal(commissionId);

    const { nonce } = await as(AGENT).getMandateQuota({ gate: studio.curation, agent: assignee });
    expect(nonce).to.equal(1n << 32n);
    const lot = await buildLot({
      ...{ chainId: 31337, assetRegistry: stage.addresses.assetRegistry, producer: assignee, nonce, recipeId },
      recipeCommitment: keccak256("0x"),
      items: [{ name: "a", mediaType: "image/png", bytes: 1, contentHash: sha256("0x01") }],
    });
    await as(AGENT).commitLotAndWait({ ...lot.input, gate: studio.curation });
    const quota = await as(AGENT).getMandateQuota({ gate: studio.curation, agent: assignee });
    expect(quota).to.include({ used: 1, perDay: 100, policyVersion: 1, nonce: nonce + 1n });
    const place = { commissionId, milestone: 0 };
    await as(AGENT).deliverMilestoneAndWait({ ...place, lotId: lot.lotId });
    await expectRefusal("TimingError", "CommissionsNotReleasable", () => as(2).payMilestone(place));
    await expectRefusal("TimingError", "CommissionsNotReturnable", () => as(2).returnMilestone(place));
    await stage.pass(24n * DAY);
    const returned = await as(2).returnMilestoneAndWait({ commissionId, milestone: 1 });
    expect(returned).to.include({ amount: 2n * USDC });
    const read = await as(2).getCommission({ commissionId });
    expect(read.milestones.map(({ status, lotId, dependsOn }) => ({ status, lotId, dependsOn }))).to.deep.equal([
      { status: "open", lotId: lot.lotId, dependsOn: [] },
      { status: "returned", lotId: undefined, dependsOn: [0] },
    ]);
  });

  it("change by vote: policy, lists, limits; and end", async () => {
    const payee = stage.addressOf(3);
    await as(1).changeMandatePolicyAndWait({ mandateId, policyHash: OTHER_POLICY, ...byVote() });
    await expectRefusal("StateError", "AgentMandatesWrongPolicy", () => spend(1n));
    await as(1).setMandatePayeeAndWait({ mandateId, payee, listed: true, ...byVote() });
    await spend(1n, payee, OTHER_POLICY);
    await as(1).setMandateCallAndWait({ mandateId, target: machine, selector: PING, listed: false, ...byVote() });
    expect(await as(2).isMandateCall({ mandateId, target: machine, selector: PING })).to.equal(false);
    const limits = { perTransaction: 1n, perPeriod: 2n, period: 86_400 };
    const reviewAt = (await stage.now()) + 10n * DAY;
    const reviewed = await as(1).reviewMandateAndWait({ mandateId, reviewAt, quota: 5, limits, ...byVote() });
    expect(reviewed).to.deep.include({ mandateId, reviewAt, quota: 5, limits });
    await as(1).pauseMandateAndWait({ mandateId, until: reviewAt, ...byVote() });
    await expectRefusal("TimingError", "AgentMandatesPaused", () => spend(1n, payee, OTHER_POLICY));
    const { until } = await as(1).pauseMandateAndWait({ mandateId, until: 0n, ...byVote() });
    expect(until).to.equal(0n);
    expect((await as(2).getMandate({ mandateId })).live).to.equal(true);
    expect(await as(2).sweepMandateAndWait({ mandateId, token: usdc })).to.include({ amount: 0n });
    expect((await as(2).followMandateAndWait({ mandateId })).gate).to.equal(undefined);
    expect((await as(2).followStudioAndWait()).moved).to.deep.equal([]);
    await as(1).revokeMandateAndWait({ mandateId, ...byVote() });
    await expectRefusal("StateError", "AgentMandatesRevoked", () => spend(1n, payee, OTHER_POLICY));
    expect(await as(2).getMandate({ mandateId })).to.include({ revoked: true, live: false });
  });

  it("are told from logs alone as the chain has them, with every unit that was spent", async () => {
    const data = logReader(stage.reader, { addresses: stage.addresses, fromBlock: 0n });
    const agent = stage.addressOf(AGENT);
    const [told, ...others] = await data.listMandates({ studio: studio.studio });
    expect(others).to.deep.equal([]);
    const { live: _live, spent: _inPeriod, limits, ...stored } = await as(2).getMandate({ mandateId });
    expect(told).to.include({ ...stored, mandateId, number: 1n, mandates: studio.mandates });
    expect(told?.limits).to.deep.equal(limits);

    const acts = await data.listMandateActs({ agent });
    expect(acts.map(({ kind, number, amount }) => [kind, number, amount])).to.deep.equal([
      ["paid", 1n, 200n * USDC],
      ["bought", 2n, 30n * USDC],
      ["called", 3n, 0n],
      ["paid", 4n, 1n],
    ]);
    expect(acts.at(-1)).to.include({ head: stored.head, policyHash: OTHER_POLICY, policyVersion: 2, token: usdc });
    expect(told?.spent).to.equal(230n * USDC + 1n);
    expect(await data.listMandateActs({ agent: stage.addressOf(VENDOR) })).to.deep.equal([]);

    const [commission] = await data.listCommissions({ studio: studio.studio });
    expect(commission).to.include({ total: 42n * USDC, paid: 0n, returned: 2n * USDC, milestones: 2, token: usdc });
    const steps = await data.listMilestones({ studio: studio.studio });
    const { milestones } = await as(2).getCommission({ commissionId: commission!.commissionId });
    expect(steps.map(({ commissionId: _, position: __, brief: ___, ...step }) => step)).to.deep.equal(milestones);
    expect(steps.map(({ position, brief }) => [position, brief])).to.deep.equal([
      [0, BRIEF],
      [1, BRIEF],
    ]);
    expect(await data.listMandates({ studio: stage.addressOf(1) })).to.deep.equal([]);
    expect(await data.listMilestones({ studio: stage.addressOf(1) })).to.deep.equal([]);
  });
});
