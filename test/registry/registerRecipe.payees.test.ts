import { expect } from "chai";
import { type Address, getAddress, numberToHex, zeroAddress } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  deployRegistry,
  GAS,
  ONE,
  type RecipeInput,
  recipeInput,
  recipeIdOf,
  recordStudio,
  type Registry,
} from "./registry.ts";

type Payee = RecipeInput["split"][number];

const accountOf = (index: number): Address => getAddress(numberToHex(0x1000 + index, { size: 20 }));

/** `count` payees in order, the last of whom takes the rest. */
const splitOf = (count: number): Payee[] =>
  Array.from({ length: count }, (_, index) => ({
    account: accountOf(index),
    weight: index === count - 1 ? ONE - 1000 * (count - 1) : 1000,
    roles: index % 256,
  }));

describe("registerRecipe: payees", () => {
  let connection: Connection;
  let registry: Registry;
  let licensor: Address;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    licensor = getAddress(registry.licensor.account.address);
  });

  const register = (split: readonly Payee[]) => () =>
    registry.contracts.registry.write.registerRecipe([recipeInput({ licensor, split: [...split] }), 0n, "0x"], {
      account: licensor,
      gas: GAS,
    });

  const refuseByRegistry = (
    split: readonly Payee[],
    error: Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, register(split), { by: registry.contracts.registry, error, args });

  const refuseBySplitter = (
    split: readonly Payee[],
    error: Parameters<typeof expectRefused<Registry["contracts"]["splitter"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, register(split), { by: registry.contracts.splitter, error, args });

  it("refuses accounts that could never withdraw: nobody, and every singleton", async () => {
    const { addressOf } = registry.protocol;
    const books = ["AssetRegistry", "RoyaltySplitter", "LicenseMarket", "Licenses", "StudioFactory"] as const;
    const singletons = [...books, "Attestations", "Provenance", "StandardsLens", "Deployer"] as const;
    for (const account of [zeroAddress, ...singletons.map(addressOf)]) {
      await refuseByRegistry([{ account, weight: ONE, roles: 0 }], "AssetRegistryInvalidPayee", [getAddress(account)]);
    }
    const [first] = splitOf(2) as [Payee];
    const last = { account: addressOf("RoyaltySplitter"), weight: ONE - first.weight, roles: 0 };
    await refuseByRegistry([first, last], "AssetRegistryInvalidPayee", [getAddress(last.account)]);
  });

  it("refuses the gate of a studio, and an advance that is repaid to nobody who could withdraw", async () => {
    const { gate } = await recordStudio(registry, registry.relayer.account.address);
    await refuseByRegistry([{ account: gate.address, weight: ONE, roles: 0 }], "AssetRegistryInvalidPayee", [
      getAddress(gate.address),
    ]);
    const { usdc, registry: contract, licenses } = registry.contracts;
    for (const account of [zeroAddress, licenses.address, getAddress(gate.address)]) {
      const input = recipeInput({ licensor });
      const options = { ...input.options, advance: { account, token: usdc.address, amount: 1n } };
      const call = () =>
        contract.write.registerRecipe([{ ...input, options }, 0n, "0x"], { account: licensor, gas: GAS });
      const refusal = { by: contract, error: "AssetRegistryInvalidPayee", args: [getAddress(account)] } as const;
      await expectRefused(registry.protocol, call, refusal);
    }
  });

  it("refuses a payee without weight", async () => {
    const [first, second] = splitOf(2) as [Payee, Payee];
    const split = [
      { ...first, weight: 0 },
      { ...second, weight: ONE },
    ];
    await refuseByRegistry(split, "AssetRegistryZeroWeight", [first.account]);
  });

  it("refuses a split out of order or with an account twice", async () => {
    const [first, second] = splitOf(2) as [Payee, Payee];
    await refuseBySplitter([second, first], "RoyaltySplitterUnsortedPayees", [1, first.account, second.account]);
    await refuseBySplitter([first, { ...second, account: first.account }], "RoyaltySplitterUnsortedPayees", [
      1,
      first.account,
      first.account,
    ]);
  });

  it("refuses no payee, and weights that do not add up", async () => {
    await refuseBySplitter([], "RoyaltySplitterWrongWeightSum", [1, 0n, 1_000_000n]);
    const [first, second] = splitOf(2) as [Payee, Payee];
    for (const weight of [second.weight - 1, second.weight + 1, 2 ** 32 - 1]) {
      await refuseBySplitter([first, { ...second, weight }], "RoyaltySplitterWrongWeightSum", [
        1,
        BigInt(first.weight + weight),
        1_000_000n,
      ]);
    }
  });

  it("refuses one payee too many", async () => {
    await refuseBySplitter(splitOf(65), "RoyaltySplitterTooManyPayees", [1, 65n, 64n]);
  });

  it("registers 64 payees, with and without roles", async () => {
    const split = splitOf(64);
    await register(split)();
    const { read } = registry.contracts.splitter;
    const stored = await Promise.all(split.map(({ account }) => read.payeeOf([1, account])));
    expect(stored).to.deep.equal(split.map(({ weight, roles }) => [weight, roles]));
    const id = recipeIdOf(recipeInput({ licensor, split }));
    expect((await registry.contracts.registry.read.recipeOf([id])).ordinal).to.equal(1);
  });
});
