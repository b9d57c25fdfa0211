import { expect } from "chai";
import fc from "fast-check";
import { getAddress, type Hex } from "viem";
import * as actions from "@imprimatur/sdk/actions";
import { KINDS, SCOPES, SPLIT_KINDS, SUPPORTS, USAGES } from "@imprimatur/sdk";
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
    charter: hash,
    registrar: account,
    clockMode: fc.constantFrom("timestamp", "blockNumber"),
    secondsPerTick: fc.nat(60),
    salt: hash,
  }),
  registerRecipe: fc.record({
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
    deadline: uint(256),
    signature,
  }),
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
    previousWords: fc.array(fc.nat(255), { maxLength: 5 }),
  }),
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
};

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
