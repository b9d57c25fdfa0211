import { expect } from "chai";
import { type Address, getAddress, getContractAddress, type Hash } from "viem";
import { layoutOf } from "../helpers/layout.ts";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  deployRegistry,
  GAS,
  hashOf,
  lotIdOf,
  lotInput,
  recipeIdOf,
  recipeInput,
  type Registry,
  registerRecipe,
} from "./registry.ts";

describe("desks of the registry", () => {
  let connection: Connection;
  let registry: Registry;
  let licensor: Address;

  before(async () => {
    connection = await connect();
    registry = await deployRegistry(connection);
    licensor = getAddress(registry.licensor.account.address);
  });

  it("find the registry's books where the registry has them", async () => {
    const own = await layoutOf("contracts/registry/AssetRegistry.sol", "AssetRegistry");
    const books = (layout: typeof own) =>
      layout.storage
        .filter(({ label }) => label.endsWith("Book"))
        .map(({ label, slot, offset, type }) => [label, slot, offset, type.replace(/\d+_storage/g, "")]);
    for (const name of ["RecipeDesk", "LotDesk"]) {
      const desk = await layoutOf(`contracts/registry/${name}.sol`, name);
      expect(books(desk), name).to.have.length(4);
      expect(books(own), name).to.deep.equal(books(desk));
    }
  });

  describe("called directly", () => {
    /** A desk's address follows from the registry's: the second and the third contract that it created. */
    const createdAs = (nonce: bigint) => {
      const { address } = registry.contracts.registry;
      return getContractAddress({ from: address, nonce });
    };
    const deskOf = () => connection.viem.getContractAt("RecipeDesk", createdAs(2n));

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

    it("correct nothing, because they have no lots", async () => {
      const desk = await connection.viem.getContractAt("LotDesk", createdAs(3n));
      const lots = [lotIdOf(licensor, 0n), lotIdOf(licensor, 1n)] as const;
      const { id } = await registerRecipe(registry, { licensor, commitment: hashOf("corrected") });
      for (const nonce of [0n, 1n]) {
        await registry.contracts.registry.write.commitLot([lotInput({ recipeId: id, nonce })], { account: licensor });
      }
      const options = { account: licensor, gas: GAS };
      for (const call of [
        () => desk.write.supersedeLot(lots, options),
        () => desk.write.supersedeManifest([lots[0], id], options),
      ]) {
        await expectRefused(registry.protocol, call, {
          by: registry.contracts.registry,
          error: "AssetRegistryUnknownLot",
          args: [lots[0]],
          others: [desk.address],
        });
      }
    });
  });
});
