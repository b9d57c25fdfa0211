import { expect } from "chai";
import { purchaseLicense } from "@imprimatur/sdk";
import { toStudioError } from "@imprimatur/sdk/errors";
import { foundersFromSafe } from "@imprimatur/sdk/founders";
import { type Address, getAddress, type Hex } from "viem";
import type { Wallet } from "../../helpers/protocol.ts";
import { expectError, setStage, type Stage } from "../../sdk/fixture.ts";
import { type ForSale, fund, putOnSale } from "../../sdk/market.ts";
import { exportBatch, importBatch, Safe } from "../clients/safe.ts";

const PRICE = 25_000_000n;

describe("conformance/accounts: a Safe", () => {
  let stage: Stage;
  let safe: Safe;
  let token: Address;
  let work: ForSale;

  before(async () => {
    stage = await setStage();
    const owners = [3, 4].map((index) => stage.protocol.wallets[index] as Wallet);
    safe = await Safe.create(stage.protocol.publicClient, owners);
    token = await fund(stage, "TestUSDC", safe.address, 10n * PRICE);
    work = await putOnSale(stage, {
      ...{ seller: 1, label: "work", kind: "work", token, price: PRICE, usages: ["commercial"] },
      split: [{ account: stage.addressOf(1), weight: 1_000_000 }],
    });
  });

  /** Sends calls as the batch file that owners share. */
  const execute = (calls: readonly { to: Address; data: Hex }[]) => {
    const transactions = calls.map(({ to, data }) => ({ to, data, value: "0" }));
    return safe.executeBatch(importBatch(JSON.stringify(exportBatch("Purchase", 31_337, safe.address, transactions))));
  };
  const purchaseOf = (maxTotal = PRICE) =>
    stage.reader.toPurchase({ offerId: work.offerId, assetId: work.assetId, licensee: safe.address, maxTotal });
  const checkout = async (maxTotal?: bigint) => {
    const { requirements } = await stage.reader.quotePurchase({ purchase: await purchaseOf(), payer: safe.address });
    const { licenseMarket } = stage.addresses;
    return [...requirements, purchaseLicense.encode({ licenseMarket, purchase: await purchaseOf(maxTotal) })];
  };

  it("leaves nothing behind where one call of its batch is refused, and says why", async () => {
    const failure: unknown = await execute(await checkout(1n)).catch((error: unknown) => error);
    const error = toStudioError(failure) as Error;
    expect(error).to.include({ name: "LimitError", errorName: "LicenseMarketOverMaxTotal" });
    const { requirements } = await stage.reader.quotePurchase({ purchase: await purchaseOf(), payer: safe.address });
    expect(requirements).to.have.length(1);
  });

  it("approves and buys in one batch through MultiSend", async () => {
    const calls = await checkout();
    expect(calls).to.have.length(2);
    const { logs } = await stage.protocol.publicClient.waitForTransactionReceipt({ hash: await execute(calls) });
    expect(purchaseLicense.extractEvent(logs)).to.include({ gross: PRICE, recipe: work.recipe });
    const right = { account: safe.address, assetId: work.assetId, usage: "commercial" } as const;
    expect(await stage.reader.hasLicense(right)).to.equal(true);
  });

  it("names a studio's founders, and what is no Safe does not", async () => {
    const founders = await foundersFromSafe(stage.reader, { safe: safe.address });
    expect(founders.map((founder) => getAddress(founder))).to.have.members(
      [3, 4].map((index) => getAddress(stage.addressOf(index))),
    );
    await expectError("ForeignContractError", () => foundersFromSafe(stage.reader, { safe: token }));
    await expectError("ForeignContractError", () => foundersFromSafe(stage.reader, { safe: stage.addressOf(9) }));
  });
});
