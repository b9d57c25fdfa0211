import { expect } from "chai";
import { type Address, getAddress, type Hash, hashTypedData, zeroHash } from "viem";
import { connect, type Connection, deployProtocol, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  ATTESTATION_TYPES,
  attestationInput,
  type AttestationInput,
  attestationsOf,
  domainOf,
  expectAttestationsRefused,
  signStatement,
} from "./attestations.ts";
import { deployRegistry, GAS, hashOf, type Registry } from "./registry.ts";

describe("registry/attestations.replay", () => {
  let connection: Connection;
  let registry: Registry;
  let attestations: Awaited<ReturnType<typeof attestationsOf>>;
  let attester: Address;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    attestations = await attestationsOf(registry);
    attester = getAddress(registry.licensor.account.address);
  });

  const relay = (input: AttestationInput, by: Address, signature: Hash): Promise<Hash> =>
    attestations.write.attestBySignature([input, by, signature], { account: registry.relayer.account, gas: GAS });
  const uidOf = (input: AttestationInput, by: Address = attester) => attestations.read.uidOf([input, by]);

  it("refuses for ever, after a revocation, the old signature and the attester's own call", async () => {
    const input = attestationInput();
    const uid = await uidOf(input);
    const signature = await signStatement(registry, registry.licensor, input);
    await relay(input, attester, signature);
    await attestations.write.revoke([uid], { account: attester });
    const refused = [attester, uid];
    await expectAttestationsRefused(registry, () => relay(input, attester, signature), "AttestationsRevoked", refused);
    const again = () => attestations.write.attest([input], { account: attester, gas: GAS });
    await expectAttestationsRefused(registry, again, "AttestationsRevoked", refused);
    await connection.networkHelpers.time.increase(10 * 365 * 86_400);
    await expectAttestationsRefused(registry, again, "AttestationsRevoked", refused);
    await attestations.write.attest([{ ...input, salt: hashOf("said anew") }], { account: attester });
  });

  it("refuses a signature that was revoked before anybody brought it", async () => {
    const input = attestationInput();
    const uid = await uidOf(input);
    const signature = await signStatement(registry, registry.licensor, input);
    await attestations.write.revoke([uid], { account: attester });
    await expectAttestationsRefused(registry, () => relay(input, attester, signature), "AttestationsRevoked", [
      attester,
      uid,
    ]);
  });

  it("gives a repeated signature the id it had: the same attestation, not another one", async () => {
    const input = attestationInput();
    const signature = await signStatement(registry, registry.licensor, input);
    await relay(input, attester, signature);
    await relay(input, attester, signature);
    const events = await attestations.getEvents.Attested({}, { fromBlock: 0n });
    expect(new Set(events.map(({ args }) => args.uid))).to.deep.equal(new Set([await uidOf(input)]));
    expect(events).to.have.length(2);
  });

  it("refuses the signature on another chain, at another contract, and of another version", async () => {
    const other = await deployProtocol(await connect(1_337));
    const there = await attestationsOf({ protocol: other });
    expect(there.address).to.equal(attestations.address);
    const input = attestationInput();
    const signature = await signStatement(registry, registry.licensor, input);
    const uid = await there.read.uidOf([input, attester]);
    expect(uid).not.to.equal(await uidOf(input));
    await expectRefused(other, () => there.write.attestBySignature([input, attester, signature], { gas: GAS }), {
      by: there,
      error: "AttestationsInvalidSignature",
      args: [attester, uid],
    });
    const own = domainOf(attestations.address);
    for (const domain of [
      { ...own, verifyingContract: registry.contracts.registry.address },
      { ...own, version: "2" },
      { ...own, name: "Imprimatur AssetRegistry" },
    ]) {
      const message = { attester, ...input };
      const signed = await registry.licensor.signTypedData({
        domain,
        types: ATTESTATION_TYPES,
        primaryType: "Attestation",
        message,
      });
      expect(hashTypedData({ domain, types: ATTESTATION_TYPES, primaryType: "Attestation", message })).not.to.equal(
        await uidOf(input),
      );
      await expectAttestationsRefused(registry, () => relay(input, attester, signed), "AttestationsInvalidSignature", [
        attester,
        await uidOf(input),
      ]);
    }
  });

  it("ends with a contract signer's consent: what its owner signed dies with the owner's key, revoked or not", async () => {
    const owner: Wallet = registry.stranger;
    const wallet = await connection.viem.deployContract("ContractWallet", [owner.account.address]);
    const address = getAddress(wallet.address);
    const input = attestationInput({ evidence: zeroHash });
    const uid = await uidOf(input, address);
    const signature = await signStatement(registry, owner, input, address);
    await relay(input, address, signature);
    await wallet.write.setOwner([attester], { account: owner.account });
    await expectAttestationsRefused(registry, () => relay(input, address, signature), "AttestationsInvalidSignature", [
      address,
      uid,
    ]);
    const renewed = await signStatement(registry, registry.licensor, input, address);
    await relay(input, address, renewed);
    const revocation = await registry.licensor.signTypedData({
      domain: domainOf(attestations.address),
      types: {
        Revocation: [
          { name: "attester", type: "address" },
          { name: "uid", type: "bytes32" },
        ],
      },
      primaryType: "Revocation",
      message: { attester: address, uid },
    });
    await attestations.write.revokeBySignature([uid, address, revocation], { gas: GAS });
    await expectAttestationsRefused(registry, () => relay(input, address, renewed), "AttestationsRevoked", [
      address,
      uid,
    ]);
  });
});
