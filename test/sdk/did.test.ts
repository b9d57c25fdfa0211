import { expect } from "chai";
import { BrowserProvider } from "ethers";
import { getResolver } from "ethr-did-resolver";
import { network } from "hardhat";
import { readFile } from "node:fs/promises";
import { checkAttestationDids, createDidResolver, didNamesAddress } from "@imprimatur/sdk/did";
import type { Abi, Address, Hex } from "viem";

const ARTIFACT = "ethr-did-registry/artifacts/contracts/EthereumDIDRegistry.sol/EthereumDIDRegistry.json";
const CHAIN = 31337;

/** ERC-1056's own registry, asked by the method's own package. */
describe("sdk: did:ethr", () => {
  it("names the owner of an identity, through changes, and nobody after it was given up", async () => {
    const { viem, provider } = await network.create();
    const file = new URL(`../../node_modules/${ARTIFACT}`, import.meta.url);
    const { abi, bytecode } = JSON.parse(await readFile(file, "utf8")) as { abi: Abi; bytecode: Hex };
    const [deployer, identity, successor, stranger] = await viem.getWalletClients();
    const publicClient = await viem.getPublicClient();
    const hash = await deployer!.deployContract({ abi, bytecode });
    const registry = (await publicClient.waitForTransactionReceipt({ hash })).contractAddress as Address;

    const methods = getResolver({
      networks: [{ name: "dev", chainId: CHAIN, provider: new BrowserProvider(provider) as never, registry }],
    });
    const resolver = createDidResolver({ methods });
    const [me, next, other] = [identity, successor, stranger].map((wallet) => wallet!.account.address);
    const did = `did:ethr:0x7a69:${me}`;
    const outcomeFor = async (address: Address): Promise<string> =>
      (await didNamesAddress(did, address, { chainId: CHAIN, resolver })).outcome;

    expect(await outcomeFor(me!)).to.equal("named");
    expect(await outcomeFor(other!)).to.equal("not named");

    const statements = [me, other].map((attester) => ({
      ...({ attester: attester!, kind: "actor", text: did, revoked: false } as const),
    }));
    const checked = await checkAttestationDids(statements, { chainId: CHAIN, resolver });
    expect(checked.map(({ did: standing }) => standing?.outcome)).to.deep.equal(["verified", "unverified"]);

    const change = { address: registry, abi, functionName: "changeOwner" } as const;
    await identity!.writeContract({ ...change, args: [me, next] });
    expect(await outcomeFor(next!)).to.equal("named");
    expect(await outcomeFor(me!)).to.equal("not named");

    await successor!.writeContract({ ...change, args: [me, `0x${"0".repeat(40)}`] });
    expect(await outcomeFor(next!)).to.equal("unresolved");
    const [gone] = await checkAttestationDids([{ ...statements[0]!, attester: next! }], { chainId: CHAIN, resolver });
    expect(gone?.did?.outcome).to.equal("unverified");
  });
});
