import { expect } from "chai";
import { createClient, custom, type Hex } from "viem";
import { blockTimes } from "../../src/logs/blockTimes.ts";

/** A node whose blocks are as old as their numbers, and how many of them were asked for at most at once, and in all. */
function nodeOf(isThere: (number: bigint) => boolean = () => true) {
  const seen = { open: 0, most: 0, asked: 0 };
  const request = async ({ params }: { params?: unknown }): Promise<unknown> => {
    const [number] = params as [Hex];
    seen.most = Math.max(seen.most, (seen.open += 1));
    seen.asked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    seen.open -= 1;
    return isThere(BigInt(number)) ? { number, timestamp: number } : null;
  };
  return { seen, client: createClient({ transport: custom({ request }, { retryCount: 0 }) }) };
}

describe("times of blocks", () => {
  it("are asked for once each, and for few blocks at the same time", async () => {
    const { seen, client } = nodeOf();
    const timeOf = blockTimes(client);
    const numbers = Array.from({ length: 200 }, (_, at) => BigInt(at % 100) + 1n);
    expect(await Promise.all(numbers.map(timeOf))).to.deep.equal(numbers);
    expect(seen).to.deep.equal({ open: 0, most: 16, asked: 100 });
  });

  it("that are missing hold up no others", async () => {
    const { client } = nodeOf((number) => number > 20n);
    const timeOf = blockTimes(client);
    const numbers = Array.from({ length: 40 }, (_, at) => BigInt(at) + 1n);
    const times = await Promise.allSettled(numbers.map(timeOf));
    expect(times.filter(({ status }) => status === "rejected")).to.have.length(20);
    expect(times.filter(({ status }) => status === "fulfilled")).to.have.length(20);
  });
});
