import { expect } from "chai";
import { type Address, getAddress, getContractAddress, type Hash } from "viem";
import { layoutOf } from "../helpers/layout.ts";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { deployRegistry, GAS, recipeIdOf, recipeInput, type Registry, registerRecipe } from "./registry.ts";

describe("recipe desk", () => {
  let connection: Connection;
  let registry: Registry;
  let licensor: Address;

  before(async () => {
    connection = await connect();
    registry = await deployRegistry(connection);
    licensor = getAddress(registry.licensor.account.address);
  });

  it("finds the registry's books where the registry has them", async () => {
    const own = await layoutOf("contracts/registry/AssetRegistry.sol", "AssetRegistry");
    const desk = await layoutOf("contracts/registry/RecipeDesk.sol", "RecipeDesk");
    const books = (layout: typeof own) =>
      layout.storage
        .filter(({ label }) => label.endsWith("Book"))
        .map(({ label, slot, offset, type }) => [label, slot, offset, type.replace(/\d+_storage/g, "")]);
    expect(books(desk)).to.have.length(4);
    expect(books(own)).to.deep.equal(books(desk));
  });

  describe("called directly", () => {
    /** The desk's address follows from the registry's: the second contract that it created. */
    const deskOf = () => {
      const { address } = registry.contracts.registry;
      return connection.viem.getContractAt("RecipeDesk", getContractAddress({ from: address, nonce: 2n }));
    };

    it("registers nothing, because the splitter knows only the registry", async () => {
      const desk = await deskOf();
      const call = (): Promise<Hash> =>
        desk.write.registerRecipe([recipeInput({ licensor }), 0n, "0x"], { account: licensor, gas: GAS });
      await expectRefused(registry.protocol, call, {
        by: registry.contracts.splitter,
        error: "RoyaltySplitterUnauthorized",
        args: [getAddress(desk.address)],
        others: [desk.address],
      });
    });

    it("renews nothing, because it has no recipes", async () => {
      const desk = await deskOf();
      await registerRecipe(registry, { licensor });
      const input = recipeInput({ licensor });
      const call = (): Promise<Hash> => desk.write.renewRecipe([input, []], { account: licensor, gas: GAS });
      await expectRefused(registry.protocol, call, {
        by: registry.contracts.registry,
        error: "AssetRegistryUnknownRecipe",
        args: [recipeIdOf(input)],
        others: [desk.address],
      });
    });
  });
});
