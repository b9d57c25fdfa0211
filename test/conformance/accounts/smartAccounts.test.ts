import { expect } from "chai";
import {
  commitLot,
  type Purchase,
  purchaseLicense,
  registerRecipe,
  type StudioAddresses,
  studioActions,
  vote,
} from "@imprimatur/sdk";
import { studioGovernorAbi } from "@imprimatur/sdk/abi";
import { buildLot } from "@imprimatur/sdk/lot";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { errorOfRevert, toStudioError } from "@imprimatur/sdk/errors";
import { type Address, createClient, custom, type Hex, type Log, numberToHex, sha256, walletActions } from "viem";
import { hardhat } from "viem/chains";
import { CHARTER, setStage, type Stage } from "../../sdk/fixture.ts";
import { type ForSale, fund, putOnSale } from "../../sdk/market.ts";
import { atomicWallet, bundlerClient, delegate, deployEntryPoint, type Owner } from "./accounts.ts";

const PRICE = 25_000_000n;

describe("conformance/accounts: smart accounts", () => {
  let stage: Stage;
  let implementation: Address;
  let owner: Owner;
  let token: Address;
  let work: ForSale;
  let studio: StudioAddresses;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await setStage();
    implementation = await deployEntryPoint(stage.protocol);
    owner = await delegate(stage.protocol, implementation);
    token = await fund(stage, "TestUSDC", owner.address, 10n * PRICE);
    work = await putOnSale(stage, {
      ...{ seller: 1, label: "work", kind: "work", token, price: PRICE, usages: ["commercial"] },
      split: [{ account: stage.addressOf(1), weight: 1_000_000 }],
    });
    studio = await stage.as(1).createStudioAndWait({
      ...{ name: "Atelier Nord", symbol: "NORD", preset: "collective", charter: CHARTER },
      ...{ founders: [stage.addressOf(1), stage.addressOf(2), owner.address], registrar: stage.addressOf(1) },
    });
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });
  afterEach(() => rewind());

  const purchaseOf = (overrides: Partial<Purchase> = {}): Promise<Purchase> =>
    stage.reader.toPurchase({
      ...{ offerId: work.offerId, assetId: work.assetId, licensee: owner.address, maxTotal: PRICE },
      ...overrides,
    });

  /** What the payer has to do first, and the purchase: the calls of one batch. */
  async function checkout(purchase: Purchase) {
    const { requirements } = await stage.reader.quotePurchase({ purchase, payer: owner.address });
    const { licenseMarket } = stage.addresses;
    return [...requirements, purchaseLicense.encode({ licenseMarket, purchase })];
  }

  async function openProposal(): Promise<bigint> {
    const { proposalId, voteStart } = await stage.as(1, studio).proposeAndWait({
      title: "Nothing",
      calls: [{ to: stage.addressOf(7), data: "0x", value: 0n }],
    });
    await stage.protocol.connection.networkHelpers.time.increaseTo(voteStart + 1n);
    return proposalId;
  }

  describe("ERC-4337", () => {
    const operate = async (calls: readonly { to: Address; data: Hex; value?: bigint }[]) => {
      const bundler = await bundlerClient(stage.protocol, owner, implementation);
      const fees = { maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 10n ** 9n };
      const hash = await bundler.sendUserOperation({ calls: [...calls], ...fees });
      return bundler.waitForUserOperationReceipt({ hash });
    };

    it("approves and buys in one operation, gas paid by the account", async () => {
      const purchase = await purchaseOf();
      const calls = await checkout(purchase);
      expect(calls).to.have.length(2);
      const { success, logs, receipt } = await operate(calls);
      expect(success).to.equal(true);
      expect(receipt.from.toLowerCase()).to.equal(stage.addressOf(8).toLowerCase());
      const sale = purchaseLicense.extractEvent(logs, stage.addresses.licenseMarket);
      expect(sale).to.include({ gross: PRICE, recipe: work.recipe });
      const right = { account: owner.address, assetId: work.assetId, usage: "commercial" } as const;
      expect(await stage.reader.hasLicense(right)).to.equal(true);
    });

    it("registers a recipe and commits a lot", async () => {
      const { commitment } = commitRecipe({ contents: { model: "m" } });
      const { assetRegistry } = stage.addresses;
      const split = [{ account: owner.address, weight: 1_000_000 }];
      const recipe = { assetRegistry, licensor: owner.address, kind: "work", commitment, split } as const;
      const { recipeId } = registerRecipe.extractEvent((await operate([registerRecipe.encode(recipe)])).logs);
      const lot = await buildLot({
        ...{ chainId: hardhat.id, assetRegistry, producer: owner.address, nonce: 1n, recipeId },
        recipeCommitment: commitment,
        items: Array.from({ length: 5 }, (_, i) => ({
          ...{ name: `${i}`, mediaType: "image/png", bytes: 1, contentHash: sha256(numberToHex(i)) },
        })),
      });
      const { logs } = await operate([commitLot.encode({ ...lot.input, assetRegistry })]);
      expect(commitLot.extractEvent(logs, assetRegistry)).to.include({ lotId: lot.lotId });
      expect(await stage.reader.getLot({ lotId: lot.lotId })).to.include({ status: "accepted", root: lot.root });
    });

    it("votes", async () => {
      const proposalId = await openProposal();
      const { governor } = studio;
      const { logs } = await operate([vote.encode({ governor, proposalId, support: "for" })]);
      expect(vote.extractEvent(logs, governor)).to.include({ voter: owner.address, support: "for" });
      const votes = { address: governor, abi: studioGovernorAbi, functionName: "hasVoted" } as const;
      expect(await stage.reader.readContract({ ...votes, args: [proposalId, owner.address] })).to.equal(true);
    });

    it("tells which call of a batch was refused, and why", async () => {
      const purchase = await purchaseOf({ maxTotal: PRICE - 1n });
      const { licenseMarket } = stage.addresses;
      const [approval] = await checkout(await purchaseOf());
      const { success, reason } = await operate([approval!, purchaseLicense.encode({ licenseMarket, purchase })]);
      expect(success).to.equal(false);
      const error = errorOfRevert(reason as Hex, undefined);
      expect(error).to.include({ name: "LimitError", errorName: "LicenseMarketOverMaxTotal" });
      expect(error.cause).to.include({ errorName: "ExecuteError", index: 1 });
    });

    it("explains what the EntryPoint refuses before anything is executed", async () => {
      const bundler = await bundlerClient(stage.protocol, owner, implementation);
      await stage.protocol.connection.networkHelpers.setBalance(owner.address, 0n);
      const call = vote.encode({ governor: studio.governor, proposalId: 1n, support: "for" });
      const fees = { maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 10n ** 9n };
      const failure: unknown = await bundler
        .sendUserOperation({ calls: [call], ...fees })
        .catch((error: unknown) => error);
      const error = toStudioError(failure) as Error & { hint: string };
      expect(error).to.include({ name: "StateError", errorName: "FailedOp" });
      expect(error).to.have.nested.property("args.reason").that.matches(/^AA21/);
      expect(error.hint).to.contain("paymaster");
      expect(error.cause).to.equal(failure);
    });
  });

  describe("EIP-5792", () => {
    const connect = (mayUpgrade = true) =>
      createClient({
        ...{ account: owner.address, chain: hardhat, pollingInterval: 10 },
        transport: custom(atomicWallet(stage.protocol, owner, mayUpgrade) as never, { retryCount: 0 }),
      })
        .extend(walletActions)
        .extend(studioActions({ addresses: stage.addresses }));

    it("approves and buys atomically in a wallet, whose receipts tell the sale", async () => {
      const wallet = connect();
      expect(await wallet.getCapabilities({ chainId: hardhat.id })).to.have.nested.property(
        "atomic.status",
        "supported",
      );
      const { id } = await wallet.sendCalls({ calls: await checkout(await purchaseOf()), forceAtomic: true });
      const { status, atomic, receipts } = await wallet.waitForCallsStatus({ id });
      expect({ status, atomic }).to.deep.equal({ status: "success", atomic: true });
      expect(receipts).to.have.length(1);
      const logs = receipts!.flatMap((receipt) => receipt.logs) as unknown as Log[];
      expect(purchaseLicense.extractEvent(logs)).to.include({ gross: PRICE, recipe: work.recipe });
    });

    it("leaves nothing behind where one call is refused", async () => {
      const wallet = connect();
      const [approval] = await checkout(await purchaseOf());
      const { licenseMarket } = stage.addresses;
      const bad = purchaseLicense.encode({ licenseMarket, purchase: await purchaseOf({ maxTotal: 1n }) });
      const failure: unknown = await wallet
        .sendCalls({ calls: [approval!, bad], forceAtomic: true })
        .catch((error: unknown) => error);
      const error = toStudioError(failure) as Error;
      expect(error).to.include({ name: "LimitError", errorName: "LicenseMarketOverMaxTotal" });
      expect(error.cause).to.include({ errorName: "ExecuteError", index: 1 });
      const { requirements } = await stage.reader.quotePurchase({ purchase: await purchaseOf(), payer: owner.address });
      expect(requirements).to.have.length(1);
    });

    it("says so when the user keeps the account as it is", async () => {
      const wallet = connect(false);
      const calls = await checkout(await purchaseOf());
      const failure: unknown = await wallet.sendCalls({ calls, forceAtomic: true }).catch((error: unknown) => error);
      expect(toStudioError(failure)).to.include({ name: "SignatureRejectedError" });
    });
  });
});
