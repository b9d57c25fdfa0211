import { expect } from "chai";
import {
  assetAt,
  type OfferArgs,
  type Order,
  type Purchase,
  purchaseLicense,
  type StudioAddresses,
  toReasonCode,
} from "@imprimatur/sdk";
import { buildLot } from "@imprimatur/sdk/lot";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { callsOf, type Requirement, requirementsOf, sendRequirements } from "@imprimatur/sdk/requirements";
import {
  type Address,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  keccak256,
  sha256,
  stringToHex,
  toHex,
  zeroAddress,
} from "viem";
import { deployPermit2, PERMIT2 } from "../../scripts/deploy/index.ts";
import type { Wallet } from "../helpers/protocol.ts";
import { CHARTER, expectError, expectRefusal, setStage, type Stage, YEAR } from "./fixture.ts";
import { fund } from "./market.ts";

const PRICE = 25_000_000n;
const SELLER = 1;
const BUYER = 5;
const RELAYER = 8;

describe("sdk: requirements", () => {
  let stage: Stage;
  let token: Address;
  let buyerAddress: Address;
  let recipeId: Hex;
  let assetId: bigint;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await setStage();
    buyerAddress = stage.addressOf(BUYER);
    token = await fund(stage, "TestUSDC", buyerAddress, 100n * PRICE);
    const walletClient = stage.protocol.wallets[0] as Wallet;
    await deployPermit2({ publicClient: stage.protocol.publicClient, walletClient });
    const licensor = stage.addressOf(SELLER);
    const split = [{ account: licensor, weight: 1_000_000 }];
    ({ recipeId } = await stage.as(SELLER).registerRecipeAndWait({ licensor, kind: "work", split }));
    const leaf = toLeaf({ contentHash: sha256(stringToHex("work")) });
    ({ assetId } = await stage.as(SELLER).registerAndWait({ recipeId, nonce: 1n, leaf }));
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());

  const buyer = () => stage.as(BUYER);
  const spender = () => stage.addresses.royaltySplitter;

  async function sell(terms: Partial<OfferArgs> = {}): Promise<Hex> {
    const end = (await stage.now()) + YEAR;
    const salt = keccak256(toHex(await stage.now()));
    const offer = { recipeId, token, price: PRICE, duration: 3_600n, end, salt, usages: ["commercial" as const] };
    return (await stage.as(SELLER).publishOfferAndWait({ ...offer, ...terms })).offerId;
  }

  async function purchaseOf(offerId: Hex, overrides: Partial<Purchase> = {}): Promise<Purchase> {
    const maxTotal = PRICE * BigInt(overrides.seats ?? 1);
    return stage.reader.toPurchase({ offerId, assetId, licensee: buyerAddress, maxTotal, ...overrides });
  }

  const allowance = (to = spender(), of = token, owner = buyerAddress): Promise<bigint> =>
    stage.reader.readContract({ address: of, abi: erc20Abi, functionName: "allowance", args: [owner, to] });

  const approve = async (amount: bigint, of = token): Promise<void> => {
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender(), amount] });
    await buyer().sendTransaction({ to: of, data });
  };

  const shown = (requirements: readonly Requirement[]) => requirements.map(({ kind, amount }) => [kind, amount]);

  /** The same approvals, of one unit less. */
  const skimped = (requirements: readonly Requirement[]): Requirement[] =>
    requirements.map((requirement) => {
      if (requirement.kind !== "approval" || requirement.amount === 0n) return requirement;
      const args = [requirement.spender, requirement.amount - 1n] as const;
      const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args });
      return { ...requirement, call: { ...requirement.call, data } };
    });

  /** Undoes what it tries. */
  async function undone(act: () => Promise<void>): Promise<void> {
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    await act();
    await snapshot.restore();
  }

  /** With what is listed the action succeeds and leaves no allowance; with a unit less it is refused. */
  async function expectExact(requirements: readonly Requirement[], act: () => Promise<unknown>): Promise<void> {
    await undone(async () => {
      await sendRequirements(buyer(), skimped(requirements));
      await expectRefusal("PaymentError", "ERC20InsufficientAllowance", act);
    });
    await sendRequirements(buyer(), requirements);
    await act();
    expect(await allowance()).to.equal(0n);
  }

  it("asks for nothing that cannot be bought, and for no account that is not there", async () => {
    const purchase = await purchaseOf(await sell(), { maxTotal: PRICE - 1n });
    const wanted = { ...stage.addresses, action: "purchaseLicense", purchase } as const;
    await expectError("PurchaseOverMaxTotalError", () => requirementsOf(buyer(), wanted));
    await expectError("AccountMissingError", () => requirementsOf(stage.reader, wanted));
    await expectError("AccountMissingError", () => sendRequirements(stage.reader, []));
  });

  describe("purchaseLicense", () => {
    const wanted = async () => ({
      ...stage.addresses,
      action: "purchaseLicense" as const,
      purchase: await purchaseOf(await sell({ seats: 3 }), { seats: 3 }),
    });

    it("needs an allowance of exactly the price, and a unit less is refused", async () => {
      const { purchase, ...rest } = await wanted();
      const requirements = await requirementsOf(buyer(), { ...rest, purchase });
      expect(shown(requirements)).to.deep.equal([["approval", 3n * PRICE]]);
      expect(requirements[0]).to.deep.include({ token, owner: buyerAddress });
      expect(requirements[0]!.spender.toLowerCase()).to.equal(spender().toLowerCase());
      await expectExact(requirements, () => buyer().purchaseLicenseAndWait({ purchase }));
    });

    it("raises a smaller allowance to the price, and leaves a larger one", async () => {
      const question = await wanted();
      await approve(3n * PRICE - 1n);
      expect(shown(await requirementsOf(buyer(), question))).to.deep.equal([["approval", 3n * PRICE]]);
      for (const enough of [3n * PRICE, 3n * PRICE + 1n]) {
        await approve(enough);
        expect(await requirementsOf(buyer(), question)).to.deep.equal([]);
      }
      await buyer().purchaseLicenseAndWait(question);
      expect(await allowance()).to.equal(1n);
    });

    it("takes an allowance back first where the token wants that", async () => {
      const wallet = stage.protocol.wallets[0] as Wallet;
      const { address } = await stage.protocol.connection.viem.deployContract("ResetFirstToken", [], {
        client: { wallet },
      });
      await wallet.writeContract({
        ...{ address, account: wallet.account, chain: null, functionName: "mint", args: [buyerAddress, PRICE] },
        abi: [
          { type: "function", name: "mint", stateMutability: "nonpayable", outputs: [], inputs: [ADDRESS, AMOUNT] },
        ],
      });
      const purchase = await purchaseOf(await sell({ token: address }));
      const question = { ...stage.addresses, action: "purchaseLicense", purchase } as const;
      expect(shown(await requirementsOf(buyer(), question))).to.deep.equal([["approval", PRICE]]);
      await approve(7n, address);
      await buyer()
        .call({ account: buyerAddress, to: address, data: approveData(PRICE) })
        .then(
          () => expect.fail("The token took a second allowance."),
          (error: unknown) => expect((error as Error).message).to.contain("ResetFirstTokenAllowance"),
        );
      const requirements = await requirementsOf(buyer(), question);
      expect(shown(requirements)).to.deep.equal([
        ["approval", 0n],
        ["approval", PRICE],
      ]);
      const { receipts, left } = await sendRequirements(buyer(), requirements);
      expect([receipts.length, left]).to.deep.equal([2, []]);
      await buyer().purchaseLicenseAndWait({ purchase });
      expect(await allowance(spender(), address)).to.equal(0n);
    });

    const approveData = (amount: bigint) =>
      encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender(), amount] });

    it("gives a contract that pays its calls for one batch or proposal", async () => {
      const question = await wanted();
      const sender = stage.addressOf(7);
      const requirements = await requirementsOf(stage.reader, { ...question, sender });
      expect(callsOf(requirements)).to.deep.equal([{ to: token, data: approveData(3n * PRICE), value: 0n }]);
      const { left, receipts } = await sendRequirements(buyer(), requirements);
      expect([left, receipts]).to.deep.equal([requirements, []]);
      const calls = [...callsOf(requirements), purchaseLicense.encode(question)];
      await fund(stage, "TestUSDC", sender, 3n * PRICE);
      for (const { to, data } of calls) await stage.as(7).sendTransaction({ to, data });
      const { purchaseId: licenseId } = await stage.reader.quotePurchase({
        purchase: question.purchase,
        payer: sender,
      });
      expect(await stage.reader.getLicense({ licenseId })).to.include({ seats: 3, price: 3n * PRICE });
    });
  });

  describe("signatures", () => {
    it("a permit allows exactly the price", async () => {
      const purchase = await purchaseOf(await sell());
      const payment = { method: "permit" as const };
      const requirements = await requirementsOf(buyer(), {
        ...{ ...stage.addresses, action: "purchaseOrder", purchase, payment },
      });
      expect(shown(requirements)).to.deep.equal([["permit", PRICE]]);
      const { payments, receipts } = await sendRequirements(buyer(), requirements);
      expect(receipts).to.deep.equal([]);
      await buyer().purchaseOrderAndWait({ purchase, payment: payments.get(0)! });
      expect(await allowance()).to.equal(0n);
      const signed = { ...stage.addresses, action: "purchaseOrder", purchase, payment: payments.get(0)! } as const;
      expect(await requirementsOf(buyer(), signed)).to.deep.equal([]);
    });

    it("an authorization is the signature that a relayer takes", async () => {
      const purchase = await purchaseOf(await sell());
      const question = { purchase, payer: buyerAddress };
      const requirements = await requirementsOf(stage.as(RELAYER), {
        ...{ ...stage.addresses, action: "purchaseLicenseWithAuthorization", ...question },
      });
      expect(shown(requirements)).to.deep.equal([["authorization", PRICE]]);
      expect((await sendRequirements(stage.as(RELAYER), requirements)).left).to.deep.equal(requirements);
      const { payments } = await sendRequirements(buyer(), requirements);
      const signature = payments.get(0)!.data!;
      expect(signature).to.equal(await buyer().signPurchaseAuthorization({ purchase }));
      await stage.as(RELAYER).purchaseLicenseWithAuthorizationAndWait({ ...question, signature });
    });

    it("Permit2 gets no more than the price, and a signature for this purchase", async () => {
      const purchase = await purchaseOf(await sell());
      const payment = { method: "permit2" as const, payer: buyerAddress };
      const requirements = await requirementsOf(stage.as(RELAYER), {
        ...{ ...stage.addresses, action: "purchaseOrder", purchase, payment },
      });
      expect(requirements.map(({ kind, amount, spender: to }) => [kind, amount, to])).to.deep.equal([
        ["approval", PRICE, PERMIT2],
        ["permit2", PRICE, spender()],
      ]);
      await undone(async () => {
        const { payments } = await sendRequirements(buyer(), skimped(requirements));
        const failure: unknown = await stage
          .as(RELAYER)
          .purchaseOrder({ purchase, payment: payments.get(0)! })
          .catch((error: unknown) => error);
        expect(failure).to.be.an("error");
      });
      const { payments } = await sendRequirements(buyer(), requirements);
      await stage.as(RELAYER).purchaseOrderAndWait({ purchase, payment: payments.get(0)! });
      expect(await allowance(PERMIT2)).to.equal(0n);
    });
  });

  describe("purchaseBatch", () => {
    it("allows the sum of each token once", async () => {
      const keyed = await fund(stage, "TestUSDCKeyed", buyerAddress, 10n * PRICE);
      const offers = [await sell(), await sell(), await sell({ token: keyed, price: 5n })];
      const orders = await Promise.all(offers.map(async (offerId) => ({ purchase: await purchaseOf(offerId) })));
      const requirements = await requirementsOf(buyer(), { ...stage.addresses, action: "purchaseBatch", orders });
      expect(requirements.map((each) => [each.kind, each.token, each.amount])).to.deep.equal([
        ["approval", token, 2n * PRICE],
        ["approval", keyed, 5n],
      ]);
      await expectExact(requirements, () => buyer().purchaseBatchAndWait({ orders }));
      expect(await allowance(spender(), keyed)).to.equal(0n);
    });

    it("mixes all ways to pay, with permits that leave what follows its share", async () => {
      const methods = ["allowance", "permit", "allowance", "permit", "authorization", "permit2"] as const;
      const orders: Order[] = [];
      for (const method of methods) orders.push({ purchase: await purchaseOf(await sell()), payment: { method } });
      const requirements = await requirementsOf(buyer(), { ...stage.addresses, action: "purchaseBatch", orders });
      expect(shown(requirements)).to.deep.equal([
        ["approval", PRICE],
        ["approval", PRICE],
        ["permit", 2n * PRICE],
        ["permit", PRICE],
        ["authorization", PRICE],
        ["permit2", PRICE],
      ]);
      const { payments } = await sendRequirements(buyer(), requirements);
      expect([...payments.keys()]).to.deep.equal([1, 3, 4, 5]);
      const signed = orders.map((order, place) => ({ ...order, payment: payments.get(place) ?? order.payment! }));
      const { sales } = await buyer().purchaseBatchAndWait({ orders: signed });
      expect(sales).to.have.length(6);
      expect([await allowance(), await allowance(PERMIT2)]).to.deep.equal([0n, 0n]);
    });
  });

  it("renewLicense: the price of all seats", async () => {
    const purchase = await purchaseOf(await sell({ seats: 2, transferable: true }), { seats: 2 });
    await approve(2n * PRICE);
    const { purchaseId: licenseId } = await buyer().purchaseLicenseAndWait({ purchase });
    const terms = { licenseId, maxTotal: 2n * PRICE };
    const question = { ...stage.addresses, action: "renewLicense", ...terms } as const;
    await expectError("PurchaseOverMaxTotalError", () =>
      requirementsOf(buyer(), { ...question, maxTotal: 2n * PRICE - 1n }),
    );
    const requirements = await requirementsOf(buyer(), question);
    expect(shown(requirements)).to.deep.equal([["approval", 2n * PRICE]]);
    const { deadline } = await purchaseOf(purchase.offerId);
    await expectExact(requirements, () => buyer().renewLicenseAndWait({ ...terms, deadline }));
  });

  it("fundPot: the amount", async () => {
    const pot = { opener: stage.addressOf(7), id: keccak256("0x01"), token, amount: 9n };
    const requirements = await requirementsOf(buyer(), { ...stage.addresses, action: "fundPot", ...pot });
    expect(shown(requirements)).to.deep.equal([["approval", 9n]]);
    await expectExact(requirements, () => buyer().fundPotAndWait(pot));
  });

  describe("of a studio", () => {
    let studio: StudioAddresses;
    let byVote: { account: Address };

    beforeEach(async () => {
      studio = await stage.as(SELLER).createStudioAndWait({
        ...{ name: "Atelier", symbol: "SOLO", preset: "solo", charter: CHARTER },
        ...{ founders: [stage.addressOf(SELLER)], registrar: stage.addressOf(SELLER) },
      });
      const { networkHelpers } = stage.protocol.connection;
      await networkHelpers.impersonateAccount(studio.timelock);
      await networkHelpers.setBalance(studio.timelock, 10n ** 20n);
      byVote = { account: studio.timelock };
    });

    it("fundDeposit and deposit: what the pot lacks, and the call that fills it", async () => {
      const { curation } = studio;
      const member = stage.as(BUYER, studio);
      const common = { ...stage.addresses, curation, amount: 500n };
      await expectError("AuditTokenUnsetError", () => requirementsOf(member, { ...common, action: "fundDeposit" }));
      await stage.as(SELLER, studio).setAuditTokenAndWait({ token, ...byVote });
      const approvals = await requirementsOf(member, { ...common, action: "fundDeposit" });
      expect(shown(approvals)).to.deep.equal([["approval", 500n]]);
      await undone(async () => {
        await sendRequirements(member, approvals);
        await member.fundDeposit({ amount: 500n });
        expect(await allowance()).to.equal(0n);
      });

      const question = { ...common, action: "deposit", depositor: buyerAddress } as const;
      const requirements = await requirementsOf(member, question);
      expect(shown(requirements)).to.deep.equal([
        ["approval", 500n],
        ["pot", 500n],
      ]);
      await sendRequirements(member, requirements);
      expect(await requirementsOf(member, question)).to.deep.equal([]);
      expect(shown(await requirementsOf(member, { ...question, amount: 501n }))).to.deep.equal([
        ["approval", 1n],
        ["pot", 1n],
      ]);
      expect(await member.depositAndWait({ depositor: buyerAddress })).to.include({ amount: 500n });
      expect(await allowance()).to.equal(0n);
    });

    it("fileClaim: the bond in the claimant's pot, and no more", async () => {
      const founders = [1, 2, 3, 4, 5].map(stage.addressOf);
      const seats = [11, 12, 13, 14, 15].map(stage.addressOf);
      const house = await stage.as(SELLER).createStudioAndWait({
        ...{ name: "House", symbol: "HSE", preset: "house", charter: CHARTER, founders, seats },
      });
      const { networkHelpers } = stage.protocol.connection;
      await networkHelpers.impersonateAccount(house.timelock);
      await networkHelpers.setBalance(house.timelock, 10n ** 20n);
      const { board } = house;
      const claimant = stage.as(BUYER, house);
      const question = { ...stage.addresses, board, action: "fileClaim" } as const;
      const boardless = { ...question, board: zeroAddress };
      await expectError("ContractMissingError", () => requirementsOf(claimant, boardless));
      expect(await requirementsOf(claimant, question)).to.deep.equal([]);
      const member = stage.as(SELLER, house);
      await member.setClaimTermsAndWait({ token, bond: 70n, account: house.timelock });
      const calls = [{ to: buyerAddress, data: "0x" as const, value: 0n }];
      const { proposalId: subject } = await member.proposeAndWait({ title: "Odd", calls });
      const reasonCode = toReasonCode("consent");
      const claim = { kind: "proposal", subject, reasonCode, evidence: keccak256("0x04") } as const;
      await expectRefusal("PaymentError", "EthicsBoardBondTooSmall", () => claimant.fileClaim(claim));
      const requirements = await requirementsOf(claimant, question);
      expect(shown(requirements)).to.deep.equal([
        ["approval", 70n],
        ["pot", 70n],
      ]);
      await sendRequirements(claimant, requirements);
      expect([await allowance(), await requirementsOf(claimant, question)]).to.deep.equal([0n, []]);
      expect(await claimant.fileClaimAndWait(claim)).to.include({ bond: 70n });
    });

    it("revokeLicense: the refund, as calls of a proposal", async () => {
      const { timelock } = studio;
      const artist = stage.as(SELLER, studio);
      const split = [{ account: timelock, weight: 1_000_000 }];
      const own = await artist.registerRecipeAndWait({ licensor: timelock, kind: "work", split });
      const lot = await buildLot({
        ...{ chainId: 31337, assetRegistry: stage.addresses.assetRegistry, producer: stage.addressOf(SELLER) },
        ...{ nonce: 2n, recipeId: own.recipeId, recipeCommitment: keccak256("0x02") },
        items: [{ name: "one", mediaType: "image/png", bytes: 1, contentHash: sha256("0x03") }],
      });
      await artist.commitLotAndWait({ ...lot.input, gate: studio.curation });
      await artist.selfCertifyAndWait({ lotId: lot.lotId, blocked: [] });
      await stage.pass(60n * 86_400n);
      const end = (await stage.now()) + YEAR;
      const { offerId } = await artist.publishOfferAndWait({
        ...{ recipeId: own.recipeId, token, price: PRICE, duration: "perpetual", end, usages: ["commercial"] },
        ...{ revocable: true, ...byVote },
      });
      const purchase = await purchaseOf(offerId, { assetId: assetAt(lot.lotId, 0) });
      await approve(PRICE);
      const { purchaseId: licenseId } = await buyer().purchaseLicenseAndWait({ purchase });

      const question = { ...stage.addresses, action: "revokeLicense", licenseId, sender: timelock } as const;
      const requirements = await requirementsOf(stage.reader, question);
      const { amount } = await stage.reader.getRevocationRefund({ licenseId });
      expect(amount > 0n && amount <= PRICE).to.equal(true);
      expect(shown(requirements)).to.deep.equal([["approval", amount]]);
      await fund(stage, "TestUSDC", timelock, amount);
      const revoke = () => artist.revokeLicenseAndWait({ licenseId, maxRefund: amount, ...byVote });
      await expectRefusal("PaymentError", "ERC20InsufficientAllowance", revoke);
      for (const { to, data } of callsOf(requirements)) await artist.sendTransaction({ to, data, ...byVote });
      expect(await revoke()).to.include({ refund: amount });
      expect(await allowance(spender(), token, timelock)).to.equal(0n);
    });
  });
});

const ADDRESS = { type: "address" } as const;
const AMOUNT = { type: "uint256" } as const;
