import { expect } from "chai";
import * as full from "../../src/abi/generated/index.ts";
import { unpackItem, unpackParameters } from "../../src/abi/compact.ts";
import * as items from "../../src/abi/items/index.ts";

type Name = keyof typeof items;

describe("compact ABI items", () => {
  it("are what the full items are, each of them", () => {
    const names = Object.entries(full)
      .filter(([, value]) => typeof value === "object" && !Array.isArray(value))
      .map(([name]) => name);
    expect(Object.keys(items)).to.have.members(names);
    expect(names.length).to.be.greaterThan(600);
    for (const name of names) expect(items[name as Name], name).to.deep.equal(full[name as Name]);
  });

  it("hold tuples in tuples, arrays of tuples, indexed and nameless parameters", () => {
    expect(unpackParameters([["[] list", "a who", ["[2] z", "u x", "bytes32[] y"]], "uint8*kind", "b "])).to.deep.equal(
      [
        {
          type: "tuple[]",
          name: "list",
          components: [
            { type: "address", name: "who" },
            {
              type: "tuple[2]",
              name: "z",
              components: [
                { type: "uint256", name: "x" },
                { type: "bytes32[]", name: "y" },
              ],
            },
          ],
        },
        { type: "uint8", name: "kind", indexed: true },
        { type: "bool", name: "" },
      ],
    );
    expect(unpackItem("buy", [], [], "payable")).to.deep.equal({
      type: "function",
      name: "buy",
      inputs: [],
      outputs: [],
      stateMutability: "payable",
    });
  });
});
