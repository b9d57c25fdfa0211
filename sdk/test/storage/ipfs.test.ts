import { expect } from "chai";
import { keccak256, stringToBytes } from "viem";
import { buildLot } from "@imprimatur/sdk/lot";
import { cidOf, getBlock, ipfsStore, putBlock, readLot } from "@imprimatur/sdk/storage";
import { type ContentStore, startContentStore } from "../../../scripts/stack/contentStore.ts";
import { expectError } from "../helpers/errors.ts";
import { serveKubo } from "./servers.ts";

describe("ipfsStore", () => {
  let server: ContentStore;

  before(async () => {
    server = await startContentStore();
  });
  after(() => server[Symbol.asyncDispose]());

  it("says that a block is missing, and by which CID", async () => {
    const digest = keccak256("0x");
    const error = await expectError("ContentMissingError", () => ipfsStore({ url: server.url }).get(digest));
    expect(error.message).to.contain(cidOf(digest));
    expect((error.cause as Error).message).to.contain("HTTP 404");
  });

  it("says what a store answers that does not take blocks", async () => {
    await expectError("ContentStoreError", () =>
      ipfsStore({ url: server.url, headers: { "content-type": "text/plain" } }).put(
        keccak256("0x"),
        stringToBytes("y"),
      ),
    );
  });

  it("reads no block beyond its limit, waits no longer than it was told, follows nobody elsewhere", async () => {
    const digest = await putBlock(ipfsStore({ url: server.url }), stringToBytes("a block"));
    const long = await expectError("StorageAnswerError", () => ipfsStore({ url: server.url, maxBytes: 6 }).get(digest));
    expect(long.message).to.contain("longer than 6 bytes");
    expect(await ipfsStore({ url: server.url, maxBytes: 7 }).get(digest)).to.have.length(7);
    await using odd = await serveKubo();
    odd.behavior.hangs = "before";
    const late = await expectError("StorageUnreachableError", () =>
      ipfsStore({ url: odd.url, timeout: 30 }).get(digest),
    );
    expect(late.cause).to.include({ name: "TimeoutError" });
    delete odd.behavior.hangs;
    odd.behavior.redirect = `${server.url}/api/v0/block/get?arg=${cidOf(digest)}`;
    await expectError("ContentMissingError", () => ipfsStore({ url: odd.url }).get(digest));
  });

  it("keeps a lot's manifest where anybody can read it back", async () => {
    const store = ipfsStore({ url: server.url });
    const lot = await buildLot({
      chainId: 31337,
      assetRegistry: "0x00000000000000000000000000000000000000aa",
      producer: "0x00000000000000000000000000000000000000bb",
      nonce: 1n,
      recipeId: keccak256("0x01"),
      recipeCommitment: keccak256("0x02"),
      items: [{ name: "Möwe.png", mediaType: "image/png", bytes: 3, contentHash: keccak256("0x03") }],
      store,
    });
    expect((await readLot(store, lot.manifest)).rows).to.deep.equal(lot.rows);
    const digest = await putBlock(store, stringToBytes("block"));
    expect(await getBlock(store, digest)).to.deep.equal(stringToBytes("block"));
  });
});
