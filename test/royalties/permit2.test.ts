import { rejects } from "node:assert/strict";
import { expect } from "chai";
import {
  type Address,
  getAddress,
  type Hash,
  type Hex,
  hashStruct,
  hexToBigInt,
  keccak256,
  zeroAddress,
  zeroHash,
} from "viem";
import { deployPermit2, PERMIT2 } from "../../scripts/deploy/index.ts";
import { PERMIT_WITNESS_TYPES } from "../helpers/permit2.ts";
import type { Wallet } from "../helpers/protocol.ts";
import { useRoyaltyStage } from "./stage.ts";

const GROSS = 1_000_000n;
const ID = `${keccak256("0x01").slice(0, 50)}${"0".repeat(16)}` as Hash;

/** What Permit2 says, by selector. */
const INVALID_SIGNER = /0x815e1d64/;
const SIGNATURE_EXPIRED = /0xcd21db4f/;
const INVALID_NONCE = /0x756688fe/;

/** Payments by Uniswap's own contract. */
describe("royalties/permit2", function () {
  const use = useRoyaltyStage();
  let deadline: number;

  const purchase = (change: object = {}) => ({
    offerId: keccak256("0x02"),
    assetId: 7n,
    licensee: use().buyer.account.address,
    referrer: zeroAddress,
    seats: 0,
    maxTotal: GROSS,
    deadline,
    salt: zeroHash,
    ...change,
  });

  const witnessOf = (change: object = {}): Hash =>
    hashStruct({ data: purchase(change), primaryType: "Purchase", types: PERMIT_WITNESS_TYPES });

  async function sign(
    change: { amount?: bigint; spender?: Address; nonce?: Hash; purchase?: object; by?: Wallet } = {},
  ): Promise<Hex> {
    const { buyer, usdc, splitter, publicClient } = use();
    return (change.by ?? buyer).signTypedData({
      domain: { name: "Permit2", chainId: await publicClient.getChainId(), verifyingContract: PERMIT2 },
      types: PERMIT_WITNESS_TYPES,
      primaryType: "PermitWitnessTransferFrom",
      message: {
        permitted: { token: usdc.address, amount: change.amount ?? GROSS },
        spender: change.spender ?? splitter.address,
        nonce: hexToBigInt(change.nonce ?? ID),
        deadline: BigInt(deadline),
        witness: purchase(change.purchase),
      },
    });
  }

  const collect = (signature: Hex, account = use().market, gross = GROSS, witness = witnessOf()) => {
    const { splitter, toSale, gas } = use();
    return splitter.write.collectWithPermit2([toSale({ gross }), false, deadline, ID, witness, signature], {
      account,
      gas,
    });
  };

  beforeEach(async function () {
    const { openNode, usdc, buyer, connection, publicClient, wallet } = use();
    await deployPermit2({ publicClient, walletClient: wallet(0) });
    deadline = (await connection.networkHelpers.time.latest()) + 1_000;
    await openNode(1);
    await usdc.write.approve([PERMIT2, 10n * GROSS], { account: buyer.account });
  });

  it("refuses everybody but LicenseMarket", async function () {
    const { stranger, registry, refuses } = use();
    for (const account of [stranger.account.address, registry]) {
      await refuses(() => collect("0x", account), "RoyaltySplitterUnauthorized", [getAddress(account)]);
    }
  });

  it("refuses on a chain that has no Permit2", async function () {
    const { connection, refuses } = use();
    await connection.networkHelpers.setCode(PERMIT2, "0x");
    await refuses(() => collect("0x"), "RoyaltySplitterMissingPermit2", [PERMIT2]);
  });

  it("refuses a signature over anything else: amount, spender, nonce, purchase, signer", async function () {
    const { stranger, ledger, wallet } = use();
    const signatures = [
      await sign({ amount: GROSS - 1n }),
      await sign({ spender: stranger.account.address }),
      await sign({ nonce: keccak256("0x03") }),
      await sign({ by: wallet(8) }),
      await sign({ purchase: { licensee: stranger.account.address } }),
      await sign({ purchase: { referrer: stranger.account.address } }),
      await sign({ purchase: { assetId: 8n } }),
    ];
    for (const signature of signatures) await rejects(collect(signature), INVALID_SIGNER);
    await rejects(collect(await sign(), use().market, GROSS + 1n), INVALID_SIGNER);
    await rejects(collect(await sign(), use().market, GROSS, witnessOf({ salt: ID })), INVALID_SIGNER);
    expect((await ledger(1)).sales).to.equal(0n);
  });

  it("refuses a signature after its deadline", async function () {
    const { connection, ledger } = use();
    const signature = await sign();
    await connection.networkHelpers.time.increaseTo(deadline + 1);
    await rejects(collect(signature), SIGNATURE_EXPIRED);
    expect((await ledger(1)).sales).to.equal(0n);
  });

  it("takes the price once, for the purchase that was signed", async function () {
    const { ledger, usdc, splitter, buyer } = use();
    const before = await usdc.read.balanceOf([buyer.account.address]);
    const signature = await sign();
    await collect(signature);
    expect((await ledger(1)).sales).to.equal(GROSS);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(GROSS);
    expect(await usdc.read.balanceOf([buyer.account.address])).to.equal(before - GROSS);
    await rejects(collect(signature), INVALID_NONCE);
    expect((await ledger(1)).sales).to.equal(GROSS);
  });
});
