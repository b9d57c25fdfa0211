import { expect } from "chai";
import { type Address, getAddress, type Hex, parseSignature, serializeSignature, toHex } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

const TYPES = {
  ReceiveWithAuthorization: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "validAfter", type: "uint256" },
    { name: "validBefore", type: "uint256" },
    { name: "nonce", type: "bytes32" },
  ],
} as const;

/** Both nonce styles: Circle's random ones and OpenZeppelin's keys with a sequence. */
const TOKENS = [
  { token: "TestUSDC", name: "USD Coin", version: "2", replayed: "ERC3009UsedAuthorization" },
  { token: "TestUSDCKeyed", name: "Keyed USD Coin", version: "1", replayed: "InvalidAccountNonce" },
] as const;

const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const GROSS = 1_000n;

/** Low 64 bits clear, as purchase ids are. */
const PURCHASE_ID = toHex(0xabcdef1234567890n << 192n, { size: 32 });
const OTHER_ID = toHex(0xabcdef1234567891n << 192n, { size: 32 });

interface Signed {
  signer: Wallet;
  from?: Address;
  to?: Address;
  value?: bigint;
  deadline: number;
  nonce?: Hex;
}

for (const { token: contractName, name, version, replayed } of TOKENS) {
  describe(`royalties/authorization with ${contractName}`, function () {
    const use = useRoyaltyStage();
    let deadline: number;

    const token = ({ viem, protocol }: RoyaltyStage) =>
      viem.getContractAt(contractName as "TestUSDC", protocol.addressOf(contractName));

    async function sign(stage: RoyaltyStage, signed: Signed): Promise<Hex> {
      const { protocol, splitter, publicClient } = stage;
      return signed.signer.signTypedData({
        domain: {
          name,
          version,
          chainId: await publicClient.getChainId(),
          verifyingContract: protocol.addressOf(contractName),
        },
        types: TYPES,
        primaryType: "ReceiveWithAuthorization",
        message: {
          from: signed.from ?? signed.signer.account.address,
          to: signed.to ?? splitter.address,
          value: signed.value ?? GROSS,
          validAfter: 0n,
          validBefore: BigInt(signed.deadline) + 1n,
          nonce: signed.nonce ?? PURCHASE_ID,
        },
      });
    }

    const collect = (
      stage: RoyaltyStage,
      signature: Hex,
      { gross = GROSS, payer, until = deadline, nonce = PURCHASE_ID, caller = stage.market }: Partial<Collected> = {},
    ) => {
      const sale = stage.toSale({ token: stage.protocol.addressOf(contractName), gross, ...(payer && { payer }) });
      const args = [sale, false, until, nonce, signature] as const;
      return stage.splitter.write.collectWithAuthorization(args, { account: caller, gas: stage.gas });
    };

    interface Collected {
      gross: bigint;
      payer: Address;
      until: number;
      nonce: Hex;
      caller: Address;
    }

    beforeEach(async function () {
      const stage = use();
      await stage.openNode(1);
      await (await token(stage)).write.mint([stage.buyer.account.address, 10n * GROSS]);
      deadline = Number((await stage.publicClient.getBlock()).timestamp) + 3_600;
    });

    it("refuses everybody but LicenseMarket", async function () {
      const stage = use();
      const signature = await sign(stage, { signer: stage.buyer, deadline });
      const caller = stage.buyer.account.address;
      const call = () => collect(stage, signature, { caller });
      await stage.refuses(call, "RoyaltySplitterUnauthorized", [getAddress(caller)]);
    });

    it("refuses a signature for another amount, purchase, deadline, payee or payer", async function () {
      const stage = use();
      const { buyer, stranger } = stage;
      const usdc = await token(stage);
      const signed: Signed = { signer: buyer, deadline };
      const refused = (signature: Hex, as: Partial<Collected> = {}) =>
        stage.refusesByToken(() => collect(stage, signature, as), usdc, "ERC3009InvalidSignature", []);
      const honest = await sign(stage, signed);
      await refused(honest, { gross: GROSS + 1n });
      await refused(honest, { gross: 0n });
      await refused(honest, { nonce: OTHER_ID });
      await refused(honest, { until: deadline + 1 });
      await refused(honest, { payer: stranger.account.address });
      await refused(await sign(stage, { ...signed, to: stranger.account.address }));
      await refused(await sign(stage, { ...signed, signer: stranger, from: buyer.account.address }));
      await refused("0x");
      await refused(`${honest}00`);
    });

    it("refuses a malleable signature", async function () {
      const stage = use();
      const { r, s, yParity } = parseSignature(await sign(stage, { signer: stage.buyer, deadline }));
      const high = toHex(CURVE_ORDER - BigInt(s), { size: 32 });
      const mirrored = serializeSignature({ r, s: high, yParity: yParity === 0 ? 1 : 0 });
      const call = () => collect(stage, mirrored);
      await stage.refusesByToken(call, await token(stage), "ERC3009InvalidSignature", []);
    });

    it("takes an authorization in its last second and refuses it one later", async function () {
      const stage = use();
      const { networkHelpers } = stage.connection;
      const signature = await sign(stage, { signer: stage.buyer, deadline });
      const snapshot = await networkHelpers.takeSnapshot();
      await networkHelpers.time.setNextBlockTimestamp(deadline + 1);
      const late = () => collect(stage, signature);
      const window = [0n, BigInt(deadline) + 1n];
      await stage.refusesByToken(late, await token(stage), "ERC3009InvalidAuthorizationTime", window);
      await snapshot.restore();
      await networkHelpers.time.setNextBlockTimestamp(deadline);
      await collect(stage, signature);
      expect((await stage.ledger(1, stage.protocol.addressOf(contractName))).sales).to.equal(GROSS);
    });

    it("refuses a second use, and one that the payer has canceled", async function () {
      const stage = use();
      const { buyer } = stage;
      const usdc = await token(stage);
      const payer = buyer.account.address;
      await collect(stage, await sign(stage, { signer: buyer, deadline }));
      const again = await sign(stage, { signer: buyer, deadline });
      await stage.refusesByToken(() => collect(stage, again), usdc, replayed, replayArgs(payer, PURCHASE_ID));
      const domain = { name, version, chainId: await stage.publicClient.getChainId(), verifyingContract: usdc.address };
      const cancellation = await buyer.signTypedData({
        domain,
        types: {
          CancelAuthorization: [
            { name: "authorizer", type: "address" },
            { name: "nonce", type: "bytes32" },
          ],
        },
        primaryType: "CancelAuthorization",
        message: { authorizer: payer, nonce: OTHER_ID },
      });
      await usdc.write.cancelAuthorization([payer, OTHER_ID, cancellation]);
      const canceled = await sign(stage, { signer: buyer, deadline, nonce: OTHER_ID });
      const call = () => collect(stage, canceled, { nonce: OTHER_ID });
      await stage.refusesByToken(call, usdc, replayed, replayArgs(payer, OTHER_ID));
    });

    it("cannot be lifted from the mempool: only the splitter may present it", async function () {
      const stage = use();
      const { buyer, stranger, splitter } = stage;
      const usdc = await token(stage);
      const signature = await sign(stage, { signer: buyer, deadline });
      const fields = [buyer.account.address, splitter.address, GROSS, 0n, BigInt(deadline) + 1n, PURCHASE_ID] as const;
      const options = { account: stranger.account, gas: stage.gas };
      const receive = () => usdc.write.receiveWithAuthorization([...fields, signature], options);
      await stage.refusesByToken(receive, usdc, "ERC20InvalidReceiver", [getAddress(splitter.address)]);
      const transfer = () => usdc.write.transferWithAuthorization([...fields, signature], options);
      await stage.refusesByToken(transfer, usdc, "ERC3009InvalidSignature", []);
      await collect(stage, signature);
    });

    it("takes the payment of a contract account by EIP-1271", async function () {
      const stage = use();
      const { viem, buyer, publicClient, protocol } = stage;
      const wallet = await viem.deployContract("ContractWallet", [buyer.account.address]);
      await (await token(stage)).write.mint([wallet.address, GROSS]);
      const signature = await sign(stage, { signer: buyer, from: wallet.address, deadline });
      const hash = await collect(stage, signature, { payer: wallet.address });
      expect((await publicClient.getTransactionReceipt({ hash })).status).to.equal("success");
      expect((await stage.ledger(1, protocol.addressOf(contractName))).sales).to.equal(GROSS);
    });

    it("asks for the payer's signature even when nothing is paid", async function () {
      const stage = use();
      const { buyer } = stage;
      const usdc = await token(stage);
      const forged = await sign(stage, { signer: stage.stranger, from: buyer.account.address, deadline, value: 0n });
      const call = () => collect(stage, forged, { gross: 0n });
      await stage.refusesByToken(call, usdc, "ERC3009InvalidSignature", []);
      await collect(stage, await sign(stage, { signer: buyer, deadline, value: 0n }), { gross: 0n });
      expect((await stage.ledger(1, usdc.address)).sales).to.equal(0n);
    });

    it("books the sale like an approved one, settles at once, and leaves nothing with the market", async function () {
      const stage = use();
      const { splitter, buyer, stranger, market, toSale, ledger, balance } = stage;
      const usdc = await token(stage);
      await stage.openNode(2, [[1, 100_000]]);
      const before = await usdc.read.balanceOf([buyer.account.address]);
      const sale = toSale({
        recipe: 2,
        token: usdc.address,
        gross: GROSS,
        referral: 50n,
        referrer: stranger.account.address,
      });
      const signature = await sign(stage, { signer: buyer, deadline });
      await splitter.write.collectWithAuthorization([sale, true, deadline, PURCHASE_ID, signature], {
        account: market,
      });
      expect(await usdc.read.balanceOf([buyer.account.address])).to.equal(before - GROSS);
      expect(await usdc.read.balanceOf([splitter.address])).to.equal(GROSS);
      expect(await usdc.read.balanceOf([market])).to.equal(0n);
      expect(await balance(stranger.account.address, usdc.address)).to.equal(50n);
      expect((await ledger(2, usdc.address)).own).to.equal(855n);
      expect((await ledger(1, usdc.address)).own).to.equal(95n);
      expect(await usdc.read.authorizationState([buyer.account.address, PURCHASE_ID])).to.equal(true);
    });

    /** Circle's token names the nonce, OpenZeppelin's the one it expects: the next of the key. */
    const replayArgs = (payer: Address, nonce: Hex): readonly unknown[] =>
      contractName === "TestUSDC" ? [getAddress(payer), nonce] : [getAddress(payer), BigInt(nonce) + 1n];
  });
}
