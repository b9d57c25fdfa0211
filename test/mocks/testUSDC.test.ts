import { expect } from "chai";
import { getAddress, type Hex, hexToNumber, parseSignature, toHex, zeroAddress } from "viem";
import { connect, type Connection, type Wallet } from "../helpers/protocol.ts";

const AUTHORIZATION = [
  { name: "from", type: "address" },
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "validAfter", type: "uint256" },
  { name: "validBefore", type: "uint256" },
  { name: "nonce", type: "bytes32" },
] as const;

const TYPES = {
  TransferWithAuthorization: AUTHORIZATION,
  ReceiveWithAuthorization: AUTHORIZATION,
  CancelAuthorization: [
    { name: "authorizer", type: "address" },
    { name: "nonce", type: "bytes32" },
  ],
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

const FAR = 2n ** 40n;
const NONCE = toHex(0x1234_5678_9abcn, { size: 32 });

/** The `v, r, s` form of a signature. */
function inParts(signature: Hex): readonly [v: number, r: Hex, s: Hex] {
  const { r, s } = parseSignature(signature);
  return [hexToNumber(`0x${signature.slice(-2)}`), r, s];
}

describe("mocks/testUSDC", function () {
  let connection: Connection;
  let owner: Wallet;
  let other: Wallet;

  async function deploy() {
    const usdc = await connection.viem.deployContract("TestUSDC");
    await usdc.write.mint([owner.account.address, 1_000n]);
    const publicClient = await connection.viem.getPublicClient();
    const domain = {
      name: await usdc.read.name(),
      version: await usdc.read.version(),
      chainId: await publicClient.getChainId(),
      verifyingContract: usdc.address,
    };
    return { usdc, domain };
  }

  before(async function () {
    connection = await connect();
    [, owner, other] = (await connection.viem.getWalletClients()) as [Wallet, Wallet, Wallet];
  });

  it("counts like Circle's token: 6 decimals, version 2, no eip712Domain", async function () {
    const { usdc } = await deploy();
    expect(await usdc.read.decimals()).to.equal(6);
    expect(await usdc.read.version()).to.equal("2");
    expect(await usdc.read.totalSupply()).to.equal(1_000n);
    await connection.viem.assertions.revertWithCustomError(usdc.read.eip712Domain(), usdc, "TestUSDCNoDomain");
  });

  it("refuses to send what is not there", async function () {
    const { usdc } = await deploy();
    const [from, to] = [getAddress(owner.account.address), other.account.address];
    await connection.viem.assertions.revertWithCustomErrorWithArgs(
      usdc.write.transfer([to, 1_001n], { account: owner.account }),
      usdc,
      "ERC20InsufficientBalance",
      [from, 1_000n, 1_001n],
    );
    await usdc.write.transfer([to, 1_000n], { account: owner.account });
    expect(await usdc.read.balanceOf([to])).to.equal(1_000n);
    expect(await usdc.read.balanceOf([from])).to.equal(0n);
  });

  it("refuses a blocked sender, receiver, owner and spender, and keeps the balance", async function () {
    const { usdc } = await deploy();
    const { assertions } = connection.viem;
    const [holder, blocked] = [owner.account.address, getAddress(other.account.address)];
    await usdc.write.mint([blocked, 5n]);
    await usdc.write.setBlocked([blocked, true]);
    expect(await usdc.read.isBlocked([blocked])).to.equal(true);
    expect(await usdc.read.balanceOf([blocked])).to.equal(5n);
    const refused = [
      usdc.write.transfer([holder, 1n], { account: other.account }),
      usdc.write.transfer([blocked, 1n], { account: owner.account }),
      usdc.write.approve([holder, 1n], { account: other.account }),
      usdc.write.approve([blocked, 1n], { account: owner.account }),
      usdc.write.mint([blocked, 1n]),
    ];
    for (const call of refused) {
      await assertions.revertWithCustomErrorWithArgs(call, usdc, "TestUSDCBlocked", [blocked]);
    }
    await usdc.write.setBlocked([blocked, false]);
    await usdc.write.transfer([holder, 5n], { account: other.account });
    expect(await usdc.read.balanceOf([holder])).to.equal(1_005n);
  });

  it("moves money by an authorization in both signature forms", async function () {
    const { usdc, domain } = await deploy();
    const [from, to] = [owner.account.address, other.account.address];
    const signed = async (primaryType: "TransferWithAuthorization" | "ReceiveWithAuthorization", nonce: Hex) => {
      const message = { from, to, value: 10n, validAfter: 0n, validBefore: FAR, nonce };
      return owner.signTypedData({ domain, types: TYPES, primaryType, message });
    };
    const nonces = [1n, 2n, 3n, 4n].map((nonce) => toHex(nonce, { size: 32 })) as [Hex, Hex, Hex, Hex];
    const fields = (nonce: Hex) => [from, to, 10n, 0n, FAR, nonce] as const;
    const options = { account: other.account };
    const transfer = (nonce: Hex) => signed("TransferWithAuthorization", nonce);
    const receive = (nonce: Hex) => signed("ReceiveWithAuthorization", nonce);
    await usdc.write.transferWithAuthorization([...fields(nonces[0]), await transfer(nonces[0])]);
    await usdc.write.transferWithAuthorization([...fields(nonces[1]), ...inParts(await transfer(nonces[1]))]);
    await usdc.write.receiveWithAuthorization([...fields(nonces[2]), await receive(nonces[2])], options);
    await usdc.write.receiveWithAuthorization([...fields(nonces[3]), ...inParts(await receive(nonces[3]))], options);
    expect(await usdc.read.balanceOf([to])).to.equal(40n);
    for (const nonce of nonces) expect(await usdc.read.authorizationState([from, nonce])).to.equal(true);
  });

  it("lets a payer cancel, in both signature forms", async function () {
    const { usdc, domain } = await deploy();
    const authorizer = owner.account.address;
    const cancel = (nonce: Hex) => {
      const message = { authorizer, nonce };
      return owner.signTypedData({ domain, types: TYPES, primaryType: "CancelAuthorization", message });
    };
    const second = toHex(9n, { size: 32 });
    await usdc.write.cancelAuthorization([authorizer, NONCE, await cancel(NONCE)]);
    await usdc.write.cancelAuthorization([authorizer, second, ...inParts(await cancel(second))]);
    for (const nonce of [NONCE, second]) {
      expect(await usdc.read.authorizationState([authorizer, nonce])).to.equal(true);
    }
  });

  it("takes a permit of its owner once, in time", async function () {
    const { usdc, domain } = await deploy();
    const { assertions } = connection.viem;
    const [holder, spender] = [owner.account.address, other.account.address];
    const permit = async (signer: Wallet, deadline: bigint) => {
      const message = { owner: holder, spender, value: 7n, nonce: await usdc.read.nonces([holder]), deadline };
      return inParts(await signer.signTypedData({ domain, types: TYPES, primaryType: "Permit", message }));
    };
    const fields = [holder, spender, 7n] as const;
    const late = usdc.write.permit([...fields, 1n, ...(await permit(owner, 1n))]);
    await assertions.revertWithCustomErrorWithArgs(late, usdc, "TestUSDCExpiredPermit", [1n]);
    const forged = usdc.write.permit([...fields, FAR, ...(await permit(other, FAR))]);
    await assertions.revertWithCustomErrorWithArgs(forged, usdc, "TestUSDCInvalidPermit", [getAddress(holder)]);
    const signature = await permit(owner, FAR);
    await usdc.write.permit([...fields, FAR, ...signature]);
    expect(await usdc.read.allowance([holder, spender])).to.equal(7n);
    const again = usdc.write.permit([...fields, FAR, ...signature]);
    await assertions.revertWithCustomErrorWithArgs(again, usdc, "TestUSDCInvalidPermit", [getAddress(holder)]);
  });

  it("refuses to mint to nobody", async function () {
    const { usdc } = await deploy();
    const call = usdc.write.mint([zeroAddress, 1n]);
    await connection.viem.assertions.revertWithCustomErrorWithArgs(call, usdc, "ERC20InvalidReceiver", [zeroAddress]);
  });
});
