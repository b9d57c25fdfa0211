import { expect } from "chai";
import { encodeAbiParameters, hexToBigInt, keccak256, numberToHex } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { layoutOf } from "../helpers/layout.ts";
import {
  type Ethics,
  EVIDENCE,
  hashOf,
  KIND,
  openReview,
  payloads,
  POWER,
  REASON,
  registerRecipe,
  reviewInput,
  setUpEthics,
  voteOn,
} from "./ethics.ts";

/** Slots of mappings in the books. */
const SLOT = { seats: 0n, reviewCount: 2n, reviews: 3n } as const;

describe("storage of ethics boards", () => {
  let ethics: Ethics;
  before(async () => {
    ethics = await setUpEthics();
  });

  const load = async (slot: bigint): Promise<bigint> => {
    const { address } = ethics.board;
    const value = await ethics.protocol.publicClient.getStorageAt({ address, slot: numberToHex(slot) });
    return hexToBigInt(value ?? "0x0");
  };
  const slotIn = (mapping: bigint, key: bigint): bigint =>
    BigInt(keccak256(encodeAbiParameters([{ type: "uint256" }, { type: "uint256" }], [key, mapping])));

  it("is one for the board and the code of claims that it runs", async () => {
    const layouts = await Promise.all(
      ["EthicsBoard", "EthicsClaims"].map((name) => layoutOf(`contracts/governance/${name}.sol`, name)),
    );
    // identifiers of types carry numbers that depend on what was compiled together
    const plain = (type: string): string => type.replace(/\)\d+_storage/g, ")_storage");
    const [board, claims] = layouts.map(({ storage, types }) => {
      const [, books] = Object.entries(types).find(([name]) => name.includes("(Books)")) ?? [];
      return {
        storage: storage.map(({ label, slot, offset, type }) => ({ label, slot, offset, type: plain(type) })),
        books: books?.members?.map(({ label, slot, type }) => ({ label, slot, type: plain(type) })),
      };
    });
    expect(board).to.deep.equal(claims);
    expect(board?.storage).to.have.length(1);
    expect(board?.books?.slice(0, 4).map(({ label }) => label)).to.deep.equal([
      "seats",
      "candidacies",
      "reviewCount",
      "reviews",
    ]);
    // what came later is behind what was there
    expect(board?.books?.slice(-4).map(({ label, slot }) => [label, slot])).to.deep.equal([
      ["claimToken", "15"],
      ["rewardedAt", "15"],
      ["claimBond", "16"],
      ["freeClaims", "17"],
    ]);
  });

  it("has one slot for a seat", async () => {
    const { holder, since, termEnd } = await ethics.board.read.seatOf([2]);
    const word = BigInt(holder) | (BigInt(since) << 160n) | (BigInt(termEnd) << 208n);
    expect(await load(slotIn(SLOT.seats, 2n))).to.equal(word);
    expect(await load(slotIn(SLOT.seats, 6n))).to.equal(0n);
  });

  it("has six slots for a review, all votes in the first", async () => {
    const subject = BigInt(await registerRecipe(ethics));
    const payload = payloads.certificate(true, hashOf("report"));
    const input = reviewInput({ kind: KIND.recipe, subject, payload });
    const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
    await voteOn(ethics, reviewId, ethics.seats.slice(1, 3));
    await voteOn(ethics, reviewId, ethics.seats.slice(3), false);
    const first = slotIn(SLOT.reviews, reviewId);
    const words = await Promise.all([0n, 1n, 2n, 3n, 4n, 5n, 6n].map((offset) => load(first + offset)));
    const { openedAt } = await ethics.board.read.reviewOf([reviewId]);
    const votes = (BigInt(0b1110) << 40n) | (BigInt(0b110000) << 56n);
    const head = BigInt(KIND.recipe) | (BigInt(POWER.certify) << 8n) | votes;
    expect(words[0]).to.equal(head | (1n << 72n) | (BigInt(openedAt) << 104n));
    expect(words.slice(1)).to.deep.equal([
      0n,
      subject,
      BigInt(keccak256(payload)),
      BigInt(REASON),
      BigInt(EVIDENCE),
      0n,
    ]);
    expect(await load(SLOT.reviewCount)).to.equal(reviewId);
  });
});
