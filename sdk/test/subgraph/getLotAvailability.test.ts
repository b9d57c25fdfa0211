import { expect } from "chai";
import { getLotAvailability, lotIdOf, type SubgraphClient } from "../../src/subgraph/index.ts";

describe("getLotAvailability", () => {
  for (const [kinds, expected] of [
    [[], "missing"],
    [["Pinned"], "pinned"],
    [["Calldata"], "calldata"],
    [["Pinned", "Calldata"], "calldata"],
  ] as const) {
    it(`says ${expected} where the subgraph lists ${kinds.join(" and ") || "nothing"}`, async () => {
      let asked: unknown;
      const query = (_: string, variables: unknown) => {
        asked = variables;
        return Promise.resolve({ lotAvailabilities: kinds.map((kind) => ({ kind })) });
      };
      const subgraph = { query } as unknown as SubgraphClient;
      expect(await getLotAvailability(subgraph, { lotId: 5n })).to.equal(expected);
      expect(asked).to.deep.equal({ lot: lotIdOf(5n) });
    });
  }
});
