import { expect } from "chai";
import * as sdk from "@imprimatur/sdk";
import { issueCertificate } from "@imprimatur/sdk/legal";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { requirementsOf, sendRequirements } from "@imprimatur/sdk/requirements";
import { exportEarnings } from "@imprimatur/sdk/statements";
import ts from "typescript";
import { type Address, sha256, stringToHex, zeroHash } from "viem";
import { examples } from "../../sdk/test/helpers/examples.ts";
import { type Player, setStage, type Stage, YEAR } from "./fixture.ts";
import { fund } from "./market.ts";

const SELLER = 1;
const BUYER = 5;
const PRICE = 25_000_000n;

type Scope = Record<string, unknown>;
type Run = (...values: unknown[]) => Promise<Scope>;

// The constructor of async functions has no name of its own.
const AsyncFunction = (async () => undefined).constructor as new (...parts: string[]) => Run;

/** Names that a program declares for all of it. */
function declaredBy(code: string): string[] {
  const { statements } = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  return statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ name }) => {
      if (ts.isIdentifier(name)) return [name.text];
      return name.elements.flatMap((element) =>
        ts.isBindingElement(element) && ts.isIdentifier(element.name) ? [element.name.text] : [],
      );
    }),
  );
}

/** The examples of the documentation, as they stand there, on a real chain: a work is sold and its income withdrawn. */
describe("sdk: examples of the documentation", () => {
  let stage: Stage;
  let scope: Scope;
  let codes: ReadonlyMap<string, string>;

  /** Runs the example of a file as this client; what it declares is there for the next ones. */
  async function run(file: string, client: Player, more: Scope = {}): Promise<Scope> {
    const code = codes.get(file);
    if (code === undefined) throw new Error(`${file} has no example`);
    const known = { ...sdk, ...scope, ...more, client };
    const program = ts.transpile(code, { target: ts.ScriptTarget.ESNext });
    const result = `return { ${declaredBy(code).join(", ")} };`;
    const declared = await new AsyncFunction(...Object.keys(known), `{ ${program}\n${result} }`)(
      ...Object.values(known),
    );
    Object.assign(scope, declared);
    return declared;
  }

  before(async () => {
    stage = await setStage();
    // Of several in a file the first one is the action's.
    codes = new Map((await examples()).toReversed().map(({ file, code }) => [file, code]));
    const [engineer, buyer] = [stage.addressOf(SELLER), stage.addressOf(BUYER)];
    const usdc: Address = await fund(stage, "TestUSDC", buyer, 10n * PRICE);
    const { recipeId, recipe } = await stage.as(SELLER).registerRecipeAndWait({
      ...{ licensor: engineer, kind: "work", split: [{ account: engineer, weight: 1_000_000 }] },
    });
    scope = {
      ...{ addresses: stage.addresses, engineer, payee: engineer, buyer, account: buyer, usdc, recipeId, recipe },
      ...{ contentHash: sha256(stringToHex("work")), recipeCommitment: zeroHash, price: PRICE, fromBlock: 0n },
      ...{ toLeaf, requirementsOf, sendRequirements, issueCertificate, exportEarnings, from: 0n, to: undefined },
    };
  });

  it("register a work", async () => {
    const { assetId } = await run("actions/registry/register.ts", stage.as(SELLER));
    expect(await run("actions/registry/getAsset.ts", stage.reader)).to.deep.equal({ releasable: true });
    expect(assetId).to.be.a("bigint");
  });

  it("read its offer, quote, and buy with an allowance of exactly the price", async () => {
    const end = (await stage.now()) + YEAR;
    const offer = {
      recipeId: scope["recipeId"] as typeof zeroHash,
      token: scope["usdc"] as Address,
      price: PRICE,
      end,
    };
    const seller = stage.as(SELLER);
    const usages = ["commercial"] as const;
    scope["offerId"] = (await seller.publishOfferAndWait({ ...offer, duration: "perpetual", usages })).offerId;
    const read = await run("actions/licensing/getOffer.ts", stage.reader);
    expect(read).to.deep.include({ price: PRICE, usages: ["commercial"] });
    const buyer = stage.as(BUYER);
    await run("actions/licensing/toPurchase.ts", buyer);
    const quote = await run("actions/licensing/quotePurchase.ts", buyer);
    expect(quote).to.deep.include({ gross: PRICE, obstacles: [] });
    expect(quote["requirements"]).to.have.length(1);
    const { purchaseId } = await run("actions/licensing/purchaseLicense.ts", buyer);
    expect(purchaseId).to.match(/^0x[0-9a-f]{64}$/);
  });

  it("prove the license to third parties", async () => {
    expect(await run("actions/licensing/hasLicense.ts", stage.reader)).to.deep.equal({ allowed: true });
    const { commercial } = await run("actions/licensing/getPlainLicense.ts", stage.reader);
    expect(commercial).to.be.a("bigint").and.not.equal(0n);
    expect(await run("actions/licensing/verifyLicense.ts", stage.reader)).to.include({ licensed: true });
    const { text } = await run("legal/certificate.ts", stage.reader);
    expect(text)
      .to.be.a("string")
      .and.include((scope["buyer"] as string).slice(2, 10));
  });

  it("ask for requirements, and buy again with a signature only", async () => {
    const buyer = stage.as(BUYER);
    await run("actions/licensing/toPurchase.ts", buyer);
    const { requirements } = await run("requirements/requirementsOf.ts", buyer);
    expect(requirements).to.have.length(1);
    await run("actions/licensing/toPurchase.ts", buyer);
    const { payment } = await run("requirements/sendRequirements.ts", buyer);
    expect(payment).to.include({ method: "permit", payer: scope["buyer"] });
  });

  it("tell what was earned, credit it and pay it out, to the last unit", async () => {
    const anybody = stage.as(8);
    expect((await run("actions/royalties/getLedger.ts", anybody))["sales"]).to.equal(3n * PRICE);
    await run("actions/royalties/settle.ts", anybody);
    expect(await run("actions/royalties/getClaimable.ts", anybody)).to.deep.equal({ amount: 3n * PRICE });
    await run("actions/royalties/claim.ts", anybody);
    expect(await run("actions/royalties/getRoyaltyBalance.ts", anybody)).to.deep.equal({ amount: 3n * PRICE });
    expect(await run("actions/royalties/withdraw.ts", anybody)).to.deep.equal({ amount: 3n * PRICE });
    const { csv } = await run("statements/exportEarnings.ts", anybody);
    expect(String(csv).trim().split("\n")).to.have.length.above(3);
  });
});
