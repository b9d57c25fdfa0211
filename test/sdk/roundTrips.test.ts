import { expect } from "chai";
import {
  lotOf,
  setRegistrar,
  studioActions,
  type StudioAddresses,
  toProposalActions,
  toReasonCode,
} from "@imprimatur/sdk";
import { getMembership } from "@imprimatur/sdk/actions";
import { type Address, createClient, custom, type EIP1193RequestFn, keccak256, stringToHex } from "viem";
import { hardhat } from "viem/chains";
import { CHARTER, setStage, type Stage } from "./fixture.ts";
import { type ForSale, fund, putOnSale } from "./market.ts";

const PRICE = 25_000_000n;
const SEATS = [10, 11, 12, 13, 14];
const EVIDENCE = keccak256(stringToHex("what happened"));

/** What a read asked: in all, and how often it had to wait for an answer before it could go on. */
interface Cost {
  requests: number;
  trips: number;
}

describe("sdk: round trips of reads", () => {
  let stage: Stage;
  let studio: StudioAddresses & { board: Address };
  let work: ForSale;
  let proposalId: bigint;
  let reviewId: bigint;

  before(async () => {
    stage = await setStage();
    studio = await stage.as(1).createStudioAndWait({
      ...{ name: "House", symbol: "HSE", preset: "house", charter: CHARTER },
      ...{ founders: [1, 2, 3].map(stage.addressOf), seats: SEATS.map(stage.addressOf) },
    });
    const token = await fund(stage, "TestUSDC", stage.addressOf(5), PRICE);
    work = await putOnSale(stage, {
      ...{ seller: 1, label: "work", kind: "work", token, price: PRICE, usages: ["commercial"] },
      split: [{ account: stage.addressOf(1), weight: 1_000_000 }],
    });
    const calls = [setRegistrar.encode({ studio: studio.studio, registrar: stage.addressOf(9) })];
    const proposal = await stage.as(1, studio).proposeAndWait({ title: "Harm", calls });
    ({ proposalId } = proposal);
    const proposals = [toProposalActions(proposal)];
    ({ reviewId } = await stage.as(SEATS[0] as number, studio).openReviewAndWait({
      ...{ kind: "proposal", subject: proposalId, decision: { power: "veto", proposals } },
      ...{ reasonCode: toReasonCode("fraud"), evidence: EVIDENCE },
    }));
  });

  /** A client that counts what its node is asked. */
  function counting() {
    const { provider } = stage.protocol.connection;
    const cost: Cost = { requests: 0, trips: 0 };
    let underway = 0;
    const request = (async (call: { method: string; params?: unknown[] }) => {
      cost.requests += 1;
      if (underway === 0) cost.trips += 1;
      underway += 1;
      try {
        const answer: unknown = await provider.request(call);
        return answer;
      } finally {
        underway -= 1;
      }
    }) as EIP1193RequestFn;
    const client = createClient({ chain: hardhat, transport: custom({ request }, { retryCount: 0 }) });
    return { client: client.extend(studioActions({ addresses: stage.addresses, studio })), cost };
  }

  type Reader = ReturnType<typeof counting>["client"];

  /** Reads that make several calls, with their costs. */
  const READS: Record<string, [read: (reader: Reader) => Promise<unknown>, cost: Cost]> = {
    getStudio: [(reader) => reader.getStudio(), { requests: 1, trips: 1 }],
    getProposalState: [(reader) => reader.getProposalState({ proposalId }), { requests: 1, trips: 1 }],
    getReputation: [(reader) => reader.getReputation({ member: stage.addressOf(1) }), { requests: 1, trips: 1 }],
    getMembership: [
      (reader) => getMembership(reader, { ...studio, member: stage.addressOf(1) }),
      { requests: 1, trips: 1 },
    ],
    getAsset: [({ getAsset }) => getAsset({ assetId: work.assetId }), { requests: 1, trips: 1 }],
    getBoard: [(reader) => reader.getBoard(), { requests: 1, trips: 1 }],
    getCandidacy: [(reader) => reader.getCandidacy({ account: stage.addressOf(1) }), { requests: 1, trips: 1 }],
    getReview: [(reader) => reader.getReview({ reviewId }), { requests: 1, trips: 1 }],
    getLot: [(reader) => reader.getLot({ lotId: lotOf(work.assetId) }), { requests: 2, trips: 2 }],
    getRecipe: [(reader) => reader.getRecipe({ recipeId: work.recipeId }), { requests: 2, trips: 2 }],
    getProposal: [(reader) => reader.getProposal({ proposalId }), { requests: 3, trips: 2 }],
    quotePurchase: [
      async (reader) => {
        const payer = stage.addressOf(5);
        const order = { ...work, licensee: payer, maxTotal: PRICE, salt: CHARTER, deadline: 2n ** 39n };
        return reader.quotePurchase({ purchase: await stage.reader.toPurchase(order), payer });
      },
      { requests: 5, trips: 2 },
    ],
  };

  for (const [name, [read, expected]] of Object.entries(READS)) {
    it(`${name} asks ${expected.requests} times, and waits ${expected.trips} times`, async () => {
      const { client, cost } = counting();
      await read(client);
      expect(cost).to.deep.equal(expected);
    });
  }
});
