import { expect } from "chai";
import { getAddress, numberToHex } from "viem";
import { listIndexedStudios } from "../../src/cli/studios.ts";
import type { SubgraphClient } from "../../src/subgraph/index.ts";

/** More than one answer of a subgraph may hold. */
const STUDIOS = 2_345;

const addressOf = (number: number) => numberToHex(number, { size: 20 });

/** A subgraph of many studios, the youngest with the smallest id; it answers no more than graph-node would. */
function manyStudios(): SubgraphClient {
  const studios = Array.from({ length: STUDIOS }, (_, number) => ({
    id: addressOf(number),
    ...{ name: `Studio ${number}`, symbol: "S", preset: "COLLECTIVE", timelock: { id: addressOf(STUDIOS + number) } },
    createdAt: String(9_999_999_999 - number),
  }));
  const query = (text: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    if (text.includes("_meta")) return Promise.resolve({ _meta: { block: { hash: "0xaa" } } });
    const { first = 100, after = "0x" } = variables as { first?: number; after?: string };
    return Promise.resolve({ studios: studios.filter(({ id }) => id > after).slice(0, Math.min(first, 1_000)) });
  };
  return { query } as unknown as SubgraphClient;
}

describe("imprimatur studio list --subgraph", () => {
  it("lists every studio, however many there are, oldest first", async () => {
    const studios = await listIndexedStudios(manyStudios());
    expect(studios).to.have.length(STUDIOS);
    expect(new Set(studios.map(({ studio }) => studio)).size).to.equal(STUDIOS);
    expect(studios[0]).to.deep.equal({
      studio: getAddress(addressOf(STUDIOS - 1)),
      ...{ name: `Studio ${STUDIOS - 1}`, symbol: "S", preset: "collective" },
      timelock: getAddress(addressOf(2 * STUDIOS - 1)),
    });
  });
});
