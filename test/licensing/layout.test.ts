import { expect } from "chai";
import { encodeAbiParameters, type Hash, hexToBigInt, keccak256, numberToHex } from "viem";
import { connect } from "../helpers/protocol.ts";
import { closeRefund, deployGrants, end, exclusiveOf, granted, grantOf, type Grants, STATUS } from "./grants.ts";
import { hashOf, PERPETUAL, registerRecipe, USAGES } from "./market.ts";

/** Flags of a record, from bit 0. */
const FLAG = { transferable: 1n, exclusive: 2n, revocable: 4n, refundable: 8n, counted: 16n } as const;

describe("storage of license records", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let grants: Grants;
  const fixture = () => deployGrants(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    grants = await connection.networkHelpers.loadFixture(fixture);
  });

  const load = async (slot: bigint): Promise<bigint> => {
    const { address } = grants.licenses;
    return hexToBigInt(
      (await grants.protocol.publicClient.getStorageAt({ address, slot: numberToHex(slot) })) ?? "0x0",
    );
  };

  const slotIn = (mapping: bigint, key: Hash): bigint =>
    BigInt(keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "uint256" }], [key, mapping])));

  /** The record's four words, found wherever among the first slots its mapping lies, and the word after them. */
  const wordsOf = async (licenseId: Hash): Promise<bigint[]> => {
    for (let mapping = 0n; mapping < 16n; mapping++) {
      const first = slotIn(mapping, licenseId);
      // Of the mappings by such a key, those of ERC-721 among them, only this one has values of four words.
      if ((await load(first + 3n)) === 0n) continue;
      return Promise.all([0n, 1n, 2n, 3n, 4n].map((offset) => load(first + offset)));
    }
    throw new Error("The record lies nowhere");
  };

  const flagsOf = async (licenseId: Hash): Promise<bigint> => ((await wordsOf(licenseId))[0] as bigint) >> 240n;

  it("is four words, each field in its bits", async () => {
    const { licensee, stranger, licenses } = grants;
    const licenseId = await granted(
      grants,
      grantOf(grants, {
        assetId: grants.assets(7),
        expiry: PERPETUAL - 5,
        rate: 123_456,
        usages: USAGES.derivative | USAGES.personal,
        price: 2n ** 96n - 7n,
        seats: 2 ** 32 - 3,
        transferable: true,
        revocable: true,
      }),
    );
    const boughtAt = BigInt(await connection.networkHelpers.time.latest());
    await licenses.write.transferFrom([licensee.address, stranger.address, BigInt(licenseId)], { account: licensee });
    await licenses.write.transferFrom([stranger.address, licensee.address, BigInt(licenseId)], { account: stranger });
    const { ordinal } = await registerRecipe(grants, {
      licensor: licensee.address,
      parents: [{ asset: grants.assets(7), licenseId, rate: 0 }],
    });
    const usages = BigInt(USAGES.derivative | USAGES.personal);
    const [holder, asset, sale, offer, beyond] = await wordsOf(licenseId);
    expect(holder).to.equal(
      BigInt(licensee.address) |
        (BigInt(PERPETUAL - 5) << 160n) |
        (123_456n << 200n) |
        (usages << 224n) |
        (BigInt(STATUS.granted) << 232n) |
        ((FLAG.transferable | FLAG.revocable) << 240n),
    );
    expect(asset).to.equal(grants.assets(7));
    expect(sale).to.equal(
      BigInt(ordinal) | (boughtAt << 32n) | ((2n ** 96n - 7n) << 72n) | (BigInt(2 ** 32 - 3) << 168n) | (2n << 200n),
    );
    expect(offer).to.equal(BigInt(hashOf("offer")));
    expect(beyond).to.equal(0n);
  });

  it("flags what may end early, and that it is counted", async () => {
    const licenseId = await granted(
      grants,
      exclusiveOf(grants, grants.early, 0, { revocable: true, refundable: true }),
    );
    expect(await flagsOf(licenseId)).to.equal(FLAG.exclusive | FLAG.revocable | FLAG.refundable | FLAG.counted);
    await closeRefund(grants, licenseId);
    expect(await flagsOf(licenseId)).to.equal(FLAG.exclusive | FLAG.revocable | FLAG.counted);
    await end(grants, licenseId, STATUS.revoked);
    expect(await flagsOf(licenseId)).to.equal(FLAG.exclusive | FLAG.revocable);
    expect((((await wordsOf(licenseId))[0] as bigint) >> 232n) & 0xffn).to.equal(BigInt(STATUS.revoked));
  });
});
