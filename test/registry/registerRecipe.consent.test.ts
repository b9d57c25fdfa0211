import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, type Hex, zeroAddress, zeroHash } from "viem";
import { connect, type Connection, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  ANSWER,
  commitBuilt,
  deployRegistry,
  GAS,
  hashOf,
  KIND,
  PERPETUAL,
  recipeIdOf,
  type RecipeInput,
  recipeInput,
  recordStudio,
  type Registry,
  registerRecipe,
} from "./registry.ts";

const CONSENT_TYPES = {
  RecipeConsent: [
    { name: "recipeId", type: "bytes32" },
    { name: "metadata", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

describe("registerRecipe: consent", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let licensor: Address;
  let relayer: Address;
  let deadline: bigint;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    relayer = getAddress(registry.relayer.account.address);
    deadline = BigInt((await connection.networkHelpers.time.latest()) + 3600);
  });

  interface Signing {
    signer?: Wallet;
    until?: bigint;
    chainId?: number;
    verifyingContract?: Address;
  }

  const sign = (input: RecipeInput, { signer, until, chainId, verifyingContract }: Signing = {}): Promise<Hex> => {
    const wallet = signer ?? registry.licensor;
    return wallet.signTypedData({
      account: wallet.account,
      domain: {
        name: "Imprimatur AssetRegistry",
        version: "1",
        chainId: chainId ?? 31_337,
        verifyingContract: verifyingContract ?? contract.address,
      },
      types: CONSENT_TYPES,
      primaryType: "RecipeConsent",
      message: { recipeId: recipeIdOf(input), metadata: input.metadata, deadline: until ?? deadline },
    });
  };

  const register = (from: Address, input: RecipeInput, until: bigint, signature: Hex) =>
    contract.write.registerRecipe([input, until, signature], { account: from, gas: GAS });

  const refuse = (
    call: () => Promise<Hash>,
    error: Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"],
    args: readonly unknown[],
    others: Address[] = [],
  ) => expectRefused(registry.protocol, call, { by: contract, error, args, others });

  it("refuses a recipe that is registered, by whomever", async () => {
    const input = recipeInput({ licensor });
    const signature = await sign(input);
    await register(licensor, input, 0n, "0x");
    await refuse(() => register(licensor, input, 0n, "0x"), "AssetRegistryDuplicateRecipe", [recipeIdOf(input)]);
    await refuse(() => register(relayer, input, deadline, signature), "AssetRegistryDuplicateRecipe", [
      recipeIdOf(input),
    ]);
    const elsewhere = { ...input, metadata: hashOf("other metadata") };
    await refuse(() => register(licensor, elsewhere, 0n, "0x"), "AssetRegistryDuplicateRecipe", [recipeIdOf(input)]);
  });

  it("refuses a stranger without signature", async () => {
    await refuse(() => register(relayer, recipeInput({ licensor }), deadline, "0x"), "AssetRegistryUnauthorized", [
      relayer,
    ]);
  });

  it("refuses the zero licensor, signed or not", async () => {
    const input = recipeInput({ licensor: zeroAddress, split: [{ account: relayer, weight: 1_000_000, roles: 0 }] });
    await refuse(() => register(relayer, input, deadline, "0x"), "AssetRegistryUnauthorized", [relayer]);
    const nonsense: Hex = `0x${"00".repeat(64)}1b`;
    await refuse(() => register(relayer, input, deadline, nonsense), "AssetRegistryInvalidConsent", [
      recipeIdOf(input),
      zeroAddress,
    ]);
  });

  it("refuses the signature of somebody else, and garbage", async () => {
    const input = recipeInput({ licensor });
    const foreign = await sign(input, { signer: registry.stranger });
    const short: Hex = (await sign(input)).slice(0, -2) as Hex;
    for (const signature of [foreign, short, "0x01"] as Hex[]) {
      await refuse(() => register(relayer, input, deadline, signature), "AssetRegistryInvalidConsent", [
        recipeIdOf(input),
        licensor,
      ]);
    }
  });

  it("refuses a malleated signature", async () => {
    const input = recipeInput({ licensor });
    const signature = await sign(input);
    const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
    const s = BigInt(`0x${signature.slice(66, 130)}`);
    const flipped = signature.endsWith("1b") ? "1c" : "1b";
    const other: Hex = `${signature.slice(0, 66) as Hex}${(order - s).toString(16).padStart(64, "0")}${flipped}`;
    await refuse(() => register(relayer, input, deadline, other), "AssetRegistryInvalidConsent", [
      recipeIdOf(input),
      licensor,
    ]);
  });

  it("refuses consent given on another chain or to another contract", async () => {
    const input = recipeInput({ licensor });
    for (const signing of [{ chainId: 1 }, { verifyingContract: relayer }]) {
      const signature = await sign(input, signing);
      await refuse(() => register(relayer, input, deadline, signature), "AssetRegistryInvalidConsent", [
        recipeIdOf(input),
        licensor,
      ]);
    }
  });

  it("refuses a relayer that re-aims any field", async () => {
    const own = await registerRecipe(registry, { licensor, commitment: hashOf("parent") });
    const lot = await commitBuilt(registry, own.id, licensor);
    const input = recipeInput({
      licensor,
      parents: [{ asset: lot.assetId(0), licenseId: zeroHash, rate: 5 }],
      split: [
        { account: "0x0000000000000000000000000000000000000a01", weight: 400_000, roles: 1 },
        { account: "0x0000000000000000000000000000000000000a02", weight: 600_000, roles: 2 },
      ],
      terms: { derivativeFloor: 10, ownerUsages: 0, secondaryRate: 0 },
    });
    const signature = await sign(input);
    const [parent] = input.parents as [RecipeInput["parents"][number]];
    const [first, second] = input.split as [RecipeInput["split"][number], RecipeInput["split"][number]];
    const reaimed: RecipeInput[] = [
      { ...input, kind: KIND.model },
      { ...input, commitment: hashOf("x") },
      { ...input, metadata: hashOf("x") },
      { ...input, parents: [] },
      { ...input, parents: [{ ...parent, asset: lot.assetId(1) }] },
      { ...input, parents: [{ ...parent, licenseId: hashOf("x") }] },
      { ...input, parents: [{ ...parent, rate: 6 }] },
      { ...input, parents: [parent, { ...parent, asset: lot.assetId(1) }] },
      { ...input, split: [{ ...first, account: "0x0000000000000000000000000000000000000a00" }, second] },
      {
        ...input,
        split: [
          { ...first, weight: 400_001 },
          { ...second, weight: 599_999 },
        ],
      },
      { ...input, split: [{ ...first, roles: 3 }, second] },
      { ...input, split: [{ ...first, weight: 1_000_000 }] },
      { ...input, options: { ...input.options, kind: 1 } },
      { ...input, options: { ...input.options, root: hashOf("x") } },
      { ...input, options: { ...input.options, totalWeight: 1n } },
      { ...input, options: { ...input.options, token: licensor } },
      { ...input, options: { ...input.options, advance: { ...input.options.advance, account: licensor } } },
      { ...input, options: { ...input.options, advance: { ...input.options.advance, token: licensor } } },
      { ...input, options: { ...input.options, advance: { ...input.options.advance, amount: 1n } } },
      { ...input, terms: { ...input.terms, derivativeFloor: 11 } },
      { ...input, terms: { ...input.terms, ownerUsages: 1 } },
      { ...input, terms: { ...input.terms, secondaryRate: 1 } },
    ];
    for (const other of reaimed) {
      await refuse(() => register(relayer, other, deadline, signature), "AssetRegistryInvalidConsent", [
        recipeIdOf(other),
        licensor,
      ]);
    }
    const stolen = { ...input, licensor: registry.stranger.account.address };
    await refuse(() => register(relayer, stolen, deadline, signature), "AssetRegistryInvalidConsent", [
      recipeIdOf(stolen),
      getAddress(stolen.licensor),
    ]);
    await refuse(() => register(relayer, input, deadline + 1n, signature), "AssetRegistryInvalidConsent", [
      recipeIdOf(input),
      licensor,
    ]);
    await register(relayer, input, deadline, signature);
  });

  it("refuses consent after its deadline, and takes it in the last second", async () => {
    const { time } = connection.networkHelpers;
    const late = recipeInput({ licensor });
    const signature = await sign(late);
    await time.setNextBlockTimestamp(deadline + 1n);
    await refuse(() => register(relayer, late, deadline, signature), "AssetRegistryExpiredConsent", [deadline]);

    const until = deadline + 100n;
    const inTime = await sign(late, { until });
    await time.setNextBlockTimestamp(until);
    await register(relayer, late, until, inTime);
    expect((await contract.read.recipeOf([recipeIdOf(late)])).ordinal).to.equal(1);
  });

  it("refuses a floor nobody could pay, usages no owner may sell, and too dear resales", async () => {
    const withTerms = (terms: Partial<RecipeInput["terms"]>) =>
      recipeInput({ licensor, terms: { derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0, ...terms } });
    for (const derivativeFloor of [900_001, 2 ** 24 - 1]) {
      await refuse(() => register(licensor, withTerms({ derivativeFloor }), 0n, "0x"), "AssetRegistryOverFloorCap", [
        derivativeFloor,
        900_000,
      ]);
    }
    // training, derivative, sublicense, and bits without a usage
    for (const ownerUsages of [8, 16, 32, 7 | 8, 64, 128, 255]) {
      await refuse(() => register(licensor, withTerms({ ownerUsages }), 0n, "0x"), "AssetRegistryInvalidOwnerUsages", [
        ownerUsages,
      ]);
    }
    for (const secondaryRate of [100_001, 2 ** 24 - 1]) {
      await refuse(() => register(licensor, withTerms({ secondaryRate }), 0n, "0x"), "AssetRegistryOverSecondaryCap", [
        secondaryRate,
        100_000,
      ]);
    }
    for (const terms of [{ derivativeFloor: 900_000 }, { ownerUsages: 7 }, { secondaryRate: 100_000 }]) {
      const input = withTerms(terms);
      await register(licensor, input, 0n, "0x");
      expect(await contract.read.termsOf([recipeIdOf(input)])).to.deep.equal(input.terms);
    }
  });

  it("registers for the licensor itself, with every field in event and storage", async () => {
    const input = recipeInput({ licensor, terms: { derivativeFloor: 70_000, ownerUsages: 0, secondaryRate: 0 } });
    const id = recipeIdOf(input);
    const hash = await register(licensor, input, 0n, "0x");
    const sent = () => Promise.resolve(hash);
    await connection.viem.assertions.emitWithArgs(sent(), contract, "RecipeRegistered", [
      id,
      1,
      licensor,
      input.kind,
      input.commitment,
      input.metadata,
      PERPETUAL,
      [],
      input.terms,
    ]);
    expect(await contract.read.recipeOf([id])).to.deep.equal({
      licensor,
      ordinal: 1,
      validUntil: PERPETUAL,
      kind: input.kind,
      flags: 1,
    });
    expect(await contract.read.recipeIdOf([1])).to.equal(id);
    expect(await contract.read.hashRecipe([input])).to.equal(id);
    expect(await contract.read.termsOf([id])).to.deep.equal(input.terms);
    expect(await contract.read.controlEpochOf([1])).to.equal(0);
    expect(await registry.contracts.splitter.read.payeeOf([1, licensor])).to.deep.equal([1_000_000, 1]);
  });

  it("registers for a relayer with the licensor's signature", async () => {
    const input = recipeInput({ licensor });
    await register(relayer, input, deadline, await sign(input));
    expect((await contract.read.recipeOf([recipeIdOf(input)])).licensor).to.equal(licensor);
    expect(await contract.read.termsOf([recipeIdOf(input)])).to.deep.equal(input.terms);
  });

  it("registers for the registrar of the licensor's studio, whatever is signed", async () => {
    const { studio } = await recordStudio(registry, licensor);
    await studio.write.answerWith([ANSWER.plain, 1n]);
    const input = recipeInput({ licensor });
    await register(relayer, input, 0n, "0x");
    expect((await contract.read.recipeOf([recipeIdOf(input)])).licensor).to.equal(licensor);
  });

  describe("of a licensor with code", () => {
    const makeWallet = () => connection.viem.deployContract("ContractWallet", [licensor]);

    it("refuses what its ERC-1271 check refuses, and what its owner has revoked", async () => {
      const wallet = await makeWallet();
      const input = recipeInput({ licensor: wallet.address });
      const id = recipeIdOf(input);
      const foreign = await sign(input, { signer: registry.stranger });
      await refuse(() => register(relayer, input, deadline, foreign), "AssetRegistryInvalidConsent", [
        id,
        getAddress(wallet.address),
      ]);
      const signature = await sign(input);
      await wallet.write.setOwner([relayer], { account: licensor });
      await refuse(() => register(relayer, input, deadline, signature), "AssetRegistryInvalidConsent", [
        id,
        getAddress(wallet.address),
      ]);
    });

    it("refuses the signature of a contract that answers anything else", async () => {
      const gate = await connection.viem.deployContract("HostileGate");
      const input = recipeInput({ licensor: gate.address });
      for (const mode of ["plain", "nothing", "twoWords", "bomb", "refuse", "reenter"] as const) {
        await gate.write.callBack([contract.address, "0x12345678"]);
        await gate.write.answerWith([ANSWER[mode], 1n]);
        await refuse(() => register(relayer, input, deadline, "0x01"), "AssetRegistryInvalidConsent", [
          recipeIdOf(input),
          getAddress(gate.address),
        ]);
      }
    });

    it("registers with a signature that the contract calls its own", async () => {
      const wallet = await makeWallet();
      const input = recipeInput({ licensor: wallet.address });
      await register(relayer, input, deadline, await sign(input));
      expect((await contract.read.recipeOf([recipeIdOf(input)])).licensor).to.equal(getAddress(wallet.address));
    });

    it("registers when the contract calls by itself", async () => {
      const wallet = await makeWallet();
      const input = recipeInput({ licensor: wallet.address });
      const { abi, address } = contract;
      await wallet.write.execute(
        [address, encodeFunctionData({ abi, functionName: "registerRecipe", args: [input, 0n, "0x"] })],
        { account: licensor },
      );
      expect((await contract.read.recipeOf([recipeIdOf(input)])).ordinal).to.equal(1);
    });
  });
});
